"""A plan's sheets, one picture each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from publisher.events import Notice
from publisher.plan import Plan, Sheet, texts_of
from publisher.record import NamedTuple
from publisher.theme.screen import Screen
from publisher.writers.svg.brush import Address, Brush, Look
from publisher.writers.svg.fonts import data_address
from publisher.writers.svg.markup import NAMESPACE, given, number

if TYPE_CHECKING:
    from publisher.theme.model import Theme
    from publisher.typeface.registry import Typefaces

_NAMING = frozenset({"Title", "H1", "H2"})


class Drawn(NamedTuple):
    """A sheet as an ``svg`` element; ``faces`` are those it uses, with its characters in each."""

    svg: str
    faces: Mapping[str, str]
    notices: tuple[Notice, ...] = ()


class Drawer:
    """Draws sheets of ``plan``, any of them at any time: the same sheet is the same picture.

    ``theme`` None draws black on white paper. ``address`` says where pictures are; without it
    they stand in the drawing itself.
    """

    def __init__(
        self,
        plan: Plan,
        theme: Theme | None,
        typefaces: Typefaces,
        address: Address = data_address,
    ) -> None:
        self._plan = plan
        drawings = theme.drawings if theme else {}
        self._look = Look(drawings, Screen(theme), typefaces, address)

    def draw(self, sheet: Sheet) -> Drawn:
        """One sheet. It needs no style sheet but for its fonts and has no identifiers, so that
        several may stand in one page under any content security policy.

        Raises InputError ``font-unreadable``.
        """
        brush = Brush(self._look)
        brush.sheet(sheet)
        width, height = map(number, self._plan.size)
        head = given(
            xmlns=NAMESPACE,
            width=width,
            height=height,
            viewBox=f"0 0 {width} {height}",
            role="group",
            aria_label=_label(sheet),
            xml__lang=self._plan.meta.language,
            text_rendering="geometricPrecision",
            stroke_miterlimit="10",  # PDF's, which artwork is drawn for
        )
        faces = {face: "".join(sorted(chars)) for face, chars in brush.faces.items()}
        return Drawn(f"<svg{head}>{brush.drawn}</svg>", faces, tuple(brush.notices))


def _label(sheet: Sheet) -> str:
    """What a sheet is called where it is not seen: its heading, else its name."""
    headings = (
        "".join(line.text for line in text.lines)
        for text in texts_of(sheet.items)
        if text.role in _NAMING
    )
    return next(headings, sheet.name)
