"""The picture: a sheet of a plan as SVG, its text as text that can be selected and searched.

``Drawer`` draws sheet by sheet for pages that bring the fonts themselves; ``write`` makes a file
that needs nothing beside it. Characters stand where the plan measured them, each by itself, so a
browser lays out nothing.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from publisher.events import Notice
from publisher.geometry import PER_INCH
from publisher.options import Options
from publisher.seal import BLANK
from publisher.writers.svg.drawer import Drawer as Drawer
from publisher.writers.svg.drawer import Drawn as Drawn
from publisher.writers.svg.fonts import Fonts as Fonts
from publisher.writers.svg.fonts import font_faces as font_faces
from publisher.writers.svg.markup import NAMESPACE, number
from publisher.writers.xml import attribute, escape

if TYPE_CHECKING:
    from publisher.plan import Plan
    from publisher.theme.model import Theme
    from publisher.typeface.registry import Typefaces

_DEFAULTS = Options()
_GAP = PER_INCH // 6
"""Between sheets that stand below each other."""


def write(
    plan: Plan, theme: Theme | None, typefaces: Typefaces, options: Options = _DEFAULTS
) -> tuple[bytes, tuple[Notice, ...]]:
    """``plan`` as one SVG with its fonts inside, several sheets below each other.

    The same plan gives the same bytes. Notices: ``picture-not-drawn``. Raises InputError
    ``font-restricted`` and ``font-unreadable``.
    """
    del options
    drawer = Drawer(plan, theme, typefaces)
    drawn = [drawer.draw(sheet) for sheet in plan.sheets]
    tops = list(accumulate([plan.size.height + _GAP] * len(drawn), initial=0))
    sheets = "".join(
        each.svg.replace("<svg ", f'<svg y="{number(top)}" ', 1) if top else each.svg
        for top, each in zip(tops, drawn)
    )
    width, height = number(plan.size.width), number(max(0, tops[-1] - _GAP))
    title = escape(plan.meta.title)
    whole = (
        f'<svg xmlns="{NAMESPACE}" xml:lang="{attribute(plan.meta.language)}"'
        f' width="{width}" height="{height}" viewBox="0 0 {width} {height}"><title>{title}</title>'
        f"<style>{font_faces(drawn, Fonts(typefaces))}</style>{sheets}</svg>\n<!-- {BLANK} -->\n"
    )
    notices = tuple(notice for each in drawn for notice in each.notices)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}'.encode(), notices
