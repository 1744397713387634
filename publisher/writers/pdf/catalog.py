"""What a document says of itself: metadata, language, intent, page numbers, how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.plan import Plan
from publisher.writers.pdf import xmp
from publisher.writers.pdf.intent import output_intent

if TYPE_CHECKING:
    import pikepdf


def fill_catalog(pdf: pikepdf.Pdf, plan: Plan) -> None:
    """What the document says of itself: metadata, language, intent, page numbers, display."""
    from pikepdf import Array, Dictionary, Name, Stream, String

    root = pdf.Root
    # A pikepdf dictionary is iterated by .keys() alone.
    for key in [key for key in root.keys() if key not in ("/Type", "/Pages")]:  # noqa: SIM118
        del root[key]
    root.Lang = String(plan.meta.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLabels = Dictionary(Nums=_page_labels(plan))
    root.Metadata = pdf.make_indirect(
        Stream(pdf, xmp.packet(plan.meta), Type=Name.Metadata, Subtype=Name.XML)
    )
    root.OutputIntents = Array([output_intent(pdf)])
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary({key: String(value) for key, value in xmp.info(plan.meta).items()})
    )


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
