"""Files inside the file, associated with the whole of it (ISO 19005-3, 6.8)."""

from __future__ import annotations

from hashlib import md5

from publisher.plan import Plan
from publisher.writers.pdf.objects import Document, Name, Stream, Value
from publisher.writers.pdf.xmp import NO_CLOCK, pdf_date


def add_attachments(document: Document, plan: Plan) -> None:
    """The plan's attachments as the document's source, listed by name and found by reading
    programs; no icon stands on a page."""
    if not plan.attachments:
        return
    date = pdf_date(plan.meta.created or NO_CLOCK)
    names: list[Value] = []
    for attached in sorted(plan.attachments, key=lambda each: each.name):
        about = {
            "Size": len(attached.data),
            "ModDate": date,
            "CheckSum": md5(attached.data, usedforsecurity=False).digest(),
        }
        kind = {"Type": Name("EmbeddedFile"), "Subtype": Name(attached.media_type)}
        inside = document.add(Stream(attached.data, {**kind, "Params": about}))
        spec = {
            "Type": Name("Filespec"),
            "F": attached.name,
            "UF": attached.name,
            "Desc": attached.alt,
            "AFRelationship": Name("Source"),
            "EF": {"F": inside, "UF": inside},
        }
        names += [attached.name, document.add(spec)]
    document.root["AF"] = names[1::2]
    document.root["Names"] = {"EmbeddedFiles": {"Names": names}}
