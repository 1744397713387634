"""From content streams to a document: what is in a file beside what is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from publisher.deflate import quick, smallest
from publisher.geometry import to_pt
from publisher.options import Profile
from publisher.plan import Plan
from publisher.record import NamedTuple
from publisher.writers.pdf.attachments import add_attachments
from publisher.writers.pdf.catalog import fill_catalog
from publisher.writers.pdf.codes import FontCodes
from publisher.writers.pdf.fonts import embed
from publisher.writers.pdf.marks import ROOM
from publisher.writers.pdf.navigation import add_links, add_names, add_outline, open_full_screen
from publisher.writers.pdf.objects import Document, Packing, Stream
from publisher.writers.pdf.pictures import embed_picture
from publisher.writers.pdf.saving import saved
from publisher.writers.pdf.structure import add_structure
from publisher.writers.pdf.tags import Tags

if TYPE_CHECKING:
    from publisher.writers.pdf.paint import Painted
    from publisher.writers.pdf.pictures import Raster


class Drawn(NamedTuple):
    """The pages, what their content streams name, fonts and pictures, and the structure of what
    was drawn."""

    pages: tuple[Painted, ...]
    fonts: Mapping[str, FontCodes]
    pictures: Mapping[str, Raster]
    tags: Tags


def finish(drawn: Drawn, plan: Plan, profile: Profile) -> bytes:
    """The file for ``plan``, from the pages that were drawn.

    PDF/A-2 is a profile of PDF 1.7, PDF/X-4 of PDF 1.6.
    """
    press, screen = profile is Profile.PRESS, profile is Profile.SCREEN
    document = Document()
    pack = smallest if screen else quick
    _pages(document, drawn, plan, pack)
    if press:
        from publisher.writers.pdf.press import prepare_pages

        prepare_pages(document, plan, [page.transparent for page in drawn.pages])
    # A press has no use for what is clicked (ISO 15930-7, 6.17).
    links = [] if press else add_links(document, drawn.tags.spots, plan.size)
    fill_catalog(document, plan, profile, [page.content for page in drawn.pages])
    add_structure(document, drawn.tags, links)
    if not press:
        add_attachments(document, plan)
        add_names(document, plan)
        open_full_screen(document, plan)
    bookmarks = add_outline(document, plan, ROOM if press else 0)
    if screen:
        from publisher.writers.pdf.screen import linearized

        data = linearized(saved(document, "1.7", pack, bookmarks))
    else:
        data = saved(document, "1.6" if press else "1.7", pack)
    _check(data, profile)
    return data


def _check(data: bytes, profile: Profile) -> None:
    if profile is Profile.PRESS:
        from publisher.writers.pdf.selfcheck_press import check_press

        check_press(data)
    else:
        from publisher.writers.pdf.selfcheck import check_archive

        check_archive(data)


def _pages(document: Document, drawn: Drawn, plan: Plan, pack: Packing) -> None:
    """The pages with their contents, all fonts, and the pictures that each of them shows."""
    shared = document.add(
        {name: embed(document, codes, pack) for name, codes in drawn.fonts.items()}
    )
    pictures = {name: embed_picture(document, each) for name, each in drawn.pictures.items()}
    box = [0, 0, to_pt(plan.size.width), to_pt(plan.size.height)]
    for page in drawn.pages:
        resources: dict[str, Any] = {"Font": shared}
        if page.states:
            resources["ExtGState"] = dict(page.states)
        if page.pictures:
            resources["XObject"] = {name: pictures[name] for name in page.pictures}
        content = document.add(Stream(page.content, {}))
        document.add_page({"MediaBox": box, "Resources": resources, "Contents": content})
