"""A speech published again and again while its author changes things."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from publisher.config import config_for
from publisher.events import Observer
from publisher.publication import Publication, Stage
from publisher.publish import findings
from publisher.record import NamedTuple

if TYPE_CHECKING:
    from publisher.check import Finding
    from publisher.manuscript import Manuscript
    from publisher.speech import Speech


Stamp: TypeAlias = tuple[int, int]
"""The time (nanoseconds) and the size (bytes) of a file."""


class Again(Publication):
    """A Publication that takes over what ``before`` has read and understood of the same file,
    as far as the author's word about it is still the same."""

    def __init__(
        self, source: Path, before: Publication | None = None, observer: Observer | None = None
    ) -> None:
        super().__init__(source, observer=observer)
        self.config = config_for(source)
        self._kept: tuple[Stage[Manuscript], Stage[Speech], tuple[Finding, ...]] | None = None
        if isinstance(before, Again) and _word(before) == _word(self):
            self._kept = before.manuscript, before.speech, before.findings

    @cached_property
    def manuscript(self) -> Stage[Manuscript]:
        return self._kept[0] if self._kept else super().manuscript

    @cached_property
    def speech(self) -> Stage[Speech]:
        return self._kept[1] if self._kept else super().speech

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What a careful colleague would point out."""
        return self._kept[2] if self._kept else findings(self)


def _word(publication: Again) -> tuple[object, ...]:
    """What the author and the office say that reading, understanding and checking look at."""
    said = publication.sidecar
    return said.fill, said.lines, said.corrections, publication.config.names


class Shelf:
    """The speeches that a worker has read lately."""

    def __init__(self, most: int = 32) -> None:
        self._most = most
        self._kept: dict[Path, _Kept] = {}

    def publication(self, source: Path, observer: Observer) -> Again:
        """The speech in ``source`` with the settings that stand beside it now: the same one as
        before where nothing has changed.

        Raises PublisherError for a speech that cannot be read and for settings that are wrong.
        """
        before = self._kept.pop(source, None)
        stamp = _stamp(source)
        if before is not None and before.stamp != stamp:
            before = None
        publication = Again(source, before.publication if before else None, observer)
        files = tuple(_stamp(file) for file in _named(publication))
        kept = _Kept(stamp, files, publication)
        if before is not None and before.files == files and before.settings == kept.settings:
            kept = before
        kept.publication.speech  # noqa: B018 - what cannot be read is not kept
        self._kept[source] = kept
        while len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
        return kept.publication


class _Kept(NamedTuple):
    """A speech that was read, and by what is told that it is as it was: its own time and size,
    and those of the ``files`` that its settings name."""

    stamp: Stamp
    files: tuple[Stamp, ...]
    publication: Again

    @property
    def settings(self) -> tuple[object, ...]:
        known = self.publication
        return known.options, known.sidecar, known.config


def _named(publication: Publication) -> tuple[Path, ...]:
    """The files that settings name and that are read when they are needed."""
    options = publication.options
    named = (options.logo, options.template, options.fallback_font)
    return tuple(file for file in (*named, *dict(options.fonts).values()) if file is not None)


def _stamp(file: Path) -> Stamp:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
