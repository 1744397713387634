import gc
import os
import subprocess
import sys
from pathlib import Path
from types import FunctionType

import pytest

import publisher.readers
from publisher.errors import InputError, InternalError, UsageError
from publisher.events import Progress, notice
from publisher.kinds import KINDS
from publisher.named import picture_in
from publisher.publication import STAGES, Publication, Stage
from publisher.publish import Request, Result, Share, attempt, publish, put_out, target_beside
from publisher.seal import is_untouched
from tests.speeches import SPEECH, make_speech

EXAMPLES = Path(__file__).parents[1] / "examples"
MAGIC = {
    kind: b"%PDF-" if known.writer == "pdf" else b"PK\x03\x04" for kind, known in KINDS.items()
}


class Watcher:
    def __init__(self) -> None:
        self.events: list[Progress] = []

    def progress(self, event: Progress) -> None:
        self.events.append(event)


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    return make_speech(tmp_path / "讲话（1） #2 90%.docx")


@pytest.mark.parametrize("kind", KINDS)
def test_a_speech_becomes_a_file_of_each_kind(speech: Path, kind: str) -> None:
    target = target_beside(speech, kind)
    result = publish(Request(speech, kind, target))
    assert target.read_bytes().startswith(MAGIC[kind])
    assert result.target == target
    assert result.sheets >= 1
    assert result.seconds == round(sum(map(len, SPEECH)) * 60 / 220)


@pytest.mark.parametrize("kind", ["pptx", "script"])
def test_a_speech_leaves_nothing_that_only_the_collector_finds(kind: str) -> None:
    """A batch looks for cycles so rarely that its memory would grow with what is in one."""
    source = EXAMPLES / "reading.docx"
    Publication(source).file(kind)  # what a process makes once, it may make in circles
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        Publication(source).file(kind)
        gc.collect()
        left = [type(each).__module__ for each in gc.garbage]
        left += [each.__module__ or "" for each in gc.garbage if isinstance(each, FunctionType)]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert [module for module in left if module.startswith("publisher")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_product_is_sealed_and_one_that_was_changed_is_never_replaced(
    speech: Path, kind: str
) -> None:
    target = target_beside(speech, kind)
    publish(Request(speech, kind, target))
    assert is_untouched(target.read_bytes())
    assert publish(Request(speech, kind, target)).target == target
    target.write_bytes(target.read_bytes() + b" ")
    result = publish(Request(speech, kind, target))
    assert result.target == target.with_name(f"{target.stem}-2{target.suffix}")
    assert result.notices[-1].code == "output-kept"
    assert publish(Request(speech, kind, target, {"force": True})).target == target


def test_outputs_stand_beside_the_speech_under_names_of_their_own(tmp_path: Path) -> None:
    names = {kind: target_beside(tmp_path / "a.b.docx", kind).name for kind in KINDS}
    assert len(set(names.values())) == len(names)
    assert names["pptx"] == "a.b.pptx"
    assert names["script"] == "a.b.pdf"
    assert names["reading"] == "a.b-reading.pdf"
    assert names["slides"] == "a.b-slides.pdf"
    assert names["handout"] == "a.b-handout.pdf"
    assert names["notes"] == "a.b-notes.pdf"
    assert target_beside(Path("x/a.docx"), "pptx", Path("y")) == Path("y/a.pptx")


def test_a_speech_is_read_once_for_all_kinds(speech: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = publisher.readers.read
    readings: list[Path] = []
    monkeypatch.setattr(publisher.readers, "read", lambda p: (readings.append(p), read(p))[1])
    publication = Publication(speech)
    for kind in KINDS:
        put_out(publication, kind, target_beside(speech, kind))
    assert readings == [speech]


def test_deck_and_slide_pages_are_one_plan(speech: Path) -> None:
    publication = Publication(speech)
    assert publication.plan("pptx") is publication.plan("slides")
    assert publication.plan("script") is publication.pages


def test_pages_wait_for_no_slides(speech: Path) -> None:
    publication = Publication(speech)
    assert publication.pages.value.sheets
    assert publication.passages.value.slides == ()
    assert publication.script.value._replace(slides=()) == publication.passages.value


def test_what_slides_tell_is_told_with_pages_too(speech: Path) -> None:
    said = '[slides]\n"没有的标题" = { layout = "cards" }\n'
    speech.with_suffix(".toml").write_text(said, encoding="utf-8")
    told = [notice.code for notice in Publication(speech).pages.notices]
    assert "treatment-unmatched" in told


def test_a_stage_keeps_the_notices_of_those_before_it() -> None:
    first, second = notice("title-missing"), notice("headings-missing")
    stage = Stage(1).then(lambda n: (n + 1, (first,))).then(lambda n: (n * 10, (second,)))
    assert stage == Stage(20, (first, second))


def test_progress_goes_through_the_stages_in_order(speech: Path) -> None:
    watcher = Watcher()
    publish(Request(speech, "script", speech.with_suffix(".pdf")), watcher)
    assert [event.done for event in watcher.events] == list(range(len(STAGES)))
    assert {(event.label, event.total) for event in watcher.events} == {(speech.name, 5)}


def test_a_speech_among_several_has_its_share_of_the_progress() -> None:
    watcher = Watcher()
    Share(watcher, 2, 4).progress(Progress("a", 3, 5))
    assert watcher.events == [Progress("a", 13, 20)]


def test_what_fails_leaves_the_old_output_and_no_other(tmp_path: Path) -> None:
    fake = tmp_path / "speech.docx"
    fake.write_text("no package at all", encoding="utf-8")
    target = tmp_path / "speech.pptx"
    target.write_bytes(b"old")
    with pytest.raises(InputError):
        publish(Request(fake, "pptx", target))
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2


def test_an_unknown_theme_is_wrong_usage(speech: Path) -> None:
    with pytest.raises(UsageError):
        publish(Request(speech, "pptx", speech.with_suffix(".pptx"), {"theme": "gren"}))


def test_trouble_with_one_speech_is_a_value_that_knows_its_file() -> None:
    def fail() -> Result:
        raise InputError("docx-broken")

    def stumble() -> Result:
        raise ZeroDivisionError("by zero")

    source = Path("a.docx")
    failed, bug = attempt(fail, source), attempt(stumble, source)
    assert isinstance(failed, InputError)
    assert failed.place == "a.docx"
    assert isinstance(bug, InternalError)
    assert bug.values["detail"] == "ZeroDivisionError: by zero"
    assert isinstance(bug.__cause__, ZeroDivisionError)


PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x01\x08\x02\x00\x00\x00"
    b"{@\xe8\xdd\x00\x00\x00\x0bIDATx\x9cc`\x80\x02\x00\x00\x07\x00\x01\xb4\xe5\xd3\x8e"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)


def test_a_logo_is_read_as_a_picture_of_its_size(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(PNG)
    picture = picture_in(file)
    assert (picture.data, picture.media_type) == (PNG, "image/png")
    assert picture.width == 2 * picture.height


@pytest.mark.parametrize(("data", "key"), [(b"GIF89a", "logo-kind"), (None, "logo-unread")])
def test_a_logo_that_is_no_picture_is_a_wrong_choice(
    speech: Path, tmp_path: Path, data: bytes | None, key: str
) -> None:
    file = tmp_path / "logo.png"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        publish(Request(speech, "pptx", tmp_path / "deck.pptx", {"logo": file}))
    assert caught.value.key == key
    assert caught.value.place == str(file)
    assert not (tmp_path / "deck.pptx").exists()


def test_the_bytes_do_not_depend_on_the_hash_seed(speech: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from publisher.kinds import KINDS\nfrom publisher.publish import *\n"
        "source, out = map(Path, sys.argv[1:])\n"
        "for kind in KINDS: publish(Request(source, kind, target_beside(source, kind, out)))"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        arguments = [sys.executable, "-c", code, str(speech), str(tmp_path / seed)]
        subprocess.run(arguments, env=environment, check=True)
    for kind in KINDS:
        first = target_beside(speech, kind, tmp_path / "1").read_bytes()
        assert first == target_beside(speech, kind, tmp_path / "2").read_bytes()
