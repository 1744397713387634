"""Decks get passed on: what must not be in them is not, and somebody is told."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation

from publisher.delivery import Delivery, prepared
from publisher.geometry import SLIDE_16_9
from publisher.options import Options, Profile
from publisher.plan import Plan, PlanMeta
from publisher.publish import Request, Result, publish
from publisher.readers import read
from publisher.readers.docx import read_stream
from publisher.seal import is_untouched
from tests.judges import ooxml
from tests.judges.programs import ROOT, run
from tests.readers.build import docx
from tests.readers.copies import leaks
from tests.readers.leaks.table import LEAKS
from tests.speeches import SPEECH, make_speech

SECRET = ("内部资料　会后收回", *SPEECH)


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    return make_speech(tmp_path / "讲话.docx")


def made(speech: Path, **said: object) -> Result:
    return publish(Request(speech, "pptx", speech.with_suffix(".pptx"), said))


def notes(deck: Path) -> str:
    slides = Presentation(str(deck)).slides
    return "".join(s.notes_slide.notes_text_frame.text for s in slides if s.has_notes_slide)


def attached(deck: Path) -> list[str]:
    with zipfile.ZipFile(deck) as archive:
        return [name for name in archive.namelist() if name.startswith("ppt/embeddings/")]


def codes(result: Result) -> list[str]:
    return [n.code for n in result.notices]


def test_a_deck_without_notes_says_nothing_of_what_is_spoken(speech: Path) -> None:
    with_notes, without = made(speech), made(speech, notes=False, force=True)
    assert without.sheets == with_notes.sheets
    assert notes(without.target) == ""
    with zipfile.ZipFile(without.target) as archive:
        assert not [name for name in archive.namelist() if "notesSlide" in name]


def test_the_speech_is_attached_when_asked(speech: Path) -> None:
    result = made(speech, attach=True)
    (name,) = attached(result.target)
    with zipfile.ZipFile(result.target) as archive:
        inner = zipfile.ZipFile(io.BytesIO(archive.read(name)))
    assert "word/document.xml" in inner.namelist()
    assert attached(made(speech, force=True).target) == []


def test_a_mark_of_secrecy_keeps_notes_and_speech_out(tmp_path: Path) -> None:
    speech = make_speech(tmp_path / "讲话.docx", SECRET)
    result = made(speech, attach=True)
    assert "secrecy-kept" in codes(result)
    assert notes(result.target) == ""
    assert attached(result.target) == []


def test_force_puts_them_in_all_the_same(tmp_path: Path) -> None:
    speech = make_speech(tmp_path / "讲话.docx", SECRET)
    result = made(speech, attach=True, force=True)
    assert "secrecy-kept" not in codes(result)
    assert SPEECH[-1] in notes(result.target)
    assert len(attached(result.target)) == 1


def test_a_deck_without_notes_carries_no_speech() -> None:
    plan = Plan(PlanMeta("题目"), SLIDE_16_9, ())
    deck = Delivery(plan, None, Options(notes=False, attach=True))
    made, told = prepared("pptx", deck, None)
    assert not made.attach
    assert not made.options.attach
    assert [n.code for n in told] == ["attach-without-notes"]


def test_of_what_is_no_word_file_the_script_is_attached(tmp_path: Path) -> None:
    speech = tmp_path / "讲话.txt"
    speech.write_text("\n".join(SPEECH), encoding="utf-8")
    result = made(speech, attach=True)
    assert codes(result) == []
    (name,) = attached(result.target)
    with zipfile.ZipFile(result.target) as archive:
        script = archive.read(name)
    paragraphs = read_stream(io.BytesIO(script), name)[0].paragraphs()
    assert [p.text for p in paragraphs] == list(SPEECH)
    assert is_untouched(script)
    assert is_untouched(result.target.read_bytes())


@pytest.mark.parametrize("name", LEAKS)
def test_no_deck_with_the_speech_in_it_leaks(tmp_path: Path, name: str) -> None:
    """Every byte of the deck is searched, and of the packages inside it."""
    leak = LEAKS[name]
    speech = docx(tmp_path, leak.body, **leak.options)
    words = read(speech)[0].paragraphs()
    if not words:
        pytest.skip("nothing to publish but what must not be")
    deck = publish(Request(speech, "pptx", tmp_path / "deck.pptx", {"attach": True})).target
    assert len(attached(deck)) == 1
    assert not leaks(deck.read_bytes())


@pytest.mark.judge
@pytest.mark.xdist_group("render")
def test_the_attached_speech_opens_and_says_what_the_speech_says(tmp_path: Path) -> None:
    speech = ROOT / "examples" / "reading.docx"
    deck = publish(Request(speech, "pptx", tmp_path / "deck.pptx", {"attach": True})).target
    (name,) = attached(deck)
    with zipfile.ZipFile(deck) as archive:
        (tmp_path / "attached.docx").write_bytes(archive.read(name))
    assert ooxml.validate(tmp_path / "attached.docx") == []
    profile = (tmp_path / "profile").as_uri()
    for source in (speech, tmp_path / "attached.docx"):
        run("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to",
            "txt:Text (encoded):UTF8", "--outdir", tmp_path / "out", source)  # fmt: skip
    ours, theirs = ((tmp_path / "out" / f"{stem}.txt").read_text(encoding="utf-8-sig")
                    for stem in ("reading", "attached"))  # fmt: skip
    assert ours.split() == theirs.split()
    assert len(ours) > 500


# --- PDF ------------------------------------------------------------------------------------------


def printed(speech: Path, **said: object) -> Result:
    return publish(Request(speech, "script", speech.with_suffix(".pdf"), said))


def sources(file: Path) -> dict[str, bytes]:
    with pikepdf.open(file) as pdf:
        return {str(spec.UF): spec.EF.F.read_bytes() for spec in pdf.Root.get("/AF", ())}


def test_a_pdf_carries_a_clean_copy_of_the_speech_when_asked(speech: Path) -> None:
    plain = printed(speech)
    assert sources(plain.target) == {}
    result = printed(speech, attach_source=True, force=True)
    ((name, data),) = sources(result.target).items()
    assert name == "讲话.docx"
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()
    with pikepdf.open(result.target) as pdf:
        (spec,) = pdf.Root.AF
        assert spec.AFRelationship == "/Source"
        assert pdf.Root.Names.EmbeddedFiles.Names[1].objgen == spec.objgen
        assert int(spec.EF.F.Params.Size) == len(data)
        assert b"<pdfaid:part>3<" in pdf.Root.Metadata.read_bytes()


def test_a_mark_of_secrecy_keeps_the_speech_out_of_a_pdf_unless_forced(tmp_path: Path) -> None:
    speech = make_speech(tmp_path / "讲话.docx", SECRET)
    result = printed(speech, attach_source=True)
    assert "secrecy-source" in codes(result)
    assert sources(result.target) == {}
    assert sources(printed(speech, attach_source=True, force=True).target)


def test_a_pdf_for_the_press_carries_no_file(speech: Path) -> None:
    result = printed(speech, attach_source=True, profile=Profile.PRESS)
    assert "attach-press" in codes(result)
    assert sources(result.target) == {}
