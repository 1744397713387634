"""publisher impose: the pages of any PDF as a booklet, or several to a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from publisher.cli.console import Console
from publisher.cli.options import Debug, Overwrite, Quiet, Strict, choosing
from publisher.cli.parameters import Argument, Option
from publisher.cli.render import text
from publisher.geometry import PAPERS
from publisher.options import Said

if TYPE_CHECKING:
    from publisher.impose import Scheme

PdfFile: TypeAlias = Annotated[Path, Argument(metavar="FILE.pdf", help="help.impose-file")]
Target: TypeAlias = Annotated[
    Path | None,
    Option("-o", "--output", metavar="FILE|DIR", help="help.impose-output"),
]
Booklet: TypeAlias = Annotated[bool, Option("--booklet", help="help.impose-booklet")]
NUp: TypeAlias = Annotated[
    int | None,
    Option("--n-up", metavar="2|4|…", min=1, max=64, help="help.impose-n-up"),
]


def _number(kind: type, name: str, metavar: str, **limits: Any) -> Any:
    key = f"help.impose-{name.removeprefix('--')}"
    return Annotated[
        kind | None, Option(name, metavar=metavar, help=key, show_default=False, **limits)
    ]


def _flag(name: str, key: str) -> Any:
    return Annotated[bool | None, Option(name, help=key, show_default=False)]


BOTH: Mapping[str, Any] = {
    "paper": Annotated[
        str | None,
        Option("--paper", metavar="|".join(PAPERS), help="help.impose-paper"),
    ],
    "right": _flag("--right", "help.impose-right"),
}
FOLD: Mapping[str, Any] = {
    "signature": _number(int, "--signature", "N", min=1),
    "thickness": _number(float, "--thickness", "MM", min=0, max=1),
    "marks": _flag("--no-marks", "help.impose-no-marks"),
}
ROWS: Mapping[str, Any] = {
    "margin": _number(float, "--margin", "MM", min=0, max=100),
    "frames": _flag("--frames", "help.impose-frames"),
    "cuts": _flag("--cuts", "help.impose-cuts"),
}
"""Parameters by the name of what they set (publisher.impose.sheets, Fold and Rows)."""
_OPTIONS: Mapping[str, str] = {"marks": "--no-marks"}
"""Options that are not called like what they set."""


@choosing({**BOTH, **FOLD, **ROWS})
def impose(
    file: PdfFile,
    said: Said,
    output: Target = None,
    booklet: Booklet = False,
    n_up: NUp = None,
    force: Overwrite = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.errors import PublisherError
    from publisher.impose import impose as impose_pages
    from publisher.impose.signature import sheets_for
    from publisher.output import put_file

    console = Console(quiet=quiet, debug=debug, strict=strict)
    scheme = _scheme(said, booklet, n_up)
    paper = said.get("paper", "A4")
    target = _target(file, output, "booklet" if booklet else f"{n_up}up")
    try:
        imposed, notices = impose_pages(_bytes(file), scheme, PAPERS[paper])
    except PublisherError as error:
        error.place = error.place or str(file)
        raise
    place, told = put_file(target, imposed.data, file, force=force)
    console.note(notices + told)
    line = text(
        "impose.booklet" if booklet else "impose.rows",
        target=place, pages=imposed.pages, sides=imposed.sides, paper=paper,
        sheets=sheets_for(imposed.pages), percent=round(100 * imposed.scale),
    )  # fmt: skip
    console.say(line)
    return console.finish()


def _scheme(said: Said, booklet: bool, n_up: int | None) -> Scheme:
    """What was asked for. Raises UsageError where that is not one thing."""
    from publisher.errors import UsageError
    from publisher.geometry import mm
    from publisher.impose.sheets import Fold, Rows

    if booklet == (n_up is not None):
        raise UsageError("impose-scheme")
    strangers, scheme = (ROWS, "--n-up") if booklet else (FOLD, "--booklet")
    for name in strangers:
        if name in said:
            option = _OPTIONS.get(name, f"--{name}")
            raise UsageError("impose-option", option=option, scheme=scheme)
    chosen = {name: said[name] for name in ("right", *FOLD, *ROWS) if name in said}
    for length in {"thickness", "margin"} & set(chosen):
        chosen[length] = mm(chosen[length])
    if "marks" in chosen:
        chosen["marks"] = False
    return Rows(n_up, **chosen) if n_up is not None else Fold(**chosen)


def _bytes(file: Path) -> bytes:
    from publisher.errors import InputError

    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise InputError("pdf-missing") from error
    except OSError as error:
        raise InputError("pdf-unread", detail=error.strerror) from error


def _target(file: Path, output: Path | None, kind: str) -> Path:
    """The file to write: beside the PDF, in the folder ``output``, or ``output`` itself."""
    name = f"{file.stem}-{kind}.pdf"
    if output is None:
        return file.with_name(name)
    is_file = output.suffix.lower() == ".pdf" and not output.is_dir()
    return output if is_file else output / name
