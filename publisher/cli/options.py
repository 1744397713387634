"""The parameters that commands share, with their help in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from publisher.cli.parameters import Argument, Option, Parameter, Run, parameters_of, taking
from publisher.errors import UsageError
from publisher.geometry import ASPECTS, LARGE_PRINT, PAPERS, SIZES, size_of
from publisher.kinds import PDF_KINDS
from publisher.options import PER_PAGE, Density, Ink, Profile

Speeches: TypeAlias = Annotated[list[Path], Argument(metavar="SPEECH...", help="help.speeches")]
Speech: TypeAlias = Annotated[Path, Argument(metavar="SPEECH", help="help.speech")]
Paths: TypeAlias = Annotated[list[Path] | None, Argument(metavar="[PATHS...]", help="help.paths")]
Places: TypeAlias = Annotated[list[str] | None, Argument(metavar="[PATHS...]", help="help.paths")]
Output: TypeAlias = Annotated[
    Path | None, Option("-o", "--output", metavar="FILE|DIR", help="help.output")
]
PdfKind: TypeAlias = Annotated[str, Option("--kind", metavar="|".join(PDF_KINDS), help="help.kind")]
Json: TypeAlias = Annotated[bool, Option("--json", help="help.json")]
JsonEvents: TypeAlias = Annotated[bool, Option("--json", help="help.json-events")]
Jobs: TypeAlias = Annotated[
    int | None, Option("--jobs", "-j", metavar="N", min=1, help="help.jobs", show_default=False)
]
Out: TypeAlias = Annotated[str | None, Option("--out", metavar="DIR|URL", help="help.out")]
Engines: TypeAlias = Annotated[
    str, Option("--engine", metavar="local|dask", help="help.engine", show_default=False)
]
Scheduler: TypeAlias = Annotated[
    str | None, Option("--scheduler", metavar="ADDRESS", help="help.scheduler")
]
Formats: TypeAlias = Annotated[str | None, Option("--formats", metavar="LIST", help="help.formats")]
LibraryOut: TypeAlias = Annotated[
    Path | None, Option("--out", metavar="SITE", help="help.library-out")
]
LibraryFormats: TypeAlias = Annotated[
    str | None, Option("--formats", metavar="LIST", help="help.library-formats")
]
Fill: TypeAlias = Annotated[
    list[str] | None,
    Option("--fill", metavar="A=B", help="help.fill", show_default=False),
]
Tidy: TypeAlias = Annotated[bool, Option("--tidy", help="help.tidy")]
Minutes: TypeAlias = Annotated[
    int | None, Option("--minutes", metavar="N", min=1, help="help.minutes")
]
Write: TypeAlias = Annotated[bool, Option("--write", help="help.write")]
ThemeNames: TypeAlias = Annotated[
    list[str],
    Argument(metavar="NAME|DIR...", help="help.theme-names"),
]
ThemeName: TypeAlias = Annotated[str, Argument(metavar="NAME|DIR", help="help.theme-name")]
NewTheme: TypeAlias = Annotated[str, Argument(metavar="NAME", help="help.theme-new")]
Potx: TypeAlias = Annotated[Path, Argument(metavar="FILE.potx", help="help.theme-potx")]
Base: TypeAlias = Annotated[
    str, Option("--from", metavar="NAME|DIR", help="help.theme-from", show_default=False)
]
Where: TypeAlias = Annotated[
    Path,
    Option("-o", "--output", metavar="DIR", help="help.theme-where", show_default=False),
]
Picture: TypeAlias = Annotated[
    Path | None, Option("-o", "--output", metavar="FILE|DIR", help="help.theme-picture")
]
Width: TypeAlias = Annotated[
    int, Option("--width", metavar="N", min=400, max=8000, help="help.theme-width")
]
Folder: TypeAlias = Annotated[
    Path | None, Option("-o", "--output", metavar="DIR", help="help.pack-where")
]
Overwrite: TypeAlias = Annotated[bool, Option("--force", help="help.overwrite")]
Replace: TypeAlias = Annotated[bool, Option("--force", help="help.replace")]
Renew: TypeAlias = Annotated[bool, Option("--force", help="help.renew")]
Force: TypeAlias = Annotated[bool, Option("--force", help="help.force")]
Quiet: TypeAlias = Annotated[bool, Option("--quiet", "-q", help="help.quiet")]
Debug: TypeAlias = Annotated[bool, Option("--debug", help="help.debug")]
Strict: TypeAlias = Annotated[bool, Option("--strict", help="help.strict")]


def _flag(*names: str, key: str) -> Any:
    return Annotated[bool | None, Option(*names, help=key, show_default=False)]


def _value(kind: Any, *names: str, metavar: str, key: str, **limits: Any) -> Any:
    return Annotated[
        kind | None, Option(*names, metavar=metavar, help=key, show_default=False, **limits)
    ]


THEME: Mapping[str, Any] = {
    "theme": _value(str, "--theme", metavar="NAME|DIR", key="help.theme"),
}
FONTS: Mapping[str, Any] = {
    "fallback_font": _value(Path, "--fallback-font", metavar="FILE.ttf", key="help.fallback-font"),
}
DECK: Mapping[str, Any] = {
    **THEME,
    "template": _value(Path, "--template", metavar="FILE.pptx", key="help.template"),
    "density": _value(str, "--density", metavar="|".join(Density), key="help.density"),
    "larger": _flag("--larger", key="help.larger"),
    "slide_level": _value(int, "--slide-level", metavar="N", key="help.slide-level", min=1, max=9),
    "aspect": _value(str, "--aspect", metavar="|".join(ASPECTS), key="help.aspect"),
    "charts": _flag("--charts", key="help.charts"),
    **FONTS,
}
PAGES: Mapping[str, Any] = {
    "page_profile": _value(str, "--page-profile", metavar="NAME|FILE", key="help.page-profile"),
    "paper": _value(str, "--paper", metavar="|".join(PAPERS), key="help.paper"),
    "per_page": _value(
        str, "--per-page", metavar="|".join(map(str, PER_PAGE)), key="help.per-page"
    ),
    "size": _value(str, "--size", metavar="二号|一号|22", key="help.size"),
}
PRINT: Mapping[str, Any] = {
    "profile": _value(str, "--profile", metavar="|".join(Profile), key="help.profile"),
    "ink": _value(str, "--ink", metavar="|".join(Ink), key="help.ink"),
    "attach_source": _flag("--attach-source/--no-attach-source", key="help.attach-source"),
}
SCRIPT: Mapping[str, Any] = {name: PAGES[name] for name in ("page_profile", "paper")}
FILE: Mapping[str, Any] = {
    "notes": _flag("--notes/--no-notes", key="help.notes"),
    "attach": _flag("--attach/--no-attach", key="help.attach"),
    "animate": _flag("--animate/--no-animate", key="help.animate"),
    "embed_fonts": _flag("--embed-fonts/--no-embed-fonts", key="help.embed-fonts"),
}
"""Parameters by the name of the option that they set (publisher.options.Options)."""
_KNOWN: Mapping[str, Mapping[str, Any]] = {
    "density": {density.value: density for density in Density},
    "aspect": {aspect: aspect for aspect in ASPECTS},
    "paper": {paper: paper for paper in PAPERS},
    "per_page": {str(count): count for count in PER_PAGE},
    "profile": {profile.value: profile for profile in Profile},
    "ink": {ink.value: ink for ink in Ink},
}
"""Of options with a handful of values: what each stands for."""


def choosing(options: Mapping[str, Any]) -> Callable[[Run], Run]:
    """Gives a command these parameters; what was said of them comes to it as ``said``."""

    def decorate(command: Run) -> Run:
        def run(**arguments: Any) -> int:
            given = {name: arguments.pop(name) for name in options}
            said = {name: _known(name, v) for name, v in given.items() if v is not None}
            return command(said=said, **arguments)

        own = [p for p in parameters_of(command) if p.name != "said"]
        added = [Parameter(name, kind, None) for name, kind in options.items()]
        return taking(run, (*own, *added))

    return decorate


def _size(value: str) -> int:
    try:
        return size_of(value)
    except ValueError:
        large = [name for name, points in SIZES.items() if points >= LARGE_PRINT]
        known = ", ".join((*large, f"{LARGE_PRINT} …"))
        raise UsageError("option-value", name="--size", value=value, known=known) from None


def _known(name: str, value: Any) -> Any:
    if name == "size":
        return _size(value)
    known = _KNOWN.get(name)
    if known is None:
        return value
    if value not in known:
        option = f"--{name.replace('_', '-')}"
        raise UsageError("option-value", name=option, value=value, known=", ".join(known))
    return known[value]
