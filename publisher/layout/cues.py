"""Which slide is shown from where on: from the finished deck, for the lectern's margin."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from publisher.plan import Plan
from publisher.record import NamedTuple
from publisher.script import Script


class Cue(NamedTuple):
    """Slide ``number`` (from 1) is shown from character ``start`` of a paragraph on."""

    paragraph: int
    start: int
    number: int


def slide_cues(script: Script, deck: Plan) -> tuple[Cue, ...]:
    """A cue for each sheet of ``deck``, the plan of the script's slides, in order.

    The notes of all sheets are the speech, each character once and in order; so what was spoken
    before a sheet, counted without white space, tells where its words begin. A sheet on which
    nothing is spoken comes where the next words begin, the last one where they end.
    """
    pieces = [p for slide in script.slides for p in slide.spoken() if p.text.strip()]
    if not pieces:
        return ()
    ends = list(accumulate(len("".join(piece.text.split())) for piece in pieces))
    cues: list[Cue] = []
    spoken = 0
    for number, sheet in enumerate(deck.sheets, 1):
        index = bisect_right(ends, spoken)
        if index == len(pieces):
            last = pieces[-1].ref
            cues.append(Cue(last.paragraph, last.end, number))
        else:
            piece = pieces[index]
            into = spoken - (ends[index - 1] if index else 0)
            places = [at for at, char in enumerate(piece.text) if not char.isspace()]
            cues.append(Cue(piece.ref.paragraph, piece.ref.start + places[into], number))
        spoken += sum(len("".join(note.split())) for note in sheet.notes)
    return tuple(cues)
