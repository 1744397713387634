"""Build: every speech in every format, as far as it is not there already."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property, lru_cache, partial
from hashlib import sha256
from itertools import starmap
from os import urandom
from pathlib import Path

from publisher.batch import stores
from publisher.batch.afar import ManifestAfar, Mirror, work_afar
from publisher.batch.engines import Engine, Work
from publisher.batch.engines.here import Here
from publisher.batch.find import Found, default_folder, find_speeches, folded
from publisher.batch.fingerprint import Content, fingerprint, looks
from publisher.batch.manifest import Entries, Manifest, Row
from publisher.batch.places import Place, Url
from publisher.batch.work import Done, Task, prepare, target_of, work
from publisher.config import Config, config_for
from publisher.errors import PublisherError, UsageError
from publisher.events import Notice
from publisher.kinds import KINDS
from publisher.options import NOTHING_SAID, Said, chosen
from publisher.output import check_folder, sweep
from publisher.publication import AS_IT_STANDS, Edits
from publisher.record import NamedTuple

_OUT = "build"
_FOLDERS = 1_000
"""Folders whose settings are remembered."""
_LISTED = 4
"""Folders of a store whose files are remembered."""


class Order(NamedTuple):
    """What to build. None is what publisher.toml says, else the default."""

    paths: tuple[Place, ...] = ()
    out: Place | None = None
    formats: tuple[str, ...] | None = None
    said: Said = NOTHING_SAID
    force: bool = False
    """Make again what is there already."""
    edits: Edits = AS_IT_STANDS


class State(Enum):
    """How a speech came out of the build."""

    DONE = "done"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class Outcome(NamedTuple):
    """What became of one speech: its files by kind, and why others of them are missing. ``number``
    is its place in the order of the speeches."""

    number: int
    source: Place
    name: str
    state: State
    entries: Entries
    errors: tuple[PublisherError, ...] = ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was noticed about its files; what they have in common, once."""
        return tuple(dict.fromkeys(n for entry in self.entries.values() for n in entry.notices))


class Build:
    """A build of ``order`` from the folder ``here``, by default the current one, by ``engine``.

    Raises UsageError where there is nothing to build or two speeches cannot be told apart, and
    OutputError where the output folder cannot be written.
    """

    def __init__(self, order: Order, here: Path | None = None) -> None:
        here = here or Path.cwd()
        config = config_for(here)
        self._order = order
        self._paths: tuple[Place, ...] = order.paths or (config.speeches or default_folder(here),)
        self.out: Place = order.out or config.out or here / _OUT
        self.total = sum(1 for _ in self._found())
        """How many speeches there are: counted beforehand, which takes a moment for a million."""
        if not self.total:
            raise UsageError("build-empty", place=", ".join(map(str, self._paths)))
        stores.check_folder(self.out) if isinstance(self.out, Url) else check_folder(self.out)
        self._settings = lru_cache(_FOLDERS)(self._settings_of)

    def _found(self) -> Iterator[Found]:
        return find_speeches(self._paths, self.out)

    def run(self, tell: Callable[[Outcome], None], engine: Engine | None = None) -> None:
        """Build all, and ``tell`` each outcome as it comes; a speech that fails is one of them.

        What is done is kept in the manifest at once: a build that is broken off is gone on with.
        """
        with self._manifest() as manifest:
            if manifest.was_killed:
                stores.sweep(self.out) if isinstance(self.out, Url) else sweep(self.out)
            try:
                self._run(_Desk(self._order, self.out, manifest, self._settings, tell), engine)
            finally:
                manifest.end()
        if self._is_afar:
            self._mirror.close()

    def _manifest(self) -> Manifest:
        if isinstance(self.out, Url):
            return ManifestAfar(self.out, self._mirror.root)
        return Manifest(self.out)

    @cached_property
    def _mirror(self) -> Mirror:
        """What is fetched from stores is below its folder, here and in workers of this machine."""
        return Mirror()

    def _run(self, desk: _Desk, engine: Engine | None) -> None:
        tasks = filter(None, starmap(desk.task, enumerate(self._found())))
        for task, done in (engine or Here()).run(tasks, self._work):
            desk.enter(task, done)

    @property
    def _is_afar(self) -> bool:
        return any(isinstance(place, Url) for place in (*self._paths, self.out))

    @property
    def _work(self) -> Work:
        return partial(work_afar, self._mirror.root, urandom(8).hex()) if self._is_afar else work

    @property
    def prepare(self) -> Callable[[], None]:
        """Loads what the speeches have in common; a worker calls it once."""
        settings = self._settings(self._paths[0].absolute())
        return partial(prepare, settings.kinds, chosen(settings.config.said, self._order.said))

    def _settings_of(self, folder: Place) -> Settings:
        try:
            config = config_for(self._mirror.folder(folder) if isinstance(folder, Url) else folder)
        except PublisherError as error:
            return Settings(Config(), (), "", (error,))
        kinds = self._order.formats or config.formats
        options = chosen(config.said, self._order.said)
        try:
            marks = [fingerprint(Content(), kind, options, self._order.edits) for kind in kinds]
        except (OSError, PublisherError):
            marks = []  # making an output will say why
        return Settings(config, tuple(kinds), " ".join(marks))


class Settings(NamedTuple):
    """What holds for the speeches of a folder: ``mark`` stands for all that their outputs are made
    of beside themselves, "" where that cannot be told; ``errors`` is why there are none."""

    config: Config
    kinds: tuple[str, ...]
    mark: str
    errors: tuple[PublisherError, ...] = ()


class _Desk:
    """Where speeches become tasks, and what was done is entered into the manifest."""

    def __init__(
        self,
        order: Order,
        out: Place,
        manifest: Manifest,
        settings: Callable[[Place], Settings],
        tell: Callable[[Outcome], None],
    ) -> None:
        self._order, self._out, self._manifest, self._settings = order, out, manifest, settings
        self._tell = tell
        self._names = lru_cache(_LISTED)(stores.names)
        self._in_hand: dict[int, tuple[str, Row | None]] = {}
        """Of tasks: what the speech looked like when it was taken up, and what was known of it."""

    def task(self, number: int, speech: Found) -> Task | None:
        """What is to be done for a speech; None where that can be told without reading it."""
        settings = self._settings(speech.source.parent)
        if settings.errors:
            self._tell(Outcome(number, *speech, State.FAILED, {}, settings.errors))
            return None
        row = self._manifest.row(speech.name)
        task = Task(
            number, speech.name, speech.source, self._out, settings.kinds, dict(self._order.said),
            self._order.edits, self._order.force, row.entries if row else {},
            self._taken(speech, settings.kinds),
        )  # fmt: skip
        signature = _signature(speech.source, settings)
        if row and signature and signature == row.signature and self._is_whole(task):
            entries = {kind: row.entries[kind] for kind in task.kinds}
            self._tell(Outcome(number, *speech, State.UNCHANGED, entries))
            return None
        self._manifest.begin()
        self._in_hand[number] = signature, row
        return task

    def enter(self, task: Task, done: Done) -> None:
        """Tell what became of a task, when it is kept for the next build."""
        signature, known = self._in_hand.pop(task.number)
        kept = {k: entry for k, entry in task.known.items() if k not in task.kinds}
        row = Row(task.name, "" if done.errors else signature, {**kept, **done.entries})
        if row != known:
            self._manifest.put(row)
        state = State.FAILED if done.errors else State.DONE if done.fresh else State.UNCHANGED
        self._tell(Outcome(task.number, task.source, task.name, state, done.entries, done.errors))

    def _is_whole(self, task: Task) -> bool:
        """Whether all outputs are known and there, and nobody asked to make them again."""
        if task.force or task.taken:
            return False
        places = [
            task.known[kind].place(target_of(task, kind))
            for kind in task.kinds
            if kind in task.known
        ]
        return len(places) == len(task.kinds) and all(map(self._is_there, places))

    def _is_there(self, place: Place) -> bool:
        if isinstance(place, Url):
            return place.name in self._names(place.parent)  # a request for each would take hours
        return place.is_file()

    def _taken(self, speech: Found, kinds: tuple[str, ...]) -> dict[str, str]:
        """Kinds whose names are not ours: ``a-slides.docx`` may want what ``a.docx`` has taken."""
        place = str(speech.source)
        owners = {
            kind: self._manifest.claimed(folded(speech.name + KINDS[kind].suffix), place)
            for kind in kinds
        }
        return {kind: owner for kind, owner in owners.items() if owner != place}


def _signature(source: Place, settings: Settings) -> str:
    if not settings.mark:
        return ""
    seen = source.mark or None if isinstance(source, Url) else looks(source, time.time())
    return sha256(f"{settings.mark} {seen}".encode()).hexdigest() if seen else ""
