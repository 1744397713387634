"""Subsets keep outlines and stay small; variants are shifted copies with their own advance."""

import io
import struct
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from publisher.errors import InputError
from publisher.typeface.metrics import ink
from publisher.typeface.registry import Face, Typefaces
from publisher.typeface.shaping import shape
from publisher.typeface.subset import require_embeddable, subset, with_variants

TEXT = {
    "FandolFang-Regular": "同志们：“今天”（一）",
    "NotoSerifSC-Regular": "同志们——“今天”（一）",
    "LXGWWenKai-Regular": "（一）同志们：“今天”",
    "Tinos-Regular": "2024 Café ÀÉ",
}
ROLE = {
    "FandolFang-Regular": "fang",
    "NotoSerifSC-Regular": "songnum",
    "LXGWWenKai-Regular": "kai",
    "Tinos-Regular": "fang",
}


EXTREMES = (
    *(("head", field, min) for field in ("xMin", "yMin")),
    *(("head", field, max) for field in ("xMax", "yMax")),
    *(("hhea", field, min) for field in ("minLeftSideBearing", "minRightSideBearing")),
    *(("hhea", field, max) for field in ("advanceWidthMax", "xMaxExtent")),
)


def gids_of(name: str, typefaces: Typefaces) -> list[int]:
    glyphs = shape(TEXT[name], ROLE[name], typefaces)
    return [glyph.gid for glyph in glyphs if glyph.face == name]


def read(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data), checkChecksums=2)


def outline(font: TTFont, gid: int, dx: int = 0, dy: int = 0) -> list[object]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getGlyphName(gid)].draw(TransformPen(pen, (1, 0, 0, 1, dx, dy)))
    return pen.value


def advance(font: TTFont, gid: int) -> int:
    width: int = font["hmtx"][font.getGlyphName(gid)][0]
    return width


@pytest.mark.parametrize("name", sorted(TEXT))
def test_a_subset_keeps_outlines_and_advances(name: str, typefaces: Typefaces) -> None:
    face = typefaces.face(name)
    gids = gids_of(name, typefaces)
    made = subset(face, gids)
    before, after = TTFont(face.path), read(made.data)
    for gid in gids:
        assert outline(after, made.mapping[gid]) == outline(before, gid)
        assert advance(after, made.mapping[gid]) == advance(before, gid)


def test_a_subset_has_only_what_draws_glyphs(typefaces: Typefaces) -> None:
    made = subset(typefaces.face("NotoSerifSC-Regular"), gids_of("NotoSerifSC-Regular", typefaces))
    font = read(made.data)
    assert set(font.keys()) - {"GlyphOrder"} == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert font["maxp"].numGlyphs == len(made.mapping)
    assert len(made.data) < 10_000


def test_the_order_and_number_of_times_of_glyphs_do_not_matter(typefaces: Typefaces) -> None:
    face = typefaces.face("FandolFang-Regular")
    gids = gids_of("FandolFang-Regular", typefaces)
    assert subset(face, gids) == subset(face, [*reversed(gids), *gids])


def test_notdef_is_always_there(typefaces: Typefaces) -> None:
    assert subset(typefaces.face("Tinos-Bold"), []).mapping == {0: 0}


@pytest.mark.parametrize("name", sorted(TEXT))
def test_variants_are_shifted_copies_with_their_own_advance(
    name: str, typefaces: Typefaces
) -> None:
    made = subset(typefaces.face(name), gids_of(name, typefaces))
    count = len(made.mapping)
    shifts = ((-500, 0), (0, 0), (120, 250))
    wanted = [(gid, dx, 500, dy) for gid in made.mapping.values() for dx, dy in shifts]
    data, new = with_variants(made, wanted)
    font = read(data)
    assert new == list(range(count, count + len(wanted)))
    assert font["maxp"].numGlyphs == count + len(wanted)
    for gid, (base, dx, width, dy) in zip(new, wanted):
        assert outline(font, gid) == outline(font, base, dx, dy)
        assert advance(font, gid) == width
    for gid in made.mapping.values():
        assert outline(font, gid) == outline(read(made.data), gid)
        assert advance(font, gid) == advance(read(made.data), gid)


@pytest.mark.parametrize("name", sorted(TEXT))
def test_what_the_tables_say_of_variants_is_what_fonttools_computes(
    name: str, typefaces: Typefaces
) -> None:
    made = subset(typefaces.face(name), gids_of(name, typefaces))
    data, _ = with_variants(made, [(gid, -400, 600, 300) for gid in made.mapping.values()])
    ours, theirs = read(data), read(data)
    theirs.recalcBBoxes = True
    again = io.BytesIO()
    theirs["glyf"].compile(theirs)
    theirs.save(again)
    computed = read(again.getvalue())
    for gid in range(ours["maxp"].numGlyphs):
        glyph, other = (each["glyf"][each.getGlyphName(gid)] for each in (ours, computed))
        if glyph.numberOfContours:
            box = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
            assert box == (other.xMin, other.yMin, other.xMax, other.yMax)
            assert ours["hmtx"][ours.getGlyphName(gid)][1] == glyph.xMin
    for table, field, bound in EXTREMES:
        said, is_so = getattr(ours[table], field), getattr(computed[table], field)
        # hb keeps the extremes of the whole face: ours may be wider, never narrower
        assert bound(said, is_so) == said, field
    for field in ("maxComponentElements", "maxComponentDepth", "maxCompositePoints"):
        assert getattr(ours["maxp"], field) >= getattr(computed["maxp"], field), field


def test_harfbuzz_sees_the_shifted_ink(typefaces: Typefaces) -> None:
    face = typefaces.face("FandolFang-Regular")
    (opening,) = shape("（", "fang", typefaces)
    made = subset(face, [opening.gid])
    data, (half,) = with_variants(made, [(made.mapping[opening.gid], -500, 500)])
    font = hb.Font(hb.Face(data))
    assert font.get_glyph_h_advance(half) == 500
    assert font.get_glyph_extents(half).x_bearing == ink(face, opening.gid).x_min - 500


@pytest.mark.parametrize("text", [" ", "1 ", "", "（ "])
def test_a_glyph_without_ink_keeps_having_none(text: str, typefaces: Typefaces) -> None:
    glyphs = shape(text, "songnum", typefaces)
    made = subset(typefaces.face("NotoSerifSC-Regular"), [glyph.gid for glyph in glyphs])
    every = sorted(made.mapping.values())
    data, new = with_variants(made, [(gid, 100, 300) for gid in every])
    font, before = read(data), read(made.data)
    for gid, other in zip(every, new):
        assert outline(font, gid) == outline(before, gid)
        assert outline(font, other) == outline(before, gid, 100)


def test_variants_can_be_added_to_a_font_with_variants(typefaces: Typefaces) -> None:
    made = subset(typefaces.face("FandolFang-Regular"), gids_of("FandolFang-Regular", typefaces))
    once, (first,) = with_variants(made, [(1, -100, 900)])
    twice, (second,) = with_variants(made._replace(data=once), [(first, -100, 800)])
    font = read(twice)
    assert outline(font, second) == outline(font, 1, -200)
    assert font["maxp"].maxComponentDepth >= 2


def copy_with_permission(face: Face, folder: Path, permission: int) -> Face:
    """The face with another fsType: the ninth byte of its OS/2 table."""
    data = bytearray(face.path.read_bytes())
    for i in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * i)
        if tag == b"OS/2":
            struct.pack_into(">H", data, offset + 8, permission)
    path = folder / f"permission-{permission}.ttf"
    path.write_bytes(data)
    return Face(path.stem, path, face.family, face.style, face.licence)


@pytest.mark.parametrize("permission", [0x0002, 0x0102, 0x0200, 0x0208])
def test_a_face_that_may_not_be_embedded_is_refused(
    permission: int, typefaces: Typefaces, tmp_path: Path
) -> None:
    face = copy_with_permission(typefaces.face("Tinos-Regular"), tmp_path, permission)
    with pytest.raises(InputError) as caught:
        subset(face, [1])
    assert caught.value.key == "font-restricted"


@pytest.mark.parametrize("permission", [0x0000, 0x0004, 0x0008, 0x000A])
def test_a_face_that_may_be_embedded_passes(
    permission: int, typefaces: Typefaces, tmp_path: Path
) -> None:
    face = copy_with_permission(typefaces.face("Tinos-Regular"), tmp_path, permission)
    require_embeddable(face)
    assert len(subset(face, [1]).mapping) == 2


def test_a_face_that_may_not_be_cut_comes_whole(typefaces: Typefaces, tmp_path: Path) -> None:
    face = copy_with_permission(typefaces.face("Tinos-Regular"), tmp_path, 0x0100)
    mapping = subset(face, [1]).mapping
    assert len(mapping) > 800
    assert all(old == new for old, new in mapping.items())
