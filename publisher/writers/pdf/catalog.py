"""What a document says of itself: metadata, language, intent, page numbers, how it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from publisher.options import Profile
from publisher.plan import Plan
from publisher.writers.pdf import xmp
from publisher.writers.pdf.intent import output_intent
from publisher.writers.pdf.objects import Document, Name, Stream, Value
from publisher.writers.pdf.press import press_intents


def fill_catalog(
    document: Document, plan: Plan, profile: Profile, contents: Iterable[bytes]
) -> None:
    """What the document says of itself: metadata, language, intent, page numbers, display.

    ``contents`` are the pages' content streams: a document of the same pages is the same document.
    """
    press = profile is Profile.PRESS
    root = document.root
    root["Lang"] = plan.meta.language
    shown = root["ViewerPreferences"] = {"DisplayDocTitle": True}
    if all(sheet.layout is None for sheet in plan.sheets):
        # Paper is printed as large as it is: GB/T 9704 tells where its text stands.
        shown["PrintScaling"] = Name("None")
    root["PageLabels"] = {"Nums": _page_labels(plan)}
    packet = xmp.packet(plan.meta, _claim(plan, press), _digest(contents) if press else None)
    kind = {"Type": Name("Metadata"), "Subtype": Name("XML")}
    root["Metadata"] = document.add(Stream(packet, kind, plain=True))
    root["OutputIntents"] = press_intents(document) if press else [output_intent(document)]
    document.info.update(xmp.info(plan.meta, press))
    if press:
        document.info["Trapped"] = Name("False")


def _claim(plan: Plan, press: bool) -> xmp.Claim:
    if press:
        return xmp.PRESS
    return xmp.WITH_FILES if plan.attachments else xmp.ARCHIVE


def _digest(contents: Iterable[bytes]) -> bytes:
    digest = sha256()
    for content in contents:
        digest.update(content)
    return digest.digest()


def _page_labels(plan: Plan) -> list[Value]:
    """The numbers as printed (ISO 32000-1 12.4.2): a range begins where they do not go on."""
    ranges: list[Value] = []
    style, number = "", 0
    for i, sheet in enumerate(plan.sheets):
        label = str(i + 1) if sheet.label is None else sheet.label
        if label.isdecimal():
            here = ("D", int(label))
        else:  # roman ones begin with i and go on, so that each is one more than the last
            here = ("r", number + 1 if style == "r" else 1) if label else ("", 0)
        if here != (style, number + 1) or not style:
            ranges += [i, {"S": Name(here[0]), "St": here[1]} if here[0] else {}]
        style, number = here
    return ranges
