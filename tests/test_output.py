import errno
import os
from pathlib import Path

import pytest

from publisher.errors import OutputError
from publisher.output import check_folder, put_file, write_file, write_folder
from publisher.seal import BLANK


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def refused(target: Path, source: Path | None = None) -> OutputError:
    with pytest.raises(OutputError) as caught:
        write_file(target, b"new", source)
    assert caught.value.place == str(target)
    return caught.value


def test_a_file_is_written_and_its_folder_made(tmp_path: Path) -> None:
    target = tmp_path / "新 建" / "a%#（1）.pptx"
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert files(tmp_path) == [target.name]


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.pptx"
    target.write_bytes(b"much longer than the new one")
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert files(tmp_path) == ["a.pptx"]


def test_a_name_as_long_as_the_system_allows_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("稿" * 83 + ".pdf")
    write_file(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_name_longer_than_that_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / ("稿" * 100 + ".pdf")).key == "output-name"
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (errno.EACCES, "output-denied"),
        (errno.EROFS, "output-denied"),
        (errno.ENOSPC, "output-full"),
        (errno.EDQUOT, "output-full"),
        (errno.ENOENT, "output-nowhere"),
        (errno.EIO, "output-failed"),
    ],
)
@pytest.mark.parametrize("step", ["write", "replace"])
def test_what_the_system_refuses_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, key: str, step: str
) -> None:
    target = tmp_path / "a.pptx"
    target.write_bytes(b"old")

    def refuse(path: object, *rest: object) -> None:
        raise OSError(code, os.strerror(code))

    def half(path: Path, data: bytes) -> None:
        with path.open("wb") as file:
            file.write(data[:1])
        refuse(path)

    if step == "write":
        monkeypatch.setattr(Path, "write_bytes", half)
    else:
        monkeypatch.setattr(os, "replace", refuse)
    assert refused(target).key == key
    assert target.read_bytes() == b"old"
    assert files(tmp_path) == ["a.pptx"]


@pytest.mark.parametrize("winerror", [5, 32])
def test_a_file_open_in_powerpoint_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    target = tmp_path / "a.pptx"
    target.write_bytes(b"old")

    class SharingError(PermissionError):
        pass

    def refuse(source: object, target: object) -> None:
        error = SharingError(errno.EACCES, "in use")
        error.winerror = winerror  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(os, "replace", refuse)
    assert refused(target).key == "output-open"
    assert target.read_bytes() == b"old"
    assert files(tmp_path) == ["a.pptx"]


def test_an_interruption_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.pptx"
    target.write_bytes(b"old")

    def interrupt(source: object, target: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert files(tmp_path) == ["a.pptx"]


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    for target in (tmp_path / "out" / "a.pptx", tmp_path / "out" / "b" / "a.pptx"):
        assert refused(target).key == "output-not-folder"
    with pytest.raises(OutputError) as caught:
        check_folder(tmp_path / "out")
    assert (caught.value.key, caught.value.place) == ("output-not-folder", str(tmp_path / "out"))
    assert (tmp_path / "out").read_bytes() == b"a file"


def test_a_folder_where_the_file_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pptx").mkdir()
    assert refused(tmp_path / "a.pptx").key == "output-is-folder"


def test_a_file_that_was_made_read_only_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.pptx"
    target.write_bytes(b"old")
    # The superuser may write to everything; ask as somebody else.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != target)
    assert refused(target).key == "output-read-only"
    assert target.read_bytes() == b"old"


def test_the_input_is_never_overwritten_not_even_by_another_name(tmp_path: Path) -> None:
    source = tmp_path / "speech.docx"
    source.write_bytes(b"speech")
    assert refused(source, source).key == "output-is-input"
    link = tmp_path / "speech.pptx"
    try:
        link.symlink_to(source)
    except OSError:  # Windows grants links to developers alone
        return
    with pytest.raises(OutputError):
        write_file(link, b"new", source)
    assert source.read_bytes() == b"speech"


def test_a_folder_is_checked_by_writing_and_nothing_stays(tmp_path: Path) -> None:
    check_folder(tmp_path / "a" / "b")
    assert files(tmp_path) == []


def product(words: str) -> bytes:
    return f"{words} {BLANK}".encode()


def test_what_we_wrote_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.pptx"
    assert put_file(target, product("old")) == (target, ())
    assert put_file(target, product("new")) == (target, ())
    assert target.read_bytes().startswith(b"new")
    assert files(tmp_path) == ["a.pptx"]


def test_what_a_person_changed_is_kept_and_the_new_one_numbered(tmp_path: Path) -> None:
    target = tmp_path / "a.pptx"
    put_file(target, product("old"))
    target.write_bytes(target.read_bytes().replace(b"old", b"own"))
    for words in ("new", "newer"):
        place, told = put_file(target, product(words))
        assert place == tmp_path / "a-2.pptx"
        assert place.read_bytes().startswith(words.encode())
        assert [(n.code, dict(n.values)["new"]) for n in told] == [("output-kept", "a-2.pptx")]
    assert target.read_bytes().startswith(b"own")
    place.write_bytes(b"changed too")
    assert put_file(target, product("newest"))[0] == tmp_path / "a-3.pptx"


def test_a_file_that_never_was_ours_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(b"somebody's")
    assert put_file(tmp_path / "a.pptx", product("new"))[0].name == "a-2.pptx"


def test_force_replaces_what_a_person_changed(tmp_path: Path) -> None:
    target = tmp_path / "a.pptx"
    target.write_bytes(b"somebody's")
    assert put_file(target, product("new"), force=True) == (target, ())
    assert target.read_bytes().startswith(b"new")


@pytest.mark.parametrize("lock", ["~$a.pptx", ".~lock.a.pptx#"])
def test_a_file_that_is_open_is_kept(tmp_path: Path, lock: str) -> None:
    target = tmp_path / "a.pptx"
    put_file(target, product("old"))
    (tmp_path / lock).write_bytes(b"")
    place, told = put_file(target, product("new"), force=True)
    assert place.name == "a-2.pptx"
    assert [n.code for n in told] == ["output-kept-open"]
    assert target.read_bytes().startswith(b"old")


def test_the_speech_itself_is_never_a_product_s_place(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(b"speech")
    for force in (False, True):
        with pytest.raises(OutputError) as caught:
            put_file(source, product("new"), source, force=force)
        assert caught.value.key == "output-is-input"
    assert source.read_bytes() == b"speech"


def test_a_folder_is_written_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "新" / "a", {"x.toml": b"1", "y.svg": b"2"})
    assert files(tmp_path) == ["x.toml", "y.svg"]
    assert sorted(p.name for p in (tmp_path / "新").iterdir()) == ["a"]


@pytest.mark.parametrize("kind", ["file", "folder", "empty folder"])
def test_a_folder_never_replaces_anything(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "a"
    if kind == "file":
        target.write_bytes(b"old")
    else:
        target.mkdir()
        if kind == "folder":
            (target / "old").write_bytes(b"old")
    before = files(tmp_path)
    with pytest.raises(OutputError) as caught:
        write_folder(target, {"new": b"new"})
    assert (caught.value.key, caught.value.place) == ("output-exists", str(target))
    assert files(tmp_path) == before


@pytest.mark.parametrize("step", ["write", "replace"])
def test_what_fails_leaves_no_half_of_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    if step == "write":
        write = Path.write_bytes
        monkeypatch.setattr(
            Path, "write_bytes", lambda p, d: fail() if p.name == "b" else write(p, d)
        )
    else:
        monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OutputError) as caught:
        write_folder(tmp_path / "mine", {"a": b"1", "b": b"2"})
    assert caught.value.key == "output-full"
    assert list(tmp_path.iterdir()) == []
