"""What may stand in a settings file, said in small checks that are put together into one.

A check looks at one value and yields all that is wrong with it, so that a reader can stop at the
first mistake and a reviewer can list them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from publisher.errors import UsageError, nearest
from publisher.record import NamedTuple

Way: TypeAlias = tuple[str, ...]
"""The keys that lead to a value: ("styles", "title", "font")."""


class Mistake(NamedTuple):
    """Something wrong at ``way``; the error has yet to learn which file it is about."""

    way: Way
    error: UsageError


Check: TypeAlias = Callable[[Way, Any], Iterator[Mistake]]


def text(way: Way, value: Any) -> Iterator[Mistake]:
    """Words."""
    if not isinstance(value, str):
        yield _mistake("theme-text", way, value)


def flag(way: Way, value: Any) -> Iterator[Mistake]:
    """true or false."""
    if not isinstance(value, bool):
        yield _mistake("theme-flag", way, value)


def number(least: float, most: float, *, whole: bool = False) -> Check:
    """A number from ``least`` to ``most``; ``whole`` without decimals."""

    def check(way: Way, value: Any) -> Iterator[Mistake]:
        kind = int if whole else (int, float)
        if not isinstance(value, kind) or isinstance(value, bool) or not least <= value <= most:
            key = ".".join(way)
            yield Mistake(
                way, UsageError("theme-number", key=key, value=value, least=least, most=most)
            )

    return check


def one_of(known: Iterable[str]) -> Check:
    """One of a few words."""
    names = frozenset(known)

    def check(way: Way, value: Any) -> Iterator[Mistake]:
        if value not in names:
            near = nearest(str(value), names)
            given = f"{'.'.join(way)} = {value}"
            yield Mistake(way, UsageError("key-unknown", key=given, near=near))

    return check


def colour(way: Way, value: Any) -> Iterator[Mistake]:
    """Six hexadecimal digits; a # before them is passed over."""
    digits = str(value).lstrip("#").upper()
    if len(digits) != 6 or not set(digits) <= set("0123456789ABCDEF"):
        yield Mistake(way, UsageError("theme-hex", slot=way[-1], value=value))


def inks(way: Way, value: Any) -> Iterator[Mistake]:
    """Cyan, magenta, yellow and black in per cent."""
    whole = isinstance(value, list) and len(value) == 4
    if not whole or any(next(number(0, 100)(way, part), None) for part in value):
        yield _mistake("theme-inks", way, value)


def table(entries: Mapping[str, Check], optional: Iterable[str] = ()) -> Check:
    """A table with these keys and no others, all but the ``optional`` ones there."""
    needed = sorted(set(entries) - set(optional))

    def check(way: Way, value: Any) -> Iterator[Mistake]:
        if not isinstance(value, dict):
            yield Mistake(way, UsageError("theme-table", name=".".join(way)))
            return
        for key, part in value.items():
            if key in entries:
                yield from entries[key]((*way, key), part)
            else:
                near = nearest(key, entries)
                full = ".".join((*way, key))
                yield Mistake((*way, key), UsageError("key-unknown", key=full, near=near))
        for key in needed:
            if key not in value:
                # At the top of a file, what everybody needs are its tables.
                yield Mistake((*way, key), _lacking(".".join((*way, key)), table=not way))

    return check


def ordered(check: Check, less: str, more: str) -> Check:
    """A table of which the number ``less`` is not above the number ``more``."""

    def checked(way: Way, value: Any) -> Iterator[Mistake]:
        found = list(check(way, value))
        yield from found
        if not found and value[less] > value[more]:
            key = ".".join(way)
            yield Mistake(way, UsageError("theme-order", key=key, less=less, more=more))

    return checked


def all_different(check: Check) -> Check:
    """A table of colours, no two of them alike: drawings tell slots by their colour."""

    def checked(way: Way, value: Any) -> Iterator[Mistake]:
        yield from check(way, value)
        seen: dict[str, str] = {}
        for slot, given in value.items() if isinstance(value, dict) else ():
            digits = str(given).lstrip("#").upper()
            other = seen.setdefault(digits, slot)
            if other != slot:
                yield Mistake((*way, slot), UsageError("theme-twice", slot=slot, other=other))

    return checked


def _lacking(key: str, *, table: bool) -> UsageError:
    return UsageError("theme-table", name=key) if table else UsageError("key-missing", key=key)


def _mistake(key: str, way: Way, value: Any) -> Mistake:
    return Mistake(way, UsageError(key, key=".".join(way), value=value))
