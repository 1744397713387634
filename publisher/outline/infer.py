"""Manuscript → Speech: the two ends, candidates, weighing, nesting, and the author's last word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from publisher.events import Notice, notice
from publisher.manuscript import Manuscript, Paragraph, Table
from publisher.outline.assembly import Assembly
from publisher.outline.back import Back, find_back
from publisher.outline.candidate import Candidate
from publisher.outline.candidates import candidates
from publisher.outline.cues import body_look
from publisher.outline.doubts import doubts
from publisher.outline.front import Front, find_front
from publisher.outline.manuscripts import Kind, recognise
from publisher.outline.nesting import Place, nest
from publisher.outline.roles import is_question, is_secrecy, is_transcript
from publisher.outline.setting import Setting
from publisher.outline.weighing import Verdict, weigh
from publisher.speech import Speech

if TYPE_CHECKING:
    from publisher.treatment import Corrections


def understand(
    manuscript: Manuscript, corrections: Corrections | None = None
) -> tuple[Speech, tuple[Notice, ...]]:
    """What a manuscript means, and what is doubtful about it.

    The pieces of the Speech, in order, are the manuscript's text, each character once.
    ``corrections`` win over all evidence; those whose words stand nowhere are notices
    (correction-unmatched). Other notices: see ``doubts``. Takes time in proportion to the
    length of the text.
    """
    paragraphs = manuscript.paragraphs()
    body = body_look(p for p in paragraphs if not p.cues.in_table)
    lost: tuple[str, ...] = ()
    titles: frozenset[int] = frozenset()
    if corrections is not None and any(corrections):
        from publisher.outline import corrections as author  # few documents have any

        titles = author.title_lines(corrections.title, paragraphs[:_TITLES])
        lost = (corrections.title,) if corrections.title and not titles else ()
    front = find_front(paragraphs[: _first_table(manuscript)], body, titles)
    back = find_back(paragraphs, front.at[0] + (front.at[1] > 0))
    kind = _kind(front, paragraphs)
    seen = candidates(paragraphs, body, front.at[0])
    if corrections is not None and corrections.headings:
        seen, unplaced = author.applied(corrections, seen, paragraphs[front.at[0] :])
        lost += unplaced
    setting = Setting(
        paragraphs,
        body,
        transcript=_first_question(paragraphs),
        hosted=kind is not None and kind.name == "主持词",
    )
    verdicts: list[Verdict] = []
    places: list[Place] = []
    for place, found in _documents(seen, front, back):
        judged = weigh(found, setting, place)
        nested = nest([v.candidate for v in judged])
        shift = _shift(front, nested) if place == "speech" else 0
        verdicts += judged
        places += [Place(p.level - shift, p.series + (len(places) << 20)) for p in nested]
    levels = [(v, p.level) for v, p in zip(verdicts, places)]
    speech = Assembly(manuscript, front, back, levels).speech(kind, _secrecy(paragraphs))
    unmatched = tuple(notice("correction-unmatched", words=words) for words in lost)
    reviewed = corrections is not None and bool(corrections.headings)
    doubtful = doubts(speech, kind, verdicts, places, reviewed=reviewed)
    return speech, (*unmatched, *doubtful)


_TITLES = 12
"""Paragraphs among which a title is looked for."""
_MARKS = 8
"""Paragraphs at either end among which a mark of secrecy is looked for."""


def _first_table(manuscript: Manuscript) -> int:
    """How many paragraphs come before the first table."""
    count = 0
    for block in manuscript.blocks:
        if isinstance(block, Table):
            break
        count += isinstance(block, Paragraph)
    return count


def _kind(front: Front, paragraphs: Sequence[Paragraph]) -> Kind | None:
    texts = {"title": "", "subtitle": "", "occasion": ""}
    for role, index, start, end in front.lines:
        if role in texts:
            texts[role] += paragraphs[index].text[start:end]
    opening = [p.text for p in paragraphs[front.at[0] : front.at[0] + 4]]
    return recognise([text for text in texts.values() if text], opening)


def _first_question(paragraphs: Sequence[Paragraph]) -> int | None:
    """Where questions and answers begin; None where there are none."""
    spoken = [p for p in paragraphs if not p.cues.in_table]
    if not is_transcript([p.text for p in spoken]):
        return None
    return next((p.index for p in spoken if is_question(p.text)), 0)


def _secrecy(paragraphs: Sequence[Paragraph]) -> str | None:
    """The mark of secrecy at either end, without the brackets around it."""
    ends = (*paragraphs[:_MARKS], *paragraphs[max(_MARKS, len(paragraphs) - _MARKS) :])
    marks = (p.text.strip() for p in ends if not p.cues.in_table and is_secrecy(p.text))
    return next((mark.strip("（）()【】[]") for mark in marks), None)


def _documents(
    found: Sequence[Candidate], front: Front, back: Back
) -> Iterator[tuple[str, list[Candidate]]]:
    """The candidates of the speech, then those of each annex: each numbers its own parts."""
    yield (
        "speech",
        [
            c
            for c in found
            if front.at <= (c.paragraph, c.start)
            and (c.paragraph, c.end) <= back.closing
            and c.paragraph < back.after
        ],
    )
    ends = [index for index, _ in back.annexes[1:]] + [found[-1].paragraph + 1 if found else 0]
    for (start, place), end in zip(back.annexes, ends):
        yield place, [c for c in found if start < c.paragraph < end]


def _shift(front: Front, places: Sequence[Place]) -> int:
    """Levels to take off where the title wears the outermost heading style."""
    outermost = min((place.level for place in places), default=1)
    return outermost - 1 if front.title_level is not None else 0
