"""One annotated speech as .docx in six forms of formatting, and the outline each can carry.

styles     heading styles by their standard ids; what was run in was split off, as people do
direct     all Normal, formatted by hand in the official look
bare       no formatting at all
numbered   automatic numbers; no styles
outline    outline levels on otherwise Normal paragraphs
localized  heading styles with the ids and names of Chinese Word and of WPS, through basedOn

``lines`` decides what becomes a paragraph in which form; ``expected`` and the files (``files``)
both follow from it, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tests.corpus.lists import Marker, marker
from tests.corpus.parse import AnnotatedSpeech, Heading, Paragraph, Span, text_of

FORMS = ("styles", "direct", "bare", "numbered", "outline", "localized")
STYLED_LEVELS = 3
"""People style three levels; what is deeper stays typed text in Normal."""
SPLITTING = ("styles", "localized")
"""Forms in which a heading needs a paragraph of its own."""
CLOSING_MARKS = "。．.；;"


class Expected(NamedTuple):
    """A heading as a form shows it. White space is the form's own affair."""

    level: int
    number: str
    text: str
    run_in: bool
    """It shares its paragraph with other text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the file to be."""

    role: str
    spans: tuple[Span, ...]
    heading: Heading | None = None
    """The heading that the whole paragraph is."""
    number: Marker | None = None
    """The number that Word makes in place of the typed one, at its beginning."""

    @property
    def first(self) -> Heading | None:
        return self.spans[0] if isinstance(self.spans[0], Heading) else None

    @property
    def typed(self) -> str:
        """The text that stands in the file."""
        whole = "".join(map(text_of, self.spans))
        if self.number is None or self.first is None:
            return whole
        return whole[len(self.first.number) :].lstrip()


def _sets_apart(paragraph: Paragraph) -> Heading | None:
    """The heading at the beginning that can be told apart from the points further on.

    首先，…。其次，…。 in one paragraph are equals: nobody styles or numbers the first alone.
    """
    first = paragraph.spans[0]
    if not isinstance(first, Heading):
        return None
    alone = all(other.level != first.level for other in paragraph.headings[1:])
    return first if alone else None


def _split(paragraph: Paragraph, heading: Heading, form: str) -> Iterator[Line]:
    """The heading as a paragraph of its own, and the rest. One form drops the closing mark."""
    words = heading.words
    if form == "localized" and len(paragraph.spans) > 1:
        words = words.rstrip(CLOSING_MARKS)
    apart = Heading(heading.level, heading.number, words)
    yield Line(paragraph.role, (apart,), heading=apart)
    if rest := paragraph.spans[1:]:
        yield Line(paragraph.role, rest)


def lines(paragraph: Paragraph, form: str) -> Iterator[Line]:
    """The paragraphs that one paragraph of the speech becomes in a form."""
    heading = _sets_apart(paragraph)
    alone = heading if len(paragraph.spans) == 1 else None
    if form in SPLITTING and heading is not None and heading.level <= STYLED_LEVELS:
        yield from _split(paragraph, heading, form)
    elif form == "numbered" and heading is not None:
        yield Line(paragraph.role, paragraph.spans, alone, marker(heading.number))
    else:
        yield Line(paragraph.role, paragraph.spans, alone)


def expected(speech: AnnotatedSpeech, form: str) -> list[Expected]:
    """The outline that a careful reader finds in the speech in this form."""
    return [
        Expected(span.level, span.number, span.text, len(line.spans) > 1)
        for paragraph in speech.paragraphs
        for line in lines(paragraph, form)
        for span in line.spans
        if isinstance(span, Heading)
    ]
