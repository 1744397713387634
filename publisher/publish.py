"""A speech goes in, a file comes out: made whole, then put in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from publisher.errors import InternalError, PublisherError
from publisher.events import Notice, Observer, Progress
from publisher.kinds import KINDS
from publisher.options import NOTHING_SAID, Said
from publisher.publication import AS_IT_STANDS, Edits, Publication
from publisher.record import NamedTuple

if TYPE_CHECKING:
    from publisher.check import Finding

_T = TypeVar("_T")


class Request(NamedTuple):
    """One file to make: ``kind`` is a key of KINDS, ``said`` what was chosen for this run."""

    source: Path
    kind: str
    target: Path
    said: Said = NOTHING_SAID
    edits: Edits = AS_IT_STANDS


class Result(NamedTuple):
    """What was written: slides or pages, the speaking time, and what the stages noticed."""

    target: Path
    sheets: int
    seconds: int
    notices: tuple[Notice, ...]


def publish(request: Request, observer: Observer | None = None) -> Result:
    """Make one file. Raises PublisherError; then nothing was written."""
    publication = Publication(request.source, request.said, observer, request.edits)
    return put_out(publication, request.kind, request.target)


def put_out(publication: Publication, kind: str, target: Path) -> Result:
    """Make one file of a speech that may have been read already for another."""
    from publisher.output import put_file

    file, options = publication.file(kind), publication.options
    place, told = put_file(target, file.value, publication.source, force=options.force)
    sheets = len(publication.plan(kind).value.sheets)
    return Result(place, sheets, publication.seconds, file.notices + told)


def attempt(make: Callable[[], _T], source: object) -> _T | PublisherError:
    """What ``make`` returns or raises, so that one speech's trouble does not stop the others.

    What is no PublisherError is a bug of ours and becomes one, with its cause kept.
    """
    try:
        return make()
    except PublisherError as error:
        error.place = error.place or str(source)
        return error
    except Exception as error:  # noqa: BLE001 - whatever it is, the other speeches go on
        bug = InternalError("bug", place=str(source), detail=f"{type(error).__name__}: {error}")
        bug.__cause__ = error
        return bug


class Share(NamedTuple):
    """The observer of one speech among several: its progress as a share of the whole.

    ``before`` of the ``total`` speeches are behind it.
    """

    observer: Observer
    before: int
    total: int

    def progress(self, event: Progress) -> None:
        done = self.before * event.total + event.done
        self.observer.progress(Progress(event.label, done, self.total * event.total))


def target_beside(source: Path, kind: str, folder: Path | None = None) -> Path:
    """Where ``source`` is published to without a word about it: beside itself, or in ``folder``."""
    from publisher.readers import STANDARD_INPUT

    stem = "speech" if source == STANDARD_INPUT else source.stem
    return (folder or source.parent) / (stem + KINDS[kind].suffix)


def findings(publication: Publication, minutes: int | None = None) -> tuple[Finding, ...]:
    """What a careful colleague would point out; ``minutes`` is how long it may take."""
    from publisher.check import Case, check
    from publisher.config import config_for
    from publisher.typeface.registry import load_typefaces

    manuscript, understood = publication.manuscript.value, publication.speech
    names = config_for(publication.source).names
    return check(
        Case(
            manuscript,
            manuscript.paragraphs(),
            understood.value,
            understood.notices,
            load_typefaces(),
            minutes,
            publication.options.rate,
            names,
        )
    )
