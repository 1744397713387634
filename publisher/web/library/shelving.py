"""One speech put into the library: its pages, its pictures, its files, its text to search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.events import Notice
from publisher.kinds import KINDS
from publisher.output import write_file
from publisher.record import NamedTuple
from publisher.seal import sealed
from publisher.typeface.registry import load_typefaces
from publisher.web.library.article import Article, article
from publisher.web.library.card import Card, Download, card_of
from publisher.web.library.index import Text, text_of
from publisher.web.library.pages import Sheets, Site, slides_page, speech_page
from publisher.web.library.webfonts import uncovered
from publisher.writers.svg import Drawer, Drawn, Fonts, font_faces

if TYPE_CHECKING:
    from publisher.publication import Publication

_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg"}


class Shelved(NamedTuple):
    """What was written; ``faces`` are those of its slides that the library has files of."""

    card: Card
    text: Text
    faces: tuple[str, ...]
    notices: tuple[Notice, ...]


def shelve(
    publication: Publication, site: Site, folder: Path, slug: str, name: str, formats: Sequence[str]
) -> Shelved:
    """Write all of a speech into ``folder``; its files are called ``name``. Raises
    PublisherError."""
    from publisher.messages import sentence

    noted = sentence("library.note", {}, site.language)
    page = article(publication.speech.value, publication.script.value, noted)
    card = card_of(publication, slug, page)
    notices: dict[Notice, None] = dict.fromkeys(publication.slides.notices)
    files: list[Download] = []
    for kind in formats:
        made = publication.file(kind)
        notices |= dict.fromkeys(made.notices)
        data = sealed(made.value)
        files.append(Download(kind, name + KINDS[kind].suffix, len(data)))
        write_file(folder / files[-1].name, data)
    card = card._replace(files=tuple(files))
    sheets, faces = _sheets(publication)
    pictures = _pictures(page, folder)
    _write(folder / "index.html", speech_page(site, card, page, pictures, sheets))
    _write(folder / "slides.html", slides_page(site, card, sheets))
    kept = {"index.html", "slides.html", *pictures.values(), *(file.name for file in files)}
    for file in folder.iterdir():
        if file.name not in kept:  # of the speech as it was
            file.unlink()
    return Shelved(card, text_of(card, page), faces, tuple(notices))


def _pictures(page: Article, folder: Path) -> Mapping[int, str]:
    """The figures as files; their addresses."""
    found: dict[int, str] = {}
    for figure in page.figures:
        picture = figure.picture
        name = f"picture-{figure.number}{_SUFFIXES[picture.media_type]}"
        write_file(folder / name, picture.data)
        found[figure.number] = name
    return found


def _sheets(publication: Publication) -> tuple[Sheets, tuple[str, ...]]:
    """The slides drawn, and the shared faces that they need. What the shared files lack, faces of
    one's own and rare characters, the page brings itself."""
    plan, typefaces = publication.slides.value, publication.typefaces
    drawer = Drawer(plan, publication.theme, typefaces)
    drawn = [drawer.draw(sheet) for sheet in plan.sheets]
    needed: dict[str, set[str]] = {}
    for each in drawn:
        for face, chars in each.faces.items():
            needed.setdefault(face, set()).update(chars)
    texts = {face: "".join(sorted(chars)) for face, chars in needed.items()}
    shared = load_typefaces().faces
    own = {face: text for face, text in texts.items() if face not in shared}
    ours = {face: text for face, text in texts.items() if face in shared}
    rest = own | uncovered(ours, typefaces.face)
    rules = font_faces([Drawn("", rest)], Fonts(typefaces)) if rest else ""
    return Sheets([each.svg for each in drawn], rules), tuple(sorted(ours))


def _write(file: Path, page: str) -> None:
    write_file(file, page.encode("utf-8", "replace"))
