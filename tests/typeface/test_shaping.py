"""Characters become glyphs of the right face, and none is lost."""

from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from publisher.errors import InputError
from publisher.geometry import pt
from publisher.typeface.metrics import ink
from publisher.typeface.registry import Face, Role, Typefaces, load_typefaces
from publisher.typeface.shaping import measure, shape

SHIPPED = load_typefaces()
ROLES = sorted(SHIPPED.roles)
MIXED = st.text(
    st.one_of(
        st.sampled_from("，。、；：？！“”‘’（）《》〈〉【】—…·～％"),
        st.sampled_from("一的是在不了有和人这中大为上个国我以要他"),
        st.sampled_from("AVTofi0123456789 .,%-()/'\"&\t\n\r\u00a0\u200b\u3000"),
        st.sampled_from("e\u0301\u0300\u20dd\u3099\ufe0f\u200d\U000e0100か\U0001f3fd👍👨ü𬭎𰻝℃①"),
        st.characters(exclude_categories=("Cs",)),
    )
)


def by_face(text: str, role: str, typefaces: Typefaces) -> list[tuple[str, str]]:
    """The text of each stretch of one face, with that face."""
    out: list[tuple[str, str]] = []
    for glyph in shape(text, role, typefaces):
        if out and out[-1][1] == glyph.face:
            out[-1] = (out[-1][0] + glyph.text, glyph.face)
        else:
            out.append((glyph.text, glyph.face))
    return out


@pytest.mark.parametrize("role", ROLES)
@settings(max_examples=60, deadline=None)
@given(text=MIXED)
def test_no_character_is_lost_or_moved(role: str, text: str) -> None:
    assert "".join(glyph.text for glyph in shape(text, role, SHIPPED)) == text


@settings(max_examples=100, deadline=None)
@given(text=MIXED)
def test_shaping_does_not_depend_on_what_was_shaped_before(text: str) -> None:
    assert shape(text, "fang", load_typefaces()) == shape(text, "fang", SHIPPED)


def test_nothing_becomes_nothing(typefaces: Typefaces) -> None:
    assert shape("", "fang", typefaces) == []


def test_digits_and_letters_beside_song_and_fang_are_tinos(typefaces: Typefaces) -> None:
    assert by_face("增长5.5%，GDP", "fang", typefaces) == [
        ("增长", "FandolFang-Regular"),
        ("5.5%", "Tinos-Regular"),
        ("，", "FandolFang-Regular"),
        ("GDP", "Tinos-Regular"),
    ]
    assert by_face("2024年", "song", typefaces)[0] == ("2024", "Tinos-Regular")


def test_ascii_marks_and_spaces_go_with_the_latin_around_them(typefaces: Typefaces) -> None:
    assert by_face("见 (A-1) 号", "fang", typefaces)[1] == (" (A-1) ", "Tinos-Regular")


def test_ascii_marks_among_han_stay_with_them(typefaces: Typefaces) -> None:
    assert by_face("第一, 第二.", "fang", typefaces) == [("第一, 第二.", "FandolFang-Regular")]


def test_page_numbers_are_set_in_song(typefaces: Typefaces) -> None:
    assert by_face("—12—", "songnum", typefaces) == [("—12—", "NotoSerifSC-Regular")]


@pytest.mark.parametrize("role", ["song", "fang", "biaosong"])
def test_marks_shared_with_latin_stay_in_the_han_face(role: str, typefaces: Typefaces) -> None:
    han = typefaces.role(role).han
    for mark in "“”‘’—…·":
        between = next(g for g in shape(f"a{mark}b", role, typefaces) if g.text == mark)
        assert (between.face, between.advance) == (han, between.units)


@pytest.mark.parametrize("role", ROLES)
def test_han_and_full_width_marks_take_one_em(role: str, typefaces: Typefaces) -> None:
    for glyph in shape("永，。、；：？！（）《》“”‘’…·〔〕【】", role, typefaces):
        assert glyph.advance == glyph.units, glyph


@pytest.mark.parametrize("role", ROLES)
def test_a_double_dash_is_two_ems_and_one_unbroken_line(role: str, typefaces: Typefaces) -> None:
    glyphs = shape("——", role, typefaces)
    assert "".join(glyph.text for glyph in glyphs) == "——"
    assert sum(glyph.advance for glyph in glyphs) == 2 * glyphs[0].units
    ends = [ink(typefaces.face(glyph.face), glyph.gid) for glyph in glyphs]
    if len(glyphs) == 2:  # two dashes: the first reaches its right edge, the second its left
        assert (ends[0].x_max, ends[1].x_min) == (glyphs[0].advance, 0)
    else:
        assert ends[0].x_max - ends[0].x_min > 1.8 * glyphs[0].units


def test_a_third_dash_is_a_single_one(typefaces: Typefaces) -> None:
    assert [glyph.text for glyph in shape("———", "song", typefaces)] == ["——", "—"]


def test_latin_is_kerned(typefaces: Typefaces) -> None:
    apart = measure("A", "fang", pt(100), typefaces) + measure("V", "fang", pt(100), typefaces)
    assert measure("AV", "fang", pt(100), typefaces) < apart


def test_a_letter_and_its_mark_are_the_letter_with_a_mark(typefaces: Typefaces) -> None:
    assert shape("e\u0301", "fang", typefaces) == [
        glyph._replace(text="e\u0301") for glyph in shape("é", "fang", typefaces)
    ]


def test_letters_are_not_joined_to_ligatures(typefaces: Typefaces) -> None:
    assert [glyph.text for glyph in shape("office", "fang", typefaces)] == list("office")


def test_a_line_break_has_no_width_and_no_box(typefaces: Typefaces) -> None:
    (glyph,) = shape("\n", "fang", typefaces)
    assert glyph.advance == 0
    assert glyph.gid != 0


def test_characters_that_fang_lacks_come_from_its_supplement(typefaces: Typefaces) -> None:
    assert by_face("①", "fang", typefaces) == [("①", "PublisherFangExt-Regular")]
    assert by_face("㐀", "fang", typefaces) == [("㐀", "NotoSerifSC-Regular")]


def test_measure_adds_up_advances_of_different_ems(typefaces: Typefaces) -> None:
    # two Han at 10 pt, two Tinos digits of half an em
    assert measure("年24月", "fang", pt(10), typefaces) == pt(30)


def test_the_language_chooses_the_regional_form(typefaces: Typefaces) -> None:
    (simplified,) = shape("⸺", "fang", typefaces)
    (other,) = shape("⸺", "fang", typefaces, language="en")
    assert simplified.advance == 2 * simplified.units
    assert other.gid != simplified.gid


def test_a_file_that_is_no_font_is_an_input_error(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(b"not a font")
    face = Face("broken", path, "Broken", "Regular", "none")
    broken = Typefaces({"broken": face}, {"text": Role("text", "broken", "broken", ("broken",))})
    with pytest.raises(InputError) as caught:
        shape("永", "text", broken)
    assert caught.value.key == "font-unreadable"
