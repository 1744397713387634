"""A speech of a build whose input or output is in a store: fetched into a private folder with all
that it names, worked on there as anywhere, and what was made is sent.

So no stage knows of stores, and what comes out is the same to the byte.
"""

from __future__ import annotations

import shutil
import tempfile
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from publisher.batch import stores
from publisher.batch.manifest import NAME as MANIFEST
from publisher.batch.manifest import Manifest, Row
from publisher.batch.places import Url
from publisher.batch.work import Done, Task, target_of, work
from publisher.config import NAME
from publisher.errors import PublisherError
from publisher.output import numbered
from publisher.publish import attempt
from publisher.settings import read_settings
from publisher.sidecar import sidecar_file

_FOLDERS = 1_000
"""Folders of a store whose settings are remembered."""
_OFTEN = 60.0
"""Seconds between two copies of the manifest; a large one is sent at most a tenth of the time."""


class Mirror:
    """A private folder below ``root``, or else of its own, that looks like what was fetched from
    stores. Settings stay, speeches go when they are done."""

    def __init__(self, root: Path | None = None) -> None:
        shared = root if root is not None and root.is_dir() else None
        self.root = Path(tempfile.mkdtemp(prefix="publisher-", dir=shared)).resolve()
        self.close = weakref.finalize(self, shutil.rmtree, self.root, ignore_errors=True)
        """Takes it away; at the end of the process at the latest."""
        (self.root / NAME).touch()  # the search for settings upwards ends here
        self._stores: dict[str, Path] = {}
        self.folder = lru_cache(_FOLDERS)(self._folder)
        """A folder of a store as a folder here, with the settings that hold there."""

    def local(self, url: Url) -> Path:
        """Where ``url`` is mirrored."""
        root = self._stores.setdefault(url.store, self.root / f"store-{len(self._stores)}" / "at")
        return root.joinpath(*map(_as_name, url.path.parts[1:]))

    def _folder(self, url: Url) -> Path:
        here = self.local(url)
        here.mkdir(parents=True, exist_ok=True)
        if self.fetch(url / NAME) is not None:
            self._fetch_named(url / NAME)
        elif url.parent != url:
            self.folder(url.parent)
        return here

    def fetch(self, url: Url) -> bytes | None:
        """The file, now here too; None where there is none."""
        data = stores.read(url)
        if data is not None:
            here = self.local(url)
            here.parent.mkdir(parents=True, exist_ok=True)
            here.write_bytes(data)
        return data

    def _fetch_named(self, settings: Url) -> list[Url]:
        """What a settings file names: files, and folders of themes."""
        try:
            words = list(_words(read_settings(self.local(settings)).data))
        except PublisherError:
            return []  # whoever reads it for good will say so
        named = [settings.parent / word for word in words if Path(word).suffix]
        named += [
            theme / name
            for theme in (settings.parent / word for word in words if not Path(word).suffix)
            if (theme / "theme.toml").is_file()
            for name in next(stores.walk(theme))[2]
        ]
        found = [url for url in named if ".." not in url.path.parts]
        return [url for url in found if self.fetch(url) is not None]

    @contextmanager
    def fetched(self, source: Url) -> Iterator[Path]:
        """A speech with its settings, its sidecar and what that names."""
        self.folder(source.parent)
        beside = source.with_name(sidecar_file(self.local(source)).name)
        came = [source, beside]
        try:
            self.fetch(source)
            if beside.name != NAME and self.fetch(beside) is not None:
                came += self._fetch_named(beside)
            yield self.local(source)
        finally:
            for url in came:
                self.local(url).unlink(missing_ok=True)

    def as_named(self, words: Any) -> Any:
        """What is said of a place here, said of the place that it mirrors."""
        if not isinstance(words, str):
            return words
        for store, root in self._stores.items():
            if str(root) in words:
                return words.replace(str(root), store).replace("\\", "/")
        return words


def _words(data: Any) -> Iterator[str]:
    """All strings of a settings file that may name something beside it."""
    if isinstance(data, str):
        if data and data.isprintable() and not data.startswith(("/", "~")):
            yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _words(value)


@lru_cache(1)
def _mirror(root: Path, run: str) -> Mirror:  # noqa: ARG001 - settings hold for one run
    return Mirror(root)


def work_afar(root: Path, run: str, task: Task) -> Done:
    """``work`` for a task whose source or folder is a Url. ``root`` is a folder that is there as
    long as the build, if it is on this machine; ``run`` tells builds apart."""
    mirror = _mirror(root, run)
    done = attempt(lambda: _worked(mirror, task), task.source)
    if isinstance(done, PublisherError):
        done = Done({}, errors=(done,))
    for error in done.errors:
        error.place = mirror.as_named(error.place)
        error.values.update({key: mirror.as_named(value) for key, value in error.values.items()})
    return done


def _worked(mirror: Mirror, task: Task) -> Done:
    if not isinstance(task.source, Url):
        return _sent(mirror, task, task.source)
    with mirror.fetched(task.source) as source:
        return _sent(mirror, task, source)


def _sent(mirror: Mirror, task: Task, source: Path) -> Done:
    """What is made of ``source`` here, sent where it is to go."""
    if not isinstance(task.out, Url):
        return work(task._replace(source=source))
    out = mirror.local(task.out)
    known: dict[Url, bytes] = {}
    try:
        for kind in task.kinds:
            known |= _fetched_as_numbered(mirror, cast("Url", target_of(task, kind)))
        done = work(task._replace(source=source, out=out))
        entries, errors = dict(done.entries), list(done.errors)
        for kind in done.fresh:
            url = cast("Url", entries[kind].place(target_of(task, kind)))
            data = mirror.local(url).read_bytes()
            known.setdefault(url, b"")
            if data == known[url]:
                continue
            try:
                stores.write(url, data)
            except PublisherError as error:
                del entries[kind]
                errors.append(error)
        fresh = tuple(kind for kind in done.fresh if kind in entries)
        return Done(entries, fresh, tuple(errors))
    finally:
        for url in known:
            mirror.local(url).unlink(missing_ok=True)


def _fetched_as_numbered(mirror: Mirror, target: Url) -> dict[Url, bytes]:
    """An output that is there, and those beside it written where it had been changed."""
    found: dict[Url, bytes] = {}
    for name in numbered(target.name):
        data = mirror.fetch(target.with_name(name))
        if data is None:
            break
        found[target.with_name(name)] = data
    return found


class ManifestAfar(Manifest):
    """The manifest of an output folder in a store: worked on in ``folder`` here, and copied there
    whole every minute and in the end."""

    def __init__(self, out: Url, folder: Path) -> None:
        self._url = out / MANIFEST
        stores.fetch(self._url, folder / MANIFEST)
        super().__init__(folder)
        self._changed, self._next = False, time.monotonic() + _OFTEN

    def put(self, row: Row) -> None:
        super().put(row)
        self._changed = True
        if time.monotonic() > self._next:
            self._send()

    def _send(self) -> None:
        began = time.monotonic()
        stores.send(self._url, self.file)
        ended = time.monotonic()
        self._changed, self._next = False, ended + max(_OFTEN, 9 * (ended - began))

    def close(self) -> None:
        super().close()
        if self._changed:
            self._send()


def _as_name(part: str) -> str:
    """A part of a store's key as the name of one file here: keys may be .. or have backslashes,
    which would lead out of the folder."""
    return "\uff0e\uff0e" if part == ".." else part.replace("\\", "\uff3c")
