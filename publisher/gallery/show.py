"""A theme as pictures: laid out by the pipeline itself, drawn by our own writers, PNG or SVG.

No other program is asked: for a PNG, pages of our PDF are drawn by pdfium, whose wheel is there for
every platform.
"""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from publisher.gallery.sample import UNIT, sample_script
from publisher.gallery.sheet import EDGE, EDGE_SLOT, ContactSheet, contact_sheet
from publisher.gallery.shelf import bookshelf
from publisher.geometry import px
from publisher.layout.slides import ARRANGEMENTS, lay_out_slides
from publisher.options import Options
from publisher.plan import Colour, Miniature, Shape
from publisher.record import NamedTuple
from publisher.seal import BLANK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PIL.Image import Image

    from publisher.events import Notice
    from publisher.plan import Plan, Sheet
    from publisher.theme.model import Theme
    from publisher.typeface.registry import Typefaces

WIDTH = 2112
"""Pixels across: slides of half their size."""
_COLOURS = 256
_HAIRLINE = px(1.5)
"""About a slide, on a sheet of twice the pixels that it is mostly seen at."""


class Shown(NamedTuple):
    """The sample speech in a theme: all its sheets, and the index of each slide's first one."""

    plan: Plan
    firsts: tuple[int, ...]
    notices: tuple[Notice, ...]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The first sheet of each slide."""
        return tuple(self.plan.sheets[index] for index in self.firsts)


def lay_out_sample(theme: Theme, typefaces: Typefaces) -> Shown:
    """The sample speech on every role that layout knows."""
    script = sample_script(ARRANGEMENTS, bookshelf())
    plan, notices = lay_out_slides(script, theme, typefaces, Options(unit=UNIT))
    # No two slides of one role follow each other: what has its forerunner's role goes on from it.
    numbered = groupby(enumerate(plan.sheets), lambda pair: pair[1].layout)
    return Shown(plan, tuple(next(pairs)[0] for _, pairs in numbered), notices)


class ContactPicture(NamedTuple):
    """A PNG or SVG, and how many slides are on it."""

    picture: bytes
    slides: int


def show(theme: Theme, aspect: str, typefaces: Typefaces, width: int = WIDTH) -> ContactPicture:
    """The contact sheet of ``theme`` as a PNG ``width`` pixels across, in 256 colours.

    The same theme gives the same bytes. A seal stands behind the picture's end, where every
    program passes it over (PNG 5.6: IEND is the last chunk).
    """
    from PIL.Image import Dither

    shown = lay_out_sample(theme, typefaces)
    roles = [sheet.layout or "" for sheet in shown.sheets]
    sheet = contact_sheet(theme, aspect, roles, typefaces)
    picture = _composed(sheet, shown, theme, typefaces, width)
    out = BytesIO()
    picture.quantize(_COLOURS, dither=Dither.NONE).save(out, "PNG", optimize=True)
    return ContactPicture(out.getvalue() + BLANK.encode("ascii"), len(roles))


def drawn(theme: Theme, aspect: str, typefaces: Typefaces) -> ContactPicture:
    """The contact sheet of ``theme`` as an SVG: sharp at any size, its text text.

    The same theme gives the same bytes.
    """
    from publisher.writers.svg import write

    shown = lay_out_sample(theme, typefaces)
    roles = [sheet.layout or "" for sheet in shown.sheets]
    sheet = contact_sheet(theme, aspect, roles, typefaces)
    slides = [
        item
        for window, slide in zip(sheet.windows, shown.sheets, strict=True)
        for item in (
            Shape(window.inset(*[-_HAIRLINE] * 4), fill=Colour(EDGE_SLOT)),
            Miniature(window, slide, shown.plan.size, slide.name),
        )
    ]
    (paper,) = sheet.plan.sheets
    whole = paper._replace(items=(*paper.items, *slides))
    data, _ = write(sheet.plan._replace(sheets=(whole,)), sheet.theme, typefaces)
    return ContactPicture(data, len(roles))


def _composed(
    sheet: ContactSheet, shown: Shown, theme: Theme, typefaces: Typefaces, width: int
) -> Image:
    from PIL.ImageDraw import Draw

    (picture,) = _pages(sheet.plan, sheet.theme, typefaces, {0: width})
    per_pixel = sheet.plan.size.width / width
    places = [
        tuple(round(n / per_pixel) for n in (w.x, w.y, w.right, w.bottom)) for w in sheet.windows
    ]
    widths = {index: right - left for index, (left, _, right, _) in zip(shown.firsts, places)}
    pages = _pages(shown.plan, theme, typefaces, widths)
    for (left, top, right, bottom), page in zip(places, pages, strict=True):
        picture.paste(page.resize((right - left, bottom - top)), (left, top))
        # A pixel wide at every size of the sheet, which no shape of the plan would be.
        Draw(picture).rectangle((left - 1, top - 1, right, bottom), outline=f"#{EDGE}")
    return picture


def _pages(
    plan: Plan, theme: Theme, typefaces: Typefaces, widths: Mapping[int, int]
) -> list[Image]:
    """The sheets of ``plan`` with these indices as pictures, each of its width in pixels."""
    import pypdfium2

    from publisher.writers.pdf import write

    document: Any = pypdfium2.PdfDocument(write(plan, theme, typefaces)[0])
    try:
        pages = [(document[index], width) for index, width in widths.items()]
        return [
            page.render(scale=width / page.get_width()).to_pil().convert("RGB")
            for page, width in pages
        ]
    finally:
        document.close()
