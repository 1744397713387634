"""What a visitor does with a speech, and that the command line comes to the same."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from publisher.batch.pack import CONTENTS, pack
from publisher.kinds import KINDS
from publisher.publication import Publication
from publisher.publish import Request, publish
from tests.conftest import EXAMPLES
from tests.readers.build import PNG
from tests.speeches import SPEECH, make_speech
from tests.web.app.house import KEY, Guest, serving

PLACEHOLDERS = (*SPEECH[:2], "某某镇的同志们来了，某某镇很好。", *SPEECH[2:])


def beside(folder: Path, guest: Guest, speech: str, source: Path) -> Path:
    """``source`` once more in ``folder``, with the author's word as the page gives it away."""
    copy = folder / "own" / source.name
    copy.parent.mkdir()
    copy.write_bytes(source.read_bytes())
    word = guest.get(f"/speech/{speech}/word")
    assert word.status_code == 200
    copy.with_suffix(".toml").write_bytes(word.content)
    return copy


def test_the_page_tells_what_was_understood(guest: Guest, tmp_path: Path) -> None:
    speech = guest.opened(make_speech(tmp_path / "讲话.docx", PLACEHOLDERS))
    told = guest.look(speech)
    look = told["look"]
    assert told["name"] == "讲话.docx"
    assert look["front"]["title"] == SPEECH[0]
    first, *_ = look["headings"]
    assert (first["level"], first["text"]) == (1, "一、认识读书的意义")
    assert first["reasons"]
    assert 0 < first["confidence"] <= 1
    assert [(p["text"], p["count"]) for p in look["placeholders"]] == [("某某镇", 2)]
    assert look["paragraphs"][0]["text"] == SPEECH[0]
    assert told["total"] == len(Publication(tmp_path / "讲话.docx").slides.value.sheets)
    assert len(told["sheets"]) == 3
    assert all(sheet["svg"].startswith("<svg") for sheet in told["sheets"])
    assert "".join(told["sheets"][0]["notes"]).startswith(SPEECH[0])


def test_who_opens_the_address_once_more_finds_what_was_open(guest: Guest, speech: Path) -> None:
    opened = guest.opened(speech)
    assert guest.get("/", params={"key": KEY}).status_code == 200
    assert [each["id"] for each in guest.get("/speeches").json()["speeches"]] == [opened]


def test_a_sheet_stays_with_its_words_whatever_is_changed(guest: Guest, speech: Path) -> None:
    opened = guest.opened(speech)
    asked = {"kind": "pptx", "first": 0, "count": 3, "spoken": "二、养成读书的习惯"}
    for density in ("brief", "full"):
        guest.change(opened, "deck", "density", density)
        told = guest.post(f"/speech/{opened}/look", asked).json()
        assert "二、养成读书的习惯" in told["sheets"][told["at"] - told["first"]]["notes"]
    told = guest.post(f"/speech/{opened}/look", {**asked, "spoken": "哪里都没有"}).json()
    assert told["first"] == 0
    assert "at" not in told


def test_sheets_come_with_the_fonts_and_pictures_that_they_need(guest: Guest) -> None:
    example = next(e for e in EXAMPLES if e.stem.startswith("河湖"))
    speech = guest.opened(example)
    body = {"kind": "pptx", "first": 0, "count": 60}
    told = guest.post(f"/speech/{speech}/sheets", body).json()
    assert told["fonts"]
    for font in told["fonts"]:
        answer = guest.get(font["url"])
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "font/ttf"
        assert "immutable" in answer.headers["cache-control"]
    assert len(told["sheets"]) == told["total"]


def test_corrections_and_choices_come_to_the_same_on_the_command_line(
    guest: Guest, tmp_path: Path
) -> None:
    source = make_speech(tmp_path / "讲话.docx", PLACEHOLDERS)
    speech = guest.opened(source)
    before = guest.made(speech, "pptx")
    assert (
        guest.change(speech, "outline", "二、养成读书的习惯", 2)["look"]["headings"][-1]["level"]
        == 2
    )
    told = guest.change(speech, "fill", "某某镇", "青山镇")
    assert told["look"]["placeholders"] == [
        {"text": "某某镇", "value": "青山镇", "count": 0, "sentence": ""}
    ]
    guest.change(speech, "speech", "speaker", "县长 李和")
    told = guest.change(speech, "deck", "theme", "ink")
    assert told["look"]["choices"]["theme"] == "ink"
    assert told["steps"] == 4
    copy = beside(tmp_path, guest, speech, source)
    for kind in KINDS:
        target = tmp_path / f"made{KINDS[kind].suffix}"
        publish(Request(copy, kind, target))
        made = guest.made(speech, kind)
        assert made == target.read_bytes(), kind
        assert made != before


def test_the_pack_is_that_of_the_command_line_and_the_authors_word(
    guest: Guest, tmp_path: Path, speech: Path
) -> None:
    key = guest.opened(speech)
    guest.change(key, "deck", "theme", "blue")
    copy = beside(tmp_path, guest, key, speech)
    pack(Publication(copy), tmp_path / "packed", "zh")
    with ZipFile(BytesIO(guest.made(key, "pack"))) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    wanted = {file.name: file.read_bytes() for file in (tmp_path / "packed").iterdir()}
    assert len(wanted) == len(CONTENTS) + 1
    wanted["讲话.toml"] = copy.with_suffix(".toml").read_bytes()
    assert found == wanted


def test_a_download_is_called_after_the_speech(guest: Guest, speech: Path) -> None:
    key = guest.opened(speech)
    guest.made(key, "docx")
    kept = guest.get(f"/speech/{key}/made/docx").headers["content-disposition"]
    assert kept == "attachment; filename*=UTF-8''%E8%AE%B2%E8%AF%9D-script.docx"


def test_undo_takes_back_and_what_does_not_do_is_taken_back_at_once(
    guest: Guest, speech: Path
) -> None:
    key = guest.opened(speech)
    guest.change(key, "deck", "theme", "ink")
    told = guest.post(f"/speech/{key}/undo", {"kind": "pptx"}).json()
    assert told["look"]["choices"]["theme"] == "red"
    assert (told["steps"], told["word"]) == (0, False)
    wrong = guest.change(key, "deck", "theme", "none")
    assert wrong["error"]["key"] == "app-wrong"
    assert guest.look(key)["look"]["choices"]["theme"] == "red"


def test_a_logo_is_kept_beside_the_authors_word(guest: Guest, speech: Path) -> None:
    key = guest.opened(speech)
    told = guest.send(PNG, "x.png", f"/speech/{key}/logo?kind=pptx").json()
    assert told["look"]["choices"]["logo"] == "logo.png"
    wrong = guest.send(b"<svg onload='alert(1)'/>", "x.png", f"/speech/{key}/logo?kind=pptx").json()
    assert wrong["error"]["key"] == "app-logo"


def test_what_was_said_before_is_dropped_with_the_speech(guest: Guest, speech: Path) -> None:
    word = b'[deck]\ntheme = "ink"\ntemplate = "/etc/passwd"\n'
    alone = guest.send(word, "讲话.toml")
    assert alone.json()["error"]["key"] == "app-word-alone"
    key = guest.opened(speech)
    assert guest.send(word, "讲话.toml").json()["id"] == key
    assert guest.look(key)["look"]["choices"]["theme"] == "ink"
    assert b"passwd" not in guest.get(f"/speech/{key}/word").content
    broken = guest.send(b"[deck\nx", "讲话.toml").json()["error"]
    assert (broken["key"], broken["place"]) == ("toml-line", "讲话.toml")
    assert guest.look(key)["look"]["choices"]["theme"] == "ink"


def test_errors_are_told_in_the_words_of_the_command_line(guest: Guest) -> None:
    told = guest.send(b"no zip", "讲话.docx").json()
    error = guest.look(told["id"])["error"]
    assert error["key"] == "docx-not-zip"
    assert error["place"] == "讲话.docx"
    assert error["what"]
    assert error["hint"]
    english = guest.post(f"/speech/{told['id']}/look?lang=en", {"kind": "pptx"}).json()["error"]
    assert english["what"].isascii()
    unknown = guest.send(b"x", "讲话.exe").json()["error"]
    assert unknown["key"] == "input-format"


def test_nothing_of_one_visitor_is_seen_by_another(guest: Guest, server, speech: Path) -> None:  # type: ignore[no-untyped-def]
    key = guest.opened(speech)
    font = guest.look(key)["fonts"][0]["url"]
    guest.change(key, "deck", "theme", "ink")
    guest.made(key, "pptx")
    other = server.guest()
    assert other.get("/speeches").json() == {"speeches": []}
    for path in (font, f"/speech/{key}/word", f"/speech/{key}/made/pptx"):
        assert guest.get(path).status_code == 200
        assert other.get(path).status_code == 404
    for path in ("look", "sheets", "change", "undo", "make", "close", "logo"):
        assert other.post(f"/speech/{key}/{path}", {"kind": "pptx"}).status_code == 404
    assert guest.look(key)["name"] == "讲话.docx"


def test_what_is_closed_is_gone(guest: Guest, server, speech: Path) -> None:  # type: ignore[no-untyped-def]
    key = guest.opened(speech)
    folder = next(
        v.documents[key].folder
        for v in server.house.visits._visitors.values()
        if key in v.documents
    )
    assert folder.exists()
    guest.post(f"/speech/{key}/close")
    assert not folder.exists()
    assert guest.look(key)["error"]["key"] == "app-gone"


def test_a_file_of_this_machine_is_shown_where_it_stands(tmp_path: Path) -> None:
    source = make_speech(tmp_path / "讲话.docx")
    (tmp_path / "publisher.toml").write_text('theme = "blue"', encoding="utf-8")
    with serving(source, single=True) as server:
        guest = server.guest()
        (known,) = guest.get("/speeches").json()["speeches"]
        assert guest.look(known["id"])["look"]["choices"]["theme"] == "blue"
        guest.change(known["id"], "deck", "density", "brief")
        word = (tmp_path / "讲话.toml").read_text(encoding="utf-8")
        assert word.strip() == '[deck]\ndensity = "brief"'
        assert guest.send(b"x", "other.docx").json()["error"]["key"] == "app-wrong"
        guest.post(f"/speech/{known['id']}/close")
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "publisher.toml",
        "讲话.docx",
        "讲话.toml",
    ]


@pytest.mark.parametrize("kind", ["svg", "../pptx", "", None, 5, "debug"])
def test_only_known_kinds_are_shown_and_made(guest: Guest, speech: Path, kind: object) -> None:
    key = guest.opened(speech)
    for path in ("look", "sheets", "make"):
        told = guest.post(f"/speech/{key}/{path}", {"kind": kind}).json()
        assert told["error"]["key"] == "app-wrong"
    assert guest.get(f"/speech/{key}/made/{kind}").status_code == 404


@pytest.mark.parametrize("body", ["", "[]", "{", "[" * 10_000, "x" * 70_000])
def test_what_is_no_request_is_refused(guest: Guest, speech: Path, body: str) -> None:
    from tests.web.app.house import OWN

    key = guest.opened(speech)
    answer = guest.client.post(f"/speech/{key}/look", content=body, headers=OWN)
    assert answer.json()["error"]["key"] == "app-wrong"


def test_the_themes_are_pictures(guest: Guest) -> None:
    told = guest.get("/themes").json()["themes"]
    assert {theme["name"] for theme in told} >= {"red", "blue", "ink"}
    assert all(guest.get(font["url"]).status_code == 200 for font in told[0]["fonts"])
    assert guest.get("/themes/shown/..%2Fowner").status_code == 404


def test_the_page_speaks_the_language_of_its_reader(guest: Guest) -> None:
    chinese = guest.get("/", headers={"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"}).text
    english = guest.get("/", headers={"accept-language": "en-GB,en;q=0.9,zh;q=0.5"}).text
    assert '<html lang="zh-CN">' in chinese
    assert "下载幻灯片" in chinese
    assert '<html lang="en">' in english
    assert "下载" not in english
