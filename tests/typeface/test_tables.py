"""Faces measured by their tables, without HarfBuzz: to the same glyphs and advances."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.typeface import shaping, tables
from publisher.typeface.opened import LATIN, Opened
from publisher.typeface.registry import Typefaces, load_typefaces
from publisher.typeface.shaping import Shaped, shape

TYPEFACES = load_typefaces()
WORDS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
        st.characters(min_codepoint=0x2010, max_codepoint=0x2E40),
        st.characters(min_codepoint=0x3000, max_codepoint=0x9FFF),
        st.characters(min_codepoint=0xFF00, max_codepoint=0xFFEF),
        st.sampled_from("，。、；：？！“”‘’（）《》—…·\u3099\u0301é\u00a0\u200d\n"),
    ),
    max_size=24,
)


@pytest.fixture
def _anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is remembered of faces before or after."""
    for cache in (shaping._voice, tables.ready):
        cache.cache_clear()
    yield
    for cache in (shaping._voice, tables.ready):
        cache.cache_clear()


def by_harfbuzz(text: str, role: str, language: str) -> list[Shaped]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "_read", lambda face: None)
        patch.setattr(tables, "ready", tables.Ready)
        patch.setattr(shaping, "ready", tables.Ready)
        patch.setattr(shaping, "_voice", shaping._Voice)
        return shape(text, role, TYPEFACES, language)


@pytest.mark.parametrize("role", TYPEFACES.roles)
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=WORDS, language=st.sampled_from(["zh-Hans", "en", "zh-Hant"]))
def test_text_is_shaped_as_by_harfbuzz(role: str, text: str, language: str) -> None:
    assert shape(text, role, TYPEFACES, language) == by_harfbuzz(text, role, language)


@pytest.mark.usefixtures("_anew")
def test_ordinary_text_opens_no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(Opened, "__init__", refuse)
    text = "“十四五”以来，GDP增长5.8%——来之不易（见表1）。"
    for role in TYPEFACES.roles:
        assert "".join(glyph.text for glyph in shape(text, role, TYPEFACES)) == text


@pytest.mark.usefixtures("_anew")
def test_a_table_holds_for_its_own_font_alone(tmp_path: Path) -> None:
    face = TYPEFACES.face("Tinos-Regular")
    other = face._replace(path=tmp_path / face.path.name)
    shutil.copy(TYPEFACES.face("Tinos-Bold").path, other.path)
    shutil.copy(face.path.with_suffix(tables.SUFFIX), tmp_path)
    assert tables._read(face) is not None
    assert tables._read(other) is None
    faces = Typefaces({**TYPEFACES.faces, face.name: other}, TYPEFACES.roles)
    wide, narrow = (shape("Wide", "song", each) for each in (faces, TYPEFACES))
    assert [glyph.advance for glyph in wide] != [glyph.advance for glyph in narrow]
    assert tables.ready(other).shape("A", "en", LATIN) == Opened(other).shape("A", "en", LATIN)
