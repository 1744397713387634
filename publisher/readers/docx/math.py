"""Formulas as text (ECMA-376 22.1): their characters in reading order, powers raised.

What is drawn rather than typed has a sign: the bar of a fraction, the sum, the root, brackets.
"""

from __future__ import annotations

from functools import partial
from xml.etree.ElementTree import Element

from publisher.readers.docx.ooxml import M, W
from publisher.readers.docx.reading import Handler, Reading

_PROPERTIES = (
    "accPr", "argPr", "barPr", "borderBoxPr", "boxPr", "ctrlPr", "dPr", "eqArrPr", "fPr",
    "funcPr", "groupChrPr", "limLowPr", "limUppPr", "mPr", "naryPr", "oMathParaPr", "phantPr",
    "radPr", "rPr", "sPrePr", "sSubPr", "sSubSupPr", "sSupPr",
)  # fmt: skip


def math(reading: Reading, element: Element) -> None:
    reading.losses.add("math-as-text")
    reading.enter(element)


def _shifted(reading: Reading, element: Element, step: int) -> None:
    reading.restore("raised")
    reading.raised = step
    reading.enter(element)


def fraction(reading: Reading, element: Element) -> None:
    """1/2, and not 12; a part of more than one piece stands in brackets."""
    over = _said(element, "fPr", "type", "bar") != "noBar"
    parts = element.findall(M + "num") + element.findall(M + "den")
    for at, part in reversed(list(enumerate(parts))):
        grouped = over and sum(1 for _ in part.iter(M + "t")) > 1
        _say(reading, ")" if grouped else "")
        reading.stack.append(part)
        _say(reading, "(" if grouped else "")
        _say(reading, "/" if at and over else "")


def operator(reading: Reading, element: Element) -> None:
    """The sign of a sum or an integral, which is the default (22.1.2.20)."""
    reading.enter(element)
    _say(reading, _said(element, "naryPr", "chr", "∫"))


def radical(reading: Reading, element: Element) -> None:
    reading.enter(element)
    _say(reading, "√")


def delimited(reading: Reading, element: Element) -> None:
    """Brackets, | between several pieces (22.1.2.24)."""
    _say(reading, _said(element, "dPr", "endChr", ")"))
    pieces = element.findall(M + "e")
    between = _said(element, "dPr", "sepChr", "|")
    for at, piece in reversed(list(enumerate(pieces))):
        reading.stack.append(piece)
        _say(reading, between if at else "")
    _say(reading, _said(element, "dPr", "begChr", "("))


def is_deleted(element: Element) -> bool:
    """Whether a tracked change deleted what is drawn of a formula: its bar, its root, its
    brackets (17.13.5.14). What stands in it was deleted by itself."""
    properties = element.find(f"{element.tag}Pr")
    return properties is not None and properties.find(f"{M}ctrlPr/{W}del") is not None


def _drawn(handler: Handler) -> Handler:
    """A handler that draws nothing of what was deleted."""

    def drawn(reading: Reading, element: Element) -> None:
        if is_deleted(element):
            reading.enter(element)
        else:
            handler(reading, element)

    return drawn


def _say(reading: Reading, text: str) -> None:
    """Put ``text`` when what is on the stack above it is done."""
    if text:
        reading.stack.append(partial(_put, reading, text))


def _put(reading: Reading, text: str) -> None:
    if reading.draft is not None:
        reading.style = reading.look(reading.draft, None).style
    reading.put(text)


def _said(element: Element, properties: str, name: str, default: str) -> str:
    found = element.find(f"{M}{properties}/{M}{name}")
    return default if found is None else found.get(M + "val", "")[:8]


def _drop(reading: Reading, element: Element) -> None:
    """Properties: no text."""


HANDLERS: dict[str, Handler] = {
    M + "oMath": math,
    M + "sup": partial(_shifted, step=1),
    M + "sub": partial(_shifted, step=-1),
    M + "f": _drawn(fraction),
    M + "nary": _drawn(operator),
    M + "rad": _drawn(radical),
    M + "d": _drawn(delimited),
    **dict.fromkeys((M + name for name in _PROPERTIES), _drop),
}
