"""The two ends of a speech: the lines before its text, and the words that take leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from publisher.manuscript import Paragraph
from publisher.outline.cues import Look, Looks, explicit_level
from publisher.outline.numbering import line_marker
from publisher.outline.roles import (
    ANNEX,
    LEAVE,
    LEAVE_SENTENCE,
    STAGE,
    TITLE_END,
    TITLE_THEN_ADDRESS,
    date_tail,
    front_role,
    is_date,
    salutation_end,
)
from publisher.outline.sentences import STOPS

_REACH = 12
"""Front lines are looked for among so many paragraphs."""
_TITLE = 70
_LINE = 60
_LEAVE = 120
_UNENDED = ("。", "；", "，", "：")
"""Marks that no line of a title page ends with."""


@dataclass(slots=True)
class Front:
    """(role, paragraph index, start, end) of the front lines; the text begins at ``at``."""

    lines: list[tuple[str, int, int, int]] = field(default_factory=list)
    at: tuple[int, int] = (0, 0)
    """Paragraph index and character where the text begins."""
    title_level: int | None = None
    """The level of the heading style that the title wears, if the parts' levels lie below it."""

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
    if cues.in_table or wordless or len(text) > _TITLE or line_marker(text) is not None:
        return False
    if explicit_level(paragraph) is not None:
        return _titled_by_style(paragraph, paragraphs[paragraph.index + 1 :])
    if _stands_as_title(paragraph, body):
        return not text.endswith(_UNENDED)
    return len(text) <= _LINE and text[-1:] not in STOPS | frozenset("：:；;，,、")


def _continues_title(before: Paragraph, paragraph: Paragraph, body: Look) -> bool:
    """Whether a title goes on in the next paragraph: 在…专题研讨会 | 上的发言."""
    text, first = paragraph.text.strip(), before.text.strip()
    if len(text) > _LINE or text.endswith(_UNENDED) or text.startswith(("（", "(", "—", "-")):
        return False
    if paragraph.cues.heading_style == 0:
        return True
    if explicit_level(paragraph) is not None:
        return False
    look = _look(paragraph)
    alike = look == _look(before) and look != body
    ended = bool(TITLE_END.search(first))
    if alike and paragraph.cues.alignment == before.cues.alignment and not ended:
        return True
    return not ended and bool(TITLE_END.search(text)) and front_role(text) is None


def find_front(paragraphs: Sequence[Paragraph], body: Look) -> Front:
    """Title, subtitle, speaker, occasion, date and address at the head of the manuscript."""
    front = Front()
    title: Paragraph | None = None
    for paragraph in paragraphs[:_REACH]:
        text = paragraph.text
        if paragraph.cues.in_table:
            break
        if (end := salutation_end(text)) is not None:
            _take_address(front, paragraph, 0, end)
            if front.at[1]:
                break
            continue
        if front.has("salutation"):
            break
        if title is None and (joined := TITLE_THEN_ADDRESS.match(text.strip())):
            cut = text.index(joined.group(2))
            front.take("title", paragraph, 0, cut)
            _take_address(front, paragraph, cut, cut + len(joined.group(2)))
            break
        if title is None:
            if not _title_here(paragraph, paragraphs, body):
                role = front_role(text)
                if role is None or len(text) > _LINE or not _more(paragraphs, paragraph):
                    break
                front.take(role, paragraph)
                continue
            title = paragraph
            front.take("title", paragraph)
            front.title_level = explicit_level(paragraph)
        elif not _take_line(front, title, paragraph, body):
            break
        elif front.lines[-1][0] == "title":
            title = paragraph
    return _checked(front, paragraphs)


def _more(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether a title may still come after this line (秘密, 会议材料之三, a date)."""
    following = paragraphs[paragraph.index + 1 : paragraph.index + 2]
    return bool(following) and len(following[0].text) <= _TITLE


def _take_address(front: Front, paragraph: Paragraph, start: int, end: int) -> None:
    rest = paragraph.text[end:]
    front.take("salutation", paragraph, start, end if rest.strip() else None)


def _take_line(front: Front, title: Paragraph, paragraph: Paragraph, body: Look) -> bool:
    """Take a line after the title by its role; False where the text begins."""
    text = paragraph.text.strip()
    numbered = line_marker(text) is not None
    level = explicit_level(paragraph)
    if len(text) > _TITLE or numbered or (level is not None and level != front.title_level):
        return False
    if front.lines[-1][0] == "title" and _continues_title(title, paragraph, body):
        front.take("title", paragraph)
        return True
    tail = date_tail(text)
    cut = len(text) if tail is None else tail
    role = front_role(text[:cut])
    if role is None and paragraph.cues.alignment == "center" and not text.endswith(_UNENDED):
        role = "speaker" if len(text) <= 8 else "subtitle"
    if role is None or len(text) > _LINE:
        return False
    if 0 < cut < len(text):
        cut += len(paragraph.text) - len(paragraph.text.lstrip())
        front.take(role, paragraph, 0, cut)
        front.take("date", paragraph, cut)
    else:
        front.take(role, paragraph)
    return True


def _checked(front: Front, paragraphs: Sequence[Paragraph]) -> Front:
    """Without any title or address there is no front: the first lines are text."""
    if not front.has("title") and not front.has("salutation"):
        return Front()
    if front.at[0] >= len(paragraphs) > 1 and not front.has("salutation"):
        # Everything was taken: a file of short lines, not a title page.
        first = front.lines[0]
        kept = Front(title_level=front.title_level)
        if first[0] == "title":
            kept.take("title", paragraphs[first[1]])
        return kept
    return front


def find_annex(paragraphs: Sequence[Paragraph]) -> int:
    """The index of the paragraph where annexes and glossaries begin, else their count."""
    half = len(paragraphs) // 2
    for paragraph in paragraphs[half:]:
        if ANNEX.match(paragraph.text.strip()) and not paragraph.cues.in_table:
            return paragraph.index
    return len(paragraphs)


def find_closing(paragraphs: Sequence[Paragraph], first: int, end: int) -> tuple[int, int]:
    """(paragraph, character) from where the speech takes leave; (count, 0) if it does not.

    Looked for in the last short paragraphs before ``end`` (annexes), behind a signature.
    """
    none = (len(paragraphs), 0)
    at = end
    for _ in range(3):
        if at > first and _is_signature(paragraphs[at - 1]):
            at -= 1
    found = none
    while at > first and _takes_leave(paragraphs[at - 1]):
        at -= 1
        found = (at, 0)
    if found == none and at > first and not paragraphs[at - 1].cues.in_table:
        sentence = LEAVE_SENTENCE.search(paragraphs[at - 1].text[-60:])
        if sentence is not None:
            size = len(paragraphs[at - 1].text)
            start = max(size - 60, 0) + sentence.start()
            found = (at - 1, start)
    return found


def _is_signature(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return bool(is_date(text) or STAGE.match(text)) or (
        len(text) <= 25
        and text[-1:] not in "。！？：；，”）"
        and not LEAVE.search(text)
        and not paragraph.cues.in_table
        and explicit_level(paragraph) is None
        and line_marker(text) is None
    )


def _takes_leave(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return (
        len(text) <= _LEAVE
        and not paragraph.cues.in_table
        and explicit_level(paragraph) is None
        and LEAVE.search(text) is not None
        and (line_marker(text) is None or text.startswith("最后"))
    )
