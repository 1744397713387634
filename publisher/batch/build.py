"""Build: every speech in every format, as far as it is not there already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from publisher.batch.find import Found, default_folder, find_speeches, folded
from publisher.batch.fingerprint import fingerprint
from publisher.batch.manifest import Entry, Manifest, load_manifest
from publisher.config import config_for
from publisher.errors import OutputError, PublisherError
from publisher.events import Notice, Observer
from publisher.kinds import KINDS
from publisher.options import Said
from publisher.output import check_folder
from publisher.publication import AS_IT_STANDS, Edits, Publication
from publisher.publish import Result, Share, attempt, put_out

_OUT = "build"


@dataclass(frozen=True, slots=True)
class Order:
    """What to build. None is what publisher.toml says, else the default."""

    paths: tuple[Path, ...] = ()
    out: Path | None = None
    formats: tuple[str, ...] | None = None
    said: Said = field(default_factory=dict)
    force: bool = False
    """Make again what is there already."""
    edits: Edits = AS_IT_STANDS


class State(Enum):
    """How a speech came out of the build."""

    DONE = "done"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one speech: its files by kind, and why others of them are missing."""

    source: Path
    name: str
    state: State
    entries: Mapping[str, Entry]
    errors: tuple[PublisherError, ...] = ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was noticed about its files; what they have in common, once."""
        return tuple(dict.fromkeys(n for entry in self.entries.values() for n in entry.notices))


def build_all(order: Order, observer: Observer, here: Path | None = None) -> tuple[Outcome, ...]:
    """Build ``order`` from the folder ``here``, by default the current one.

    A speech that fails is an outcome like others. Raises UsageError where there is nothing to
    build, and OutputError where the output folder cannot be written.
    """
    here = here or Path.cwd()
    config = config_for(here)
    out = order.out or config.out or here / _OUT
    paths = order.paths or (config.speeches or default_folder(here),)
    found = find_speeches(paths, out)
    check_folder(out)
    manifest = load_manifest(out)
    try:
        return tuple(_outcomes(order, found, manifest, observer))
    finally:
        manifest.save()


def _outcomes(
    order: Order, found: tuple[Found, ...], manifest: Manifest, observer: Observer
) -> Iterator[Outcome]:
    claimed: dict[str, Path] = {}
    for index, speech in enumerate(found):
        share = Share(observer, index, len(found))
        yield _Bench(speech, order, manifest, claimed, share).outcome()


@dataclass(slots=True)
class _Bench:
    """One speech being built. ``claimed`` is whose each target of this run is."""

    speech: Found
    order: Order
    manifest: Manifest
    claimed: dict[str, Path]
    observer: Observer

    def outcome(self) -> Outcome:
        source, name = self.speech.source, self.speech.name
        entries: dict[str, Entry] = {}
        errors: dict[str, PublisherError] = {}
        made = False
        try:
            config = config_for(source)
        except PublisherError as error:
            return Outcome(source, name, State.FAILED, {}, (error,))
        publication = Publication(source, self.order.said, self.observer, self.order.edits)
        for kind in self.order.formats or config.formats:
            try:
                entries[kind], fresh = self._entry(publication, kind)
                made |= fresh
            except PublisherError as error:
                errors.setdefault(error.key, error)
        state = State.FAILED if errors else State.DONE if made else State.UNCHANGED
        return Outcome(source, name, state, entries, tuple(errors.values()))

    def _entry(self, publication: Publication, kind: str) -> tuple[Entry, bool]:
        """The entry of one output, and whether it was made just now."""
        target = self._claim(kind)
        key = self._fingerprint(publication, kind)
        entry = self.manifest.current(target, key)
        if entry is not None and not self.order.force:
            return entry, False
        self.manifest.entries.pop(target, None)
        file = self.manifest.folder / target
        result = attempt(lambda: put_out(publication, kind, file), publication.source)
        if not isinstance(result, Result):
            raise result
        own = "" if result.target == file else result.target.name
        entry = Entry(key, result.sheets, result.seconds, result.notices, own)
        self.manifest.entries[target] = entry
        return entry, True

    def _claim(self, kind: str) -> str:
        """The output's name, ours alone: ``a-slides.docx`` may want what ``a.docx`` has taken."""
        target = self.speech.name + KINDS[kind].suffix
        owner = self.claimed.setdefault(folded(target), self.speech.source)
        if owner != self.speech.source:
            raise OutputError("output-twice", place=target, other=str(owner))
        return target

    def _fingerprint(self, publication: Publication, kind: str) -> str:
        """Nothing for a source that cannot be read: reading it will say why."""
        try:
            return fingerprint(publication.source, kind, publication.options, self.order.edits)
        except OSError:
            return ""
