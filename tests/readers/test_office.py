"""Older documents: told by content, converted without macros, network or traces, or refused."""

import http.server
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import pytest

from publisher.errors import InputError
from publisher.readers import IN_FOLDERS, READERS, automation, libreoffice, office, ole, read
from publisher.readers.libreoffice import find_libreoffice
from tests.readers.build import docx, p

EXAMPLES = Path(__file__).parents[2] / "examples"


def compound(*streams, flags=0):
    """The skeleton of a compound file: a FIB in the first sector, a directory behind it."""
    data = bytearray(ole.MAGIC.ljust(512, b"\0"))
    data += (b"\xec\xa5" + b"\0" * 8 + flags.to_bytes(2, "little")).ljust(512, b"\0")
    for name in streams:
        raw = name.encode("utf-16-le")
        data += (raw.ljust(64, b"\0") + (len(raw) + 2).to_bytes(2, "little")).ljust(128, b"\0")
    return bytes(data)


def odt(path, *extra):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, content in extra:
            package.writestr(name, content)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("streams", "kind"),
    [
        (("WordDocument", "1Table"), "word"),
        (("MatOST", "CONTENTS"), "works"),
        (("MN0",), "works"),
        (("Workbook",), "other"),
        ((), "other"),
    ],
)
def test_a_compound_file_is_told_by_its_streams(streams, kind):
    assert ole.kind_of(compound(*streams)) == kind


def test_a_word_that_names_a_stream_is_none():
    said = "WordDocument".encode("utf-16-le")
    assert ole.kind_of(compound() + b"\0" * 10 + said) == "other"


def test_passwords_are_told():
    assert ole.kind_of(compound("WordDocument", flags=0x0100)) == "encrypted"
    assert ole.kind_of(compound("EncryptedPackage", "EncryptionInfo")) == "encrypted"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "input-empty"),
        (b"<html>", "office-other"),
        (compound("Workbook"), "office-other"),
        (compound("EncryptedPackage"), "docx-encrypted"),
        (b"PK\x03\x04broken", "docx-torn"),
    ],
)
@pytest.mark.parametrize("suffix", [".doc", ".wps", ".odt", ".rtf"])
def test_what_is_no_document_is_refused_by_name(tmp_path, data, key, suffix):
    file = tmp_path / f"稿{suffix}"
    file.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(file)
    assert (caught.value.key, caught.value.place) == (key, str(file))


def test_an_encrypted_odt_and_a_bomb_are_refused(tmp_path):
    secret = odt(tmp_path / "a.odt", ("META-INF/manifest.xml", "<encryption-data/>"))
    with pytest.raises(InputError) as caught:
        office.kind_of(secret, "a.odt")
    assert caught.value.key == "docx-encrypted"
    assert office.kind_of(odt(tmp_path / "b.odt"), "b.odt") == "odt"


def test_a_docx_under_another_name_is_read_as_one(tmp_path):
    docx(tmp_path, p("同志们：")).rename(tmp_path / "稿.doc")
    assert [q.text for q in read(tmp_path / "稿.doc")[0].paragraphs()] == ["同志们："]


def test_without_an_office_program_the_message_says_how_to_get_there(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "find_libreoffice", lambda: None)
    (tmp_path / "稿.wps").write_bytes(compound("WordDocument"))
    with pytest.raises(InputError) as caught:
        read(tmp_path / "稿.wps")
    assert (caught.value.key, caught.value.values) == ("office-missing", {"suffix": ".doc"})


def test_one_program_after_the_other_is_tried(tmp_path, monkeypatch):
    asked = []
    made = docx(tmp_path, p("同志们："))

    def fails(source, target):
        asked.append(source.suffix)
        raise subprocess.TimeoutExpired("word", 1)

    def works(source, target):
        asked.append(source.suffix)
        target.write_bytes(made.read_bytes())

    programs = [
        office.Converter("Word", frozenset({"word"}), fails),
        office.Converter("Works", frozenset({"works"}), fails),
        office.Converter("LibreOffice", frozenset({"word"}), works),
    ]
    monkeypatch.setattr(office, "converters", lambda: iter(programs))
    (tmp_path / "稿.wps").write_bytes(compound("WordDocument"))
    manuscript, notices = read(tmp_path / "稿.wps")
    assert [q.text for q in manuscript.paragraphs()] == ["同志们："]
    assert asked == [".doc", ".doc"]
    assert dict(notices[0].values) == {"program": "LibreOffice"}
    monkeypatch.setattr(office, "converters", lambda: iter(programs[:1]))
    with pytest.raises(InputError) as caught:
        read(tmp_path / "稿.wps")
    assert caught.value.key == "office-failed"


class FakeWord:
    """Takes what an office program's automation would take, and notes it down."""

    def __init__(self, breaks=False):
        self.did = []
        self.breaks = breaks
        self.Documents = self

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
        if name[0].isupper() and name != "Documents":
            self.did.append((name, value))

    def Open(self, *arguments):  # noqa: N802
        self.did.append(("Open", arguments))
        return self

    def SaveAs(self, *arguments):  # noqa: N802
        self.did.append(("SaveAs", arguments))
        if self.breaks:
            raise OSError("no room")

    def Close(self, save):  # noqa: N802
        self.did.append(("Close", save))

    def Quit(self, save):  # noqa: N802
        self.did.append(("Quit", save))


def test_automation_forbids_macros_before_it_opens_and_quits_whatever_happens():
    word = FakeWord()
    automation.save_as_docx(word, "a.doc", "a.docx")
    assert word.did == [
        ("Visible", False),
        ("DisplayAlerts", 0),
        ("AutomationSecurity", 3),
        ("Open", ("a.doc", False, True, False)),
        ("SaveAs", ("a.docx", 12)),
        ("Close", 0),
        ("Quit", 0),
    ]
    word = FakeWord(breaks=True)
    with pytest.raises(OSError, match="no room"):
        automation.save_as_docx(word, "a.doc", "a.docx")
    assert [name for name, _ in word.did][-2:] == ["Close", "Quit"]


@pytest.mark.skipif(sys.platform == "win32", reason="there, an installed program may answer")
def test_elsewhere_than_on_windows_nobody_is_asked_by_automation():
    assert automation.installed() == ()


def test_folders_hold_documents_and_every_suffix_has_its_reader():
    assert set(IN_FOLDERS) < set(READERS)
    assert not {".txt", ".md"} & set(IN_FOLDERS)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path):
    program = tmp_path / "soffice"
    started = tmp_path / "children"
    program.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {started}\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    began = time.monotonic()
    with pytest.raises(subprocess.TimeoutExpired):
        libreoffice.convert(program, tmp_path / "a.doc", tmp_path / "a.docx", 1)
    assert time.monotonic() - began < 30
    child = int(started.read_text(encoding="utf-8"))
    for _ in range(50):
        state = Path(f"/proc/{child}/stat")
        if not state.exists() or state.read_text(encoding="utf-8").split()[2] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("the child lives on")


# --- with LibreOffice ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """The example as .doc, .odt and .rtf, and the .doc once more as Kingsoft's .wps."""
    folder = tmp_path_factory.mktemp("office")
    profile = folder / "profile"
    for target in ("doc:MS Word 97", "odt", "rtf"):
        subprocess.run(
            [str(find_libreoffice()), f"-env:UserInstallation={profile.as_uri()}", "--headless",
             "--convert-to", target, "--outdir", str(folder), str(EXAMPLES / "reading.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    (folder / "reading.wps").write_bytes((folder / "reading.doc").read_bytes())
    return folder


@pytest.mark.judge
@pytest.mark.parametrize("suffix", [".doc", ".wps", ".odt", ".rtf"])
def test_libreoffice_hands_over_every_word(converted, suffix):
    manuscript, notices = read(converted / f"reading{suffix}")
    expected, _ = read(EXAMPLES / "reading.docx")
    assert [q.text for q in manuscript.paragraphs()] == [q.text for q in expected.paragraphs()]
    assert notices[0].code == "office-converted"


@pytest.mark.judge
def test_a_conversion_fetches_nothing_and_leaves_nothing(tmp_path, monkeypatch):
    asked = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/x.png"
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"><office:body><office:text>'
        '<text:p>同志们：<draw:frame svg:width="2cm" svg:height="2cm">'
        f'<draw:image xlink:href="{address}"/></draw:frame></text:p>'
        f'<text:section text:name="s"><text:section-source xlink:href="{address}"/></text:section>'
        "</office:text></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    file = tmp_path / "稿.odt"
    odt(file, ("content.xml", body), ("META-INF/manifest.xml", manifest))
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.setenv("TMPDIR", str(room))
    monkeypatch.setattr("tempfile.tempdir", None)
    try:
        manuscript, _ = read(file)
    finally:
        server.shutdown()
        server.server_close()
    assert [q.text for q in manuscript.paragraphs()] == ["同志们："]
    assert asked == []
    assert list(room.iterdir()) == []
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["稿.odt"]


@pytest.mark.judge
def test_what_libreoffice_cannot_open_is_an_error(tmp_path):
    file = tmp_path / "稿.doc"
    file.write_bytes(compound("WordDocument"))
    with pytest.raises(InputError) as caught:
        read(file)
    assert (caught.value.key, caught.value.place) == ("office-failed", str(file))
