"""Files that cannot be imposed are told apart, and what is wrong with them."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Encryption, Name

from publisher.errors import InputError
from publisher.impose import impose
from publisher.impose.sheets import Fold, Rows
from publisher.impose.source import open_source, pages_of
from tests.impose.made import made, on_sheets, placed, saved


def empty() -> bytes:
    out = io.BytesIO()
    pikepdf.new().save(out)
    return out.getvalue()


def locked(user: str) -> bytes:
    out = io.BytesIO()
    made(2).save(out, encryption=Encryption(owner="a", user=user))
    return out.getvalue()


def unknown_filter() -> bytes:
    pdf = made(3)
    broken = pdf.make_stream(b"xyz", Filter=Name.FlateDecode)
    pdf.pages[2].obj.Contents = Array([broken, pdf.make_stream(b"q Q")])
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (lambda: b"", "pdf-not"),
        (lambda: b"PK\x03\x04 a .docx", "pdf-not"),
        (lambda: b"%PDF-1.7\nnothing else", "pdf-broken"),
        (lambda: locked("b"), "pdf-locked"),
        (lambda: locked(""), "pdf-locked"),
        (empty, "pdf-empty"),
        (unknown_filter, "pdf-page"),
    ],
)
def test_what_cannot_be_imposed_is_told(data: Callable[[], bytes], key: str) -> None:
    with pytest.raises(InputError) as raised:
        impose(data(), Fold())
    assert raised.value.key == key
    assert raised.value.exit_code == 3


def test_a_page_that_cannot_be_read_is_named() -> None:
    with pytest.raises(InputError) as raised:
        impose(unknown_filter(), Fold())
    assert raised.value.values["number"] == 3


def test_a_damaged_file_is_mended_and_that_is_told() -> None:
    data = saved(made(3), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    cut = data[: data.rindex(b"startxref")]
    imposed, notices = impose(cut, Rows(3))
    assert [n.code for n in notices] == ["pdf-mended"]
    assert imposed.pages == 3


def test_a_page_without_a_size_has_a_usual_one_and_that_is_told() -> None:
    source = made(3)
    del source.pages[1].obj["/MediaBox"]
    imposed, notices = impose(saved(source), Fold())
    assert [n.code for n in notices] == ["pdf-mended"]
    assert imposed.pages == 3


def test_boxes_and_turns_may_come_from_a_parent() -> None:
    source = made(2)
    source.Root.Pages.MediaBox = Array([0, 0, 300, 200])
    source.Root.Pages.Rotate = 90
    for page in source.pages:
        del page.obj["/MediaBox"]
    with open_source(saved(source)) as pdf:
        for page in pages_of(pdf):
            assert page.turn == 1
            assert (page.size.width, page.size.height) == (200 * 12_700, 300 * 12_700)


@pytest.mark.parametrize(
    ("entries", "box"),
    [
        ({}, (0, 0, 600, 800)),
        ({"/CropBox": [10, 20, 590, 780]}, (10, 20, 590, 780)),
        ({"/CropBox": [-10, -20, 610, 900]}, (0, 0, 600, 800)),
        ({"/CropBox": [0, 0, 0, 0]}, (0, 0, 600, 800)),
        ({"/TrimBox": [30, 30, 570, 770]}, (30, 30, 570, 770)),
        ({"/TrimBox": [0, 0, 1000, 1000], "/CropBox": [0, 0, 600, 400]}, (0, 0, 600, 800)),
        ({"/TrimBox": [0, 0, 40, 40]}, (0, 0, 600, 800)),
        ({"/CropBox": Array([Name.a, 1, 2, 3])}, (0, 1, 2 + 598, 3 + 797)),
    ],
)
def test_a_page_is_what_is_left_when_it_is_trimmed(
    entries: dict[str, list[float]], box: tuple[float, ...]
) -> None:
    with open_source(saved(made(1, (0, 0, 600, 800), boxes=[entries]))) as pdf:
        found = pages_of(pdf)[0].box
    if "/CropBox" in entries and not isinstance(entries["/CropBox"], list):
        assert found == (0, 0, 600, 800)  # a box too small to be one
    else:
        assert found == box


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(0, 10_000),
    junk=st.binary(min_size=1, max_size=12),
    scheme=st.sampled_from([Fold(), Rows(2)]),
)
def test_whatever_a_file_holds_it_is_imposed_or_refused(
    at: int, junk: bytes, scheme: Fold | Rows
) -> None:
    data = saved(made(3), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    at %= len(data)
    try:
        imposed, _ = impose(data[:at] + junk + data[at + len(junk) :], scheme)
    except InputError:
        return
    assert imposed.pages >= 1


def test_a_page_that_is_listed_twice_is_printed_twice() -> None:
    source = made(2)
    source.pages.append(source.pages[0])
    pdf = on_sheets(source, Rows(1))
    assert [list(placed(page)) for page in pdf.pages] == [[0], [1], [0]]
