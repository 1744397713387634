"""Pictures: DrawingML and VML, as they stand in the file (ECMA-376 20.2, part 4 19.1.2.11)."""

from __future__ import annotations

import posixpath
import re
from xml.etree.ElementTree import Element

from publisher.errors import InputError
from publisher.geometry import Emu
from publisher.manuscript import Picture
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.ooxml import PIC, A, O, R, integer, twips
from publisher.readers.docx.package import Package, Relationship
from publisher.record import NamedTuple

_CSS_LENGTH = r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm|px)?"
_EMU_PER_TWIP = 635


class Frame(NamedTuple):
    """What the drawing around a picture says of it: its size as shown, its description."""

    width: Emu = 0
    height: Emu = 0
    alt: str = ""


def drawing_frame(drawing: Element) -> Frame:
    """The frame of a ``wp:inline`` or ``wp:anchor``."""
    frame = Frame()
    for child in drawing:
        name = child.tag.rpartition("}")[2]
        if name == "extent":
            frame = _sized(child, frame.alt)
        elif name == "docPr":
            alt = _described(child.get("descr", ""), child.get("title", ""))
            frame = Frame(frame.width, frame.height, alt)
    return frame


def shape_frame(shape: Element) -> Frame:
    """The frame of a VML shape, from its CSS."""
    size = {"width": 0, "height": 0}
    for name, number, unit in re.findall(_CSS_LENGTH, shape.get("style", "")):
        css = f"{float(number) * 0.75}pt" if unit in {"", "px"} else number + unit
        size[name] = (twips(css) or 0) * _EMU_PER_TWIP
    return Frame(size["width"], size["height"], _described(shape.get("alt", "")))


def _described(*words: str) -> str:
    """The first description; the name of a file on somebody's disk is none, and gets nowhere."""
    from publisher.readers.docx.scrub.drawings import is_file_name

    return next((each for each in words if each.strip() and not is_file_name(each)), "")


def _sized(extent: Element, alt: str) -> Frame:
    width, height = (_emu(extent.get(name)) for name in ("cx", "cy"))
    return Frame(width, height, alt)


def _emu(text: str | None) -> Emu:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


class Pictures:
    """Finds the bytes behind the picture elements of one part."""

    def __init__(
        self, package: Package, relationships: dict[str, Relationship], losses: Losses
    ) -> None:
        self._package = package
        self._relationships = relationships
        self._losses = losses
        self._parts: dict[tuple[str, tuple[int, ...]], tuple[bytes, str] | None] = {}

    def drawn(self, pic: Element, frame: Frame, *, grouped: bool) -> Picture | None:
        """The picture of a ``pic:pic``; in a group it has its own size."""
        blip = pic.find(f"{PIC}blipFill/{A}blip")
        if blip is None:
            return None
        if grouped:
            own = pic.find(f"{PIC}spPr/{A}xfrm/{A}ext")
            frame = frame if own is None else _sized(own, frame.alt)
        crop = pic.find(f"{PIC}blipFill/{A}srcRect")
        sides = tuple(max(0, integer(crop.get(s)) or 0) for s in "ltrb") if crop is not None else ()
        return self._picture(blip.get(R + "embed") or blip.get(R + "link"), frame, sides)

    def imaged(self, imagedata: Element, frame: Frame) -> Picture | None:
        """The picture of a ``v:imagedata``."""
        alt = _described(frame.alt, imagedata.get(O + "title", ""))
        return self._picture(imagedata.get(R + "id"), Frame(frame.width, frame.height, alt))

    def _picture(
        self, identifier: str | None, frame: Frame, crop: tuple[int, ...] = ()
    ) -> Picture | None:
        """The picture as it is shown: what was cropped off is not in it, nor who took it where."""
        found = self._relationships.get(identifier or "")
        if found is None or found.external:
            self._losses.add("picture-missing")
            return None
        key = (found.target, crop if any(crop) else ())
        if key not in self._parts:
            self._parts[key] = self._load(*key)
        part = self._parts[key]
        if part is None:
            return None
        data, kind = part
        width, height = frame.width, frame.height
        if not width or not height:
            from publisher.readers.raster import shown_size

            width, height = shown_size(data)
        return Picture(data, kind, width, height, frame.alt)

    def _load(self, target: str, crop: tuple[int, ...]) -> tuple[bytes, str] | None:
        from publisher.readers.docx.scrub.drawings import Box
        from publisher.readers.docx.scrub.media import TYPES, clean
        from publisher.readers.raster import MOST_PIXELS, media_type, pixels

        try:
            data = self._package.media(target)
        except InputError:
            self._losses.add("picture-missing")
            return None
        kind = media_type(data)
        if kind is None:
            suffix = posixpath.splitext(target)[1][1:].upper()
            self._losses.add("picture-kind", kind=suffix or "?")
            return None
        width, height = pixels(data)
        if width * height > MOST_PIXELS:
            self._losses.add("picture-missing")
            return None
        cleaned = clean(data, Box(*crop))
        if cleaned.code == "scrub-picture-blank":
            self._losses.add("picture-missing")
            return None
        return cleaned.data, TYPES[cleaned.extension]
