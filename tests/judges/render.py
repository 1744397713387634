"""A deck as LibreOffice draws it: does all text stand in its frame, and on no other text?

The typefaces that a deck names (微软雅黑, 华文中宋, …) are given to LibreOffice as the shipped
fonts that the theme measured them with, by a fontconfig of its own, so that the render judges
our measuring and not the machine's fonts.
"""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from tests.judges.glyphs import Char, Page
from tests.judges.programs import ROOT, run

TOLERANCE = 1.0
"""Points that text may leave its frame by: LibreOffice rounds to a hundredth of a millimetre."""
PER_POINT = 12700


class Box(NamedTuple):
    """A frame on a slide, in points, with the text that belongs in it."""

    name: str
    text: str
    left: float
    top: float
    right: float
    bottom: float
    furniture: bool = False


def aliases(root: Path = ROOT) -> dict[str, str]:
    """Typefaces that the themes name → families of fonts/ that they are measured with."""
    fonts = tomllib.loads((root / "fonts" / "fonts.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for path in sorted((root / "themes").glob("*/theme.toml")):
        theme = tomllib.loads(path.read_text(encoding="utf-8"))
        for role in theme.get("fonts", {}).values():
            voice = fonts["roles"][role["measured"]]
            for script, face in (("ea", voice["han"]), ("latin", voice["latin"])):
                family = fonts["faces"][face]["family"]
                if found.setdefault(role[script], family) != family:
                    raise ValueError(f"{role[script]} is measured as {found[role[script]]} too")
    return found


def fontconfig(folder: Path) -> dict[str, str]:
    """Write a fontconfig of the shipped fonts alone; the environment that uses it."""
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{escape(named)}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{escape(family)}</string>'
        "</edit></match>"
        for named, family in aliases().items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{escape(str(ROOT / "fonts"))}</dir>'
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir>{rules}</fontconfig>",
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(path), "LC_ALL": "C.UTF-8"}


def to_pdf(decks: list[Path], folder: Path) -> list[Path]:
    """The decks as PDF in `folder`, through one LibreOffice with a profile of its own."""
    profile = (folder / "profile").as_uri()
    done = run(
        "soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
        "--outdir", folder, *decks, env=fontconfig(folder),
    )  # fmt: skip
    pages = [folder / f"{deck.stem}.pdf" for deck in decks]
    for page in pages:
        if not page.exists():
            raise ValueError(f"LibreOffice made no {page.name}: {done.stderr.strip()}")
    return pages


def opened(deck: Path) -> Any:
    """The deck as python-pptx reads it; rulers that measure one deck after another share it."""
    return _opened(deck, deck.stat().st_mtime_ns, deck.stat().st_size)


@lru_cache(maxsize=2)
def _opened(deck: Path, changed: int, size: int) -> Any:
    from pptx import Presentation

    del changed, size  # they tell one file from a later one of the same name
    return Presentation(str(deck))


def frames(deck: Path) -> list[list[Box]]:
    """For each slide the text frames from back to front."""
    return _frames(deck, deck.stat().st_mtime_ns, deck.stat().st_size)


@lru_cache(maxsize=2)
def _frames(deck: Path, changed: int, size: int) -> list[list[Box]]:
    return [[*_boxes(slide.shapes)] for slide in _opened(deck, changed, size).slides]


def _boxes(shapes: Any) -> Iterator[Box]:
    for shape in shapes:
        if shape.shape_type == 6:  # a group
            yield from _boxes(shape.shapes)
        elif shape.has_text_frame and squeeze(shape.text_frame.text):
            yield _box(shape.name, shape.text_frame.text, shape)
        elif getattr(shape, "has_table", False):
            yield from _cells(shape)


def _box(name: str, text: str, shape: Any) -> Box:
    left, top, width, height = (
        v / PER_POINT for v in (shape.left, shape.top, shape.width, shape.height)
    )
    # Footer, number and running place; a title has index 0, the body 1.
    furniture = shape.is_placeholder and shape.placeholder_format.idx > 1
    return Box(name, squeeze(text), left, top, left + width, top + height, furniture)


def _cells(frame: Any) -> Iterator[Box]:
    table = frame.table
    xs, ys = [frame.left / PER_POINT], [frame.top / PER_POINT]
    for column in table.columns:
        xs.append(xs[-1] + column.width / PER_POINT)
    for row in table.rows:
        ys.append(ys[-1] + row.height / PER_POINT)
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row.cells):
            text = squeeze(cell.text)
            if text and not cell.is_spanned:
                right, bottom = xs[c + cell.span_width], ys[r + cell.span_height]
                yield Box(f"{frame.name} {r + 1}:{c + 1}", text, xs[c], ys[r], right, bottom)


def squeeze(text: str) -> str:
    """Text without white space, as a renderer draws it: a double dash is one glyph to some."""
    return "".join(text.split()).replace("⸺", "——")


def drawn(boxes: list[Box], page: Page) -> list[tuple[Box, list[Char]]]:
    """Each frame with the characters that stand for its text; none where it is not drawn whole.

    Frames are looked for in drawing order, so that a text that stands twice is found twice.
    """
    chars = [char for char in page.chars for _ in squeeze(char.text)]
    text = squeeze(page.text)
    found, position = [], 0
    for box in boxes:
        start = text.find(box.text, position)
        start = text.find(box.text) if start < 0 else start
        position = position if start < 0 else start + len(box.text)
        found.append((box, chars[start:position] if start >= 0 else _as_read(box, page)))
    return found


def _as_read(box: Box, page: Page) -> list[Char]:
    """What stands in the frame from left to right, line by line, if that is its text: characters
    of a fallback font are drawn after the others of their line."""
    inside = [
        char
        for char in page.chars
        if box.left <= (char.x + char.right) / 2 <= box.right
        and box.top <= (char.top + char.bottom) / 2 <= box.bottom
    ]
    inside.sort(key=lambda char: (round(char.baseline), char.x))
    return inside if squeeze("".join(char.text for char in inside)) == box.text else []


def findings(boxes: list[Box], page: Page) -> list[str]:
    """What stands outside its frame or the slide, on other text, or is not drawn at all."""
    found = []
    claimed = drawn(boxes, page)
    for box, own in claimed:
        if not own:
            # MuPDF leaves out what stands off the slide altogether.
            found.append(f"{box.name}: 「{box.text[:20]}」 is not drawn whole on the slide")
            continue
        found += [f"{box.name}: {fault}" for fault in _outside(box, own, page)]
    return found + _collisions(claimed)


def _outside(box: Box, chars: list[Char], page: Page) -> Iterator[str]:
    sides = {
        "left": box.left - min(c.x for c in chars),
        "top": box.top - min(c.top for c in chars),
        "right": max(c.right for c in chars) - box.right,
        "bottom": max(c.bottom for c in chars) - box.bottom,
    }
    for side, over in sides.items():
        if over > TOLERANCE:
            yield f"「{box.text[:20]}」 leaves its frame by {over:.1f} pt at the {side}"
    if min(c.x for c in chars) < 0 or max(c.right for c in chars) > page.width:
        yield f"「{box.text[:20]}」 leaves the slide at a side"
    if min(c.top for c in chars) < 0 or max(c.bottom for c in chars) > page.height:
        yield f"「{box.text[:20]}」 leaves the slide at the top or foot"


def _collisions(claimed: list[tuple[Box, list[Char]]]) -> list[str]:
    """Frames whose glyphs lie on another frame's glyphs."""
    found = []
    for i, (box, chars) in enumerate(claimed):
        for other, others in claimed[i + 1 :]:
            if any(_overlap(a, b) for a in chars for b in others):
                found.append(
                    f"{box.name} and {other.name}: 「{box.text[:12]}」 lies on "
                    f"「{other.text[:12]}」"
                )
    return found  # fmt: skip


def _overlap(a: Char, b: Char) -> bool:
    across = min(a.right, b.right) - max(a.x, b.x)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return across > TOLERANCE and down > TOLERANCE
