"""The PPTX writer: a plan as a deck of native, editable parts (ECMA-376, transitional).

All parts are our own strings on a small package layer; layouts come from the theme's drawings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.events import Notice, notice
from publisher.options import Options
from publisher.plan import Chart, Grid, Item, Plan, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.theme.model import Theme
    from publisher.typeface.registry import Typefaces
    from publisher.writers.pptx.deck import Carried

_DEFAULTS = Options()


def write(
    plan: Plan, theme: Theme | None, typefaces: Typefaces, options: Options = _DEFAULTS
) -> tuple[bytes, tuple[Notice, ...]]:
    """The deck of ``plan`` as the bytes of a .pptx, the same for the same arguments.

    ``theme`` None is white paper. Of ``options`` it heeds ``notes``, ``animate`` and
    ``embed_fonts``. A deck names the theme's typefaces; it was measured with ours before, and
    carries these only when they are embedded, which the notice ``fonts-embedded`` tells of.
    Characters that XML cannot hold become U+FFFD, which ``characters-replaced`` counts.
    Raises InputError ``font-restricted``, ``font-outlines-deck`` and ``font-unreadable`` for
    fonts to be embedded, InternalError ``bug`` for an attachment that no deck can carry.
    """
    from publisher.writers.pptx.deck import deck
    from publisher.writers.pptx.paper import paper_theme
    from publisher.writers.xml import unwritable

    theme = theme or paper_theme(plan.size)
    if not options.notes:
        plan = _without_notes(plan)
    notices: list[Notice] = []
    carried = _carried(plan, theme, typefaces) if options.embed_fonts else None
    if carried and carried.fonts:
        notices.append(_told(carried))
    data = deck(plan, theme, options, carried=carried)
    if replaced := unwritable("".join(_texts(plan))):
        notices.append(notice("characters-replaced", count=replaced))
    return data, tuple(notices)


def _without_notes(plan: Plan) -> Plan:
    """The slides alone: nothing of what is spoken, nor its counts, gets into the file."""
    sheets = (sheet._replace(notes=(), notes_head="") for sheet in plan.sheets)
    return plan._replace(sheets=tuple(sheets))


def _carried(plan: Plan, theme: Theme, typefaces: Typefaces) -> Carried:
    from publisher.writers.pptx.deck import Carried
    from publisher.writers.pptx.fonts import embedded_fonts, with_our_fonts

    ours = with_our_fonts(theme, typefaces)
    return Carried(ours, embedded_fonts(plan, ours, typefaces))


def _told(carried: Carried) -> Notice:
    """Which typefaces are in the deck, how much they weigh, and who heeds them."""
    size = sum(len(data) for font in carried.fonts for _, data in font.files)
    names = "、".join(font.typeface for font in carried.fonts)
    return notice("fonts-embedded", names=names, size=f"{size / 1000:.0f}")


def _texts(plan: Plan) -> Iterator[str]:
    """All words of the plan."""
    for sheet in plan.sheets:
        yield from sheet.notes
        for item in sheet.items:
            if isinstance(item, Chart):
                yield from (*item.categories, *(series.name for series in item.series), item.unit)
            for text in _text_items(item):
                for paragraph in text.paragraphs:
                    for run in paragraph.runs:
                        yield run.text


def _text_items(item: Item) -> tuple[Text, ...]:
    if isinstance(item, Text):
        return (item,)
    return tuple(cell.text for cell in item.cells) if isinstance(item, Grid) else ()
