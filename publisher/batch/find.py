"""Which speeches a build is about, and what each is called in the output folder."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath, PurePosixPath
from typing import Any, cast

from publisher.batch import stores
from publisher.batch.places import Place, Url
from publisher.errors import UsageError
from publisher.kinds import KINDS
from publisher.readers import IN_FOLDERS, READERS
from publisher.record import NamedTuple

_PATTERN = "*?["


class Found(NamedTuple):
    """A speech and its name below the output folder: POSIX, without suffix."""

    source: Place
    name: str

    @property
    def path(self) -> Path:
        """The source, where only paths were asked for."""
        return cast("Path", self.source)


def default_folder(here: Path) -> Path:
    """``speeches/``, else the ``examples/`` of a checkout. Raises UsageError for neither."""
    for name in ("speeches", "examples"):
        if (here / name).is_dir():
            return here / name
    raise UsageError("build-no-speeches", place=str(here))


def find_speeches(paths: Sequence[Place], out: Place) -> Iterator[Found]:
    """The speeches among ``paths`` and in their folders, each once, in the order of the names.

    Folders are walked while the speeches are asked for, one of them in memory at a time. A file
    is called as below the folder that was given, of several folders as below what they share;
    files given one by one whose names are the same keep as many folders as tell them apart.

    A path with ``*``, ``?`` or ``[`` that is no file stands for all that it matches, ``**`` for
    folders in folders. In folders files are passed over that are hidden, locks of an office
    program, Word scripts beside their speeches, or in the output folder.
    Raises UsageError where two speeches cannot be told apart.
    """
    given = [each for path in paths for each in _matches(path.absolute())]
    folders = [path for path in dict.fromkeys(given) if path.is_dir()]
    files = [path for path in dict.fromkeys(given) if path not in folders]
    loose = [file for file in files if not any(_holds(folder, file) for folder in folders)]
    yield from _named(loose)
    apart = [f for f in folders if not any(_holds(other, f) for other in folders if other != f)]
    for folder in apart:
        root = folder if len(apart) == 1 else _common_folder(apart)
        yield from _in_folder(folder, root, out.absolute())


def _matches(path: Place) -> Iterable[Place]:
    """``path``, or what it is the pattern of."""
    if not any(mark in str(path) for mark in _PATTERN) or path.exists():
        return [path]
    if isinstance(path, Url):
        return stores.glob(path)
    return sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))


def _holds(folder: Place, path: Place) -> bool:
    """Whether a walk through ``folder`` comes to ``path``."""
    if folder not in path.parents:
        return False
    below = path.parts[len(folder.parts) :]
    taken = path.is_dir() or path.suffix.lower() in IN_FOLDERS
    return taken and not any(map(_passed_over, below)) and not _is_script(path)


def _in_folder(top: Place, root: Place, out: Place) -> Iterator[Found]:
    """What is in ``top`` and its folders, called as below ``root``."""
    for here, folders, files in stores.walk(top) if isinstance(top, Url) else _walk(top):
        folders[:] = sorted(f for f in folders if not _passed_over(f) and here / f != out)
        taken: dict[str, Place] = {}
        for name in sorted(files):
            if PurePath(name).suffix.lower() not in IN_FOLDERS or _passed_over(name):
                continue
            if _is_made(name, files):
                continue
            source = here / name
            if isinstance(source, Url) and f"{source.stem}.toml" not in files:
                source.mark = files[name]
            yield _only(source, root, taken)


def _walk(top: Path) -> Iterator[tuple[Path, list[str], dict[str, str]]]:
    for folder, folders, files in os.walk(top):
        yield Path(folder), folders, dict.fromkeys(files, "")


def _only(source: Place, root: Place, taken: dict[str, Place]) -> Found:
    """``source`` by its name, which nothing in ``taken`` has."""
    below = PurePosixPath(*source.parts[len(root.parts) :])
    name = str(below.with_suffix(""))
    other = taken.setdefault(folded(name), source)
    if other is not source:
        raise UsageError("build-twice", place=str(source), other=str(other))
    return Found(source, name)


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$"))


def _is_script(file: Place) -> bool:
    if not file.name.endswith(KINDS["docx"].suffix):
        return False
    if isinstance(file, Url):
        return _is_made(file.name, stores.names(file.parent))
    return file.parent.is_dir() and _is_made(file.name, os.listdir(file.parent))  # noqa: PTH208 - names


def _is_made(name: str, files: Iterable[str]) -> bool:
    """Whether it is the Word script of a speech that stands beside it."""
    if not name.endswith(KINDS["docx"].suffix):
        return False
    speech = name.removesuffix(KINDS["docx"].suffix)
    beside = (Path(file) for file in files)
    return any(file.stem == speech and file.suffix.lower() in READERS for file in beside)


def _named(files: Sequence[Place]) -> Iterator[Found]:
    """Files that were given one by one."""
    groups: defaultdict[str, list[Place]] = defaultdict(list)
    for file in files:
        groups[folded(file.stem)].append(file)
    taken: dict[str, Place] = {}
    for group in groups.values():
        root = _common_folder([file.parent for file in group])
        for file in group:
            yield _only(file, root, taken)


def _common_folder(folders: Sequence[Place]) -> Place:
    """The deepest folder that holds all. Raises UsageError for two drives of Windows or two
    stores, which have nothing in common."""
    first: Any = folders[0]
    for folder in (first, *first.parents):
        if all(folder == other or folder in other.parents for other in folders):
            found: Place = folder
            return found
    raise UsageError("build-twice", place=str(first), other=str(folders[1]))


def folded(name: str) -> str:
    """``name`` as Windows and macOS compare names: without case, and composed."""
    return unicodedata.normalize("NFC", name).casefold()
