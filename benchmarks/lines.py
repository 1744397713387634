"""How well paragraphs are broken, and how fast: python -m benchmarks.lines [--measures 14 20 28]

The corpus is set at each measure in three ways by the same rules and tables: at its best
(`linebreak`); by first fit, line by line as office programs do it; and with each line as full as
its marks allow. ``squares`` adds up the squares of what each line was squeezed or stretched, in
ems; ``plain`` counts the lines that needed neither. Lower is better but for plain lines.
Times are CPU, the least of five; the fonts are open and the characters shaped once before.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from publisher.geometry import pt
from publisher.layout import linebreak
from publisher.layout.clreq import MAY_BREAK
from publisher.layout.kept import kept_ranges
from publisher.layout.letters import Span
from publisher.layout.paragraph import set_paragraph
from publisher.layout.placed import Boxes
from publisher.layout.stretch import Manner, Stretch, measure_stretch
from publisher.layout.western import is_western
from publisher.plan import Colour
from publisher.publication import Publication
from publisher.typeface.registry import load_typefaces
from publisher.typeface.shaping import shape
from tests.corpus.parse import HALVES, load

ROOT = Path(__file__).resolve().parent.parent
EM = pt(15.79)


class Sum(NamedTuple):
    """Of all lines but the last ones: what they were squeezed and stretched, in ems."""

    lines: int = 0
    squeezed: float = 0.0
    stretched: float = 0.0
    worst_squeeze: float = 0.0
    worst_gap: float = 0.0
    squares: float = 0.0
    plain: int = 0
    alone: int = 0
    parted: int = 0

    def add(self, stretch: Stretch, ends: list[int], measure: int, indent: int, kept: set) -> "Sum":
        start, total = 0, self
        for end in ends[:-1]:
            room = measure - (0 if start else indent)
            need = (room - stretch.right[end] + stretch.left[start]) / stretch.em
            last = stretch.last[end]
            gaps = max(1, stretch.gaps[last] - stretch.gaps[start])
            rest = max(0.0, need - (stretch.first[last] - stretch.first[start]) / stretch.em)
            total = total._replace(
                lines=total.lines + 1,
                squeezed=total.squeezed + max(0.0, -need),
                stretched=total.stretched + max(0.0, need),
                worst_squeeze=max(total.worst_squeeze, -need),
                worst_gap=max(total.worst_gap, rest / gaps),
                squares=total.squares + need * need,
                plain=total.plain + (need == 0),
                parted=total.parted + (end in kept),
            )
            start = end
        alone = len(ends) > 1 and ends[-2] >= stretch.alone
        return total._replace(alone=total.alone + alone)


def first_fit(stretch: Stretch, measure: int, indent: int) -> list[int]:
    """Line by line, each filled by natural widths, its last mark at half an em.

    Where a mark would begin the next line, it is squeezed in if the line's marks give enough, else
    the last words that may go down with it do (先挤进后推出).
    """
    count, right, flags = len(stretch.widths), stretch.right, stretch.flags
    ends: list[int] = []
    start = 0
    while start < count:
        edge = stretch.left[start] + measure - (0 if start else indent)
        fit = start
        while fit < count and right[fit + 1] <= edge:
            fit += 1
        end = max(fit, start + 1)
        if fit < count and not flags[fit - 1] & MAY_BREAK:
            after = next((b for b in range(fit + 1, count) if flags[b - 1] & MAY_BREAK), count)
            last = stretch.last[after]
            before = (b for b in range(fit, start, -1) if flags[b - 1] & MAY_BREAK)
            taken_in = right[after] - edge <= stretch.shrink[last] - stretch.shrink[start]
            end = after if taken_in else next(before, end)
        ends.append(end)
        start = end
    return ends


def fullest(stretch: Stretch, measure: int, indent: int) -> list[int]:
    """Line by line, each to the last break that all its marks can be squeezed for."""
    count = len(stretch.widths)
    ends: list[int] = []
    start = 0
    while start < count:
        room = measure - (0 if start else indent)
        best = 0
        for end in range(start + 1, count + 1):
            over = stretch.right[end] - stretch.left[start] - room
            last = stretch.last[end]
            if over > stretch.shrink[last] - stretch.shrink[start] and over > 2 * stretch.em:
                break
            fits = over <= max(0, stretch.shrink[last] - stretch.shrink[start])
            if fits and (end == count or stretch.flags[end - 1] & MAY_BREAK):
                best = end
        start = best or start + 1
        ends.append(start)
    return ends


WAYS: dict[str, Callable[[Stretch, int, int], list[int]]] = {
    "best": linebreak.break_lines, "first fit": first_fit, "fullest": fullest,
}  # fmt: skip


def paragraphs() -> Iterator[str]:
    for half in HALVES:
        for speech in load(half):
            yield from (p.text for p in speech.paragraphs if len(p.text) > 30)


def measured(texts: Iterable[str]) -> Iterator[tuple[Stretch, set[int]]]:
    typefaces = load_typefaces()
    for text in texts:
        if is_western(text):
            continue
        glyphs = shape(text, "fang", typefaces)
        widths = [EM * glyph.advance // glyph.units for glyph in glyphs]
        boxes = Boxes([glyph.text for glyph in glyphs], widths, [EM] * len(glyphs))
        ranges = kept_ranges(text)
        if len(text) == len(glyphs):
            kept = {b for a, e in ranges for b in range(a + 1, e)}
            yield measure_stretch(boxes, lambda _: 0, Manner(together=ranges)), kept


def quality(measures: list[int]) -> None:
    texts = list(measured(paragraphs()))
    print(f"{len(texts)} paragraphs of the corpus; ems, but for the counts")
    head = ("", "lines", "squeezed", "stretched", "worst squeeze", "worst gap", "squares", "plain",
            "alone", "parted")  # fmt: skip
    print(("{:>14}" * len(head)).format(*head))
    for columns in measures:
        measure, indent = columns * EM, 2 * EM
        sums = dict.fromkeys(WAYS, Sum())
        for stretch, kept in texts:
            for name, way in WAYS.items():
                ends = way(stretch, measure, indent)
                sums[name] = sums[name].add(stretch, ends, measure, indent, kept)
        for name, total in sums.items():
            row = [f"{value:.2f}" if isinstance(value, float) else value for value in total]
            print(("{:>14}" * len(head)).format(f"{name} at {columns}", *row))


def speed() -> None:
    typefaces = load_typefaces()
    manuscript = Publication(ROOT / "examples" / "reading.docx").manuscript.value
    speech = _cut([paragraph.text for paragraph in manuscript.paragraphs()] * 2)
    joined = "".join(speech)
    print(f"\na speech of {len(joined)} characters, {len(speech)} paragraphs:")
    print(f"{least(speech, typefaces) * 1000:8.1f} ms as it stands")
    print("as one paragraph:")
    for times in (1, 10, 100):
        seconds = least([joined * times], typefaces, 5 if times < 100 else 3)
        print(f"{seconds * 1000:8.1f} ms {times:4} times, {seconds * 1000 / times:6.1f} each")


CHARACTERS = 3294
"""A speech of a quarter of an hour."""


def _cut(texts: list[str]) -> list[str]:
    found, left = [], CHARACTERS
    for text in texts:
        found.append(text[:left])
        left -= len(found[-1])
    return [text for text in found if text]


def least(texts: list[str], typefaces: object, runs: int = 5) -> float:
    best = 1e9
    for _ in range(runs + 1):
        kept_ranges.cache_clear()
        start = time.process_time()
        for text in texts:
            set_paragraph([Span(text, "fang", EM, Colour("dk1"))], 28 * EM, typefaces)
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measures", type=int, nargs="*", default=[14, 20, 28, 36])
    quality(parser.parse_args().measures)
    speed()
