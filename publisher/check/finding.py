"""What a check finds, and what the rules look at."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from publisher.config import Person
from publisher.events import Notice
from publisher.manuscript import Manuscript, Paragraph
from publisher.record import NamedTuple
from publisher.speech import Speech
from publisher.typeface.registry import Typefaces

_AROUND = 12


class Severity(Enum):
    """An error would embarrass the speaker; a warning wants a look; a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(NamedTuple):
    """Something that a careful colleague would point out.

    ``rule`` is one of RULES or the code of a notice; the sentences are ``key`` and ``key.hint``
    in ``messages``, their gaps filled from ``values``. ``paragraph`` counts non-empty paragraphs
    from 0, None for the speech as a whole; ``start`` and ``end`` are characters of its text.
    """

    rule: str
    severity: Severity
    key: str
    paragraph: int | None = None
    start: int = 0
    end: int = 0
    excerpt: str = ""
    values: tuple[tuple[str, str], ...] = ()


class Case(NamedTuple):
    """All that rules may look at: the speech in both its forms, and what is asked of it."""

    manuscript: Manuscript
    paragraphs: tuple[Paragraph, ...]
    speech: Speech
    notices: tuple[Notice, ...]
    typefaces: Typefaces
    minutes: int | None = None
    """The target; None where there is none."""
    rate: int = 220
    names: tuple[Person, ...] = ()


def at(
    rule: str,
    severity: Severity,
    paragraph: Paragraph,
    start: int,
    end: int,
    key: str = "",
    **values: object,
) -> Finding:
    """A finding about characters ``start`` to ``end`` of ``paragraph``; it says ``check.rule``
    unless another ``key`` is given."""
    pairs = tuple((name, str(value)) for name, value in sorted(values.items()))
    excerpt = excerpt_of(paragraph.text, start, end)
    return Finding(
        rule, severity, f"check.{key or rule}", paragraph.index, start, end, excerpt, pairs
    )


def excerpt_of(text: str, start: int, end: int, around: int = _AROUND) -> str:
    """Characters ``start`` to ``end`` of ``text`` with the words around them, on one line."""
    begin, stop = max(0, start - around), min(len(text), end + around)
    before, after = "…" if begin else "", "…" if stop < len(text) else ""
    return before + " ".join(text[begin:stop].split()) + after


def is_han(char: str) -> bool:
    """Han characters of the basic plane and its first extension, and 〇."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char == "〇"


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each stretch that is read in one breath: up to 。！？；… or a line's end."""
    start = 0
    for index, char in enumerate(text):
        if char in "。！？；!?;…\n" or (char == "." and text[index + 1 : index + 2] in " \n"):
            if index > start:
                yield start, index + 1
            start = index + 1
    if start < len(text):
        yield start, len(text)
