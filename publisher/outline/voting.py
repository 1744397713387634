"""What each cue says for and against a candidate, through one table of weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publisher.manuscript import Paragraph
from publisher.outline.candidate import LONG, OUTER, SHORT, Candidate
from publisher.outline.cues import Look, differences, explicit_level
from publisher.outline.nesting import Place
from publisher.outline.roles import takes_leave

WEIGHTS: dict[str, float] = {
    "author": 20.0,  # the author's corrections
    "style": 9.0,  # a heading style set by hand always wins
    "outline": 9.0,
    "list": 0.5,  # an automatic number
    "font": 1.0,
    "size": 1.0,
    "weight": 1.0,
    "align": 1.0,
    "sequence": 1.5,  # the number follows its predecessor, from 1 on
    "gap": 0.0,  # 一、 三、: reported, not punished
    "orphan": -3.0,  # begins in the middle: 二是 without 一是
    "lead": 2.0,  # a point that begins its paragraph
    "short": 1.0,
    "long": -1.5,
    "very-long": -1.0,
    "body": 1.0,  # something follows beneath it
    "bare": -1.0,
    "rules": -3.0,  # sentences in a row, of which none has anything under it
    "list-only": -1.5,  # announced by a colon, and nothing stands under any of them
    "contents": -9.0,  # a typed table of contents: the same words come again
    "inline": -1.0,  # （1） inside a paragraph
    "item": -2.5,  # ends in ； or ，: an item of a list
    "clause": -6.0,  # 一是…；二是…；三是…。 is one sentence
    "definition": -5.0,  # 1.“两重”：是指…
    "annex": -1.5,  # annexes list more than they head
    "glossary": -9.0,
    "leave": -6.0,  # 最后，祝大家…
    "host": -4.0,  # 首先请…, 最后请… call people to the stage
    "transcript": -9.0,  # questions and answers have no headings
    "summary": -3.0,  # points that only announce the parts which follow
    "open": 1.5,  # an unnumbered line that no mark closes
    "closed": -0.5,
    "asks": 0.5,
    "regular": 1.0,  # more of its kind
    "heads-text": 1.0,  # an unnumbered line above a paragraph of text
    "parallel": 1.5,  # built like the short sentence before or after it: 药要… 话要…
    "clauses": -1.0,  # a short sentence of several clauses
    "unframed": -2.0,  # a short sentence of its own where nothing else is a heading
    "cluster": -3.0,  # short lines in a row: verses, names
}

VERY_LONG = 100
_TEXT = 40
"""Characters of a paragraph that is text beneath a short sentence; beneath a line, ``LONG``."""
_RULE = 12
"""Characters of a sentence that says what to do, rather than names what follows."""
_NEAR = 6
"""Candidates that may lie between two short sentences of one build."""
_DEFINING = ("是指", "指的是", "：指", "：是", "即指", "”：", "”——", "》：", "」：")
SHOWN = frozenset(
    {"author", "style", "outline", "list", "font", "size", "weight", "align", "sequence"}
)


class Vote(NamedTuple):
    """What one cue says: its kind, its value as a person sees it, and its weight."""

    cue: str
    value: str
    weight: float


class Setting:
    """What is known of the document as a whole. Indices are of paragraphs."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], body: Look, *, transcript: int | None, hosted: bool
    ) -> None:
        self.body = body
        self.transcript = transcript
        """The first question of a transcript."""
        self.hosted = hosted
        """A host's script: its parts are the items of the agenda."""
        self.styles = {
            p.index: (p.cues.style_name or "") if p.cues.heading_style else ""
            for p in paragraphs
            if explicit_level(p) is not None
        }
        """Style names of paragraphs with a level set by hand; "" where only the level is."""
        self.lists = frozenset(
            p.index for p in paragraphs if p.cues.number and p.cues.number.format != "bullet"
        )
        """Paragraphs with an automatic number."""
        self.centred = frozenset(p.index for p in paragraphs if p.cues.alignment == "center")
        self.colons = frozenset(
            p.index for p in paragraphs if p.text.rstrip().endswith(("：", ":"))
        )
        """Paragraphs that announce what follows."""
        self.lengths = [len(p.text) for p in paragraphs]


def vote(cue: str, value: str = "") -> Vote:
    return Vote(cue, value, WEIGHTS[cue])


def own(c: Candidate, setting: Setting) -> Iterator[Vote]:
    """What the candidate's formatting and place say."""
    if c.said:
        yield vote("author")
    if c.explicit is not None and not c.said:
        style = setting.styles.get(c.paragraph)
        yield vote("style", style) if style else vote("outline", str(c.explicit))
    if c.paragraph in setting.lists and c.lead:
        yield vote("list", c.marker.literal if c.marker else "")
    if c.marker is not None:
        yield Vote("number", c.marker.literal, c.marker.kind.weight)
    for cue, value in differences(c.look, setting.body):
        yield vote(cue, value)
    if c.paragraph in setting.centred:
        yield vote("align", "center")
    if c.lead and c.point:
        yield vote("lead")
    if not c.lead and not c.point:
        yield vote("inline")
    if setting.hosted and c.marker is not None and c.marker.kind.name == "sequence":
        yield vote("host")
    if setting.transcript is not None and c.paragraph >= setting.transcript:
        yield vote("transcript")


def wording(c: Candidate) -> Iterator[Vote]:
    """What its words say. A point's sentence may be as long as it likes."""
    if c.marker is None:
        closed = c.rest or c.text.endswith(("。", "！"))
        asks = c.text.endswith(("？", "?"))
        yield vote("closed" if closed else "asks" if asks else "open")
    ended = c.text.endswith(("；", ";", "，", ","))
    if c.point:
        if ended and not c.rest and not _is_full(c):
            yield vote("clause")
        if c.value == 0 and takes_leave(c.text):
            yield vote("leave")
        return
    size = len(c.text)
    if size <= SHORT:
        yield vote("short")
    elif size > LONG:
        yield vote("long")
    if size > VERY_LONG:
        yield vote("very-long")
    if ended:
        yield vote("item")
    if any(word in c.text[:SHORT] for word in _DEFINING):
        yield vote("definition")


def _is_full(c: Candidate) -> bool:
    """一是办好课堂，由护士自己讲课；: a point that says more than its name."""
    return any(mark in c.text[:-1] for mark in "，,")


def under(
    found: Sequence[Candidate], places: Sequence[Place], index: int, end: int
) -> Iterator[Vote]:
    """Whether something stands beneath the candidate: text, or another kind of heading.

    ``end``: how many paragraphs there are.
    """
    c = found[index]
    following = found[index + 1] if index + 1 < len(found) else None
    if (
        c.rest > 0
        or (following.paragraph if following else end) > c.paragraph + 1 + c.more
        or (following is not None and places[index + 1].level > places[index].level)
    ):
        yield vote("body")
    elif not c.point:
        yield vote("bare")


def appearance(c: Candidate) -> tuple[bool, bool, Look]:
    return c.wears, c.text.endswith("。"), c.look


def unnumbered(
    found: Sequence[Candidate],
    index: int,
    setting: Setting,
    looks: Counter[tuple[bool, bool, Look]],
    framed: bool,
) -> Iterator[Vote]:
    """Whether an unnumbered line is one of several, and stands above text."""
    c = found[index]
    closed = ("。", "？", "?")
    plain_sentence = not c.wears and c.text.endswith(closed)
    if plain_sentence and not framed and not c.text.endswith(("？", "?")):
        yield vote("unframed")
    if plain_sentence:
        if _has_parallel(found, index):
            yield vote("parallel")
        if _is_full(c):
            yield vote("clauses")
    if looks[appearance(c)] > (2 if plain_sentence else 1):
        yield vote("regular")
    behind = setting.lengths[c.paragraph + 1 : c.paragraph + 2]
    if behind and behind[0] > (_TEXT if plain_sentence else LONG):
        yield vote("heads-text")
    if not c.wears:
        near = (found[i] for i in (index - 1, index + 1) if 0 <= i < len(found))
        if any(
            n.marker is None
            and OUTER not in (c.form, n.form)
            and abs(n.paragraph - c.paragraph) == 1
            and n.text.endswith(closed) is plain_sentence
            for n in near
        ):
            yield vote("cluster")


def _has_parallel(found: Sequence[Candidate], index: int) -> bool:
    """Whether the unnumbered line before or after it is built alike, points in between aside."""
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(found) and found[at].point and abs(at - index) < _NEAR:
            at += step
        near = 0 <= at < len(found) and abs(at - index) <= _NEAR
        if near and found[at].marker is None and is_parallel(found[index].text, found[at].text):
            return True
    return False


def is_parallel(one: str, other: str) -> bool:
    """Sentences about as long, with words at the same places: 把底数摸清。 把钱用好。"""
    if abs(len(one) - len(other)) > 2:
        return False
    ends = [(a, b) for a, b in zip(one[:-1], other[:-1]) if a == b]
    tails = [(a, b) for a, b in zip(one[-2::-1], other[-2::-1]) if a == b]
    begins = one[0] == other[0]
    return begins or max(len(ends), len(tails)) > 1 or (len(one) == len(other) and bool(ends))


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
    if len(group) < 2 or members[0].point or any(c.explicit or c.marker is None for c in members):
        return
    stands_alone = all(
        not c.rest
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
        if all(len(c.text) > _RULE and c.text.endswith("。") for c in members):
            yield "rules"


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


def in_series(found: Sequence[Candidate], group: Sequence[int], order: int) -> Iterator[Vote]:
    """Whether the numbers before and after it make a sequence."""
    c = found[group[order]]
    if c.marker is None:
        return
    first = found[group[0]].value
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
