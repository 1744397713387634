"""The plates that a press would get, by Ghostscript's tiffsep: 255 is paper, 0 is full ink."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

import pikepdf
from PIL import Image, ImageChops

from tests.judges.programs import run

PLATES = ("Cyan", "Magenta", "Yellow", "Black")
DPI = 72
_INSIDE, _OUTSIDE = 1, 5
"""Pixels from the cut to where paper is looked for that no artwork reaches."""
_BARE = 0.05
"""Of the cut; shapes may end a hair inside of it, and curves pass it by."""
_SLACK = 2
"""Per cent of ink that eight bits round off, four times."""


class Boxes(NamedTuple):
    media: tuple[float, ...]
    bleed: tuple[float, ...]
    trim: tuple[float, ...]

    @classmethod
    def of(cls, page: pikepdf.Page) -> Self:
        names = ("/MediaBox", "/BleedBox", "/TrimBox")
        return cls(*(tuple(float(side) for side in page.obj[name]) for name in names))

    def pixels(self, box: Sequence[float], grown: float = 0) -> tuple[int, int, int, int]:
        """Left, upper, right and lower on the plates of the media box."""
        scale = DPI / 72
        left, bottom, right, top = box
        height = self.media[3] - self.media[1]
        return (
            round((left - self.media[0] - grown) * scale),
            round((height - (top - self.media[1]) - grown) * scale),
            round((right - self.media[0] + grown) * scale),
            round((height - (bottom - self.media[1]) + grown) * scale),
        )


class Shown(NamedTuple):
    """A text or shape as drawn: its fill, and how that meets what lies beneath."""

    ink: tuple[float, ...]
    alpha: float
    overprints: bool
    mode: int
    shape: bool = False


def separate(path: Path) -> list[dict[str, Image.Image]]:
    """The four plates of each page."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "p%d.tif"
        done = run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep",
                   f"-r{DPI}", f"-sOutputFile={target}", path)  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        count = len(list(Path(folder).glob("p*(Black).tif")))
        pages = []
        for number in range(1, count + 1):
            plates = {}
            for plate in PLATES:
                with Image.open(Path(folder) / f"p{number}({plate}).tif") as opened:
                    plates[plate] = opened.convert("L")
            pages.append(plates)
    return pages


def faults(path: Path, boxes: Sequence[Boxes], most: float) -> Iterator[str]:
    """Too much ink, and artwork that ends at the cut."""
    for number, (plates, box) in enumerate(zip(separate(path), boxes, strict=True), 1):
        seen = box.pixels(box.bleed)
        total = most_ink([plates[plate].crop(seen) for plate in PLATES])
        if total > most + _SLACK:
            yield f"page {number} carries {total:.0f} % of ink"
        for plate in PLATES:
            short = _short_of_bleed(plates[plate], box)
            if short > _BARE:
                yield f"page {number}: {short:.0%} of what {plate} prints at the cut ends there"


def most_ink(plates: Sequence[Image.Image]) -> float:
    """The most ink at one point, in per cent."""
    inks = [ImageChops.invert(plate).point(lambda level: level // 4) for plate in plates]
    total = inks[0]
    for ink in inks[1:]:
        total = ImageChops.add(total, ink)
    top: Any = total.getextrema()[1]
    return float(top) * 4 / 2.55


def _short_of_bleed(plate: Image.Image, box: Boxes) -> float:
    """The share of the cut that is inked, with bare paper beyond it within the bleed."""
    left, upper, right, lower = box.pixels(box.trim)
    across, down = (left, right), (upper, lower)
    pairs = [
        (_row(plate, upper + _INSIDE, across), _row(plate, upper - _OUTSIDE, across)),
        (_row(plate, lower - 1 - _INSIDE, across), _row(plate, lower - 1 + _OUTSIDE, across)),
        (_column(plate, left + _INSIDE, down), _column(plate, left - _OUTSIDE, down)),
        (_column(plate, right - 1 - _INSIDE, down), _column(plate, right - 1 + _OUTSIDE, down)),
    ]
    points = [levels for inside, outside in pairs for levels in zip(inside, outside, strict=True)]
    return sum(inside < 250 and outside > 253 for inside, outside in points) / len(points)


def _row(plate: Image.Image, y: int, across: tuple[int, int]) -> bytes:
    return plate.crop((across[0], y, across[1], y + 1)).tobytes()


def _column(plate: Image.Image, x: int, down: tuple[int, int]) -> bytes:
    return plate.crop((x, down[0], x + 1, down[1])).tobytes()


def shown_texts(page: pikepdf.Page) -> list[Shown]:
    """The fills of a page in their order; all colours that are not CMYK count as no ink."""
    states = page.obj.get("/Resources", pikepdf.Dictionary()).get("/ExtGState", {})
    found: list[Shown] = []
    now = Shown((0, 0, 0, 1), 1, False, 0)
    stack: list[Shown] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                stack.append(now)
            case "Q":
                now = stack.pop()
            case "k":
                now = now._replace(ink=tuple(float(part) for part in operands))
            case "g" | "rg" | "scn" | "sc":
                now = now._replace(ink=(0, 0, 0, 0))
            case "gs":
                state = states[str(operands[0])]
                now = Shown(
                    now.ink,
                    float(state.get("/ca", now.alpha)),
                    bool(state.get("/op", now.overprints)),
                    int(state.get("/OPM", now.mode)),
                )
            case "TJ" | "Tj":
                found.append(now)
            case "f" | "f*" | "B" | "b" | "B*" | "b*":
                found.append(now._replace(shape=True))
    return found


def without_black_text(source: Path, target: Path) -> int:
    """A copy of a file in which texts in K alone carry no ink; how many these are.

    They overprint, so without ink they change no plate. They are not taken out: glyphs that
    Ghostscript has drawn before are placed otherwise than those that it draws for the first time.
    """
    found = 0
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            kept: list[Any] = []
            black = False
            stack = []
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "q":
                        stack.append(black)
                    case "Q":
                        black = stack.pop()
                    case "k":
                        black = [float(part) for part in operands] == [0, 0, 0, 1]
                    case "TJ" if black:
                        found += 1
                        kept += [_ink(0), (operands, operator), _ink(1)]
                        continue
                kept.append((operands, operator))
            page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        pdf.save(target)
    return found


def _ink(black: int) -> tuple[list[int], pikepdf.Operator]:
    return [0, 0, 0, black], pikepdf.Operator("k")
