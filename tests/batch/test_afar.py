"""Speeches and outputs in stores: the same as on this machine, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from publisher.batch import stores
from publisher.batch.afar import Mirror
from publisher.batch.build import Build, Order, Outcome
from publisher.batch.engines.cluster import Dask
from publisher.batch.manifest import NAME
from publisher.batch.places import Url, place_of
from publisher.errors import OutputError
from tests.batch.test_build import run, states
from tests.judges.programs import need_module
from tests.speeches import SPEECH, make_speech

FORMATS = ("pptx", "script")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8"
    "cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


@pytest.fixture
def speeches(tmp_path: Path) -> Path:
    """With all that may stand beside a speech, and one that is broken."""
    folder = tmp_path / "speeches"
    for number in range(3):
        make_speech(folder / f"{number} 号#％.docx", (f"第{number}号题目", *SPEECH[1:]))
    make_speech(folder / "town" / "picture.docx")
    (folder / "town" / "picture.toml").write_text(
        '[slides]\n"一、认识读书的意义" = { picture = "views/dot.png" }\n', encoding="utf-8"
    )
    (folder / "town" / "views").mkdir()
    (folder / "town" / "views" / "dot.png").write_bytes(PIXEL)
    (folder / "publisher.toml").write_text(
        'theme = "blue"\nlogo = "logo.png"\nunit = "青山镇"\n', encoding="utf-8"
    )
    (folder / "logo.png").write_bytes(PIXEL)
    (folder / "bad.docx").write_bytes(b"no package")
    return folder


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    need_module("fsspec")
    from fsspec.implementations.memory import MemoryFileSystem

    monkeypatch.setattr(stores, "_PAUSE", 0.0)
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]
    yield MemoryFileSystem
    MemoryFileSystem.store.clear()


def upload(folder: Path, url: Url) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            stores.write(url / file.relative_to(folder).as_posix(), file.read_bytes())


def files(url: Url) -> dict[str, bytes]:
    """What a store has below ``url``, without the manifest."""
    found = {}
    for here, _, names in stores.walk(url):
        for name in names:
            data = stores.read(here / name)
            assert data is not None
            found[str(here / name).removeprefix(str(url) + "/")] = data
    assert found.pop(NAME)
    return found


def local_files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name != NAME
    }


def url_of(words: str) -> Url:
    place = place_of(words)
    assert isinstance(place, Url)
    return place


IN, OUT = url_of("memory://in/speeches"), url_of("memory://out/made")


def build(*paths: Any, out: Any, engine: Any = None) -> dict[str, Outcome]:
    return run(Build(Order(paths, out, FORMATS)), engine)


def test_a_store_gives_and_gets_the_same_bytes_and_failures(
    memory: Any, speeches: Path, tmp_path: Path
) -> None:
    here = build(speeches, out=tmp_path / "here")
    upload(speeches, IN)
    there = build(IN, out=OUT)
    assert files(OUT) == local_files(tmp_path / "here")
    assert {name: (o.state, o.entries) for name, o in there.items()} == {
        name: (o.state, o.entries) for name, o in here.items()
    }
    (mine,), (other,) = here["bad"].errors, there["bad"].errors
    assert (other.key, other.values) == (mine.key, mine.values)
    assert other.place == f"{IN}/bad.docx"
    mixed = build(IN, out=tmp_path / "mixed")
    assert states(mixed) == states(here)
    assert local_files(tmp_path / "mixed") == local_files(tmp_path / "here")


def test_what_did_not_change_is_not_even_read(
    memory: Any, speeches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(speeches, IN)
    for file in memory.store.values():  # not a moment ago
        file.created = file.modified = file.created.replace(year=2020)
    build(IN, out=OUT)
    made = files(OUT)
    read = stores.read
    asked: list[str] = []

    def noted(url: Url) -> bytes | None:
        asked.append(url.name)
        return read(url)

    monkeypatch.setattr(stores, "read", noted)
    again = build(IN, out=OUT)
    assert {name for name in asked if name.endswith(".docx")} == {
        "bad.docx",  # it failed
        "picture.docx",  # it has more beside it than a listing tells of
    }
    assert states(again).pop("bad") == "failed"
    assert set(states(again).values()) == {"unchanged", "failed"}
    make_speech(speeches / "1 号#％.docx", (*SPEECH, "补充一句。"))
    stores.write(IN / "1 号#％.docx", (speeches / "1 号#％.docx").read_bytes())
    assert [n for n, state in states(build(IN, out=OUT)).items() if state == "done"] == ["1 号#％"]
    assert sorted(name for name, data in files(OUT).items() if data != made[name]) == [
        "1 号#％.pdf",
        "1 号#％.pptx",
    ]


def test_what_a_person_changed_in_the_store_is_kept(memory: Any, speeches: Path) -> None:
    upload(speeches, IN)
    build(IN, out=OUT)
    deck = OUT / "town" / "picture.pptx"
    changed = (stores.read(deck) or b"") + b" "
    stores.write(deck, changed)
    make_speech(speeches / "town" / "picture.docx", (*SPEECH, "补充一句。"))
    stores.write(IN / "town" / "picture.docx", (speeches / "town" / "picture.docx").read_bytes())
    outcome = build(IN, out=OUT)["town/picture"]
    assert [n.code for n in outcome.notices][-1:] == ["output-kept"]
    assert stores.read(deck) == changed
    assert stores.read(OUT / "town" / "picture-2.pptx")
    assert states(build(IN, out=OUT))["town/picture"] == "unchanged"


@pytest.mark.parametrize("renames", [False, True])
def test_a_store_that_falters_is_asked_again(
    memory: Any, speeches: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: bool
) -> None:
    build(speeches, out=tmp_path / "here")
    upload(speeches, IN)
    if renames:
        monkeypatch.setattr(stores, "_ONE_PUT", frozenset())
    count = 0
    for name in ("cat_file", "pipe_file", "ls", "mv"):
        plain = getattr(memory, name)

        def faltering(self: Any, *given: Any, plain: Any = plain, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count % 3 == 0:
                raise ConnectionError("reset by peer")
            return plain(self, *given, **named)

        monkeypatch.setattr(memory, name, faltering)
    build(IN, out=OUT)
    assert count > 30
    assert files(OUT) == local_files(tmp_path / "here")


def test_a_store_without_one_put_never_shows_half_a_file(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "_ONE_PUT", frozenset())
    target = OUT / "a.pptx"
    stores.write(target, b"old")
    plain = memory.pipe_file

    def torn(self: Any, path: str, value: bytes, **named: Any) -> None:
        plain(self, path, value[:2])
        raise ConnectionError("reset by peer")

    monkeypatch.setattr(memory, "pipe_file", torn)
    with pytest.raises(OutputError) as caught:
        stores.write(target, b"new and longer")
    assert (caught.value.key, caught.value.place) == ("store-unwritten", str(target))
    assert stores.read(target) == b"old"
    assert stores.names(OUT) == {"a.pptx"}


def test_an_output_that_the_store_refuses_fails_alone(
    memory: Any, speeches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(speeches, IN)
    plain = memory.pipe_file

    def refusing(self: Any, path: str, value: bytes, **named: Any) -> None:
        if path.endswith("picture.pdf"):
            raise PermissionError(13, "denied")
        plain(self, path, value, **named)

    monkeypatch.setattr(memory, "pipe_file", refusing)
    built = build(IN, out=OUT)
    assert [o.name for o in built.values() if o.errors] == ["bad", "town/picture"]
    (error,) = built["town/picture"].errors
    assert (error.key, error.exit_code) == ("store-unwritten", 5)
    assert "town/picture.pptx" in files(OUT)
    monkeypatch.setattr(memory, "pipe_file", plain)
    assert states(build(IN, out=OUT))["town/picture"] == "done"


def test_files_and_patterns_may_be_urls(memory: Any, speeches: Path) -> None:
    upload(speeches, IN)
    one = build(IN / "town" / "picture.docx", out=OUT)
    assert states(one) == {"picture": "done"}
    some = build(url_of("memory://in/speeches/[01]*.docx"), out=OUT)
    assert sorted(some) == ["0 号#％", "1 号#％"]


def test_a_drive_of_windows_is_no_store_and_a_file_url_is_a_path() -> None:
    assert place_of("C:\\讲话\\a.docx") == Path("C:\\讲话\\a.docx")
    assert place_of("c://a") == Path("c://a")
    assert place_of("file:///srv/a.docx") == Path("/srv/a.docx")
    assert str(place_of("s3://bucket/a/b.docx")) == "s3://bucket/a/b.docx"
    assert str(place_of("hdfs:///a")) == "hdfs:///a"


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket of a store in the manner of S3, on this machine."""
    for module in ("s3fs", "moto", "flask_cors", "distributed"):
        need_module(module)
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "FSSPEC_S3_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    stores._opened.cache_clear()
    import fsspec.config
    import s3fs

    fsspec.config.set_conf_env(fsspec.config.conf)
    s3fs.S3FileSystem.clear_instance_cache()
    system = s3fs.S3FileSystem(endpoint_url=f"http://{host}:{port}")
    system.mkdir("townships")
    yield "s3://townships"
    fsspec.config.conf.pop("s3", None)
    stores._opened.cache_clear()
    server.stop()


def test_a_cluster_works_from_a_store_to_a_store(s3: str, speeches: Path, tmp_path: Path) -> None:
    here = build(speeches, out=tmp_path / "here")
    source, out = url_of(f"{s3}/speeches"), url_of(f"{s3}/made")
    upload(speeches, source)
    there = build(source, out=out, engine=Dask(jobs=2))
    assert states(there) == states(here)
    assert files(out) == local_files(tmp_path / "here")
    again = states(build(source, out=out, engine=Dask(jobs=1)))
    assert set(again.values()) == {"unchanged", "failed"}


def test_no_key_of_a_store_leads_out_of_the_private_folder() -> None:
    mirror = Mirror()
    for key in ("/../../etc/x.docx", "/a/..\\..\\x.docx", "/a/../b.docx"):
        place = Path(os.path.normpath(mirror.local(Url("memory://", PurePosixPath(key)))))
        assert place.is_relative_to(mirror.root)
        assert "\\" not in place.name
    mirror.close()
