"""What a document says of itself: metadata, language, intent, page numbers, how it is shown."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from publisher.options import Profile
from publisher.plan import Plan
from publisher.writers.pdf import xmp
from publisher.writers.pdf.intent import output_intent
from publisher.writers.pdf.press import press_intents

if TYPE_CHECKING:
    import pikepdf


def fill_catalog(pdf: pikepdf.Pdf, plan: Plan, profile: Profile) -> None:
    """What the document says of itself: metadata, language, intent, page numbers, display."""
    from pikepdf import Array, Dictionary, Name, Stream, String

    press = profile is Profile.PRESS
    document = _digest(pdf) if press else None
    root = pdf.Root
    # A pikepdf dictionary is iterated by .keys() alone.
    for key in [key for key in root.keys() if key not in ("/Type", "/Pages")]:  # noqa: SIM118
        del root[key]
    root.Lang = String(plan.meta.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if all(sheet.layout is None for sheet in plan.sheets):
        # Paper is printed as large as it is: GB/T 9704 tells where its text stands.
        root.ViewerPreferences.PrintScaling = Name("/None")
    root.PageLabels = Dictionary(Nums=_page_labels(plan))
    root.Metadata = pdf.make_indirect(
        Stream(
            pdf,
            xmp.packet(plan.meta, _claim(plan, press), document),
            Type=Name.Metadata,
            Subtype=Name.XML,
        )
    )
    root.OutputIntents = Array(press_intents(pdf) if press else [output_intent(pdf)])
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary({key: String(value) for key, value in xmp.info(plan.meta, press).items()})
    )
    if press:
        pdf.trailer.Info.Trapped = Name("/False")


def _claim(plan: Plan, press: bool) -> xmp.Claim:
    if press:
        return xmp.PRESS
    return xmp.WITH_FILES if plan.attachments else xmp.ARCHIVE


def _digest(pdf: pikepdf.Pdf) -> bytes:
    """Of what is on the pages: a document of the same pages is the same document."""
    digest = sha256()
    for page in pdf.pages:
        page.contents_coalesce()
        digest.update(page.obj.Contents.read_bytes())
    return digest.digest()


def _page_labels(plan: Plan) -> pikepdf.Array:
    """The numbers as printed (ISO 32000-1 12.4.2): a range begins where they do not go on."""
    from pikepdf import Array, Dictionary, Name

    ranges: list[object] = []
    style, number = "", 0
    for i, sheet in enumerate(plan.sheets):
        label = str(i + 1) if sheet.label is None else sheet.label
        if label.isdecimal():
            here = ("D", int(label))
        else:  # roman ones begin with i and go on, so that each is one more than the last
            here = ("r", number + 1 if style == "r" else 1) if label else ("", 0)
        if here != (style, number + 1) or not style:
            shown = Dictionary(S=Name(f"/{here[0]}"), St=here[1]) if here[0] else Dictionary()
            ranges += [i, shown]
        style, number = here
    return Array(ranges)
