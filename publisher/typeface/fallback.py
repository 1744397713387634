"""Which face draws which characters of a text, and which characters no face has."""

from __future__ import annotations

from publisher.events import Notice, notice
from publisher.record import NamedTuple
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import shape

_EXCERPT = 12  # characters before and after a missing one: enough to find it in the speech


class Coverage(NamedTuple):
    """``faces`` maps each face that is used to its characters, both in order of appearance.

    ``missing`` are the clusters that no face of the chain has, each once.
    """

    faces: dict[str, str]
    missing: tuple[str, ...]


def coverage(text: str, role: str, typefaces: Typefaces) -> Coverage:
    """Which faces ``role`` draws ``text`` with. Raises UsageError ``role-unknown``."""
    faces: dict[str, dict[str, None]] = {}
    for glyph in shape(text, role, typefaces):
        if glyph.gid and glyph.text:
            faces.setdefault(glyph.face, {}).update(dict.fromkeys(glyph.text))
    named = {face: "".join(chars) for face, chars in faces.items()}
    return Coverage(named, missing_in(text, role, typefaces))


def missing_in(text: str, role: str, typefaces: Typefaces) -> tuple[str, ...]:
    """The clusters of ``text`` that no face of ``role`` has, each once. Raises UsageError
    ``role-unknown``."""
    shaped = shape(text, role, typefaces)
    return tuple(dict.fromkeys([glyph.text for glyph in shaped if not glyph.gid and glyph.text]))


def missing_notices(
    text: str, role: str, typefaces: Typefaces, paragraph: int | None = None
) -> tuple[Notice, ...]:
    """A ``glyph-missing`` notice for each cluster of ``text`` that no face of ``role`` has.

    It gives the characters, their code points, and the words around the first of them;
    ``paragraph`` is where ``text`` stands in the speech.
    """
    return tuple(
        notice(
            "glyph-missing",
            paragraph,
            character=cluster,
            codepoint=" ".join(f"U+{ord(char):04X}" for char in cluster),
            excerpt=_excerpt(text, cluster),
            role=role,
        )
        for cluster in missing_in(text, role, typefaces)
    )


def _excerpt(text: str, cluster: str) -> str:
    at = text.index(cluster)
    end = at + len(cluster) + _EXCERPT
    start = max(0, at - _EXCERPT)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return before + " ".join(text[start:end].split()) + after
