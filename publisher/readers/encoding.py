"""Bytes become text: UTF-8, UTF-16, GB18030 and what else old files are written in.

A byte order mark decides; then strict UTF-8, which hardly any other text passes; then the
statistics of charset-normalizer, which is imported only here and only then.
"""

from __future__ import annotations

import codecs
import re

from publisher.errors import InputError
from publisher.events import Notice, notice
from publisher.record import NamedTuple

MOST_BYTES = 8 << 20
MOST_LINES = 250_000
"""A speech has some ten thousand characters; two million take a week to read out."""

_MARKS = (
    # UTF-32's little-endian mark begins with UTF-16's, so it is asked for first.
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHINESE = "gb18030"
_LIKELY = (_CHINESE, "big5hkscs", "utf_16_le", "utf_16_be", "cp932", "cp949", "cp1252")
"""What office programs of the last thirty years have written; GB18030 holds GB 2312 and GBK."""
_AS_GOOD = 0.05
"""A mess ratio so near the best one that the likelier encoding, GB18030, is taken."""
_OTHERS = (
    (b"PK\x03\x04", "Word (.docx)"),
    (b"\xd0\xcf\x11\xe0", "Word (.doc)"),
    (b"{\\rtf", "RTF"),
    (b"%PDF", "PDF"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


class Text(NamedTuple):
    """Decoded text with ``\\n`` at its line ends, and what was noticed on the way."""

    text: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, place: str) -> Text:
    """The text that ``data`` holds; control characters are left out with a notice.

    Raises InputError for nothing at all, for what is too large, and for what is no text; the
    message says what it is instead where the first bytes tell.
    """
    if not data:
        raise InputError("input-empty", place=place)
    if len(data) > MOST_BYTES:
        raise InputError("text-too-big", place=place, limit=MOST_BYTES >> 20)
    for magic, kind in _OTHERS:
        if data.startswith(magic):
            raise InputError("text-is-other", place=place, kind=kind)
    text, damaged = _decoded(data, place)
    notices = [notice("text-damaged", count=damaged)] if damaged else []
    text, dropped = _CONTROLS.subn("", _LINE_ENDS.sub("\n", text))
    if text.count("\n") > MOST_LINES:
        raise InputError("text-too-big", place=place, limit=MOST_BYTES >> 20)
    if dropped:
        notices.append(notice("control-left-out", count=dropped))
    return Text(text, tuple(notices))


def _decoded(data: bytes, place: str) -> tuple[str, int]:
    """The text, and how many of its characters were damaged (shown as U+FFFD)."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    if b"\0" not in data:
        try:
            return data.decode("utf-8"), 0
        except UnicodeDecodeError:
            pass
        text, damaged = _lenient(data, "utf-8")
        if damaged * 20 < sum(c > "\x7f" for c in text):
            return text, damaged  # one character cut in two does not make it another encoding
    guess = _guess(data)
    text, damaged = _lenient(data, guess or _CHINESE)
    if damaged * 20 > len(text) or "\0" in text:
        raise InputError("text-encoding", place=place)
    return text, damaged


def _lenient(data: bytes, encoding: str) -> tuple[str, int]:
    try:
        return data.decode(encoding), 0
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return text, max(1, text.count("\ufffd"))


def _guess(data: bytes) -> str | None:
    """The likeliest encoding, GB18030 where it reads no worse than the best; None for no text."""
    from charset_normalizer import from_bytes

    found = list(from_bytes(data, cp_isolation=list(_LIKELY)))
    if not found:
        return None
    best = found[0]
    for match in found:
        if match.encoding == _CHINESE and match.chaos <= best.chaos + _AS_GOOD:
            return best.encoding if best.coherence > match.coherence else _CHINESE
    return best.encoding
