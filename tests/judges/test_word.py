"""The Word script before judges: the Open XML SDK, and LibreOffice with our fonts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from publisher.plan import Text
from tests.corpus.files import build
from tests.corpus.parse import load
from tests.judges import glyphs, ooxml
from tests.judges.programs import ROOT, run
from tests.noted import make_noted
from tests.writers.docx.made import Made, on_pages, rich, squeezed, word

pytestmark = pytest.mark.judge
OFFICES = (
    "Office2007", "Office2010", "Office2013", "Office2016", "Office2019", "Office2021",
    "Microsoft365",
)  # fmt: skip
FACES = {
    "方正小标宋简体": "Noto Serif SC", "宋体": "Noto Serif SC", "黑体": "Noto Sans SC Medium",
    "楷体": "LXGW WenKai", "仿宋": "FandolFang R", "Times New Roman": "Tinos",
}  # fmt: skip
"""The fonts that a script names, and the families of fonts/ that it was measured with."""
EXAMPLES = sorted((ROOT / "examples").glob("*.docx"))
CORPUS = load("open")[::12]
POINT = 12700
LINE = 29.6
"""The distance of baselines in points, in twentieths as Word has it."""
EDGE = 1


def as_pdf(made: Made, folder: Path) -> list[glyphs.Page]:
    """The pages that LibreOffice makes of it."""
    source = folder / "script.docx"
    source.write_bytes(made.data)
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{escape(named)}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{escape(family)}</string>'
        "</edit></match>"
        for named, family in FACES.items()
    )
    conf = folder / "fonts.conf"
    conf.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{escape(str(ROOT / "fonts"))}</dir>'
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir>{rules}</fontconfig>",
        encoding="utf-8",
    )
    done = run(
        "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", "pdf", "--outdir", folder, source,
        env={"FONTCONFIG_FILE": str(conf), "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert (folder / "script.pdf").exists(), done.stderr
    return glyphs.read(folder / "script.pdf")


SPEECHES: dict[str, Callable[[Path], Path]] = {
    "rich": rich,
    "noted": lambda folder: make_noted(folder / "a.docx", 2, 8),
    **{path.stem: lambda _, path=path: path for path in EXAMPLES},
}


@pytest.fixture(params=SPEECHES)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Made:
    return word(SPEECHES[request.param](tmp_path))


@pytest.mark.parametrize("office", OFFICES)
def test_every_office_finds_it_valid(office: str, tmp_path: Path) -> None:
    for name, source in SPEECHES.items():
        for profile in ("gbt9704", "book"):
            (tmp_path / name).mkdir(exist_ok=True)
            file = tmp_path / "script.docx"
            file.write_bytes(word(source(tmp_path / name), page_profile=profile).data)
            assert ooxml.validate(file, office) == [], (name, profile)


def test_it_stands_on_the_page_as_the_printed_one_does(made: Made, tmp_path: Path) -> None:
    pages, story = as_pdf(made, tmp_path), made.plan.story.page
    assert abs(len(pages) - len(made.plan.sheets)) <= 1
    area = story.area
    for number, page in enumerate(pages):
        left = area.x if number % 2 == 0 else story.paper.width - area.right
        body = [char for char in page.chars if char.size > 15.5]
        assert min(char.x for char in body) >= left / POINT - 1
        assert max(char.right for char in body) <= (left + area.width) / POINT + EDGE
        assert max(char.bottom for char in body) <= area.bottom / POINT + 2
        rows = sorted({round(char.baseline, 1) for char in body if char.size < 16.5})
        assert len(rows) <= story.rows
        assert any(abs(b - a - LINE) < 0.3 for a, b in pairwise(rows)) or len(rows) < 2


def test_its_title_has_the_lines_of_the_printed_one(made: Made, tmp_path: Path) -> None:
    title = next(item for item in made.plan.sheets[0].items if isinstance(item, Text))
    drawn: dict[int, str] = {}
    for char in as_pdf(made, tmp_path)[0].chars:
        if char.size > 21:
            drawn[round(char.baseline)] = drawn.get(round(char.baseline), "") + char.text
    assert [drawn[at] for at in sorted(drawn)] == [
        "".join(line.text.split()) for line in title.lines
    ]


@pytest.mark.parametrize("speech", CORPUS, ids=lambda speech: speech.name)
def test_a_speech_of_the_corpus_is_drawn_whole(speech: object, tmp_path: Path) -> None:
    source = tmp_path / "讲话.docx"
    source.write_bytes(build(speech, "direct"))
    made = word(source)
    foot = made.plan.story.page.area.bottom / POINT + 2
    pages = as_pdf(made, tmp_path)
    drawn = "".join(c.text for page in pages for c in page.chars if c.baseline < foot)
    assert squeezed(drawn) == on_pages(made.plan)
