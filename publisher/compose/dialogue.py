"""Questions and answers: a transcript has no headings, its questions are them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.compose.clauses import Span, ems, sentences, trimmed
from publisher.compose.course import Pieces, unshown
from publisher.compose.manner import SLIDE_TITLE
from publisher.speech import Piece
from publisher.traditional import simplified

_ASKING = tuple("问 记者 提问 网友 居民 Q Ｑ".split())
_ASKS = r"\s*(?:问题?[一二三四五六七八九十\d]*|记者|提问|网友|居民|[QＱ])[：:]\s*"
_TELLS = r"\s*(?:主持人?|[Hh]ost|[Mm]oderator)[：:]\s*"


def questions(pieces: Pieces) -> Iterator[tuple[Piece | None, Pieces]]:
    """Stretches of ``pieces`` with the question that each answers; one without where nobody asks.

    The question is the last sentence of its paragraph that ends in a question mark. As it stands
    over the answer, the paragraph itself is only spoken.
    """
    question: Piece | None = None
    stretch: list[Piece] = []
    for piece in pieces:
        plain = simplified(piece.text)
        asked = _asked(piece, plain)
        told = question is not None and re.match(_TELLS, plain)
        if (asked or told) and stretch:
            yield question, tuple(stretch)
            stretch = []
        if asked or told:
            question = asked
        stretch.append(unshown(piece) if asked else piece)
    if stretch:
        yield question, tuple(stretch)


def _asked(piece: Piece, plain: str) -> Piece | None:
    """The question that a paragraph asks, None where it asks none."""
    start = re.match(_ASKS, plain) if plain.lstrip().startswith(_ASKING) else None
    if start is None or piece.note:
        return None
    for sentence in reversed(sentences(plain)):
        if plain[sentence[0].start : sentence[-1].end].rstrip().endswith(("？", "?")):
            starts = [max(clause.start, start.end()) for clause in sentence]
            spans = [trimmed(plain, Span(first, sentence[-1].end)) for first in starts]
            fitting = [span for span in spans if ems(plain[slice(*span)]) <= SLIDE_TITLE]
            best = (fitting or spans[-1:])[0]
            return piece.cut(*best) if best.end > best.start else None
    return None
