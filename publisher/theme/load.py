"""Read a theme folder strictly: every key known, every reference resolved, or a clear error."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from publisher.errors import UsageError, nearest
from publisher.geometry import SLIDE_16_9, px
from publisher.resources import data_dir, is_file
from publisher.theme.drawing import Canvas, read_drawing
from publisher.theme.model import SLOTS, Drawing, TextStyle, Theme, Typeface

DRAWINGS = "cover agenda section points statement quote table picture closing".split()
"""One drawing per slide role; ``tests/theme`` holds them equal to ``script.Role``."""

STYLES = frozenset(
    "cover-title cover-line section-title section-line label title place furniture "
    "agenda-title agenda-number agenda-entry agenda-line point-title support numeral word "
    "statement quote attribution closing-title closing-line table-head table-cell caption".split()
)
SPACING = frozenset(
    "card-gap card-padding card-bar card-border row-gap rule-length rule-width "
    "rule-gap numeral-column divider".split()
)
FONTS = frozenset({"title", "text", "strong", "numeral"})
_KEYS: Mapping[str, frozenset[str]] = {
    "": frozenset("title description licence palette cmyk fonts styles spacing".split()),
    "palette": frozenset(SLOTS),
    "cmyk": frozenset(SLOTS),
    "fonts": FONTS,
    "styles": STYLES,
    "spacing": SPACING,
    "title": frozenset({"zh", "en"}),
    "description": frozenset({"zh", "en"}),
}
_FONT_KEYS = frozenset({"measured", "ea", "latin", "bold"})
_STYLE_KEYS = frozenset({"font", "largest", "smallest", "pitch", "colour"})


def theme_names() -> tuple[str, ...]:
    """The shipped themes: folders of ``themes/`` with a theme.toml."""
    return tuple(sorted(p.parent.name for p in data_dir("themes").glob("*/theme.toml")))


def load_theme(name: str | Path) -> Theme:
    """A shipped theme by name, or one in a folder. Raises UsageError (exit code 2)."""
    folder = Path(name)
    if not is_file(folder / "theme.toml"):
        folder = data_dir("themes") / str(name)
    if not is_file(folder / "theme.toml"):
        known = theme_names()
        near = nearest(str(name), known, 0.5)
        raise UsageError("theme-unknown", name=name, known=near or ", ".join(known))
    data = _read_toml(folder / "theme.toml")
    where = f"{folder.name}/theme.toml"
    _check_keys(data, "", where)
    for table in ("title", "description", "palette", "cmyk", "fonts", "styles", "spacing"):
        _check_keys(_table(data, table, where), table, where, complete=True)
    palette = _palette(data["palette"], where)
    fonts = {key: _typeface(value, f"fonts.{key}", where) for key, value in data["fonts"].items()}
    styles = {key: _style(value, f"styles.{key}", where) for key, value in data["styles"].items()}
    slots = {value: slot for slot, value in palette.items()}
    return Theme(
        name=folder.name,
        title=data["title"],
        description=data["description"],
        palette=palette,
        cmyk={slot: (v[0], v[1], v[2], v[3]) for slot, v in data["cmyk"].items()},
        fonts=fonts,
        styles=styles,
        spacing={key: px(value) for key, value in data["spacing"].items()},
        size=SLIDE_16_9,
        drawings=_drawings(folder, slots, styles),
        licence=str(data.get("licence", "")),
    )


def _drawings(
    folder: Path, slots: Mapping[str, str], styles: Mapping[str, TextStyle]
) -> dict[str, Drawing]:
    drawings = {}
    for name in DRAWINGS:
        file = folder / f"{name}.svg"
        if not file.is_file():
            raise UsageError("theme-drawing", place=folder.name, name=file.name)
        drawings[name] = read_drawing(Canvas(file, slots, styles))
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
