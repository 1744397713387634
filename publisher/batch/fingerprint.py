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
from publisher.record import NamedTuple
from publisher.resources import data_dir
from publisher.sidecar import sidecar_file, sidecar_for

_PLAIN = frozenset({"", "gbt9704", "office", "book"})
"""Page profiles that are known to show nothing of the slides."""
_TICK = 2.0
"""Seconds: FAT keeps no finer time."""


class Content(NamedTuple):
    """What a speech itself gives an output: hashes of the file, of ``<stem>.toml`` beside it, and
    of the pictures named there."""

    source: str = ""
    beside: str = ""
    pictures: tuple[str, ...] = ()


def content_of(source: Path) -> Content:
    """The speech ``source`` as it is now. Raises OSError where it cannot be read, and UsageError
    for a wrong sidecar."""
    beside = sidecar_file(source)
    if not beside.is_file():
        return Content(file_hash(source))
    wanted = (treatment.picture for _, treatment in sidecar_for(source).treatments)
    pictures = tuple(sha256(picture.data).hexdigest() for picture in wanted if picture)
    return Content(file_hash(source), file_hash(beside), pictures)


def fingerprint(content: Content, kind: str, options: Options, edits: Edits = AS_IT_STANDS) -> str:
    """The hash of all that the output of this ``kind`` is made of; of the choices, paper knows
    the rate and its own alone, but a lectern copy shows the numbers of the slides.

    Raises OSError where a file that is chosen cannot be read.
    """
    themed = KINDS[kind].themed or KINDS[kind].plan == "lectern"
    profile = options.page_profile or ""
    themed = themed or profile not in _PLAIN
    drawn = _theme(options.theme) if themed else ""
    shown = [file_hash(f) if f and themed else "" for f in (options.logo, options.template)]
    parts = [
        _program(),
        _fonts(),
        drawn,
        content.source,
        content.beside,
        kind,
        [*shown, *content.pictures] if themed else [],
        [(role, file_hash(f)) for role, f in _own_fonts(options)],
        _profile(profile) if KINDS[kind].plan != "slides" else "",
        _bare(options)
        if themed
        else (
            options.rate,
            Path(profile).name,
            options.paper,
            options.profile,
            options.attach_source,
        ),
        edits,
    ]
    return sha256(json.dumps(parts, default=str).encode("ascii")).hexdigest()


def _bare(options: Options) -> Options:
    """Without the places of files, whose content is what counts: it may be fetched anywhere."""
    return options._replace(
        force=False, theme=Path(options.theme).name,
        page_profile=Path(options.page_profile or "").name,
        logo=None, template=None, fonts=(), fallback_font=None,
    )  # fmt: skip


def looks(source: Path, now: float) -> tuple[int, ...] | None:
    """What a speech looks like from outside, by which one that did not change is known without
    reading it; ``now`` is the time in seconds.

    None where that would tell nothing: there is more than the file alone, it cannot be seen, or
    it was changed a moment ago, so that the next change might fall on the same tick of its clock
    (as Git calls it, it is racily clean).
    """
    try:
        found = source.stat()
        if now - found.st_mtime < _TICK or sidecar_file(source).exists():
            return None
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)


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
