"""The PDF: a plan as positioned glyphs, in a file that archives accept (PDF/A-2a, PDF/UA-1).

Pages are drawn as operators (``paint``), with fonts of our own (``codes``, ``fonts``); ``finish``
makes a document of them, ``saving`` its bytes. reportlab draws curves, pikepdf puts a file for
screens in order; a plain script needs neither. Nothing is laid out here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.events import Notice
from publisher.options import Options, Profile
from publisher.plan import Chart as Chart
from publisher.plan import Grid as Grid
from publisher.plan import Item as Item
from publisher.plan import Miniature as Miniature
from publisher.plan import Plan, texts_of
from publisher.plan import Text as Text
from publisher.writers.pdf.codes import FontCodes

if TYPE_CHECKING:
    from publisher.theme.model import Theme
    from publisher.typeface.registry import Typefaces


_DEFAULTS = Options()
_UNNAMED = ("Picture", "图片")
"""What stands for a picture of which its author says nothing, in Chinese if True."""


def write(
    plan: Plan, theme: Theme | None, typefaces: Typefaces, options: Options = _DEFAULTS
) -> tuple[bytes, tuple[Notice, ...]]:
    """``plan`` as a PDF; ``theme`` None draws black on white paper.

    The same plan gives the same bytes; ``meta.created`` is an ISO 8601 date. Notices:
    ``picture-not-drawn``, and for a press ``picture-coarse``. Raises InputError
    ``font-restricted``, ``font-unreadable`` and ``font-outlines`` (the face cannot be embedded),
    and InternalError for a file that is not what its profile says.
    """
    from publisher.writers.pdf.finish import Drawn, finish
    from publisher.writers.pdf.inks import inks_of, light_of
    from publisher.writers.pdf.paint import Painter
    from publisher.writers.pdf.tags import Tags

    profile = options.profile

    codes = {
        face: (f"F{i}", FontCodes(typefaces.face(face), gids))
        for i, (face, gids) in enumerate(_glyphs_by_face(plan).items())
    }
    colours = inks_of(theme) if profile is Profile.PRESS else light_of(theme)
    tags = Tags(titled=_has_title(plan), unnamed=_UNNAMED[plan.meta.language.startswith("zh")])
    painter = Painter(plan, colours, codes, theme.drawings if theme else {}, tags, profile)
    for sheet in plan.sheets:
        painter.sheet(sheet)
    tags.end()
    drawn = Drawn(tuple(painter.pages), dict(codes.values()), painter.pictures, tags)
    return finish(drawn, plan, profile), tuple(painter.notices)


def _has_title(plan: Plan) -> bool:
    return any(text.role == "Title" for sheet in plan.sheets for text in texts_of(sheet.items))


def _glyphs_by_face(plan: Plan) -> dict[str, set[int]]:
    """The glyphs that the plan uses, by face in the order of first use."""
    used: dict[str, set[int]] = {}
    for line in (line for s in plan.sheets for text in texts_of(s.items) for line in text.lines):
        for run in (*line.runs, *line.above):
            if run.glyphs:
                used.setdefault(run.face, set()).update(run.glyphs.gids)
    return used
