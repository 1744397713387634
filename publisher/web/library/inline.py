"""Words of a speech as HTML: their formatting, their readings, and the marks of notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from publisher.manuscript import Run, Style
from publisher.record import NamedTuple
from publisher.speech import Piece, stage_directions

EMPTY = Markup()


class Mark(NamedTuple):
    """Where note ``number`` (from 1) is referred to: before character ``at`` of its paragraph.

    ``typed``: the author typed its mark, so that none is added.
    """

    at: int
    number: int
    typed: bool = False


_TAGS: Sequence[tuple[str, Markup]] = (
    ("bold", Markup("<strong>{}</strong>")),
    ("italic", Markup("<em>{}</em>")),
    ("underline", Markup("<u>{}</u>")),
    ("emphasis", Markup('<em class="dots">{}</em>')),
)
_RAISED: Mapping[int, Markup] = {1: Markup("<sup>{}</sup>"), -1: Markup("<sub>{}</sub>")}
_RUBY = Markup("<ruby>{}<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>")
_STAGE = Markup('<span class="stage">{}</span>')
_MARK = Markup(
    '<sup class="mark"><a id="r{0}" href="#n{0}" role="doc-noteref" aria-label="{1} {0}">{0}</a>'
    "</sup>"
)
_BREAK = Markup("<br>")
_DASH = Markup('<span class="dash">——</span>')
_FAR = 1 << 31
"""Behind every character of a paragraph."""


def words_html(pieces: Iterable[Piece], marks: Sequence[Mark] = (), noted: str = "") -> Markup:
    """Pieces of one paragraph, blanks at its ends left out; ``noted`` is what a mark is called.

    A stage direction （掌声） is set apart, for it is not spoken.
    """
    parts = list(_trimmed(list(pieces)))
    out: list[Markup] = []
    for i, piece in enumerate(parts):
        start, end = piece.ref.start, piece.ref.end
        start = 0 if i == 0 else start
        end = _FAR if i == len(parts) - 1 else end
        own = [mark for mark in marks if start <= mark.at < end]
        out.append(_piece(piece, own, noted))
    return EMPTY.join(out)


def _trimmed(pieces: list[Piece]) -> Iterator[Piece]:
    """Without the blanks that somebody typed to indent or to fill up."""
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    for i, piece in enumerate(pieces):
        text = piece.text
        start = len(text) - len(text.lstrip()) if i == 0 else 0
        end = len(text.rstrip()) if i == len(pieces) - 1 else len(text)
        yield piece.cut(start, end)


def _piece(piece: Piece, marks: Sequence[Mark], noted: str) -> Markup:
    """One piece, cut where stage directions and marks stand."""
    text, at = piece.text, piece.ref.start
    stages = stage_directions(text)
    cuts = {0, len(text), *(edge for span in stages for edge in span)}
    places: dict[int, list[Mark]] = {}
    for mark in marks:
        place = min(max(mark.at - at, 0), len(text))
        places.setdefault(place, []).append(mark)
    edges = sorted(cuts | set(places))
    out: list[Markup] = []
    for start, end in zip(edges, [*edges[1:], len(text)]):
        out += [_MARK.format(m.number, noted) for m in places.get(start, ()) if not m.typed]
        if start < end:
            words = EMPTY.join(_runs(piece.cut(start, end).runs))
            staged = any(a <= start and end <= b for a, b in stages)
            out.append(_STAGE.format(words) if staged else words)
    return EMPTY.join(out)


def _runs(runs: Sequence[Run]) -> Iterator[Markup]:
    for ruby, group in groupby(runs, key=lambda run: run.style.ruby):
        words = EMPTY.join(_styled(run) for run in group)
        yield words if ruby is None else _RUBY.format(words, ruby.reading)


def _styled(run: Run) -> Markup:
    words = _BREAK.join(map(_dashed, run.text.split("\n")))
    style: Style = run.style
    for name, tag in _TAGS:
        if getattr(style, name) and run.text.strip():
            words = tag.format(words)
    return _RAISED[style.raised].format(words) if style.raised in _RAISED else words


def _dashed(line: str) -> Markup:
    """—— is one stroke (CLREQ 3.1.1): the style sheet closes the gap that most fonts leave."""
    return _DASH.join(map(escape, line.split("——")))
