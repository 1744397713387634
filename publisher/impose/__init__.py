"""Imposition: the pages of any PDF on sheets of paper, folded to a booklet or several to a sheet.

    open > size up the pages > lay out the sheets > draw them > carry over what is said of pages

Pages stay what they are: each becomes a form XObject, placed and never drawn anew. Which page goes
where is settled without a PDF (``signature``, ``sheets``, ``marks``).
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from publisher.errors import UsageError
from publisher.events import Notice, notice
from publisher.geometry import A4, Size
from publisher.impose.sheets import Fold, Laid, Rows, on_booklet, on_rows

if TYPE_CHECKING:
    import pikepdf

    from publisher.impose.source import SourcePage

Scheme: TypeAlias = Fold | Rows
"""A booklet, or rows of pages."""
_DUPLEX: Mapping[type, str] = {Fold: "DuplexFlipShortEdge", Rows: "DuplexFlipLongEdge"}
_OBJECT_STREAMS = (1, 5)
"""The PDF version that has them; a file of an older one (PDF/A-1) is written without."""


class Imposed(NamedTuple):
    """The file, and what it holds: source pages, sides of paper, and the scale of most pages."""

    data: bytes
    pages: int
    sides: int
    scale: float


def impose(data: bytes, scheme: Scheme, paper: Size = A4) -> tuple[Imposed, tuple[Notice, ...]]:
    """The PDF ``data`` on sheets of ``paper``, whichever way it lies.

    A booklet of a document that is read from right to left is bound on the right. The same
    arguments give the same bytes. Notices: ``pdf-mended``, ``impose-annotations``,
    ``impose-fields``, ``impose-signed``. Raises InputError: ``pdf-locked``, ``pdf-broken``,
    ``pdf-not``, ``pdf-empty``, ``pdf-page``; UsageError ``impose-margin`` where the margin
    leaves no room.
    """
    from publisher.impose.catalog import is_bound_right
    from publisher.impose.source import open_source, pages_of

    with open_source(data) as pdf:
        pages = pages_of(pdf)
        if isinstance(scheme, Fold) and is_bound_right(pdf):
            scheme = scheme._replace(right=True)
        laid = _laid_out(pages, scheme, paper)
        notices = _put_on_sheets(pdf, pages, laid, _DUPLEX[type(scheme)])
        if pdf.get_warnings():
            notices = (notice("pdf-mended"), *notices)
        return Imposed(_saved(pdf), len(pages), len(laid.sheets), laid.scale), notices


def _laid_out(pages: Sequence[SourcePage], scheme: Scheme, paper: Size) -> Laid:
    sizes = [page.size for page in pages]
    if isinstance(scheme, Fold):
        return on_booklet(sizes, paper, scheme, min(page.bleed for page in pages))
    try:
        return on_rows(sizes, paper, scheme)
    except ValueError as error:
        raise UsageError("impose-margin") from error


def _put_on_sheets(
    pdf: pikepdf.Pdf, pages: Sequence[SourcePage], laid: Laid, duplex: str
) -> tuple[Notice, ...]:
    """Replace the pages of ``pdf`` by sheets, and whatever speaks of pages by what is so now."""
    from publisher.impose.catalog import carry_catalog, is_for_plates, sheet_label
    from publisher.impose.press import Press
    from publisher.impose.structure import carry_structure

    names = [str(page.label) for page in pdf.pages]
    press = Press(pdf, pages, laid, plates=is_for_plates(pdf))
    press.run()
    press.destinations.carry(pdf.Root)
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is not None:
        carry_structure(tree, press.printed, press.links)
    labels = [sheet_label([names[p.page] for p in sheet.places]) for sheet in laid.sheets]
    notices = carry_catalog(pdf, labels, duplex)
    if press.lost:
        notices += (notice("impose-annotations", count=press.lost),)
    return notices


def _saved(pdf: pikepdf.Pdf) -> bytes:
    from pikepdf import ObjectStreamMode

    version = tuple(int(part) for part in pdf.pdf_version.split("."))
    packed = version >= _OBJECT_STREAMS
    mode = ObjectStreamMode.generate if packed else ObjectStreamMode.disable
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=mode, fix_metadata_version=False)
    return out.getvalue()
