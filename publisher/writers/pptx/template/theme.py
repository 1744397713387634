"""A template as a theme: its palette, and frames where its placeholders stand.

Words in its placeholders look as the template has them; what we draw besides (cards, rows,
figures) takes those of its colours that can be read on its ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publisher.errors import UsageError
from publisher.events import Notice, notice
from publisher.geometry import Emu, Rect, Size, pt, px
from publisher.plan import Colour
from publisher.record import NamedTuple
from publisher.theme.model import SLOTS, Drawing, Frame, TextStyle, Theme
from publisher.writers.pptx.template.layouts import Holder, Layout, read_layouts, slide_size
from publisher.writers.pptx.template.roles import roles
from publisher.writers.pptx.template.source import Source, read_source

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""Our slots as the master's clrMap names them (ECMA-376 19.3.1.6)."""
_ALIGN = {"ctr": "center", "r": "right"}
_ANCHOR = {"ctr": "middle", "b": "bottom"}
_LEGIBLE = 4.5
"""WCAG 2.2, 1.4.3."""
_FOOT = px(56)
_GAP = px(24)
_CAPTION = px(48)
_LINE = px(44)
_TITLE_STYLES = {"cover": "cover-title", "section": "section-title", "closing": "closing-title",
                 "agenda": "title", "quote": "attribution"}  # fmt: skip
_BODY_STYLES = {"quote": "quote", "table": "table-cell", "picture": "caption",
                "agenda": "agenda-entry", "section": "section-line", "text": "reading"}  # fmt: skip
_PROCLAIMED = frozenset({"cover", "section", "closing"})
"""Roles whose title may stand wherever the template has it."""
_FURNITURE = {"ftr": "footer", "sldNum": "number"}
_SMALLEST_TITLE = pt(20)


class Template(NamedTuple):
    """A template read: the theme to lay out with, and where its frames go.

    ``layouts`` is the layout of each role; ``holders`` the placeholder of each frame, by role.
    """

    source: Source
    theme: Theme
    layouts: Mapping[str, Layout]
    holders: Mapping[str, Mapping[str, Holder]]


def read_template(data: bytes, base: Theme, name: str) -> Template:
    """The deck in ``data`` as a theme, with the type scale and spacing of ``base``.

    Raises UsageError as ``read_source`` does, and where it has no layouts.
    """
    source = read_source(data)
    layouts, size = read_layouts(source), slide_size(source)
    if not layouts or not size.width:
        raise UsageError("template-not", detail="slideLayout")
    taken = roles(layouts, size)
    styles = dict(base.styles)
    drawings: dict[str, Drawing] = {}
    holders: dict[str, dict[str, Holder]] = {}
    for role, drawing in base.drawings.items():
        layout = taken[role]
        frames, holders[role] = _frames(role, layout, size, styles)
        drawings[role] = Drawing(role, layout.name or drawing.title, Colour("lt1"), (), frames)
    theme = base._replace(
        name=name, palette=_palette(source), styles=styles, size=size, drawings=drawings,
        package=data,
    )  # fmt: skip
    return Template(source, theme, taken, holders)


def roles_taken(template: Template) -> Notice:
    """Which layout took which role, for a person to check."""
    by_layout: dict[str, list[str]] = {}
    for role, layout in template.layouts.items():
        if role in template.theme.drawings:
            by_layout.setdefault(layout.name or layout.part, []).append(role)
    told = "; ".join(f"{name} ← {', '.join(found)}" for name, found in by_layout.items())
    return notice("template-roles", roles=told)


def readable(palette: Mapping[str, str]) -> dict[str, Colour]:
    """What each of our slots becomes on a ground that another designer chose.

    Their accents mean nothing of what ours mean: hairlines and quiet text become shades of their
    own ink, and the accent for titles and fields is the first that can be read.
    """
    ground = palette["lt1"]
    accents = [f"accent{n}" for n in range(1, 7)] + ["dk2", "dk1"]
    strong = next((a for a in accents if _contrast(palette[a], ground) >= _LEGIBLE), "dk1")
    return {
        "accent1": Colour(strong),
        "accent2": Colour(strong),
        "accent3": Colour("dk1", 25),
        "accent4": Colour("dk1", 75),
        "accent5": Colour("dk1", 18),
        "dk2": Colour(strong),
    }


def _frames(
    role: str, layout: Layout, size: Size, styles: dict[str, TextStyle]
) -> tuple[dict[str, Frame], dict[str, Holder]]:
    """The frames of a role, and the placeholder that each of them is."""
    frames: dict[str, Frame] = {}
    holders: dict[str, Holder] = {}
    title, body = layout.title, layout.body
    top = px(40)
    if title is not None and role not in _PROCLAIMED and title.rect.bottom > size.height * 2 // 5:
        # A cover alone: content needs its title on top, and the room below it.
        title = title._replace(rect=_on_top(title.rect, size))
        body = None
    if title is not None:
        style = _own(styles, role, _TITLE_STYLES.get(role, "title"), title)
        frames["title"], holders["title"] = _frame("title", title, style), title
        top = title.rect.bottom
    for kind, name in _FURNITURE.items():
        if (holder := layout.of(kind)) is not None:
            frames[name], holders[name] = _frame(name, holder, "furniture"), holder
    foot = min([frames[n].rect.y for n in ("footer", "number") if n in frames] or [size.height])
    foot = min(foot, size.height - _FOOT) if foot > size.height // 2 else size.height - _FOOT
    if role in ("cover", "closing"):
        beside = layout.of("subTitle") or title
        align = _ALIGN.get(beside.align or "", "left") if beside else "left"
        for name, rect, below in _below(role, layout, size, foot):
            frames[name] = Frame(name, rect, "cover-line", "dk1", align)
            if below is not None:
                holders[name] = below
        return frames, holders
    style = _BODY_STYLES.get(role, "support")
    rect = _within(body.rect, size, foot) if body else _room(title, top, foot, size)
    if role != "section" and rect.height < size.height // 3:
        rect = _room(title, top, foot, size)
    if role == "picture":
        low = Rect(rect.x, rect.bottom - _CAPTION, rect.width, _CAPTION)
        frames["caption"] = Frame("caption", low, "caption", "dk1", "center", "middle")
        rect = rect._replace(height=rect.height - _CAPTION - _GAP // 2)
    frames["body"] = Frame("body", rect, style, "dk1")
    if body is not None:
        holders["body"] = body
    return frames, holders


def _on_top(rect: Rect, size: Size) -> Rect:
    left, right = max(rect.x, size.width // 20), min(rect.right, size.width - size.width // 20)
    return Rect(left, size.height // 20, right - left, size.height // 7)


def _own(styles: dict[str, TextStyle], role: str, name: str, holder: Holder) -> str:
    """A style for a title in this placeholder: no larger than the template has it."""
    base = styles[name]
    largest = min(base.largest * 5 // 4, holder.size or base.largest)
    smallest = min(base.smallest, largest, max(_SMALLEST_TITLE, largest * 2 // 3))
    key = f"{role}-placed"
    styles[key] = base._replace(largest=max(largest, smallest), smallest=smallest, colour="dk1")
    return key


def _frame(name: str, holder: Holder, style: str) -> Frame:
    align, anchor = holder.align or "", holder.anchor or ""
    return Frame(name, holder.rect, style, "dk1", _ALIGN.get(align, "left"),
                 _ANCHOR.get(anchor, "top"))  # fmt: skip


def _below(
    role: str, layout: Layout, size: Size, foot: Emu
) -> Iterator[tuple[str, Rect, Holder | None]]:
    """The lines below a cover's title: the first one is the subtitle placeholder, if any."""
    names = ("subtitle", "occasion", "speaker", "date") if role == "cover" else ("speaker",)
    holder, title = layout.of("subTitle") or layout.of("body"), layout.title
    if holder is not None:
        area = _within(holder.rect, size, foot)
    else:
        left = title.rect.x if title else size.width // 12
        width = title.rect.width if title else size.width * 5 // 6
        top = min((title.rect.bottom if title else size.height // 2) + _GAP, foot - _LINE)
        area = Rect(left, top, width, foot - top)
    lines = min(len(names), max(1, area.height // _LINE))
    each: Emu = area.height // lines
    for number, name in enumerate(names[:lines]):
        rect = Rect(area.x, area.y + number * each, area.width, each)
        yield name, rect, holder if number == 0 else None


def _within(rect: Rect, size: Size, foot: Emu) -> Rect:
    """What of a placeholder is on the slide, clear of what stands at its foot."""
    bottom = min(rect.bottom, foot, size.height - _FOOT // 2)
    right = min(rect.right, size.width)
    left, top = max(rect.x, 0), max(rect.y, 0)
    return Rect(left, top, max(right - left, 1), max(bottom - top, 1))


def _room(title: Holder | None, top: Emu, foot: Emu, size: Size) -> Rect:
    """What a layout without a body leaves below its title, or all of it where that is little."""
    left = title.rect.x if title else size.width // 20
    width = title.rect.width if title else size.width * 9 // 10
    top = min(top + _GAP, foot - size.height // 3)
    return Rect(left, top, width, foot - top)


def _palette(source: Source) -> dict[str, str]:
    """Our slots in RRGGBB, through the first master's clrMap."""
    master = next(iter(source.related(source.main, "slideMaster")), None)
    mapping: Mapping[str, str] = {}
    scheme: dict[str, str] = {}
    if master is not None:
        found = source.root(master).find(f"{_P}clrMap")
        mapping = dict(found.attrib) if found is not None else {}
        for part in source.related(master, "theme")[:1]:
            scheme = dict(_scheme(source.root(part)))
    return {
        slot: scheme.get(mapping.get(_MAPPED.get(slot, slot), slot)) or _SPARE.get(slot, "404040")
        for slot in SLOTS
    }


_SPARE = {"lt1": "FFFFFF", "lt2": "FFFFFF", "dk1": "000000"}


def _scheme(theme: Any) -> Iterator[tuple[str, str]]:
    for slot in next(theme.iter(f"{_A}clrScheme"), ()):
        for colour in slot:
            value = colour.get("lastClr") or colour.get("val", "")
            if len(value) == 6:
                yield slot.tag.rpartition("}")[2], value.upper()


def _contrast(one: str, other: str) -> float:
    def luminance(value: str) -> float:
        parts = (int(value[i : i + 2], 16) / 255 for i in (0, 2, 4))
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
