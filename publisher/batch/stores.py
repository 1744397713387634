"""Stores elsewhere, through fsspec: read whole, written whole or not at all, asked again when they
falter. Which there are is fsspec's business; where keys and hosts are told, too (its settings
files, ``FSSPEC_…``, and what each store's own tools read)."""

from __future__ import annotations

import posixpath
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from os import urandom
from pathlib import Path
from typing import Any, TypeVar

from publisher.batch.places import Url
from publisher.errors import InputError, OutputError, PublisherError, UsageError

_T = TypeVar("_T")
_ATTEMPTS = 5
_PAUSE = 0.2
"""Seconds before the second attempt, twice as many before each that follows."""
_ONE_PUT = frozenset("s3 s3a gs gcs abfs abfss az oss memory".split())
"""Schemes of stores where a file is there when all of it is; others write beside and rename."""
_LOOKS = "size ETag etag md5 checksum mtime LastModified last_modified created modified".split()
_TAGS = frozenset({"ETag", "etag", "md5", "checksum"})
_TICK = 2.0
"""Seconds: what was changed a moment ago may change again on the same tick of the store's clock."""
_FINAL = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError)
"""What asking again does not mend."""


def is_file(url: Url) -> bool:
    return _tell(url, InputError, lambda system, path: bool(system.isfile(path)))


def is_dir(url: Url) -> bool:
    return _tell(url, InputError, lambda system, path: bool(system.isdir(path)))


def read(url: Url) -> bytes | None:
    """All of a file; None where there is none. Raises InputError where it cannot be had."""

    def found(system: Any, path: str) -> bytes | None:
        try:
            return bytes(system.cat_file(path))
        except (FileNotFoundError, IsADirectoryError):
            return None

    return _tell(url, InputError, found)


def write(url: Url, data: bytes) -> None:
    """All of ``data`` as the file, or nothing. Raises OutputError."""
    _write(url, lambda system, path: system.pipe_file(path, data))


def send(url: Url, file: Path) -> None:
    """As ``write``, of a file that may be large."""
    _write(url, lambda system, path: system.put_file(str(file), path))


def fetch(url: Url, file: Path) -> None:
    """As ``read``, into ``file``, which is not made where there is none."""

    def found(system: Any, path: str) -> None:
        if system.isfile(path):
            system.get_file(path, str(file))

    _tell(url, InputError, found)


def check_folder(folder: Url) -> None:
    """Make sure, by trying, that files can be written to ``folder``. Raises OutputError."""
    probe = folder / f".publisher-{urandom(6).hex()}.tmp"
    write(probe, b"-")
    _tell(probe, OutputError, lambda system, path: system.rm_file(path))


def sweep(folder: Url) -> None:
    """Take away what killed programs left in ``folder`` and below."""
    if _scheme(folder) in _ONE_PUT:
        return
    for here, _, files in walk(folder):
        for name in files:
            if name.startswith(".publisher-") and name.endswith(".tmp"):
                _tell(here / name, OutputError, lambda system, path: system.rm_file(path))


def names(folder: Url) -> frozenset[str]:
    """The files in a folder, none where there is no such folder."""
    for _, _, files in walk(folder):
        return frozenset(files)
    return frozenset()


def _write(url: Url, put: Callable[[Any, str], object]) -> None:
    if _scheme(url) in _ONE_PUT:
        _tell(url, OutputError, put)
    else:
        _tell(url, OutputError, lambda system, path: _put_beside(system, path, put))


def _put_beside(system: Any, path: str, put: Callable[[Any, str], object]) -> None:
    """Under a name of its own, then renamed: nobody meets half of it."""
    folder = posixpath.dirname(path)
    temporary = f"{folder}/.publisher-{urandom(6).hex()}.tmp"
    system.makedirs(folder, exist_ok=True)
    try:
        put(system, temporary)
        try:
            system.mv(temporary, path)
        except OSError:
            if not system.exists(path):
                raise
            system.rm_file(path)  # some stores rename over nothing only
            system.mv(temporary, path)
    finally:
        if system.exists(temporary):
            system.rm_file(temporary)


def walk(top: Url) -> Iterator[tuple[Url, list[str], dict[str, str]]]:
    """Folders as ``os.walk`` gives them, of each file with its mark: a hash of what the listing
    tells, "" where that would not tell one change from the next. One folder is in memory at a time.
    """
    listed = _tell(top, InputError, _listing)
    folders: list[str] = []
    files: dict[str, str] = {}
    now = time.time()
    for found in listed:
        name = posixpath.basename(str(found["name"]).rstrip("/"))
        if found["type"] == "directory":
            folders.append(name)
        elif name and not (name == top.name and found["size"] == 0):  # the mark of a folder
            files[name] = _mark(found, now)
    yield top, folders, files
    for name in folders:
        yield from walk(top / name)


def _listing(system: Any, path: str) -> list[dict[str, Any]]:
    try:
        return list(system.ls(path, detail=True))
    except FileNotFoundError:
        return []


def glob(pattern: Url) -> list[Url]:
    """What a pattern matches, in order."""
    found = _tell(pattern, InputError, lambda system, path: system.glob(path))
    root = Url(pattern.store, pattern.parents[-1].path)
    start = _opened(pattern.store)._strip_protocol(str(root)).rstrip("/")
    return sorted(root / str(name).removeprefix(start).lstrip("/") for name in found)


def _mark(found: dict[str, Any], now: float) -> str:
    told = {key: found[key] for key in _LOOKS if found.get(key) is not None}
    times = [when for when in map(_seconds, told.items()) if when is not None]
    if not (_TAGS & told.keys()) and (not times or now - max(times) < _TICK):
        return ""
    return sha256(
        repr(sorted((key, str(value)) for key, value in told.items())).encode()
    ).hexdigest()


def _seconds(told: tuple[str, Any]) -> float | None:
    """When it was, where something told is a time."""
    key, value = told
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()
    return float(value) if key != "size" and isinstance(value, (int, float)) else None


def _scheme(url: Url) -> str:
    return url.store.partition(":")[0].lower()


@cache
def _opened(store: str) -> Any:
    """The file system of a store."""
    try:
        import fsspec
    except ImportError as error:
        raise UsageError("store-extra", place=store, name="stores") from error
    try:
        # Listings are remembered by many: a million names are much, and old ones are wrong.
        return fsspec.core.url_to_fs(store + "/", use_listings_cache=False)[0]
    except ImportError as error:
        raise UsageError("store-extra", place=store, name=store.partition(":")[0]) from error
    except ValueError as error:
        raise UsageError("store-unknown", place=store, detail=error) from error


def _tell(url: Url, kind: type[PublisherError], ask: Callable[[Any, str], _T]) -> _T:
    """What the store says, asked again where it falters; at last it is an error of ``kind``."""
    for attempt in range(_ATTEMPTS):
        try:
            system = _opened(url.store)
            return ask(system, str(system._strip_protocol(str(url))))
        except PublisherError:
            raise
        except Exception as error:
            if attempt + 1 == _ATTEMPTS or isinstance(error, _FINAL):
                key = "store-unread" if kind is InputError else "store-unwritten"
                raise kind(
                    key, place=str(url), detail=f"{type(error).__name__}: {error}"
                ) from error
            time.sleep(_PAUSE * 2**attempt)
    raise AssertionError
