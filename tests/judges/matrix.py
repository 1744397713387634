"""Decks of many speeches in every theme, density and aspect, before all the judges of decks.

``python -m tests.judges.matrix`` judges them all and goes on where it was stopped: what has been
judged stands in ``build/judge-all.jsonl``, a case to a line, with the digest of its deck. A deck
that comes out with the same bytes is not judged again; ``--again`` is for when a judge changed. A
run ends with the counts, and with exit code 1 where a judge found anything.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

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


class Deck(NamedTuple):
    """A case as a file, with the digest of its bytes."""

    case: Case
    path: Path
    digest: str

    @property
    def as_it_is(self) -> tuple[Case, str]:
        return self.case, self.digest


def made(cases: Iterable[Case], folder: Path) -> Iterator[Deck]:
    """The decks of ``cases`` as files in ``folder``."""
    for number, case in enumerate(cases):
        path = _made(case, folder / f"{number}.pptx")
        yield Deck(case, path, hashlib.sha256(path.read_bytes()).hexdigest())


def judged(decks: Sequence[Deck], folder: Path) -> Iterator[tuple[Deck, list[str]]]:
    """Each deck with what the judges found; LibreOffice's pages are made in ``folder``."""
    if not decks:
        return
    paths = [deck.path for deck in decks]
    pages = render.to_pdf(paths, folder)
    with ThreadPoolExecutor(2) as pool:  # the validator is a program of its own
        validated = pool.map(ooxml.validate, paths)
        for deck, pdf, errors in zip(decks, pages, validated, strict=True):
            yield deck, errors + list(_findings(deck.case, deck.path, glyphs.read(pdf)))


@lru_cache
def _speeches(half: str) -> dict[str, Any]:
    return {speech.name: speech for speech in load(half)}


def _made(case: Case, target: Path) -> Path:
    half, _, name = case.speech.rpartition("/")
    source = ROOT / "examples" / name
    if half:
        source = target.with_suffix(".docx")
        source.write_bytes(build(_speeches(half)[name], "bare"))
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
    """Judge each deck that was not judged as it is now, noting it in ``done``; the count, and the
    cases with findings.

    What other runs have noted in files of the same stem counts as judged.
    """
    known: dict[tuple[Case, str], list[str]] = {}
    for log in done.parent.glob(f"{DONE.stem}*{DONE.suffix}"):
        for line in log.read_text(encoding="utf-8").splitlines():
            case, digest, findings = json.loads(line)
            known[Case(*case), digest] = findings
    wanted = list(cases)
    found: dict[Case, list[str]] = {}
    done.parent.mkdir(parents=True, exist_ok=True)
    with done.open("a", encoding="utf-8") as log:
        for start in range(0, len(wanted), _BATCH):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                decks = list(made(wanted[start : start + _BATCH], folder))
                found |= {d.case: known[d.as_it_is] for d in decks if d.as_it_is in known}
                for deck, findings in judged([d for d in decks if d.case not in found], folder):
                    found[deck.case] = findings
                    line = [deck.case, deck.digest, findings]
                    log.write(json.dumps(line, ensure_ascii=False) + "\n")
            log.flush()
            sys.stderr.write(f"{len(found)} of {len(wanted)}\n")
    return len(wanted), {case: findings for case, findings in found.items() if findings}


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
