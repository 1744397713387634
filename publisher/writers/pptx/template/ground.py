"""The template's masters and layouts beneath our slides, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping

from publisher.plan import (
    Chart,
    Colour,
    Grid,
    Item,
    Plan,
    Shape,
    Text,
    TextParagraph,
)
from publisher.record import NamedTuple
from publisher.theme.model import Theme
from publisher.writers.pptx.ground import Ground, Standing
from publisher.writers.pptx.markup import HEAD
from publisher.writers.pptx.package import Part
from publisher.writers.pptx.placeholders import Placeholder
from publisher.writers.pptx.template.layouts import Holder
from publisher.writers.pptx.template.source import PACKAGE, Relationship, Source
from publisher.writers.pptx.template.theme import Template, read_template, readable
from publisher.writers.xml import attribute

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FIRST_MASTER_ID = 2_147_483_648


class Kept(Part):
    """A part of the template with its own relationships, ids and all."""

    __slots__ = ("_rows",)

    def __init__(
        self, name: str, content_type: str, body: bytes, rows: tuple[Relationship, ...]
    ) -> None:
        super().__init__(name, content_type, body)
        self._rows = rows

    def relationships(self) -> str:
        rows = "".join(map(_row, self._rows))
        if not rows:
            return ""
        return f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{rows}</Relationships>'


def _row(row: Relationship) -> str:
    mode = ' TargetMode="External"' if row.external else ""
    target = row.target if row.external else f"/{row.target}"
    return (
        f'<Relationship Id="{attribute(row.id)}" Type="{attribute(row.type)}"'
        f' Target="{attribute(target)}"{mode}/>'
    )


class Foreign(NamedTuple):
    """A template beneath a deck: its parts, the ground they make, the part of its theme."""

    parts: list[Part]
    ground: Ground


def foreign_ground(theme: Theme) -> Foreign:
    """The ground that ``theme`` (see ``read_template``) was made from."""
    template = read_template(theme.package, theme, theme.name)
    source = template.source
    parts: dict[str, Part] = {
        name: Kept(name, source.types.get(name, ""), body, source.relationships.get(name, ()))
        for name, body in source.parts.items()
        if name != source.main
    }
    standing = {
        role: Standing(
            theme.drawings[role],
            parts[layout.part],
            {name: _placeholder(holder) for name, holder in template.holders[role].items()},
            foreign=True,
        )
        for role, layout in template.layouts.items()
        if role in theme.drawings
    }
    return Foreign(list(parts.values()), Ground(_masters(template, parts), standing))


def _masters(template: Template, parts: Mapping[str, Part]) -> list[tuple[int, Part]]:
    """The masters with the ids that they have: layouts count on from them (19.7.14)."""
    source: Source = template.source
    targets = {row.id: row.target for row in source.relationships[source.main]}
    found: list[tuple[int, Part]] = []
    for entry in source.root(source.main).iter(f"{_P}sldMasterId"):
        part = parts.get(targets.get(entry.get(f"{_R}id"), ""))
        if part is not None:
            found.append((int(entry.get("id", _FIRST_MASTER_ID)), part))
    return found


def _placeholder(holder: Holder) -> Placeholder:
    return Placeholder(holder.kind, None if holder.is_title else holder.idx, holder.kind)


def in_its_colours(plan: Plan, theme: Theme) -> Plan:
    """``plan`` with our slots as those of the template that mean the same, or nearly."""
    slots = readable(theme.palette)

    def colour(given: Colour | None) -> Colour | None:
        if given is None or given.slot not in slots:
            return given
        own = slots[given.slot]
        return Colour(own.slot, own.alpha * given.alpha // 100)

    def text(given: Text) -> Text:
        return given._replace(paragraphs=tuple(map(paragraph, given.paragraphs)))

    def paragraph(given: TextParagraph) -> TextParagraph:
        runs = (run._replace(colour=colour(run.colour) or run.colour) for run in given.runs)
        return given._replace(runs=tuple(runs))

    def item(given: Item) -> Item:
        match given:
            case Text():
                return text(given)
            case Shape():
                return given._replace(fill=colour(given.fill), stroke=colour(given.stroke))
            case Grid():
                cells = (c._replace(text=text(c.text), fill=colour(c.fill)) for c in given.cells)
                rule = colour(given.rule) or given.rule
                return given._replace(cells=tuple(cells), rule=rule)
            case Chart():
                drawn = (text(p) if isinstance(p, Text) else item(p) for p in given.drawn)
                return given._replace(drawn=tuple(drawn))  # type: ignore[arg-type]
            case _:
                return given

    sheets = (s._replace(items=tuple(map(item, s.items))) for s in plan.sheets)
    return plan._replace(sheets=tuple(sheets))
