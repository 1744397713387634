"""What comes after the text: words that take leave, signature, list of annexes, annexes.

The customary order (GB/T 9704 7.3.4 to 7.3.6): the text, 附件：1.…, the unit that signs, the date,
and the annexes themselves on pages of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from publisher.manuscript import Paragraph
from publisher.outline.cues import explicit_level, is_note
from publisher.outline.numbering import line_marker
from publisher.outline.roles import (
    annex_label,
    is_date,
    is_secrecy,
    leave_sentence,
    salutation_end,
    takes_leave,
)
from publisher.outline.titlepage import front_role, is_unit
from publisher.speech import is_stage_direction

_LEAVE = 120
_SIGNATURE = 26
_ENTRY = 60
_MOST = 6
"""Lines of a signature: units, names, date."""


class Back:
    """Where the ends begin, as paragraph indices; the count of paragraphs where there is none."""

    def __init__(self, closing: tuple[int, int], after: int) -> None:
        self.closing = closing
        """(paragraph, character): the last sentence of a paragraph may take leave."""
        self.after = after
        """The first paragraph that is neither text nor closing."""
        self.roles: dict[int, str] = {}
        """What each paragraph between closing and annexes is."""
        self.annexes: list[tuple[int, str]] = []
        """(index, kind) of the lines that head an annex, kind being annex or glossary."""


def find_back(paragraphs: Sequence[Paragraph], first: int) -> Back:
    """The end of a speech whose text begins with paragraph ``first``."""
    count = len(paragraphs)
    notes = count
    while notes > first and is_note(paragraphs[notes - 1]):
        notes -= 1
    end = notes
    while end > first and is_secrecy(paragraphs[end - 1].text):
        end -= 1
    back = Back((count, 0), end)
    back.roles.update(dict.fromkeys(range(end, notes), "secrecy"))
    labels = [
        (p.index, kind)
        for p in paragraphs[max(first, end * 2 // 5) : end]
        if not p.cues.in_table and (kind := annex_label(p.text)) is not None
    ]
    if not labels:
        labels = _behind_signature(paragraphs, max(first + 1, end * 2 // 5), end)
    if labels:
        back.after = labels[0][0]
        listed = _listed_until(paragraphs, labels[0][0], end)
        signed = _signed_until(paragraphs, listed, end)
        if signed > listed or listed == end:
            # 附件：1.… is a list of what follows the signature.
            back.roles.update(dict.fromkeys(range(labels[0][0], listed), "annex"))
            back.roles.update(dict.fromkeys(range(listed, signed), "signature"))
            labels = [label for label in labels if label[0] >= signed]
            if not labels and signed < end:
                labels = [(signed, "annex")]
        back.annexes = labels
    start = _signature_start(paragraphs, first, back.after)
    back.roles.update(
        (i, "stage" if is_stage_direction(paragraphs[i].text) else "signature")
        for i in range(start, back.after)
    )
    back.after = start
    back.closing = _closing(paragraphs, first, start, count)
    return back


def _behind_signature(
    paragraphs: Sequence[Paragraph], start: int, end: int
) -> list[tuple[int, str]]:
    """The first line behind a unit or name and its date, where text follows: an annex by place."""
    for at in range(start, end - 1):
        if (
            is_date(paragraphs[at].text)
            and _may_sign(paragraphs[at])
            and _may_sign(paragraphs[at - 1])
            and _is_told(paragraphs[at - 1])
        ):
            text = next((i for i in range(at + 1, end) if not _may_sign(paragraphs[i])), None)
            return [] if text is None else [(at + 1, "annex")]
    return []


def _listed_until(paragraphs: Sequence[Paragraph], label: int, end: int) -> int:
    """The end of a list of annexes: its first line, and numbered lines that nothing follows."""
    at = label + 1
    while at < end:
        text = paragraphs[at].text.strip()
        marker = line_marker(text)
        entry = marker is not None and marker.kind.family == "decimal" and len(text) <= _ENTRY
        if not entry or text.endswith(("。", "；")) or paragraphs[at].cues.in_table:
            break
        at += 1
    return at


def _signed_until(paragraphs: Sequence[Paragraph], start: int, end: int) -> int:
    """The end of a signature that begins at ``start`` and ends in a date, else ``start``."""
    for at in range(start, min(start + _MOST, end)):
        if is_date(paragraphs[at].text):
            return at + 1
        if not _may_sign(paragraphs[at]):
            break
    return start


def _signature_start(paragraphs: Sequence[Paragraph], first: int, end: int) -> int:
    """Where the signature (and stage directions among it) begins that stands before ``end``.

    Short unclosed lines sign where one of them is a date, or says who it is, or where the
    lines before them take leave.
    """
    at = end
    while at > max(first, end - _MOST) and _may_sign(paragraphs[at - 1]):
        at -= 1
    lines = range(at, end)
    if any(is_date(paragraphs[i].text) for i in lines):
        # At most three lines, units and names, come before the date.
        dated = next(i for i in lines if is_date(paragraphs[i].text))
        return max(at, dated - 3) if end - dated <= 3 else end
    if at > first and any(not is_stage_direction(paragraphs[i].text) for i in lines):
        told = [i for i in lines if _is_told(paragraphs[i])]
        if told and (len(told) == len(lines) or _takes_leave(paragraphs[at - 1])):
            return at
    while end > at and is_stage_direction(paragraphs[end - 1].text):
        end -= 1
    return end


def _is_told(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    right = paragraph.cues.alignment == "right"
    return right or front_role(text) in {"speaker", "date"} or is_unit(text)


def _may_sign(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if paragraph.cues.in_table or explicit_level(paragraph) is not None or is_note(paragraph):
        return False
    if is_date(text) or is_stage_direction(text):
        return True
    return (
        len(text) <= _SIGNATURE
        and text[-1:] not in "。！？：；，”…"
        and not takes_leave(text)
        and salutation_end(text) is None
        and not is_secrecy(text)
        and line_marker(text) is None
    )


def _closing(paragraphs: Sequence[Paragraph], first: int, end: int, count: int) -> tuple[int, int]:
    """(paragraph, character) from where the speech takes leave; (count, 0) if it does not."""
    at, found = end, (count, 0)
    while at > first and (
        _takes_leave(paragraphs[at - 1])
        or (is_stage_direction(paragraphs[at - 1].text) and at > first + 1)
    ):
        at -= 1
        if _takes_leave(paragraphs[at]):
            found = (at, 0)
    if found[0] < count:
        return _with_address(paragraphs, first, found[0])
    if end > first and not paragraphs[end - 1].cues.in_table:
        start = leave_sentence(paragraphs[end - 1].text)
        if start is not None:
            return end - 1, start
    return found


def _with_address(paragraphs: Sequence[Paragraph], first: int, at: int) -> tuple[int, int]:
    """同志们！ on a line of its own goes with the leave that follows it."""
    if at > first:
        before = paragraphs[at - 1].text
        if salutation_end(before) == len(before.rstrip()) and not paragraphs[at - 1].cues.in_table:
            return at - 1, 0
    return at, 0


def _takes_leave(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return (
        len(text) <= _LEAVE
        and not paragraph.cues.in_table
        and explicit_level(paragraph) is None
        and takes_leave(text)
        and (line_marker(text) is None or text.startswith(("最后", "最後")))
    )
