"""Changes to the author's file: one line at a time, everything else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.errors import UsageError
from publisher.settings import read_settings
from publisher.sidecar.amend import amended, safe, text_of

OWN = (
    '# mine\n[deck]\ntheme = "ink" # as the mayor likes it\n'
    '\n[outline]\n# "x" = 1\n"一、总体要求" = 2\n'
)


def test_the_rest_stays_as_the_author_wrote_it() -> None:
    assert amended(OWN, "deck", "theme", "blue") == OWN.replace('"ink"', '"blue"')
    assert amended(OWN, "fill", "某某镇", "青山镇") == OWN + '\n[fill]\n"某某镇" = "青山镇"\n'


def test_a_heading_is_the_same_with_and_without_its_marks() -> None:
    text = amended(OWN, "outline", "一、总体 要求。", False)
    assert '"一、总体 要求。" = false' in text
    assert '"一、总体要求"' not in text


def test_of_titles_there_is_one() -> None:
    text = amended(amended(OWN, "outline", "甲", "title"), "outline", "乙", "title")
    assert '"乙" = "title"' in text
    assert "甲" not in text


def test_none_takes_away_and_what_is_not_there_stays_away() -> None:
    assert "总体要求" not in amended(OWN, "outline", "一、总体要求", None)
    assert amended(OWN, "speech", "speaker", None) == OWN
    assert amended("", "deck", "theme", None) == ""


@pytest.mark.parametrize("value", ['"quoted"', "back\\slash", "两\n行", "]\n[deck]\ntheme='x'"])
def test_words_cannot_become_settings(tmp_path: Path, value: str) -> None:
    file = tmp_path / "a.toml"
    file.write_text(amended(OWN, "fill", value, value), encoding="utf-8")
    settings = read_settings(file)
    assert settings.table("fill") == {value: value}
    assert settings.table("deck") == {"theme": "ink"}


def test_a_table_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError):
        amended(OWN, "names", "order", "x")


def test_what_names_files_elsewhere_is_taken_away(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(
        '[deck]\ntheme = "../x"\ntemplate = "/etc/passwd"\nunit = "县委"\nlarger = true\n'
        '[slides]\n"a" = { picture = "/etc/passwd", layout = "cards" }\n"b" = { picture = "x" }\n'
        '[slides."c"]\npicture = "/etc/passwd"\nslide = false\n'
        '[fill]\n"某" = "李"\n',
        encoding="utf-8",
    )
    text = safe(read_settings(file), {"theme": ("ink",), "unit": None, "larger": (True, False)})
    file.write_text(text, encoding="utf-8")
    settings = read_settings(file)
    assert settings.table("deck") == {"unit": "县委", "larger": True}
    assert settings.table("slides") == {"a": {"layout": "cards"}, "c": {"slide": False}}
    assert settings.table("fill") == {"某": "李"}


def test_what_stands_there_is_read_with_chinese_marks(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    assert text_of(file) == ""
    file.write_bytes("[fill]\n某某镇＝“青山镇”\n".encode("gb18030"))
    assert amended(text_of(file), "deck", "theme", "ink").startswith('[fill]\n"某某镇"')
