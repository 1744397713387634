"""The sample speech has every role, in its own words, all of them."""

from itertools import pairwise

import pytest

from publisher.gallery.sample import SPEECH, TABLE, sample_script
from publisher.layout.slides import ARRANGEMENTS, lay_out_slides
from publisher.manuscript import Table
from publisher.script import Role, Script
from publisher.theme.load import load_theme, theme_names
from publisher.typeface.registry import load_typefaces
from publisher.writers.debug import write

PNG = b"\x89PNG\r\n\x1a\n"


def script(*without: Role) -> Script:
    return sample_script([role for role in Role if role not in without], PNG)


def test_every_role_has_a_slide_and_no_two_of_a_role_stand_together() -> None:
    roles = [slide.role for slide in script().slides]
    assert set(roles) == set(Role)
    assert all(one is not other for one, other in pairwise(roles))


def test_two_slides_of_one_role_never_meet_whatever_layout_does_not_know() -> None:
    known = set(ARRANGEMENTS)
    roles = [slide.role for slide in sample_script(known, PNG).slides]
    assert set(roles) == known
    assert all(one is not other for one, other in pairwise(roles))


@pytest.mark.parametrize("without", [(), (Role.FIGURES, Role.SEQUENCE), (Role.TEXT, Role.CHART)])
def test_the_notes_are_the_whole_speech(without: tuple[Role, ...]) -> None:
    spoken = [piece.text for slide in script(*without).slides for piece in slide.spoken()]
    assert tuple(spoken) == SPEECH


def test_words_on_slides_are_pieces_of_the_speech() -> None:
    for slide in script().slides:
        pieces = [slide.title, slide.place, slide.quotation, *(p for _, p in slide.lines)]
        pieces += [entry.title for entry in slide.entries]
        pieces += [piece for point in slide.points for piece in (point.title, point.support)]
        for piece in pieces:
            if piece is not None:
                ref = piece.ref
                assert SPEECH[ref.paragraph][ref.start : ref.end] == piece.text


def test_the_agenda_leads_to_the_parts() -> None:
    slides = script().slides
    (agenda,) = [slide for slide in slides if slide.role is Role.AGENDA]
    assert [slides[entry.slide].section for entry in agenda.entries] == [0, 1, 2]


def test_the_table_adds_up_to_what_the_speech_says() -> None:
    year = sum(int(row[1]) for row in TABLE[1:])
    assert f"全年借书{year}册次" in SPEECH[8]
    (table,) = {slide.table for slide in script().slides if slide.role is Role.TABLE}
    assert isinstance(table, Table)
    indices = [p.index for row in table.rows for cell in row for p in cell.paragraphs]
    assert indices == list(range(len(SPEECH), len(SPEECH) + len(indices)))


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
@pytest.mark.parametrize("name", theme_names())
def test_nothing_of_it_is_cut_in_a_shipped_theme(name: str, aspect: str) -> None:
    typefaces, theme = load_typefaces(), load_theme(name, aspect)
    plan, notices = lay_out_slides(sample_script(ARRANGEMENTS, PNG), theme, typefaces)
    assert [n for n in notices if n.code == "slide-shortened"] == []
    assert write(plan, theme, typefaces)[0]
