"""Plain command lines, read without Typer: known options, each with its value as a word of its own.

Whatever else stands there (help, a slip of the pen, an abbreviation, ``--option=value``) is
Typer's, which then reads the whole line. Both come to the same (``tests/cli/test_words.py``).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from publisher.cli.parameters import REQUIRED, Argument, Option, Parameter

_PATTERN = frozenset("*?[~$%" if os.name == "nt" else "")
"""What Windows, whose shell leaves that to programs, would have expanded."""


class _NotPlainError(Exception):
    """A word that is better read by Typer."""


def arguments_of(parameters: Sequence[Parameter], words: Sequence[str]) -> dict[str, Any] | None:
    """What ``words`` say, by the parameters' names; None where they are not plain."""
    found = {p.name: p.default for p in parameters}
    try:
        alone = list(_options(parameters, words, found))
        _arguments([p for p in parameters if isinstance(p.known, Argument)], alone, found)
    except _NotPlainError:
        return None
    return None if REQUIRED in found.values() else found


def _options(
    parameters: Sequence[Parameter], words: Sequence[str], found: dict[str, Any]
) -> Iterator[str]:
    """Put what options say into ``found``; the words that stand by themselves."""
    known = {
        name: (parameter, is_on)
        for parameter in parameters
        if isinstance(parameter.known, Option)
        for names in parameter.known.names
        for name, is_on in zip(names.split("/"), (True, False))
    }
    rest = iter(words)
    for word in rest:
        if not word.startswith("-") or word == "-":
            yield word
            continue
        if word not in known:
            raise _NotPlainError
        parameter, is_on = known[word]
        kind, is_many = parameter.kind
        if kind is bool:
            found[parameter.name] = is_on
            continue
        value = _value(parameter, kind, next(rest, ""))
        found[parameter.name] = [*(found[parameter.name] or ()), value] if is_many else value


def _arguments(
    parameters: Sequence[Parameter], words: Sequence[str], found: dict[str, Any]
) -> None:
    """Put what stands by itself into ``found``: one word for each parameter, or all for one."""
    for parameter in parameters:
        kind, is_many = parameter.kind
        if is_many:
            if words:
                found[parameter.name] = [_value(parameter, kind, word) for word in words]
            words = ()
        elif words:
            found[parameter.name] = _value(parameter, kind, words[0])
            words = words[1:]
    if words:
        raise _NotPlainError


def _value(parameter: Parameter, kind: type, word: str) -> Any:
    if not word or (word.startswith("-") and word != "-") or not _PATTERN.isdisjoint(word):
        raise _NotPlainError
    if kind is Path:
        if os.path.exists(word) and not os.access(word, os.R_OK):  # noqa: PTH110 - no ValueError
            raise _NotPlainError
        return Path(word)
    if kind is str:
        return word
    known = parameter.known
    if not (word.isascii() and word.replace(".", "", kind is float).isdigit()):
        raise _NotPlainError
    number = kind(word)
    low, high = getattr(known, "min", None), getattr(known, "max", None)
    if (low is not None and number < low) or (high is not None and number > high):
        raise _NotPlainError
    return number
