"""Pictures that must be drawn anew: cut to what is shown, or of a format that others cannot read.

Pillow is imported only here, and only then.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from publisher.readers.docx.scrub.drawings import WHOLE, Box
from publisher.readers.docx.scrub.images import JPEG
from publisher.readers.raster import MOST_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF")
_SHARES = 100_000
_AS_THEY_ARE = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "I;16"})
"""Pixels that a PNG holds."""


def redrawn(data: bytes, box: Box = WHOLE) -> bytes:
    """The picture without what ``box`` cuts off: JPEG where it was one, of the same quality, else
    PNG. Raises ValueError where it cannot be drawn, is too large, or nothing of it is shown."""
    import warnings

    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise ValueError("pixels")
                return _written(image, data, _pixels(image.size, box))
    except (OSError, SyntaxError, EOFError, IndexError, KeyError, TypeError) as error:
        raise ValueError("picture") from error
    except (Image.DecompressionBombError, OverflowError) as error:
        raise ValueError("pixels") from error


def _pixels(size: tuple[int, int], box: Box) -> tuple[int, int, int, int]:
    """The pixels that are shown at least in part."""
    width, height = size
    left, top = width * box.left // _SHARES, height * box.top // _SHARES
    right, bottom = width - width * box.right // _SHARES, height - height * box.bottom // _SHARES
    if left >= right or top >= bottom:
        raise ValueError("nothing")
    return left, top, right, bottom


def _written(image: Image, data: bytes, pixels: tuple[int, int, int, int]) -> bytes:
    out = io.BytesIO()
    options: dict[str, Any] = {"icc_profile": image.info.get("icc_profile")}
    if data.startswith(JPEG):
        from PIL.JpegImagePlugin import get_sampling

        sampling, tables = get_sampling(image), getattr(image, "quantization", None)
        image.crop(pixels).save(
            out, "JPEG", qtables=tables, subsampling=sampling, optimize=True, **options
        )
        return out.getvalue()
    cut = image.crop(pixels)
    if cut.mode not in _AS_THEY_ARE:
        cut = cut.convert("RGBA" if "A" in cut.mode or "a" in cut.mode else "RGB")
        options["icc_profile"] = None  # it spoke of other colours
    transparent = image.info.get("transparency")
    if transparent is not None and cut.mode in {"1", "L", "P", "RGB"}:
        options["transparency"] = transparent
    cut.info = {}
    cut.save(out, "PNG", optimize=False, **options)
    return out.getvalue()
