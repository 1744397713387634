"""How well paragraphs are broken, and how fast: python benchmarks/lines.py [--measures 14 20 28]

The corpus is set twice at each measure: at its best (`linebreak`), and greedily, line by line as
most programs do it, by the same rules with the same squeezing. Lower is better everywhere.
Times are CPU, the least of five; the fonts are open and the characters shaped once before.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from publisher.geometry import pt  # noqa: E402
from publisher.layout import linebreak  # noqa: E402
from publisher.layout.clreq import MAY_BREAK  # noqa: E402
from publisher.layout.kept import kept_ranges  # noqa: E402
from publisher.layout.paragraph import Span, set_paragraph  # noqa: E402
from publisher.layout.stretch import Box, Manner, Stretch, measure_stretch  # noqa: E402
from publisher.layout.western import is_western  # noqa: E402
from publisher.plan import Colour  # noqa: E402
from publisher.publish import Publication  # noqa: E402
from publisher.typeface.registry import load_typefaces  # noqa: E402
from publisher.typeface.shaping import shape  # noqa: E402
from tests.corpus.parse import HALVES, load  # noqa: E402

EM = pt(15.79)


class Sum(NamedTuple):
    """Of all lines but the last ones: what they were squeezed and stretched, in ems."""

    lines: int = 0
    squeezed: float = 0.0
    stretched: float = 0.0
    worst_squeeze: float = 0.0
    worst_gap: float = 0.0
    alone: int = 0
    parted: int = 0

    def add(self, stretch: Stretch, ends: list[int], measure: int, indent: int, kept: set) -> "Sum":
        start, total = 0, self
        for end in ends[:-1]:
            room = measure - (0 if start else indent)
            need = (room - stretch.right[end] + stretch.left[start]) / stretch.em
            last = stretch.last[end]
            gaps = max(1, stretch.gaps[last] - stretch.gaps[start])
            total = total._replace(
                lines=total.lines + 1,
                squeezed=total.squeezed + max(0.0, -need),
                stretched=total.stretched + max(0.0, need),
                worst_squeeze=max(total.worst_squeeze, -need),
                worst_gap=max(total.worst_gap, need / gaps),
                parted=total.parted + (end in kept),
            )
            start = end
        alone = len(ends) > 1 and stretch.letters[-1] - stretch.letters[ends[-2]] < 2
        return total._replace(alone=total.alone + alone)


def greedy(stretch: Stretch, measure: int, indent: int) -> list[int]:
    """Line by line: the last break that fits, squeezed if it must (先挤进后推出)."""
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


def paragraphs() -> Iterator[str]:
    for half in HALVES:
        for speech in load(half):
            yield from (p.text for p in speech.paragraphs if len(p.text) > 30)


def measured(texts: Iterable[str]) -> Iterator[tuple[Stretch, set[int]]]:
    typefaces = load_typefaces()
    for text in texts:
        if is_western(text):
            continue
        boxes = [
            Box(glyph.text, EM * glyph.advance // glyph.units, EM)
            for glyph in shape(text, "fang", typefaces)
        ]
        ranges = kept_ranges(text)
        if sum(len(box.text) for box in boxes) == len(boxes):
            kept = {b for a, e in ranges for b in range(a + 1, e)}
            yield measure_stretch(boxes, lambda _: 0, Manner(together=ranges)), kept


def quality(measures: list[int]) -> None:
    texts = list(measured(paragraphs()))
    print(f"{len(texts)} paragraphs of the corpus; ems, but for the counts")
    head = ("", "lines", "squeezed", "stretched", "worst squeeze", "worst gap", "alone", "parted")
    print(("{:>14}" * len(head)).format(*head))
    for columns in measures:
        measure, indent = columns * EM, 2 * EM
        sums = {"best": Sum(), "greedy": Sum()}
        for stretch, kept in texts:
            ways = {
                "best": linebreak.break_lines(stretch, measure, indent),
                "greedy": greedy(stretch, measure, indent),
            }
            for name, ends in ways.items():
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
