"""A speech published again and again while its author changes things."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.events import Observer
from publisher.publication import Publication, Stage

if TYPE_CHECKING:
    from publisher.manuscript import Manuscript
    from publisher.speech import Speech


class Again(Publication):
    """A Publication that takes over what ``before`` has read and understood of the same file,
    as far as the author's word about it is still the same."""

    def __init__(
        self, source: Path, before: Publication | None = None, observer: Observer | None = None
    ) -> None:
        super().__init__(source, observer=observer)
        self._kept: tuple[Stage[Manuscript], Stage[Speech]] | None = None
        if before is not None and _word(before) == _word(self):
            self._kept = before.manuscript, before.speech

    @cached_property
    def manuscript(self) -> Stage[Manuscript]:
        return self._kept[0] if self._kept else super().manuscript

    @cached_property
    def speech(self) -> Stage[Speech]:
        return self._kept[1] if self._kept else super().speech


def _word(publication: Publication) -> tuple[object, ...]:
    """What the author says that reading and understanding look at."""
    said = publication.sidecar
    return said.fill, said.lines, said.corrections


class Shelf:
    """The speeches that a worker has read lately."""

    def __init__(self, most: int = 8) -> None:
        self._most = most
        self._kept: dict[Path, tuple[tuple[int, int], Publication]] = {}

    def publication(self, source: Path, observer: Observer) -> Publication:
        """The speech in ``source`` with the settings that stand beside it now.

        Raises PublisherError for settings that are wrong; the speech itself is read later.
        """
        stamp, before = self._kept.pop(source, ((0, 0), None))
        now = _stamp(source)
        publication = Again(source, before if stamp == now else None, observer)
        publication.speech  # noqa: B018 - what cannot be read is not kept
        self._kept[source] = now, publication
        while len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
        return publication


def _stamp(source: Path) -> tuple[int, int]:
    """By what a file is told to be as it was: its time and size."""
    try:
        found = source.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
