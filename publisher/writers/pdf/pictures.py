"""Pictures, as reportlab takes them. Pillow is imported only here, when there is a picture."""

from __future__ import annotations

import io
from typing import Any

from publisher.plan import Image

_PLAIN_MODES = ("L", "RGB", "RGBA", "LA")


def readable(image: Image) -> Any | None:
    """A reader for ``image``, None where its format is not understood (EMF, WMF, broken data).

    A JPEG of grey or RGB goes into the file as it is. Everything else is decoded: palettes and
    deep pixels become RGB, CMYK too, which has no meaning beside the file's RGB intent
    (ISO 19005-2, 6.2.4.3).
    """
    from PIL import Image as Pillow
    from reportlab.lib.utils import ImageReader

    try:
        opened = Pillow.open(io.BytesIO(image.data))
        opened.load()
    except (OSError, SyntaxError, ValueError, Pillow.DecompressionBombError):
        return None
    if opened.format == "JPEG" and opened.mode in ("L", "RGB"):
        return ImageReader(io.BytesIO(image.data))
    picture: Pillow.Image = opened
    if picture.mode not in _PLAIN_MODES:
        transparent = "transparency" in picture.info or picture.mode in ("PA", "La", "RGBa")
        picture = picture.convert("RGBA" if transparent else "RGB")
    return ImageReader(picture)
