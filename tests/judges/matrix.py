"""Decks of many speeches in every theme, density and aspect, before all the judges of decks.

``python -m tests.judges.matrix`` judges them all and goes on where it was stopped: what has been
judged stands in ``build/judge-all.jsonl``, a case to a line. A run ends with the counts, and with
exit code 1 where a judge found anything.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

from publisher.geometry import ASPECTS
from publisher.options import Density
from publisher.publish import Request, publish
from tests.corpus.files import build
from tests.corpus.parse import HALVES, load
from tests.judges import cover, deck_ruler, glyphs, ooxml, pptx_lint, render
from tests.judges.programs import ROOT

DONE = ROOT / "build" / "judge-all.jsonl"
LEAST_COVER = 0.3
_BATCH = 48
"""Decks to one run of LibreOffice."""
_FEW = 10
"""Speeches that the pairwise choice is made from."""


class Case(NamedTuple):
    """One deck: of which speech, and with which choices."""

    speech: str
    theme: str
    density: str
    aspect: str
    larger: bool

    @property
    def said(self) -> dict[str, object]:
        return {
            "theme": self.theme,
            "density": Density(self.density),
            "aspect": self.aspect,
            "larger": self.larger,
        }


def themes() -> list[str]:
    return sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.toml"))


def speeches() -> list[str]:
    """The examples by their file names, and the corpus as half/name."""
    examples = [path.name for path in sorted((ROOT / "examples").glob("*.docx"))]
    return examples + [f"{half}/{speech.name}" for half in HALVES for speech in load(half)]


def every() -> Iterator[Case]:
    """Each speech in each theme, density and aspect; every fifth of them in larger type."""
    densities = [density.value for density in Density]
    cases = product(speeches(), themes(), densities, ASPECTS)
    for number, (speech, theme, density, aspect) in enumerate(cases):
        yield Case(speech, theme, density, aspect, number % 5 == 0)


def pairwise() -> list[Case]:
    """As few cases as hold every pair of choices; the speeches are the examples and a few more."""
    named = speeches()
    examples = [name for name in named if name.endswith(".docx")]
    others = [name for name in named if name not in examples]
    step = max(1, len(others) // (_FEW - len(examples)))
    chosen = (examples + others[::step])[:_FEW]
    densities = [density.value for density in Density]
    space = [Case(*c) for c in product(chosen, themes(), densities, ASPECTS, (False, True))]
    missing = {pair for case in space for pair in _pairs(case)}
    cases: list[Case] = []
    while missing:
        best = max(space, key=lambda case: len(_pairs(case) & missing))
        missing -= _pairs(best)
        cases.append(best)
    return cases


def _pairs(case: Case) -> set[tuple[tuple[int, object], tuple[int, object]]]:
    return set(combinations(enumerate(case), 2))


def judged(cases: Sequence[Case], folder: Path) -> Iterator[tuple[Case, list[str]]]:
    """Each case with what the judges found; files are made in ``folder``."""
    decks = [_made(case, folder / f"{number}.pptx") for number, case in enumerate(cases)]
    pages = render.to_pdf(decks, folder)
    with ThreadPoolExecutor(2) as pool:  # the validator is a program of its own
        validated = pool.map(ooxml.validate, decks)
        for case, deck, pdf, errors in zip(cases, decks, pages, validated, strict=True):
            yield case, errors + list(_findings(case, deck, glyphs.read(pdf)))


def _made(case: Case, target: Path) -> Path:
    half, _, name = case.speech.rpartition("/")
    source = ROOT / "examples" / name
    if half:
        source = target.with_suffix(".docx")
        speech = next(s for s in load(half) if s.name == name)
        source.write_bytes(build(speech, "bare"))
    return publish(Request(source, "pptx", target, case.said)).target


def _findings(case: Case, deck: Path, pages: list[glyphs.Page]) -> Iterator[str]:
    yield from map(str, pptx_lint.lint(deck))
    yield from deck_ruler.sizes(deck, case.density, larger=case.larger)
    yield from deck_ruler.frames(deck)
    yield from deck_ruler.contrasts(deck, pages)
    yield from deck_ruler.orphans(deck, pages)
    for number, (boxes, page) in enumerate(zip(render.frames(deck), pages, strict=True), 1):
        yield from (f"slide {number} {finding}" for finding in render.findings(boxes, page))
    if case.density == Density.STANDARD and not case.larger:
        for number, share in cover.body_cover(deck, pages).items():
            if share < LEAST_COVER:
                yield f"slide {number}: {share:.0%} of the body is covered"


def judge_all(cases: Iterable[Case], done: Path) -> tuple[int, dict[Case, list[str]]]:
    """Judge what is not ``done`` yet, noting each; the count, and the cases with findings.

    What other runs have noted in files of the same stem counts as done.
    """
    results = {}
    for log in done.parent.glob(f"{DONE.stem}*{DONE.suffix}"):
        for line in log.read_text(encoding="utf-8").splitlines():
            case, findings = json.loads(line)
            results[Case(*case)] = findings
    wanted = list(cases)
    rest = [case for case in wanted if case not in results]
    done.parent.mkdir(parents=True, exist_ok=True)
    with done.open("a", encoding="utf-8") as log:
        for start in range(0, len(rest), _BATCH):
            with tempfile.TemporaryDirectory() as folder:
                for case, findings in judged(rest[start : start + _BATCH], Path(folder)):
                    results[case] = findings
                    log.write(json.dumps([case, findings], ensure_ascii=False) + "\n")
            log.flush()
            sys.stderr.write(f"{len(wanted) - len(rest) + start + _BATCH} of {len(wanted)}\n")
    return len(wanted), {case: results[case] for case in wanted if results[case]}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.judges.matrix", description=__doc__)
    parser.add_argument("--again", action="store_true", help="forget what was judged before")
    parser.add_argument("--some", type=int, default=1, metavar="N", help="every Nth case alone")
    parser.add_argument("--from", type=int, default=0, dest="first", help="so many cases later")
    options = parser.parse_args()
    if options.again:
        for log in DONE.parent.glob(f"{DONE.stem}*{DONE.suffix}"):
            log.unlink()
    done = DONE.with_stem(f"{DONE.stem}-{options.first}") if options.first else DONE
    count, bad = judge_all(list(every())[options.first :: options.some], done)
    for case, findings in bad.items():
        for finding in findings:
            sys.stdout.write(f"{' '.join(map(str, case))}: {finding}\n")
    sys.stdout.write(f"{count} decks judged, {len(bad)} with findings\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
