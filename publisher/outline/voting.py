"""What a candidate says for and against itself: its formatting, its words, its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.outline.candidate import LONG, SHORT, Candidate, says_more
from publisher.outline.cues import differences
from publisher.outline.nesting import Place
from publisher.outline.roles import takes_leave
from publisher.outline.setting import Setting
from publisher.outline.weights import Vote, vote

VERY_LONG = 100
_DEFINING = ("是指", "指的是", "：指", "：是", "即指", "”：", "”——", "》：", "」：")


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
    if not c.lead and not c.point and not says_more(c):
        yield vote("inline")
    if setting.hosted and c.marker is not None and c.marker.kind.name == "sequence":
        yield vote("host")


def wording(c: Candidate) -> Iterator[Vote]:
    """What its words say. A point's sentence may be as long as it likes."""
    if c.marker is None:
        closed = c.rest or c.text.endswith(("。", ".", "！", "!"))
        asks = c.text.endswith(("？", "?"))
        yield vote("closed" if closed else "asks" if asks else "open")
    ended = c.text.endswith(("；", ";", "，", ","))
    if c.point:
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
    if ended and not c.rest and not says_more(c):
        yield vote("item")
    if any(word in c.text[:SHORT] for word in _DEFINING):
        yield vote("definition")


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
    elif not c.point and not says_more(c):
        yield vote("bare")
