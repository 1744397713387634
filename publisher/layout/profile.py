"""Page profiles are data: ``themes/pages/*.toml``, read strictly, for the paper that is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast, get_args

from publisher.errors import UsageError, nearest
from publisher.geometry import PAPERS, Emu, Size, mm, pt
from publisher.layout.clreq import Level
from publisher.layout.letters import Alignment
from publisher.layout.page_model import (
    Begin,
    ContentsStyle,
    CoverStyle,
    HeadStyle,
    MarginStyle,
    NoteStyle,
    NumberStyle,
    PageProfile,
    PageStyle,
)
from publisher.layout.profile_files import path_of, read, whole
from publisher.record import NamedTuple

STYLES = (
    "secrecy", "title", "subtitle", "occasion", "speaker", "date", "salutation", "body", "stage",
    "closing", "signature", "annex", "heading1", "heading2", "heading3", "heading4", "caption",
    "cell", "head",
)  # fmt: skip
"""The roles that a profile gives a style; deeper headings take that of level 4."""
MORE_STYLES: Mapping[str, str] = {"annexlabel": "annex", "quote": "body"}
"""Roles that it may give one, and whose style they take else."""


class Format(NamedTuple):
    """What is asked of a page beyond its profile: its paper, the size of its text."""

    paper: str | None = None
    size: Emu | None = None


AS_PROFILED = Format()


def load_profile(name: str | Path = "gbt9704", form: Format = AS_PROFILED) -> PageProfile:
    """The profile of that name in ``themes/pages``, or the one in that .toml file.

    On another paper (a key of geometry.PAPERS) the margins keep their shares and the type its
    size. Raises UsageError ``profile-unknown`` naming the nearest one, ``profile-key`` for a key
    that does not belong there, ``profile-lacks`` for one that is missing, ``profile-invalid`` for
    a value that cannot be understood.
    """
    path = path_of(name)
    data = read(path)
    try:
        return _profile(whole(data, path), str(path), form)
    except KeyError as error:
        raise UsageError("profile-lacks", place=str(path), key=error.args[0]) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise UsageError("profile-invalid", place=str(path), detail=str(error)) from error


_NEEDED = ("paper", "margins", "grid", "number", "styles")
_KEYS = {
    "": (
        "name", "extends", *_NEEDED, "footnotes", "begins", "running_head", "cover", "contents",
        "margin", "lines",
    ),
    "paper": ("width_mm", "height_mm"),
    "margins": ("top_mm", "bottom_mm", "inside_mm", "outside_mm", "mirrored"),
    "grid": ("columns", "rows", "size_pt", "pitch_pt", "leading", "level"),
    "number": ("font", "size_pt", "form", "below_mm", "indent", "odd", "even"),
    "styles": (*STYLES, *MORE_STYLES),
    "style": ("font", "size_pt", "size_em", "align", "indent", "group", "before"),
    "footnotes": ("font", "size_pt", "pitch_pt", "rule_mm"),
    "begins": ("heading1", "annex"),
    "running_head": ("font", "size_pt", "above_mm"),
    "cover": ("title_mm", "foot_mm"),
    "contents": ("title", "font", "size_pt", "levels"),
    "margin": ("font", "size_pt", "edge_mm", "cue", "time", "levels"),
    "lines": ("breath", "sentences"),
}  # fmt: skip


def _profile(data: Mapping[str, Any], place: str, form: Format) -> PageProfile:
    _check(data, "", place)
    for table in _KEYS.keys() - {"", "style"}:
        if table in data or table in _NEEDED:
            _check(data[table], table, place)
    for style in data["styles"].values():
        _check(style, "style", place)
    margins, number, lines = data["margins"], data["number"], data.get("lines", {})
    own = Size(mm(data["paper"]["width_mm"]), mm(data["paper"]["height_mm"]))
    paper = PAPERS[form.paper] if form.paper else own
    across, down = paper.width / own.width, paper.height / own.height
    inside, outside = (round(mm(margins[key]) * across) for key in ("inside_mm", "outside_mm"))
    top, bottom = (round(mm(margins[key]) * down) for key in ("top_mm", "bottom_mm"))
    if "margin" in data:  # its words are no narrower on smaller paper
        inside = max(inside, mm(margins["inside_mm"]))
    measure, height = paper.width - inside - outside, paper.height - top - bottom
    columns, rows, em, pitch = _grid(
        data["grid"], form.size,
        (own.width - mm(margins["inside_mm"]) - mm(margins["outside_mm"]),
         own.height - mm(margins["top_mm"]) - mm(margins["bottom_mm"])),
        (measure, height),
    )  # fmt: skip
    if "size_pt" in data["grid"] or form.size:
        outside += measure - columns * em  # whole cells
    return PageProfile(
        data["name"], paper, top, bottom, inside, outside, _flag(margins["mirrored"]),
        columns, rows, em, pitch,
        level=cast(Level, _one_of(data["grid"].get("level", "GB"), get_args(Level))),
        number=NumberStyle(
            font=number["font"],
            size=pt(number["size_pt"]),
            form=_form(number["form"], number=1, total=1),
            below=round(mm(number["below_mm"]) * down),
            indent=number["indent"],
            odd=_alignment(number["odd"]),
            even=_alignment(number["even"]),
        ),
        styles=_styles(data["styles"], em),
        notes=_notes(data.get("footnotes", _FOOTNOTES)),
        begins=_begins(data.get("begins", {})),
        head=_head(data["running_head"], down) if "running_head" in data else None,
        cover=_cover(data["cover"], down) if "cover" in data else None,
        contents=_contents(data["contents"]) if "contents" in data else None,
        margin=_margin(data["margin"]) if "margin" in data else None,
        breath=_flag(lines.get("breath", False)),
        sentences=_flag(lines.get("sentences", False)),
    )  # fmt: skip


def _grid(
    grid: Mapping[str, Any], size: Emu | None, own: tuple[Emu, Emu], area: tuple[Emu, Emu]
) -> tuple[int, int, Emu, Emu]:
    """Columns, rows, em and pitch in ``area``, for a grid that was made for the area ``own``.

    ``columns`` and ``rows`` fill the area to the last cell (5.2.3); a size or a pitch that is
    given stays, and leaves what is over at the edges.
    """
    fills, spread = "columns" in grid, "rows" in grid and not {"pitch_pt", "leading"} & grid.keys()
    own_em = own[0] // grid["columns"] if fills else pt(grid["size_pt"])
    pitch: float
    if "pitch_pt" in grid:
        pitch = pt(grid["pitch_pt"])
    elif "leading" in grid:
        pitch = own_em * grid["leading"]
    else:
        pitch = (own[1] - own_em) / max(1, grid["rows"] - 1)
    em = size or own_em
    pitch *= em / own_em
    if min(*own, *area, em, pitch, area[0] - em, area[1] - em) <= 0:
        raise ValueError("the margins leave no room")
    columns = max(1, round(area[0] / em) if fills and not size else area[0] // em)
    em = area[0] // columns if fills and not size else em
    rows = max(1, round((area[1] - em) / pitch) + 1 if spread else int((area[1] - em) // pitch) + 1)
    pitch = (area[1] - em) / max(1, rows - 1) if spread else pitch
    if own == area and not size and not spread:
        rows = min(rows, grid.get("rows", rows))
    return columns, rows, em, round(pitch)


def _styles(data: Mapping[str, Any], em: Emu) -> dict[str, PageStyle]:
    styles = {role: _style(data[role], em) for role in STYLES}
    for role, like in MORE_STYLES.items():
        styles[role] = _style(data[role], em) if role in data else styles[like]
    return styles


def _style(data: Mapping[str, Any], em: Emu) -> PageStyle:
    return PageStyle(
        font=data["font"],
        size=pt(data["size_pt"]) if "size_pt" in data else round(em * data.get("size_em", 1)),
        align=_alignment(data.get("align", "justify")),
        indent=data.get("indent", 0),
        group=data["group"],
        before=data.get("before", 0),
    )


_FOOTNOTES = {"font": "fang", "size_pt": 12, "pitch_pt": 18, "rule_mm": 52}


def _notes(data: Mapping[str, Any]) -> NoteStyle:
    return NoteStyle(
        data["font"], pt(data["size_pt"]), pt(data["pitch_pt"]), mm(data["rule_mm"])
    )  # fmt: skip


def _begins(data: Mapping[str, Any]) -> dict[str, Begin]:
    said = {"heading1": "flow", "annex": "page", **data}
    return {key: cast(Begin, _one_of(value, get_args(Begin))) for key, value in said.items()}


def _head(data: Mapping[str, Any], down: float) -> HeadStyle:
    return HeadStyle(data["font"], pt(data["size_pt"]), round(mm(data["above_mm"]) * down))


def _cover(data: Mapping[str, Any], down: float) -> CoverStyle:
    return CoverStyle(round(mm(data["title_mm"]) * down), round(mm(data["foot_mm"]) * down))


def _contents(data: Mapping[str, Any]) -> ContentsStyle:
    return ContentsStyle(data["title"], data["font"], pt(data["size_pt"]), int(data["levels"]))


def _margin(data: Mapping[str, Any]) -> MarginStyle:
    return MarginStyle(
        data["font"], pt(data["size_pt"]), mm(data["edge_mm"]), _form(data["cue"], number=1),
        _form(data["time"], minutes=1, seconds=1), int(data["levels"]),
    )  # fmt: skip


def _form(form: str, **values: int) -> str:
    """A form that these can be put into, else ValueError."""
    try:
        form.format(**values)
    except (KeyError, IndexError):
        known = ", ".join(f"{{{key}}}" for key in values)
        raise ValueError(f"{form!r}: {known}") from None
    return form


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is not one of true, false")
    return value


def _alignment(value: str) -> Alignment:
    return cast(Alignment, _one_of(value, get_args(Alignment)))


def _one_of(value: str, allowed: Iterable[str]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is not one of {', '.join(allowed)}")
    return value


def _check(data: Mapping[str, Any], table: str, place: str) -> None:
    for key in data:
        if key not in _KEYS[table]:
            known = nearest(key, _KEYS[table])
            raise UsageError("profile-key", place=place, key=key, nearest=known)
