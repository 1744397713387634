"""Passages: the speech as paragraphs for pages, each once, in order."""

from __future__ import annotations

from publisher.script import Passage
from publisher.speech import Piece, Speech


def passages(speech: Speech) -> tuple[Passage, ...]:
    """Pieces of one paragraph come together again: a run-in heading stands with its text. But an
    address typed on the line of the title stands on a line of its own (GB/T 9704 7.3.2)."""
    found: list[Passage] = []
    current: int | None = None
    for role, level, block in speech.blocks():
        if not isinstance(block, Piece):
            found.append(Passage("body", block=block))
            current = None
            continue
        part = (level, block)
        addressed = role == "salutation" and bool(found) and found[-1].role == "title"
        if block.ref.paragraph == current and not addressed:
            last = found[-1]
            joined = "body" if last.role == "heading" else last.role
            found[-1] = Passage(joined, (*last.parts, part))
        else:
            found.append(Passage(role, (part,)))
            current = block.ref.paragraph
    return tuple(found)
