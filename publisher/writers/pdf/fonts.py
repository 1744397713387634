"""Font objects: one Type0 font per face, holding the glyphs of the document and no others."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from publisher.typeface.metrics import Metrics, face_metrics
from publisher.writers.pdf.codes import FontCodes
from publisher.writers.pdf.tounicode import to_unicode

if TYPE_CHECKING:
    import pikepdf

_EM = 1000
_SYMBOLIC = 4
"""Flags of a font whose glyphs are chosen by number (ISO 32000-1, table 123)."""
_STEM = 80
"""/StemV must be there; nobody draws from it when the font is embedded."""


def embed(pdf: pikepdf.Pdf, codes: FontCodes, effort: int) -> pikepdf.Object:
    """The Type0 font for all that was shown with ``codes`` (ISO 32000-1 9.7.6), its file packed
    with ``effort``, zlib's level."""
    from pikepdf import Array, Dictionary, Name, Stream

    data, widths = codes.finish()
    name = Name(f"/{_tag(data)}+{codes.face.name}")
    metrics = face_metrics(codes.face)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=Array([_thousandths(side, metrics) for side in metrics.bbox]),
        ItalicAngle=0,
        Ascent=_thousandths(metrics.ascent, metrics),
        Descent=_thousandths(metrics.descent, metrics),
        CapHeight=_thousandths(metrics.cap_height, metrics),
        StemV=_STEM,
        FontFile2=pdf.make_indirect(
            Stream(
                pdf,
                zlib.compress(data, effort),
                Filter=Name.FlateDecode,
                Length1=len(data),
            )
        ),
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
        DW=_EM,
        W=_width_array(widths),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_indirect(Stream(pdf, to_unicode(codes.texts))),
        )
    )


def _tag(data: bytes) -> str:
    """The six letters that mark a subset (ISO 32000-1 9.6.4): of its content, not by chance."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _width_array(widths: Sequence[float]) -> pikepdf.Object:
    """/W: what is not an em wide, as first code and widths of each stretch of codes."""
    from pikepdf import Object

    parts = []
    for ordinary, stretch in groupby(enumerate(widths), lambda each: each[1] == _EM):
        if not ordinary:
            entries = list(stretch)
            parts.append(f"{entries[0][0]} [{' '.join(f'{width:g}' for _, width in entries)}]")
    return Object.parse(f"[{' '.join(parts)}]".encode("ascii"))


def _thousandths(length: int, metrics: Metrics) -> int:
    return round(length * _EM / metrics.units)
