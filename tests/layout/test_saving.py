"""Slides at little ink: no fields, the same words in the same places, all of it readable."""

from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from publisher.gallery.show import lay_out_sample
from publisher.geometry import ASPECTS, Rect, Size, mm
from publisher.layout.saving import with_little_ink
from publisher.plan import Colour, Grid, Item, Miniature, Plan, PlanMeta, Shape, Sheet, Text
from publisher.theme.contrast import AA, blended, contrast, lightness
from publisher.theme.ground import grounds
from publisher.theme.load import load_theme, theme_names
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces, load_typefaces

CASES = [(name, aspect) for name in theme_names() for aspect in ASPECTS]


@cache
def made(name: str, aspect: str) -> tuple[Plan, Theme, Plan, Theme]:
    """A deck of every role as it is shown, and as it is printed."""
    theme = load_theme(name, aspect)
    plan = lay_out_sample(theme, load_typefaces()).plan
    return plan, theme, *with_little_ink(plan, theme)


def legible(sheet: Sheet, theme: Theme) -> Iterator[tuple[str, str, float]]:
    """Each text and the slot of its colour, with its contrast to what its lines stand on."""
    drawing = theme.drawings[sheet.layout or ""]
    beneath = list(drawing.artwork)
    for item in sheet.items:
        if isinstance(item, Shape):
            beneath.append(item)
        elif isinstance(item, Text):
            for line in item.lines:
                size = max((run.size for run in line.runs), default=0)
                box = Rect(line.x, line.baseline - size, line.width, size)
                if size and line.width:
                    stacks = grounds(drawing.background, beneath, box)
                    seen = [blended(stack, theme.palette) for stack in stacks]
                    for run in line.runs:
                        ink = theme.palette[run.colour.slot]
                        yield line.text, run.colour.slot, min(contrast(ink, s) for s in seen)
        elif isinstance(item, Grid):
            for cell in item.cells:
                ground = theme.palette[cell.fill.slot if cell.fill else drawing.background.slot]
                for run in (run for line in cell.text.lines for run in line.runs):
                    yield (
                        cell.text.name,
                        run.colour.slot,
                        contrast(theme.palette[run.colour.slot], ground),
                    )


@pytest.mark.parametrize(("name", "aspect"), CASES)
def test_all_text_can_be_read(name: str, aspect: str) -> None:
    _, _, plan, theme = made(name, aspect)
    read = [found for sheet in plan.sheets for found in legible(sheet, theme)]
    assert len(read) > 60
    assert [found for found in read if found[2] < AA] == []


def black(sheet: Sheet, plan: Plan, theme: Theme) -> float:
    """How black a sheet is in grey, in per cent, its texts, pictures and charts aside."""
    drawing = theme.drawings[sheet.layout or ""]
    shapes = [*drawing.artwork, *(item for item in sheet.items if isinstance(item, Shape))]
    page = Rect(0, 0, *plan.size)
    points = [box for row in page.rows(18, 0) for box in row.columns(32, 0)]
    seen = [
        blended(min(grounds(drawing.background, shapes, _middle(box))), theme.palette)
        for box in points
    ]
    return sum(100 - lightness(colour) for colour in seen) / len(seen)


def _middle(box: Rect) -> Rect:
    return Rect(box.x + box.width // 2, box.y + box.height // 2, 100, 100)


@pytest.mark.parametrize("name", theme_names())
def test_no_sheet_takes_much_ink(name: str) -> None:
    plan, theme, printed, paper = made(name, "16:9")
    before = [black(sheet, plan, theme) for sheet in plan.sheets]
    after = [black(sheet, printed, paper) for sheet in printed.sheets]
    assert max(after) < 8
    assert all(now <= then + 0.5 for now, then in zip(after, before, strict=True))
    assert sum(after) * 2 < sum(before)


@pytest.mark.parametrize(("name", "aspect"), CASES)
def test_nothing_but_colours_changes(name: str, aspect: str) -> None:
    plan, _, printed, _ = made(name, aspect)
    for before, after in zip(plan.sheets, printed.sheets, strict=True):
        assert len(before.items) == len(after.items)
        for one, other in zip(before.items, after.items, strict=True):
            assert _without_colours(one) == _without_colours(other)


def _without_colours(item: Item) -> object:
    if isinstance(item, Text):
        lines = [[run._replace(colour=Colour("")) for run in line.runs] for line in item.lines]
        words = [run.text for paragraph in item.paragraphs for run in paragraph.runs]
        return item._replace(lines=(), paragraphs=()), lines, words
    if isinstance(item, Shape):
        return item.kind, item.name
    if isinstance(item, Grid):
        cells = [_without_colours(cell.text) for cell in item.cells]
        return item._replace(cells=()), cells
    return item


def test_a_field_becomes_an_outline_and_a_bar_stays() -> None:
    theme = load_theme("red")
    field = Shape(Rect(mm(50), mm(50), mm(100), mm(60)), fill=Colour("accent1"), name="field")
    bar = Shape(Rect(mm(20), mm(50), mm(2), mm(12)), fill=Colour("accent1"), name="bar")
    rule = Shape(Rect(mm(60), mm(60), mm(20), mm(1)), fill=Colour("accent3"), name="rule")
    plan = Plan(PlanMeta("题"), theme.size, (Sheet((field, bar, rule), "甲", "points"),))
    printed, _ = with_little_ink(plan, theme)
    outlined, same, turned = (item for item in printed.sheets[0].items if isinstance(item, Shape))
    assert (outlined.fill, outlined.stroke) == (Colour("lt1"), Colour("accent1"))
    assert outlined.frame == field.frame
    assert outlined.stroke_width > 0
    assert same == bar
    assert turned.fill == Colour("accent2")


def test_slides_on_a_handout_are_printed_as_slides_are(typefaces: Typefaces) -> None:
    plan, theme, printed, _ = made("red", "16:9")
    small = Rect(mm(20), mm(20), mm(80), mm(45))
    sheets = (Sheet((Miniature(small, plan.sheets[0], plan.size),), "第1页"),)
    handout, paper = with_little_ink(Plan(plan.meta, Size(mm(210), mm(297)), sheets), theme)
    (miniature,) = handout.sheets[0].items
    assert isinstance(miniature, Miniature)
    assert miniature.sheet == printed.sheets[0]
    assert paper.drawings["cover"].background == Colour("lt1")


def slots(theme: Theme) -> Mapping[str, str]:
    return {role: drawing.background.slot for role, drawing in theme.drawings.items()}


@pytest.mark.parametrize("name", theme_names())
def test_every_background_is_white(name: str) -> None:
    _, _, _, paper = made(name, "16:9")
    assert set(slots(paper).values()) == {"lt1"}
