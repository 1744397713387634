"""Read a theme folder strictly: every key known, every reference resolved, or a clear error."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from publisher.errors import UsageError, nearest
from publisher.geometry import ASPECTS, PER_POINT, SLIDE_16_9, Size, px
from publisher.record import NamedTuple
from publisher.resources import data_dir, is_file
from publisher.settings import Settings, read_settings
from publisher.theme import schema
from publisher.theme.aspect import adapted
from publisher.theme.drawing import Canvas, Report, read_drawing, refuse
from publisher.theme.model import SLOTS, Drawing, TextStyle, Theme, Typeface
from publisher.theme.roles import FRAMES_OF

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
_MOST_POINTS, _MOST_PITCH, _MOST_PX = 400, 400, 1280
_WORDS = schema.table({"zh": schema.text, "en": schema.text})
_TYPEFACE = schema.table(
    {"measured": schema.text, "ea": schema.text, "latin": schema.text, "bold": schema.flag},
    optional=["bold"],
)
_STYLE = schema.table(
    {
        "font": schema.one_of(FONTS),
        "largest": schema.number(1, _MOST_POINTS),
        "smallest": schema.number(1, _MOST_POINTS),
        "pitch": schema.number(50, _MOST_PITCH, whole=True),
        "colour": schema.one_of(SLOTS),
    }
)
_TABLES: Mapping[str, schema.Check] = {
    "title": _WORDS,
    "description": _WORDS,
    "palette": schema.all_different(schema.table(dict.fromkeys(SLOTS, schema.colour))),
    "cmyk": schema.table(dict.fromkeys(SLOTS, schema.inks)),
    "fonts": schema.table(dict.fromkeys(FONTS, _TYPEFACE)),
    "styles": schema.table(dict.fromkeys(STYLES, schema.ordered(_STYLE, "smallest", "largest"))),
    "spacing": schema.table(dict.fromkeys(SPACING, schema.number(0, _MOST_PX))),
}
_THEME = schema.table(
    {"extends": schema.text, "licence": schema.text, **_TABLES}, optional=["extends", "licence"]
)
"""All that may stand in a theme.toml."""
_MODEL = "red"
"""The shipped theme that lends what one under review lacks."""


class Folder(NamedTuple):
    """Where drawings of a theme may stand, and the palette (RRGGBB to slot) they are drawn in."""

    path: Path
    slots: Mapping[str, str]


class Source(NamedTuple):
    """A theme before its drawings are read: its settings over those of the one that it extends,
    the folders of both, its own first, and its own file."""

    data: Mapping[str, Any]
    folders: tuple[Folder, ...]
    settings: Settings

    @property
    def palette(self) -> dict[str, str]:
        return _palette(self.data)

    def line(self, *way: str) -> int:
        """Where a setting stands in the theme's own file, or the table that lacks it."""
        return _line(self.settings, way)

    def drawing(self, role: str) -> Folder | None:
        """The folder with the drawing for ``role`` itself, None where a kindred role's serves."""
        return next((f for f in self.folders if (f.path / f"{role}.svg").is_file()), None)


def _line(settings: Settings, way: schema.Way) -> int:
    table, key = ("", way[0]) if len(way) == 1 else way[:2]
    found = settings.line(table, key)
    return found if found > 1 else settings.line("", table)


def theme_names() -> tuple[str, ...]:
    """The shipped themes: folders of ``themes/`` with a theme.toml."""
    return tuple(sorted(p.parent.name for p in data_dir("themes").glob("*/theme.toml")))


def theme_folder(name: str | Path) -> Path:
    """Where a theme stands: a folder, else a shipped theme of that name. Raises UsageError."""
    folder = Path(os.path.abspath(name))  # noqa: PTH100 - "." gets its name, links keep theirs
    if not is_file(folder / "theme.toml"):
        folder = data_dir("themes") / str(name)
    if not is_file(folder / "theme.toml"):
        known = theme_names()
        near = nearest(str(name), known, 0.5)
        raise UsageError("theme-unknown", name=name, known=near or ", ".join(known))
    return folder


def load_theme(name: str | Path, aspect: str = "16:9") -> Theme:
    """A shipped theme by name, or one in a folder, for slides of ``aspect`` (a key of ASPECTS).

    Raises UsageError (exit code 2).
    """
    return review_theme(name, refuse, aspect)[0]


def review_theme(name: str | Path, report: Report, aspect: str = "16:9") -> tuple[Theme, Source]:
    """A theme as ``load_theme`` reads it, and where it came from; each mistake goes to ``report``,
    and where that does not raise it, what is most like it or the model theme's stands in.

    Raises UsageError where there is no theme, or one whose settings cannot be read.
    """
    folder = theme_folder(name)
    source = read_source(folder, report)
    data = source.data
    styles = {key: _style(value) for key, value in data["styles"].items()}
    theme = Theme(
        name=folder.name,
        title=data["title"],
        description=data["description"],
        palette=source.palette,
        cmyk={slot: (v[0], v[1], v[2], v[3]) for slot, v in data["cmyk"].items()},
        fonts={key: _typeface(value) for key, value in data["fonts"].items()},
        styles=styles,
        spacing={key: px(value) for key, value in data["spacing"].items()},
        size=ASPECTS[aspect],
        drawings=_drawings(source, styles, ASPECTS[aspect], report),
        licence=data.get("licence", ""),
    )
    return theme, source


def read_source(folder: Path, report: Report = refuse, above: tuple[Path, ...] = ()) -> Source:
    """The settings of the theme in ``folder``, which those ``above`` extend.

    Raises UsageError where they cannot be read.
    """
    settings = read_settings(folder / "theme.toml")
    where = f"{folder.name}/theme.toml"
    above = (*above, folder.resolve())
    below = _extended(folder, settings.data.get("extends"), where, above)
    base = read_source(below, refuse, above) if below else None
    inherited, folders = (base.data, base.folders) if base else ({}, ())
    data = _over(settings.data, inherited)
    mistakes = list(_THEME((), data))
    for mistake in mistakes:
        mistake.error.place = f"{where}:{_line(settings, mistake.way)}"
        report(mistake.error)
    if mistakes:
        data = _mended(data, mistakes)
    own = Folder(folder, {value: slot for slot, value in _palette(data).items()})
    return Source(data, (own, *folders), settings)


def _extended(folder: Path, base: object, where: str, above: tuple[Path, ...]) -> Path | None:
    """The folder of the theme that one extends: its neighbour, else a shipped one; never itself
    or one that extends it."""
    if not isinstance(base, str):
        return None
    for below in (folder.parent / base, data_dir("themes") / base):
        if is_file(below / "theme.toml") and below.resolve() not in above:
            return below
    raise UsageError("theme-unknown", place=where, name=base, known=", ".join(theme_names()))


def _over(data: Mapping[str, Any], inherited: Mapping[str, Any]) -> dict[str, Any]:
    """``data`` over ``inherited``, table by table and key by key."""
    merged = {**inherited, **data}
    for name in _TABLES:
        if isinstance(data.get(name), dict) and name in inherited:
            merged[name] = {**inherited[name], **data[name]}
    return merged


def _mended(data: Mapping[str, Any], mistakes: Sequence[schema.Mistake]) -> dict[str, Any]:
    """``data`` without what is wrong in it, and with the model theme's in its place."""
    model = read_settings(data_dir("themes") / _MODEL / "theme.toml").data
    wrong = {mistake.way[:2] for mistake in mistakes}
    mended: dict[str, Any] = {"licence": str(data.get("licence", ""))}
    for name in _TABLES:
        given = data.get(name)
        own = given if isinstance(given, dict) and (name,) not in wrong else {}
        mended[name] = {
            key: own[key] if key in own and (name, key) not in wrong else value
            for key, value in model[name].items()
        }
    return mended


def _drawings(
    source: Source, styles: Mapping[str, TextStyle], size: Size, report: Report
) -> dict[str, Drawing]:
    """By role: a theme's own drawing, else that of the theme it extends, else a kindred role's."""
    drawings: dict[str, Drawing] = {}
    for role, (title, kindred) in DRAWINGS.items():
        found = source.drawing(role)
        if found is None and kindred is None:
            name = f"{role}.svg"
            place = f"{source.folders[0].path.name}/{name}"
            report(UsageError("theme-drawing", place=place, name=name))
            found = _model_folder()
        if found:
            canvas = Canvas(found.path / f"{role}.svg", found.slots, styles, report)
            drawn = read_drawing(canvas)
            for name in FRAMES_OF[role].needed:
                if name not in drawn.frames:
                    report(canvas.error("theme-frame-missing", name=name))
            drawings[role] = adapted(drawn, SLIDE_16_9, size)
        elif kindred:
            drawings[role] = drawings[kindred]._replace(name=role, title=title)
    return drawings


def _model_folder() -> Folder:
    return read_source(data_dir("themes") / _MODEL).folders[0]


def _palette(data: Mapping[str, Any]) -> dict[str, str]:
    return {slot: str(data["palette"][slot]).lstrip("#").upper() for slot in SLOTS}


def _typeface(data: Mapping[str, Any]) -> Typeface:
    return Typeface(data["measured"], data["ea"], data["latin"], data.get("bold", False))


def _style(data: Mapping[str, Any]) -> TextStyle:
    # px() of the drawing's units would be 3/4 of these: sizes of type are points everywhere.
    largest, smallest = (round(data[name] * PER_POINT) for name in ("largest", "smallest"))
    return TextStyle(data["font"], largest, smallest, data["pitch"], data["colour"])
