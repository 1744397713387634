"""What is read from a font file is what HarfBuzz says of it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from publisher.typeface.glyf import glyphs_of
from publisher.typeface.metrics import ink
from publisher.typeface.opened import opened
from publisher.typeface.registry import Face, Typefaces, load_typefaces
from publisher.typeface.tables import ready

FACES = sorted(load_typefaces().faces)


def some(face: Face) -> Iterable[int]:
    glyphs = glyphs_of(face)
    assert glyphs is not None
    return [*range(0, glyphs.count, 97), *range(min(600, glyphs.count)), glyphs.count - 1]


@pytest.mark.parametrize("name", FACES)
def test_ink_and_advances_are_those_of_harfbuzz(name: str, typefaces: Typefaces) -> None:
    face = typefaces.face(name)
    font = opened(face)
    assert {gid: ink(face, gid) for gid in some(face)} == {gid: font.ink(gid) for gid in some(face)}
    assert [ready(face).advance(gid) for gid in some(face)] == [
        font.advance(gid) for gid in some(face)
    ]


def test_a_composite_glyph_needs_its_parts(typefaces: Typefaces) -> None:
    face = typefaces.face("Tinos-Regular")
    glyphs = glyphs_of(face)
    assert glyphs is not None
    letter, accented = (opened(face).gid(char) or 0 for char in "Aâ")
    assert glyphs.closed([letter]) == {letter}
    parts = glyphs.closed([accented])
    assert {accented, opened(face).gid("a")} < parts


def test_a_glyph_that_a_face_does_not_have_is_missed(typefaces: Typefaces) -> None:
    glyphs = glyphs_of(typefaces.face("Tinos-Regular"))
    assert glyphs is not None
    with pytest.raises(LookupError):
        glyphs.outline(glyphs.count, {})
