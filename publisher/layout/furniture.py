"""What stands on every slide where its drawing has a frame for it, and where it may stand.

A frame that stays empty (no logo, no unit) leaves no gap: the frame beside it takes its room.
"""

from __future__ import annotations

from collections.abc import Mapping

from publisher.geometry import Rect, Size, px
from publisher.layout.desk import Deck, Desk
from publisher.manuscript import Picture
from publisher.plan import Image, Item
from publisher.script import Role, Slide
from publisher.theme.model import Drawing, Frame

SEPARATOR = "　"
"""Between what stands on one line: unit and name, name and post."""
_OPTIONAL = ("logo", "unit")
_BESIDE = px(72)
"""So near must a frame stand to an empty one to take its room."""
_NEIGHBOURS = frozenset({"footer", "speaker", "unit", "date", "place", "occasion"})


def frames_of(drawing: Drawing, deck: Deck) -> Mapping[str, Frame]:
    """The drawing's frames, those beside an empty one wider or higher by it."""
    filled = {"logo": deck.logo is not None, "unit": bool(deck.options.unit)}
    frames = dict(drawing.frames)
    for name in _OPTIONAL:
        if name in frames and not filled[name]:
            empty = frames.pop(name).rect
            for other, frame in frames.items():
                if other in _NEIGHBOURS:
                    frames[other] = frame._replace(rect=_taken(frame, empty))
    return frames


def _taken(frame: Frame, empty: Rect) -> Rect:
    """The rectangle of ``frame``, with the empty one where they stand beside each other.

    Text moves towards its own edge only: what is set from the left takes room at its left.
    """
    rect = frame.rect
    level = min(rect.bottom, empty.bottom) - max(rect.y, empty.y) > rect.height // 2
    if level and frame.align == "left" and 0 <= rect.x - empty.right <= _BESIDE:
        return Rect(empty.x, rect.y, rect.right - empty.x, rect.height)
    if level and frame.align == "right" and 0 <= empty.x - rect.right <= _BESIDE:
        return Rect(rect.x, rect.y, empty.right - rect.x, rect.height)
    stacked = min(rect.right, empty.right) - max(rect.x, empty.x) > rect.width // 2
    if stacked and frame.anchor != "bottom" and 0 <= rect.y - empty.bottom <= _BESIDE // 2:
        return Rect(rect.x, empty.y, rect.width, rect.bottom - empty.y)
    if stacked and frame.anchor == "bottom" and 0 <= empty.y - rect.bottom <= _BESIDE // 2:
        return Rect(rect.x, rect.y, rect.width, empty.bottom - rect.y)
    return rect


def furniture(desk: Desk, slide: Slide, number: int) -> tuple[Item, ...]:
    """The running place, which leads back to the agenda, and what else has a frame."""
    deck = desk.deck
    # Without a title of its own a slide stands under its place: once is enough.
    place = slide.place.text if slide.place and slide.title else None
    items = desk.put("place", place, role="Artifact", link=deck.agenda)
    items += desk.put("footer", deck.script.title, role="Artifact")
    if slide.role is not Role.COVER:
        items += desk.put("unit", deck.options.unit, role="Artifact")
    if deck.logo and "logo" in desk.frames:
        items += (fitted(deck.logo, desk.frames["logo"], "logo")._replace(role="Artifact"),)
    return items + desk.put("number", str(number), role="Artifact", field="number")


def fitted(picture: Picture, frame: Frame, name: str) -> Image:
    """The picture in its proportions, as large as the frame allows, where its text would stand."""
    rect = frame.rect
    scale = min(rect.width / max(1, picture.width), rect.height / max(1, picture.height))
    width, height = int(picture.width * scale), int(picture.height * scale)
    x = {"left": 0, "center": 1, "right": 2}[frame.align] * (rect.width - width) // 2
    y = {"top": 0, "middle": 1, "bottom": 2}[frame.anchor] * (rect.height - height) // 2
    box = Rect(rect.x + x, rect.y + y, width, height)
    return Image(box, picture.data, picture.media_type, picture.alt, name)


def speaker_lines(desk: Desk, lines: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    """The lines of a cover by frame; the unit stands with the speaker where it has no frame."""
    unit = desk.deck.options.unit
    if not unit:
        return lines
    if "unit" in desk.frames:
        return {**lines, "unit": [unit]}
    speaker, frame = lines.get("speaker", []), desk.frames.get("speaker")
    if frame is None or any(unit in line for line in speaker):
        return lines
    joined = desk.setter.fit(
        SEPARATOR.join((unit, *speaker)), frame.style, frame.rect.width, frame.rect.height,
        max_lines=1,
    )  # fmt: skip
    return lines if joined.clipped else {**lines, "speaker": [unit, *speaker]}


def attachment_frame(size: Size) -> Rect:
    """Where the icon of an attachment stands on the cover: in the corner, below all frames."""
    return Rect(size.width - px(80), size.height - px(72), px(48), px(56))
