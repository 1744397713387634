"""What a plan means to a program that reads aloud: headings without gaps, languages told.

Levels of headings are as deep as the speech has them; a reader is told of no level that skips one
(ISO 14289-1, 7.4.2). Who reads Chinese must know which paragraphs are not (7.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from publisher.plan import Item, Miniature, Sheet, Text

_HEADINGS = frozenset(f"H{level}" for level in range(1, 7))
_WORD = "[A-Za-z][A-Za-z’'-]+"
_WORDS = 3
"""So many words of Latin letters without a Han character are a text in English."""


class _Levels:
    """Levels as they come, to levels of which none skips another."""

    def __init__(self) -> None:
        self._open: list[int] = []
        self._known: dict[tuple[str, str], str] = {}

    def role(self, role: str, element: str) -> str:
        """The role of a heading; what goes on from another sheet keeps its own."""
        if role not in _HEADINGS:
            return role
        known = self._known.get((element, role)) if element else None
        if known is None:
            level = int(role[1])
            while self._open and self._open[-1] >= level:
                self._open.pop()
            self._open.append(level)
            known = self._known[element, role] = f"H{len(self._open)}"
        return known


def structured(sheets: Iterable[Sheet], language: str) -> tuple[Sheet, ...]:
    """``sheets`` with headings that nest, and texts that are not in ``language`` marked so.

    The title is above all headings; the first of these is H1, none is more than one level deeper
    than the one before.
    """
    levels, chinese = _Levels(), language.lower().startswith("zh")
    return tuple(_sheet(sheet, levels, chinese=chinese) for sheet in sheets)


def _sheet(sheet: Sheet, levels: _Levels, *, chinese: bool) -> Sheet:
    return sheet._replace(items=tuple(_item(i, levels, chinese=chinese) for i in sheet.items))


def _item(item: Item, levels: _Levels, *, chinese: bool) -> Item:
    if isinstance(item, Miniature):
        return item._replace(sheet=_sheet(item.sheet, levels, chinese=chinese))
    if not isinstance(item, Text) or item.role == "Artifact":
        return item
    parts = tuple(part._replace(role=levels.role(part.role, item.element)) for part in item.parts)
    role = item.role if parts else levels.role(item.role, item.element)
    other = _other_language(item, chinese=chinese)
    if (role, parts, other) == (item.role, item.parts, item.language):
        return item
    return item._replace(role=role, parts=parts, language=other)


def _has_han(text: str) -> bool:
    return any(
        "\u3400" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
        for char in text
    )


def _other_language(item: Text, *, chinese: bool) -> str | None:
    """English in a Chinese document, Chinese in another; None for what is in its language.

    A paragraph that goes on overleaf is looked at whole.
    """
    text = "".join(run.text for paragraph in item.paragraphs for run in paragraph.runs)
    if not chinese:
        return "zh-CN" if _has_han(text) and not re.search(_WORD, text) else None
    words = not _has_han(text) and any(map(str.isalpha, text))
    return "en" if words and len(re.findall(_WORD, text)) >= _WORDS else None
