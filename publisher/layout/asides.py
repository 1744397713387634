"""What the margin of a lectern copy says: slide numbers, and how long each part takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from publisher.layout.cues import Cue
from publisher.layout.page_model import MarginStyle
from publisher.layout.passage import is_note
from publisher.manuscript import Table
from publisher.record import NamedTuple
from publisher.script import Passage

Place = tuple[int, int]
"""A passage, and the character of its text (as it stands in the file) before which it is."""


class Margin(NamedTuple):
    """By passage: (character, words) for cues, and for times, in order."""

    cues: Mapping[int, tuple[tuple[int, str], ...]]
    times: Mapping[int, tuple[tuple[int, str], ...]]


NO_MARGIN = Margin({}, {})


def margin_of(
    passages: Sequence[Passage], style: MarginStyle | None, cues: Sequence[Cue], rate: int
) -> Margin:
    """What stands in the margin, if the profile has one. ``rate`` is in characters a minute."""
    if style is None:
        return NO_MARGIN
    return Margin(
        _by_passage([(place, words) for place, words in _cues(passages, cues, style.cue)]),
        _by_passage(_times(passages, style, rate)),
    )


def _by_passage(
    found: Sequence[tuple[Place, str]],
) -> dict[int, tuple[tuple[int, str], ...]]:
    return {
        passage: tuple((place[1], words) for place, words in group)
        for passage, group in groupby(found, lambda each: each[0][0])
    }


def _cues(passages: Sequence[Passage], cues: Sequence[Cue], form: str) -> list[tuple[Place, str]]:
    places = cue_places(passages, cues)
    return [(place, form.format(number=_range(found))) for place, found in places.items()]


def cue_places(passages: Sequence[Passage], cues: Sequence[Cue]) -> dict[Place, list[int]]:
    """The numbers of the slides that begin at each place, in order.

    A cue is at the passage in which it falls; one in a footnote waits for what follows.
    """
    numbers: dict[Place, list[int]] = {}
    left = list(cues)
    shown = [i for i, passage in enumerate(passages) if not is_note(passage)]
    for i in shown:
        last = i == shown[-1]
        end = _end(passages[i])
        while left and (last or (end is not None and left[0][:2] < end)):
            cue = left.pop(0)
            start = max(cue.start, 0) if _holds(passages[i], cue.paragraph) else 0
            if last and end is not None and cue[:2] >= end:
                start = end[1]
            numbers.setdefault((i, start), []).append(cue.number)
    return numbers


def _end(passage: Passage) -> tuple[int, int] | None:
    """(paragraph, character) behind the last of a passage; None for a picture."""
    if passage.parts:
        ref = passage.parts[-1][1].ref
        return ref.paragraph, ref.end
    paragraphs = _cell_paragraphs(passage)
    return (paragraphs[-1][0], paragraphs[-1][1] + 1) if paragraphs else None


def _holds(passage: Passage, paragraph: int) -> bool:
    return any(piece.ref.paragraph == paragraph for _, piece in passage.parts)


def _cell_paragraphs(passage: Passage) -> list[tuple[int, int]]:
    if not isinstance(passage.block, Table):
        return []
    cells = [cell for row in passage.block.rows for cell in row]
    return sorted((p.index, len(p.text)) for cell in cells for p in cell.paragraphs)


def _range(numbers: Sequence[int]) -> str:
    first, last = numbers[0], numbers[-1]
    return str(first) if first == last else f"{first}–{last}"


# --- minutes --------------------------------------------------------------------------------


class _Heading(NamedTuple):
    place: Place
    level: int
    before: int
    """The characters that are spoken before it."""


def _times(
    passages: Sequence[Passage], style: MarginStyle, rate: int
) -> list[tuple[Place, str]]:  # fmt: skip
    """How long each part takes, at its heading; what comes before the first one, at its begin.

    Counted as ``publisher outline`` counts: all of a part with the parts below it, so that the
    parts of the highest level and what comes before add up to the whole speech, to the second.
    Points inside a paragraph (一要 … 二要 …) tell no time.
    """
    headings: list[_Heading] = []
    begin: Place | None = None
    spoken = 0
    for i, passage in enumerate(passages):
        for part, (level, piece) in enumerate(passage.parts):
            if level == 1 or (0 < level <= style.levels and not part):
                headings.append(_Heading((i, piece.ref.start), level, spoken))
            elif begin is None and passage.role in _BEGINS and not piece.note:
                begin = (i, piece.ref.start)
            spoken += _count(piece.text)
        if isinstance(passage.block, Table):
            cells = [cell for row in passage.block.rows for cell in row]
            spoken += sum(_count(p.text) for cell in cells for p in cell.paragraphs)

    def seconds(start: int, end: int) -> int:
        return round(end * 60 / rate) - round(start * 60 / rate)

    times: list[tuple[Place, str]] = []
    first = headings[0].before if headings else spoken
    if begin is not None and (not headings or begin < headings[0].place) and first:
        times.append((begin, _form(style, seconds(0, first))))
    for i, heading in enumerate(headings):
        after = (other.before for other in headings[i + 1 :] if other.level <= heading.level)
        times.append((heading.place, _form(style, seconds(heading.before, next(after, spoken)))))
    return times


_BEGINS = frozenset({"salutation", "body", "closing"})


def _count(text: str) -> int:
    return len("".join(text.split()))


def _form(style: MarginStyle, seconds: int) -> str:
    return style.time.format(minutes=seconds // 60, seconds=seconds % 60)
