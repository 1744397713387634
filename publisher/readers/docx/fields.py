"""Complex fields: code between begin and separate, the shown result up to end (17.16.18)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from publisher.readers.docx.losses import Losses
from publisher.readers.docx.ooxml import W

FLD_CHAR = W + "fldChar"
FLD_CHAR_TYPE = W + "fldCharType"

_WITHOUT_RESULT = frozenset(
    {"XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "BOOKMARK", "ADVANCE", "NEXT"}
)
"""Fields that never show anything, so that nothing is lost where they have no result."""

CONTENTS = "TOC"


class _Field:
    __slots__ = ("begin", "code", "in_result")

    def __init__(self, begin: Element) -> None:
        self.begin = begin
        self.code: list[str] = []
        self.in_result = False

    @property
    def name(self) -> str:
        return self.words[0].upper() if self.words else ""

    @property
    def words(self) -> list[str]:
        """The name, and what stands behind it."""
        return "".join(self.code).split(maxsplit=1)


class Fields:
    """The fields that are open at the walker's place.

    A begin without its end would swallow the rest of the speech, so only pairs count; ``expect``
    tells which ones are.
    """

    def __init__(self, losses: Losses) -> None:
        self._losses = losses
        self._open: list[_Field] = []
        self._paired: set[Element] = set()
        self._codes = 0
        self._contents = 0
        self.silent: str | None = None
        """Why text is not published here: "code", "contents", or None where it is."""

    def expect(self, block: Element, paired: Iterator[bool], *, more: bool = False) -> None:
        """Take in the marks of a block before it is read; ``paired`` says which ones count.
        ``more``: something of the block before it is still to be read."""
        marks = {mark for mark in block.iter(FLD_CHAR) if next(paired, False)}
        self._paired = self._paired | marks if more else marks

    def mark(self, element: Element) -> str | None:
        """Pass a ``w:fldChar``; the text that a field shows which ends here without a result."""
        kind = element.get(FLD_CHAR_TYPE)
        text: str | None = None
        if kind == "begin" and element in self._paired:
            self._open.append(_Field(element))
            self._codes += 1
        elif kind == "separate" and self._open and not self._open[-1].in_result:
            self._separate(self._open[-1])
        elif kind == "end" and element in self._paired and self._open:
            text = self._close(self._open.pop())
        self.silent = "code" if self._codes else "contents" if self._contents else None
        return text

    def instruct(self, text: str) -> None:
        """Pass a piece of field code (``w:instrText``)."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].code.append(text)

    def _separate(self, field_: _Field) -> None:
        field_.in_result = True
        self._codes -= 1
        self._contents += field_.name == CONTENTS
        if not self._codes and not self._contents and field_.name:
            self._losses.add("field-result-kept")

    def _close(self, ended: _Field) -> str | None:
        if ended.in_result:
            self._contents -= ended.name == CONTENTS
            return None
        self._codes -= 1
        if not ended.name or ended.name in _WITHOUT_RESULT:
            return None
        from publisher.readers.docx.shown import shown  # of dates, of symbols: hardly any

        text = shown(ended.name, "".join(ended.words[1:]), ended.begin)
        if text is None:
            self._losses.add("field-empty", field=ended.name[:20])
        return text


def pairs(kinds: list[str]) -> list[bool]:
    """Of each mark, by its type, in document order: whether it is one of a begin and its end."""
    paired = [False] * len(kinds)
    begun: list[int] = []
    for at, kind in enumerate(kinds):
        if kind == "begin":
            begun.append(at)
        elif kind == "end" and begun:
            paired[at] = paired[begun.pop()] = True
    return paired


def pairs_of(root: Element) -> list[bool]:
    """As ``pairs``, of all marks below ``root``."""
    return pairs([mark.get(FLD_CHAR_TYPE, "") for mark in root.iter(FLD_CHAR)])
