"""The encodings of XML parts: whatever comes, the reader sees UTF-8 (part 2, 6.2.5)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_AS_USUAL = (
    b'<?xml version="1.0" encoding="UTF-8"', b'<?xml version="1.0" encoding="utf-8"',
    b"<?xml version='1.0' encoding='UTF-8'", b"<?xml version='1.0' encoding='utf-8'",
)  # fmt: skip
"""How nearly all parts begin."""
_DECLARED = rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']"
_DECLARATION = r"(?s)\s*<\?xml.*?\?>"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NATIVE = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_CODECS = {
    "utf-16": "utf-8-sig", "utf16": "utf-8-sig", "unicode": "utf-8-sig",  # says so, and is not
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "windows-1252": "cp1252", "shift_jis": "cp932",
}  # fmt: skip
"""What a declaration names, and the codec that reads it. Others are refused: an encoding of
somebody's own could hide a DOCTYPE."""


def as_utf8(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """``pieces`` of one XML part as UTF-8. Raises ValueError where they are not what they say."""
    first = next(pieces, b"")
    codec = _codec(first)
    if codec is None:
        yield first
        yield from pieces
        return
    decoder = codecs.getincrementaldecoder(codec)()
    text = decoder.decode(first).removeprefix("\ufeff")
    declaration = re.match(_DECLARATION, text)
    yield text[declaration.end() if declaration else 0 :].encode("utf-8", "replace")
    for piece in pieces:
        yield decoder.decode(piece).encode("utf-8", "replace")
    decoder.decode(b"", final=True)


def _codec(head: bytes) -> str | None:
    """The codec that ``head`` needs; None where it is UTF-8."""
    if head.startswith(_AS_USUAL):
        return None
    if head[:2] in _UTF_16:
        return "utf-16"
    if b"\0" in head[:4]:
        return "utf-16-be" if head[:1] == b"\0" else "utf-16-le"
    declared = re.match(_DECLARED, head.removeprefix(codecs.BOM_UTF8))
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name in _NATIVE:
        return None
    if name not in _CODECS:
        raise ValueError(name)
    return _CODECS[name]
