"""Condensing: which contiguous piece of a text stands for it on a slide.

Nothing is reworded. A candidate is a run of clauses of one sentence that stands alone
(``standing``); the best has the right length, comes early, shares words with its title, and
says what the speech is about (``weights``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from publisher.compose.clauses import (
    Sentence,
    Span,
    ems,
    sentences,
    span_of,
    stripped,
    trimmed,
)
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


_FIRST, _LAST = 2.5, 1.5
"""What it is worth to begin and to end a sentence."""
_MOST_WEIGHT, _MOST_WORDS = 2.001, 3.501
"""What no words weigh more than, and are worth more than with their nearness to a title."""


Trim: TypeAlias = Callable[[str, Span], Span]
"""Takes from the ends of a piece what is no part of it."""


class _Candidate(NamedTuple):
    """Characters of one of several pieces; ``order`` is where they stand."""

    score: float
    order: tuple[int, int]
    span: Span


_NOTHING = _Candidate(float("-inf"), (0, 0), Span(0, 0))


class _Look(NamedTuple):
    """What is looked for; ``pairs`` are the characters of the title that it supports, by twos."""

    wish: Wish
    weights: Weights
    pairs: Sequence[str]


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
    look = _Look(wish, weights, [near[k : k + 2] for k in range(len(near) - 1)])
    best = _NOTHING
    for nth, piece in enumerate(spoken):
        start = 0
        if after is not None and piece.ref.paragraph <= after.ref.paragraph:
            before = piece.ref.paragraph < after.ref.paragraph
            start = len(piece.text) if before else after.ref.end - piece.ref.start
        best = _best_of(piece, nth, look, start, best)
    return None if best is _NOTHING else spoken[best.order[0]].cut(*best.span)


def _best_of(piece: Piece, nth: int, look: _Look, start: int, best: _Candidate) -> _Candidate:
    """What can best be cut out of ``piece`` from ``start`` on where that is better than ``best``.
    What can be no better by its place, its length and its title is not looked at closely."""
    text = piece.text
    plain = simplified(text)
    directions = stage_directions(text)
    trim = trimmed if directions else stripped
    worth = (s for s in enumerate(spoken_sentences(plain)) if s[1][-1].end > start)
    for s, sentence in islice(worth, _SENTENCES):
        least = best.score - _MOST_WORDS + 0.8 * s + 2.0 * nth
        if least > _FIRST + _LAST:
            break
        for i, j, span, length, place in _cuts(text, plain, sentence, trim, look.wish.most, least):
            loss = abs(length - look.wish.ideal) / 8 + 0.8 * s + 2.0 * nth
            if place - loss < best.score - _MOST_WORDS or span.start < start or length < LEAST:
                continue
            chosen = text[span.start : span.end]
            place += _nearness(chosen, look.pairs)
            if place - loss < best.score - _MOST_WEIGHT:
                continue
            weight = _WEIGHT * look.weights.weight(chosen)
            if place + weight - loss <= best.score or _overlaps(span, directions):
                continue
            if ends_alone(plain, sentence, i, j):
                score = place + (weight - _cost(plain, sentence, i)) - loss
                if score > best.score:
                    best = _Candidate(score, (nth, span.start), span)
    return best


def _cuts(
    text: str, plain: str, sentence: Sentence, trim: Trim, most: int, least: float
) -> Iterator[tuple[int, int, Span, float, float]]:
    """The runs of clauses, from one to another, that begin as if alone and are not too long, with
    their length and what their place is worth; those alone that are worth ``least``."""
    last = min(len(sentence), _CLAUSES)
    for i in range(last):
        begins = _FIRST * (i == 0)
        if begins + _LAST < least or not begins_alone(plain, sentence, i):
            continue
        for j in range(i if begins >= least else len(sentence) - 1, last):
            span = trim(text, span_of((sentence[i].start, sentence[j].end)))
            length = ems(text[span.start : span.end])
            if length > most:
                break
            yield i, j, span, length, begins + _LAST * (j + 1 == len(sentence))


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
    if whole == (0, len(text)) and len(text) <= most:
        return piece
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
