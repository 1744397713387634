"""Packed bytes: any zlib unpacks them, and no machine is without."""

import subprocess
import sys
import zlib

from hypothesis import given
from hypothesis import strategies as st

from publisher.deflate import RAW, WRAPPED, quick, smallest

LONG = "同志们：".encode() * 2000
ZLIB_ALONE = """
import sys, zlib
sys.modules["isal"] = None  # as where it is not installed
from publisher.deflate import RAW, quick
assert quick(b"abc" * 99) == zlib.compress(b"abc" * 99, 4)
assert zlib.decompress(quick(b"abc" * 99, RAW), RAW) == b"abc" * 99
"""


@given(st.binary(max_size=3000))
def test_zlib_unpacks_what_was_packed(data: bytes) -> None:
    for form in (WRAPPED, RAW):
        for pack in (quick, smallest):
            assert zlib.decompress(pack(data, form), form) == data


def test_text_gets_smaller_and_the_same_text_the_same_bytes() -> None:
    assert len(smallest(LONG)) <= len(quick(LONG)) < len(LONG) // 50
    assert quick(LONG) == quick(bytes(LONG))


def test_zlib_packs_where_there_is_no_faster_one() -> None:
    subprocess.run([sys.executable, "-c", ZLIB_ALONE], check=True)
