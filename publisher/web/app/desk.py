"""What a worker does for the page: one function for each kind of job, one table names them.

A job names the speech's file, the folder for what the page loads beside it, and the language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from publisher.events import Observer, Progress
from publisher.kinds import KINDS
from publisher.seal import sealed
from publisher.web.app.again import Again, Shelf
from publisher.web.app.drawn import Files, draw
from publisher.web.app.frames import Frame

if TYPE_CHECKING:
    from publisher.events import Notice
    from publisher.plan import Plan
    from publisher.publication import Publication

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of all in a pack (the first that a zip can have): the same speech, the same bytes."""
PACK = "pack"


class Desk:
    """Does jobs one after the other; what it has read lately it keeps."""

    def __init__(self) -> None:
        self._shelf = Shelf()

    def answer(self, job: Frame, observer: Observer) -> Frame:
        """What comes of ``job``. Raises PublisherError."""
        return _JOBS[job["job"]](self, job, observer)

    def _publication(self, job: Frame, observer: Observer) -> Again:
        return self._shelf.publication(Path(job["source"]), observer)

    def look(self, job: Frame, observer: Observer) -> Frame:
        """All about the speech, and its first sheets."""
        from publisher.web.app.look import look_at

        publication = self._publication(job, observer)
        return {"look": look_at(publication, job["lang"]), **_sheets(publication, job)}

    def sheets(self, job: Frame, observer: Observer) -> Frame:
        """Some sheets of a kind of output."""
        return _sheets(self._publication(job, observer), job)

    def make(self, job: Frame, observer: Observer) -> Frame:
        """A file, or the whole pack, written to where the job says."""
        publication = self._publication(job, observer)
        kind, target = job["kind"], Path(job["target"])
        if kind == PACK:
            data, told = _pack(publication, job, observer)
        else:
            file = publication.file(kind)
            data, told = sealed(file.value), file.notices
        target.write_bytes(data)
        from publisher.web.app.look import notices

        return {"bytes": len(data), "notices": notices(told, job["lang"])}

    def themes(self, job: Frame, observer: Observer) -> Frame:
        """Each theme as the first slide of a sample speech."""
        del observer
        from publisher.gallery.show import lay_out_sample
        from publisher.named import theme_named
        from publisher.theme.load import theme_names
        from publisher.typeface.registry import load_typefaces

        typefaces = load_typefaces()
        files = Files(Path(job["folder"]), job["address"])
        shown = []
        for name in theme_names():
            theme = theme_named(name)
            sample = lay_out_sample(theme, typefaces)
            drawn = draw(sample.plan, theme, typefaces, sample.sheets[:1], files)
            title, words = theme.title[job["lang"]], theme.description[job["lang"]]
            shown.append({"name": name, "title": title, "description": words, **drawn})
        return {"themes": shown}


def _sheets(publication: Publication, job: Frame) -> Frame:
    """Sheets ``first`` to ``first + count`` of the ``kind`` asked for, and how many there are.
    Where certain words are ``spoken``, from the sheet before on, and ``at`` which they are."""
    kind = job["kind"]
    plan = publication.plan(kind).value
    at = _spoken_at(plan, job.get("spoken", ""))
    first = job.get("first", 0) if at is None else max(0, at - 1)
    some = plan.sheets[first : first + job.get("count", 1)]
    files = Files(Path(job["folder"]), job["address"])
    theme = publication.theme if KINDS[kind].themed else None
    drawn = draw(plan, theme, publication.typefaces, some, files)
    files.tidy()
    size = {"width": plan.size.width, "height": plan.size.height}
    answer = {**drawn, "kind": kind, "first": first, "total": len(plan.sheets), "size": size}
    return answer if at is None else {**answer, "at": at}


def _spoken_at(plan: Plan, words: str) -> int | None:
    """The first sheet to which ``words`` are spoken; None for none."""
    if not words:
        return None
    return next((i for i, s in enumerate(plan.sheets) if any(words in n for n in s.notes)), None)


def _pack(
    publication: Publication, job: Frame, observer: Observer
) -> tuple[bytes, tuple[Notice, ...]]:
    """Everything of ``publisher pack`` and the author's word, in a zip."""
    from publisher.batch.pack import CONTENTS, printing_page
    from publisher.messages import sentence
    from publisher.publish import Result
    from publisher.sidecar import sidecar_file

    stem = job["stem"]
    files: dict[str, bytes] = {}
    results: dict[str, Result] = {}
    told: list[Notice] = []
    for done, kind in enumerate(CONTENTS):
        observer.progress(Progress(stem, done, len(CONTENTS)))
        made, name = publication.file(kind), stem + KINDS[kind].suffix
        files[name] = sealed(made.value)
        sheets = len(publication.plan(kind).value.sheets)
        results[kind] = Result(Path(name), sheets, publication.seconds, made.notices)
        told += made.notices
    page = sealed(printing_page(publication, results, job["lang"]))
    files[sentence("pack.file", {}, job["lang"])] = page
    word = sidecar_file(publication.source)
    if word.is_file():
        files[f"{stem}.toml"] = word.read_bytes()
    return _zipped(files), tuple(dict.fromkeys(told))


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name, _EARLIEST), data, ZIP_DEFLATED)
    return out.getvalue()


_JOBS: Mapping[str, Callable[[Desk, Frame, Observer], Frame]] = {
    "look": Desk.look,
    "sheets": Desk.sheets,
    "make": Desk.make,
    "themes": Desk.themes,
}
