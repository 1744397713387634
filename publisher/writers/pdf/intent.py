"""The output intent: what the file's colours mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.writers.pdf import icc

if TYPE_CHECKING:
    import pikepdf


def output_intent(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """sRGB, as the intent that PDF/A asks for (ISO 19005-2, 6.2.3)."""
    from pikepdf import Dictionary, Name, Stream, String

    profile = pdf.make_indirect(Stream(pdf, icc.srgb(), N=3, Alternate=Name.DeviceRGB))
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(icc.NAME),
        Info=String(icc.NAME),
        DestOutputProfile=profile,
    )
    return pdf.make_indirect(intent)
