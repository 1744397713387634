"""What is known of a document as a whole when its candidates are weighed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from publisher.manuscript import Paragraph
from publisher.outline.cues import Look, explicit_level
from publisher.outline.roles import is_question, voice


class Setting:
    """What is known of the document as a whole. Indices are of paragraphs."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], body: Look, *, transcript: int | None, hosted: bool
    ) -> None:
        self.body = body
        self.transcript = transcript
        """The first question of a transcript."""
        self.questions = frozenset(
            p.index for p in paragraphs if transcript is not None and is_question(p.text)
        )
        self.turns = _turns(paragraphs) if transcript is not None else [0] * len(paragraphs)
        """Whose turn to speak it is, counted up at each voice of a transcript."""
        self.hosted = hosted
        """A host's script: its parts are the items of the agenda."""
        self.styles = {
            p.index: (p.cues.style_name or "") if p.cues.heading_style else ""
            for p in paragraphs
            if explicit_level(p) is not None
        }
        """Style names of paragraphs with a level set by hand; "" where only the level is."""
        self.lists = frozenset(
            p.index for p in paragraphs if p.cues.number and p.cues.number.format != "bullet"
        )
        """Paragraphs with an automatic number."""
        self.centred = frozenset(p.index for p in paragraphs if p.cues.alignment == "center")
        self.colons = frozenset(
            p.index for p in paragraphs if p.text.rstrip().endswith(("：", ":"))
        )
        """Paragraphs that announce what follows."""
        self.lengths = [len(p.text) for p in paragraphs]


def _turns(paragraphs: Sequence[Paragraph]) -> list[int]:
    return list(accumulate(int(bool(voice(p.text))) for p in paragraphs))
