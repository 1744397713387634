"""The whole file: pages laid out on sheets, sheets made, what is said of pages carried over."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import ObjectStreamMode

from publisher.errors import UsageError
from publisher.events import Notice, notice
from publisher.geometry import PER_MM, Emu, Size
from publisher.impose import Imposed, Scheme
from publisher.impose.catalog import carry_catalog, is_bound_right, is_for_plates
from publisher.impose.labels import labels_of, sheet_label
from publisher.impose.press import Press
from publisher.impose.sheets import Fold, Laid, Rows, on_booklet, on_rows
from publisher.impose.source import SourcePage, pages_of
from publisher.impose.structure import carry_structure

_DUPLEX: Mapping[type, str] = {Fold: "DuplexFlipShortEdge", Rows: "DuplexFlipLongEdge"}
_OBJECT_STREAMS = (1, 5)
"""The PDF version that has them; a file of an older one (PDF/A-1) is written without."""

_ENOUGH = 0.9
"""A share of the bleed that is not worth a word when it is gone."""


def put_on_sheets(
    pdf: pikepdf.Pdf, scheme: Scheme, paper: Size
) -> tuple[Imposed, tuple[Notice, ...]]:
    """``pdf`` itself on sheets, as ``publisher.impose.impose`` says; it serves for nothing more."""
    pages = pages_of(pdf)
    if is_bound_right(pdf):
        scheme = scheme._replace(right=True)
    laid = _laid_out(pages, scheme, paper)
    notices = _replaced(pdf, pages, laid, _DUPLEX[type(scheme)])
    if 0 < laid.bleed < _ENOUGH * _bleed(pages):
        notices += (notice("impose-bleed", mm=round(laid.bleed / PER_MM, 1)),)
    file = _saved(pdf)
    if pdf.get_warnings():
        notices = (notice("pdf-mended"), *notices)
    return Imposed(file, len(pages), len(laid.sheets), laid.scale), notices


def _laid_out(pages: Sequence[SourcePage], scheme: Scheme, paper: Size) -> Laid:
    sizes = [page.size for page in pages]
    if isinstance(scheme, Fold):
        return on_booklet(sizes, paper, scheme, _bleed(pages))
    try:
        return on_rows(sizes, paper, scheme)
    except ValueError as error:
        raise UsageError("impose-margin") from error


def _bleed(pages: Sequence[SourcePage]) -> Emu:
    """What every page is drawn beyond its edges."""
    return min(page.bleed for page in pages)


def _replaced(
    pdf: pikepdf.Pdf, pages: Sequence[SourcePage], laid: Laid, duplex: str
) -> tuple[Notice, ...]:
    """Replace the pages of ``pdf`` by sheets, and whatever speaks of pages by what is so now."""
    names = labels_of(pdf, len(pages))
    press = Press(pdf, pages, laid, plates=is_for_plates(pdf))
    press.run()
    press.destinations.carry(pdf.Root)
    tree = pdf.Root.get("/StructTreeRoot")
    if isinstance(tree, pikepdf.Dictionary):
        carry_structure(tree, press.printed, press.links)
    labels = [sheet_label([names[p.page] for p in sheet.places]) for sheet in laid.sheets]
    notices = carry_catalog(pdf, labels, duplex)
    if press.lost:
        notices += (notice("impose-annotations", count=press.lost),)
    return notices


def _saved(pdf: pikepdf.Pdf) -> bytes:
    version = tuple(int(part) for part in pdf.pdf_version.split("."))
    packed = version >= _OBJECT_STREAMS
    mode = ObjectStreamMode.generate if packed else ObjectStreamMode.disable
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=mode, fix_metadata_version=False)
    return out.getvalue()
