"""Which speeches a build is about, and what each is called in the output folder."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from publisher.errors import UsageError
from publisher.kinds import KINDS
from publisher.readers import IN_FOLDERS, READERS
from publisher.record import NamedTuple

_PATTERN = "*?["


class Found(NamedTuple):
    """A speech and its name below the output folder: POSIX, without suffix."""

    source: Path
    name: str


def default_folder(here: Path) -> Path:
    """``speeches/``, else the ``examples/`` of a checkout. Raises UsageError for neither."""
    for name in ("speeches", "examples"):
        if (here / name).is_dir():
            return here / name
    raise UsageError("build-no-speeches", place=str(here))


def find_speeches(paths: Sequence[Path], out: Path) -> Iterator[Found]:
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


def _matches(path: Path) -> Iterable[Path]:
    """``path``, or what it is the pattern of."""
    if path.exists() or not any(mark in str(path) for mark in _PATTERN):
        return [path]
    return sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))


def _holds(folder: Path, path: Path) -> bool:
    """Whether a walk through ``folder`` comes to ``path``."""
    if folder not in path.parents:
        return False
    below = path.relative_to(folder).parts
    taken = path.is_dir() or path.suffix.lower() in IN_FOLDERS
    return taken and not any(map(_passed_over, below)) and not _is_script(path)


def _in_folder(top: Path, root: Path, out: Path) -> Iterator[Found]:
    """What is in ``top`` and its folders, called as below ``root``."""
    for folder, folders, files in os.walk(top):
        here = Path(folder)
        folders[:] = sorted(f for f in folders if not _passed_over(f) and here / f != out)
        taken: dict[str, Path] = {}
        for name in sorted(files):
            if Path(name).suffix.lower() not in IN_FOLDERS or _passed_over(name):
                continue
            if _is_made(name, files):
                continue
            yield _only(here / name, root, taken)


def _only(source: Path, root: Path, taken: dict[str, Path]) -> Found:
    """``source`` by its name, which nothing in ``taken`` has."""
    name = source.relative_to(root).with_suffix("").as_posix()
    other = taken.setdefault(folded(name), source)
    if other is not source:
        raise UsageError("build-twice", place=str(source), other=str(other))
    return Found(source, name)


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$"))


def _is_script(file: Path) -> bool:
    if not file.name.endswith(KINDS["docx"].suffix) or not file.parent.is_dir():
        return False
    return _is_made(file.name, os.listdir(file.parent))  # noqa: PTH208 - names


def _is_made(name: str, files: Iterable[str]) -> bool:
    """Whether it is the Word script of a speech that stands beside it."""
    if not name.endswith(KINDS["docx"].suffix):
        return False
    speech = name.removesuffix(KINDS["docx"].suffix)
    beside = (Path(file) for file in files)
    return any(file.stem == speech and file.suffix.lower() in READERS for file in beside)


def _named(files: Sequence[Path]) -> Iterator[Found]:
    """Files that were given one by one."""
    groups: defaultdict[str, list[Path]] = defaultdict(list)
    for file in files:
        groups[folded(file.stem)].append(file)
    taken: dict[str, Path] = {}
    for group in groups.values():
        root = (
            group[0].parent if len(group) == 1 else _common_folder([file.parent for file in group])
        )
        for file in group:
            yield _only(file, file.parent if len(group) == 1 else root, taken)


def _common_folder(folders: Sequence[Path]) -> Path:
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # two drives of Windows have nothing in common
        raise UsageError("build-twice", place=str(folders[0]), other=str(folders[1])) from None


def folded(name: str) -> str:
    """``name`` as Windows and macOS compare names: without case, and composed."""
    return unicodedata.normalize("NFC", name).casefold()
