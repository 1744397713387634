"""A text's lines, divided where its parts begin."""

from __future__ import annotations

from collections.abc import Sequence

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
            first = 0
            for i, glyph in enumerate(run.glyphs):
                if part < len(starts) and at >= starts[part] and glyph.text:
                    if i > first:
                        runs.setdefault(part, []).append(_slice(run, first, i))
                    first = i
                    while part < len(starts) and at >= starts[part]:
                        part += 1
                at += len(glyph.text)
            if run.glyphs:
                runs.setdefault(part, []).append(_slice(run, first, len(run.glyphs)))
        for number, own in runs.items():
            if not found or found[-1][0] != number:
                found.append((number, []))
            found[-1][1].append(line._replace(runs=tuple(own)))
    return list(found)


def _slice(run: GlyphRun, first: int, end: int) -> GlyphRun:
    whole = first == 0 and end == len(run.glyphs)
    return run if whole else run._replace(glyphs=run.glyphs[first:end])


def _has_glyphs(lines: Sequence[Line]) -> bool:
    return any(run.glyphs for line in lines for run in line.runs)
