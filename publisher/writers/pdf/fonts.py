"""Font objects: one Type0 font per face, holding the glyphs of the document and no others."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from publisher.typeface.metrics import Metrics, face_metrics
from publisher.writers.pdf.codes import FontCodes
from publisher.writers.pdf.objects import Document, Name, Packing, Ref, Stream
from publisher.writers.pdf.tounicode import to_unicode

_EM = 1000
_SYMBOLIC = 4
"""Flags of a font whose glyphs are chosen by number (ISO 32000-1, table 123)."""
_STEM = 80
"""/StemV must be there; nobody draws from it when the font is embedded."""


def embed(document: Document, codes: FontCodes, pack: Packing) -> Ref:
    """The Type0 font for all that was shown with ``codes`` (ISO 32000-1 9.7.6), its file packed
    by ``pack``."""
    data, widths = codes.finish()
    name = Name(f"{_tag(data)}+{codes.face.name}")
    metrics = face_metrics(codes.face)
    packed = {"Filter": Name("FlateDecode"), "Length1": len(data)}
    descriptor = {
        "Type": Name("FontDescriptor"),
        "FontName": name,
        "Flags": _SYMBOLIC,
        "FontBBox": [_thousandths(side, metrics) for side in metrics.bbox],
        "ItalicAngle": 0,
        "Ascent": _thousandths(metrics.ascent, metrics),
        "Descent": _thousandths(metrics.descent, metrics),
        "CapHeight": _thousandths(metrics.cap_height, metrics),
        "StemV": _STEM,
        "FontFile2": document.add(Stream(pack(data), packed)),
    }
    descendant = {
        "Type": Name("Font"),
        "Subtype": Name("CIDFontType2"),
        "BaseFont": name,
        "CIDSystemInfo": {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0},
        "FontDescriptor": document.add(descriptor),
        "CIDToGIDMap": Name("Identity"),
        "DW": _EM,
        "W": _width_array(widths),
    }
    font = {
        "Type": Name("Font"),
        "Subtype": Name("Type0"),
        "BaseFont": name,
        "Encoding": Name("Identity-H"),
        "DescendantFonts": [document.add(descendant)],
        "ToUnicode": document.add(Stream(to_unicode(codes.texts), {})),
    }
    return document.add(font)


def _tag(data: bytes) -> str:
    """The six letters that mark a subset (ISO 32000-1 9.6.4): of its content, not by chance."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _width_array(widths: Sequence[float]) -> list[Any]:
    """/W: what is not an em wide, as first code and widths of each stretch of codes."""
    parts: list[Any] = []
    for ordinary, stretch in groupby(enumerate(widths), lambda each: each[1] == _EM):
        if not ordinary:
            entries = list(stretch)
            parts += [entries[0][0], [width for _, width in entries]]
    return parts


def _thousandths(length: int, metrics: Metrics) -> int:
    return round(length * _EM / metrics.units)
