"""Read a theme folder strictly: every key known, every reference resolved, or a clear error."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from publisher.errors import UsageError, nearest
from publisher.geometry import ASPECTS, SLIDE_16_9, Size, px
from publisher.resources import data_dir, is_file
from publisher.theme.aspect import adapted
from publisher.theme.drawing import Canvas, read_drawing
from publisher.theme.model import SLOTS, Drawing, TextStyle, Theme, Typeface

DRAWINGS: Mapping[str, tuple[str, str | None]] = {
    "cover": ("封面", None),
    "agenda": ("目录", None),
    "section": ("章节", None),
    "points": ("要点", None),
    "comparison": ("对比", "points"),
    "sequence": ("进程", "points"),
    "figures": ("数据", "points"),
    "statement": ("陈述", "points"),
    "text": ("正文", "points"),
    "quote": ("引语", None),
    "table": ("表格", "points"),
    "chart": ("图表", "table"),
    "picture": ("图片", None),
    "closing": ("结束", None),
}
"""One drawing per slide role (``tests/theme`` holds them equal to ``script.Role``): its name for
people, and the role whose drawing serves where a theme has none of its own."""

STYLES = frozenset(
    "cover-title cover-line section-title section-line label title place furniture "
    "agenda-title agenda-number agenda-entry agenda-line point-title support numeral word "
    "statement quote attribution closing-title closing-line table-head table-cell caption "
    "reading figure figure-unit chart-label".split()
)
SPACING = frozenset(
    "card-gap card-padding card-bar card-border row-gap rule-length rule-width "
    "rule-gap numeral-column divider".split()
)
FONTS = frozenset({"title", "text", "strong", "numeral"})
_KEYS: Mapping[str, frozenset[str]] = {
    "": frozenset("extends title description licence palette cmyk fonts styles spacing".split()),
    "palette": frozenset(SLOTS),
    "cmyk": frozenset(SLOTS),
    "fonts": FONTS,
    "styles": STYLES,
    "spacing": SPACING,
    "title": frozenset({"zh", "en"}),
    "description": frozenset({"zh", "en"}),
}
_TABLES = ("title", "description", "palette", "cmyk", "fonts", "styles", "spacing")
_FONT_KEYS = frozenset({"measured", "ea", "latin", "bold"})
_STYLE_KEYS = frozenset({"font", "largest", "smallest", "pitch", "colour"})


def theme_names() -> tuple[str, ...]:
    """The shipped themes: folders of ``themes/`` with a theme.toml."""
    return tuple(sorted(p.parent.name for p in data_dir("themes").glob("*/theme.toml")))


def load_theme(name: str | Path, aspect: str = "16:9") -> Theme:
    """A shipped theme by name, or one in a folder, for slides of ``aspect`` (a key of ASPECTS).

    Raises UsageError (exit code 2).
    """
    folder = Path(name)
    if not is_file(folder / "theme.toml"):
        folder = data_dir("themes") / str(name)
    if not is_file(folder / "theme.toml"):
        known = theme_names()
        near = nearest(str(name), known, 0.5)
        raise UsageError("theme-unknown", name=name, known=near or ", ".join(known))
    data, folders = _inherited(folder)
    where = f"{folder.name}/theme.toml"
    for table in _TABLES:
        _complete(data, table, where)
    palette = _palette(data["palette"], where)
    fonts = {key: _typeface(value, f"fonts.{key}", where) for key, value in data["fonts"].items()}
    styles = {key: _style(value, f"styles.{key}", where) for key, value in data["styles"].items()}
    return Theme(
        name=folder.name,
        title=data["title"],
        description=data["description"],
        palette=palette,
        cmyk={slot: (v[0], v[1], v[2], v[3]) for slot, v in data["cmyk"].items()},
        fonts=fonts,
        styles=styles,
        spacing={key: px(value) for key, value in data["spacing"].items()},
        size=ASPECTS[aspect],
        drawings=_drawings(folders, styles, ASPECTS[aspect]),
        licence=str(data.get("licence", "")),
    )


def _inherited(folder: Path) -> tuple[dict[str, Any], tuple[Folder, ...]]:
    """The settings of a theme over those of the one that it extends, and the folders of both."""
    data = _read_toml(folder / "theme.toml")
    where = f"{folder.name}/theme.toml"
    _check_keys(data, "", where)
    base = data.pop("extends", None)
    folders: tuple[Folder, ...] = ()
    if base is not None:
        below = folder.parent / str(base)
        below = below if is_file(below / "theme.toml") else data_dir("themes") / str(base)
        if not is_file(below / "theme.toml") or below.resolve() == folder.resolve():
            known = ", ".join(theme_names())
            raise UsageError("theme-unknown", place=where, name=base, known=known)
        inherited, folders = _inherited(below)
        data = {
            key: {**inherited.get(key, {}), **data[key]}
            if key in _TABLES and isinstance(data.get(key), dict)
            else data.get(key, inherited.get(key))
            for key in {**inherited, **data}
        }
    palette = _palette(_complete(data, "palette", where), where)
    return data, (Folder(folder, {value: slot for slot, value in palette.items()}), *folders)


class Folder(NamedTuple):
    """Where drawings of a theme may stand, and the palette (RRGGBB to slot) they are drawn in."""

    path: Path
    slots: Mapping[str, str]


def _drawings(
    folders: Sequence[Folder], styles: Mapping[str, TextStyle], size: Size
) -> dict[str, Drawing]:
    """By role: a theme's own drawing, else that of the theme it extends, else a kindred role's."""
    drawings: dict[str, Drawing] = {}
    for role, (title, kindred) in DRAWINGS.items():
        found = next((f for f in folders if (f.path / f"{role}.svg").is_file()), None)
        if found:
            drawn = read_drawing(Canvas(found.path / f"{role}.svg", found.slots, styles))
            drawings[role] = adapted(drawn, SLIDE_16_9, size)
        elif kindred:
            drawings[role] = drawings[kindred]._replace(name=role, title=title)
        else:
            raise UsageError("theme-drawing", place=folders[0].path.name, name=f"{role}.svg")
    return drawings


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("toml", place=f"{file.parent.name}/{file.name}", detail=error) from error


def _table(data: Mapping[str, Any], name: str, where: str) -> Mapping[str, Any]:
    value = data.get(name)
    if not isinstance(value, dict):
        raise UsageError("theme-table", place=where, name=name)
    return value


def _complete(data: Mapping[str, Any], table: str, where: str) -> Mapping[str, Any]:
    _check_keys(_table(data, table, where), table, where, complete=True)
    return _table(data, table, where)


def _check_keys(data: Mapping[str, Any], table: str, where: str, *, complete: bool = False) -> None:
    known = _KEYS[table]
    for key in data:
        if key not in known:
            full = f"{table}.{key}".lstrip(".")
            raise UsageError("key-unknown", place=where, key=full, near=nearest(key, known))
    missing = sorted(known - set(data)) if complete else []
    if missing:
        raise UsageError("key-missing", place=where, key=f"{table}.{missing[0]}")


def _palette(data: Mapping[str, str], where: str) -> dict[str, str]:
    palette = {slot: str(data[slot]).lstrip("#").upper() for slot in SLOTS}
    for slot, value in palette.items():
        if len(value) != 6 or any(c not in "0123456789ABCDEF" for c in value):
            raise UsageError("theme-hex", place=where, slot=slot, value=data[slot])
    seen: dict[str, str] = {}
    for slot, value in palette.items():
        if value in seen:
            raise UsageError("theme-twice", place=where, slot=slot, other=seen[value])
        seen[value] = slot
    return palette


def _typeface(data: Any, key: str, where: str) -> Typeface:
    _check_entry(data, _FONT_KEYS, {"bold"}, key, where)
    return Typeface(data["measured"], data["ea"], data["latin"], bool(data.get("bold", False)))


def _style(data: Any, key: str, where: str) -> TextStyle:
    _check_entry(data, _STYLE_KEYS, set(), key, where)
    for name, allowed in (("font", FONTS), ("colour", frozenset(SLOTS))):
        if data[name] not in allowed:
            near = nearest(str(data[name]), allowed)
            given = f"{key}.{name} = {data[name]}"
            raise UsageError("key-unknown", place=where, key=given, near=near)
    # px() of the drawing's units would be 3/4 of these: sizes of type are points everywhere.
    points = {name: round(data[name] * 12_700) for name in ("largest", "smallest")}
    return TextStyle(
        data["font"], points["largest"], points["smallest"], int(data["pitch"]), data["colour"]
    )


def _check_entry(data: Any, keys: frozenset[str], optional: set[str], key: str, where: str) -> None:
    if not isinstance(data, dict):
        raise UsageError("theme-table", place=where, name=key)
    for name in data:
        if name not in keys:
            full = f"{key}.{name}"
            raise UsageError("key-unknown", place=where, key=full, near=nearest(name, keys))
    for name in sorted(keys - set(data) - optional):
        raise UsageError("key-missing", place=where, key=f"{key}.{name}")
