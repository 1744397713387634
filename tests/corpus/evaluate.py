"""How well the outline is inferred: precision, recall and F1 for each half and form.

``python -m tests.corpus.evaluate [--errors] [--half open] [--form bare]``. A heading is found
when its level and its text as it stands are right (white space aside); a run-in heading when its
text is right and it is said to be run in.

The fresh half is there to be measured, not to be tuned on: its errors are listed only where it is
asked for by name (``--half fresh --errors``).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from publisher.outline.infer import understand
from publisher.readers import read
from tests.corpus.files import build
from tests.corpus.forms import FORMS, expected
from tests.corpus.parse import DEVELOPED, HALVES, AnnotatedSpeech, load


class Found(NamedTuple):
    """A heading, comparable: its text without white space."""

    level: int
    text: str
    run_in: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of headings: those that should be found, those that were, and both."""

    wanted: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.wanted + other.wanted, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.wanted + self.found
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Result:
    """One speech in one form: what should be found and what was, in reading order."""

    speech: AnnotatedSpeech
    form: str
    wanted: tuple[Found, ...]
    found: tuple[Found, ...]

    @property
    def headings(self) -> Score:
        """Level and text."""
        return _score(
            ((h.level, h.text) for h in self.wanted), ((h.level, h.text) for h in self.found)
        )

    @property
    def run_in(self) -> Score:
        """Text of the headings that are run in."""
        return _score(
            (h.text for h in self.wanted if h.run_in), (h.text for h in self.found if h.run_in)
        )

    @property
    def errors(self) -> Iterator[str]:
        """What was missed (-) and what was made up (+)."""
        missed, made_up = Counter(self.wanted), Counter(self.found)
        for sign, headings in (("-", missed - made_up), ("+", made_up - missed)):
            for h in headings.elements():
                yield f"{sign} {h.level} {'run-in' if h.run_in else 'alone '} {h.text}"


def _score(wanted: Iterable[object], found: Iterable[object]) -> Score:
    ours, theirs = Counter(wanted), Counter(found)
    return Score(ours.total(), theirs.total(), (ours & theirs).total())


def compact(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


def judge(speech: AnnotatedSpeech, form: str, folder: Path) -> Result:
    """Builds the speech in the form, has it read and understood, and lays both side by side."""
    path = folder / f"{speech.half}-{speech.name}-{form}.docx"
    path.write_bytes(build(speech, form))
    understood, _ = understand(read(path)[0])
    return Result(
        speech,
        form,
        tuple(Found(h.level, compact(h.text), h.run_in) for h in expected(speech, form)),
        tuple(Found(s.level, compact(s.words), s.run_in) for s in understood.walk()),
    )


def results(half: str, form: str) -> list[Result]:
    """All speeches of a half in a form."""
    with tempfile.TemporaryDirectory() as folder:
        return [judge(speech, form, Path(folder)) for speech in load(half)]


def total(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())


def table(judged: Iterable[tuple[str, str, list[Result]]]) -> Iterator[str]:
    """One line for each half and form, for a terminal."""
    columns = "   P     R     F1 "
    yield f"{'half':6}{'form':11}{'headings':>8} {columns}  {'run-in':>6} {columns}"
    for half, form, speeches in judged:
        heads = total(result.headings for result in speeches)
        run_in = total(result.run_in for result in speeches)
        yield (
            f"{half:6}{form:11}{heads.wanted:8} {_numbers(heads)}  "
            f"{run_in.wanted:6} {_numbers(run_in)}"
        )


def _numbers(score: Score) -> str:
    return f"{score.precision:6.3f}{score.recall:6.3f}{score.f1:6.3f}"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.evaluate", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what was missed and made up")
    parser.add_argument("--half", choices=HALVES, action="append", help="only this half")
    parser.add_argument("--form", choices=FORMS, action="append", help="only this form")
    options = parser.parse_args(arguments)
    judged = [
        (half, form, results(half, form))
        for half in options.half or HALVES
        for form in options.form or FORMS
    ]
    report = list(table(judged))
    if options.errors:
        listed = options.half or DEVELOPED
        for half, form, speeches in judged:
            for result in speeches if half in listed else ():
                if errors := list(result.errors):
                    report += ["", f"{result.speech.half}/{result.speech.name} {form}", *errors]
    sys.stdout.write("\n".join(report) + "\n")


if __name__ == "__main__":
    main()
