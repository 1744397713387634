"""The output intent: what the file's colours mean."""

from __future__ import annotations

from publisher.writers.pdf import icc
from publisher.writers.pdf.objects import Document, Name, Ref, Stream


def output_intent(document: Document) -> Ref:
    """sRGB, as the intent that PDF/A asks for (ISO 19005-2, 6.2.3)."""
    profile = Stream(icc.srgb(), {"N": 3, "Alternate": Name("DeviceRGB")})
    return document.add(
        {
            "Type": Name("OutputIntent"),
            "S": Name("GTS_PDFA1"),
            "OutputConditionIdentifier": icc.NAME,
            "Info": icc.NAME,
            "DestOutputProfile": document.add(profile),
        }
    )
