"""Bytes packed by DEFLATE (RFC 1951), which every reader of zip and of PDF unpacks.

Quickly by Intel's ISA-L where it has a build: fonts take a sixth of zlib's time and are as small as
with zlib's fourth level. Its bytes are its own, and those of processors with AVX-512 theirs, as
other builds of zlib have theirs.
"""

from __future__ import annotations

import zlib

try:
    from isal.isal_zlib import compress

    # The lower levels are an eighth quicker, but one process in a thousand packs otherwise by them
    # (ISA-L 2.32.1: 12 of 16,000; by this one, none of 13,500).
    _LEVEL = 3
except ImportError:  # LoongArch, Windows on ARM
    from zlib import compress

    _LEVEL = 4  # 2 % larger than by the default in half the time
_HIGHEST = 9

WRAPPED, RAW = zlib.MAX_WBITS, -zlib.MAX_WBITS
"""With zlib's head and sum (RFC 1950), as PDF has it; without, as a zip has it."""


def quick(data: bytes, form: int = WRAPPED) -> bytes:
    """``data`` packed while somebody waits."""
    return compress(data, _LEVEL, form)


def smallest(data: bytes, form: int = WRAPPED) -> bytes:
    """``data`` packed to be sent or kept many times: a fifth of a second for a speech's fonts."""
    return zlib.compress(data, _HIGHEST, form)
