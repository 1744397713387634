"""Characters that no font of ours has: told of once each, before anything is laid out."""

from __future__ import annotations

from publisher.events import Notice
from publisher.script import Script
from publisher.typeface.fallback import missing_in, missing_notices
from publisher.typeface.registry import Typefaces
from publisher.typeface.scripts import joins
from publisher.typeface.tables import ready

_ROLE = "fang"
"""The fonts that a voice falls back on are the same for all."""


def missing_characters(script: Script, typefaces: Typefaces) -> tuple[Notice, ...]:
    """``glyph-missing`` with code point, paragraph and words around it, at its first place."""
    pieces = [piece for passage in script.passages for _, piece in passage.parts]
    text = "\n".join(piece.text for piece in pieces)
    missing = set(missing_in(_doubtful(set(text), typefaces), _ROLE, typefaces))
    found: list[Notice] = []
    for piece in pieces:
        here = {char for char in missing if char in piece.text}
        if here:
            told = missing_notices(piece.text, _ROLE, typefaces, piece.ref.paragraph)
            found += [notice for notice in told if dict(notice.values)["character"] in here]
            missing -= here
    return tuple(found)


def _doubtful(chars: set[str], typefaces: Typefaces) -> str:
    """``chars`` without what stands with Latin, and without what the first face has: shaping as
    much takes longer than any slide."""
    rare = sorted(char for char in chars if char >= "\u2e80")
    if any(map(joins, rare)):
        return "".join(rare)
    first = ready(typefaces.face(typefaces.role(_ROLE).han))
    return "".join(first.lacking(rare))
