"""The parameters that commands share, with their help in the reader's language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

from typer import Argument, Option

from publisher.cli.render import text

Speeches: TypeAlias = Annotated[
    list[Path], Argument(metavar="SPEECH...", help=text("help.speeches"), show_default=False)
]
Speech: TypeAlias = Annotated[
    Path, Argument(metavar="SPEECH", help=text("help.speech"), show_default=False)
]
Paths: TypeAlias = Annotated[
    list[Path] | None, Argument(metavar="[PATHS...]", help=text("help.paths"), show_default=False)
]
Output: TypeAlias = Annotated[
    Path | None, Option("-o", "--output", metavar="FILE|DIR", help=text("help.output"))
]
Theme: TypeAlias = Annotated[
    str | None, Option("--theme", metavar="NAME|DIR", help=text("help.theme"))
]
PdfKind: TypeAlias = Annotated[
    str, Option("--kind", metavar="script|slides", help=text("help.kind"))
]
Json: TypeAlias = Annotated[bool, Option("--json", help=text("help.json"))]
Out: TypeAlias = Annotated[Path | None, Option("--out", metavar="DIR", help=text("help.out"))]
Formats: TypeAlias = Annotated[
    str | None, Option("--formats", metavar="LIST", help=text("help.formats"))
]
Fill: TypeAlias = Annotated[
    list[str] | None,
    Option("--fill", metavar="A=B", help=text("help.fill"), show_default=False),
]
Tidy: TypeAlias = Annotated[bool, Option("--tidy", help=text("help.tidy"))]
Minutes: TypeAlias = Annotated[
    int | None, Option("--minutes", metavar="N", min=1, help=text("help.minutes"))
]
Write: TypeAlias = Annotated[bool, Option("--write", help=text("help.write"))]
Replace: TypeAlias = Annotated[bool, Option("--force", help=text("help.replace"))]
Force: TypeAlias = Annotated[bool, Option("--force", help=text("help.force"))]
Quiet: TypeAlias = Annotated[bool, Option("--quiet", "-q", help=text("help.quiet"))]
Debug: TypeAlias = Annotated[bool, Option("--debug", help=text("help.debug"))]
Strict: TypeAlias = Annotated[bool, Option("--strict", help=text("help.strict"))]
