"""What makes a theme good, as one table of rules, each a pure function of the case."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

from publisher.errors import nearest
from publisher.geometry import ASPECTS, Emu, Rect, Size
from publisher.record import NamedTuple
from publisher.theme.contrast import AA, contrast, least_contrast, lightness
from publisher.theme.ground import grounds
from publisher.theme.installed import INSTALLED
from publisher.theme.load import DRAWINGS, Source
from publisher.theme.model import SLOTS, Drawing, Frame, Theme
from publisher.theme.problem import Problem, Severity, problem
from publisher.theme.roles import FRAMES_OF, LEAST_EMS, LEAST_EMS_OF
from publisher.theme.unread import unread

MOST_INK = 300
"""Per cent of ink, all four together: more does not dry on the papers that offices print on."""
LEAST_BLACK = 85
"""Per cent of black from which on the press prints text in black alone (writers.pdf.inks)."""
_DARK = 40
"""Of 100: a lightness below this is meant to be black."""
_FAR = 110
"""How far a colour on screen may be from its inks by the plain formula, of 442 at most."""
_TOUCH: Emu = 9_525
"""Frames may share an edge, and a unit of rounding."""
WIDE, NARROW = ASPECTS


class Case(NamedTuple):
    """All that rules look at: the theme by aspect, where it came from, the font roles there are,
    and the palettes of the shipped themes."""

    themes: Mapping[str, Theme]
    source: Source
    font_roles: Collection[str]
    palettes: Mapping[str, Mapping[str, str]]

    @property
    def folder(self) -> Path:
        return self.source.folders[0].path

    @property
    def theme(self) -> Theme:
        return self.themes[WIDE]

    def setting(self, *way: str) -> str:
        """The place of a setting."""
        return f"theme.toml:{self.source.line(*way)}"

    def drawings(self, aspect: str = WIDE) -> Iterator[tuple[str, Drawing]]:
        """Each drawing once, with its file as a person calls it."""
        for role in DRAWINGS:
            found = self.source.drawing(role)
            if found is not None:
                own = "" if found.path == self.folder else f"{found.path.name}/"
                yield f"{own}{role}.svg", self.themes[aspect].drawings[role]

    def frames(self, aspect: str = WIDE) -> Iterator[tuple[str, Drawing, Frame]]:
        for file, drawing in self.drawings(aspect):
            for frame in drawing.frames.values():
                yield file, drawing, frame


Rule: TypeAlias = Callable[[Case], Iterator[Problem]]


# --- settings --------------------------------------------------------------------------------


def _licence(case: Case) -> Iterator[Problem]:
    """Artwork is somebody's: whoever passes a deck on must know on which terms."""
    if not case.theme.licence.strip():
        yield problem(Severity.ERROR, case.setting("licence"), "theme-licence")


def _fonts(case: Case) -> Iterator[Problem]:
    for role, face in case.theme.fonts.items():
        if face.measured not in case.font_roles:
            near = nearest(face.measured, case.font_roles)
            yield problem(
                Severity.ERROR,
                case.setting("fonts", role),
                "theme-font",
                role=role,
                name=face.measured,
                near=near,
                known=", ".join(sorted(case.font_roles)),
            )
        for name in (face.ea, face.latin):
            if name not in INSTALLED:
                near = nearest(name, INSTALLED, 0.4) or "微软雅黑"
                yield problem(
                    Severity.WARNING,
                    case.setting("fonts", role),
                    "theme-typeface",
                    role=role,
                    name=name,
                    near=near,
                )


def _inks(case: Case) -> Iterator[Problem]:
    for slot in SLOTS:
        cyan, magenta, yellow, black = inks = case.theme.cmyk[slot]
        if sum(inks) > MOST_INK:
            yield problem(
                Severity.ERROR, case.setting("cmyk", slot), "theme-ink", slot=slot, sum=sum(inks),
                most=MOST_INK,
            )  # fmt: skip
        seen = "".join(
            f"{round(255 * (1 - ink / 100) * (1 - black / 100)):02X}"
            for ink in (cyan, magenta, yellow)
        )
        meant = case.theme.palette[slot]
        apart = sum((a - b) ** 2 for a, b in zip(bytes.fromhex(seen), bytes.fromhex(meant)))
        if apart > _FAR * _FAR:
            yield problem(
                Severity.WARNING,
                case.setting("cmyk", slot),
                "theme-ink-other",
                slot=slot,
                seen=f"#{seen}",
                meant=f"#{meant}",
            )


def _black(case: Case) -> Iterator[Problem]:
    """Small type of several inks is blurred as soon as one plate is a hair off."""
    inks = case.theme.cmyk["dk1"]
    if lightness(case.theme.palette["dk1"]) < _DARK and inks[3] < LEAST_BLACK:
        yield problem(
            Severity.WARNING, case.setting("cmyk", "dk1"), "theme-black", black=inks[3],
            least=LEAST_BLACK,
        )  # fmt: skip


def _grey(case: Case) -> Iterator[Problem]:
    for one, other in combinations(SERIES, 2):
        light = [lightness(case.theme.palette[slot]) for slot in (one, other)]
        if abs(light[0] - light[1]) < GREY_STEP:
            yield problem(
                Severity.WARNING, case.setting("palette", other), "theme-grey", one=one, other=other
            )


# --- drawings --------------------------------------------------------------------------------


def _strays(case: Case) -> Iterator[Problem]:
    for file in sorted(case.folder.glob("*.svg")):
        if file.stem not in DRAWINGS:
            near = nearest(file.stem, DRAWINGS)
            yield problem(Severity.WARNING, file.name, "theme-stray", near=f"{near}.svg")


def _unread(case: Case) -> Iterator[Problem]:
    for role in DRAWINGS:
        file = case.folder / f"{role}.svg"
        for what in unread(file) if file.is_file() else ():
            yield problem(Severity.WARNING, file.name, "theme-unread", what=what)


def _wanted_frames(case: Case) -> Iterator[Problem]:
    """What a role cannot do without was missed in reading; here is what it can."""
    for file, drawing in case.drawings():
        lacking = [n for n in FRAMES_OF[drawing.name].wanted if n not in drawing.frames]
        if lacking:
            names = ", ".join(lacking)
            yield problem(Severity.WARNING, file, "theme-frame-wanted", names=names)


def _outside(case: Case) -> Iterator[Problem]:
    for file, _, frame in case.frames():
        if not _within(frame.rect, case.theme.size):
            yield problem(Severity.ERROR, file, "theme-frame-outside", name=frame.name)


def _within(rect: Rect, size: Size) -> bool:
    right, bottom = size.width + _TOUCH, size.height + _TOUCH
    return min(rect.x, rect.y) >= -_TOUCH and rect.right <= right and rect.bottom <= bottom


def _overlapping(case: Case) -> Iterator[Problem]:
    for file, drawing in case.drawings():
        for one, other in combinations(drawing.frames.values(), 2):
            across = min(one.rect.right, other.rect.right) - max(one.rect.x, other.rect.x)
            down = min(one.rect.bottom, other.rect.bottom) - max(one.rect.y, other.rect.y)
            if min(across, down) > _TOUCH:
                yield problem(
                    Severity.ERROR, file, "theme-frames-overlap", one=one.name, other=other.name
                )


def _small(case: Case) -> Iterator[Problem]:
    """Frames that do not hold one line of their style at its smallest, in either aspect."""
    for aspect, theme in case.themes.items():
        for file, drawing, frame in case.frames(aspect):
            style = theme.styles[frame.style]
            least = LEAST_EMS_OF.get((drawing.name, frame.name), LEAST_EMS.get(frame.name, 1))
            low = frame.rect.height + _TOUCH < style.smallest * style.pitch // 100
            if frame.name == "logo":
                continue
            if low and aspect == WIDE:
                height = -(-style.smallest * style.pitch // 100 // _TOUCH)
                yield problem(
                    Severity.ERROR, file, "theme-frame-low", name=frame.name, style=frame.style,
                    height=height,
                )  # fmt: skip
            if frame.rect.width + _TOUCH < style.smallest * least:
                yield problem(
                    Severity.ERROR, file, "theme-frame-narrow", name=frame.name,
                    style=frame.style, count=least, aspect=aspect,
                )  # fmt: skip


def _contrast(case: Case) -> Iterator[Problem]:
    own, told = case.theme.palette, _poor_pairs(case)
    for file, drawing, frame in case.frames():
        stacks = {
            stack
            for stack in grounds(drawing.background, drawing.artwork, frame.rect)
            if (frame.colour, stack[-1].slot) not in told
        }
        if not stacks:
            continue
        least = least_contrast(frame.colour, stacks, own)
        if least < AA:
            yield problem(
                Severity.ERROR, file, "theme-contrast", name=frame.name, ratio=f"{least:.1f}",
                least=AA, slot=frame.colour,
            )  # fmt: skip
            continue
        poor = [
            name
            for name, palette in case.palettes.items()
            if least_contrast(frame.colour, stacks, palette) < AA
        ]
        if poor:
            yield problem(
                Severity.WARNING, file, "theme-contrast-other", name=frame.name,
                palettes=", ".join(poor), slot=frame.colour,
            )  # fmt: skip


def _kin(case: Case) -> Iterator[Problem]:
    """Slots that mean text and its ground must be told apart, whatever the drawings do."""
    for ink, ground in _poor_pairs(case):
        ratio = contrast(case.theme.palette[ink], case.theme.palette[ground])
        yield problem(
            Severity.ERROR, case.setting("palette", ink), "theme-pair", ink=ink, ground=ground,
            ratio=f"{ratio:.1f}", least=AA,
        )  # fmt: skip


def _poor_pairs(case: Case) -> list[tuple[str, str]]:
    palette = case.theme.palette
    return [pair for pair in PAIRS if contrast(*(palette[slot] for slot in pair)) < AA]


PAIRS = (
    ("dk1", "lt1"), ("dk1", "lt2"), ("lt1", "accent1"), ("lt1", "dk2"),
    ("accent1", "lt1"), ("accent1", "lt2"), ("accent3", "accent1"), ("accent3", "dk2"),
    ("accent4", "lt1"), ("accent4", "lt2"), ("hlink", "lt1"), ("hlink", "lt2"),
)  # fmt: skip
"""Text and ground, as SLOTS says what each is for: layout sets them so on any drawing."""
SERIES = ("accent1", "accent6", "accent2", "accent4")
"""The colours of a chart's series, in their order."""
GREY_STEP = 8
"""How far two series are apart in lightness, of 100, so that a grey print tells them apart."""
RULES: tuple[Rule, ...] = (
    _licence, _fonts, _inks, _black, _kin, _grey, _strays, _unread, _wanted_frames, _outside,
    _overlapping, _small, _contrast,
)  # fmt: skip
