import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import publisher.batch.work
from publisher.batch.build import Build, Order, Outcome, State
from publisher.batch.engines import Engine
from publisher.batch.manifest import NAME, Manifest
from publisher.cli import main
from publisher.config import Config
from publisher.errors import OutputError, UsageError
from publisher.kinds import KINDS
from tests.speeches import SPEECH, make_speech

AWKWARD = "河湖治理（讲话稿） #2 90%.docx"


def build(here: Path, *paths: str, **options: object) -> dict[str, Outcome]:
    order = Order(tuple(here / path for path in paths), **options)  # type: ignore[arg-type]
    return run(Build(order, here))


def run(work: Build, engine: Engine | None = None) -> dict[str, Outcome]:
    outcomes: list[Outcome] = []
    work.run(outcomes.append, engine)
    assert len(outcomes) == work.total
    return {outcome.name: outcome for outcome in sorted(outcomes)}


def states(outcomes: dict[str, Outcome]) -> dict[str, str]:
    return {name: outcome.state.value for name, outcome in outcomes.items()}


def outputs(folder: Path) -> list[str]:
    found = (p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return sorted(name for name in found if name != NAME)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    make_speech(tmp_path / "speeches" / AWKWARD)
    make_speech(tmp_path / "speeches" / "a" / "speech.docx")
    make_speech(tmp_path / "speeches" / "b" / "speech.docx", (*SPEECH[:-1], "谢谢各位！"))
    return tmp_path


def test_every_speech_is_built_in_every_format_under_its_own_name(here: Path) -> None:
    built = build(here)
    stem = AWKWARD.removesuffix(".docx")
    assert states(built) == {"a/speech": "done", "b/speech": "done", stem: "done"}
    names = [stem, "a/speech", "b/speech"]
    kinds = Config().formats
    assert outputs(here / "build") == sorted(n + KINDS[k].suffix for n in names for k in kinds)
    entries = built["a/speech"].entries
    assert tuple(entries) == kinds
    assert entries["pptx"].sheets == entries["slides"].sheets > entries["script"].sheets


def test_a_second_run_changes_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(here)
    before = {p: p.stat().st_mtime_ns for p in (here / "build").rglob("*.p*") if p.name != NAME}

    def refuse(*arguments: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(publisher.batch.work, "put_out", refuse)
    second = build(here)
    assert set(states(second).values()) == {"unchanged"}
    assert {p: p.stat().st_mtime_ns for p in before} == before
    assert [o.entries for o in second.values()] == [o.entries for o in first.values()]


def test_only_what_changed_is_made_again(here: Path) -> None:
    build(here)
    make_speech(here / "speeches" / "a" / "speech.docx", (*SPEECH, "补充一句。"))
    (here / "build" / "b" / "speech.pdf").unlink()
    again = build(here)
    assert states(again) == {
        "a/speech": "done",
        "b/speech": "done",
        AWKWARD.removesuffix(".docx"): "unchanged",
    }
    assert (here / "build" / "b" / "speech.pdf").is_file()
    assert set(states(build(here, force=True)).values()) == {"done"}


def test_the_theme_and_the_rate_are_part_of_what_an_output_is_made_of(here: Path) -> None:
    slides, blue = ("pptx",), {"theme": "blue"}
    build(here, "speeches/a", formats=slides)
    assert states(build(here, "speeches/a", formats=slides, said=blue)) == {"speech": "done"}
    assert states(build(here, "speeches/a", formats=slides, said=blue)) == {"speech": "unchanged"}
    build(here, "speeches/a", formats=("script",))
    assert states(build(here, "speeches/a", formats=("script",), said=blue)) == {
        "speech": "unchanged"
    }
    (here / "publisher.toml").write_text("rate = 100", encoding="utf-8")
    assert states(build(here, "speeches/a", formats=("script",))) == {"speech": "done"}


def test_an_output_that_was_changed_by_hand_is_kept(here: Path) -> None:
    build(here, "speeches/a")
    deck = here / "build" / "speech.pptx"
    deck.write_bytes(deck.read_bytes() + b" ")
    assert states(build(here, "speeches/a")) == {"speech": "unchanged"}
    make_speech(here / "speeches" / "a" / "speech.docx", (*SPEECH, "补充一句。"))
    again = build(here, "speeches/a")
    assert [n.code for n in again["speech"].notices][-1:] == ["output-kept"]
    assert deck.with_name("speech-2.pptx").is_file()
    assert deck.read_bytes().endswith(b" ")
    assert states(build(here, "speeches/a")) == {"speech": "unchanged"}
    deck.with_name("speech-2.pptx").unlink()
    assert states(build(here, "speeches/a")) == {"speech": "done"}


def test_formats_built_in_turn_share_the_folder(here: Path) -> None:
    build(here, formats=("pptx",))
    build(here, formats=("script",))
    assert set(states(build(here, formats=("pptx", "script"))).values()) == {"unchanged"}


def test_a_speech_that_fails_does_not_stop_the_others(here: Path) -> None:
    (here / "speeches" / "bad.docx").write_text("not a package", encoding="utf-8")
    built = build(here)
    assert states(built).pop("bad") == "failed"
    assert sorted(states(built).values()) == ["done", "done", "done", "failed"]
    (error,) = built["bad"].errors
    assert error.place is not None
    assert error.place.endswith("bad.docx")
    assert not [name for name in outputs(here / "build") if "bad" in name]


def test_a_failed_run_is_repeated_and_the_old_output_stays(here: Path) -> None:
    build(here)
    old = (here / "build" / "a" / "speech.pptx").read_bytes()
    (here / "speeches" / "a" / "speech.docx").write_bytes(b"broken")
    for _ in range(2):
        assert states(build(here))["a/speech"] == "failed"
    assert (here / "build" / "a" / "speech.pptx").read_bytes() == old


def test_a_missing_file_is_an_outcome_like_others(here: Path) -> None:
    built = build(here, "speeches/a/speech.docx", "none.docx")
    assert states(built) == {"speech": "done", "none": "failed"}
    assert built["none"].errors[0].key == "input-missing"


def test_locks_hidden_files_and_the_output_folder_are_passed_over(here: Path) -> None:
    make_speech(here / "speeches" / "~$speech.docx")
    make_speech(here / "speeches" / ".hidden.docx")
    make_speech(here / "speeches" / ".git" / "x.docx")
    make_speech(here / "speeches" / "out" / "old.docx")
    (here / "speeches" / "notes.txt").write_text("no speech", encoding="utf-8")
    make_speech(here / "speeches" / "LOUD.DOCX")
    built = build(here, "speeches", out=here / "speeches" / "out", formats=("pptx",))
    stem = AWKWARD.removesuffix(".docx")
    assert list(built) == [*sorted(["LOUD", stem]), "a/speech", "b/speech"]
    assert set(states(built).values()) == {"done"}


def test_a_word_script_beside_its_speech_is_no_speech(here: Path) -> None:
    folder = here / "speeches" / "words"
    make_speech(folder / "讲话.docx")
    make_speech(folder / "讲话-script.docx")
    make_speech(folder / "其他-script.docx")
    built = build(here, "speeches/words", formats=("docx",))
    assert sorted(built) == ["其他-script", "讲话"]
    assert outputs(here / "build") == ["其他-script-script.docx", "讲话-script.docx"]
    # Named one by one it is one, as somebody may have worked on.
    assert list(build(here, "speeches/words/讲话-script.docx", formats=("docx",)))


def test_files_of_one_name_keep_the_folders_that_tell_them_apart(here: Path) -> None:
    built = build(here, "speeches/a/speech.docx", "speeches/b/speech.docx", formats=("pptx",))
    assert outputs(here / "build") == ["a/speech.pptx", "b/speech.pptx"]
    assert list(built) == ["a/speech", "b/speech"]


def test_a_speech_named_twice_is_built_once(here: Path) -> None:
    built = build(here, "speeches/a", "speeches/a/speech.docx", formats=("pptx",))
    assert list(built) == ["speech"]


def test_names_that_meet_only_as_outputs_do_not_overwrite_each_other(tmp_path: Path) -> None:
    make_speech(tmp_path / "speeches" / "x.docx")
    make_speech(tmp_path / "speeches" / "x-slides.docx")
    built = build(tmp_path, formats=("slides", "script"))
    assert sorted(states(built).values()) == ["done", "failed"]
    (error,) = next(o.errors for o in built.values() if o.errors)
    assert error.key == "output-twice"


def test_the_settings_decide_where_what_and_how(here: Path) -> None:
    (here / "publisher.toml").write_text(
        'out = "公开"\nspeeches = "speeches/a"\nformats = ["script"]', encoding="utf-8"
    )
    build(here)
    assert outputs(here / "公开") == ["speech.pdf"]
    assert not (here / "build").exists()


def test_wrong_settings_beside_a_speech_fail_that_speech_alone(here: Path) -> None:
    (here / "speeches" / "a" / "publisher.toml").write_text("rate = 0", encoding="utf-8")
    built = build(here, formats=("script",))
    assert states(built)["a/speech"] == "failed"
    assert states(built)["b/speech"] == "done"


def test_the_examples_stand_in_where_there_are_no_speeches(tmp_path: Path) -> None:
    make_speech(tmp_path / "examples" / "a.docx")
    assert list(build(tmp_path, formats=("pptx",))) == ["a"]


def test_nothing_to_build_is_wrong_usage(tmp_path: Path) -> None:
    for paths, key in (((), "build-no-speeches"), (("empty",), "build-empty")):
        (tmp_path / "empty").mkdir(exist_ok=True)
        with pytest.raises(UsageError) as caught:
            build(tmp_path, *paths)
        assert caught.value.key == key
    assert not (tmp_path / "build").exists()


def test_an_output_folder_that_cannot_be_written_stops_the_build_at_once(here: Path) -> None:
    (here / "build").write_bytes(b"a file")
    with pytest.raises(OutputError) as caught:
        build(here)
    assert caught.value.key == "output-not-folder"
    assert (here / "build").read_bytes() == b"a file"


@pytest.mark.parametrize("damage", [b"", b"{", b"SQLite format 3\0", b"\xff" * 9000])
def test_a_damaged_manifest_costs_a_new_build_and_nothing_else(here: Path, damage: bytes) -> None:
    build(here, "speeches/a", formats=("script",))
    made = (here / "build" / "speech.pdf").stat().st_mtime_ns
    (here / "build" / NAME).write_bytes(damage)
    assert states(build(here, "speeches/a", formats=("script",))) == {"speech": "done"}
    assert states(build(here, "speeches/a", formats=("script",))) == {"speech": "unchanged"}
    assert (here / "build" / "speech.pdf").stat().st_mtime_ns == made


def test_a_manifest_of_another_version_is_begun_anew(here: Path) -> None:
    build(here, "speeches/a", formats=("script",))
    with closing(sqlite3.connect(here / "build" / NAME)) as database:
        database.execute("PRAGMA user_version = 99")
    assert states(build(here, "speeches/a", formats=("script",))) == {"speech": "done"}
    assert states(build(here, "speeches/a", formats=("script",))) == {"speech": "unchanged"}


def test_two_builds_into_one_folder_do_not_meet(
    here: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here)
    build(here, "speeches/a", formats=("script",))
    unfinished = here / "build" / ".publisher-1.tmp"
    with Manifest(here / "build") as other:
        other.begin()
        unfinished.write_text("what the other one is writing", encoding="utf-8")
        assert main(["build", "speeches/a", "--formats", "script", "--force"]) == 5
        assert "build" in capfd.readouterr().err
        assert unfinished.exists()
    assert main(["build", "speeches/a", "--formats", "script", "--force"]) == 0


def test_the_manifest_holds_no_place_of_this_machine(here: Path) -> None:
    build(here, formats=("pptx",))
    assert str(here).encode() not in (here / "build" / NAME).read_bytes()
    with Manifest(here / "build") as manifest:
        rows = {row.name: row.entries for row in manifest.rows()}
    assert list(rows) == sorted(rows)
    assert rows["a/speech"]["pptx"].sheets > 0


def test_notices_of_what_is_unchanged_are_told_again(here: Path) -> None:
    make_speech(
        here / "speeches" / "gap.docx", ("题目", "一、第一部分", "甲。", "三、第三部分", "乙。")
    )
    first = build(here, "speeches/gap.docx")["gap"]
    second = build(here, "speeches/gap.docx")["gap"]
    assert second.state is State.UNCHANGED
    assert first.notices == second.notices != ()


def test_a_speech_that_looks_the_same_is_not_read_again(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in (here / "speeches").rglob("*.docx"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    build(here, formats=("pptx",))

    def refuse(*arguments: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(publisher.batch.work, "content_of", refuse)
    assert set(states(build(here, formats=("pptx",))).values()) == {"unchanged"}


def test_a_speech_that_was_changed_just_now_is_read_again_though_it_looks_the_same(
    here: Path,
) -> None:
    speech = here / "speeches" / "a" / "speech.docx"
    build(here, "speeches/a", formats=("pptx",))
    with Manifest(here / "build") as manifest:
        row = manifest.row("speech")
    assert row is not None
    assert row.signature == ""
    old = speech.stat()
    make_speech(speech, (*SPEECH[:-1], "谢谢诸位！"))
    os.utime(speech, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert states(build(here, "speeches/a", formats=("pptx",))) == {"speech": "done"}


def test_a_new_sidecar_is_seen_though_the_speech_looks_the_same(here: Path) -> None:
    speech = here / "speeches" / "a" / "speech.docx"
    os.utime(speech, (1_700_000_000, 1_700_000_000))
    build(here, "speeches/a", formats=("pptx",))
    speech.with_suffix(".toml").write_text('[speech]\nspeaker = "张三"', encoding="utf-8")
    assert states(build(here, "speeches/a", formats=("pptx",))) == {"speech": "done"}
    speech.with_suffix(".toml").write_text('[speech]\nspeaker = "李四"', encoding="utf-8")
    assert states(build(here, "speeches/a", formats=("pptx",))) == {"speech": "done"}


def test_patterns_stand_for_what_they_match(here: Path) -> None:
    found = build(here, "speeches/*/*.docx", formats=("script",))
    assert list(found) == ["a/speech", "b/speech"]
    assert "a/speech" in build(here, "speeches/**/speech.docx", formats=("script",))


def test_folders_are_told_apart_by_their_names(here: Path) -> None:
    assert list(build(here, "speeches/a", "speeches/b", formats=("script",))) == [
        "a/speech",
        "b/speech",
    ]
