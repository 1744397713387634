"""Clean copies and what is in them, for the tests of scrubbing."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from publisher.manuscript import Paragraph
from publisher.placeholders import Fill, fill
from publisher.readers.docx import read_stream
from publisher.readers.docx.scrub import scrub
from tests.readers.build import docx
from tests.readers.leaks.leak import SECRET

BASE64 = re.compile(rb"[A-Za-z0-9+/]{40,}={0,2}")


def paragraphs(data: bytes, pairs: Fill = ()) -> tuple[Paragraph, ...]:
    """What the reader makes of a document, filled in."""
    return fill(read_stream(io.BytesIO(data), "speech.docx")[0], pairs)[0].paragraphs()


def texts(data: bytes, pairs: Fill = ()) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(data, pairs)]


def members(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {name: found.read(name).decode("utf-8", "replace") for name in found.namelist()}


def document(folder: Path, *body: str, fill: Fill = (), **options: Any) -> str:
    """The text part of a copy."""
    copy, _ = scrub(docx(folder, *body, **options).read_bytes(), fill)
    return members(copy)["word/document.xml"]


def stored(folder: Path, *body: str, **options: Any) -> tuple[dict[str, bytes], str, list[str]]:
    """The media of a copy, its text part, and its notices."""
    copy, notices = scrub(docx(folder, *body, **options).read_bytes())
    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        media = {n[11:]: package.read(n) for n in package.namelist() if "/media/" in n}
        text = package.read("word/document.xml").decode()
    return media, text, [notice.code for notice in notices]


def everything(data: bytes) -> Iterator[bytes]:
    """Whatever could be found in a file: its bytes, and what is packed in them, at any depth."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for member in package.infolist():
                yield member.filename.encode()
                yield from everything(package.read(member))
    for start in (m.start() for m in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data)):
        try:
            yield zlib.decompressobj().decompress(data[start:], 1 << 20)
        except zlib.error:
            continue
    for found in BASE64.findall(data):
        try:
            inside = base64.b64decode(found)
        except ValueError:
            continue
        if inside.startswith(b"PK"):
            yield from everything(inside)


def leaks(data: bytes) -> bool:
    """Whether the secret is in ``data``, in any encoding of its letters."""
    spelt = [SECRET.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    return any(word in piece for piece in everything(data) for word in spelt)
