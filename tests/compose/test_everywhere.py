"""What holds of every deck, whatever the speech and whatever was chosen."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from publisher.compose import compose
from publisher.compose.quotes import quotations
from publisher.manuscript import Picture
from publisher.options import Density, Options
from publisher.script import Role, Script
from publisher.speech import Piece, Speech, stage_directions, text_of
from publisher.treatment import LAYOUTS, Treatment, Treatments
from tests.compose.made import pieces_on, speech_of, speeches

CHOICES = [
    *(Options(density=d, slide_level=n) for d, n in product(Density, (None, 1, 2, 3))),
    *(Options(density=d, larger=True) for d in Density),
    Options(charts=True),
]
NAMES = [
    f"{o.density}{'-larger' * o.larger}{'-charts' * o.charts}-{o.slide_level}" for o in CHOICES
]
COUNTS = {
    Role.POINTS: range(2, 100),
    Role.COMPARISON: range(2, 3),
    Role.SEQUENCE: range(2, 7),
    Role.FIGURES: range(1, 5),
    Role.STATEMENT: range(1, 2),
}


def pieces_of(speech: Speech) -> tuple[Piece, ...]:
    return text_of([block for _, _, block in speech.blocks()])


def words(pieces: Iterator[Piece] | tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


@cache
def scripts(options: Options) -> list[tuple[str, Speech, Script]]:
    return [(name, speech, compose(speech, options)[0]) for name, speech in speeches().items()]


@pytest.fixture(params=CHOICES, ids=NAMES)
def options(request: pytest.FixtureRequest) -> Options:
    given: Options = request.param
    return given


def spoken(script: Script) -> str:
    return words(tuple(piece for slide in script.slides for piece in slide.spoken()))


def test_notes_over_all_slides_are_the_speech(options: Options) -> None:
    for name, speech, script in scripts(options):
        assert spoken(script) == words(pieces_of(speech)), name


def test_what_stands_on_a_slide_is_cut_out_of_the_speech(options: Options) -> None:
    for name, speech, script in scripts(options):
        paragraphs: dict[int, str] = {}
        for piece in pieces_of(speech):
            index = piece.ref.paragraph
            paragraphs[index] = paragraphs.get(index, "") + piece.text
        whole = "\n".join(paragraphs.values())
        for slide in script.slides:
            for piece in pieces_on(slide):
                index, start, end = piece.ref
                assert paragraphs[index][start:end] == piece.text, name
            labels = [point.label for point in slide.points if point.label]
            assert all(label in whole for label in labels), name


def test_a_slide_has_as_many_points_as_its_role_holds(options: Options) -> None:
    for name, _, script in scripts(options):
        for slide in script.slides:
            if slide.role in COUNTS:
                assert len(slide.points) in COUNTS[slide.role], (name, slide.role)


def test_a_quotation_is_whole_and_has_its_speaker(options: Options) -> None:
    for name, _, script in scripts(options):
        for slide in script.slides:
            if slide.role is Role.QUOTE:
                assert slide.title is not None
                assert slide.quotation is not None
                found = [next(quotations(note), None) for note in slide.notes]
                assert (slide.title, slide.quotation) in [
                    (quotation.attribution, quotation.words) for quotation in found if quotation
                ], name
                assert slide.points == ()


def test_neither_footnotes_nor_stage_directions_are_shown(options: Options) -> None:
    for name, _, script in scripts(options):
        for slide in script.slides:
            shown = [piece for piece in pieces_on(slide) if slide.role is not Role.TEXT]
            assert not any(piece.note for piece in shown), name
            assert not any(stage_directions(piece.text) for piece in shown), name


@pytest.mark.parametrize("level", [None, 1, 2, 3])
def test_in_full_every_character_of_the_body_is_on_a_slide_in_order(level: int | None) -> None:
    for name, speech, script in scripts(Options(density=Density.FULL, slide_level=level)):
        shown = [
            piece
            for slide in script.slides
            for piece in (slide.notes if slide.role is Role.QUOTE else slide.text)
            if not piece.note
        ]
        body = [p for p in text_of(list(body_of(speech))) if not p.note]
        assert without_blanks(shown, body), name


def body_of(speech: Speech) -> Iterator[Piece]:
    """The running text of the body; headings, tables and captions stand elsewhere."""
    sections = [section for root in speech.sections for section in root.walk()]
    for blocks in (speech.opening, *(section.body for section in sections)):
        for block, after, before in zip(blocks, (*blocks[1:], None), (None, *blocks)):
            caption = isinstance(block, Piece) and (
                (block.text.startswith("图") and not isinstance(before, Piece))
                or (block.text.startswith("表") and not isinstance(after, Piece | None))
            )
            if isinstance(block, Piece) and not caption:
                yield block


def without_blanks(shown: list[Piece], body: list[Piece]) -> bool:
    """Whether all of ``body`` is in ``shown``, in order, but for directions and marks alone."""
    text = "".join(words(tuple(shown)).split())
    at = 0
    for piece in body:
        rest = piece.text
        for start, end in reversed(stage_directions(rest)):
            rest = rest[:start] + "\n" + rest[end:]
        for line in rest.splitlines():
            line = "".join(line.split())
            if not any(char.isalnum() for char in line):
                continue
            found = text.find(line, at)
            if found < 0:
                return False
            at = found + len(line)
    return True


def test_nothing_is_lost_whatever_an_author_wants_for_headings() -> None:
    chance = random.Random(7)
    picture = Picture(b"", "image/png", 100, 100)
    for name, speech in speeches().items():
        sections = [section for root in speech.sections for section in root.walk()]
        for _ in range(4):
            wanted: Treatments = tuple(
                (
                    section.heading.text,
                    Treatment(
                        chance.choice((None, None, *LAYOUTS)),
                        chance.choice((None, *Density)),
                        chance.random() > 0.2,
                        chance.choice((None, picture)),
                        chance.choice((None, True, False)),
                    ),
                )
                for section in chance.sample(sections, min(len(sections), 4))
            )
            script, _ = compose(speech, Options(), wanted)
            assert spoken(script) == words(pieces_of(speech)), (name, wanted)


HOSTILE = {
    "clauses": "健全机制，" * 20_000,
    "quotations": "老支书说：“先修路，后种树，再办学。”好。" * 1_500,
    "open quotations": "“" * 10_000,
    "figures": "投入3.5亿元，" * 10_000,
    "addresses": "同志们" * 5_000 + "，我们要抓。",
    "dates": "2012年，书屋开门了。" * 3_000,
    "digits": "1" * 30_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_endless_texts_are_composed_in_their_own_length_of_time(text: str) -> None:
    speech = speech_of(
        "在全县工作会议上的讲话", "同志们：", "一、看", text, "二、办", "要抓。" * 20
    )
    for density in Density:
        script = compose(speech, Options(density=density))[0]
        assert spoken(script) == words(pieces_of(speech))
