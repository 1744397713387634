"""Condensing: which contiguous piece of a text stands for it on a slide.

Nothing is reworded. A candidate is a run of clauses of one sentence that stands alone
(``standing``); the best has the right length, comes early, shares words with its title, and
says what the speech is about (``weights``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from publisher.compose.clauses import Sentence, Span, ems, sentences, stripped, trimmed
from publisher.compose.standing import (
    LEAST,
    addressed,
    begins_alone,
    caused,
    closes,
    ends_alone,
    leans,
    says_something,
)
from publisher.compose.weights import NOTHING_WEIGHS, Weights
from publisher.record import NamedTuple
from publisher.speech import Piece, stage_directions
from publisher.traditional import simplified

_SPEAKERS = frozenset("问 答 Q A 记者 主持 主持人 发言人 嘉宾".split())
_NO_NAME = tuple("比 例 其 目标 原则".split())
_SAYING = tuple("说道讲曰云言写是如有为")
"""What a name does not begin and end with."""
_CAUSED = 2.5
"""What it costs a clause that others are made to do it."""
_WEIGHT = 1.0
_SENTENCES, _CLAUSES = 24, 40
_ADDRESSED = 2.0
"""What it costs to begin with an address: 同志们，…"""
_POINTING = 1.0
"""What it costs to point at something before: 我们围绕它…"""
_POINTS = frozenset("它他她这那")


class Wish(NamedTuple):
    """How long a piece should be, and may be, in Han characters (see ``ems``)."""

    ideal: int
    most: int


class _Candidate(NamedTuple):
    """Characters of one of several pieces; ``order`` is where they stand."""

    score: float
    order: tuple[int, int]
    span: Span


def pick(
    pieces: Sequence[Piece],
    wish: Wish,
    weights: Weights = NOTHING_WEIGHS,
    *,
    near: str = "",
    after: Piece | None = None,
) -> Piece | None:
    """The best piece of ``pieces`` to stand for them, or None where nothing can be cut out.

    ``near`` is the title it supports: shared words count, and what only says it again is no
    help. ``after``: only what follows it.
    """
    spoken = [piece for piece in pieces if not piece.note]
    usable: list[_Candidate] = []
    for nth, piece in enumerate(spoken):
        start = 0
        if after is not None and piece.ref.paragraph <= after.ref.paragraph:
            before = piece.ref.paragraph < after.ref.paragraph
            start = len(piece.text) if before else after.ref.end - piece.ref.start
        found = _candidates(piece, nth, wish, weights, near, start)
        usable += [c for c in found if c.span.start >= start]
    best = min(usable, key=lambda c: (-c.score, c.order), default=None)
    return spoken[best.order[0]].cut(*best.span) if best else None


def _candidates(
    piece: Piece, nth: int, wish: Wish, weights: Weights, near: str, start: int
) -> Iterator[_Candidate]:
    """What may be cut out of the sentences from ``start`` on, as far as it is worth a look."""
    text = piece.text
    plain = simplified(text)
    directions = stage_directions(text)
    trim = trimmed if directions else stripped
    pairs = [near[k : k + 2] for k in range(len(near) - 1)]
    worth = (s for s in enumerate(spoken_sentences(plain)) if s[1][-1].end > start)
    for s, sentence in islice(worth, _SENTENCES):
        last = min(len(sentence), _CLAUSES)
        for i in range(last):
            if not begins_alone(plain, sentence, i):
                continue
            for j in range(i, last):
                span = trim(text, Span(sentence[i].start, sentence[j].end))
                length = ems(text[span.start : span.end])
                if length > wish.most:
                    break
                if length < LEAST or not ends_alone(plain, sentence, i, j):
                    continue
                if directions and _overlaps(span, directions):
                    continue
                chosen = text[span.start : span.end]
                score = 2.5 * (i == 0) + 1.5 * (j + 1 == len(sentence)) + _nearness(chosen, pairs)
                score += _WEIGHT * weights.weight(chosen) - _cost(plain, sentence, i)
                score -= abs(length - wish.ideal) / 8 + 0.8 * s + 2.0 * nth
                yield _Candidate(score, (nth, span.start), span)


def _overlaps(span: Span, others: Sequence[tuple[int, int]]) -> bool:
    return any(span.start < end and start < span.end for start, end in others)


def _cost(plain: str, sentence: Sentence, i: int) -> float:
    """What it costs to begin with clause ``i``."""
    if i > 0:
        return _CAUSED * caused(plain, sentence, i)
    first = plain[sentence[0].start : sentence[0].end]
    return _ADDRESSED * addressed(first) + _POINTING * (not _POINTS.isdisjoint(first[:8]))


def spoken_sentences(plain: str) -> tuple[Sentence, ...]:
    """The sentences of a text (simplified), without the word that says who speaks: 答：…"""
    found = sentences(plain)
    label = plain[: found[0][0].end].lstrip() if found else ""
    if label[-1:] not in ("：", ":") or not _is_speaker(label[:-1]):
        return found
    return (found[0][1:], *found[1:]) if len(found[0]) > 1 else found[1:]


def _is_speaker(label: str) -> bool:
    """Who speaks, in a transcript: no part of what is said."""
    if len(label) not in (2, 3) or label in _SPEAKERS:
        return label in _SPEAKERS
    is_han = all("\u4e00" <= char <= "\u9fff" for char in label)
    return is_han and not label.startswith(_NO_NAME) and not label.endswith(_SAYING)


def _nearness(chosen: str, pairs: Sequence[str]) -> float:
    """Half a point for each pair of characters shared with the title, at most three."""
    return min(sum(map(chosen.__contains__, pairs)), 3) * 0.5


def first_sentence(pieces: Sequence[Piece], most: int, *, whole: bool = True) -> Piece | None:
    """The first words up to the end of a clause, at most ``most`` characters: when nothing better
    is. ``whole``: only those that miss nothing of what stands around them."""
    for piece in pieces:
        text = "" if piece.note else piece.text
        plain = simplified(text)
        for sentence in spoken_sentences(plain):
            within = _within(text, sentence, sentence[0].start, most)
            fitting = [end for i, end in within if not whole or closes(plain, sentence, i)]
            if not fitting:
                continue
            span = trimmed(text, Span(sentence[0].start, fitting[-1]))
            words = plain[span.start : span.end]
            if (whole and leans(words)) or not says_something(words) or stage_directions(words):
                continue
            if ems(words) >= LEAST and text[fitting[-1] - 1] not in "：:":
                return piece.cut(*span)
    return None


def _within(text: str, clauses: Sentence, start: int, most: int) -> Iterator[tuple[int, int]]:
    """The clauses with which the text from ``start`` on has at most ``most`` characters."""
    for i, clause in enumerate(clauses):
        if ems(text[start : clause.end]) > most:
            return
        yield i, clause.end


def shortened(piece: Piece, most: int) -> Piece:
    """A title of at most ``most`` characters: whole, or its first clauses; blanks trimmed."""
    text = piece.text
    whole = trimmed(text, Span(0, len(text)))
    if ems(text[whole.start : whole.end]) <= most or whole.end == whole.start:
        return piece.cut(*whole) if whole.end > whole.start else piece
    clauses = tuple(clause for sentence in sentences(text) for clause in sentence)
    fitting = [end for _, end in _within(text, clauses, whole.start, most)]
    if not fitting or fitting[-1] - whole.start < 4:
        return piece.cut(*whole)
    return piece.cut(*trimmed(text, Span(whole.start, fitting[-1])))


def rest_of(whole: Piece, cut: Piece) -> Piece | None:
    """What a shortened title leaves of its heading, without the mark between them."""
    if cut.ref.end >= whole.ref.end:
        return None
    rest = whole.cut(cut.ref.end - whole.ref.start, len(whole.text))
    text = rest.text
    blanks = len(text) - len(text.lstrip("，；：、,;: 　"))
    return rest.cut(blanks, len(text)) if blanks < len(text) else None
