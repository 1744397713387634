"""A trial of a theme: the sample speech is laid out in it, and what went wrong is told.

The rules of ``theme.review`` look at frames; here texts stand where layout puts them, on cards,
rows and tables too, so that whatever layout learns to draw is looked at without a rule of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from publisher.gallery.show import lay_out_sample
from publisher.geometry import Emu, Rect, pt
from publisher.plan import Chart, Colour, Grid, Item, Line, Shape, Sheet, Text
from publisher.theme.contrast import AA, LARGE, least_contrast
from publisher.theme.ground import grounds
from publisher.theme.model import Drawing, Theme
from publisher.theme.problem import Problem, Severity, in_order, problem
from publisher.theme.review import review
from publisher.typeface.registry import Typefaces

_LARGE_TYPE = pt(18)
_NO_TRIAL = ("theme-frame", "theme-font", "theme-svg")
Placed: TypeAlias = tuple[Text, tuple[Shape, ...]]
"""A text, and the shapes that lie beneath it."""


def tried(name: str, typefaces: Typefaces) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme ``name`` (or folder), and what its review and its trial find.

    Raises UsageError where there is no theme, or one whose settings cannot be read.
    """
    themes, found = review(name, typefaces.roles)
    # What lacks a frame or a font, or could not be read, cannot be laid out.
    broken = [p for p in found if p.severity is Severity.ERROR and p.key.startswith(_NO_TRIAL)]
    if not broken:
        found = in_order([*found, *trial(themes, typefaces)])
    return next(iter(themes.values())), found


def trial(themes: Mapping[str, Theme], typefaces: Typefaces) -> tuple[Problem, ...]:
    """What is cut in the theme at each aspect, and what cannot be read at the first of them."""
    found: list[Problem] = []
    for aspect, theme in themes.items():
        shown = lay_out_sample(theme, typefaces)
        for told in shown.notices:
            if told.code == "slide-shortened":
                values = dict(told.values)
                file = _file(shown.plan.sheets[int(str(values["slide"])) - 1])
                found.append(
                    problem(Severity.ERROR, file, "theme-trial-cut", title=values["title"],
                            aspect=aspect)
                )  # fmt: skip
        if theme is next(iter(themes.values())):
            for sheet in shown.sheets:
                found += _illegible(sheet, theme)
    return tuple(dict.fromkeys(found))


def _file(sheet: Sheet) -> str:
    return f"{sheet.layout}.svg"


def _illegible(sheet: Sheet, theme: Theme) -> Iterator[Problem]:
    """Texts on cards and the like; those in the drawing's own frames are the review's."""
    drawing = theme.drawings[sheet.layout or ""]
    for text, beneath in _placed(sheet.items):
        if text.placeholder is not None and text.placeholder in drawing.frames:
            continue
        for line in text.lines:
            for slot in dict.fromkeys(run.colour.slot for run in line.runs):
                ratio = _ratio(line, slot, drawing, beneath, theme)
                least = LARGE if _size(line) >= _LARGE_TYPE else AA
                if ratio < least:
                    yield problem(
                        Severity.ERROR, _file(sheet), "theme-trial-contrast", text=line.text,
                        slot=slot, ratio=f"{ratio:.1f}", least=least,
                    )  # fmt: skip
                    break


def _ratio(
    line: Line, slot: str, drawing: Drawing, beneath: tuple[Shape, ...], theme: Theme
) -> float:
    size = _size(line)
    ink = Rect(line.x, line.baseline - size * 4 // 5, max(line.width, 1), size)
    stacks = grounds(drawing.background, (*drawing.artwork, *beneath), ink)
    return least_contrast(slot, stacks, theme.palette)


def _size(line: Line) -> Emu:
    return max((run.size for run in line.runs), default=1)


def _placed(items: tuple[Item, ...]) -> Iterator[Placed]:
    beneath: list[Shape] = []
    for item in items:
        if isinstance(item, Shape):
            beneath.append(item)
        elif isinstance(item, Text):
            yield item, tuple(beneath)
        elif isinstance(item, Chart):
            for text, shapes in _placed(item.drawn):
                yield text, (*beneath, *shapes)
        elif isinstance(item, Grid):
            for cell in item.cells:
                ground = Shape(cell.text.frame, fill=cell.fill or Colour("lt1", 0))
                yield cell.text, (*beneath, ground)
