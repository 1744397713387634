"""The library built: every speech as far as it is not there already, then what they share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from pathlib import Path

from publisher.batch.find import Found, default_folder, find_speeches
from publisher.batch.fingerprint import content_of, fingerprint
from publisher.config import Shelf, config_for
from publisher.errors import OutputError, PublisherError, UsageError
from publisher.events import Notice, Observer, Progress, notice
from publisher.messages import sentence
from publisher.options import Said
from publisher.output import check_folder
from publisher.publication import AS_IT_STANDS, Edits, Publication
from publisher.publish import Share
from publisher.record import NamedTuple
from publisher.typeface.registry import load_typefaces
from publisher.web.library import pages, webfonts
from publisher.web.library.card import Card, plain_name, slug_of
from publisher.web.library.index import Text, read_text, scripts, text_script
from publisher.web.library.pages import Site
from publisher.web.library.register import Record, Register, load_register, write_if_new
from publisher.web.library.related import related
from publisher.web.library.shelving import shelve

OUT = "library"
FORMATS = ("pptx", "script", "docx")
_TEXT_FACES = ("NotoSerifSC-Regular", "NotoSerifSC-Bold")
"""What pages are set in."""
_NOINDEX = ".noindex"


@dataclass(frozen=True, slots=True)
class Order:
    """What goes into the library. ``language`` (zh or en) is that of its buttons."""

    paths: tuple[Path, ...] = ()
    out: Path | None = None
    formats: tuple[str, ...] = FORMATS
    said: Said = field(default_factory=dict)
    force: bool = False
    """Make again what is there already, in whatever folder."""
    edits: Edits = AS_IT_STANDS
    language: str = "zh"


class State(Enum):
    """What became of a speech."""

    MADE = "made"
    UNCHANGED = "unchanged"
    LEFT = "left"
    FAILED = "failed"


class Outcome(NamedTuple):
    """What became of one speech, and what a person should know about it."""

    name: str
    state: State
    notices: tuple[Notice, ...] = ()
    error: PublisherError | None = None


class Library(NamedTuple):
    """The finished site."""

    folder: Path
    outcomes: tuple[Outcome, ...]

    def count(self, state: State) -> int:
        return sum(outcome.state is state for outcome in self.outcomes)


def build_library(order: Order, observer: Observer, here: Path | None = None) -> Library:
    """Build ``order`` from the folder ``here``, by default the current one.

    A speech that fails is an outcome like others, and stays in the library as it was. Raises
    UsageError where there is nothing to build, OutputError where the folder cannot be written or
    holds files of somebody else.
    """
    here = here or Path.cwd()
    config = config_for(order.paths[0] if order.paths else here)
    out = order.out or here / OUT
    paths = order.paths or (config.speeches or default_folder(here),)
    found = tuple(find_speeches(paths, out))
    if not found:
        raise UsageError("build-empty", place=", ".join(map(str, paths)))
    register = load_register(out)
    if not register.known and not order.force and out.is_dir() and any(out.iterdir()):
        raise OutputError("library-foreign", place=str(out), folder=out.name)
    check_folder(out)
    librarian = _Librarian(order, _site(config.library, order.language), register, _roots(paths))
    try:
        outcomes = [*librarian.shelve(found, observer), *librarian.clear(found)]
        librarian.finish(observer)
    finally:
        register.save()
    return Library(out, tuple(outcomes))


def _site(shelf: Shelf, language: str) -> Site:
    title = shelf.title or sentence("library.title", {}, language)
    about, licence, restrictions = (shelf.about, shelf.licence, shelf.restrictions)
    return Site(title, about or "", licence or "", restrictions or "", language, pages.version())


def _roots(paths: Sequence[Path]) -> frozenset[Path]:
    return frozenset(p.absolute() if p.is_dir() else p.absolute().parent for p in paths)


@dataclass(slots=True)
class _Librarian:
    """The library being built. ``fresh`` are the texts of the speeches made in this run."""

    order: Order
    site: Site
    register: Register
    roots: frozenset[Path]
    fresh: dict[str, Text] = field(default_factory=dict)

    @property
    def out(self) -> Path:
        return self.register.folder

    # --- speeches ------------------------------------------------------------------------

    def shelve(self, found: Sequence[Found], observer: Observer) -> Iterator[Outcome]:
        """Each speech in turn."""
        for index, speech in enumerate(found):
            share = Share(observer, index, len(found))
            try:
                yield self._shelved(speech, Publication(
                    speech.path, self.order.said, share, self.order.edits
                ))  # fmt: skip
            except PublisherError as error:
                error.place = error.place or str(speech.path)
                yield Outcome(speech.name, State.FAILED, error=error)

    def _shelved(self, speech: Found, publication: Publication) -> Outcome:
        if self._is_hidden(speech.path):
            return self._left(speech, Record("", "library-noindex"))
        key = self._key(publication)
        before = self.register.records.get(speech.name)
        if before is not None and before.key == key and not self.order.force:
            if before.card is None:
                return self._left(speech, before)
            if (self._folder(before.card.slug) / "index.html").is_file():
                return Outcome(speech.name, State.UNCHANGED)
        if not publication.sidecar.shelf.listed:
            return self._left(speech, Record(key, "library-unlisted"))
        if mark := publication.speech.value.secrecy:
            return self._left(speech, Record(key, "library-secret", mark))
        return self._made(speech, publication, key)

    def _made(self, speech: Found, publication: Publication, key: str) -> Outcome:
        slug, name = slug_of(speech.name), plain_name(speech.name)
        folder = self._folder(slug)
        shelved = shelve(publication, self.site, folder, slug, name, self.order.formats)
        self.fresh[slug] = shelved.text
        write_if_new(self._text_file(slug), text_script(shelved.text).encode())
        record = Record(key, card=shelved.card, faces=shelved.faces)
        self.register.records[speech.name] = record
        return Outcome(speech.name, State.MADE, shelved.notices)

    def _left(self, speech: Found, record: Record) -> Outcome:
        """A speech that is not shown: nothing of it stays."""
        self._drop(speech.name)
        self.register.records[speech.name] = record
        return Outcome(speech.name, State.LEFT, (notice(record.left, mark=record.mark),))

    def _is_hidden(self, source: Path) -> bool:
        """Whether a ``.noindex`` stands beside the speech or in a folder that it was found in."""
        if source.with_suffix(_NOINDEX).exists():
            return True
        for folder in source.parents:
            if folder.name.endswith(_NOINDEX) or (folder / _NOINDEX).exists():
                return True
            if folder in self.roots:
                break
        return False

    def _key(self, publication: Publication) -> str:
        """All that the pages and files of a speech are made from."""
        try:
            kinds = dict.fromkeys(("pptx", "script", *self.order.formats))
            content = content_of(publication.source)
            options, edits = publication.options, self.order.edits
            prints = [fingerprint(content, kind, options, edits) for kind in kinds]
        except OSError:
            return ""
        parts = [*prints, *self.order.formats, *self.site]
        return sha256("\n".join(parts).encode()).hexdigest()

    def clear(self, found: Sequence[Found]) -> Iterator[Outcome]:
        """Speeches that are no longer among the sources go."""
        for name in sorted(set(self.register.records) - {speech.name for speech in found}):
            try:
                self._drop(name)
                yield Outcome(name, State.LEFT, (notice("library-removed", name=name),))
            except OutputError as error:
                yield Outcome(name, State.FAILED, error=error)

    def _drop(self, name: str) -> None:
        """Take a speech out with all its files. Raises OutputError where one cannot be removed:
        it is remembered then, and tried again the next time."""
        record = self.register.records.get(name)
        if record is not None and record.card is not None:
            folder = self._folder(record.card.slug)
            try:
                if folder.is_dir():
                    shutil.rmtree(folder)
                self._text_file(record.card.slug).unlink(missing_ok=True)
            except OSError as error:
                raise OutputError(
                    "library-stuck", place=str(folder), detail=error.strerror or error
                ) from error
        self.register.records.pop(name, None)

    def _folder(self, slug: str) -> Path:
        return self.out / "speeches" / slug

    def _text_file(self, slug: str) -> Path:
        return self.out / "search" / "texts" / f"{slug}.js"

    # --- what they share -----------------------------------------------------------------

    def finish(self, observer: Observer) -> None:
        """Related speeches, the index, the list, fonts and style sheets; only what changed is
        written."""
        records = self.register.records
        shown = {name: record.card for name, record in records.items() if record.card is not None}
        self._relate(shown)
        cards = list(shown.values())
        texts = [self.fresh.get(card.slug) or self._text(card.slug) for card in cards]
        stamp = self._index(texts)
        self._put("index.html", pages.index_page(self.site, cards, stamp).encode())
        for name, data in pages.assets().items():
            self._put(f"assets/{name}", data)
        used = frozenset().union(*(text.text for text in texts))
        self._fonts({f for record in records.values() for f in record.faces}, used, observer)

    def _relate(self, shown: Mapping[str, Card]) -> None:
        cards = {card.slug: card for card in shown.values()}
        found = related(list(shown.values()))
        for name, card in shown.items():
            record = self.register.records[name]
            told = found[card.slug]
            if record.related == told and card.slug not in self.fresh:
                continue
            file = self._folder(card.slug) / "index.html"
            page = file.read_text(encoding="utf-8")
            write_if_new(file, pages.with_related(page, self.site, told, cards).encode())
            self.register.records[name] = record._replace(related=told)

    def _index(self, texts: Sequence[Text]) -> str:
        """The scripts of the search, and a name for their state."""
        made = scripts(sorted(texts, key=lambda text: text.slug))
        for name, script in made.items():
            self._put(f"search/{name}", script.encode())
        for file in (self.out / "search" / "words").glob("*.js"):
            if f"words/{file.name}" not in made:
                file.unlink()
        return sha256("".join(made.values()).encode()).hexdigest()[:10]

    def _text(self, slug: str) -> Text:
        return read_text(slug, self._text_file(slug).read_text(encoding="utf-8"))

    def _fonts(self, names: set[str], used: frozenset[str], observer: Observer) -> None:
        """Those that are not there yet, of the faces with these names, for these characters."""
        typefaces = load_typefaces()
        faces = [typefaces.face(name) for name in sorted({*_TEXT_FACES, *names})]
        parts = [(face, part.name) for face in faces for part in webfonts.needed_files(face, used)]
        missing = [each for each in parts if not (self.out / "fonts" / each[1]).is_file()]
        for done, (face, name) in enumerate(missing):
            observer.progress(Progress(name, done, len(missing)))
            self._put(f"fonts/{name}", webfonts.made(face, name))
        self._put("fonts/fonts.css", webfonts.style_sheet(faces, used).encode())

    def _put(self, name: str, data: bytes) -> None:
        write_if_new(self.out / name, data)
