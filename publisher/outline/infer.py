"""Manuscript → Speech: the two ends, candidates, weighing, nesting, and the author's last word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.events import Notice, notice
from publisher.manuscript import Manuscript, Paragraph, Table
from publisher.outline.assembly import Assembly
from publisher.outline.back import Back, find_back
from publisher.outline.candidates import LONG, Candidate, candidates, corrected
from publisher.outline.corrections import (
    NOT_A_HEADING,
    Corrections,
    Wish,
    as_key,
    title_lines,
    wishes,
)
from publisher.outline.cues import Look, Looks, body_look, explicit_level
from publisher.outline.doubts import doubts
from publisher.outline.front import Front, find_front
from publisher.outline.manuscripts import Kind, recognise
from publisher.outline.nesting import Place, nest
from publisher.outline.roles import is_secrecy, is_transcript
from publisher.outline.weighing import Setting, Verdict, weigh
from publisher.speech import Speech


def understand(
    manuscript: Manuscript, corrections: Corrections | None = None
) -> tuple[Speech, tuple[Notice, ...]]:
    """What a manuscript means, and what is doubtful about it.

    The pieces of the Speech, in order, are the manuscript's text, each character once.
    ``corrections`` win over all evidence; those whose words stand nowhere are notices
    (correction-unmatched). Other notices: see ``doubts``. Takes time in proportion to the
    length of the text.
    """
    said = corrections or Corrections()
    paragraphs = manuscript.paragraphs()
    body = body_look(p for p in paragraphs if not p.cues.in_table)
    titles = title_lines(said.title, paragraphs[:_TITLES])
    front = find_front(paragraphs[: _first_table(manuscript)], body, titles)
    back = find_back(paragraphs, front.at[0] + (front.at[1] > 0))
    kind = _kind(front, paragraphs)
    seen, lost = _with_corrections(
        candidates(paragraphs, body, front.at[0]), said, paragraphs, front.at[0]
    )
    setting = _setting(paragraphs, body, kind)
    verdicts: list[Verdict] = []
    places: list[Place] = []
    for place, found in _documents(seen, front, back):
        judged = weigh(found, setting._replace(place=place))
        nested = nest([v.candidate for v in judged])
        shift = _shift(front, nested) if place == "speech" else 0
        verdicts += judged
        places += [Place(p.level - shift, p.series + (len(places) << 20)) for p in nested]
    levels = [(v, p.level) for v, p in zip(verdicts, places)]
    speech = Assembly(manuscript, front, back, levels).speech(kind, _secrecy(paragraphs))
    if said.title and not titles:
        lost = [said.title, *lost]
    unmatched = tuple(notice("correction-unmatched", words=words) for words in lost)
    return speech, (*unmatched, *doubts(speech, kind, verdicts, places))


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


def _secrecy(paragraphs: Sequence[Paragraph]) -> str | None:
    """The mark of secrecy at either end, without the brackets around it."""
    ends = (*paragraphs[:_MARKS], *paragraphs[max(_MARKS, len(paragraphs) - _MARKS) :])
    marks = (p.text.strip() for p in ends if not p.cues.in_table and is_secrecy(p.text))
    return next((mark.strip("（）()【】[]") for mark in marks), None)


def _setting(paragraphs: Sequence[Paragraph], body: Look, kind: Kind | None) -> Setting:
    return Setting(
        body=body,
        place="speech",
        transcript=is_transcript([p.text for p in paragraphs if not p.cues.in_table]),
        hosted=kind is not None and kind.name == "主持词",
        styles={
            p.index: (p.cues.style_name or "") if p.cues.heading_style else ""
            for p in paragraphs
            if explicit_level(p) is not None
        },
        lists=frozenset(
            p.index for p in paragraphs if p.cues.number and p.cues.number.format != "bullet"
        ),
        centred=frozenset(p.index for p in paragraphs if p.cues.alignment == "center"),
        texts=frozenset(p.index for p in paragraphs if len(p.text) > LONG),
    )


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


def _with_corrections(
    found: list[Candidate], said: Corrections, paragraphs: Sequence[Paragraph], first: int
) -> tuple[list[Candidate], list[str]]:
    """The candidates as the author corrected them, and the corrections that found no place."""
    if not said.headings:
        return found, []
    names: dict[str, list[tuple[int, int, int]]] = {}
    for c in found:
        whole = paragraphs[c.paragraph].text[c.start : c.end]
        for key in dict.fromkeys((as_key(whole), as_key(c.text))):
            names.setdefault(key, []).append((c.paragraph, c.start, c.end))
    placed, lost = wishes(said, names, paragraphs[first:])
    kept: list[Candidate] = [
        c for c in found if not any(_overlap(c, wish) for wish in placed.get(c.paragraph, ()))
    ]
    for index, wanted in placed.items():
        looks = Looks(paragraphs[index])
        kept += [
            corrected(paragraphs[index], wish.start, wish.end, wish.level, looks)
            for wish in wanted
            if wish.level != NOT_A_HEADING
        ]
    return sorted(kept, key=lambda c: (c.paragraph, c.start)), lost


def _overlap(candidate: Candidate, wish: Wish) -> bool:
    return candidate.start < wish.end and wish.start < candidate.end
