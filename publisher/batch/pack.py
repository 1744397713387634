"""Pack: all files of one speech in one folder, with a page that tells how to print each."""

from __future__ import annotations

from pathlib import Path

from publisher.geometry import PAPERS, PER_MM, Size
from publisher.messages import sentence
from publisher.output import check_folder, put_file
from publisher.publication import Publication
from publisher.publish import Result, put_out, target_beside
from publisher.record import NamedTuple
from publisher.seal import BLANK

CONTENTS = ("pptx", "show", "script", "docx", "reading", "handout")
"""The kinds of files of a pack; each has its line in the page, ``pack.KIND`` of the messages."""
_TAIL = "-pack"


class Pack(NamedTuple):
    """What was written: a result by kind, and the page about printing."""

    results: dict[str, Result]
    page: Path


def folder_beside(source: Path) -> Path:
    """Where a speech is packed to without a word about it."""
    return source.parent / (target_beside(source, "pptx").stem + _TAIL)


def pack(publication: Publication, folder: Path, lang: str) -> Pack:
    """Make all CONTENTS of a speech in ``folder``, from one reading of it.

    ``lang`` (zh or en) is that of the page about printing. Raises PublisherError; a speech that
    cannot be read leaves nothing behind.
    """
    publication.script  # noqa: B018 - what is wrong with the speech shows before a folder is made
    check_folder(folder)
    results = {
        kind: put_out(publication, kind, target_beside(publication.source, kind, folder))
        for kind in CONTENTS
    }
    page = printing_page(publication, results, lang)
    place, _ = put_file(folder / sentence("pack.file", {}, lang), page, publication.source,
                        force=publication.options.force)  # fmt: skip
    return Pack(results, place)


def printing_page(publication: Publication, results: dict[str, Result], lang: str) -> bytes:
    """The page, for any Notepad: with a byte order mark, without which older ones take UTF-8 for
    the code page of the system, and with the line ends that they need."""
    parts = [sentence("pack.head", {"title": publication.script.value.title}, lang)]
    for kind, result in results.items():
        paper = _paper(publication.plan(kind).value.size)
        values = {"name": result.target.name, "sheets": result.sheets, "paper": paper}
        parts.append(sentence(f"pack.{kind}", values, lang))
    parts += [sentence("pack.foot", {}, lang), BLANK]
    return ("\n\n".join(parts) + "\n").replace("\n", "\r\n").encode("utf-8-sig")


def _paper(size: Size) -> str:
    """A4, or the measures of a paper without a name."""
    named = (name for name, paper in PAPERS.items() if paper == size)
    measures = f"{round(size.width / PER_MM)} × {round(size.height / PER_MM)} mm"
    return next(named, measures)
