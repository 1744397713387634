"""Pictures as image XObjects (ISO 32000-1 8.9.5). Pillow is imported only when there is one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from publisher.geometry import PER_INCH, Rect
from publisher.options import Profile
from publisher.plan import Image
from publisher.record import NamedTuple
from publisher.writers.pdf.objects import Document, Name, Ref, Stream

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_PLAIN_MODES = ("L", "RGB", "RGBA", "LA", "CMYK")
_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
PRESS_DPI = 220
"""Pixels to the inch below which a picture looks soft in print at reading distance."""
_SCREEN_DPI = 150
_SPARE = 1.25
"""A picture is made smaller only if it has that many times the pixels that it needs."""
_FINE, _LEAN = 92, 82
"""JPEG qualities: for a press, and for a screen."""


class Raster(NamedTuple):
    """A picture as it stands in the file: pixels of ``space``, packed by ``filter``.

    ``inverted`` is how JPEG has inks; ``mask`` the alpha channel, packed by FlateDecode.
    """

    width: int
    height: int
    space: str
    filter: str
    data: bytes
    inverted: bool = False
    mask: bytes | None = None

    def dpi(self, frame: Rect, scale: float) -> int:
        """Pixels to the inch in ``frame``, drawn at ``scale``; the lesser of both ways."""
        across, down = self.width / frame.width, self.height / frame.height
        return round(min(across, down) * PER_INCH / scale)


def raster(image: Image, profile: Profile, scale: float = 1) -> Raster | None:
    """``image``, drawn at ``scale``, for a file of ``profile``; None where its format is not
    understood (EMF, WMF, broken data).

    For the archive a JPEG of grey or RGB goes into the file as it is. Everything else is decoded:
    palettes and deep pixels become RGB, CMYK too, which has no meaning beside the file's RGB
    intent (ISO 19005-2, 6.2.4.3). For the press all is turned into its inks, for a screen no
    more pixels are kept than it shows.
    """
    from PIL import Image as Pillow

    try:
        opened = Pillow.open(io.BytesIO(image.data))
        opened.load()
    except (OSError, SyntaxError, ValueError, Pillow.DecompressionBombError):
        return None
    photo = opened.format == "JPEG"
    picture: Picture = _reduced(opened, image.frame, scale) if profile is Profile.SCREEN else opened
    if picture is opened and photo and picture.mode in ("L", "RGB") and profile != Profile.PRESS:
        return Raster(*picture.size, _SPACES[picture.mode], "DCTDecode", image.data)
    picture, alpha = _plain(picture)
    if profile is Profile.PRESS:
        return _for_press(picture, alpha, photo=photo)
    if picture.mode == "CMYK":
        picture = picture.convert("RGB")
    return _packed(picture, alpha, _LEAN if photo and profile is Profile.SCREEN else None)


def embed_picture(document: Document, raster: Raster) -> Ref:
    """The image XObject, with its soft mask."""
    entries = _entries(raster.width, raster.height, raster.space, raster.filter)
    if raster.inverted:
        entries["Decode"] = [1, 0] * 4
    if raster.mask is not None:
        mask = _entries(raster.width, raster.height, "DeviceGray", "FlateDecode")
        entries["SMask"] = document.add(Stream(raster.mask, mask))
    return document.add(Stream(raster.data, entries))


def _entries(width: int, height: int, space: str, packed: str) -> dict[str, Any]:
    """The dictionary of an image; without loss its rows are packed as PNG's (7.4.4.4)."""
    entries: dict[str, Any] = {
        "Type": Name("XObject"), "Subtype": Name("Image"), "Width": width, "Height": height,
        "ColorSpace": Name(space), "BitsPerComponent": 8, "Filter": Name(packed),
    }  # fmt: skip
    if packed == "FlateDecode":
        colours = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}[space]
        entries["DecodeParms"] = {
            "Predictor": 15, "Colors": colours, "BitsPerComponent": 8, "Columns": width,
        }  # fmt: skip
    return entries


def _plain(picture: Picture) -> tuple[Picture, Picture | None]:
    """``picture`` in a mode of ``_SPACES``, and its alpha channel where it has one."""
    profile = picture.info.get("icc_profile")
    transparent = "transparency" in picture.info or picture.mode in ("PA", "La", "RGBa")
    if picture.mode not in _PLAIN_MODES or transparent:
        picture = picture.convert("RGBA" if transparent else "RGB")
    alpha = None
    if picture.mode in ("RGBA", "LA"):
        alpha = picture.getchannel("A")
        alpha = None if alpha.getextrema()[0] == 255 else alpha
        picture = picture.convert(picture.mode[:-1])
    if profile:
        picture.info["icc_profile"] = profile
    return picture, alpha


def _reduced(picture: Picture, frame: Rect, scale: float) -> Picture:
    """``picture`` with the pixels that a screen shows of it, itself where it has no more."""
    from PIL import Image as Pillow

    needed = _SCREEN_DPI * scale / PER_INCH
    size = [round(side * needed) or 1 for side in (frame.width, frame.height)]
    if picture.width <= size[0] * _SPARE or picture.height <= size[1] * _SPARE:
        return picture
    if picture.mode not in ("L", "RGB", "RGBA", "LA"):
        plain, alpha = _plain(picture)
        picture = plain.convert("RGB")
        if alpha is not None:
            picture.putalpha(alpha)
    return picture.resize((size[0], size[1]), Pillow.Resampling.LANCZOS)


def _for_press(picture: Picture, alpha: Picture | None, *, photo: bool) -> Raster:
    """JPEG makes new colours beside edges: where these carry too much ink, the picture is packed
    without loss instead."""
    from publisher.writers.pdf.separation import MOST_INK, ink_total, separated

    inks = separated(picture)
    packed = _packed(inks, alpha, _FINE if photo else None)
    if packed.filter == "DCTDecode" and inks.mode == "CMYK":
        from PIL import Image as Pillow

        if ink_total(Pillow.open(io.BytesIO(packed.data))) > MOST_INK:
            packed = _packed(inks, alpha, None)
    return packed


def _packed(picture: Picture, alpha: Picture | None, quality: int | None) -> Raster:
    """As a JPEG of ``quality``, None is without loss."""
    mask = None if alpha is None else _deflated(alpha)
    space = _SPACES[picture.mode]
    if quality is None:
        return Raster(*picture.size, space, "FlateDecode", _deflated(picture), mask=mask)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, subsampling=0, optimize=True, icc_profile=None)
    inverted = picture.mode == "CMYK"  # as Adobe's programs write it, and Pillow
    return Raster(*picture.size, space, "DCTDecode", out.getvalue(), inverted, mask)


def _deflated(picture: Picture) -> bytes:
    """The pixels as PNG packs them, each row by the filter that suits it; four channels of ink
    take the place of RGBA."""
    from PIL import Image as Pillow

    if picture.mode == "CMYK":
        picture = Pillow.frombytes("RGBA", picture.size, picture.tobytes())
    out = io.BytesIO()
    picture.save(out, "PNG", icc_profile=None)
    return b"".join(_idat(out.getvalue()))


def _idat(png: bytes) -> list[bytes]:
    """The image data of a PNG file (PNG 5.3: length, type, data, checksum)."""
    found, at = [], 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            found.append(png[at + 8 : at + 8 + length])
        at += 12 + length
    return found
