"""What PDF/X-4 wants in the XMP (ISO 15930-7, 6.8), with the schemas that PDF/A-2 wants described.

Of these properties PDF/A knows neither the identification schema nor pdf:Trapped (ISO 19005-2,
6.6.2.3.2), so both are described in the packet itself.
"""

from __future__ import annotations

from datetime import datetime

VERSION = "PDF/X-4"
_SCHEMA = """\
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{schema}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{about}</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>"""
_CLAIM = f"""\
<pdfxid:GTS_PDFXVersion xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">{VERSION}\
</pdfxid:GTS_PDFXVersion>"""
_DESCRIBED = """\
<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag>
{schemas}
</rdf:Bag></pdfaExtension:schemas>"""
_SCHEMAS = (
    ("PDF/X identification schema", "http://www.npes.org/pdfx/ns/id/", "pdfxid",
     "GTS_PDFXVersion", "The version of PDF/X that the file keeps to"),
    ("Adobe PDF schema", "http://ns.adobe.com/pdf/1.3/", "pdf",
     "Trapped", "Whether the file was trapped"),
)  # fmt: skip


def properties(document: bytes, date: datetime) -> list[str]:
    """XMP properties, as elements, of the document with this digest."""
    from uuid import UUID

    described = "\n".join(
        _SCHEMA.format(schema=schema, uri=uri, prefix=prefix, name=name, about=about)
        for schema, uri, prefix, name, about in _SCHEMAS
    )
    return [
        f"<xmp:MetadataDate>{date.isoformat()}</xmp:MetadataDate>",
        f"<xmpMM:DocumentID>uuid:{UUID(bytes=document[:16], version=5)}</xmpMM:DocumentID>",
        "<xmpMM:VersionID>1</xmpMM:VersionID>",
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
        "<pdf:Trapped>False</pdf:Trapped>",
        _CLAIM,
        _DESCRIBED.format(schemas=described),
    ]
