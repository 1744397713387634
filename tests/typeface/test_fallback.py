"""What is drawn by which face, and what by none."""

import pytest

from publisher.messages import sentence
from publisher.typeface.fallback import coverage, missing_notices
from publisher.typeface.registry import Typefaces, load_typefaces

RARE = "\U00030edd"  # 𰻝, a noodle; CJK Extension G


def gb2312_hanzi() -> str:
    """The 6,763 hanzi of levels 1 and 2: rows 16 to 87."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", errors="ignore") for cell in cells)


@pytest.mark.parametrize("role", sorted(load_typefaces().roles))
def test_every_role_covers_gb2312(role: str, typefaces: Typefaces) -> None:
    hanzi = gb2312_hanzi()
    assert len(hanzi) == 6763
    found = coverage(hanzi, role, typefaces)
    assert found.missing == ()
    assert found.faces == {typefaces.role(role).han: hanzi}


def test_faces_and_their_characters_stand_in_order_of_appearance(typefaces: Typefaces) -> None:
    found = coverage("年2024年①", "fang", typefaces)
    assert list(found.faces.items()) == [
        ("FandolFang-Regular", "年"),
        ("Tinos-Regular", "204"),
        ("PublisherFangExt-Regular", "①"),
    ]


def test_a_character_that_no_face_has_is_reported_with_its_place(typefaces: Typefaces) -> None:
    text = f"今天我们请大家一起到街口的小店里吃一碗{RARE}{RARE}面，" + "再说别的事情。" * 5
    (missing,) = missing_notices(text, "fang", typefaces, paragraph=4)
    assert missing.code == "glyph-missing"
    assert missing.paragraph == 4
    values = dict(missing.values)
    assert values["character"] == RARE
    assert values["codepoint"] == "U+30EDD"
    assert values["excerpt"] == f"…一起到街口的小店里吃一碗{RARE}{RARE}面，再说别的事情。再说…"
    for language in ("zh", "en"):
        assert "U+30EDD" in sentence(missing.code, values, language)


def test_an_emoji_with_its_modifier_is_one_missing_character(typefaces: Typefaces) -> None:
    (missing,) = missing_notices("好👍🏽", "sans", typefaces)
    assert dict(missing.values)["codepoint"] == "U+1F44D U+1F3FD"


def test_blanks_and_controls_are_never_missing(typefaces: Typefaces) -> None:
    blanks = "中 文\t\n\r\u00a0\u00ad\u2003\u2009\u200b\u200d\u202f\u2028\u3000\ufeff\ufe0f"
    for role in typefaces.roles:
        assert missing_notices(blanks, role, typefaces) == ()
        for blank in blanks:  # alone, too
            assert missing_notices(blank, role, typefaces) == ()
