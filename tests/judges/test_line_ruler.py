"""The ruler of lines passes the pages that we make, and bites on what others set.

The fast choice of speeches and measures is for every run; all of them are measured by
``python -m tests.judges.line_pages``.
"""

import re
from html import escape
from pathlib import Path

import pytest
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Frame, PageTemplate, Paragraph, SimpleDocTemplate

from publisher.layout import compositor, squeezing, stretch
from publisher.publication import Publication
from tests.corpus.files import build
from tests.corpus.parse import load
from tests.judges import line_pages, line_ruler
from tests.judges.line_ruler import MM, Source
from tests.judges.programs import ROOT

pytestmark = pytest.mark.judge

CHOICE = ("01-spring-farming", "07-press-questions", "12-community-traditional", "13-study-notes")
FAST = (10, 16, 28, 40)


@pytest.fixture(scope="module")
def speeches(tmp_path_factory: pytest.TempPathFactory) -> list[Publication]:
    folder = tmp_path_factory.mktemp("speeches")
    files = line_pages.examples()
    for speech in load("open"):
        if speech.name in CHOICE:
            files.append(folder / f"{speech.name}.docx")
            files[-1].write_bytes(build(speech, "bare"))
    assert len(files) >= len(CHOICE) + 3
    return [Publication(file) for file in files]


@pytest.mark.parametrize("columns", FAST)
@pytest.mark.parametrize("level", ["none", "basic", "GB", "strict"])
def test_no_rule_is_broken_at_any_measure(
    speeches: list[Publication], columns: int, level: str, tmp_path: Path
) -> None:
    found = [
        finding
        for speech in speeches
        for finding in line_pages.measure(speech, columns, tmp_path, level)
    ]
    assert found == []


def test_it_sees_marks_that_do_not_keep_their_em_in_taiwan(
    speeches: list[Publication], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (speech,) = (s for s in speeches if s.script.value.language == "zh-TW")
    assert line_pages.measure(speech, 20, tmp_path) == []
    monkeypatch.setattr(compositor, "is_centred", lambda _: False)
    found = "\n".join(line_pages.measure(speech, 20, tmp_path))
    assert re.search(r"has a [，。、] of 0\.5\d? em", found)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("2025年10月", ["2025年", "10月"]),
        ("用5G、H7N9和A4", ["5G", "H7N9", "A4"]),
        ("5.5%和120亿元", ["5.5%", "120亿元"]),
    ],
)
def test_it_knows_what_is_one_unit(text: str, units: list[str]) -> None:
    whole = {text[a:b] for a, b in line_ruler._whole(text)}
    assert set(units) <= whole
    assert not any(unit != other and unit in other for unit in units for other in whole)


def by_reportlab(texts: list[str], columns: int, path: Path) -> list[str]:
    """What the ruler finds in reportlab's own paragraphs, on the same paper with the same type."""
    em = line_pages.EM * MM
    pdfmetrics.registerFont(TTFont("Fang", str(ROOT / "fonts" / "FandolFang-Regular.ttf")))
    style = ParagraphStyle(
        "zh",
        fontName="Fang",
        fontSize=em,
        leading=29.62,
        alignment=TA_JUSTIFY,
        wordWrap="CJK",
        firstLineIndent=2 * em,
    )
    measure, height = columns * em, 297 * MM
    inner, outer, top, foot = (
        getattr(line_pages, side) * MM for side in ("INNER", "OUTER", "TOP", "FOOT")
    )
    size = (measure + inner + outer, height)
    document = SimpleDocTemplate(str(path), pagesize=size, initialFontName="Fang")
    frames = [
        Frame(left, foot, measure + 0.01, height - top - foot, 0, 0, 0, 0)
        for left in (inner, outer)
    ]
    document.addPageTemplates(
        [
            PageTemplate("odd", [frames[0]], autoNextPageTemplate="even"),
            PageTemplate("even", [frames[1]], autoNextPageTemplate="odd"),
        ]
    )
    document.build([Paragraph(escape(text), style) for text in texts])
    return line_ruler.findings(path, map(Source, texts), line_pages.area(columns))


def test_it_bites_on_paragraphs_by_reportlab(speeches: list[Publication], tmp_path: Path) -> None:
    texts = [
        source.text
        for speech in speeches
        for source in line_pages.sources(speech)
        if source.justified and "\n" not in source.text
    ]
    found = by_reportlab(texts, 20, tmp_path / "reportlab.pdf")
    kinds = {
        "starts with [，；：！？》”]",
        "ends with [（《“]$",
        "tears .* apart",
        "mm from the right edge",
        "is a last line of one character",
    }
    unseen = {kind for kind in kinds if not any(re.search(kind, line) for line in found)}
    assert unseen == set()


def test_it_sees_a_rule_that_the_engine_forgets(
    speeches: list[Publication], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> str:
        return "\n".join(f for s in speeches for f in line_pages.measure(s, 20, tmp_path))

    backwards = {
        kind: rule._replace(rank=rule.rank and squeezing.RANK_STOP - rule.rank)
        for kind, rule in squeezing.SQUEEZE.items()
    }
    with monkeypatch.context() as broken:
        broken.setattr(squeezing, "SQUEEZE", backwards)
        assert "squeezes 。？！ before" in found() or "squeezes ，、；： before" in found()
    with monkeypatch.context() as broken:
        whole = {kind: rule._replace(line_end=False) for kind, rule in squeezing.SQUEEZE.items()}
        broken.setattr(squeezing, "SQUEEZE", whole)
        assert re.search(r"ends with a [，。、] of 1.00 em", found())
    with monkeypatch.context() as broken:
        broken.setattr(stretch._Measuring, "_squeeze_neighbours", lambda self: None)
        assert found() != ""
