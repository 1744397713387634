"""What goes to each writer beside its sheets, and what must not: notes, and the speech itself.

Files get passed on. So a mark of secrecy keeps the notes and the attachment out unless that is
forced, and what is attached is a copy without traces of who wrote what when.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from publisher.events import Notice, notice
from publisher.options import Ink, Profile
from publisher.record import NamedTuple
from publisher.seal import sealed

if TYPE_CHECKING:
    from pathlib import Path

    from publisher.geometry import Rect
    from publisher.options import Options
    from publisher.placeholders import Fill
    from publisher.plan import Plan
    from publisher.theme.model import Theme

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


class Delivery(NamedTuple):
    """What goes to a writer; ``attach`` is whether the speech itself goes along, ``scale`` how
    large the pages come out of the press, which need more bleed where they shrink."""

    plan: Plan
    theme: Theme | None
    options: Options
    attach: bool = False
    scale: float = 1.0


def _deck(made: Delivery, secrecy: str | None) -> tuple[Delivery, tuple[Notice, ...]]:
    """A deck with notes and attachment switched off where they must be, and why."""
    options, told = made.options, []
    if secrecy and not options.force and (options.notes or options.attach):
        told.append(notice("secrecy-kept", mark=secrecy))
        options = options._replace(notes=False, attach=False)
    if options.attach and not options.notes:
        told.append(notice("attach-without-notes"))
        options = options._replace(attach=False)
    return made._replace(options=options, attach=options.attach), tuple(told)


def _pdf(made: Delivery, secrecy: str | None) -> tuple[Delivery, tuple[Notice, ...]]:
    """Pages at little ink or with bleed where that is asked for; with the speech itself where it
    may go along, and if not, why."""
    plan, theme, options, _, scale = made
    if theme is not None and options.ink is Ink.SAVING:
        from publisher.layout.saving import with_little_ink

        plan, theme = with_little_ink(plan, theme)
    if options.profile is Profile.PRESS:
        from publisher.layout.bleed import with_bleed

        plan, theme = with_bleed(plan, theme, scale)
    made = Delivery(plan, theme, options)
    if not options.attach_source:
        return made, ()
    if options.profile is Profile.PRESS:
        return made, (notice("attach-press"),)
    if secrecy and not options.force:
        return made, (notice("secrecy-source", mark=secrecy),)
    return made._replace(attach=True), ()


_PREPARED: Mapping[str, Callable[[Delivery, str | None], tuple[Delivery, tuple[Notice, ...]]]] = {
    "pptx": _deck,
    "pdf": _pdf,
}


def prepared(
    writer: str, made: Delivery, secrecy: str | None
) -> tuple[Delivery, tuple[Notice, ...]]:
    """``made`` as ``writer`` (a key of WRITERS) may have it; ``secrecy`` is the speech's mark."""
    prepare = _PREPARED.get(writer)
    return prepare(made, secrecy) if prepare else (made, ())


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
