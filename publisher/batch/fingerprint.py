"""What an output depends on, as a hash: content alone, no clocks, no absolute paths."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from publisher import __version__
from publisher.kinds import KINDS
from publisher.options import Options
from publisher.publication import AS_IT_STANDS, Edits
from publisher.resources import data_dir
from publisher.sidecar import sidecar_file, sidecar_for

_PLAIN = frozenset({"", "gbt9704", "office", "book"})
"""Page profiles that are known to show nothing of the slides."""


def fingerprint(source: Path, kind: str, options: Options, edits: Edits = AS_IT_STANDS) -> str:
    """The hash of all that the output of this ``kind`` is made of; of the choices, paper knows
    the rate and its own alone, but a lectern copy shows the numbers of the slides.

    The sidecar ``<stem>.toml`` is part of it, with the pictures that it names. Raises OSError
    where a file cannot be read.
    """
    themed = KINDS[kind].themed or KINDS[kind].plan == "lectern"
    profile = options.page_profile or ""
    themed = themed or profile not in _PLAIN
    drawn = _theme(options.theme) if themed else ""
    shown = [file_hash(f) for f in (options.logo, options.template) if f and themed]
    beside = sidecar_file(source)
    said = file_hash(beside) if beside.is_file() else ""
    if themed and said:
        wanted = (treatment.picture for _, treatment in sidecar_for(source).treatments)
        shown += [sha256(picture.data).hexdigest() for picture in wanted if picture]
    parts = [
        _program(),
        _fonts(),
        drawn,
        file_hash(source),
        said,
        kind,
        shown,
        [(role, file_hash(f)) for role, f in _own_fonts(options)],
        _profile(profile) if KINDS[kind].plan != "slides" else "",
        options._replace(force=False)
        if themed
        else (
            options.rate,
            options.page_profile,
            options.paper,
            options.profile,
            options.attach_source,
        ),
        edits,
    ]
    return sha256(json.dumps(parts, default=str).encode("ascii")).hexdigest()


def file_hash(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


@cache
def _program() -> str:
    """The version, and in a checkout whatever was changed since."""
    package = Path(__file__).resolve().parent.parent
    return sha256((__version__ + _tree(package, package.rglob("*.py"))).encode()).hexdigest()


@cache
def _fonts() -> str:
    """The table, and of the large font files their names and sizes."""
    folder = data_dir("fonts")
    sizes = sorted((file.name, file.stat().st_size) for file in folder.glob("*.ttf"))
    return json.dumps([file_hash(folder / "fonts.toml"), sizes])


def _own_fonts(options: Options) -> list[tuple[str, Path]]:
    last = [("", options.fallback_font)] if options.fallback_font else []
    return [each for each in (*options.fonts, *last) if each[1].is_file()]


@cache
def _profile(name: str) -> str:
    """Those that come with publisher, and the file that was named."""
    folder = data_dir("themes") / "pages"
    own = file_hash(Path(name)) if name.endswith(".toml") and Path(name).is_file() else ""
    return own + _tree(folder, folder.glob("*.toml"))


@cache
def _theme(name: str) -> str:
    folder = Path(name)
    if not (folder / "theme.toml").is_file():
        folder = data_dir("themes") / name
    return _tree(folder, folder.glob("*"))


def _tree(root: Path, files: Iterable[Path]) -> str:
    """Names and contents of ``files``, in the order of their names below ``root``."""
    named = sorted((file.relative_to(root).as_posix(), file) for file in files if file.is_file())
    return json.dumps([(name, file_hash(file)) for name, file in named])
