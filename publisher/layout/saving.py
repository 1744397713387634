"""Slides for paper at little ink: large fields of colour become white with an outline.

What is drawn stays where it is; only colours change. Text that stood on a field takes a colour
that can be read on white, ornaments that were light on dark become dark on light.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from publisher.geometry import Emu, Rect, Size, px
from publisher.layout.bleed import Edges, beyond
from publisher.plan import Colour, Grid, Item, Miniature, Plan, Shape, Sheet, Text
from publisher.record import NamedTuple
from publisher.theme.contrast import AA, blended, contrast, lightness
from publisher.theme.ground import Stack, grounds
from publisher.theme.model import Drawing, Theme
from publisher.theme.paper import on_paper

_WHITE = Colour("lt1")
_HEAVY = 18
"""Per cent of black as which a fill would print in grey: lighter ones cost little."""
_LARGE = 4
"""Per mille of the sheet from which on a heavy fill is a field; bars, discs and seals stay."""
_WASH = 6
"""Per cent of black that artwork may take over the whole sheet, all its layers together."""
_OUTLINE: Emu = px(1.5)
_OUT: Emu = px(4)
"""Outlines along the edge of the sheet are drawn beyond it, and so not at all."""
_ORNAMENT: Mapping[str, str] = {"lt1": "accent1", "lt2": "accent1", "accent3": "accent2"}
_READABLE: Mapping[str, str] = {"lt1": "accent1", "lt2": "accent1", "accent3": "accent4"}
"""What on paper means what these mean on a field (theme.model.SLOTS)."""
_LAST = ("accent1", "dk1")


class Bare(NamedTuple):
    """A drawing as it was and as it is now, and the fields that were taken from it."""

    old: Drawing
    new: Drawing
    fields: tuple[Rect, ...]


class Desk(NamedTuple):
    """What the sheets of a plan share."""

    was: Mapping[str, str]
    palette: Mapping[str, str]
    drawings: Mapping[str, Bare]


def with_little_ink(plan: Plan, theme: Theme) -> tuple[Plan, Theme]:
    """``plan`` and ``theme`` for paper. Slides on handouts are changed as slides are."""
    paper = on_paper(theme)
    bare = {role: _bare(each, theme, paper) for role, each in theme.drawings.items()}
    desk = Desk(theme.palette, paper.palette, bare)
    sheets = tuple(_sheet(sheet, plan.size, desk) for sheet in plan.sheets)
    drawings = {role: each.new for role, each in bare.items()}
    return plan._replace(sheets=sheets), paper._replace(drawings=drawings)


# --- drawings ------------------------------------------------------------------------------------


def _bare(drawing: Drawing, theme: Theme, paper: Theme) -> Bare:
    size, palette = theme.size, paper.palette
    page = Rect(0, 0, *size)
    fields = [page] if _weight(drawing.background, palette) > _HEAVY else []
    background = _WHITE
    artwork = _outlined(drawing.artwork, size, palette, fields)
    # Many thin layers add up: what would be heavy if it were solid is outlined too.
    if _mean(background, artwork, page, palette) > _WASH:
        artwork = _outlined(drawing.artwork, size, palette, fields, [page])
    else:
        artwork = _outlined(drawing.artwork, size, palette, fields, list(fields))
    artwork = tuple(_swapped(shape, size, fields) for shape in artwork)
    return Bare(drawing, drawing._replace(background=background, artwork=artwork), tuple(fields))


def _outlined(
    shapes: Sequence[Shape],
    size: Size,
    palette: Mapping[str, str],
    fields: list[Rect],
    solid: Sequence[Rect] = (),
) -> tuple[Shape, ...]:
    """``shapes`` with their fields as outlines; where those were goes to ``fields``.

    What touches one of ``solid`` counts as if it were not transparent.
    """
    out: list[Shape] = []
    for shape in shapes:
        meant = _opaque(shape) if any(_meet(shape.frame, field) for field in solid) else shape
        if _is_large(shape, size) and meant.fill and _weight(meant.fill, palette) > _HEAVY:
            fields.append(shape.frame)
            shape = beyond(_as_outline(shape), Edges(size, _OUT))
        out.append(shape)
    return tuple(out)


def _is_large(shape: Shape, size: Size) -> bool:
    area = shape.frame.width * shape.frame.height
    return area * 1000 > size.width * size.height * _LARGE


def _as_outline(shape: Shape) -> Shape:
    stroke = shape.fill and shape.fill._replace(alpha=100)
    width = max(shape.stroke_width, _OUTLINE)
    return shape._replace(fill=_WHITE, stroke=stroke, stroke_width=width)


def _opaque(shape: Shape) -> Shape:
    return shape._replace(fill=shape.fill and shape.fill._replace(alpha=100))


def _swapped(shape: Shape, size: Size, fields: Sequence[Rect]) -> Shape:
    """An ornament that was light on a field, dark; light fields stay light."""
    if shape.fill and _is_large(shape, size):
        return shape
    if not any(_meet(shape.frame, field) for field in fields):
        return shape
    return shape._replace(fill=_as_ornament(shape.fill), stroke=_as_ornament(shape.stroke))


def _as_ornament(colour: Colour | None) -> Colour | None:
    return colour and colour._replace(slot=_ORNAMENT.get(colour.slot, colour.slot))


def _meet(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across >= 0 and down >= 0


def _weight(colour: Colour, palette: Mapping[str, str]) -> float:
    """How much black a fill is in grey, in per cent."""
    return (100 - lightness(palette[colour.slot])) * colour.alpha / 100


def _mean(
    background: Colour, artwork: Sequence[Shape], page: Rect, palette: Mapping[str, str]
) -> float:
    """How black a sheet is, over a grid of small fields of it."""
    points = [
        box.inset(box.width * 2 // 5, box.height * 2 // 5, box.width * 2 // 5, box.height * 2 // 5)
        for row in page.rows(9, 0)
        for box in row.columns(16, 0)
    ]
    seen = (grounds(background, artwork, point) for point in points)
    black = [100 - lightness(blended(min(stacks), palette)) for stacks in seen]
    return sum(black) / len(black)


# --- sheets --------------------------------------------------------------------------------------


def _sheet(sheet: Sheet, size: Size, desk: Desk) -> Sheet:
    bare = desk.drawings.get(sheet.layout or "")
    items = map(_small(desk), sheet.items) if bare is None else _items(sheet, size, bare, desk)
    return sheet._replace(items=tuple(items))


def _small(desk: Desk) -> Callable[[Item], Item]:
    """What is done on blank paper: of its own it has no fields, but slides may stand on it."""

    def changed(item: Item) -> Item:
        if not isinstance(item, Miniature):
            return item
        return item._replace(sheet=_sheet(item.sheet, item.size, desk))

    return changed


def _items(sheet: Sheet, size: Size, bare: Bare, desk: Desk) -> Iterator[Item]:
    fields = list(bare.fields)
    before, now = list(bare.old.artwork), list(bare.new.artwork)
    for item in sheet.items:
        if isinstance(item, Shape):
            (shape,) = _outlined((item,), size, desk.palette, fields)
            before.append(item)
            now.append(_swapped(shape, size, fields))
            yield now[-1]
        elif isinstance(item, Text):
            yield _readable(item, bare, before, now, desk)
        else:
            yield _grid(item, desk) if isinstance(item, Grid) else item


def _grid(grid: Grid, desk: Desk) -> Grid:
    """Cells of a heavy fill are white; what stands in them is read by its colour."""
    cells = tuple(
        cell._replace(
            fill=_WHITE,
            text=_recoloured(cell.text, (frozenset({(_WHITE,)}),) * 2, desk, worse=True),
        )
        if cell.fill and _weight(cell.fill, desk.palette) > _HEAVY
        else cell
        for cell in grid.cells
    )
    return grid._replace(cells=cells)


def _readable(
    text: Text,
    bare: Bare,
    before: Sequence[Shape],
    now: Sequence[Shape],
    desk: Desk,
) -> Text:
    inked = _inked(text)
    if inked is None:
        return text
    old = grounds(bare.old.background, before, inked)
    return _recoloured(text, (old, grounds(bare.new.background, now, inked)), desk)


def _inked(text: Text) -> Rect | None:
    """Where the glyphs of a text are, by line boxes; its frame may reach over other grounds."""
    boxes = [
        (line.x, line.baseline - size, line.x + line.width, line.baseline)
        for line in text.lines
        for size in [max((run.size for run in line.runs), default=0)]
        if line.width and size
    ]
    if not boxes:
        return None
    left, top, right, bottom = (
        f(side) for f, side in zip((min, min, max, max), zip(*boxes), strict=True)
    )
    return Rect(left, top, right - left, bottom - top)


def _recoloured(
    text: Text, stacks: tuple[frozenset[Stack], frozenset[Stack]], desk: Desk, worse: bool = False
) -> Text:
    """``text`` in colours that are read on the second of ``stacks`` as they were on the first."""
    old, new = stacks
    slots = {run.colour.slot for line in text.lines for run in line.runs}
    slots |= {run.colour.slot for paragraph in text.paragraphs for run in paragraph.runs}
    changed: dict[str, str] = {}
    for slot in slots:
        seen, was = _least(slot, new, desk.palette), _least(slot, old, desk.was)
        if seen < AA and (worse or seen < was):
            ways = (_READABLE.get(slot, slot), *_LAST)
            fit = (way for way in ways if _least(way, new, desk.palette) >= AA)
            changed[slot] = next(fit, slot)
    return _with_slots(text, changed) if changed else text


def _least(slot: str, stacks: frozenset[Stack], palette: Mapping[str, str]) -> float:
    return min(contrast(palette[slot], blended(stack, palette)) for stack in stacks)


def _with_slots(text: Text, slots: Mapping[str, str]) -> Text:
    def of(colour: Colour) -> Colour:
        return colour._replace(slot=slots.get(colour.slot, colour.slot))

    lines = tuple(
        line._replace(runs=tuple(run._replace(colour=of(run.colour)) for run in line.runs))
        for line in text.lines
    )
    paragraphs = tuple(
        each._replace(runs=tuple(run._replace(colour=of(run.colour)) for run in each.runs))
        for each in text.paragraphs
    )
    return text._replace(lines=lines, paragraphs=paragraphs)
