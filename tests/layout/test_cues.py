"""Which slide is shown from where on."""

from __future__ import annotations

from publisher.geometry import SLIDE_16_9
from publisher.layout.cues import Cue, slide_cues
from publisher.manuscript import Run, SourceRef
from publisher.plan import Plan, PlanMeta, Sheet
from publisher.script import Role, Script, Slide
from publisher.speech import Piece


def piece(paragraph: int, start: int, text: str) -> Piece:
    return Piece(SourceRef(paragraph, start, start + len(text)), (Run(text),))


def cues(*sheets: tuple[str, ...]) -> tuple[Cue, ...]:
    pieces = (piece(0, 0, "标题"), piece(1, 0, "同志们："), piece(2, 0, "　我们开会。散会。"))
    script = Script("标题", None, "zh-CN", (Slide(Role.COVER, pieces),), ())
    made = tuple(Sheet((), "", notes=notes) for notes in sheets)
    return slide_cues(script, Plan(PlanMeta("标题"), SLIDE_16_9, made))


def test_a_slide_is_shown_where_its_notes_begin() -> None:
    found = cues(("标题", "同志们："), ("　我们开会。",), ("散会。",))
    assert found == (Cue(0, 0, 1), Cue(2, 1, 2), Cue(2, 6, 3))


def test_a_slide_without_words_comes_with_the_next_words_or_at_the_end() -> None:
    found = cues(("标题",), (), ("同志们：　我们开会。散会。",), ())
    assert found == (Cue(0, 0, 1), Cue(1, 0, 2), Cue(1, 0, 3), Cue(2, 9, 4))


def test_nothing_spoken_has_no_cues() -> None:
    script = Script("标题", None, "zh-CN", (), ())
    assert slide_cues(script, Plan(PlanMeta("标题"), SLIDE_16_9, (Sheet((), ""),))) == ()
