import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from publisher.errors import InputError
from publisher.typeface.opened import opened
from publisher.typeface.portable import portable
from publisher.typeface.registry import Typefaces

WORDS = "学思想，强党性 Ab1"


def font(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data), checkChecksums=2)


def cut(typefaces: Typefaces, name: str, *, bold: bool = False, text: str = WORDS) -> TTFont:
    return font(portable(typefaces.face(name), text, bold=bold))


def test_it_has_the_characters_and_what_they_are_found_by(typefaces: Typefaces) -> None:
    made = cut(typefaces, "NotoSansSC-Regular")
    assert set(WORDS) == {chr(code) for code in made.getBestCmap()}
    assert {"cmap", "name", "OS/2", "post", "glyf", "hmtx"} <= set(made.keys())
    assert not {"GSUB", "GPOS", "vmtx", "fpgm"} & set(made.keys())


def test_outlines_and_widths_are_the_faces(typefaces: Typefaces) -> None:
    made, whole = cut(typefaces, "NotoSansSC-Regular"), opened(typefaces.face("NotoSansSC-Regular"))
    for char in WORDS:
        name = made.getBestCmap()[ord(char)]
        assert made["hmtx"][name][0] == whole.advance(whole.gid(char))
        ink = whole.ink(whole.gid(char))
        if char != " ":
            glyph = made["glyf"][name]
            assert (glyph.xMin, glyph.yMax) == (ink.x_min, ink.y_max)


def test_a_character_that_the_face_has_not_is_left_to_others(typefaces: Typefaces) -> None:
    made = cut(typefaces, "Tinos-Regular")
    assert {chr(code) for code in made.getBestCmap()} == set(" Ab1")


@pytest.mark.parametrize(
    ("name", "bold", "weight"),
    [
        ("NotoSerifSC-Bold", True, 8),
        ("NotoSerifSC-Regular", False, 5),
        ("NotoSansSC-Bold", True, 8),
    ],
)
def test_panose_fits_the_place_in_the_family(
    name: str, bold: bool, weight: int, typefaces: Typefaces
) -> None:
    panose = cut(typefaces, name, bold=bold)["OS/2"].panose
    assert (panose.bFamilyType, panose.bWeight) == (2, weight)


def test_panose_of_another_kind_is_left_alone(typefaces: Typefaces) -> None:
    assert cut(typefaces, "Tinos-Regular")["OS/2"].panose.bWeight == 0


def test_a_face_with_hanzi_says_so_whatever_it_was_cut_to(typefaces: Typefaces) -> None:
    for name, chinese in (("NotoSansSC-Regular", 1), ("FandolFang-Regular", 1), ("Tinos-Bold", 0)):
        pages = cut(typefaces, name, text="A")["OS/2"].ulCodePageRange1
        assert pages >> 18 & 1 == chinese


def test_the_same_text_makes_the_same_bytes_in_any_order(typefaces: Typefaces) -> None:
    face = typefaces.face("NotoSansSC-Bold")
    assert portable(face, WORDS, bold=True) == portable(face, WORDS[::-1] * 2, bold=True)


def permit(value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.typeface.subset._fs_type", lambda face: value)


def test_a_face_that_may_not_be_cut_comes_whole(
    typefaces: Typefaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    permit(0x0100, monkeypatch)
    face = typefaces.face("Tinos-Regular")
    assert portable(face, "A", bold=False) == face.path.read_bytes()


def test_a_face_that_may_not_be_embedded_is_refused(
    typefaces: Typefaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    permit(0x0002, monkeypatch)
    with pytest.raises(InputError) as refused:
        portable(typefaces.face("Tinos-Regular"), "A", bold=False)
    assert refused.value.key == "font-restricted"


def test_other_outlines_are_refused(typefaces: Typefaces, tmp_path: Path) -> None:
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    glyph = T2CharStringPen(500, None).getCharString()
    builder.setupCFF("Post", {}, {".notdef": glyph}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupOS2()
    builder.setupPost()
    path = tmp_path / "post.otf"
    builder.save(path)
    face = typefaces.face("Tinos-Regular")._replace(name="Post", path=path)
    with pytest.raises(InputError) as refused:
        portable(face, "A", bold=False)
    assert refused.value.key == "font-outlines-deck"
