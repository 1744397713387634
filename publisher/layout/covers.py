"""The cover: title, speaker, date and occasion, each with the room it needs among the others.

What a frame lacks is taken where nothing stands: from a neighbour on its line that needs less,
from a line below that stays empty, and last from above the title, which moves up with what stands
between. Nothing grows downwards: there is artwork.
"""

from __future__ import annotations

from collections.abc import Mapping

from publisher.geometry import Emu, Rect, px
from publisher.layout.desk import Desk
from publisher.layout.furniture import SEPARATOR, speaker_lines
from publisher.layout.rounding import ROOM, slack_of
from publisher.layout.shown import Page
from publisher.script import Slide
from publisher.theme.model import Frame

_ON_ONE_LINE = frozenset({"speaker", "date"})
_APART = px(16)
"""Between two texts on one line, at least."""


def cover(desk: Desk, slide: Slide) -> list[Page]:
    """The title of the speech, and who gives it where and when."""
    given: dict[str, list[str]] = {}
    for name, piece in slide.lines:
        given.setdefault(name, []).append(piece.text.strip())
    lines = {
        name: (SEPARATOR if name in _ON_ONE_LINE else "\n").join(texts)
        for name, texts in speaker_lines(desk, given).items()
    }
    title = desk.deck.script.title
    desk.filled = {"title", "logo", *lines}
    desk.frames = _roomy(desk, title, lines)
    items = desk.put("title", title, role="Title", by_sense=True)
    for name, text in lines.items():
        items += desk.put(name, text)
    return [Page(items, slide.spoken())]


def _roomy(desk: Desk, title: str, lines: Mapping[str, str]) -> Mapping[str, Frame]:
    """The frames of the cover, with room for ``lines`` as far as there is any."""
    frames = dict(desk.frames)
    _share_line(desk, frames, lines)
    _take_empty_lines(frames, lines)
    raised = dict(frames)
    for name in ("occasion", "subtitle"):
        if name in lines and name in raised:
            _raise(raised, name, _lacking(desk, raised[name], lines[name]))
    top = raised.get("title")
    if top is None or top.anchor != "bottom" or raised == frames:
        return frames
    room = desk.setter.fit(title, top.style, top.rect.width, top.rect.height, by_sense=True)
    return frames if room.clipped else raised


def _share_line(desk: Desk, frames: dict[str, Frame], lines: Mapping[str, str]) -> None:
    """Speaker at the left and date at the right of one line part it where their words do."""
    left, right = frames.get("speaker"), frames.get("date")
    if left is None or right is None or right.align != "right" or left.rect.y != right.rect.y:
        return
    needed = [_width(desk, frames[name], lines.get(name, "")) for name in ("speaker", "date")]
    span = right.rect.right - left.rect.x
    if needed[0] <= left.rect.width and needed[1] <= right.rect.width:
        return
    if sum(needed) + _APART > span:
        if "occasion" in frames and "occasion" not in lines and needed[0] <= span:
            # No room for both: the date goes to the line that stays empty, and fills it.
            frames["date"] = frames.pop("occasion")._replace(name="date")
            frames["speaker"] = left._replace(rect=left.rect._replace(width=span))
        return
    wide = max(needed[1], min(right.rect.width, span - _APART - needed[0]))
    rect = right.rect
    frames["date"] = right._replace(rect=Rect(rect.right - wide, rect.y, wide, rect.height))
    frames["speaker"] = left._replace(rect=left.rect._replace(width=span - wide - _APART))


def _width(desk: Desk, frame: Frame, text: str) -> Emu:
    """What ``text`` takes on one line in the smallest type."""
    size = desk.setter.theme.styles[frame.style].smallest
    block = desk.setter.set(text, frame.style, size, 1000 * size)
    return block.width + slack_of(text, size) + 2 * ROOM if text else 0


def _take_empty_lines(frames: dict[str, Frame], lines: Mapping[str, str]) -> None:
    """Of subtitle and occasion, the one that is there has the room of both, unless the lower is
    narrower: there is artwork beside it."""
    upper, lower = frames.get("subtitle"), frames.get("occasion")
    if upper is None or lower is None or ("subtitle" in lines) == ("occasion" in lines):
        return
    if "subtitle" in lines and lower.rect.width < upper.rect.width:
        return
    name = "subtitle" if "subtitle" in lines else "occasion"
    frame = frames[name]
    top, bottom = upper.rect.y, lower.rect.bottom
    frames[name] = frame._replace(rect=frame.rect._replace(y=top, height=bottom - top))


def _lacking(desk: Desk, frame: Frame, text: str) -> Emu:
    """How much higher the frame would have to be for ``text`` in its smallest type."""
    size = desk.setter.theme.styles[frame.style].smallest
    block = desk.setter.set(text, frame.style, size, frame.rect.width, by_sense=True)
    if block.height <= frame.rect.height:
        return 0
    return block.height + ROOM - frame.rect.height


def _raise(frames: dict[str, Frame], name: str, more: Emu) -> None:
    """Make a frame higher by ``more``, at its top: what stands above it moves up."""
    above = frames[name].rect.y
    for other in ("subtitle", "title"):
        frame = frames.get(other)
        if frame is None or other == name or frame.rect.y >= above:
            continue
        if other == "title":
            rect = frame.rect._replace(height=frame.rect.height - more)
        else:
            rect = frame.rect._replace(y=frame.rect.y - more)
        frames[other] = frame._replace(rect=rect)
    rect = frames[name].rect
    frames[name] = frames[name]._replace(
        rect=rect._replace(y=rect.y - more, height=rect.height + more)
    )
