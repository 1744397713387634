"""Where sentences begin and end in a paragraph, quotations and brackets respected."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

_MARKS = frozenset('“”‘’"（）()《》〈〉「」『』【】[]。！？!?；;：:，,—\n.')
_TITLES = ("Mr", "Mrs", "Dr", "St")
_BEHIND_WORDS = frozenset(')”"')
_DIGITS = frozenset("0123456789")
_CLOSER = dict(zip("“‘（(《〈「『【[", "”’）)》〉」』】]"))
_OPENER = {closer: opener for opener, closer in _CLOSER.items()}
_BRACKETS = frozenset((*_CLOSER, *_OPENER, '"'))
STOPS = frozenset("。！？!?.")
"""Marks that close a sentence."""
QUOTES = frozenset('”’」』"')
_BREAKS = STOPS | frozenset("；;：:\n")
_COMMAS = frozenset("，,—")
_TAIL = frozenset("。！？!?”’」』）)")
_GOING_ON = frozenset("，,；、的")
"""What follows a quotation in the sentence that holds it."""
_NO_PAIR = (1 << 62, 1 << 62)


class Sentences:
    """Offsets into one paragraph's text.

    ``ends`` come after a closing mark (and the quote or bracket closed with it); ``starts`` are
    the first non-blank characters after 。！？；： and line breaks; ``clauses`` those after commas
    and dashes;
    ``colons`` come after a colon, ``semicolons`` after a semicolon. None of them lies within
    closed quotes or brackets.
    """

    __slots__ = ("clauses", "colons", "ends", "semicolons", "starts")

    def __init__(
        self,
        starts: list[int],
        clauses: list[int],
        ends: list[int],
        colons: list[int],
        semicolons: list[int],
    ) -> None:
        self.starts = tuple(dict.fromkeys(starts))  # ？！ ends one sentence, not two
        self.clauses = clauses
        self.ends = tuple(dict.fromkeys(ends))
        self.colons = colons
        self.semicolons = semicolons

    def end_after(self, at: int, limit: int) -> int:
        """The first sentence end after ``at``, or ``limit``."""
        place = bisect_right(self.ends, at)
        return min(self.ends[place], limit) if place < len(self.ends) else limit

    def end_before(self, at: int) -> int:
        """The last sentence end up to ``at``, or 0."""
        place = bisect_right(self.ends, at)
        return self.ends[place - 1] if place else 0

    def colon_after(self, at: int, limit: int) -> int | None:
        """The place after the first colon between ``at`` and ``limit``."""
        return _between(self.colons, at, limit)

    def semicolon_after(self, at: int, limit: int) -> int | None:
        """The place after the first semicolon between ``at`` and ``limit``."""
        return _between(self.semicolons, at, limit)


def _between(places: Sequence[int], at: int, limit: int) -> int | None:
    place = bisect_right(places, at)
    return places[place] if place < len(places) and places[place] < limit else None


def _pairs(marks: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """Closed quotes and brackets as (open, close), outermost ones merged.

    One that is never closed protects nothing: the rest of its paragraph is read as it stands.
    """
    pending: list[tuple[int, str]] = []
    count: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for at, mark in marks:
        if mark not in _BRACKETS:
            continue
        opener = _OPENER.get(mark) or (mark if mark == '"' and count.get('"') else None)
        if opener is None:
            pending.append((at, mark))
            count[mark] = count.get(mark, 0) + 1
        elif count.get(opener):
            while True:
                start, left = pending.pop()
                count[left] -= 1
                if left == opener:
                    break
            pairs.append((start, at))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if not merged or start > merged[-1][1]:
            merged.append((start, end))
    return merged


def _stops(text: str, at: int) -> bool:
    """Whether a half-width stop ends a sentence: behind a Latin word, or between Han characters,
    whose full stop it is."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if _is_latin_stop(text, at, before, after):
        return True
    if not before or not (_is_han(before) or before in "”’）》」"):
        return False
    opens = _is_han(after) or after in "“《（(0123456789" or "①" <= after <= "⑳"
    return opens or after.isspace()


def _is_latin_stop(text: str, at: int, before: str, after: str) -> bool:
    """Whether the stop at ``at`` ends a sentence behind a word (Mr. is none), or behind a number
    of two digits, which with text behind it may number a line."""
    ended = after == "" or (after == "\n" and at + 2 == len(text))
    if (before.isascii() and before.isalpha()) or before in _BEHIND_WORDS:
        return (ended or after.isspace()) and not text.endswith(_TITLES, 0, at)
    if text[max(0, at - 2) : at - 1] not in _DIGITS or not (before in _DIGITS or before == "%"):
        return False
    return ended or (after.isspace() and "A" <= text[at + 1 :].lstrip()[:1] <= "Z")


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def sentences(text: str) -> Sentences:
    """The sentences of a paragraph, in one pass over its marks."""
    marks = [
        (at, char)
        for at, char in enumerate(text)
        if char in _MARKS and (char != "." or _stops(text, at))
    ]
    pairs = _pairs(marks)
    ahead = iter(pairs)
    opened, closed = next(ahead, _NO_PAIR)
    starts: list[int] = [_skip(text, 0)]
    clauses: list[int] = []
    ends: list[int] = []
    colons: list[int] = []
    semicolons: list[int] = []
    for at, mark in marks:
        if at > closed:
            opened, closed = next(ahead, _NO_PAIR)
        inside = opened <= at
        if inside:
            # “…。” closes the sentence that holds it, when nothing of it follows.
            if at != closed or mark not in QUOTES or text[at - 1] not in STOPS:
                continue
        elif mark in _COMMAS:
            clauses.append(_skip(text, at + 1))
            continue
        elif mark not in _BREAKS:
            continue
        if inside or mark in STOPS:
            end = at + 1
            while text[end : end + 1] in _TAIL:
                end += 1
            if inside and text[end : end + 1] in _GOING_ON:
                continue
            ends.append(end)
            starts.append(_skip(text, end))
        else:
            if mark in "：:":
                colons.append(at + 1)
            elif mark in "；;":
                semicolons.append(at + 1)
            starts.append(_skip(text, at + 1))
    return Sentences(_behind_brackets(text, pairs, starts), clauses, ends, colons, semicolons)


def _behind_brackets(text: str, pairs: list[tuple[int, int]], starts: list[int]) -> list[int]:
    """``starts``, and those behind stage directions before a sentence: （掌声）第二，…."""
    if not pairs:
        return starts
    begun = set(starts)
    more = (_skip(text, end + 1) for at, end in pairs if at in begun and text[end] in "）)")
    return sorted((*starts, *more))


def _skip(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at
