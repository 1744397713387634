"""The contact sheet of a theme, as a plan: where its slides go, its palette, its type scale.

Its ground is a neutral paper of its own, so that sheets of several themes can be compared. Its
measures are pixels of a slide drawn at half its size: 1 px is 1/96 inch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from publisher.geometry import PER_POINT, Emu, Rect, Size, px
from publisher.layout.block import Block
from publisher.layout.fit import Setter
from publisher.layout.textbox import text_item
from publisher.plan import Colour, Item, Plan, PlanMeta, Shape, Sheet, Text
from publisher.record import NamedTuple
from publisher.theme.ground import grounds
from publisher.theme.load import DRAWINGS
from publisher.theme.model import SLOTS, Drawing, Frame, TextStyle, Theme, Typeface
from publisher.typeface.registry import Typefaces

WIDTH: Emu = px(2112)
_MARGIN, _GAP = px(56), px(40)
_LINE = px(38)
"""A caption's height."""
_HEAD = px(150)
_SECTION = px(58)
_SWATCH, _WORDS = px(96), px(88)
_SCALE = px(92)
"""The height of a row of the type scale."""
_COLUMNS = {"16:9": 3, "4:3": 4}
_PAPER, _INK, _QUIET, _EDGE = (Colour(f"sheet-{name}") for name in "paper ink quiet edge".split())
EDGE, EDGE_SLOT = "D6D4D0", _EDGE.slot
"""RRGGBB of the hairline about swatches and slides, and its slot."""
_OWN_PALETTE = {
    "sheet-paper": "F4F3F1",
    "sheet-ink": "2A2A2A",
    "sheet-quiet": "6A6A68",
    "sheet-edge": EDGE,
}
_OWN_FONTS = {
    "sheet": Typeface("sans", "微软雅黑", "Arial"),
    "sheet-strong": Typeface("sansbold", "微软雅黑", "Arial", bold=True),
}
_OWN_STYLES = {
    "sheet-title": TextStyle("title", px(48), px(30), 130, _INK.slot),
    "sheet-words": TextStyle("sheet", px(22), px(14), 140, _QUIET.slot),
    "sheet-label": TextStyle("sheet-strong", px(20), px(13), 130, _INK.slot),
    "sheet-small": TextStyle("sheet", px(15), px(9), 130, _QUIET.slot),
}
_SLOT_NAMES: Mapping[str, str] = {
    "dk1": "正文 text",
    "lt1": "卡片 cards",
    "dk2": "深场 shade",
    "lt2": "纸面 paper",
    "accent1": "主色 field",
    "accent2": "线饰 rules",
    "accent3": "浅饰 light",
    "accent4": "次要 quiet",
    "accent5": "细线 hairlines",
    "accent6": "对照 second",
    "hlink": "链接 links",
    "folHlink": "已访问 visited",
}
_SPECIMEN, _FIGURE = "让好书走近每一户人家", "5860"
_FIGURES = frozenset({"numeral", "agenda-number", "figure"})


class ContactSheet(NamedTuple):
    """``plan`` has one sheet; ``windows`` are the places on it that the slides are put in;
    ``theme`` is the shown one with the sheet's own colours and styles added."""

    plan: Plan
    windows: tuple[Rect, ...]
    theme: Theme


def contact_sheet(
    theme: Theme, aspect: str, roles: Sequence[str], typefaces: Typefaces
) -> ContactSheet:
    """The sheet of ``theme`` for slides that have these ``roles``, in this order."""
    dressed = theme._replace(
        palette={**theme.palette, **_OWN_PALETTE},
        fonts={**theme.fonts, **_OWN_FONTS},
        styles={**theme.styles, **_OWN_STYLES},
    )
    pen = _Pen(Setter(dressed, typefaces))
    columns = _COLUMNS[aspect]
    width = (WIDTH - 2 * _MARGIN - (columns - 1) * _GAP) // columns
    tall = width * theme.size.height // theme.size.width
    top = _MARGIN + _HEAD
    windows = []
    for i in range(len(roles)):
        row, column = divmod(i, columns)
        y = top + row * (tall + _LINE + _GAP // 2)
        windows.append(Rect(_MARGIN + column * (width + _GAP), y, width, tall))
    end = windows[-1].bottom + _LINE + _GAP
    items = [*_heading(pen, theme, aspect)]
    items += (_caption(pen, window, role) for window, role in zip(windows, roles))
    swatches, end = _palette(pen, theme, end)
    scale, end = _type_scale(pen, theme, end)
    size = Size(WIDTH, end + _MARGIN)
    ground = Shape(Rect(0, 0, *size), fill=_PAPER)
    sheet = Sheet((ground, *items, *swatches, *scale), theme.name)
    plan = Plan(PlanMeta(theme.title["zh"]), size, (sheet,))
    return ContactSheet(plan, tuple(windows), dressed)


class _Pen:
    """Sets words in the sheet's own styles, or in those of the theme."""

    __slots__ = ("setter",)

    def __init__(self, setter: Setter) -> None:
        self.setter = setter

    def words(
        self, text: str, style: str, rect: Rect, *, anchor: str = "middle", align: str = "left"
    ) -> Text:
        """``text`` on one line of ``rect``, as large as it can stand there."""
        block = self.setter.fit(text, style, rect.width, rect.height, max_lines=1)
        return text_item(block, rect, style, anchor=anchor, align=align)

    def specimen(self, style: str, width: Emu) -> Block:
        """A few words in ``style`` at half its largest size: as it looks on a slide above."""
        size = self.setter.theme.styles[style].largest // 2
        if style in _FIGURES:
            return self.setter.set(_FIGURE, style, size, width)
        return self.setter.set(_SPECIMEN[: max(2, width // size)], style, size, width)


def _heading(pen: _Pen, theme: Theme, aspect: str) -> Iterator[Item]:
    width = WIDTH - 2 * _MARGIN
    title = f"{theme.title['zh']}　{theme.title['en']}"
    yield pen.words(title, "sheet-title", Rect(_MARGIN, _MARGIN - px(14), width * 2 // 3, px(70)))
    right = Rect(_MARGIN + width // 2, _MARGIN - px(14), width // 2, px(70))
    options = f"--theme {theme.name}" + ("" if aspect == "16:9" else f" --aspect {aspect}")
    yield pen.words(options, "sheet-words", right, align="right")
    rows = Rect(_MARGIN, _MARGIN + px(58), width, px(64)).rows(2, 0)
    for row, lang in zip(rows, ("zh", "en")):
        yield pen.words(theme.description[lang], "sheet-words", row)


def _caption(pen: _Pen, window: Rect, role: str) -> Item:
    below = Rect(window.x, window.bottom + px(6), window.width, _LINE)
    return pen.words(f"{DRAWINGS[role][0]}　{role}", "sheet-words", below)


def _section(pen: _Pen, words: str, y: Emu) -> Iterator[Item]:
    width = WIDTH - 2 * _MARGIN
    yield Shape(Rect(_MARGIN, y, width, px(1)), fill=_EDGE)
    yield pen.words(words, "sheet-label", Rect(_MARGIN, y + px(8), width, _SECTION - px(16)))


def _palette(pen: _Pen, theme: Theme, y: Emu) -> tuple[list[Item], Emu]:
    """Twelve swatches with their names, their colour on screen and their inks; where they end."""
    items: list[Item] = [*_section(pen, "配色　palette", y)]
    columns = Rect(_MARGIN, y + _SECTION, WIDTH - 2 * _MARGIN, _SWATCH).columns(12, px(16))
    for slot, box in zip(SLOTS, columns):
        items.append(Shape(box, fill=_EDGE))
        items.append(Shape(box.inset(*[px(1)] * 4), fill=Colour(slot)))
        lines = Rect(box.x, box.bottom + px(6), box.width, _WORDS).rows(4, 0)
        inks = "  ".join(map(str, theme.cmyk[slot]))
        items.append(pen.words(slot, "sheet-label", lines[0]))
        for line, words in zip(lines[1:], (_SLOT_NAMES[slot], f"#{theme.palette[slot]}", inks)):
            items.append(pen.words(words, "sheet-small", line))
    return items, y + _SECTION + _SWATCH + _WORDS + _GAP


def _type_scale(pen: _Pen, theme: Theme, y: Emu) -> tuple[list[Item], Emu]:
    """Each style on the ground that it stands on, with its sizes and typefaces; where it ends."""
    items: list[Item] = [*_section(pen, "字号　type scale", y)]
    y += _SECTION
    columns = Rect(_MARGIN, y, WIDTH - 2 * _MARGIN, _SCALE).columns(4, _GAP)
    for i, name in enumerate(theme.styles):
        row, column = divmod(i, len(columns))
        box = columns[column]._replace(y=y + row * _SCALE, height=_SCALE - px(14))
        items += _style(pen, theme, name, box)
    rows = -(-len(theme.styles) // len(columns))
    return items, y + rows * _SCALE


def _style(pen: _Pen, theme: Theme, name: str, box: Rect) -> Iterator[Item]:
    style = theme.styles[name]
    chip = Rect(box.x, box.y, box.width // 2, box.height)
    yield Shape(chip, fill=_EDGE)
    yield Shape(chip.inset(*[px(1)] * 4), fill=ground_of(theme, name))
    inner = chip.inset(px(14), 0, px(8), 0)
    yield text_item(pen.specimen(name, inner.width), inner, name, anchor="middle")
    beside = Rect(chip.right + px(14), box.y, box.right - chip.right - px(14), box.height)
    lines = beside.inset(0, px(3), 0, px(3)).rows(3, 0)
    face = theme.fonts[style.font]
    sizes = dict.fromkeys((style.largest, style.smallest))
    points = "–".join(f"{size / PER_POINT:g}" for size in sizes)
    yield pen.words(name, "sheet-label", lines[0])
    yield pen.words(f"{points} pt · {style.pitch}%", "sheet-small", lines[1])
    yield pen.words(f"{face.ea} · {face.latin}", "sheet-small", lines[2])


def ground_of(theme: Theme, style: str) -> Colour:
    """What text in ``style`` mostly stands on: the ground of its frame, of the agenda, of a
    table's head, or a card."""
    for drawing in theme.drawings.values():
        for frame in drawing.frames.values():
            if frame.style == style and frame.colour == theme.styles[style].colour:
                return _plainest(drawing, frame)
    if style == "table-head":
        return Colour("accent1")
    if style.startswith("agenda-"):
        agenda = theme.drawings["agenda"]
        return _plainest(agenda, agenda.frames["body"])
    return Colour("lt1")


def _plainest(drawing: Drawing, frame: Frame) -> Colour:
    stacks = grounds(drawing.background, drawing.artwork, frame.rect)
    return min(stacks, key=lambda stack: (len(stack), stack))[-1]
