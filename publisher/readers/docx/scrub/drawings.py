"""Drawings of a copy: no names of files, no objects, and of a picture no more than is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from publisher.readers.docx.drawings import SHAPES
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.ooxml import A, O, V, W, integer
from publisher.readers.docx.scrub.names import GRAPHICS
from publisher.readers.docx.scrub.trees import Node, space_of, take_out, unwrap
from publisher.record import NamedTuple

_NAMED = ("}docPr", "}cNvPr")
_FILE = re.compile(
    r"^[A-Za-z]:/|\\|^/|://|\.(?:jpe?g|jfif|png|gif|bmp|tiff?|[ew]m[fz]|svg|webp|hei[cf]|"
    r"docx?|xlsx?|pptx?|wps|et|dps|pdf|vsdx?)$",
    re.IGNORECASE,
)
"""The path or the name of a file, where a person would write what a picture shows."""
_GIVEN = re.compile(r"[^\W\d_]{1,16}(?: [^\W\d_]{1,16})?[ _]?\d{1,9}|")
"""The names that Word and WPS give: Picture 1, 图片 1, Text Box 2, 文本框 2."""
_LARGEST = 100_000
"""Shares of a picture are whole numbers of 1/1000 percent (20.1.10.40)."""


class Box(NamedTuple):
    """How much of a picture is not shown at its four sides, in 1/100 000."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


WHOLE = Box()
_SIDES = {"left": "l", "top": "t", "right": "r", "bottom": "b"}


def is_file_name(words: str) -> bool:
    """Whether a description is the name of a file, as programs put it there."""
    return bool(_FILE.search(words.strip()))


def plain_drawings(root: Node, losses: Losses) -> None:
    """Leave of the drawings below ``root`` what they show: objects become the picture of them,
    names and descriptions that are names of files go."""
    for data in list(root.iter(A + "graphicData")):
        if not len(data):  # it held what no copy has
            take_out(next(data.iterancestors(W + "drawing"), data))
        elif data.get("uri") not in GRAPHICS:
            data.set("uri", space_of(data[0].tag)[1:-1])
    for held in list(root.iter(W + "object")):
        _to_picture(held)
    for node in root.iter():
        if node.tag.endswith(_NAMED):
            _name(node, losses)
        elif node.tag.startswith(V):
            _name_shape(node, losses)


def _to_picture(held: Node) -> None:
    """What is left of an embedded object is the picture that stood for it (17.3.3.19)."""
    drawing = held.find(W + "drawing")
    if drawing is not None:
        unwrap(held, (drawing,))
        return
    held.tag = W + "pict"
    held.attrib.clear()


def _name(node: Node, losses: Losses) -> None:
    for attribute in ("descr", "title"):
        if _FILE.search(node.get(attribute, "").strip()):
            del node.attrib[attribute]
            losses.add("scrub-names")
    if not _GIVEN.fullmatch(node.get("name", "")):
        node.set("name", f"Drawing {abs(integer(node.get('id')) or 0)}")
        losses.add("scrub-names")


def _name_shape(node: Node, losses: Losses) -> None:
    for attribute in ("alt", "title", O + "title"):
        if _FILE.search(node.get(attribute, "").strip()):
            del node.attrib[attribute]
            losses.add("scrub-names")
    if node.tag in SHAPES:
        name = node.get("id", "")
        if not (_GIVEN.fullmatch(name) or name.startswith("_x0000_")):
            del node.attrib["id"]
            losses.add("scrub-names")


# --- what of a picture is shown -------------------------------------------------------------


def crop(node: Node) -> Box:
    """What is cut off the picture of an ``a:blip`` or ``v:imagedata``; it is so no more when the
    picture has lost as much itself."""
    return _crop_blip(node) if node.tag == A + "blip" else _crop_vml(node)


def _crop_blip(blip: Node) -> Box:
    """srcRect takes a part of the picture (20.1.8.55), a fillRect that reaches beyond the shape
    shows a part of that (20.1.8.30)."""
    fill = blip.getparent()
    source = fill.find(A + "srcRect")
    outer = _sides(source)
    target = fill.find(f"{A}stretch/{A}fillRect")
    inner = _sides(target)
    inside = _hidden_by(inner)
    if source is not None:
        _leave(source, _rest(outer))
        if not source.attrib:
            fill.remove(source)
    if inside != WHOLE and target is not None:
        _leave(target, {side: value for side, value in inner.items() if value > 0})
    return _both(_positive(outer), inside)


def _sides(rectangle: Node | None) -> dict[str, int]:
    if rectangle is None:
        return dict.fromkeys(_SIDES, 0)
    return {side: _share(rectangle.get(name)) for side, name in _SIDES.items()}


def _share(text: str | None) -> int:
    """ST_Percentage: 1/1000 percent, or a number with its sign (22.9.2.9)."""
    if not text:
        return 0
    if text.endswith("%"):
        try:
            return max(-_LARGEST * 10, min(_LARGEST * 10, round(float(text[:-1]) * 1000)))
        except (ValueError, OverflowError):
            return 0
    return integer(text) or 0


def _positive(sides: Mapping[str, int]) -> Box:
    return Box(*(max(0, sides[side]) for side in Box._fields))


def _rest(sides: Mapping[str, int]) -> dict[str, int]:
    """What is left to say when the picture is cut: blank room around what remains of it."""
    cut = _positive(sides)
    wide, high = _LARGEST - cut.left - cut.right, _LARGEST - cut.top - cut.bottom
    along = {"left": wide, "right": wide, "top": high, "bottom": high}
    return {
        side: round(value * _LARGEST / along[side])
        for side, value in sides.items()
        if value < 0 < along[side]
    }


def _hidden_by(sides: Mapping[str, int]) -> Box:
    """What a stretched picture shows outside its shape, as shares of the picture."""
    wide = _LARGEST - sides["left"] - sides["right"]
    high = _LARGEST - sides["top"] - sides["bottom"]
    along = {"left": wide, "right": wide, "top": high, "bottom": high}
    return Box(
        *(
            max(0, -sides[side]) * _LARGEST // along[side] if along[side] > 0 else 0
            for side in Box._fields
        )
    )


def _both(outer: Box, inner: Box) -> Box:
    """``inner`` of what ``outer`` leaves, as shares of the whole."""
    wide = max(0, _LARGEST - outer.left - outer.right)
    high = max(0, _LARGEST - outer.top - outer.bottom)
    return Box(
        outer.left + inner.left * wide // _LARGEST,
        outer.top + inner.top * high // _LARGEST,
        outer.right + inner.right * wide // _LARGEST,
        outer.bottom + inner.bottom * high // _LARGEST,
    )


def _leave(rectangle: Node, sides: Mapping[str, int]) -> None:
    rectangle.attrib.clear()
    for side, value in sides.items():
        rectangle.set(_SIDES[side], str(value))


def _crop_vml(image: Node) -> Box:
    """cropleft and its like: shares of one, or of 65536 with an f (part 4, 19.1.2.11)."""
    sides = {side: _fraction(image.get("crop" + side)) for side in _SIDES}
    for side in _SIDES:
        image.attrib.pop("crop" + side, None)
    for side, value in _rest(sides).items():
        image.set("crop" + side, f"{round(value * 65536 / _LARGEST)}f")
    return _positive(sides)


def _fraction(text: str | None) -> int:
    text = (text or "").strip()
    scale = {"f": _LARGEST / 65536, "%": _LARGEST / 100}.get(text[-1:])
    try:
        share = float(text[:-1]) * scale if scale else float(text or 0) * _LARGEST
        return round(max(-_LARGEST * 10, min(_LARGEST * 10, share)))
    except (ValueError, OverflowError):
        return 0
