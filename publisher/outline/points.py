"""Points in running text: 一是…。二是…。 and numbers like （1） that begin sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publisher.outline.numbering import Marker, inline_markers, point_marker, point_markers
from publisher.outline.sentences import Sentences

_REACH = 120
"""Characters before 二是 within which its 一是 may stand inside a clause."""
_INNER = 2
"""The rank from which numbers may begin inside a paragraph and go on in the next."""
_WITHIN = 12
"""Points of other series that may stand between 一 and 二, and one."""
_NEXT = {0, 2}
"""What may follow 1: 其次, or 然后 of whatever number."""
# (begins a sentence, whether 二 does; None without 二): which 一 may be points.
_KEEP = {(True, True), (True, None), (False, True)}


def points(text: str, marks: Sentences) -> Iterator[Marker]:
    """Markers of points at the starts of sentences.

    一是 may also stand after a comma (主要有三点，一是…。二是…。) if 二 begins a sentence later;
    where 二 only follows a comma (一是…，二是…), they are clauses of one sentence, not points.
    """
    strict = set(marks.starts)
    places = sorted(strict.union(marks.clauses))
    found = [(marker, marker.start in strict) for marker in point_markers(text, places)]
    found = _with_first(text, marks, _counted(found)) if found else found
    for place, (marker, starts) in enumerate(found):
        second = next(
            (
                s
                for m, s in found[place + 1 : place + _WITHIN]
                if m.kind is marker.kind and m.value in _NEXT
            ),
            None,
        )
        if (starts, second) in _KEEP if marker.value == 1 else starts:
            yield marker


def _counted(found: list[tuple[Marker, bool]]) -> list[tuple[Marker, bool]]:
    """一个是…。一个是…。: the same words again count on."""
    counts: dict[str, int] = {}
    counted: list[tuple[Marker, bool]] = []
    for marker, starts in found:
        if marker.kind.name == "pair" and starts:
            counts[marker.literal] = counts.get(marker.literal, marker.value - 1) + 1
            marker = marker._replace(value=counts[marker.literal] if marker.value else 0)
        counted.append((marker, starts))
    return counted


def _with_first(
    text: str, marks: Sentences, found: list[tuple[Marker, bool]]
) -> list[tuple[Marker, bool]]:
    """建议一是…；二是…；三是…。: the first point may stand inside a clause where two others begin
    theirs.
    """
    whole: list[tuple[Marker, bool]] = []
    for place, (marker, starts) in enumerate(found):
        before = whole[-1][0] if whole else None
        after = found[place + 1][0] if place + 1 < len(found) else None
        if (
            starts
            and marker.value == 2
            and marker.kind.family == "count"
            and (before is None or before.kind is not marker.kind)
            and after is not None
            and (after.kind, after.value) == (marker.kind, 3)
        ):
            begin = max(marks.end_before(marker.start), marker.start - _REACH)
            at = text.rfind("一" + marker.literal[-1], begin, marker.start)
            first = point_marker(text, at) if at >= 0 else None
            if first is not None:
                whole.append((first, False))
        whole.append((marker, starts))
    return whole


def inline_numbers(
    text: str, marks: Sentences, heads: dict[int, Marker], following: Callable[[], Marker | None]
) -> Iterator[Marker]:
    """Numbers like （1） that begin sentences inside a paragraph, where they count 1, 2, …

    The first may begin the paragraph: 1.早看。…2.早办。… on one line; the second may be
    the number that the next numbered paragraph begins with (``following``).
    """
    found = inline_markers(text, [at for at in marks.starts if at not in heads])
    if not found:
        return
    reached = {m.kind.name: m.value for m in heads.values() if m.kind.inline}
    ones = {m.kind.name for m in found if m.value == 2} | set(reached)
    if found[-1].value == 1 and found[-1].kind.rank >= _INNER:
        second = following()
        if second is not None and second.value == 2:
            ones.add(second.kind.name)
    for marker in found:
        name = marker.kind.name
        goes_on = marker.value > 1 and marker.value == reached.get(name, 0) + 1
        if goes_on or (marker.value == 1 and name in ones):
            reached[name] = marker.value
            yield marker
