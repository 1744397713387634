"""What is spoken to each slide, as passages: the speech parted where a slide comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.layout.asides import cue_places
from publisher.layout.cues import Cue
from publisher.layout.passage import is_note
from publisher.record import NamedTuple
from publisher.script import Passage


class Spoken(NamedTuple):
    """A passage, or a part of one, and the number of the slide (from 1) that it is spoken to."""

    slide: int
    passage: Passage


def spoken_to(passages: Sequence[Passage], cues: Sequence[Cue]) -> tuple[Spoken, ...]:
    """All of ``passages`` in order, parted where a slide comes in the middle of one.

    A table is not parted: it is spoken to the last slide that comes in it. A note goes with the
    part that refers to it.
    """
    comes: dict[int, list[tuple[int, int]]] = {}
    for (index, start), numbers in cue_places(passages, cues).items():
        comes.setdefault(index, []).append((start, numbers[-1]))
    found: list[Spoken] = []
    owner: list[int] = []
    """The parts of the last passage that is no note, as places in ``found``."""
    number = 1
    for index, passage in enumerate(passages):
        if is_note(passage) and owner:
            at = _place_of(passage, owner, found)
            found.insert(at, Spoken(found[at - 1].slide, passage))
            owner = [place + (place >= at) for place in owner]
            continue
        owner = []
        for slide, part in _parted(passage, comes.get(index, ()), number):
            number = slide
            if part is not None:
                owner.append(len(found))
                found.append(Spoken(slide, part))
    return tuple(found)


def _parted(
    passage: Passage, comes: Sequence[tuple[int, int]], number: int
) -> Iterator[tuple[int, Passage | None]]:
    """The parts of a passage with the slides that they are spoken to; ``number`` is shown before.

    The last of them tells what is shown when the passage ends.
    """
    if not passage.parts:
        yield comes[-1][1] if comes else number, passage
        return
    end = passage.parts[-1][1].ref.end
    at = passage.parts[0][1].ref.start
    for start, following in comes:
        if start > at:
            yield number, _between(passage, at, start)
            at = start
        number = following
    yield number, _between(passage, at, end)


def _between(passage: Passage, start: int, end: int) -> Passage | None:
    """The characters ``start`` to ``end`` of the paragraph in the file; None where it is none."""
    parts = []
    for level, piece in passage.parts:
        left, right = max(start, piece.ref.start), min(end, piece.ref.end)
        if left < right:
            parts.append((level, piece.cut(left - piece.ref.start, right - piece.ref.start)))
    if not parts:
        return None
    heading = passage.role == "heading" and parts[0][1] is not passage.parts[0][1]
    return Passage("body" if heading else passage.role, tuple(parts))


def _place_of(note: Passage, owner: Sequence[int], found: Sequence[Spoken]) -> int:
    """Where a note stands: behind the part of its paragraph that refers to it, and behind the
    notes that this part has already."""
    noted = note.parts[0][1].noted
    of = owner[-1]
    if noted is not None and noted.at >= 0:
        first = found[owner[0]].passage.parts
        label = first[0][1].label if first else 0
        for place in owner:
            parts = found[place].passage.parts
            if parts and noted.at + label <= parts[-1][1].ref.end:
                of = place
                break
    at = of + 1
    while at < len(found) and is_note(found[at].passage):
        at += 1
    return at
