"""A clean copy of a Word document, to be attached to a deck or a PDF and passed on.

It shows the text that the reader publishes, with its pictures, tables, headers and notes, filled
in. Whatever else the file knew stays behind: who wrote it, what was deleted, hidden, commented,
cut off a picture, where it was printed and with what it was made. Parts are copied only where
the text refers to them and a table names their kind (``parts``), so that what nobody thought of
is left behind, not passed on.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.readers.docx.archive import refuse_impostors
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.package import Package

if TYPE_CHECKING:
    from publisher.events import Notice
    from publisher.placeholders import Fill


def scrub(
    data: bytes, fill: Fill = (), *, place: str = "document.docx"
) -> tuple[bytes, tuple[Notice, ...]]:
    """The .docx ``data`` as a clean .docx with ``fill`` filled in, and what was removed.

    .docm, .dotx, .dotm and strict documents become plain transitional ones. The same bytes give
    the same bytes, and a copy scrubbed again is the same copy. ``place`` is the file's name for
    messages. Raises InputError as the reader does, for what is no Word document or a hostile one.
    """
    from publisher.readers.docx.scrub.copier import Copier

    stream = io.BytesIO(data)
    refuse_impostors(Path(place), stream)
    losses = Losses()
    copy = Copier(Package(stream, place, losses), fill, losses).copy()
    return copy.pack(), losses.notices(0)
