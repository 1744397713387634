"""What holds for every deck, as rules that name each place where one is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import TypeAlias

from publisher.geometry import Emu, Rect, pt
from publisher.layout.slides import lay_out_slides
from publisher.manuscript import Run, SourceRef
from publisher.options import Options
from publisher.plan import Chart, Grid, Image, Item, Plan, Shape, Sheet, Text
from publisher.script import Point, Role, Script, Slide
from publisher.speech import Piece
from publisher.theme.load import load_theme
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces

FURNITURE = frozenset({"place", "footer", "number", "unit"})
DECKWORK = frozenset({"cover", "agenda", "section", "closing"})
"""Layouts whose frames the drawing gives: their type may be smaller than what is read."""
CONTENT = frozenset("points comparison sequence figures statement table chart picture".split())
SUPPORT = "健全由镇党委统一领导、政府负责、社会协同、公众参与、法治保障的工作格局"
SHORT = ("摸清底数", "选好地方", "配齐图书", "开门办馆", "评估改进", "总结推广")
MARKS = frozenset("，。、；：！？”）》…")


@cache
def theme_of(name: str, aspect: str = "16:9") -> Theme:
    """A theme, read once."""
    return load_theme(name, aspect)


def piece(text: str, paragraph: int = 0) -> Piece:
    return Piece(SourceRef(paragraph, 0, len(text)), (Run(text),))


def point(title: str, support: str | None = None, label: str | None = None, at: int = 0) -> Point:
    """A point; all of it is spoken."""
    below = piece(support, at) if support else None
    return Point(label, piece(title, at), below, (piece(title + (support or ""), at),))


def slide(role: Role, *points: Point, title: str | None = "标题", **more: object) -> Slide:
    made = Slide(role, (), piece(title) if title else None, points=points)
    return made._replace(**more)


def plan_of(
    *slides: Slide,
    theme: Theme,
    typefaces: Typefaces,
    options: Options = Options(),  # noqa: B008
) -> Plan:
    return lay_out_slides(script_of(*slides), theme, typefaces, options)[0]


def script_of(*slides: Slide) -> Script:
    return Script("题目", None, "zh-CN", slides, ())


def texts(sheet: Sheet) -> list[Text]:
    """All texts of a sheet, those of cells and charts included."""
    found: list[Text] = []
    for item in sheet.items:
        if isinstance(item, Text):
            found.append(item)
        elif isinstance(item, Grid):
            found += [cell.text for cell in item.cells]
        elif isinstance(item, Chart):
            found += [part for part in item.drawn if isinstance(part, Text)]
    return found


def named(plan: Plan, start: str) -> list[Item]:
    """The items of all sheets whose names begin so."""
    return [item for sheet in plan.sheets for item in drawn(sheet) if item.name.startswith(start)]


def drawn(sheet: Sheet) -> list[Item]:
    """All items, those of charts included."""
    inner = [part for item in sheet.items if isinstance(item, Chart) for part in item.drawn]
    return [*sheet.items, *inner]


def words(text: Text) -> str:
    """What a text says, without the line breaks that were chosen for it."""
    return "".join(run.text for par in text.paragraphs for run in par.runs).replace("\n", "")


def size_of(text: Text) -> Emu:
    return min(run.size for par in text.paragraphs for run in par.runs)


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def union(rects: Sequence[Rect]) -> int:
    """The area that the rectangles cover together."""
    xs = sorted({x for r in rects for x in (r.x, r.right)})
    total = 0
    for left, right in pairwise(xs):
        spans = sorted((r.y, r.bottom) for r in rects if r.x <= left and r.right >= right)
        end = 0
        for top, bottom in spans:
            total += max(0, bottom - max(top, end)) * (right - left)
            end = max(end, bottom)
    return total


def lay_out(made: Slide, theme: Theme, typefaces: Typefaces, **options: object) -> Plan:
    """The plan of one slide."""
    return plan_of(made, theme=theme, typefaces=typefaces, options=Options()._replace(**options))


def titled(count: int, support: str | None = None, labels: tuple[str, ...] = ()) -> list[Point]:
    """Points with short titles, all with one support, and with labels if there are any."""
    return [point(SHORT[i], support, labels[i] if labels else None, at=i) for i in range(count)]


def body(theme: Theme, sheet: Sheet) -> Rect:
    return theme.drawings[sheet.layout or ""].frames["body"].rect


def frames(plan: Plan, start: str) -> list[Rect]:
    """The frames of what begins with a name, the bars of cards aside."""
    return [item.frame for item in named(plan, start) if "bar" not in item.name]


def baselines(plan: Plan, start: str) -> set[int]:
    """On which baselines the first lines of texts of a name stand."""
    return {item.lines[0].baseline for item in named(plan, start) if isinstance(item, Text)}


# --- rules: each yields what breaks it on a sheet ------------------------------------------


def leaves_the_slide(plan: Plan, sheet: Sheet) -> Iterator[str]:
    for item in drawn(sheet):
        frame = item.frame
        if min(frame.x, frame.y, frame.width, frame.height) < 0:
            yield f"{item.name} {frame}"
        if frame.right > plan.size.width or frame.bottom > plan.size.height:
            yield f"{item.name} {frame}"


def leaves_its_frame(plan: Plan, sheet: Sheet) -> Iterator[str]:
    del plan
    slack = pt(0.5)
    for text in texts(sheet):
        frame = text.frame
        height = sum(
            par.before + par.pitch * (1 + "".join(r.text for r in par.runs).count("\n"))
            for par in text.paragraphs
        )
        if height > frame.height + slack:
            yield f"{text.name} is {height - frame.height} higher than its frame"
        for line in text.lines:
            if line.x < frame.x - slack or line.x + line.width > frame.right + slack:
                yield f"{text.name}: {line.text}"
            if not frame.y < line.baseline <= frame.bottom:
                yield f"{text.name}: {line.text}"


def overlaps(plan: Plan, sheet: Sheet) -> Iterator[str]:
    del plan
    for a, b in combinations(texts(sheet), 2):
        if overlap(a.frame, b.frame):
            yield f"{a.name} and {b.name}"


def leaves_its_card(plan: Plan, sheet: Sheet) -> Iterator[str]:
    del plan
    cards = {
        item.name.removeprefix("card "): item.frame
        for item in sheet.items
        if item.name.startswith("card ")
    }
    for text in texts(sheet):
        kind, _, number = text.name.partition(" ")
        card = cards.get(number)
        if card and kind in ("point", "support"):
            frame = text.frame
            if frame.x < card.x or frame.right > card.right or frame.y < card.y:
                yield text.name
            elif frame.bottom > card.bottom:
                yield f"{text.name} by {frame.bottom - card.bottom}"


def is_small(plan: Plan, sheet: Sheet) -> Iterator[str]:
    del plan
    if sheet.layout in DECKWORK:
        return
    for text in texts(sheet):
        if text.name not in FURNITURE and size_of(text) < pt(18):
            yield f"{text.name} at {size_of(text) / pt(1)} pt"


def has_bad_lines(plan: Plan, sheet: Sheet) -> Iterator[str]:
    """Lines that begin with a mark, in all texts."""
    del plan
    for text in texts(sheet):
        for line in text.lines[1:]:
            if line.text[:1] in MARKS:
                yield f"{text.name}: {line.text}"


def is_empty(theme: Theme, sheet: Sheet) -> Iterator[str]:
    """Content that covers less than thirty per cent of the body frame."""
    if sheet.layout not in CONTENT:
        return
    body = theme.drawings[sheet.layout].frames["body"].rect
    inside = [
        item.frame
        for item in sheet.items
        if overlap(item.frame, body)
        and (isinstance(item, (Text, Grid, Image, Chart)) or is_ground(item))
    ]
    share = 100 * union(inside) // (body.width * body.height)
    if share < 30:
        yield f"{share} per cent"


def is_ground(item: Item) -> bool:
    return isinstance(item, Shape) and item.name.startswith(("card", "field"))


Rules: TypeAlias = Sequence[Callable[[Plan, Sheet], Iterator[str]]]
GEOMETRY: Rules = (leaves_the_slide, leaves_its_frame, overlaps, is_small, leaves_its_card)
"""What holds whatever the words are; a line of nothing but marks must begin with one."""
RULES: Rules = (*GEOMETRY, has_bad_lines)


def broken(plan: Plan, rules: Rules = RULES) -> list[str]:
    """Every place where a rule is broken."""
    return [
        f"{rule.__name__}, sheet {number} ({sheet.layout}, {sheet.name}): {found}"
        for number, sheet in enumerate(plan.sheets, 1)
        for rule in rules
        for found in rule(plan, sheet)
    ]
