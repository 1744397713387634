"""What an author wants for single headings: which headings are meant, and whether it was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from publisher.compose.course import unshown
from publisher.compose.specials import spoken
from publisher.events import Notice, notice
from publisher.folding import as_key
from publisher.manuscript import SourceRef, Table
from publisher.script import Role, Slide
from publisher.speech import BodyBlock, Section, Speech
from publisher.treatment import ARRANGED, Treatment, Treatments

Wanted: TypeAlias = Mapping[SourceRef, Treatment]
"""By the place of the heading."""


def matched(speech: Speech, treatments: Treatments) -> tuple[Wanted, tuple[Notice, ...]]:
    """Each treatment with its headings, by the text of the whole heading or of its title; and
    those whose heading stands nowhere. Of two for one heading the later holds."""
    named: dict[str, list[Section]] = {}
    for root in speech.sections:
        for section in root.walk():
            texts = (section.words, section.heading.text, section.title.text)
            for key in dict.fromkeys(as_key(text) for text in texts):
                named.setdefault(key, []).append(section)
    wanted: dict[SourceRef, Treatment] = {}
    told: list[Notice] = []
    for text, treatment in treatments:
        found = named.get(as_key(text), [])
        wanted |= {section.heading.ref: treatment for section in found}
        if not found:
            told.append(notice("treatment-unmatched", heading=text.strip()))
    return wanted, tuple(told)


def dressed(speech: Speech, wanted: Wanted) -> Speech:
    """The speech as its slides show it: with the pictures wanted beneath its headings, and
    without headings that shall have no slide, whose text goes unshown with what stands before."""
    if not wanted:
        return speech
    hidden, sections = _dressed(speech.sections, wanted)
    return speech._replace(opening=(*speech.opening, *hidden), sections=sections)


def _dressed(
    sections: Sequence[Section], wanted: Wanted
) -> tuple[tuple[BodyBlock, ...], tuple[Section, ...]]:
    """What is unshown before the first of ``sections``, and these."""
    ahead: list[BodyBlock] = []
    shown: list[Section] = []
    for section in sections:
        treatment = wanted.get(section.heading.ref, Treatment())
        if treatment.slide:
            before, kids = _dressed(section.children, wanted)
            pictures: tuple[BodyBlock, ...] = ()
            if treatment.picture:
                alt = treatment.picture.alt or section.title.text
                pictures = (treatment.picture._replace(alt=alt),)
            shown.append(section._replace(body=(*section.body, *pictures, *before), children=kids))
            continue
        silent = tuple(map(unshown, spoken(section)))
        if shown:
            shown[-1] = _followed(shown[-1], silent)
        else:
            ahead += silent
    return tuple(ahead), tuple(shown)


def _followed(section: Section, pieces: tuple[BodyBlock, ...]) -> Section:
    """``section`` with ``pieces`` after all else in it."""
    if not section.children:
        return section._replace(body=(*section.body, *pieces))
    *kids, last = section.children
    return section._replace(children=(*kids, _followed(last, pieces)))


def undone(speech: Speech, slides: Sequence[Slide], wanted: Wanted) -> Iterator[Notice]:
    """What was wanted and is on no slide of its heading."""
    for root in speech.sections:
        for section in root.walk():
            treatment = wanted.get(section.heading.ref)
            if treatment is None or not treatment.slide:
                continue
            own = list(_slides_of(section, slides))
            if treatment.layout and not any(_is(slide, treatment.layout) for slide in own):
                yield _undone(section, treatment.layout)
            tables = any(isinstance(b, Table) for s in section.walk() for b in s.body)
            if treatment.chart and not tables:
                yield _undone(section, "chart")


def _is(slide: Slide, layout: str) -> bool:
    return slide.layout == layout if layout in ARRANGED else slide.role == Role(layout)


def _undone(section: Section, wanted: str) -> Notice:
    heading = section.heading
    return notice(
        "treatment-undone", heading.ref.paragraph, heading=heading.text.strip(), wanted=wanted
    )


def _slides_of(section: Section, slides: Sequence[Slide]) -> Iterator[Slide]:
    """The slides on which something of a heading is spoken."""
    mine: dict[int, list[SourceRef]] = {}
    for piece in spoken(section):
        mine.setdefault(piece.ref.paragraph, []).append(piece.ref)
    for slide in slides:
        refs = [piece.ref for piece in slide.spoken()]
        if any(m.start <= r.start < m.end for r in refs for m in mine.get(r.paragraph, ())):
            yield slide
