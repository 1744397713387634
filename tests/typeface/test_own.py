"""Fonts of one's own."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from publisher.errors import InputError, UsageError
from publisher.resources import data_dir
from publisher.typeface.own import with_own
from publisher.typeface.registry import load_typefaces
from publisher.typeface.sfnt import read_tables, write_font
from publisher.typeface.shaping import shape

WENKAI = data_dir("fonts") / "LXGWWenKai-Regular.ttf"
TINOS = data_dir("fonts") / "Tinos-Regular.ttf"


def with_permission(path: Path, fs_type: int) -> Path:
    """Tinos with another fsType (OpenType 1.9, OS/2)."""
    data = TINOS.read_bytes()
    tables, checksums = read_tables(data)
    os2 = bytearray(tables["OS/2"])
    struct.pack_into(">H", os2, 8, fs_type)
    tables = {tag: bytes(table) for tag, table in tables.items()} | {"OS/2": bytes(os2)}
    path.write_bytes(write_font(data[:4], tables, checksums))
    return path


def test_a_role_is_set_in_the_file_and_keeps_its_latin() -> None:
    own = with_own(load_typefaces(), (("fang", WENKAI),))
    faces = [glyph.face for glyph in shape("中A", "fang", own)]
    assert faces == ["LXGWWenKai-Regular", "Tinos-Regular"]
    assert own.face(faces[0]).path == WENKAI.absolute()
    assert own.face(faces[0]).family == "LXGW WenKai"


def test_what_the_file_lacks_is_drawn_as_before() -> None:
    own = with_own(load_typefaces(), (("fang", TINOS),))
    assert shape("中", "fang", own)[0].face == "FandolFang-Regular"


def test_the_last_resort_is_asked_last() -> None:
    before = load_typefaces()
    own = with_own(before, (), WENKAI)
    assert shape("中", "fang", own)[0].face == shape("中", "fang", before)[0].face
    assert all(role.fallback[-1] == "LXGWWenKai-Regular" for role in own.roles.values())


def test_a_font_that_may_not_be_embedded_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        with_own(load_typefaces(), (("song", with_permission(tmp_path / "r.ttf", 0x0002)),))
    assert caught.value.key == "font-restricted"
    with_own(load_typefaces(), (("song", with_permission(tmp_path / "e.ttf", 0x0008)),))


def test_a_file_that_is_no_font_and_an_unknown_role_are_named(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.ttf"
    wrong.write_text("no font", encoding="utf-8")
    for path in (wrong, tmp_path / "none.ttf"):
        with pytest.raises(InputError) as caught:
            with_own(load_typefaces(), (), path)
        assert caught.value.key == "font-unreadable"
    with pytest.raises(UsageError) as unknown:
        with_own(load_typefaces(), (("fan", WENKAI),))
    assert unknown.value.values["nearest"] == "fang"
