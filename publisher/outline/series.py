"""What numbers say as a series: whether they count on, announce, list, or head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from publisher.outline.candidate import Candidate, is_full, says_more
from publisher.outline.nesting import Place
from publisher.outline.setting import Setting
from publisher.outline.weights import Vote, vote

_SUPPORT = 12
"""Characters of text behind a point that say more than it."""
_UNENDED = ("；", ";", "，", ",")
_CLAUSE = 20
"""Characters of a clause that is more than a name."""
WEAK = "count-weak"
_FRAME = [("sequence", 1), ("sequence", 0)]


def of_series(
    found: Sequence[Candidate],
    places: Sequence[Place],
    group: Sequence[int],
    texts: Counter[str],
    setting: Setting,
) -> Iterator[str]:
    """What a series says as a whole: it only announces, only lists, or is a table of contents."""
    if _announces(found, group):
        yield "summary"
    members = [found[index] for index in group]
    asked = setting.transcript is not None and members[-1].paragraph >= setting.transcript
    if asked and not argues(members) and not _asks(members, setting):
        yield "transcript"
    if members[0].point and _only_lists(members):
        yield "clause"
    if len(group) < 2 or members[0].point or any(c.explicit or c.marker is None for c in members):
        return
    stands_alone = all(
        not (c.rest or says_more(c))
        and following.paragraph <= c.paragraph + 1 + c.more
        and following.point is False
        and places[index].level == places[index + 1].level
        for c, following, index in zip(members, members[1:], group)
        if index + 1 < len(found)
    )
    if stands_alone and not members[-1].rest:
        if members[0].paragraph - 1 in setting.colons:
            yield "list-only"
        if all(texts[c.text] > 1 for c in members):
            yield "contents"
        yield "rules"


def argues(members: Sequence[Candidate]) -> bool:
    """Points with text behind most of them: they are parts, whoever says them and where."""
    full = sum(c.rest >= _SUPPORT for c in members)
    return len(members) > 1 and members[0].point and full * 3 >= len(members) * 2


def _only_lists(members: Sequence[Candidate]) -> bool:
    """一是错峰；二是增压；三是送水。: most of the clauses are no more than names."""
    if any(c.rest for c in members) or not any(c.text.endswith(_UNENDED) for c in members):
        return False
    names = sum(not is_full(c) and len(c.text) < _CLAUSE for c in members)
    return names * 2 > len(members)


def _asks(members: Sequence[Candidate], setting: Setting) -> bool:
    """Lines that stand above questions: what these are about."""
    return all(not c.rest and c.paragraph + 1 + c.more in setting.questions for c in members)


def _announces(found: Sequence[Candidate], group: Sequence[int]) -> bool:
    """三点：一是…；二是…；三是…。 just above （一）: the points name the parts, no more."""
    members = [found[index] for index in group]
    following = found[group[-1] + 1] if group[-1] + 1 < len(found) else None
    return (
        following is not None
        and not following.point
        and following.value == 1
        and following.paragraph == members[-1].paragraph + 1
        and all(c.point and not c.rest and c.explicit is None for c in members)
        and members[0].paragraph == members[-1].paragraph
        and len(members) > 1
    )


def _frames(found: Sequence[Candidate], group: Sequence[int]) -> bool:
    markers = [found[index].marker for index in group]
    return [(m.kind.name, m.value) for m in markers if m] == _FRAME


def in_series(
    found: Sequence[Candidate], group: Sequence[int], order: int, runs_on: bool
) -> Iterator[Vote]:
    """Whether the numbers before and after it make a sequence.

    ``runs_on``: the last number of its kind, wherever it stood, is the one before it.
    """
    c = found[group[order]]
    if c.marker is None:
        return
    if runs_on and not c.point and order == 0:
        yield vote("sequence", f"1/{len(group)}")
        return
    first = found[group[0]].value
    if c.family == WEAK and len(group) == 2 and len({found[i].form for i in group}) > 1:
        yield Vote("alone", "", c.marker.kind.alone)
    if _frames(found, group):
        # 首先，欢迎大家。 … 最后，祝大家…, without 其次, are the frame of a speech.
        yield Vote("alone", "", c.marker.kind.alone)
    if len(group) == 1:
        if first > 1:
            yield vote("orphan")
        yield Vote("alone", "", c.marker.kind.alone)
        return
    if first > 1 and c.point:
        yield vote("orphan")
    before = found[group[order - 1]].value if order else 0
    regular = c.value in {before + 1, 0}
    yield vote("sequence", f"{order + 1}/{len(group)}") if regular else vote("gap")
