"""The lines before the text: title, subtitle, speaker, occasion, date and address."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.manuscript import Paragraph
from publisher.outline.cues import Look, Looks, explicit_level, is_note
from publisher.outline.numbering import line_marker
from publisher.outline.roles import date_tail, is_date, is_secrecy, salutation_end
from publisher.outline.sentences import STOPS
from publisher.outline.titlepage import (
    ends_as_title,
    front_role,
    is_addressee,
    title_then_address,
)
from publisher.traditional import simplified

_REACH = 12
"""Front lines are looked for among so many paragraphs."""
_TITLE = 70
_LINE = 60
_UNENDED = ("。", "；", "，", "：")
"""Marks that no line of a title page ends with."""


def _size(text: str) -> int:
    """The length of a line in Chinese characters, of which two Latin ones take the place."""
    return (len(text) + 1) // 2 if text.isascii() else len(text)


class Front:
    """(role, paragraph index, start, end) of the front lines; the text begins at ``at``."""

    def __init__(self, title_level: int | None = None) -> None:
        self.lines: list[tuple[str, int, int, int]] = []
        self.at = (0, 0)
        """Paragraph index and character where the text begins."""
        self.title_level = title_level
        """The level of the heading style that the title wears, where the parts lie below it."""

    def has(self, role: str) -> bool:
        return any(name == role for name, *_ in self.lines)

    def take(self, role: str, paragraph: Paragraph, start: int = 0, end: int | None = None) -> None:
        """One more line; the text begins after it."""
        size = len(paragraph.text)
        end = size if end is None else end
        self.lines.append((role, paragraph.index, start, end))
        self.at = (paragraph.index + 1, 0) if end == size else (paragraph.index, end)


def _look(paragraph: Paragraph) -> Look:
    return Looks(paragraph).of(0, len(paragraph.text))


def _stands_as_title(paragraph: Paragraph, body: Look) -> bool:
    look = _look(paragraph)
    larger = bool(look.size and body.size and look.size > body.size)
    return paragraph.cues.alignment == "center" or larger


def _titled_by_style(first: Paragraph, others: Sequence[Paragraph]) -> bool:
    """A heading style on the first paragraph makes it the title if no part has its level.

    Parts with numbers may share the level: then everything wears one style, title included.
    """
    level = explicit_level(first)
    if level is None:
        return first.cues.heading_style == 0
    rivals = [p for p in others if (explicit_level(p) or 10) <= level]
    return all(line_marker(p.text.lstrip()) is not None for p in rivals)


def _title_here(paragraph: Paragraph, paragraphs: Sequence[Paragraph], body: Look) -> bool:
    text = paragraph.text.strip()
    cues = paragraph.cues
    if cues.heading_style == 0:
        return True
    wordless = not any(c.isalpha() for c in text)
    numbered = cues.number is not None or line_marker(text) is not None
    if cues.in_table or wordless or _size(text) > _TITLE or numbered:
        return False
    if is_secrecy(text):
        return False
    if explicit_level(paragraph) is not None:
        return _titled_by_style(paragraph, paragraphs[paragraph.index + 1 :])
    if _stands_as_title(paragraph, body):
        return not text.endswith(_UNENDED)
    return _size(text) <= _LINE and text[-1:] not in STOPS | frozenset("：:；;，,、")


def _continues_title(before: Paragraph, paragraph: Paragraph, body: Look) -> bool:
    """Whether a title goes on in the next paragraph: 在…专题研讨会 | 上的发言."""
    text, first = paragraph.text.strip(), before.text.strip()
    if _size(text) > _LINE or text.endswith(_UNENDED) or text.startswith(("（", "(", "—", "-")):
        return False
    if paragraph.cues.heading_style == 0:
        return True
    if explicit_level(paragraph) is not None:
        return False
    look = _look(paragraph)
    alike = look == _look(before) and look != body
    ended = ends_as_title(first)
    if alike and paragraph.cues.alignment == before.cues.alignment and not ended:
        return True
    return not ended and ends_as_title(text) and front_role(text) is None


def find_front(paragraphs: Sequence[Paragraph], body: Look, titles: frozenset[int]) -> Front:
    """Title, subtitle, speaker, occasion, date and address at the head of the manuscript.

    ``titles``: indices of the paragraphs that the author says are the title; empty if unsaid.
    """
    reading = _Reading(paragraphs, body, titles)
    for paragraph in paragraphs[:_REACH]:
        if paragraph.cues.in_table or is_note(paragraph) or not reading.takes(paragraph):
            break
    return _checked(reading.front, paragraphs)


class _Reading:
    """The lines of a title page, one after the other."""

    def __init__(self, paragraphs: Sequence[Paragraph], body: Look, titles: frozenset[int]) -> None:
        self.paragraphs = paragraphs
        self.body = body
        self.titles = titles
        self.address = _address(paragraphs)
        self.front = Front()
        self.title: Paragraph | None = None
        """The latest line of the title."""

    def takes(self, paragraph: Paragraph) -> bool:
        """Takes a line with its role; False where the text begins, or this line ends the page."""
        front, text = self.front, paragraph.text
        end = len(text) if is_addressee(text) else salutation_end(text)
        if end is not None:
            _take_address(front, paragraph, 0, end)
            return not front.at[1]
        if front.has("salutation"):
            return False
        if self.titles:
            return self._named(paragraph)
        if self.title is not None:
            return self._after_title(paragraph)
        if (cut := title_then_address(text)) is not None:
            front.take("title", paragraph, 0, cut)
            _take_address(front, paragraph, cut, cut + (salutation_end(text[cut:]) or 0))
            return False
        if _title_here(paragraph, self.paragraphs, self.body):
            self.title = paragraph
            front.take("title", paragraph)
            front.title_level = explicit_level(paragraph)
            return True
        role = front_role(text)
        if role is None or _size(text) > _LINE or not _more(self.paragraphs, paragraph):
            return False
        front.take(role, paragraph)
        return True

    def _goes_on(self, latest: Paragraph, paragraph: Paragraph) -> bool:
        """Whether the title goes on; a line just above the text is rather its first heading."""
        if not _continues_title(latest, paragraph, self.body):
            return False
        behind = self.paragraphs[paragraph.index + 1 : paragraph.index + 2]
        heads_text = bool(behind) and _size(behind[0].text) > _TITLE and self.address == 0
        begun = simplified(latest.text.strip()).startswith(("在", "关于", "于"))
        plain = _look(latest) == _look(paragraph) == self.body
        return begun or not heads_text or not plain

    def _named(self, paragraph: Paragraph) -> bool:
        """The author has said which lines are the title; those above it are its kin."""
        if paragraph.index > max(self.titles):
            return self._after_title(paragraph)
        named = paragraph.index in self.titles
        self.front.take("title" if named else front_role(paragraph.text) or "occasion", paragraph)
        self.title = paragraph
        return True

    def _after_title(self, paragraph: Paragraph) -> bool:
        """Take a line after the title by its role; False where the text begins."""
        front, text = self.front, paragraph.text.strip()
        numbered = paragraph.cues.number is not None or line_marker(text) is not None
        if _size(text) > _TITLE or (numbered and not front_role(text)):
            return False
        level = explicit_level(paragraph)
        if level is not None and level != front.title_level:
            return False
        latest = self.title if front.lines[-1][0] == "title" and not self.titles else None
        if latest is not None and self._goes_on(latest, paragraph):
            front.take("title", paragraph)
            self.title = paragraph
            return True
        tail = date_tail(text)
        cut = len(text) if tail is None else tail
        role = front_role(text[:cut]) or _by_place(front, paragraph, self.address)
        if role is None or _size(text) > _LINE:
            return False
        if 0 < cut < len(text):
            cut += len(paragraph.text) - len(paragraph.text.lstrip())
            front.take(role, paragraph, 0, cut)
            front.take("date", paragraph, cut)
        else:
            front.take(role, paragraph)
        return True


def _address(paragraphs: Sequence[Paragraph]) -> int:
    """Where the address stands, if only lines of a title page come before it.

    Where there is none, the last date among these lines; else 0.
    """
    dated = 0
    for paragraph in paragraphs[:_REACH]:
        if salutation_end(paragraph.text) is not None or is_addressee(paragraph.text):
            return paragraph.index
        if paragraph.cues.in_table or _size(paragraph.text) > _TITLE:
            break
        if is_date(paragraph.text):
            dated = paragraph.index
    return dated


def _more(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether a title may still come after this line (秘密, 会议材料之三, a date)."""
    following = paragraphs[paragraph.index + 1 : paragraph.index + 2]
    return bool(following) and _size(following[0].text) <= _TITLE


def _take_address(front: Front, paragraph: Paragraph, start: int, end: int) -> None:
    rest = paragraph.text[end:]
    front.take("salutation", paragraph, start, end if rest.strip() else None)


def _by_place(front: Front, paragraph: Paragraph, address: int) -> str | None:
    """The role of a line that its words do not tell: centred, or standing above the address."""
    text = paragraph.text.strip()
    above = paragraph.index < address
    if text.endswith(_UNENDED) or not (above or paragraph.cues.alignment == "center"):
        return None
    if above and front.has("subtitle"):
        return "speaker"
    return "speaker" if len(text) <= 8 else "subtitle"


def _checked(front: Front, paragraphs: Sequence[Paragraph]) -> Front:
    """Without any title or address there is no front: the first lines are text."""
    if not front.has("title") and not front.has("salutation"):
        return Front()
    if front.at[0] >= len(paragraphs) > 1 and not front.has("salutation"):
        # Everything was taken: a file of short lines, not a title page.
        kept = Front(front.title_level)
        for role, index, *_ in front.lines:
            kept.take(role, paragraphs[index])
            if role == "title":
                return kept
        return Front()
    return front
