"""What goes into a deck beside its slides, and what must not: notes, and the speech itself.

Decks get passed on. So a mark of secrecy keeps the notes and the attachment out unless that is
forced, and what is attached is a copy without traces of who wrote what when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.events import Notice, notice
from publisher.options import Profile
from publisher.seal import sealed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from publisher.geometry import Rect
    from publisher.options import Options
    from publisher.placeholders import Fill
    from publisher.plan import Plan

ATTACHABLE = frozenset({".docx", ".docm", ".dotx", ".dotm"})
"""What can be put into a deck as it is, once it is clean."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Original(NamedTuple):
    """The speech as a file: its name, its suffix as written, its bytes where these are attached."""

    name: str
    suffix: str
    data: bytes = b""

    @classmethod
    def of(cls, source: Path) -> Original:
        """The file ``source``; its bytes are read only where they can be attached."""
        from publisher.readers import STANDARD_INPUT

        if source == STANDARD_INPUT:
            return cls("speech", "")
        attachable = source.suffix.lower() in ATTACHABLE
        return cls(source.name, source.suffix, source.read_bytes() if attachable else b"")


def what_is_left_out(options: Options, secrecy: str | None) -> tuple[Options, tuple[Notice, ...]]:
    """``options`` with notes and attachment switched off where they must be, and why."""
    told: list[Notice] = []
    if secrecy and not options.force and (options.notes or options.attach):
        told.append(notice("secrecy-kept", mark=secrecy))
        options = options._replace(notes=False, attach=False)
    if options.attach and not options.notes:
        told.append(notice("attach-without-notes"))
        options = options._replace(attach=False)
    return options, tuple(told)


def source_left_out(options: Options, secrecy: str | None) -> tuple[bool, tuple[Notice, ...]]:
    """Whether a PDF carries the speech itself, and why not where it was asked for."""
    if not options.attach_source:
        return False, ()
    if options.profile is Profile.PRESS:
        return False, (notice("attach-press"),)
    if secrecy and not options.force:
        return False, (notice("secrecy-source", mark=secrecy),)
    return True, ()


def with_speech(
    plan: Plan, original: Original, fill: Fill, frame: Rect, as_word: Callable[[], bytes]
) -> tuple[Plan, tuple[Notice, ...]]:
    """The plan with the speech behind an icon in ``frame`` on its first sheet: a clean copy of a
    Word document, of any other file ``as_word``."""
    from publisher.plan import Attachment

    told: tuple[Notice, ...] = ()
    if original.suffix.lower() in ATTACHABLE:
        from publisher.readers.docx.scrub import scrub

        data, told = scrub(original.data, fill, place=original.name)
    else:
        data = sealed(as_word())
    name = original.name.removesuffix(original.suffix) + ".docx"
    attached = Attachment(name, data, DOCX, 0, frame, name)
    return plan._replace(attachments=(*plan.attachments, attached)), told
