"""What formatting says: the look of the body, the looks that stand out, levels set by hand."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate

from publisher.manuscript import Paragraph, Style
from publisher.record import NamedTuple

# Faces of official documents, most prominent first (GB/T 9704 7.3).
_FACES = ("标宋", "黑", "楷", "仿")


class Look(NamedTuple):
    """The formatting that readers see a heading by."""

    font: str | None
    size: int | None
    bold: bool

    @property
    def prominence(self) -> tuple[int, int, bool]:
        """Outer headings stand out more: by size, then by face, then by weight."""
        face = next((i for i, part in enumerate(_FACES) if part in (self.font or "")), 9)
        return self.size or 0, -face, self.bold


def _look(style: Style) -> Look:
    return Look(style.font, style.size, style.bold)


def body_look(paragraphs: Iterable[Paragraph]) -> Look:
    """The look that most of the characters have, headings set by style left out."""
    styles: Counter[Style] = Counter()
    for paragraph in paragraphs:
        if explicit_level(paragraph) is None and paragraph.cues.heading_style is None:
            for run in paragraph.runs:
                styles[run.style] += len(run.text)
    weights: Counter[Look] = Counter()
    for style, size in styles.items():
        weights[_look(style)] += size
    return max(weights, key=weights.__getitem__, default=Look(None, None, False))


def explicit_level(paragraph: Paragraph) -> int | None:
    """The level that a person set: outline level before style name (1 to 9), else None."""
    cues = paragraph.cues
    if cues.in_table or is_note(paragraph):
        return None
    if cues.outline_level is not None and cues.heading_style != 0:
        return cues.outline_level + 1 if 0 <= cues.outline_level <= 8 else None
    return cues.heading_style or None


def is_note(paragraph: Paragraph) -> bool:
    """A footnote or endnote: never a line of the title page, a heading or the closing."""
    return paragraph.cues.note is not None


class Looks:
    """Looks of ranges of one paragraph, each found without walking all its runs again."""

    def __init__(self, paragraph: Paragraph) -> None:
        self._runs = paragraph.runs
        self._starts = [0, *accumulate([len(run.text) for run in paragraph.runs])]

    def of(self, start: int, end: int) -> Look:
        """The look of most non-blank characters from ``start`` to ``end``."""
        if len(self._runs) == 1 and start < self._starts[1] and end > 0:
            return _look(self._runs[0].style)
        weights: Counter[Look] = Counter()
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self._runs) and self._starts[index] < end:
            run, at = self._runs[index], self._starts[index]
            text = run.text[max(start - at, 0) : end - at]
            weights[_look(run.style)] += len(text) - text.count(" ") - text.count("\u3000")
            index += 1
        return max(weights, key=weights.__getitem__, default=Look(None, None, False))

    def lead_end(self) -> int:
        """Where the look of the first characters ends."""
        first: Look | None = None
        for run, at in zip(self._runs, self._starts):
            if run.text.strip():
                look = _look(run.style)
                if first is not None and look != first:
                    return at
                first = look
        return self._starts[-1]


def differences(look: Look, body: Look) -> Iterable[tuple[str, str]]:
    """(cue, value) for each way in which a look stands out from the body's."""
    if look.font and look.font != body.font:
        yield "font", look.font
    if look.size and body.size and look.size > body.size:
        yield "size", f"{look.size / 2:g}"
    if look.bold and not body.bold:
        yield "weight", "bold"
