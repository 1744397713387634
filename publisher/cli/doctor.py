"""publisher doctor: what works on this machine, and what to do about the rest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from publisher.cli.console import Console
from publisher.cli.options import Debug, Quiet
from publisher.cli.render import error_line, one_line, text
from publisher.errors import FindingsError, PublisherError

_PACKAGES = ("uharfbuzz", "reportlab", "pikepdf", "lxml")
"""The native parts: where a wheel does not fit the machine, these fail; lxml is for Word."""
_APP = ("starlette", "uvicorn", "jinja2", "watchfiles", "tomlkit", "psutil")
"""What the app in the browser is made with."""
_OFFICE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/opt/libreoffice/program/soffice",
)
_STORES = {"s3://": "s3fs", "gs://": "gcsfs", "sftp://": "paramiko", "hdfs://": "pyarrow"}
"""What fsspec needs for each."""


def doctor(quiet: Quiet = False, debug: Debug = False) -> int:
    console = Console(quiet=quiet, debug=debug)
    broken = 0
    for name, check in CHECKS.items():
        try:
            state, detail = "ok", check()
        except PublisherError as error:
            state, detail = "missing", error_line(error)
        except (ImportError, OSError) as error:
            state, detail = "missing", f"{error}. {text(_HINTS.get(name, 'doctor.packages.hint'))}"
        if state == "missing" and name in _OPTIONAL:
            state = "optional"
        broken += state == "missing"
        what = text(f"doctor.{name}", detail=one_line(detail))
        console.say(f"{text(f'doctor.{state}')}  {what}")
    if broken:
        console.fail(FindingsError("doctor", count=broken))
    return console.finish()


def _python() -> str:
    return f"{sys.version.split()[0]} ({sys.platform}, {sys.stdout.encoding})"


def _packages() -> str:
    from importlib import import_module
    from importlib.metadata import version

    for name in _PACKAGES:
        import_module(name)
    return ", ".join(f"{name} {version(name)}" for name in _PACKAGES)


def _fonts() -> str:
    """Every face can be opened and has a letter for a common character."""
    from publisher.typeface.registry import load_typefaces
    from publisher.typeface.shaping import shape

    typefaces = load_typefaces()
    for role in typefaces.roles:
        shape("国A", role, typefaces)
    for face in typefaces.faces.values():
        with face.path.open("rb") as file:
            file.read(4)
    return f"{len(typefaces.faces)}"


def _themes() -> str:
    from publisher.named import theme_named
    from publisher.theme.load import theme_names

    return ", ".join(theme_named(name).name for name in theme_names())


def _folder() -> str:
    from publisher.output import check_folder

    here = Path.cwd()
    check_folder(here)
    return str(here)


def _app() -> str:
    """The parts of the app, and that a page can be served to this machine."""
    from importlib import import_module
    from socket import socket

    for name in _APP:
        import_module(name)
    with socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{listening.getsockname()[1]}"


def _office() -> str:
    from shutil import which

    found = which("soffice") or which("libreoffice")
    found = found or next((path for path in _OFFICE if Path(path).is_file()), None)
    if found is None:
        raise FileNotFoundError("soffice")
    return found


def _stores() -> str:
    """fsspec, and of the stores that are named in docs/scale.md those that are there."""
    from importlib.metadata import version
    from importlib.util import find_spec

    there = [scheme for scheme, module in _STORES.items() if find_spec(module)]
    return " ".join([version("fsspec"), *there])


def _cluster() -> str:
    from importlib.metadata import version

    return version("distributed")


CHECKS: Mapping[str, Callable[[], str]] = {
    "python": _python,
    "packages": _packages,
    "fonts": _fonts,
    "themes": _themes,
    "folder": _folder,
    "app": _app,
    "office": _office,
    "stores": _stores,
    "cluster": _cluster,
}
_OPTIONAL = frozenset({"office", "stores", "cluster"})
_HINTS = {name: f"doctor.{name}.hint" for name in _OPTIONAL}
