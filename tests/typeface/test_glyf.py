"""What is read from a font file is what HarfBuzz says of it."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.ttProgram import Program

from publisher.errors import InputError
from publisher.typeface.glyf import glyphs_of
from publisher.typeface.metrics import ink
from publisher.typeface.opened import opened
from publisher.typeface.registry import Face, Typefaces, load_typefaces
from publisher.typeface.subset import subset
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


def test_what_fits_outlines_to_pixels_is_left_out(typefaces: Typefaces, tmp_path: Path) -> None:
    face = typefaces.face("Tinos-Regular")
    gids = [opened(face).gid(char) or 0 for char in "aâ"]
    with TTFont(face.path) as font:
        for gid in gids:
            glyph = font["glyf"][font.getGlyphName(gid)]
            glyph.program = Program()
            glyph.program.fromBytecode(b"\xb0\x01\x21")  # a push, and a pop
        font.save(tmp_path / "hinted.ttf")
    hinted = face._replace(name="hinted", path=tmp_path / "hinted.ttf")
    made, plain = subset(hinted, gids), subset(face, gids)
    assert (made.mapping, made.advances) == (plain.mapping, plain.advances)
    with TTFont(io.BytesIO(made.data), checkChecksums=2) as font:
        for name in font.getGlyphOrder():
            assert not getattr(font["glyf"][name], "program", None)
        assert font["maxp"].maxSizeOfInstructions == 0
        assert font["glyf"][font.getGlyphName(made.mapping[gids[1]])].isComposite()


def copy_of(face: Face, path: Path, data: bytes) -> Face:
    path.write_bytes(data)
    return face._replace(name=path.stem, path=path)


def test_of_a_collection_the_first_font_is_cut(typefaces: Typefaces, tmp_path: Path) -> None:
    face = typefaces.face("Tinos-Regular")
    head = struct.pack(">4s3L", b"ttcf", 0x00010000, 1, 16)
    data = bytearray(face.path.read_bytes())
    for i in range(struct.unpack_from(">H", data, 4)[0]):
        (at,) = struct.unpack_from(">L", data, 12 + 16 * i + 8)
        struct.pack_into(">L", data, 12 + 16 * i + 8, at + len(head))
    collection = copy_of(face, tmp_path / "many.ttc", head + bytes(data))
    assert subset(collection, [1, 40]) == subset(face, [1, 40])
    assert ink(collection, 40) == ink(face, 40)


@pytest.mark.parametrize("length", [0, 3, 40, 900, 30_000])
def test_a_torn_file_is_refused(length: int, typefaces: Typefaces, tmp_path: Path) -> None:
    face = typefaces.face("Tinos-Regular")
    torn = copy_of(face, tmp_path / f"torn-{length}.ttf", face.path.read_bytes()[:length])
    with pytest.raises(InputError) as caught:
        subset(torn, [40, 800])
    assert caught.value.key == "font-unreadable"
