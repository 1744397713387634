"""Files inside the file, associated with the whole of it (ISO 19005-3, 6.8)."""

from __future__ import annotations

from hashlib import md5
from typing import TYPE_CHECKING

from publisher.plan import Plan
from publisher.writers.pdf.xmp import NO_CLOCK, pdf_date

if TYPE_CHECKING:
    import pikepdf


def add_attachments(pdf: pikepdf.Pdf, plan: Plan) -> None:
    """The plan's attachments as the document's source, listed by name and found by reading
    programs; no icon stands on a page."""
    if not plan.attachments:
        return
    from pikepdf import Array, Dictionary, Name, Stream, String

    date = pdf_date(plan.meta.created or NO_CLOCK)
    names: list[object] = []
    for attached in sorted(plan.attachments, key=lambda each: each.name):
        stream = Stream(pdf, attached.data, Type=Name.EmbeddedFile)
        stream.Subtype = Name(f"/{attached.media_type}")
        stream.Params = Dictionary(
            Size=len(attached.data),
            ModDate=String(date),
            CheckSum=String(md5(attached.data, usedforsecurity=False).digest()),
        )
        inside = pdf.make_indirect(stream)
        spec = Dictionary(
            Type=Name.Filespec,
            F=String(attached.name),
            UF=String(attached.name),
            Desc=String(attached.alt),
            AFRelationship=Name.Source,
            EF=Dictionary(F=inside, UF=inside),
        )
        names += [String(attached.name), pdf.make_indirect(spec)]
    pdf.Root.AF = Array(names[1::2])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))
