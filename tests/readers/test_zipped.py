"""A zip is read as zipfile reads it, and nothing in it is believed."""

import io
import struct
import zipfile
import zlib
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.readers.docx.zipped import Zip, ZipError, directory_of

PIECE = 1 << 10
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
MEMBERS = st.dictionaries(NAMES, st.binary(max_size=99) | st.just(bytes(5000)), max_size=6)


def zipped(
    members: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED, comment: bytes = b""
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.comment = comment
    return out.getvalue()


def read(data: bytes, length: int = PIECE) -> dict[str, bytes]:
    archive = Zip(io.BytesIO(data))
    pieces = {member.name: list(archive.pieces(member, length)) for member in archive.members}
    assert all(len(piece) <= length for found in pieces.values() for piece in found)
    return {name: b"".join(found) for name, found in pieces.items()}


@given(
    MEMBERS,
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
    st.binary(max_size=9),
    st.binary(max_size=9),
)
def test_members_come_as_they_were_packed(
    members: dict[str, bytes], method: int, before: bytes, comment: bytes
) -> None:
    data = before + zipped(members, method=method, comment=comment)
    assert read(data) == members


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 4 * PIECE, 300 * PIECE])
def test_no_piece_is_longer_than_asked_for_and_none_is_lost(size: int) -> None:
    assert read(zipped({"a": bytes(size)})) == {"a": bytes(size)}


def test_members_may_be_read_in_turn() -> None:
    counted, alike = bytes(range(250)) * 40, b"b" * 10_000
    archive = Zip(io.BytesIO(zipped({"a": counted, "b": alike})))
    first, second = (archive.pieces(member, 100) for member in archive.members)
    both = list(zip_longest(first, second, fillvalue=b""))
    assert tuple(map(b"".join, zip(*both, strict=True))) == (counted, alike)


def test_a_file_for_more_than_four_gigabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 5)
    data = zipped({"a": b"long enough", "b": b"1"}, comment=b"said")
    assert b"PK\x06\x06" in data
    assert read(b"before" + data) == {"a": b"long enough", "b": b"1"}


def test_a_stream_whose_length_was_not_known_beforehand() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"with a data descriptor")
    assert read(out.getvalue()) == {"a": b"with a data descriptor"}


def test_names_of_old_programs() -> None:
    data = zipped({"äh": b""})
    utf8, old = "äh".encode(), "äh".encode("cp437") + b"_"
    assert list(read(data)) == ["äh"]
    plain = bytearray(data.replace(utf8, old))
    at = plain.index(b"PK\x01\x02")
    flags = struct.unpack_from("<H", plain, at + 8)[0]
    struct.pack_into("<H", plain, at + 8, flags & ~0x800)
    assert list(read(bytes(plain))) == ["äh_"]


def changed(data: bytes, sign: bytes, offset: int, value: bytes) -> bytes:
    """``data`` with ``value`` at ``offset`` behind the last ``sign``."""
    at = data.rindex(sign) + offset
    return data[:at] + value + data[at + len(value) :]


WHOLE = zipped({"a": b"some text that is packed " * 9})
ENTRY, END = b"PK\x01\x02", b"PK\x05\x06"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"PK\x03\x04" + bytes(99), id="no end"),
        pytest.param(WHOLE[:-1], id="end cut off"),
        pytest.param(changed(WHOLE, END, 12, b"\xff\xff\xff\x7f"), id="directory too long"),
        pytest.param(changed(WHOLE, END, 12, b"\x09"), id="directory cut off"),
        pytest.param(changed(WHOLE, ENTRY, 0, b"xx"), id="no entry"),
        pytest.param(changed(WHOLE, ENTRY, 16, b"xxxx"), id="other sum"),
        pytest.param(changed(WHOLE, ENTRY, 24, b"\x09\0\0\0"), id="larger than it says"),
        pytest.param(changed(WHOLE, ENTRY, 24, b"\xff\xff\0\0"), id="smaller than it says"),
        pytest.param(changed(WHOLE, ENTRY, 24, b"\xff\xff\xff\xff"), id="a number is missing"),
        pytest.param(changed(WHOLE, ENTRY, 20, b"\x09\0\0\0"), id="packed cut off"),
        pytest.param(changed(WHOLE, ENTRY, 20, b"\xff\xff\xff\x7f"), id="beyond the end"),
        pytest.param(changed(WHOLE, ENTRY, 42, b"\x03"), id="not where it should be"),
        pytest.param(changed(WHOLE, ENTRY, 42, b"\xfe\xff\xff\xff"), id="behind the end"),
        pytest.param(changed(WHOLE, b"PK\x03\x04", 32, b"\xff\xff\xff"), id="damaged"),
    ],
)
def test_what_is_not_whole_is_an_error(data: bytes) -> None:
    with pytest.raises((ZipError, zlib.error)):
        read(data)


def test_a_locator_without_its_record_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 5)
    with pytest.raises(ZipError):
        read(changed(zipped({"a": b"long enough"}), b"PK\x06\x06", 0, b"xx"))


@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WHOLE) - 1))
    value = data.draw(st.binary(min_size=1, max_size=8))
    made = (WHOLE[:at] + value + WHOLE[at + len(value) :])[: len(WHOLE)]
    try:
        read(made)
    except (ZipError, zlib.error, ValueError):
        pass


def test_the_directory_is_found_behind_what_was_put_before() -> None:
    plain, moved = (directory_of(io.BytesIO(b + WHOLE)) for b in (b"", b"12345"))
    assert (moved.at, moved.before) == (plain.at + 5, 5)
