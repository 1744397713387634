"""The deck: a speech as slides by role. What belongs together is decided here, not where."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.compose.clauses import Span, ems, sentences, without_directions
from publisher.compose.condense import shortened
from publisher.compose.course import NOWHERE, Course
from publisher.compose.manner import CLOSING, SLIDE_TITLE, Manner
from publisher.compose.parts import part
from publisher.compose.running import running
from publisher.compose.specials import spoken
from publisher.events import Notice
from publisher.options import Density
from publisher.script import Entry, Role, Slide
from publisher.speech import (
    BodyBlock,
    Piece,
    Speech,
    bare,
    is_stage_direction,
    stage_directions,
    text_of,
)

_UNSHOWN = ("title", "salutation")
_LONGEST_LINE = 60
_OVER_AGENDA = 400
"""Characters of the opening that are spoken while the agenda is shown."""
_OVER_CLOSING = 160
"""Characters of the leave-taking that are spoken over its last words; more has its own slide."""


def deck(speech: Speech, manner: Manner) -> tuple[tuple[Slide, ...], tuple[Notice, ...]]:
    """All slides of the speech, in the order in which it is spoken, and what was noticed."""
    course = Course()
    ahead = _directions_ahead(speech.opening)
    _cover(course, speech, ahead)
    has_agenda = speech.agenda and len(speech.sections) > 1
    _opening(course, manner, speech.opening[ahead:], has_agenda=has_agenda)
    agenda = len(course.slides)
    if has_agenda:
        course.show(Slide(Role.AGENDA, ()))
    starts: list[int] = []
    for index, section in enumerate(speech.sections):
        course.settle()
        starts.append(len(course.slides))
        part(course, manner, section, index)
    if has_agenda:
        entries = tuple(
            Entry(section.number, shortened(section.title, SLIDE_TITLE), start)
            for section, start in zip(speech.sections, starts, strict=True)
        )
        course.slides[agenda] = course.slides[agenda]._replace(entries=entries)
    _closing(course, manner, speech)
    return tuple(course.slides), tuple(course.notices)


def _cover(course: Course, speech: Speech, ahead: int) -> None:
    """The title page, with what is said before the first word of the text."""
    title = next((piece for role, piece in speech.front if role == "title"), None)
    lines = tuple((r, bare(p)) for r, p in speech.front if r not in _UNSHOWN and _is_line(p))
    course.say(piece for _, piece in speech.front)
    course.say(text_of(speech.opening[:ahead]))
    course.show(Slide(Role.COVER, (), title, lines=lines))


def _is_line(piece: Piece) -> bool:
    """Whether a line of the title page is one, and no speech that was taken for one."""
    return ems(piece.text) <= _LONGEST_LINE and not stage_directions(piece.text)


def _opening(
    course: Course, manner: Manner, blocks: Sequence[BodyBlock], *, has_agenda: bool
) -> None:
    """What is said before the first heading: its end over the agenda, where there is one."""
    if manner.density is Density.FULL:
        _all_of(course, manner, blocks)
        return
    if manner.host and all(isinstance(block, Piece) for block in blocks):
        course.settle(text_of(blocks))
        return
    late = len(blocks)
    length = 0
    while has_agenda and late:
        block = blocks[late - 1]
        length += len(block.text) if isinstance(block, Piece) else _OVER_AGENDA
        if not isinstance(block, Piece) or (late < len(blocks) and length > _OVER_AGENDA):
            break
        late -= 1
    running(course, manner, blocks[:late], None)
    course.say(text_of(blocks[late:]))


def _all_of(course: Course, manner: Manner, blocks: Sequence[BodyBlock]) -> None:
    from publisher.compose.full import whole_text  # few decks show all of a text

    whole_text(course, manner, blocks, None)


def _closing(course: Course, manner: Manner, speech: Speech) -> None:
    """What the speech says at its end; nothing where it says nothing.

    The signature, notes and annexes stand in its notes: they are in the file, but not spoken.
    """
    course.settle()
    course.place = NOWHERE
    said = text_of(speech.closing)
    words = _last_words(said)
    whole = manner.density is Density.FULL
    if words and (whole or sum(len(piece.text) for piece in said) > _OVER_CLOSING):
        before, said = _parted(said, words)
        if whole:
            _all_of(course, manner, before)
        else:
            running(course, manner, before, None)
    course.say(said)
    course.say(text_of([block for _, block in speech.back]))
    for annex in speech.annexes:
        course.say((annex.label, *text_of(annex.body)))
        for section in annex.sections:
            course.say(spoken(section))
    course.show(Slide(Role.CLOSING, (), words))


def _last_words(said: Sequence[Piece]) -> Piece | None:
    """The last words of a leave-taking; of a long one its last sentences, as many as fit."""
    last = next((p for p in reversed(said) if not p.note and not is_stage_direction(p.text)), None)
    if last is None:
        return None
    last = last.cut(*without_directions(last.text, Span(0, len(last.text))))
    start = len(last.text)
    for sentence in reversed(sentences(last.text) if start > CLOSING else ()):
        if start < len(last.text) and len(last.text) - sentence[0].start > CLOSING:
            break
        start = sentence[0].start
    return last.cut(start % max(len(last.text), 1), len(last.text))


def _parted(said: Sequence[Piece], words: Piece) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """What is said before the last words, and from them on."""
    at = next(i for i, piece in enumerate(said) if piece.ref.paragraph == words.ref.paragraph
              and piece.ref.start <= words.ref.start < piece.ref.end)  # fmt: skip
    piece = said[at]
    start = words.ref.start - piece.ref.start
    if not start:
        return tuple(said[:at]), tuple(said[at:])
    rest = piece.cut(start, len(piece.text))
    return (*said[:at], piece.cut(0, start)), (rest, *said[at + 1 :])


def _directions_ahead(blocks: Sequence[BodyBlock]) -> int:
    """How many blocks before the first word are stage directions: they are said on the cover."""
    count = 0
    for block in blocks:
        if not isinstance(block, Piece) or not is_stage_direction(block.text):
            break
        count += 1
    return count
