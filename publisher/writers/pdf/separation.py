"""Pictures, and colours that name no inks, as inks of the press: through its profile, by littlecms.

What the numbers of a picture mean is said by its embedded profile, or it is sRGB; how the press
prints is said by the output profile, whose tables end at 300 per cent of ink. Black point
compensation keeps the shadows apart. Pillow is imported only here and in ``pictures``.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from publisher.writers.pdf.icc import fogra39
from publisher.writers.pdf.inks import BLACK, Ink

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_INK = 300
"""Per cent of all four inks together that coated paper bears (ISO 12647-2, sheet-fed offset)."""
_NEUTRAL = 8
"""How far channels of a picture or colour may be apart, of 255, and be grey."""
_DARK = 72
"""A neutral colour darker than this, of 255, is black."""
_LEVELS = range(256)


def separated(picture: Picture) -> Picture:
    """``picture`` (RGB, L or CMYK, with its profile in ``info``) as CMYK or, where it has no
    colour, as L for the black plate alone."""
    if picture.mode == "CMYK":
        return _through(picture, _own_profile(picture) or fogra39(), "CMYK")
    own = _own_profile(picture)
    if own and picture.mode == "L":
        picture = _to_screen(picture, own)
    if picture.mode == "RGB" and _is_grey(picture):
        picture = (_to_screen(picture, own) if own else picture).convert("L")
    if picture.mode == "L":
        return picture.point(_black_plate())
    return _through(picture, own, "CMYK")


def ink_total(picture: Picture) -> float:
    """The most ink that a pixel of a CMYK picture carries, in per cent."""
    from PIL import ImageChops

    # Each sum of two is halved, so that 8 bits hold it; rounding takes off 1.2 per cent at most.
    cyan, magenta, yellow, black = picture.split()
    coloured = ImageChops.add(cyan, magenta, scale=2)
    total = ImageChops.add(coloured, ImageChops.add(yellow, black, scale=2), scale=2)
    return _most(total) * 4 / 2.55


def inks_for(palette: Mapping[str, str]) -> dict[str, Ink]:
    """Inks for colours (RRGGBB); what is dark and neutral is black alone, and white is paper."""
    from PIL import Image

    found: dict[str, Ink] = {}
    for slot, value in palette.items():
        red, green, blue = bytes.fromhex(value)
        if max(red, green, blue) < _DARK and max(red, green, blue) - min(red, green, blue) < 24:
            found[slot] = BLACK
            continue
        pixel: Any = separated(Image.new("RGB", (1, 1), (red, green, blue))).getpixel((0, 0))
        if isinstance(pixel, tuple):
            cyan, magenta, yellow, black = (round(part / 2.55) for part in pixel)
            found[slot] = (cyan, magenta, yellow, black)
        else:
            found[slot] = (0, 0, 0, round((255 - pixel) / 2.55))
    return found


def _own_profile(picture: Picture) -> bytes | None:
    """The embedded profile, if it is one for this kind of picture and can be read."""
    from PIL import ImageCms

    data = picture.info.get("icc_profile")
    if not data:
        return None
    try:
        space = ImageCms.ImageCmsProfile(io.BytesIO(data)).profile.xcolor_space.strip()
    except (OSError, ImageCms.PyCMSError):
        return None
    wanted = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK"}[picture.mode]
    return bytes(data) if space == wanted else None


def _through(picture: Picture, own: bytes | None, mode: str) -> Picture:
    """``picture`` in the inks of the press; broken profiles are passed over for sRGB."""
    from PIL import ImageCms

    try:
        return _applied(picture, own, fogra39(), mode)
    except ImageCms.PyCMSError:
        assumed = fogra39() if picture.mode == "CMYK" else None
        return _applied(picture, assumed, fogra39(), mode)


def _to_screen(picture: Picture, own: bytes) -> Picture:
    """``picture`` in sRGB."""
    from PIL import ImageCms

    try:
        return _applied(picture, own, None, "RGB")
    except ImageCms.PyCMSError:
        return picture


def _applied(picture: Picture, source: bytes | None, target: bytes | None, mode: str) -> Picture:
    applied: Picture = _transform(source, picture.mode, target, mode).apply(picture)
    return applied


@cache
def _transform(source: bytes | None, of: str, target: bytes | None, to: str) -> Any:
    """A littlecms transform; None is sRGB."""
    from PIL import ImageCms

    return ImageCms.buildTransform(
        _profile(source), _profile(target), of, to,
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip


def _profile(data: bytes | None) -> Any:
    from PIL import ImageCms

    if data is None:
        return ImageCms.createProfile("sRGB")
    return ImageCms.ImageCmsProfile(io.BytesIO(data))


def _is_grey(picture: Picture) -> bool:
    from PIL import ImageChops

    red, green, blue = picture.split()
    pairs = ((red, green), (green, blue), (red, blue))
    return all(_most(ImageChops.difference(*pair)) <= _NEUTRAL for pair in pairs)


def _most(channel: Picture) -> float:
    """The highest value of one channel."""
    most: Any = channel.getextrema()[1]
    return float(most)


@cache
def _black_plate() -> list[int]:
    """For each grey of sRGB the level (255 is no ink) at which the black plate looks like it.

    Lightness runs from that of full black to that of paper, as the eye expects of print.
    """
    from PIL import Image

    ramp = Image.new("CMYK", (256, 1))
    ramp.putdata([(0, 0, 0, level) for level in _LEVELS])
    printed = _lightness(ramp, fogra39())
    shades = Image.new("RGB", (256, 1))
    shades.putdata([(level,) * 3 for level in _LEVELS])
    seen = _lightness(shades, None)
    dark, light = printed[255], printed[0]
    wanted = [dark + (light - dark) * each / 255 for each in seen]
    return [255 - _nearest(want, printed) for want in wanted]


def _nearest(wanted: float, values: Sequence[float]) -> int:
    """The index of the value that is nearest."""
    return min(range(len(values)), key=lambda i: abs(values[i] - wanted))


def _lightness(picture: Picture, profile: bytes | None) -> list[float]:
    """L* of each pixel, from 0 to 255."""
    from PIL import ImageCms

    lab = ImageCms.buildTransform(
        _profile(profile), ImageCms.createProfile("LAB"), picture.mode, "LAB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )  # fmt: skip
    return [float(level) for level in lab.apply(picture).getchannel(0).tobytes()]
