"""Slides that carry the speech: points and their kin, text, quotations, tables and pictures.

What few speeches have is imported where it is laid out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from publisher.geometry import Rect
from publisher.layout.desk import Desk
from publisher.layout.fit import Setter
from publisher.layout.points import BY_COUNT, BY_WISH, MOST, Arrangement, best_of, share
from publisher.layout.shown import Page, Shown
from publisher.layout.statement import poster, statement
from publisher.manuscript import Table
from publisher.script import Point, Slide

_CLAUSE = r"[，；。,;]\s*(?=\S)"


def points_slide(desk: Desk, slide: Slide) -> list[Page]:
    """Points in the arrangement that suits their number, or the author's."""
    wished = BY_WISH.get(slide.layout or "", ())
    return _arranged(desk, slide, lambda count: wished or BY_COUNT[count], MOST)


def comparison_slide(desk: Desk, slide: Slide) -> list[Page]:
    """Two halves, or what two points are arranged in where halves are too narrow."""
    from publisher.layout.comparison import comparison

    wished = BY_WISH.get(slide.layout or "", ())
    return _arranged(desk, slide, lambda _: wished or (_rather(comparison),), MOST)


def sequence_slide(desk: Desk, slide: Slide) -> list[Page]:
    """Steps on a track."""
    from publisher.layout.sequence import STEPS, STEPS_BY_WISH

    steps = STEPS_BY_WISH.get(slide.layout or "", STEPS)
    return _arranged(desk, slide, lambda _: steps, MOST)


def figures_slide(desk: Desk, slide: Slide) -> list[Page]:
    """Key figures, four to a slide at most."""
    from publisher.layout.figures import figures

    return _arranged(desk, slide, lambda _: (_rather(figures),), 4, alone=True)


def _rather(arrange: Arrangement) -> Arrangement:
    """The arrangement wherever it fits, however well others would; theirs where it does not."""

    def arranged(setter: Setter, points: Sequence[Point], rect: Rect, first: int) -> Shown | None:
        shown = arrange(setter, points, rect, first)
        return shown or best_of(BY_COUNT.get(len(points), ()), setter, points, rect, first)

    return arranged


def _arranged(
    desk: Desk,
    slide: Slide,
    arrangements: Callable[[int], Sequence[Arrangement]],
    most: int,
    *,
    alone: bool = False,
) -> list[Page]:
    """The points on as few pages as hold them; a point that is left alone is a statement.

    ``alone``: the arrangement holds a single point too.
    """
    pages: list[Page] = []
    at = 0
    while at < len(slide.points):
        rest = slide.points[at:]
        count, shown = share(len(rest), min(most, slide.most)), None
        while shown is None and count > (0 if alone else 1):
            shown = best_of(arrangements(count), desk.setter, rest[:count], desk.body, at + 1)
            if shown is None:
                count = share(len(rest), count - 1) if count > 1 else 0
        count = max(count, 1)
        spoken = tuple(piece for point in rest[:count] for piece in point.notes)
        before = () if pages else slide.notes + slide.text
        for each in (shown,) if shown else _stated(desk, rest[0]):
            pages.append(desk.page(desk.title(slide, len(pages)), each, before + spoken))
            before = spoken = ()
        at += count
    return pages


def _stated(desk: Desk, point: Point) -> list[Shown]:
    """A point as a statement, its support on a page of its own where one does not hold both."""
    shown, clipped = statement(desk.setter, point, desk.body)
    if not clipped:
        return [shown]
    found: list[Shown] = []
    for words in (point.title, point.support):
        if words:
            alone, cut = poster(desk.setter, Point(None, words), desk.body)
            found.append(alone)
            desk.cut.extend([words.text] * cut)
    return found


def statement_slide(desk: Desk, slide: Slide) -> list[Page]:
    """One point, large; a title with nothing beneath it is the statement itself."""
    if slide.points:
        return [
            desk.page(desk.title(slide, i), shown, () if i else slide.spoken())
            for i, shown in enumerate(_stated(desk, slide.points[0]))
        ]
    bare = slide._replace(title=None)
    if slide.title is None:
        return [Page(desk.title(bare), slide.spoken())]
    shown, clipped = poster(desk.setter, Point(None, slide.title), desk.body)
    desk.cut.extend([slide.title.text] * clipped)
    return [desk.page(desk.title(bare), shown, slide.spoken())]


def text_slide(desk: Desk, slide: Slide) -> list[Page]:
    """Running text over as many pages as it needs, each with what is spoken there."""
    from publisher.layout.reading import text_pages

    pages = [
        Page((*desk.title(slide, i), *text), spoken)
        for i, (text, spoken) in enumerate(text_pages(desk.setter, slide.text, desk.body))
    ] or [Page(desk.title(slide))]
    pointed = tuple(piece for point in slide.points for piece in point.notes)
    pages[0] = pages[0]._replace(spoken=slide.notes + pages[0].spoken)
    pages[-1] = pages[-1]._replace(spoken=pages[-1].spoken + pointed)
    return pages


def quote_slide(desk: Desk, slide: Slide) -> list[Page]:
    """The words, and who said them."""
    words = slide.quotation.text if slide.quotation else None
    items = desk.put("title", _attribution(desk, slide), role="H2", by_sense=True)
    items += desk.put("body", words, role="BlockQuote", by_sense=True)
    return [Page(items, slide.spoken())]


def _attribution(desk: Desk, slide: Slide) -> str | None:
    """Who said it: where the whole sentence has no room, its last clauses, which name them."""
    who = slide.title.text if slide.title else None
    frame = desk.frames.get("title")
    while who and frame:
        block = desk.setter.fit(who, frame.style, frame.rect.width, frame.rect.height)
        shorter = re.search(_CLAUSE, who) if block.clipped else None
        if shorter is None:
            break
        who = who[shorter.end() :]
    if who and slide.title and who != slide.title.text:
        desk.cut.append(slide.title.text)
    return who


def table_slide(desk: Desk, slide: Slide) -> list[Page]:
    """A table, its header again on each page."""
    from publisher.layout.tables import table_pages

    grids = table_pages(desk.setter, _table(slide), desk.body, desk.cut)
    return [
        Page((*desk.title(slide, i), grid), () if i else slide.spoken())
        for i, grid in enumerate(grids)
    ]


def chart_slide(desk: Desk, slide: Slide) -> list[Page]:
    """A table as a chart; as a table again where it is not data in one unit."""
    from publisher.layout.chart_data import chart_of
    from publisher.layout.charts import chart_item

    data = chart_of(_table(slide))
    if data is None:
        desk.told.append("chart-as-table")
        return [page._replace(layout="table") for page in table_slide(desk, slide)]
    name = slide.title.text if slide.title else ""
    chart = chart_item(desk.setter, data, desk.body, name)
    return [Page((*desk.title(slide), chart), slide.spoken())]


def _table(slide: Slide) -> Table:
    if slide.table is None:
        raise ValueError(f"a {slide.role} slide without its table")
    return slide.table


def picture_slide(desk: Desk, slide: Slide) -> list[Page]:
    """A picture and its caption."""
    from publisher.layout.tables import picture_page

    if slide.picture is None:
        raise ValueError("a picture slide without its picture")
    items = (*desk.title(slide), picture_page(slide.picture, desk.body))
    for name, piece in slide.lines:
        items += desk.put(name, piece.text, role="Caption")
    return [Page(items, slide.spoken())]
