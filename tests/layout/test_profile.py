"""Page profiles: GB/T 9704 by the millimetre, and strict reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.errors import UsageError
from publisher.geometry import PAPERS, mm, pt, to_pt
from publisher.layout.profile import Format, load_profile
from publisher.layout.profile_files import profiles
from publisher.messages import MESSAGES
from publisher.resources import data_dir

SHIPPED = data_dir("themes") / "pages" / "gbt9704.toml"


def test_the_type_area_is_156_by_225_millimetres() -> None:
    profile = load_profile("gbt9704")
    assert (profile.measure, profile.height) == (mm(156), mm(225))


def test_28_cells_and_22_rows_fill_the_type_area() -> None:
    profile = load_profile("gbt9704")
    assert to_pt(profile.em) == pytest.approx(15.79, abs=0.005)
    assert to_pt(profile.pitch) == pytest.approx(29.62, abs=0.005)
    assert profile.em * 28 == pytest.approx(mm(156), abs=28)
    assert profile.pitch * 21 + profile.em == pytest.approx(mm(225), abs=22)


def test_the_binding_margin_changes_sides_from_page_to_page() -> None:
    profile = load_profile("gbt9704")
    assert profile.area(0).x == mm(28)
    assert profile.area(1).x == mm(26)
    assert profile.area(1).right == mm(210 - 28)


def test_headings_have_the_fonts_of_the_standard() -> None:
    profile = load_profile("gbt9704")
    assert [profile.heading(level).font for level in range(1, 6)] == [
        "hei", "kai", "fang", "fang", "fang",
    ]  # fmt: skip


def test_the_shipped_profiles_are_listed() -> None:
    assert "gbt9704" in profiles()


def test_a_profile_may_be_a_file_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        SHIPPED.read_text(encoding="utf-8").replace("top_mm = 37", "top_mm = 30"), encoding="utf-8"
    )
    assert load_profile(own).top == mm(30)


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("inside_mm", "insidemm", "profile-key"),
        ("[styles.body]", "[styles.bodi]", "profile-key"),
        ('align = "center"', 'align = "middle"', "profile-invalid"),
        ("columns = 28", 'columns = "28"', "profile-invalid"),
        ("bottom_mm = 35", "bottom_mm = 350", "profile-invalid"),
        ("[grid]", "[grid", "profile-invalid"),
        ("columns = 28", "column = 28", "profile-key"),
        ("top_mm = 37", "", "profile-lacks"),
        ('form = "— {number} —"', 'form = "{page}"', "profile-invalid"),
        ('annex = "page"', 'annex = "leaf"', "profile-invalid"),
        ("rule_mm = 52", "ruler_mm = 52", "profile-key"),
        ("mirrored = true", "mirrored = 1", "profile-invalid"),
        ('name = "GB/T 9704"', 'name = "x"\nextends = "gbt9705"', "profile-unknown"),
    ],
)
def test_a_mistake_in_a_profile_is_named(tmp_path: Path, before: str, after: str, key: str) -> None:
    own = tmp_path / "own.toml"
    text = SHIPPED.read_text(encoding="utf-8")
    assert before in text
    own.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_profile(own)
    assert caught.value.key == key
    assert key in MESSAGES
    assert f"{key}.hint" in MESSAGES


def test_an_unknown_profile_names_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        load_profile("gbt9074")
    assert caught.value.values["nearest"] == "gbt9704"


@pytest.mark.parametrize("name", ["gbt9704", "office", "reading", "book"])
@pytest.mark.parametrize("paper", [None, *PAPERS])
def test_every_profile_fits_every_paper(name: str, paper: str | None) -> None:
    profile = load_profile(name, Format(paper))
    assert profile.columns * profile.em <= profile.measure
    assert (profile.rows - 1) * profile.pitch + profile.em <= profile.height + profile.rows
    assert profile.rows >= 10
    own = load_profile(name)
    assert profile.em == pytest.approx(own.em, rel=0.05)
    assert profile.measure - profile.columns * profile.em < profile.columns
    if paper:
        assert profile.paper == PAPERS[paper]


def test_the_office_page_has_lines_of_28_95_points_and_a_number_in_the_middle() -> None:
    profile = load_profile("office")
    assert (profile.pitch, profile.rows, profile.columns) == (pt(28.95), 22, 28)
    assert {profile.number.odd, profile.number.even} == {"center"}
    assert not profile.mirrored


def test_a_profile_takes_from_another_what_it_does_not_say(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'name = "x"\nextends = "gbt9704"\n[styles.title]\nsize_em = 2\n', encoding="utf-8"
    )
    profile = load_profile(own)
    assert profile.style("title").size == 2 * profile.em
    assert profile.style("body") == load_profile().style("body")


def test_notes_take_rows_from_the_page() -> None:
    profile = load_profile()
    assert [profile.room(lines) for lines in (0, 1, 2, 40)] == [22, 20, 20, 0]
