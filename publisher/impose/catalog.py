"""What the document says of itself: kept, but for what is no longer so."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from publisher.events import Notice, notice
from publisher.impose.source import number_in
from publisher.seal import BLANK

_GONE = (
    "/AcroForm", "/OpenAction", "/AA", "/Threads", "/PageLabels", "/PageLayout", "/Perms",
    "/SpiderInfo",
)  # fmt: skip
"""Fields and signatures, actions, reading threads, and numbers of pages that are no more."""
_NAMES_GONE = ("/JavaScript", "/Pages", "/Templates")
_SIGNED = 1
_INSTANCE = re.compile(rb"(<xmpMM:InstanceID>)[^<]*(</xmpMM:InstanceID>)")
_INSTANCE_ATTRIBUTE = re.compile(rb"""(\bxmpMM:InstanceID=)(["'])[^"']*\2""")
_ABOUT = re.compile(rb"""rdf:about=(["'][^"']*["'])""")
_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


def carry_catalog(pdf: pikepdf.Pdf, labels: Sequence[str], duplex: str) -> tuple[Notice, ...]:
    """Bring the catalog in line with the sheets; ``labels`` name them, in order.

    ``duplex`` is how paper is turned over (ISO 32000-1 table 150). Title, language, output
    intents, layers and files attached stay. Notices: ``impose-signed``, ``impose-fields``.
    """
    root = pdf.Root
    notices = _fields(root.get("/AcroForm"))
    for key in _GONE:
        if key in root:
            del root[key]
    names = root.get("/Names")
    for key in _NAMES_GONE:
        if isinstance(names, pikepdf.Dictionary) and key in names:
            del names[key]
    numbers: list[object] = []
    for index, label in enumerate(labels):
        numbers += [index, Dictionary(P=String(label)) if label else Dictionary()]
    root.PageLabels = Dictionary(Nums=Array(numbers))
    shown = root.get("/ViewerPreferences")
    if not isinstance(shown, pikepdf.Dictionary):
        shown = root.ViewerPreferences = Dictionary()
    shown.Duplex = Name(f"/{duplex}")
    shown.PrintScaling = Name("/None")
    if "/Direction" in shown:  # of the pages; sheets lie side by side as they come
        del shown["/Direction"]
    _seal(pdf)
    return notices


def is_bound_right(pdf: pikepdf.Pdf) -> bool:
    """Whether the document says that it is read from right to left."""
    shown = pdf.Root.get("/ViewerPreferences")
    return isinstance(shown, pikepdf.Dictionary) and shown.get("/Direction") == pikepdf.Name.R2L


def is_for_plates(pdf: pikepdf.Pdf) -> bool:
    """Whether its colours are meant for printing plates: an output intent of four inks."""
    intents = pdf.Root.get("/OutputIntents")
    for intent in intents if isinstance(intents, pikepdf.Array) else ():
        if not isinstance(intent, pikepdf.Dictionary):
            continue
        profile = intent.get("/DestOutputProfile")
        if isinstance(profile, pikepdf.Stream) and profile.get("/N") == len("CMYK"):
            return True
    return False


def _fields(form: object) -> tuple[Notice, ...]:
    if not isinstance(form, pikepdf.Dictionary):
        return ()
    if int(number_in(form.get("/SigFlags"))) & _SIGNED:
        return (notice("impose-signed"),)
    fields = form.get("/Fields")
    filled = isinstance(fields, pikepdf.Array) and len(fields) > 0
    return (notice("impose-fields"),) if filled else ()


def _seal(pdf: pikepdf.Pdf) -> None:
    """Room for a fingerprint of our own, in the XMP packet, where it stands in plain bytes.

    An identifier of this rendition is what the property is for (ISO 16684-1 8.4); a packet that
    is not in UTF-8 stays as it is, and the file goes without.
    """
    there = pdf.Root.get("/Metadata")
    if isinstance(there, pikepdf.Stream):
        packet = there.read_bytes()
    else:
        packet, there = _XMP.encode("utf-8"), None
    sealed = _with_seal(packet)
    if there is None:
        stream = pikepdf.Stream(pdf, sealed, Type=Name.Metadata, Subtype=Name.XML)
        pdf.Root.Metadata = pdf.make_indirect(stream)
    elif sealed != packet:
        there.write(sealed)


def _with_seal(packet: bytes) -> bytes:
    blank = BLANK.encode("ascii")
    for pattern, new in (
        (_INSTANCE, rb"\g<1>" + blank + rb"\g<2>"),
        (_INSTANCE_ATTRIBUTE, rb"\g<1>\g<2>" + blank + rb"\g<2>"),
    ):
        found, count = pattern.subn(new, packet, count=1)
        if count:
            return found
    about = _ABOUT.search(packet)
    place = about[1] if about else b'""'
    return packet.replace(
        b"</rdf:RDF>",
        b"<rdf:Description rdf:about=" + place
        + b' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"><xmpMM:InstanceID>' + blank
        + b"</xmpMM:InstanceID></rdf:Description>\n</rdf:RDF>",
        1,
    )  # fmt: skip
