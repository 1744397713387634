"""The kinds of files that a speech becomes. One table names them."""

from __future__ import annotations

from collections.abc import Mapping

from publisher.record import NamedTuple
from publisher.writers import WRITERS


class Kind(NamedTuple):
    """One kind of output: which plan it is, who writes it, and how its file is called.

    ``plan`` is a property of Publication, slides for one; ``writer`` a key of WRITERS; ``tail``
    what its name has behind the speech's; paper pages have no theme; the pages of what is
    ``folded`` come on sheets that make a booklet.
    """

    plan: str
    writer: str
    tail: str = ""
    themed: bool = True
    folded: bool = False

    @property
    def suffix(self) -> str:
        """What replaces the speech's ``.docx``."""
        return self.tail + WRITERS[self.writer].suffix


KINDS: Mapping[str, Kind] = {
    "pptx": Kind("slides", "pptx"),
    "script": Kind("pages", "pdf", themed=False),
    "docx": Kind("pages", "docx", "-script", themed=False),
    "reading": Kind("lectern", "pdf", "-reading", themed=False),
    "slides": Kind("slides", "pdf", "-slides"),
    "show": Kind("show", "pdf", "-show"),
    "handout": Kind("handout", "pdf", "-handout"),
    "notes": Kind("speaker_notes", "pdf", "-notes"),
    "booklet": Kind("booklet", "pdf", "-booklet", themed=False, folded=True),
}
PDF_KINDS = tuple(name for name, kind in KINDS.items() if kind.writer == "pdf")
