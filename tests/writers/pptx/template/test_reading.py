"""A template is read as far as its layouts go, and what is no template is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from publisher.errors import UsageError
from publisher.theme.load import load_theme
from publisher.theme.model import SLOTS
from publisher.writers.pptx.template.source import read_source
from publisher.writers.pptx.template.theme import read_template, readable, roles_taken
from tests.writers.pptx.template import make

BASE = load_theme("red")
TEMPLATES = pytest.mark.parametrize("made", [make.stock, make.odd, make.with_a_slide])


def test_layouts_take_roles_by_their_names() -> None:
    template = read_template(make.stock(), BASE, "stock")
    names = {
        role: template.layouts[role].name for role in ("cover", "section", "points", "closing")
    }
    assert names == {
        "cover": "Title Slide",
        "section": "Section Header",
        "points": "Title and Content",
        "closing": "Title Slide",
    }
    assert "Section Header ← section" in dict(roles_taken(template).values)["roles"]


def test_layouts_without_telling_names_take_roles_by_what_stands_where() -> None:
    template = read_template(make.odd(), BASE, "odd")
    cover, points = template.layouts["cover"], template.layouts["points"]
    assert cover.title is not None
    assert points.title is not None
    assert cover.title.rect.y > template.theme.size.height // 5
    assert points.title.rect.bottom < template.theme.size.height * 2 // 5


@TEMPLATES
def test_every_role_has_a_title_and_room_inside_the_slide(made: Callable[[], bytes]) -> None:
    theme = read_template(made(), BASE, "made").theme
    assert set(theme.drawings) == set(BASE.drawings)
    assert set(theme.palette) == set(SLOTS)
    for drawing in theme.drawings.values():
        assert "title" in drawing.frames
        for frame in drawing.frames.values():
            assert frame.rect.width > 0 < frame.rect.height
            assert frame.rect.x >= 0 <= frame.rect.y
            assert frame.rect.right <= theme.size.width
            assert frame.rect.bottom <= theme.size.height
            assert theme.styles[frame.style].largest >= theme.styles[frame.style].smallest


@TEMPLATES
def test_masters_and_layouts_come_along_as_they_are(made: Callable[[], bytes]) -> None:
    data = made()
    source = read_source(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name, part in source.parts.items():
            assert part == archive.read(name)
        kept = {n for n in archive.namelist() if n.startswith(("ppt/slideM", "ppt/slideL"))}
    assert {n for n in kept if not n.endswith(".rels")} <= set(source.parts)


def test_old_slides_and_names_stay_behind() -> None:
    source = read_source(make.with_a_slide())
    everything = b"".join(source.parts.values())
    for secret in ("去年的旧内容", "去年的备注", "去年的作者"):
        assert secret.encode() not in everything
    assert not [name for name in source.parts if "slides/" in name or "docProps" in name]


def test_dead_relationships_are_dropped() -> None:
    rows = read_source(make.odd()).relationships["ppt/presentation.xml"]
    assert not {row.id for row in rows} & {"rId90", "rId91"}
    assert "slideMaster" in {row.kind for row in rows}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"not a package", "template-not"),
        (make.packed({"[Content_Types].xml": b"<Types/>"}), "template-not"),
        (make.stock()[:5000], "template-not"),
    ],
)
def test_what_is_no_deck_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_template(data, BASE, "none")
    assert caught.value.key == key


def test_accents_that_cannot_be_read_on_the_ground_are_not_used_for_titles() -> None:
    pale = {**BASE.palette, "lt1": "FFFFFF", "accent1": "FFEE99", "accent2": "224466"}
    assert readable(pale)["accent1"].slot == "accent2"
    assert readable({**pale, "lt1": "101010"})["accent1"].slot == "accent1"
