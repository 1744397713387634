"""What slides stand on: masters and layouts as parts, drawn from a theme or a template's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from publisher.lately import lately
from publisher.plan import Plan
from publisher.record import NamedTuple
from publisher.theme.model import Drawing, Theme
from publisher.writers.pptx import layouts, master
from publisher.writers.pptx.package import Part
from publisher.writers.pptx.placeholders import Placeholder, placeholders
from publisher.writers.pptx.text import Typesetter

Add: TypeAlias = Callable[[str, str, str], Part]
"""Adds a part: its name, its content type, its content."""


class Standing(NamedTuple):
    """A layout: its drawing, its part, and which placeholder each of the drawing's frames is.

    On a ``foreign`` one words look as the layout has them, and stand where we say.
    """

    drawing: Drawing
    layout: Part
    holders: Mapping[str, Placeholder]
    foreign: bool = False


class Ground(NamedTuple):
    """Masters with their ids, and the layouts by the names that sheets have for them."""

    masters: Sequence[tuple[int, Part]]
    layouts: Mapping[str, Standing]

    def under(self, name: str | None) -> Standing:
        """The layout of that name, else a blank one."""
        return self.layouts.get(name or "") or self.layouts[layouts.BLANK.name]


def drawn_ground(plan: Plan, theme: Theme, typesetter: Typesetter, on: Part, add: Add) -> Ground:
    """One master, and a layout for each drawing; ``on`` is the part of the theme."""
    part = add("ppt/slideMasters/slideMaster1.xml", master.CONTENT_TYPE, "")
    made: dict[str, Standing] = {}
    drawings = _drawings(plan, theme)
    bodies = _layouts(drawings, theme, typesetter)
    for number, (drawing, xml) in enumerate(zip(drawings, bodies), 1):
        layout = add(f"ppt/slideLayouts/slideLayout{number}.xml", layouts.CONTENT_TYPE, xml)
        layout.relate("slideMaster", part)
        made[drawing.name] = Standing(drawing, layout, placeholders(drawing))
    rids = [part.relate("slideLayout", standing.layout) for standing in made.values()]
    part.relate("theme", on)
    part.body = master.master_xml(theme, typesetter, rids)
    return Ground([(master.ID, part)], made)


@lately
def _layouts(drawings: list[Drawing], theme: Theme, typesetter: Typesetter) -> list[str]:
    return [layouts.layout_xml(drawing, theme, typesetter) for drawing in drawings]


def _drawings(plan: Plan, theme: Theme) -> list[Drawing]:
    """Those of the theme, and a blank one where a sheet needs it."""
    drawings = list(theme.drawings.values())
    known = {drawing.name for drawing in drawings}
    if not drawings or any(sheet.layout not in known for sheet in plan.sheets):
        drawings.append(layouts.BLANK)
    return drawings
