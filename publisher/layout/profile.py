"""Page profiles: the paper, its grid and its voices, as data in ``themes/pages``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast, get_args

from publisher.errors import UsageError, nearest
from publisher.geometry import Emu, Rect, Size, mm, pt
from publisher.layout.clreq import Level
from publisher.layout.paragraph import Alignment
from publisher.resources import data_dir

STYLES = (
    "secrecy", "title", "subtitle", "occasion", "speaker", "date", "salutation", "body", "stage",
    "closing", "signature", "annex", "heading1", "heading2", "heading3", "heading4", "caption",
    "cell", "head",
)  # fmt: skip
"""The roles that a profile gives a style; deeper headings take that of level 4."""


class PageStyle(NamedTuple):
    """How a role is set. ``indent`` counts cells, ``before`` empty rows above another group."""

    font: str
    size: Emu
    align: Alignment
    indent: int
    group: str
    before: int


class NumberStyle(NamedTuple):
    """The page number: ``below`` the type area to its dash, ``indent`` in its own ems."""

    font: str
    size: Emu
    form: str
    below: Emu
    indent: int
    odd: Alignment
    even: Alignment


class PageProfile(NamedTuple):
    """A page: ``columns`` × ``rows`` cells of ``em``, on baselines ``pitch`` apart.

    The first em box begins at the type area's top, the last ends at its bottom.
    """

    name: str
    paper: Size
    top: Emu
    bottom: Emu
    inside: Emu
    outside: Emu
    mirrored: bool
    columns: int
    rows: int
    level: Level
    number: NumberStyle
    styles: Mapping[str, PageStyle]

    @property
    def measure(self) -> Emu:
        return self.paper.width - self.inside - self.outside

    @property
    def em(self) -> Emu:
        return self.measure // self.columns

    @property
    def pitch(self) -> Emu:
        """From baseline to baseline, so that ``rows`` lines fill the type area (5.2.3)."""
        return round((self.height - self.em) / max(1, self.rows - 1))

    @property
    def height(self) -> Emu:
        return self.paper.height - self.top - self.bottom

    def area(self, page: int) -> Rect:
        """The type area (版心) of page ``page``, from 0; odd page numbers are right-hand pages."""
        left = self.outside if self.mirrored and page % 2 else self.inside
        return Rect(left, self.top, self.measure, self.height)

    def style(self, role: str) -> PageStyle:
        """The style of a role of the script; one that has none is set as body."""
        return self.styles.get(role, self.styles["body"])

    def heading(self, level: int) -> PageStyle:
        return self.styles[f"heading{min(max(level, 1), 4)}"]


def load_profile(name: str | Path = "gbt9704") -> PageProfile:
    """The profile of that name in ``themes/pages``, or the one in that .toml file.

    Raises UsageError ``profile-unknown`` naming the nearest one, ``profile-key`` for a key that
    does not belong there, ``profile-invalid`` for a value that cannot be understood.
    """
    import tomllib

    path = Path(name)
    if path.suffix != ".toml":
        path = data_dir("themes") / "pages" / f"{name}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise _unknown(str(name)) from None
    except ValueError as error:
        raise UsageError("profile-invalid", place=str(path), detail=str(error)) from error
    try:
        return _profile(data, str(path))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError("profile-invalid", place=str(path), detail=repr(error)) from error


def profiles() -> tuple[str, ...]:
    """The names of the profiles that come with publisher."""
    return tuple(sorted(path.stem for path in (data_dir("themes") / "pages").glob("*.toml")))


_KEYS = {
    "": ("name", "paper", "margins", "grid", "number", "styles"),
    "paper": ("width_mm", "height_mm"),
    "margins": ("top_mm", "bottom_mm", "inside_mm", "outside_mm", "mirrored"),
    "grid": ("columns", "rows", "level"),
    "number": ("font", "size_pt", "form", "below_mm", "indent", "odd", "even"),
    "styles": STYLES,
    "style": ("font", "size_pt", "align", "indent", "group", "before"),
}


def _profile(data: Mapping[str, Any], place: str) -> PageProfile:
    _check(data, _KEYS[""], place)
    for table in ("paper", "margins", "grid", "number", "styles"):
        _check(data[table], _KEYS[table], place)
    for style in data["styles"].values():
        _check(style, _KEYS["style"], place)
    paper, margins, grid, number = (data[key] for key in ("paper", "margins", "grid", "number"))
    size = Size(mm(paper["width_mm"]), mm(paper["height_mm"]))
    inside, outside = mm(margins["inside_mm"]), mm(margins["outside_mm"])
    em = (size.width - inside - outside) // grid["columns"]
    if em <= 0 or grid["rows"] < 1 or mm(margins["top_mm"] + margins["bottom_mm"]) >= size.height:
        raise ValueError("the margins leave no room")
    return PageProfile(
        name=data["name"],
        paper=size,
        top=mm(margins["top_mm"]),
        bottom=mm(margins["bottom_mm"]),
        inside=inside,
        outside=outside,
        mirrored=margins["mirrored"],
        columns=grid["columns"],
        rows=grid["rows"],
        level=cast(Level, _one_of(grid.get("level", "GB"), get_args(Level))),
        number=NumberStyle(
            font=number["font"],
            size=pt(number["size_pt"]),
            form=number["form"],
            below=mm(number["below_mm"]),
            indent=number["indent"],
            odd=_alignment(number["odd"]),
            even=_alignment(number["even"]),
        ),
        styles={role: _style(data["styles"][role], em) for role in STYLES},
    )


def _style(data: Mapping[str, Any], em: Emu) -> PageStyle:
    return PageStyle(
        font=data["font"],
        size=pt(data["size_pt"]) if "size_pt" in data else em,
        align=_alignment(data.get("align", "justify")),
        indent=data.get("indent", 0),
        group=data["group"],
        before=data.get("before", 0),
    )


def _alignment(value: str) -> Alignment:
    return cast(Alignment, _one_of(value, get_args(Alignment)))


def _one_of(value: str, allowed: Iterable[str]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is not one of {', '.join(allowed)}")
    return value


def _check(data: Mapping[str, Any], known: tuple[str, ...], place: str) -> None:
    for key in data:
        if key not in known:
            raise UsageError("profile-key", place=place, key=key, nearest=nearest(key, known))


def _unknown(name: str) -> UsageError:
    known = profiles()
    return UsageError("profile-unknown", name=name, nearest=nearest(name, known))
