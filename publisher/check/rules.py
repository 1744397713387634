"""The rules, as one table: what a machine can say with few false alarms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from publisher.check import marks, structure, words
from publisher.check.finding import Case, Finding
from publisher.check.names import names

RULES: Mapping[str, Callable[[Case], Iterator[Finding]]] = {
    "unmatched": marks.unmatched,
    "half-width": marks.half_width,
    "doubled-marks": marks.doubled_marks,
    "doubled-words": words.doubled_words,
    "placeholder": words.placeholders,
    "long-sentence": words.long_sentences,
    "glyph": words.missing_glyphs,
    "level-skipped": structure.skipped_levels,
    "heading-repeated": structure.repeated_headings,
    "names": names,
    "length": structure.length,
    "notices": structure.notices,
}
"""Each is a pure function of the case; most name their findings as they are named here. Gaps and
repeats in the numbering come with the notices of the outline."""


def check(case: Case) -> tuple[Finding, ...]:
    """All findings in reading order; those about the speech as a whole come first."""
    found = [finding for rule in RULES.values() for finding in rule(case)]
    return tuple(sorted(found, key=lambda f: (-1 if f.paragraph is None else f.paragraph, f.start)))
