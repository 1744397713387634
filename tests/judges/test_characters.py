"""Every character of the state's table is set in a PDF and read back; one that no face has is
told of."""

from pathlib import Path

import pytest

from publisher.cli import main
from publisher.layout.pages import lay_out_pages
from publisher.layout.profile import load_profile
from publisher.manuscript import Run, SourceRef
from publisher.script import Passage, Script
from publisher.speech import Piece
from publisher.typeface.registry import load_typefaces
from publisher.writers.pdf import write
from tests.judges import pdf
from tests.judges.programs import ROOT

RARE = "㛃䶮𬭎𫖯"
"""Characters of names that older fonts lack; three of them are in the table."""


def standard() -> str:
    text = (ROOT / "tests" / "typeface" / "standard_characters.txt").read_text(encoding="utf-8")
    rows = [row for row in text.splitlines() if not row.startswith("#")]
    return "".join(rows)


def test_the_table_has_all_its_characters() -> None:
    assert len(standard()) == len(set(standard())) == 8105


@pytest.mark.judge
@pytest.mark.parametrize("font", ["fang", "song", "hei", "kai", "biaosong"])
def test_every_standard_character_is_set_and_read_back(font: str, tmp_path: Path) -> None:
    words = standard() + RARE
    piece = Piece(SourceRef(0, 0, len(words)), (Run(words),))
    typefaces, profile = load_typefaces(), load_profile()
    body = profile.style("body")._replace(font=font)
    profile = profile._replace(styles={**profile.styles, "body": body})
    script = Script("字", None, "zh-CN", (), (Passage("body", ((0, piece),)),))
    plan, _ = lay_out_pages(script, profile, typefaces)[:2]
    data, notices = write(plan, None, typefaces)
    assert list(notices) == []
    path = tmp_path / "standard.pdf"
    path.write_bytes(data)
    assert pdf.text_by_poppler(path, 35) == words
    assert pdf.text_by_mupdf(path, 35) == words


@pytest.mark.parametrize("kind", ["pdf", "pptx"])
def test_a_character_that_no_face_has_is_told_of(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    speech = tmp_path / "面.txt"
    speech.write_text("讲话\n\n同志们：\n\n今天请大家吃𰻝𰻝面。\n", encoding="utf-8")
    assert main([kind, str(speech), "--strict"]) == 4
    said = capsys.readouterr().err
    assert "𰻝" in said
    assert "U+30EDD" in said
    assert "今天请大家吃" in said
