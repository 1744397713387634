"""Files and names made to do harm: the app lives on, and others are served."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from publisher.web.app.limits import MB, Limits
from tests.readers.build import docx, p
from tests.speeches import SPEECH, make_speech
from tests.web.app.house import OWN, Guest, Server, serving

SCRIPT = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"


def still_serves(server: Server, folder: Path) -> bool:
    """Whether another visitor is served."""
    other = server.guest()
    key = other.opened(make_speech(folder / "other.docx"))
    return bool(other.look(key)["look"]["front"]["title"] == SPEECH[0])


@pytest.mark.parametrize(
    "name",
    [
        "../../../../etc/cron.d/x.docx",
        "..\\..\\x.docx",
        "/etc/passwd.docx",
        "C:\\x.docx",
        "a\x00.docx",
        "~$讲话.docx",
        "CON.docx",
        "publisher.toml.docx",
        "x" * 5000 + ".docx",
        "a\r\nset-cookie: b=c.docx",
    ],
)
def test_a_name_is_never_a_path(guest: Guest, server: Server, speech: Path, name: str) -> None:
    told = guest.send(speech.read_bytes(), name).json()
    if "error" in told:  # a name too long loses its suffix
        assert told["error"]["key"] == "input-format"
        return
    assert "error" not in guest.look(told["id"])
    visitor = next(v for v in server.house.visits._visitors.values() if told["id"] in v.documents)
    document = visitor.documents[told["id"]]
    assert document.source.name == "speech.docx"
    assert server.house.store.folder in document.source.parents
    guest.made(told["id"], "pptx")
    assert {file.name for file in document.folder.iterdir()} == {"speech.docx", "shown", "made"}
    kept = guest.get(f"/speech/{told['id']}/made/pptx").headers
    assert "set-cookie" not in kept
    assert "/" not in kept["content-disposition"].split("''")[1]


@pytest.mark.parametrize(
    "path",
    [
        "/static/../guard.py",
        "/static/..%2fguard.py",
        "/static/%2e%2e/guard.py",
        "/static//etc/passwd",
        "/speech/..%2f..%2fx/word",
        "/themes/shown/..%2f..%2fowner",
    ],
)
def test_addresses_lead_to_nothing_but_what_is_shown(guest: Guest, path: str) -> None:
    answer = guest.get(path)
    assert answer.status_code in {404, 405}
    assert "Guard" not in answer.text


def test_shown_files_are_named_by_what_they_hold(guest: Guest, speech: Path) -> None:
    key = guest.opened(speech)
    for name in ("..%2fspeech.docx", "..%2f..%2fowner", "x.ttf", "a" * 32 + ".svg"):
        assert guest.get(f"/speech/{key}/shown/{name}").status_code == 404


def test_what_says_that_it_is_too_big_is_refused_unread(guest: Guest) -> None:
    read = []

    def stream():  # type: ignore[no-untyped-def]
        read.append(1)
        yield b"x"

    headers = {**OWN, "x-file-name": "a.docx", "content-length": str(2 << 30)}
    answer = guest.client.post("/speeches", content=stream(), headers=headers)
    assert answer.status_code == 413
    assert answer.json()["error"]["key"] == "app-too-big"


def test_what_grows_beyond_measure_is_cut_off_and_nothing_of_it_kept(tmp_path: Path) -> None:
    with serving(limits=Limits(workers=1, upload=1 * MB)) as server:
        guest = server.guest()

        def stream():  # type: ignore[no-untyped-def]
            for _ in range(64):
                yield b"x" * MB

        headers = {**OWN, "x-file-name": "a.docx"}
        answer = guest.client.post("/speeches", content=stream(), headers=headers)
        assert answer.status_code == 413
        assert not [f for f in server.house.store.folder.rglob("*") if f.name == "speech.docx"]
        assert guest.get("/speeches").json() == {"speeches": []}
        assert still_serves(server, tmp_path)


def test_more_speeches_than_anybody_has_are_refused(tmp_path: Path) -> None:
    with serving(limits=Limits(workers=1, speeches=3)) as server:
        guest = server.guest()
        data = make_speech(tmp_path / "a.docx").read_bytes()
        answers = [guest.send(data, f"{number}.docx") for number in range(10)]
        assert [a.status_code for a in answers] == [200] * 3 + [429] * 7
        assert still_serves(server, tmp_path)


def test_more_visitors_than_there_is_room_for_are_refused(tmp_path: Path) -> None:
    with serving(limits=Limits(workers=1, visitors=3)) as server:
        pages = [server.guest() for _ in range(5)]
        assert [guest.get("/speeches").status_code for guest in pages] == [200] * 3 + [403] * 2


def test_files_of_a_visitor_who_left_are_taken_away(tmp_path: Path) -> None:
    with serving(limits=Limits(workers=1, idle=-1)) as server:
        guest = server.guest()
        guest.opened(make_speech(tmp_path / "a.docx"))
        server.house.visits.sweep()
        assert guest.get("/speeches").status_code == 403
        assert not list(server.house.store.folder.rglob("speech.docx"))


def _bomb(folder: Path) -> bytes:
    file = folder / "bomb.docx"
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name in make_parts(folder):
            package.writestr(*name)
        package.writestr("word/document.xml", b" " * (300 * MB))
    return file.read_bytes()


def make_parts(folder: Path) -> list[tuple[str, bytes]]:
    """All parts of a speech but its text."""
    with ZipFile(make_speech(folder / "plain.docx")) as package:
        names = [n for n in package.namelist() if n != "word/document.xml"]
        return [(name, package.read(name)) for name in names]


def test_a_zip_bomb_is_refused_and_the_next_one_is_served(
    guest: Guest, server: Server, tmp_path: Path
) -> None:
    told = guest.send(_bomb(tmp_path), "bomb.docx").json()
    assert guest.look(told["id"])["error"]["key"].startswith("docx-")
    assert still_serves(server, tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\x00" * 1000,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64,
        b"\x00" * 4096,
    ],
)
@pytest.mark.parametrize("suffix", [".docx", ".txt", ".md"])
def test_whatever_is_no_speech_is_told_so(
    guest: Guest, server: Server, data: bytes, suffix: str
) -> None:
    told = guest.send(data, "x" + suffix).json()
    answer = guest.look(told["id"])
    assert answer.get("error", {}).get("key") != "bug"
    guest.post(f"/speech/{told['id']}/close")


def test_scripts_are_words(guest: Guest, tmp_path: Path) -> None:
    speech = make_speech(
        tmp_path / "a.docx", (SCRIPT, "同志们：", f"一、{SCRIPT}", "好。", "二、再说", SCRIPT)
    )
    told = guest.send(speech.read_bytes(), f"{SCRIPT}.docx").json()
    answer = guest.look(told["id"])
    for sheet in answer["sheets"]:
        assert "<script" not in sheet["svg"]
        assert "<img" not in sheet["svg"]
    assert answer["look"]["front"]["title"].startswith("<script>"), "as text, for the page"
    page = guest.get("/").text
    assert "ran" not in page


def test_a_placeholder_filled_with_a_script_is_words_too(guest: Guest, tmp_path: Path) -> None:
    speech = docx(tmp_path, p("某某镇的讲话"), p("同志们："), p("某某镇很好。"))
    key = guest.opened(speech)
    answer = guest.change(key, "fill", "某某镇", SCRIPT)
    assert all("<script" not in sheet["svg"] for sheet in answer["sheets"])
