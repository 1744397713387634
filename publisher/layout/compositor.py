"""Who sets the paragraphs of one document: everything that holds for all of them, said once."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Emu
from publisher.layout.letters import Alignment, Span
from publisher.layout.page_model import PageProfile
from publisher.layout.paragraph import is_centred, set_paragraph
from publisher.plan import Line
from publisher.record import NamedTuple
from publisher.typeface.registry import Typefaces

CHINESE = "zh-Hans"
"""In what language the Chinese is set that stands in a document of any other."""


class Compositor(NamedTuple):
    """Sets paragraphs of a document in ``language`` on pages of ``profile``.

    ``own`` are the words that its author keeps on one line, as far as the measure allows.
    """

    profile: PageProfile
    typefaces: Typefaces
    language: str = CHINESE
    own: frozenset[str] = frozenset()

    @property
    def practice(self) -> str:
        """The language whose practice of setting Chinese holds."""
        return self.language if is_centred(self.language) else CHINESE

    def set(
        self,
        spans: Sequence[Span],
        measure: Emu | None = None,
        *,
        first_indent: Emu = 0,
        alignment: Alignment = "justify",
    ) -> tuple[Line, ...]:
        """``spans`` as a paragraph; the measure of the page where none is given."""
        return set_paragraph(
            spans,
            self.profile.measure if measure is None else measure,
            self.typefaces,
            first_indent=first_indent,
            alignment=alignment,
            level=self.profile.level,
            language=self.practice,
            own=self.own,
        )
