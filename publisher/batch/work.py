"""One speech of a build, in whatever process: what is still right stays, all else is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from publisher.batch.fingerprint import Content, content_of, fingerprint
from publisher.batch.manifest import Entries, Entry
from publisher.batch.places import Place
from publisher.errors import OutputError, PublisherError
from publisher.events import Observer
from publisher.kinds import KINDS
from publisher.named import theme_named, typefaces_with
from publisher.options import Options, Said
from publisher.publication import AS_IT_STANDS, Edits, Publication
from publisher.publish import Result, attempt, put_out
from publisher.record import NamedTuple
from publisher.writers import WRITERS

_STAGES = (
    *("readers.docx", "placeholders", "sidecar", "outline.infer", "outline.report", "compose"),
    *("layout.missing", "layout.slides", "layout.pages", "layout.cues", "layout.profile"),
    *("delivery", "output"),
)
"""Modules that a publication imports when it gets there."""

_NOTHING: Entries = {}
_NO_OWNERS: Mapping[str, str] = {}
_NOTHING_SAID: Said = {}
"""Plain dictionaries, for what goes through a pipe."""


class Task(NamedTuple):
    """What is to be done: the outputs of ``source`` called ``name`` in the folder ``out``.

    ``known`` is what was made of it before; ``taken`` are kinds whose name another speech has in
    this build, by that speech. ``number`` counts the speeches of the build.
    """

    number: int
    name: str
    source: Place
    out: Place
    kinds: tuple[str, ...]
    said: Said = _NOTHING_SAID
    edits: Edits = AS_IT_STANDS
    force: bool = False
    known: Entries = _NOTHING
    taken: Mapping[str, str] = _NO_OWNERS


class Done(NamedTuple):
    """What became of a task: its outputs by kind, those made just now, and why others are not
    there."""

    entries: Entries
    fresh: tuple[str, ...] = ()
    errors: tuple[PublisherError, ...] = ()


def work(task: Task, observer: Observer | None = None) -> Done:
    """Make what is missing of a task whose places are paths. Whatever goes wrong is told and not
    raised."""
    source = cast("Path", task.source)
    publication = Publication(source, task.said, observer, task.edits)
    entries: dict[str, Entry] = {}
    fresh: list[str] = []
    errors: dict[str, PublisherError] = {}
    content = _content(source)
    for kind in task.kinds:
        made = _entry(task, kind, publication, content)
        if isinstance(made, PublisherError):
            errors.setdefault(made.key, made)
            continue
        entries[kind] = made
        if made is not task.known.get(kind):
            fresh.append(kind)
    return Done(entries, tuple(fresh), tuple(errors.values()))


def _entry(
    task: Task, kind: str, publication: Publication, content: Content | None
) -> Entry | PublisherError:
    """The output of one kind: the entry that is known, or a new one."""
    target, known = cast("Path", target_of(task, kind)), task.known.get(kind)
    if kind in task.taken:
        return OutputError("output-twice", place=target.name, other=task.taken[kind])
    try:
        key = fingerprint(content, kind, publication.options, task.edits) if content else ""
    except PublisherError as error:
        return error
    except OSError:
        key = ""  # a file that was chosen cannot be read: making the output will say why
    if known and key == known.fingerprint and known.is_there(target) and not task.force:
        return known
    result = attempt(lambda: put_out(publication, kind, target), task.source)
    if not isinstance(result, Result):
        return result
    own = "" if result.target == target else result.target.name
    return Entry(key, result.sheets, result.seconds, result.notices, own)


def target_of(task: Task, kind: str) -> Place:
    """Where the output of a kind goes."""
    return task.out / (task.name + KINDS[kind].suffix)


def _content(source: Path) -> Content | None:
    """None for a source that cannot be read: reading it will say why."""
    try:
        return content_of(source)
    except (OSError, PublisherError):
        return None


def prepare(kinds: Sequence[str], options: Options) -> None:
    """Load what all speeches have in common: modules, fonts, the theme."""
    for name in _STAGES:
        import_module(f"publisher.{name}")
    for kind in kinds:
        WRITERS[KINDS[kind].writer].load()
    try:
        typefaces_with(options.fonts, options.fallback_font)
        if any(KINDS[kind].themed for kind in kinds):
            theme_named(options.theme, options.aspect)
    except PublisherError:
        pass  # each speech will say so
