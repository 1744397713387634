"""Which speeches a build is about, and what each is called in the output folder."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from publisher.errors import UsageError
from publisher.kinds import KINDS
from publisher.readers import IN_FOLDERS, READERS


@dataclass(frozen=True, slots=True)
class Found:
    """A speech and its name below the output folder: POSIX, without suffix."""

    source: Path
    name: str


def default_folder(here: Path) -> Path:
    """``speeches/``, else the ``examples/`` of a checkout. Raises UsageError for neither."""
    for name in ("speeches", "examples"):
        if (here / name).is_dir():
            return here / name
    raise UsageError("build-no-speeches", place=str(here))


def find_speeches(paths: Sequence[Path], out: Path) -> tuple[Found, ...]:
    """The speeches among ``paths`` and in their folders, each once, in the order of the names.

    A file is called as below the folder it was found in; files given one by one whose names are
    the same keep as many folders as tell them apart. Files that are hidden, locks of an office
    program, Word scripts beside their speeches, or in the output folder are passed over in
    folders. Raises UsageError where there is nothing, or two speeches cannot be told apart.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for source, root in _sources(path.absolute(), out.absolute()):
            found.setdefault(source, root)
    if not found:
        raise UsageError("build-empty", place=", ".join(map(str, paths)))
    return tuple(_named(found))


def _sources(path: Path, out: Path) -> Iterator[tuple[Path, Path]]:
    """(file, the folder its name counts from); a file that is not there is reported later."""
    if not path.is_dir():
        yield path, path.parent
        return
    for folder, folders, files in os.walk(path):
        here = Path(folder)
        folders[:] = sorted(f for f in folders if not _passed_over(f) and here / f != out)
        for name in sorted(files):
            taken = Path(name).suffix.lower() in IN_FOLDERS and not _is_made(name, files)
            if taken and not _passed_over(name):
                yield here / name, path


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$"))


def _is_made(name: str, files: Iterable[str]) -> bool:
    """Whether it is the Word script of a speech that stands beside it."""
    speech = name.removesuffix(KINDS["docx"].suffix)
    beside = (Path(file) for file in files if speech != name)
    return any(file.stem == speech and file.suffix.lower() in READERS for file in beside)


def _named(found: dict[Path, Path]) -> Iterator[Found]:
    groups: defaultdict[str, list[Path]] = defaultdict(list)
    for source, root in found.items():
        groups[folded(_below(source, root))].append(source)
    taken: dict[str, Path] = {}
    for group in groups.values():
        roots = [found[group[0]]] if len(group) == 1 else [_common_folder(group)] * len(group)
        for source, root in zip(group, roots, strict=True):
            name = _below(source, root)
            other = taken.setdefault(folded(name), source)
            if other is not source:
                raise UsageError("build-twice", place=str(source), other=str(other))
            yield Found(source, name)


def _below(source: Path, root: Path) -> str:
    return source.relative_to(root).with_suffix("").as_posix()


def _common_folder(sources: Iterable[Path]) -> Path:
    folders = [source.parent for source in sources]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # two drives of Windows have nothing in common
        raise UsageError("build-twice", place=str(folders[0]), other=str(folders[1])) from None


def folded(name: str) -> str:
    """``name`` as Windows and macOS compare names: without case, and composed."""
    return unicodedata.normalize("NFC", name).casefold()
