"""From content streams to a document: what reportlab does not write, pikepdf adds."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from publisher.plan import Plan
from publisher.writers.pdf.catalog import fill_catalog
from publisher.writers.pdf.codes import FontCodes
from publisher.writers.pdf.fonts import embed
from publisher.writers.pdf.navigation import add_links, add_outline

if TYPE_CHECKING:
    import pikepdf


def finish(drawn: bytes, plan: Plan, fonts: Mapping[str, FontCodes]) -> bytes:
    """The file for ``plan``, from reportlab's file with its pages and the codes used there.

    ``fonts`` maps the font names of the content streams to their codes.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        _resources(pdf, fonts)
        add_links(pdf, plan)
        fill_catalog(pdf, plan)
        add_outline(pdf, plan)
        out = io.BytesIO()
        pdf.save(
            out,
            # PDF/A-2 is a profile of PDF 1.7. Without a clock the /ID comes from the content.
            force_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _resources(pdf: pikepdf.Pdf, fonts: Mapping[str, FontCodes]) -> None:
    """Our fonts on every page, in place of what reportlab put there."""
    from pikepdf import Dictionary

    shared = pdf.make_indirect(
        Dictionary({f"/{name}": embed(pdf, codes) for name, codes in fonts.items()})
    )
    for page in pdf.pages:
        page.obj.Resources.Font = shared
        for empty in ("/Trans", "/Rotate"):
            if empty in page.obj:
                del page.obj[empty]
