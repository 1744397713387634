"""A text's lines, divided where its parts begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.plan import GlyphRun, Line, Text


def divided(text: Text) -> list[tuple[int, Sequence[Line]]]:
    """(part, its lines) for each part of ``text`` that has glyphs here, in order.

    A text without parts is part 0. A glyph that stands for no character of its own belongs to
    the part of the one before it.
    """
    if not text.parts:
        return [(0, text.lines)] if _has_glyphs(text.lines) else []
    found: list[tuple[int, list[Line]]] = []
    starts = [part.start for part in text.parts[1:]]
    part, at = 0, text.start
    for line in text.lines:
        runs: dict[int, list[GlyphRun]] = {}
        for run in line.runs:
            if run.glyphs.gids:
                for number, piece in _cut(run, at, part, starts):
                    runs.setdefault(number, []).append(piece)
                    part = number
                at += len(run.glyphs.text)
        for number, own in runs.items():
            if not found or found[-1][0] != number:
                found.append((number, []))
            found[-1][1].append(line._replace(runs=tuple(own)))
    return list(found)


def _cut(
    run: GlyphRun, at: int, part: int, starts: Sequence[int]
) -> Iterator[tuple[int, GlyphRun]]:
    """``run``, whose first character is number ``at``, cut where parts behind ``part`` begin."""
    glyphs = run.glyphs
    if part == len(starts) or at + len(glyphs.text) <= starts[part]:
        yield part, run  # as nearly always
        return
    first = 0
    for i, words in enumerate(glyphs.texts):
        if part < len(starts) and at >= starts[part] and words:
            if i > first:
                yield part, _slice(run, first, i)
            first = i
            while part < len(starts) and at >= starts[part]:
                part += 1
        at += len(words)
    yield part, _slice(run, first, len(glyphs))


def _slice(run: GlyphRun, first: int, end: int) -> GlyphRun:
    whole = first == 0 and end == len(run.glyphs)
    return run if whole else run._replace(glyphs=run.glyphs[first:end])


def _has_glyphs(lines: Sequence[Line]) -> bool:
    return any(run.glyphs.gids for line in lines for run in line.runs)
