"""From content streams to a document: what reportlab does not write, pikepdf adds."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from publisher.options import Profile
from publisher.plan import Plan
from publisher.record import NamedTuple
from publisher.writers.pdf.attachments import add_attachments
from publisher.writers.pdf.catalog import fill_catalog
from publisher.writers.pdf.codes import FontCodes
from publisher.writers.pdf.fonts import embed
from publisher.writers.pdf.marks import ROOM
from publisher.writers.pdf.navigation import add_links, add_names, add_outline, open_full_screen
from publisher.writers.pdf.pictures import embed_picture
from publisher.writers.pdf.structure import add_structure
from publisher.writers.pdf.tags import Tags

if TYPE_CHECKING:
    import pikepdf

    from publisher.writers.pdf.paint import Painted
    from publisher.writers.pdf.pictures import Raster


_QUICK, _SMALLEST = 4, 9
"""zlib's levels for font files: 2 % larger than by its default in half the time, or the best."""


class Drawn(NamedTuple):
    """reportlab's file, and what its content streams name: fonts, pictures, for each page what
    it uses, and the structure of what was drawn."""

    data: bytes
    fonts: Mapping[str, FontCodes]
    pictures: Mapping[str, Raster]
    pages: tuple[Painted, ...]
    tags: Tags


def finish(drawn: Drawn, plan: Plan, profile: Profile) -> bytes:
    """The file for ``plan``, from the pages that were drawn."""
    import pikepdf

    press = profile is Profile.PRESS
    with pikepdf.open(io.BytesIO(drawn.data)) as pdf:
        _resources(pdf, drawn, _SMALLEST if profile is Profile.SCREEN else _QUICK)
        if press:
            from publisher.writers.pdf.press import prepare_pages

            prepare_pages(pdf, plan, [page.transparent for page in drawn.pages])
        # A press has no use for what is clicked (ISO 15930-7, 6.17).
        links = [] if press else add_links(pdf, drawn.tags.spots, plan.size)
        fill_catalog(pdf, plan, profile)
        add_structure(pdf, drawn.tags, links)
        if not press:
            add_attachments(pdf, plan)
            add_names(pdf, plan)
            open_full_screen(pdf, plan)
        if profile is Profile.SCREEN:
            from publisher.writers.pdf.screen import linearized

            data = linearized(pdf, plan)
        else:
            add_outline(pdf, plan, ROOM if press else 0)
            data = _saved(pdf, "1.6" if press else "1.7")
    _check(data, profile)
    return data


def _check(data: bytes, profile: Profile) -> None:
    if profile is Profile.PRESS:
        from publisher.writers.pdf.selfcheck_press import check_press

        check_press(data)
    else:
        from publisher.writers.pdf.selfcheck import check_archive

        check_archive(data)


def _saved(pdf: pikepdf.Pdf, version: str) -> bytes:
    """PDF/A-2 is a profile of PDF 1.7, PDF/X-4 of PDF 1.6. Without a clock the /ID comes from the
    content."""
    import pikepdf

    out = io.BytesIO()
    pdf.save(
        out,
        force_version=version,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        fix_metadata_version=False,
    )
    return out.getvalue()


def _resources(pdf: pikepdf.Pdf, drawn: Drawn, effort: int) -> None:
    """Our fonts and pictures on the pages, in place of what reportlab put there."""
    from pikepdf import Dictionary

    shared = pdf.make_indirect(
        Dictionary({f"/{name}": embed(pdf, codes, effort) for name, codes in drawn.fonts.items()})
    )
    pictures = {name: embed_picture(pdf, each) for name, each in drawn.pictures.items()}
    for page, painted in zip(pdf.pages, drawn.pages):
        page.obj.Resources.Font = shared
        if painted.pictures:
            page.obj.Resources.XObject = Dictionary(
                {f"/{name}": pictures[name] for name in painted.pictures}
            )
        for empty in ("/Trans", "/Rotate"):
            if empty in page.obj:
                del page.obj[empty]
        if "/ProcSet" in page.obj.Resources:
            del page.obj.Resources["/ProcSet"]  # for printers of PDF 1.3
