"""Kinds of PDFs in themes, pairwise, before veraPDF, and what a program reading aloud is told."""

import hashlib
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from publisher.plan import Chart, Grid, Image, Miniature, Plan, Text
from publisher.publication import Publication
from publisher.writers.pdf.selfcheck import faults
from tests.judges import pdf, verapdf
from tests.judges.programs import ROOT, run
from tests.judges.test_products import THEMES

pytestmark = [pytest.mark.judge, pytest.mark.xdist_group("tagged")]

SPEECHES = sorted((ROOT / "examples").glob("*.docx"))
CASES = [
    ("script", "red", 0), ("script", "red", 1), ("reading", "red", 1), ("reading", "red", 2),
    *(("slides", theme, i % 3) for i, theme in enumerate(THEMES)),
    *(("handout", theme, (i + 1) % 3) for i, theme in enumerate(THEMES)),
    ("notes", "red", 0), ("notes", "night", 1), ("show", "blue", 2), ("booklet", "red", 1),
]  # fmt: skip
"""Kinds, themes and speeches: each theme in each kind that has one, speeches in turn."""


@cache
def publication(theme: str, speech: int, attach: bool) -> Publication:
    return Publication(SPEECHES[speech], {"theme": theme, "attach_source": attach})


@cache
def made(folder: Path, case: tuple[str, str, int], attach: bool = False) -> Path:
    kind, theme, speech = case
    path = folder / f"{kind}-{theme}-{speech}{'-with' * attach}.pdf"
    path.write_bytes(publication(theme, speech, attach).file(kind).value)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tagged")


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(map(str, case)))
def test_files_are_archivable_accessible_and_sound(
    folder: Path, case: tuple[str, str, int]
) -> None:
    file = made(folder, case)
    assert verapdf.validate([file], "2a") + verapdf.validate([file], "ua1") == []
    assert pdf.sound(file) + pdf.drawable(file) + pdf.fonts(file) == []


@pytest.mark.parametrize("kind", ["script", "reading", "slides", "handout"])
def test_files_with_the_speech_inside_are_of_the_third_part(folder: Path, kind: str) -> None:
    file = made(folder, (kind, "red", 0), attach=True)
    assert verapdf.validate([file], "3a") + verapdf.validate([file], "ua1") == []
    assert pdf.sound(file) + pdf.drawable(file) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(map(str, case)))
def test_what_is_read_aloud_is_the_text_of_the_plan_in_its_order(
    folder: Path, case: tuple[str, str, int]
) -> None:
    kind, theme, speech = case
    plan = publication(theme, speech, False).plan(kind).value
    assert _aloud(made(folder, case)) == _model(plan)


def _aloud(file: Path) -> str:
    """The text of the structure tree, by poppler, without white space."""
    lines = run("pdfinfo", "-struct-text", file).stdout.splitlines()
    said = [m[1] for line in lines if (m := re.fullmatch(r'\s*"(.*)"', line))]
    return "".join("".join(said).split())


def _model(plan: Plan) -> str:
    """The plan's text in the order of its elements: what goes on overleaf, behind its beginning."""
    order: dict[object, list[str]] = {}
    for i, sheet in enumerate(plan.sheets):
        _gather(sheet.items, order, (i,))
    return "".join("".join(text for parts in order.values() for text in parts).split())


def _gather(items: tuple[object, ...], order: dict[object, list[str]], place: tuple) -> None:
    for i, item in enumerate(items):
        here = (*place, i)
        if isinstance(item, Text):
            if item.role != "Artifact":
                order.setdefault(item.element or here, []).append(_words(item))
        elif isinstance(item, Grid):
            cells = sorted(item.cells, key=lambda cell: (cell.row, cell.column))
            said = [_words(c.text) for c in cells if c.text.role != "Artifact"]
            order.setdefault(item.element or here, []).extend(said)
        elif isinstance(item, Chart):
            said = [_words(part) for part in item.drawn if isinstance(part, Text)]
            order.setdefault(here, []).extend(said)
        elif isinstance(item, Miniature):
            _gather(item.sheet.items, order, here)
        else:
            assert not isinstance(item, Image) or item.data


def _words(text: Text) -> str:
    return "".join(line.text for line in text.lines)


@pytest.mark.parametrize("kind", ["script", "reading", "slides", "handout"])
def test_two_runs_give_the_same_bytes(folder: Path, kind: str) -> None:
    script = (
        "import hashlib, sys\nfrom pathlib import Path\n"
        "from publisher.publish import Publication\n"
        "made = Publication(Path(sys.argv[1]), {'theme': 'red', 'attach_source': True})\n"
        "print(hashlib.sha256(made.file(sys.argv[2]).value).hexdigest())\n"
    )
    here = hashlib.sha256(made(folder, (kind, "red", 0), attach=True).read_bytes()).hexdigest()
    done = subprocess.run(
        [sys.executable, "-c", script, SPEECHES[0], kind],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout.strip() == here


def test_both_judges_see_a_figure_without_words(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "broken.pdf"
    with pikepdf.open(made(folder, ("slides", "red", 0))) as opened:
        tags = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary)]
        paragraph = next(each for each in tags if each.get("/S") == "/P" and "/Pg" in each)
        paragraph.S = pikepdf.Name.Figure
        opened.save(file)
    assert any(": 7.3-1" in finding for finding in verapdf.validate([file], "ua1"))
    assert [fault for fault in faults(file.read_bytes()) if fault.startswith("elements: a figure")]
