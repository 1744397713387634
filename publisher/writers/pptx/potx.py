"""A theme as a PowerPoint template: its master, its layouts, and an empty cover to begin with."""

from __future__ import annotations

from publisher.options import Options
from publisher.plan import Plan, PlanMeta, Sheet, Text
from publisher.theme.model import Drawing, Theme
from publisher.writers.pptx.deck import deck
from publisher.writers.pptx.placeholders import placeholders

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
"""What tells a .potx from a .pptx (ECMA-376 part 1, 13.3.6)."""


def write_template(theme: Theme) -> bytes:
    """The bytes of a .potx that new decks can be made from, the same for the same theme.

    A new deck begins with a cover to type in, as PowerPoint's own do; LibreOffice, which reads no
    master that no slide stands on, would show nothing of the theme without it.
    """
    title = theme.title.get("zh", theme.name)
    plan = Plan(PlanMeta(title), theme.size, (_cover(theme.drawings["cover"]),))
    return deck(plan, theme, Options(), CONTENT_TYPE)


def _cover(drawing: Drawing) -> Sheet:
    kinds = placeholders(drawing)
    empty = tuple(
        Text(frame.rect, (), (), kinds[name].label, placeholder=name, anchor=frame.anchor)
        for name, frame in drawing.frames.items()
        if name in kinds and kinds[name].kind != "pic" and not kinds[name].is_furniture
    )
    return Sheet(empty, "", drawing.name)
