"""Writing files so that nobody ever meets half of one.

The bytes go to a temporary file in the target's own folder, which then takes the target's name:
whatever goes wrong before that moment leaves the old file as it was.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path, PurePath

from publisher.errors import OutputError
from publisher.events import Notice, notice
from publisher.seal import is_untouched, sealed

_KEYS: Mapping[int, str] = {
    errno.EACCES: "output-denied",
    errno.EPERM: "output-denied",
    errno.EROFS: "output-denied",
    errno.ENOSPC: "output-full",
    errno.EDQUOT: "output-full",
    errno.EFBIG: "output-full",
    errno.ENOENT: "output-nowhere",
    errno.ENOTDIR: "output-not-folder",
    errno.EEXIST: "output-not-folder",
    errno.EISDIR: "output-is-folder",
    errno.ENAMETOOLONG: "output-name",
    errno.EINVAL: "output-name",
}
"""What the system said, as one of our messages."""
_OPEN_ELSEWHERE = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation (winerror.h)."""
_MOST_NAMES = 1000
_TEMPORARY = ".publisher-{}.tmp"
"""A short name: the target's may already be as long as the file system allows."""


def _temporary() -> str:
    """A name that no other has: not on another computer that writes here either."""
    return _TEMPORARY.format(os.urandom(6).hex())


def write_file(target: Path, data: bytes, source: Path | None = None) -> None:
    """``data`` as the file ``target``, whole or not at all; its folder is made where missing.

    A link is followed, so that it stays a link. Raises OutputError when ``target`` is the input
    ``source`` itself, or cannot be written; then the old file is untouched and no other is left.
    """
    real = _real(target, source)
    temporary = real.with_name(_temporary())
    try:
        _make_room(real)
        temporary.write_bytes(data)
        _replace(temporary, real)
    except OutputError as error:
        error.place = str(target)  # as it was named
        raise
    except OSError as error:
        raise _explained(error, target, target.parent) from error
    finally:
        _remove(temporary)


def _real(target: Path, source: Path | None) -> Path:
    """The file that ``target`` names, links followed; it must not be ``source``."""
    real = Path(os.path.realpath(target))
    if source is not None and real == Path(os.path.realpath(source)):
        raise OutputError("output-is-input", place=str(target))
    return real


def put_file(
    target: Path, data: bytes, source: Path | None = None, *, force: bool = False
) -> tuple[Path, tuple[Notice, ...]]:
    """Write a product, sealed, and never over somebody's work: where it went, and why there.

    A ``target`` that was changed since we wrote it, was never ours, or is open in another
    program stays as it is; the product gets the next number (``speech-2.pptx``) that is free or
    ours. ``force`` replaces what was changed. Raises OutputError as ``write_file`` does.
    """
    _real(target, source)
    data = sealed(data)
    kept = _written(target, data, source, force=force)
    if kept is None:
        return target, ()
    for name in islice(numbered(target.name), 1, None):
        place = target.with_name(name)
        if _written(place, data, source) is None:
            return place, (notice(kept, place=target.name, new=place.name),)
    raise OutputError("output-kept-all", place=str(target))


def numbered(name: str) -> Iterator[str]:
    """The names under which a product called ``name`` may be written: its own, then numbers."""
    yield name
    own = PurePath(name)
    for number in range(2, _MOST_NAMES):
        yield f"{own.stem}-{number}{own.suffix}"


def _written(place: Path, data: bytes, source: Path | None, *, force: bool = False) -> str | None:
    """Write ``place``, unless what is there must be kept: then why, as a notice's key."""
    there = _read(place)
    if there == data:
        return None  # whoever watches the file need not read it again
    if not force and there is not None and not is_untouched(there):
        return "output-kept"
    if _is_open(place):
        return "output-kept-open"
    try:
        write_file(place, data, source)
    except OutputError as error:
        if error.key != "output-open":
            raise
        return "output-kept-open"
    return None


def _read(place: Path) -> bytes | None:
    """What is there; None for nothing, or where writing will say what is wrong."""
    try:
        return place.read_bytes()
    except OSError:
        return None


def _is_open(place: Path) -> bool:
    """Whether an office program has the file open: Windows refuses by itself, others do not."""
    locks = (f"~${place.name}", f"~${place.name[2:]}", f".~lock.{place.name}#")
    return place.exists() and any(place.with_name(lock).exists() for lock in locks)


def write_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """A new folder ``target`` with these ``files``, whole or not at all.

    Raises OutputError, ``output-exists`` where something of that name is there.
    """
    if os.path.lexists(target):
        raise OutputError("output-exists", place=str(target))
    temporary = target.with_name(_temporary())
    try:
        temporary.mkdir(parents=True)
        for name, data in files.items():
            (temporary / name).write_bytes(data)
        os.replace(temporary, target)  # noqa: PTH105 - as for files
    except OSError as error:
        raise _explained(error, target, target.parent) from error
    finally:
        if temporary.is_dir():
            for file in temporary.iterdir():
                _remove(file)
            temporary.rmdir()


def check_folder(folder: Path) -> None:
    """Make sure, by trying, that files can be written to ``folder``, making it where missing.

    Raises OutputError as ``write_file`` does.
    """
    probe = folder / _temporary()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
    except OSError as error:
        raise _explained(error, folder, folder) from error
    finally:
        _remove(probe)


def sweep(folder: Path) -> None:
    """Take away what killed programs left in ``folder`` and below."""
    for temporary in folder.rglob(_TEMPORARY.format("*")):
        _remove(temporary)


def _make_room(target: Path) -> None:
    """The folder, and at the target's place nothing or a file that may be replaced."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        raise OutputError("output-is-folder")
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError("output-read-only")


def _replace(temporary: Path, target: Path) -> None:
    try:
        os.replace(temporary, target)  # noqa: PTH105 - one name for it, here and in the tests
    except OSError as error:
        if target.exists() and getattr(error, "winerror", None) in _OPEN_ELSEWHERE:
            raise OutputError("output-open") from error
        raise


def _remove(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        pass  # the folder is out of reach: so is whatever we meant to leave there


def _explained(error: OSError, place: Path, folder: Path) -> OutputError:
    key = _KEYS.get(error.errno or 0, "output-failed")
    detail = error.strerror or error
    return OutputError(key, place=str(place), folder=str(folder), detail=detail)
