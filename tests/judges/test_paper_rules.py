"""The lectern copy, the book and footnotes before their rulers; each ruler is shown to bite."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.cli import main
from publisher.geometry import pt, to_pt
from publisher.layout.page_model import PageProfile
from publisher.layout.profile import load_profile
from publisher.plan import Plan, Sheet, Text
from publisher.publication import Publication
from publisher.typeface.registry import load_typefaces
from publisher.writers.pdf import write
from tests.judges import paper_rules, verapdf
from tests.judges.programs import ROOT
from tests.noted import make_noted

pytestmark = pytest.mark.judge
SPEECH = ROOT / "examples" / "公交公司年度工作报告.docx"
TITLE = "在云岫公交公司第三届职工代表大会第二次会议上的工作报告"


def plan(kind: str, source: Path = SPEECH, **said: object) -> Plan:
    return Publication(source, said).plan(kind).value


def written(path: Path, made: Plan) -> Path:
    path.write_bytes(write(made, None, load_typefaces())[0])
    return path


def changed(made: Plan, name: str, change: Callable[[Text], Text | None]) -> Plan:
    """The first item called ``name`` changed, or taken away."""
    done = False

    def sheet(old: Sheet) -> Sheet:
        nonlocal done
        items = []
        for item in old.items:
            if isinstance(item, Text) and item.name == name and not done:
                done, new = True, change(item)
                items += [new] if new else []
            else:
                items.append(item)
        return old._replace(items=tuple(items))

    made = made._replace(sheets=tuple(map(sheet, made.sheets)))
    assert done
    return made


def lower(item: Text, by: float = 40) -> Text:
    lines = tuple(line._replace(baseline=line.baseline + pt(by)) for line in item.lines)
    return item._replace(lines=lines)


def smaller(item: Text) -> Text:
    def shrunk(line):
        return line._replace(runs=tuple(run._replace(size=pt(12)) for run in line.runs))

    return item._replace(lines=tuple(map(shrunk, item.lines)))


# --- the lectern copy -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("deck") / "deck.pptx"
    assert main(["pptx", str(SPEECH), "-o", str(path), "--quiet"]) == 0
    return path


SECONDS = Publication(SPEECH).seconds


def test_the_lectern_copy_is_large_and_tells_the_slides_of_the_deck(
    deck: Path, tmp_path: Path
) -> None:
    path = tmp_path / "copy.pdf"
    assert main(["pdf", str(SPEECH), "--kind", "reading", "-o", str(path), "--quiet"]) == 0
    assert paper_rules.lectern(path, deck, SECONDS) == []
    assert verapdf.validate([path], "2a") + verapdf.validate([path], "ua1") == []


@pytest.mark.parametrize(
    ("name", "change", "fault"),
    [
        ("cue", lambda item: None, "the cues are"),
        ("cue", lower, "its slide at"),
        ("time", lambda item: None, "the times add up"),
        ("passage 4", smaller, "is 12.0 pt"),
    ],
)
def test_a_fault_of_the_lectern_copy_is_named(
    deck: Path, tmp_path: Path, name: str, change: Callable[[Text], Text | None], fault: str
) -> None:
    bad = written(tmp_path / "bad.pdf", changed(plan("reading"), name, change))
    assert [f for f in paper_rules.lectern(bad, deck, SECONDS) if fault in f]


# --- the book -------------------------------------------------------------------------------


def long_speech(path: Path) -> Path:
    return make_noted(path, parts=6, paragraphs=12)


def test_a_book_keeps_what_its_contents_say(tmp_path: Path) -> None:
    for source, title in ((SPEECH, TITLE), (long_speech(tmp_path / "long.docx"), "在全县乡村")):
        path = tmp_path / "book.pdf"
        arguments = ["pdf", str(source), "--page-profile", "book", "-o", str(path), "--force"]
        assert main([*arguments, "--quiet"]) == 0
        assert paper_rules.book(path, title) == []
        assert verapdf.validate([path], "2a") + verapdf.validate([path], "ua1") == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda made: changed(made, "running head", lambda item: None), "has no running head"),
        (lambda made: changed(made, "contents line", lambda i: i._replace(link=0)), "the links"),
        (
            lambda made: made._replace(sheets=(*made.sheets[:6], *made.sheets[8:])),
            "is not on page|there is no page",
        ),
        (
            lambda made: made._replace(sheets=(*made.sheets[:4], *made.sheets[5:])),
            "wrong side",
        ),
    ],
)
def test_a_fault_of_a_book_is_named(
    tmp_path: Path, change: Callable[[Plan], Plan], fault: str
) -> None:
    made = change(plan("script", long_speech(tmp_path / "long.docx"), page_profile="book"))
    last = len(made.sheets) - 1
    sheets = tuple(
        sheet._replace(
            items=tuple(
                i._replace(link=min(i.link, last)) if isinstance(i, Text) and i.link else i
                for i in sheet.items
            )
        )
        for sheet in made.sheets
    )
    outline = tuple(e._replace(sheet=min(e.sheet, last)) for e in made.outline)
    bad = written(tmp_path / "bad.pdf", made._replace(sheets=sheets, outline=outline))
    found = paper_rules.book(bad, "在全县乡村")
    assert [f for f in found if any(word in f for word in fault.split("|"))]


# --- footnotes ------------------------------------------------------------------------------


def sizes(profile: PageProfile) -> tuple[float, float]:
    return to_pt(profile.em), to_pt(profile.notes.size)


@pytest.mark.parametrize("name", ["gbt9704", "office", "book", "reading"])
def test_notes_stand_on_the_page_of_their_mark_and_headings_with_their_text(
    name: str, tmp_path: Path
) -> None:
    source, path = long_speech(tmp_path / "noted.docx"), tmp_path / "noted.pdf"
    kind = "reading" if name == "reading" else "script"
    arguments = ["pdf", str(source), "--kind", kind, "--page-profile", name, "-o", str(path)]
    assert main([*arguments, "--quiet"]) == 0
    body, note = sizes(load_profile(name))
    assert paper_rules.footnotes(path, body, note) == []
    assert paper_rules.headings(path, body) == []
    assert verapdf.validate([path], "2a") + verapdf.validate([path], "ua1") == []


def test_a_fault_of_footnotes_is_named(tmp_path: Path) -> None:
    made = plan("script", long_speech(tmp_path / "noted.docx"))
    body, note = sizes(load_profile())
    first = next(
        item.name for sheet in made.sheets for item in sheet.items
        if isinstance(item, Text) and item.role == "Note"
    )  # fmt: skip
    gone = written(tmp_path / "gone.pdf", changed(made, first, lambda item: None))
    assert [f for f in paper_rules.footnotes(gone, body, note) if "at the foot" in f]
    high = written(tmp_path / "high.pdf", changed(made, first, lambda i: lower(i, -200)))
    assert [f for f in paper_rules.footnotes(high, body, note) if "below the notes" in f]
