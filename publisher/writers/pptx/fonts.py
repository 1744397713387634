"""Embedded fonts: the deck names our typefaces and carries what it needs of them.

PowerPoint asks for more than the standard (MS-OI29500, 19.2.1.9 and 15.2.13): every typeface of
the list once and in use, and files whose names and PANOSE fit the place that they are put in.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence

from publisher.plan import Chart, Grid, Item, Plan, Text
from publisher.record import NamedTuple
from publisher.theme.model import Theme, Typeface
from publisher.typeface.portable import portable
from publisher.typeface.registry import Face, Typefaces
from publisher.writers.pptx.eot import charset, eot, family
from publisher.writers.pptx.text import Typesetter
from publisher.writers.xml import attribute

CONTENT_TYPE = "application/x-fontdata"

_ALWAYS = string.digits + string.ascii_letters + string.punctuation + " "
"""What people type into a finished deck before all else."""
_BOLD = "Bold"


class Embedded(NamedTuple):
    """A typeface in the deck's list: its name, its character set, its files as EOT by place."""

    typeface: str
    charset: int
    files: tuple[tuple[str, bytes], ...]


def with_our_fonts(theme: Theme, typefaces: Typefaces) -> Theme:
    """``theme`` naming the typefaces that it was measured with.

    Raises UsageError ``role-unknown`` where a theme was measured with a role that is not there.
    """
    fonts = {role: _ours(face, typefaces) for role, face in theme.fonts.items()}
    return theme._replace(fonts=fonts)


def _ours(named: Typeface, typefaces: Typefaces) -> Typeface:
    role = typefaces.role(named.measured)
    han, latin = typefaces.face(role.han), typefaces.face(role.latin)
    return Typeface(named.measured, han.family, latin.family, han.style == _BOLD)


def embedded_fonts(plan: Plan, theme: Theme, typefaces: Typefaces) -> tuple[Embedded, ...]:
    """What ``plan`` needs of the typefaces that ``theme`` names, each once, in order of name.

    Every face has all the slides' characters: who sets a word in bold finds it there. The notes
    are not shown, and keep to the fonts of the machine. Raises InputError ``font-restricted``,
    ``font-outlines-deck``, ``font-unreadable``.
    """
    text = "".join(sorted({*_ALWAYS, *_characters(plan)} - {"\n", "\t"}))
    files: dict[str, dict[str, tuple[int, bytes]]] = {}
    for face, bold in sorted(_faces(plan, Typesetter(theme.fonts), typefaces)):
        font = portable(face, text, bold=bold)
        place = "bold" if bold else "regular"
        files.setdefault(family(font), {})[place] = (charset(font), eot(font))
    return tuple(_embedded(name, places) for name, places in sorted(files.items()))


def _embedded(name: str, places: dict[str, tuple[int, bytes]]) -> Embedded:
    """Places in the order of the schema (19.2.1.9)."""
    there = [place for place in ("regular", "bold") if place in places]
    files = tuple((place, places[place][1]) for place in there)
    return Embedded(name, places[there[0]][0], files)


def font_list(fonts: Sequence[tuple[Embedded, Sequence[str]]]) -> str:
    """p:embeddedFontLst; with each typeface the relationship ids of its files."""
    rows = "".join(
        f'<p:embeddedFont><p:font typeface="{attribute(font.typeface)}"'
        f' charset="{font.charset - 256 if font.charset > 127 else font.charset}"/>'
        + "".join(f'<p:{place} r:id="{id_}"/>' for (place, _), id_ in zip(font.files, ids))
        + "</p:embeddedFont>"
        for font, ids in fonts
    )
    return f"<p:embeddedFontLst>{rows}</p:embeddedFontLst>" if rows else ""


def _faces(plan: Plan, typesetter: Typesetter, typefaces: Typefaces) -> set[tuple[Face, bool]]:
    """The faces of all runs; a family without a bold face is made bold by the program."""
    found: set[tuple[Face, bool]] = set()
    for role, bold in _voices(plan):
        named, heavy = typesetter.voice(role, bold)
        for name in {named.ea, named.latin}:
            styles = {f.style == _BOLD: f for f in typefaces.faces.values() if f.family == name}
            style = heavy if heavy in styles else not heavy
            if style in styles:
                found.add((styles[style], style))
    return found


def _voices(plan: Plan) -> set[tuple[str, bool]]:
    """The font roles of all runs, and whether they are asked to be bold."""
    voices: set[tuple[str, bool]] = set()
    for item in _items(plan):
        if isinstance(item, Chart):
            voices.add(("text", False))
        for text in _texts(item):
            voices.update((run.font, run.bold) for p in text.paragraphs for run in p.runs)
    return voices


def _characters(plan: Plan) -> Iterator[str]:
    """All characters that stand on slides."""
    for item in _items(plan):
        if isinstance(item, Chart):
            yield from item.unit
            for word in (*item.categories, *(series.name for series in item.series)):
                yield from word
        for text in _texts(item):
            for paragraph in text.paragraphs:
                for run in paragraph.runs:
                    yield from run.text


def _items(plan: Plan) -> Iterator[Item]:
    return (item for sheet in plan.sheets for item in sheet.items)


def _texts(item: Item) -> Sequence[Text]:
    """The texts that the deck has of an item; a chart is drawn by the program."""
    if isinstance(item, Text):
        return (item,)
    return tuple(cell.text for cell in item.cells) if isinstance(item, Grid) else ()
