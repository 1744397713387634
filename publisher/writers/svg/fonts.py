"""What a page must say for its pictures' text to be drawn in the plan's faces."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from publisher.typeface.webfont import PACKED, packed

if TYPE_CHECKING:
    from publisher.typeface.registry import Face, Typefaces
    from publisher.writers.svg.drawer import Drawn

Source: TypeAlias = Callable[["Face", str], str]
"""Where the font of a face with some characters is to be had: an address."""
_UNSAFE = re.compile(r"[^\w-]")


def family(face: str) -> str:
    """How a face is called in CSS: a font of one's own may call itself anything."""
    return _UNSAFE.sub("-", face)


def families(face: Face) -> str:
    """A face for ``font-family``: as a page brings it, else as the machine may have it."""
    installed = _UNSAFE.sub(" ", face.family).strip()
    return f"{family(face.name)}, '{installed}'" if installed else family(face.name)


def data_address(data: bytes, media_type: str) -> str:
    """``data`` as an address that holds it (RFC 2397)."""
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"


def inside(face: Face, text: str) -> str:
    """The font itself, as an address."""
    return data_address(packed(face, text), PACKED)


class Fonts:
    """The faces of ``typefaces`` by their addresses, each a string that CSS may hold in quotes."""

    def __init__(self, typefaces: Typefaces, source: Source = inside) -> None:
        self._typefaces = typefaces
        self._source = source

    def rule(self, face: str, text: str) -> str:
        """The ``@font-face`` of a face of which the characters of ``text`` are needed."""
        address = self._source(self._typefaces.face(face), text)
        return f'@font-face{{font-family:"{family(face)}";src:url("{address}");font-display:block}}'


def font_faces(drawn: Iterable[Drawn], fonts: Fonts) -> str:
    """The style sheet that several pictures share: each face once, with all their characters."""
    needed: dict[str, set[str]] = {}
    for each in drawn:
        for face, text in each.faces.items():
            needed.setdefault(face, set()).update(text)
    return "".join(fonts.rule(face, "".join(sorted(text))) for face, text in needed.items())
