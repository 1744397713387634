"""Slides: each role of the script onto the frames of its drawing.

One table says which function lays out which role. A function returns the pages that a slide
needs: one, or more where its content goes on (续).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from publisher.events import Notice, notice
from publisher.layout import special_slides as special
from publisher.layout.content_slides import (
    chart_slide,
    comparison_slide,
    figures_slide,
    picture_slide,
    points_slide,
    quote_slide,
    sequence_slide,
    statement_slide,
    table_slide,
    text_slide,
)
from publisher.layout.covers import cover
from publisher.layout.desk import Deck, Desk
from publisher.layout.fit import Setter
from publisher.layout.furniture import frames_of, furniture
from publisher.layout.scale import scaled
from publisher.layout.shown import Page
from publisher.layout.structure import structured
from publisher.layout.timing import notes_heads, seconds_of
from publisher.manuscript import Picture, with_readings
from publisher.options import Options
from publisher.plan import Item, OutlineEntry, Plan, PlanMeta, Sheet, Text
from publisher.script import Role, Script, Slide
from publisher.speech import Piece
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces

_DEFAULTS = Options()

ARRANGEMENTS: Mapping[Role, Callable[[Desk, Slide], list[Page]]] = {
    Role.COVER: cover,
    Role.AGENDA: special.agenda,
    Role.SECTION: special.section,
    Role.POINTS: points_slide,
    Role.COMPARISON: comparison_slide,
    Role.SEQUENCE: sequence_slide,
    Role.FIGURES: figures_slide,
    Role.STATEMENT: statement_slide,
    Role.TEXT: text_slide,
    Role.QUOTE: quote_slide,
    Role.TABLE: table_slide,
    Role.CHART: chart_slide,
    Role.PICTURE: picture_slide,
    Role.CLOSING: special.closing,
}
_Laid: TypeAlias = tuple[Slide, Page]


def lay_out_slides(
    script: Script,
    theme: Theme,
    typefaces: Typefaces,
    options: Options = _DEFAULTS,
    logo: Picture | None = None,
) -> tuple[Plan, tuple[Notice, ...]]:
    """The deck as a plan of the theme's slides. Frames and lines are measured, none overflows.

    ``logo`` is the picture that ``options.logo`` names, as a file is not read here.
    """
    setter = Setter(scaled(theme, options), typefaces, frozenset(options.together))
    deck = Deck(script, setter, options, logo)
    notices: list[Notice] = []
    laid: list[_Laid] = []
    first: list[int] = []
    """The sheet that each slide of the script begins on."""
    for slide in script.slides:
        pages, told = _pages(deck, theme, slide, len(laid) + 1)
        first.append(len(laid))
        laid += ((slide, page) for page in pages)
        notices += told
    meta = PlanMeta(script.title, script.speaker, script.language, keywords=script.keywords)
    plan = Plan(
        meta, theme.size, structured(_sheets(deck, laid, first), script.language),
        _outline(script, first),
        tuple(_name(slide, script) for _, slide in deck.sections),
    )  # fmt: skip
    return plan, tuple(notices)


def _pages(deck: Deck, theme: Theme, slide: Slide, number: int) -> tuple[list[Page], list[Notice]]:
    """The pages of one slide, furniture and all; ``number`` is the first page's."""
    drawing = theme.drawings[slide.role.value]
    desk = Desk(deck, drawing, frames_of(drawing, deck))
    pages = ARRANGEMENTS[slide.role](desk, slide)
    for i, page in enumerate(pages):
        items = page.items + furniture(desk, slide, number + i)
        pages[i] = page._replace(items=items)
    title = _name(slide, deck.script)
    told = [notice("slide-shortened", slide=number, title=text) for text in desk.cut]
    told += [notice("slide-continued", title=title)] if len(pages) > 1 else []
    told += [notice(code, title=title) for code in desk.told]
    return pages, told


def _sheets(deck: Deck, laid: Sequence[_Laid], first: Sequence[int]) -> list[Sheet]:
    """Pages as sheets: with their times, and links to sheets where there were links to slides."""
    spoken: list[tuple[Piece, ...]] = [page.spoken for _, page in laid]
    seconds = seconds_of(spoken, deck.options.rate)
    heads = notes_heads(spoken, seconds, deck.lang)
    return [
        Sheet(
            items=tuple(_linked(item, first) for item in page.items),
            name=_name(slide, deck.script),
            layout=page.layout or slide.role.value,
            notes=tuple(with_readings(piece.runs) for piece in page.spoken),
            notes_head=head,
            section=slide.section,
            seconds=time,
            builds=page.builds,
        )
        for (slide, page), time, head in zip(laid, seconds, heads, strict=True)
    ]


def _name(slide: Slide, script: Script) -> str:
    """What a slide is called where slides are listed: its title, else what it says first."""
    first = slide.points[0].title if slide.points and slide.role is not Role.SECTION else None
    words = slide.title or first or slide.place
    return words.text if words else script.title


def _linked(item: Item, first: Sequence[int]) -> Item:
    """Links name slides of the script while it is laid out; here they become sheets."""
    if isinstance(item, Text) and item.link is not None:
        return item._replace(link=first[item.link])
    return item


def _outline(script: Script, first: Sequence[int]) -> tuple[OutlineEntry, ...]:
    """A bookmark for each slide that brings a heading of its own."""
    entries: list[OutlineEntry] = []
    for slide, sheet in zip(script.slides, first, strict=True):
        if slide.title is None and slide.role not in (Role.COVER, Role.CLOSING):
            continue
        text = _name(slide, script)
        level = 1 if slide.role is Role.SECTION or slide.section is None else 2
        new = not entries or entries[-1].text != text
        if new and slide.role not in (Role.AGENDA, Role.QUOTE):
            entries.append(OutlineEntry(level, text, sheet, 0))
    return tuple(entries)
