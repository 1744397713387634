"""How much each cue says for a heading or against it: one table for all of them."""

from __future__ import annotations

from publisher.record import NamedTuple

WEIGHTS: dict[str, float] = {
    "author": 20.0,  # the author's corrections
    "style": 9.0,  # a heading style set by hand always wins
    "outline": 9.0,
    "list": 0.5,  # an automatic number
    "font": 1.0,
    "size": 1.0,
    "weight": 1.0,
    "align": 1.0,
    "sequence": 1.5,  # the number follows its predecessor, from 1 on
    "gap": 0.0,  # 一、 三、: reported, not punished
    "orphan": -3.0,  # begins in the middle: 二是 without 一是
    "lead": 2.0,  # a point that begins its paragraph
    "short": 1.0,
    "long": -1.5,
    "very-long": -1.0,
    "body": 1.0,  # something follows beneath it
    "bare": -1.0,
    "rules": -3.0,  # sentences in a row, of which none has anything under it
    "list-only": -1.5,  # announced by a colon, and nothing stands under any of them
    "contents": -9.0,  # a typed table of contents: the same words come again
    "inline": -1.0,  # （1） inside a paragraph
    "item": -2.5,  # ends in ； or ，: an item of a list
    "clause": -6.0,  # 一是…；二是…；三是…。 is one sentence
    "definition": -5.0,  # 1.“两重”：是指…
    "annex": -1.5,  # annexes list more than they head
    "glossary": -9.0,
    "leave": -6.0,  # 最后，祝大家…
    "host": -4.0,  # 首先请…, 最后请… call people to the stage
    "transcript": -9.0,  # questions have no headings, nor have answers without parts
    "summary": -3.0,  # points that only announce the parts which follow
    "open": 1.5,  # an unnumbered line that no mark closes
    "closed": -0.5,
    "asks": -0.5,
    "regular": 1.0,  # more of its kind
    "heads-text": 1.0,  # an unnumbered line above a paragraph of text
    "parallel": 1.5,  # built like the short sentence before or after it: 药要… 话要…
    "clauses": -1.0,  # a short sentence of several clauses
    "unframed": -2.0,  # a short sentence outside all headings, or beside numbered ones
    "lonely": -2.0,  # a short sentence of its own without a second beside it
    "announced": 2.0,  # one of several paragraphs that begin alike, as many as were announced
    "undressed": -2.0,  # an unnumbered line without the style or look that headings have here
    "told": -2.0,  # an unnumbered line that a colon announces: names, a saying
    "cluster": -3.0,  # short lines in a row: verses, names
}
SHOWN = frozenset(
    {"author", "style", "outline", "list", "font", "size", "weight", "align", "sequence"}
)
"""Cues that a person can see in the file."""


class Vote(NamedTuple):
    """What one cue says: its kind, its value as a person sees it, and its weight."""

    cue: str
    value: str
    weight: float


def vote(cue: str, value: str = "") -> Vote:
    return Vote(cue, value, WEIGHTS[cue])
