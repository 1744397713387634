"""What pages are called (ISO 32000-1 12.4.2), and sheets after them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pikepdf
from pikepdf import Name

from publisher.impose.source import number_in

_DEEPEST = 64
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST = 10_000
"""No page has a higher number in letters or Roman numerals: they would have no end."""


def labels_of(pdf: pikepdf.Pdf, count: int) -> tuple[str, ...]:
    """What each of ``count`` pages is called; its number, where the file says nothing of use."""
    ranges = dict(_entries(pdf.Root.get("/PageLabels")))
    found: list[str] = []
    shown, first = None, 0
    for index in range(count):
        if index in ranges:
            shown, first = ranges[index], index
        found.append(str(index + 1) if shown is None else _label(shown, index - first))
    return tuple(found)


def sheet_label(labels: Sequence[str]) -> str:
    """What a sheet is called after the labels of its pages: ``16, 1``, or ``1–4`` for a run."""
    numbers = [int(label) if label.isdecimal() else None for label in labels]
    first = numbers[0] if numbers else None
    if first is not None and len(numbers) > 2 and numbers == [*range(first, first + len(numbers))]:
        return f"{labels[0]}–{labels[-1]}"
    return ", ".join(label for label in labels if label)


def _entries(tree: object, depth: int = 0) -> Iterator[tuple[int, pikepdf.Object]]:
    """The pages with which ranges begin, and how these are numbered (7.9.7)."""
    if not isinstance(tree, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    pairs, kids = tree.get("/Nums"), tree.get("/Kids")
    values = list(pairs) if isinstance(pairs, pikepdf.Array) else []
    for page, shown in zip(values[::2], values[1::2]):
        if isinstance(shown, pikepdf.Dictionary):
            yield int(number_in(page)), shown
    for kid in kids if isinstance(kids, pikepdf.Array) else ():
        yield from _entries(kid, depth + 1)


def _label(shown: pikepdf.Object, after: int) -> str:
    prefix, start = shown.get("/P"), shown.get("/St")
    number = (int(number_in(start)) if start is not None else 1) + after
    words = _text(prefix)
    for style, write in _STYLES.items():
        if shown.get("/S") == Name(style):
            return words + write(number)
    return words


def _text(prefix: object) -> str:
    try:
        return str(prefix) if isinstance(prefix, pikepdf.String) else ""
    except ValueError:  # in no encoding that it could have
        return ""


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        words += letters * times
    return words


def _letters(number: int) -> str:
    times, letter = divmod(number - 1, len(_LETTERS))
    return _LETTERS[letter] * (times + 1)


def _within(write: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: write(number) if 0 < number < _MOST else str(number)


_STYLES: Mapping[str, Callable[[int], str]] = {
    "/D": str,
    "/r": _within(_roman),
    "/R": _within(lambda number: _roman(number).upper()),
    "/a": _within(_letters),
    "/A": _within(lambda number: _letters(number).upper()),
}
