"""How long each sheet is spoken about, and what the head of its notes says of that."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from publisher.messages import sentence
from publisher.speech import Piece


def seconds_of(notes: Sequence[Sequence[Piece]], rate: int) -> list[int]:
    """Seconds for each sheet at ``rate`` characters a minute, white space aside.

    Rounded on the running total, so that they add up to the time of the whole speech.
    """
    spoken = [0]
    for pieces in notes:
        count = sum(len("".join(piece.text.split())) for piece in pieces)
        spoken.append(spoken[-1] + count)
    return [round(b * 60 / rate) - round(a * 60 / rate) for a, b in pairwise(spoken)]


def notes_heads(notes: Sequence[Sequence[Piece]], seconds: Sequence[int], lang: str) -> list[str]:
    """For each sheet its time, the time when it is left, of the whole, and its paragraphs.

    Paragraphs are counted from 1 as in ``publisher outline``, which counts from 0.
    """
    total, heads, so_far = sum(seconds), [], 0
    for pieces, here in zip(notes, seconds, strict=True):
        so_far += here
        times = {"here": clock(here), "so_far": clock(so_far), "total": clock(total)}
        heads.append(sentence("notes-head", times, lang) + _place(pieces, lang))
    return heads


def _place(pieces: Sequence[Piece], lang: str) -> str:
    """Which paragraphs of the speech these are."""
    numbers = {piece.ref.paragraph + 1 for piece in pieces if piece.text.strip()}
    if not numbers:
        return ""
    key = "notes-paragraph" if len(numbers) == 1 else "notes-paragraphs"
    return sentence(key, {"first": min(numbers), "last": max(numbers)}, lang)


def clock(seconds: int) -> str:
    """m:ss."""
    return f"{seconds // 60}:{seconds % 60:02}"
