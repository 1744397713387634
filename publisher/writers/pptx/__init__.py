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


_DEFAULTS = Options()


def write(
    plan: Plan, theme: Theme | None, typefaces: Typefaces, options: Options = _DEFAULTS
) -> tuple[bytes, tuple[Notice, ...]]:
    """The deck of ``plan`` as the bytes of a .pptx, the same for the same arguments.

    ``theme`` None is white paper. Characters that XML cannot hold become U+FFFD, which the
    notice ``characters-replaced`` counts. Raises nothing of its own.
    """
    from publisher.writers.pptx.deck import deck
    from publisher.writers.pptx.markup import unwritable
    from publisher.writers.pptx.paper import paper_theme

    del typefaces  # a deck names the theme's typefaces; it was measured with ours before
    data = deck(plan, theme or paper_theme(plan.size), options)
    replaced = sum(unwritable(text) for text in _texts(plan))
    return data, (notice("characters-replaced", count=replaced),) if replaced else ()


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
