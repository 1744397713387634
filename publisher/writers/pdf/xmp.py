"""What the file says of itself, as XMP (ISO 16684-1) and as the older Info dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from publisher import __version__
from publisher.plan import PlanMeta
from publisher.record import NamedTuple
from publisher.seal import BLANK
from publisher.writers.pdf import pdfx

PROGRAM = f"publisher {__version__}"
NO_CLOCK = "1980-01-01T00:00:00+00:00"
"""The date where one is demanded and the speech has none: today's would change the bytes."""

_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
</rdf:Description>
{schemas}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


_SCHEMAS = """\
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li><rdf:Description
 pdfaSchema:schema="PDF/UA identification" pdfaSchema:prefix="pdfuaid"
 pdfaSchema:namespaceURI="http://www.aiim.org/pdfua/ns/id/">
<pdfaSchema:property><rdf:Seq><rdf:li pdfaProperty:name="part" pdfaProperty:valueType="Integer"
 pdfaProperty:category="internal" pdfaProperty:description="Part of ISO 14289"/>
</rdf:Seq></pdfaSchema:property></rdf:Description></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/A wants to be told of properties that it does not know (ISO 19005-2, 6.6.2.3.3)."""


class Claim(NamedTuple):
    """What a file says it conforms to: PDF/A of a ``part`` and ``level``, PDF/UA-1 or not."""

    part: int = 2
    level: str = "A"
    accessible: bool = True


ARCHIVE = Claim()
WITH_FILES = Claim(part=3)
"""Files of other kinds may be inside a PDF/A from its third part on."""
PRESS = Claim(level="U", accessible=False)


def packet(meta: PlanMeta, claim: Claim = ARCHIVE, document: bytes | None = None) -> bytes:
    """The XMP packet: title, author, language, keywords, dates, and what the file claims to be.

    With a ``document``'s digest that is PDF/X-4 as well, with what that needs.
    """
    if document is not None and not meta.created:
        meta = meta._replace(created=NO_CLOCK)
    title, keywords = _escape(meta.title), _escape(_keywords(meta))
    properties = [
        "<dc:format>application/pdf</dc:format>",
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:language><rdf:Bag><rdf:li>{_escape(meta.language)}</rdf:li></rdf:Bag></dc:language>",
    ]
    if meta.author:
        author = _escape(meta.author)
        properties.append(f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>")
    if keywords:
        properties.append(f"<pdf:Keywords>{keywords}</pdf:Keywords>")
    if meta.created:
        date = datetime.fromisoformat(meta.created).isoformat()
        properties.append(f"<xmp:CreateDate>{date}</xmp:CreateDate>")
        properties.append(f"<xmp:ModifyDate>{date}</xmp:ModifyDate>")
    properties += [
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>",
        f"<pdf:Producer>{PROGRAM}</pdf:Producer>",
        f"<xmpMM:InstanceID>{BLANK}</xmpMM:InstanceID>",
        f"<pdfaid:part>{claim.part}</pdfaid:part>",
        f"<pdfaid:conformance>{claim.level}</pdfaid:conformance>",
    ]
    if document is not None:
        properties += pdfx.properties(document, datetime.fromisoformat(str(meta.created)))
    if claim.accessible:
        properties.append("<pdfuaid:part>1</pdfuaid:part>")
    schemas = _SCHEMAS if claim.accessible else ""
    return _PACKET.format(properties="\n".join(properties), schemas=schemas).encode("utf-8")


def info(meta: PlanMeta, dated: bool = False) -> Mapping[str, str]:
    """The entries of the Info dictionary (ISO 32000-1 14.3.3); they agree with the XMP.

    ``dated`` ones have dates even where the speech has none.
    """
    if dated and not meta.created:
        meta = meta._replace(created=NO_CLOCK)
    entries = {"Title": meta.title, "Author": meta.author, "Keywords": _keywords(meta)}
    entries |= {"Creator": PROGRAM, "Producer": PROGRAM}
    if meta.created:
        entries["CreationDate"] = entries["ModDate"] = pdf_date(meta.created)
    return {key: value for key, value in entries.items() if value}


def pdf_date(iso: str) -> str:
    """``2025-11-03T09:00:00+08:00`` as ``D:20251103090000+08'00'`` (ISO 32000-1 7.9.4)."""
    moment = datetime.fromisoformat(iso)
    offset = moment.strftime("%z")
    zone = f"{offset[:3]}'{offset[3:5]}'" if offset else ""
    return f"D:{moment:%Y%m%d%H%M%S}{zone}"


def _keywords(meta: PlanMeta) -> str:
    return "; ".join(meta.keywords)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
