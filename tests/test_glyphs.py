"""Glyphs in columns are what they are one by one."""

from __future__ import annotations

import pickle

import pytest

from publisher.glyphs import Glyph, Glyphs

SINGLE = [Glyph("城", 5, 0, 100), Glyph("，", 6, 100, 50), Glyph("市", 7, 150, 100)]
CUT = [Glyph("《", 5, 0, 50, 50), Glyph("——", 6, 50, 200), Glyph("", 7, 250, 0, 0, 9)]


@pytest.mark.parametrize("glyphs", [SINGLE, CUT, []])
def test_columns_give_back_the_glyphs_that_they_are_made_of(glyphs: list[Glyph]) -> None:
    columns = Glyphs.of(glyphs)
    assert list(columns) == glyphs
    assert [columns[i] for i in range(len(columns))] == glyphs
    assert columns.text == "".join(glyph.text for glyph in glyphs)
    assert bool(columns) is bool(glyphs)


@pytest.mark.parametrize("glyphs", [SINGLE, CUT])
def test_a_part_of_columns_is_that_part_of_the_glyphs(glyphs: list[Glyph]) -> None:
    assert list(Glyphs.of(glyphs)[1:]) == glyphs[1:]
    assert Glyphs.of(glyphs)[:2] == Glyphs.of(glyphs[:2])
    assert Glyphs.of(glyphs)[-1] == glyphs[-1]


def test_moved_glyphs_keep_all_but_their_place() -> None:
    assert list(Glyphs.of(CUT).moved(7)) == [glyph._replace(x=glyph.x + 7) for glyph in CUT]


def test_how_the_columns_are_written_makes_no_difference() -> None:
    written = Glyphs("城，市", [5, 6, 7], [0, 100, 150], [100, 50, 100])
    assert written == Glyphs.of(SINGLE) != Glyphs.of(CUT)
    assert hash(written) == hash(Glyphs.of(SINGLE))
    assert pickle.loads(pickle.dumps(written)) == written
