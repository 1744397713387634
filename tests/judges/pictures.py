"""The three pictures of a slide: our SVG as Chromium draws it, our PDF, LibreOffice's render of
the deck. Each is a PDF in the end (Chromium prints), so one reader finds the glyphs in all.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from publisher.layout.letters import EM_BASELINE
from publisher.plan import Plan, texts_of
from publisher.publication import Publication
from publisher.writers.svg import Drawer, Fonts, font_faces
from tests.judges import glyphs, render
from tests.judges.glyphs import Char, Page
from tests.judges.programs import missing, need, run

WIDTH = 1280
"""Pixels across the slide, in which places are compared."""
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
"""Chromium as a tool: no window, no sandbox for root, no calls to its maker."""


_DASHES = frozenset("—⸺")
_SMALL, _MARGIN = (720, 405), 16
"""A picture among three, in pixels."""
NEAR = 2.0
"""Pixels: what a character may stand away from its place without being seen to."""


class Pictures(NamedTuple):
    """The slides of one deck, page by page, and the files that they were read from.

    ``lower``: by slide and baseline (whole pixels), how much lower LibreOffice puts lines there.
    """

    svg: list[Page]
    pdf: list[Page]
    deck: list[Page]
    files: tuple[Path, Path, Path]
    lower: list[dict[int, set[float]]]


LINE_END = 0.2
"""LibreOffice ends a line of exact spacing a fifth of an em below its baseline, all the spacing
is above it. We divide the spacing, as PowerPoint does (three quarters of a line are above)."""


def lower(plan: Plan) -> list[dict[int, set[float]]]:
    """Where LibreOffice's rule puts each line of the slides, against ours."""
    scale = WIDTH / plan.size.width
    found: list[dict[int, set[float]]] = []
    for sheet in plan.sheets:
        here: dict[int, set[float]] = {}
        for text in texts_of(sheet.items):
            ends = list(accumulate(sum(len(r.text) for r in p.runs) for p in text.paragraphs))
            at = 0
            for line in text.lines:
                paragraph = text.paragraphs[min(bisect_right(ends, at), len(ends) - 1)]
                em = max((run.size for run in line.runs), default=0)
                ours = (paragraph.pitch - em) / 2 + EM_BASELINE * em
                shift = (paragraph.pitch - LINE_END * em - ours) * scale
                here.setdefault(round(line.baseline * scale), set()).add(shift)
                at += len(line.text)
        found.append(here)
    return found


def unexplained(off: Off, lower: list[dict[int, set[float]]]) -> float:
    """How far down a character stands from where LibreOffice's rule would have it."""
    near = range(round(off.char.baseline) - 1, round(off.char.baseline) + 2)
    rules = {shift for at in near for shift in lower[off.slide - 1].get(at, ())} or {0.0}
    return min((off.down - shift for shift in rules), key=abs)


class Off(NamedTuple):
    """How far a character stands from where the PDF has it, in pixels."""

    slide: int
    char: Char
    across: float
    down: float


def apart(pages: list[Page], wanted: list[Page]) -> Iterator[Off]:
    """Every character of ``wanted``, beside the nearest of its kind in ``pages``. A character
    that is not there at all is a slide's width away.

    Dashes are passed over: —— is one stroke in a PDF, an outline in SVG, two in a deck.
    """
    for number, (page, other) in enumerate(zip(pages, wanted, strict=True), 1):
        left: dict[str, list[Char]] = {}
        for char in page.chars:
            left.setdefault(char.text, []).append(char)
        for char in other.chars:
            if char.text in _DASHES:
                continue
            alike = left.get(char.text)
            if not alike:
                yield Off(number, char, WIDTH, WIDTH)
                continue
            nearest = min(alike, key=lambda c: abs(c.x - char.x) + abs(c.baseline - char.baseline))
            alike.remove(nearest)
            yield Off(number, char, nearest.x - char.x, nearest.baseline - char.baseline)


def chromium(*arguments: str | Path) -> None:
    """Run Chromium with a profile of its own; what it made is for the caller to find."""
    with TemporaryDirectory() as profile:
        run("chromium", *QUIET, f"--user-data-dir={profile}", *arguments)


def pictures(source: Path, theme: str, folder: Path) -> Pictures:
    """The deck of ``source`` in ``theme``, drawn three ways in ``folder``."""
    need("chromium")
    publication = Publication(source, {"theme": theme})
    page = folder / "svg.html"
    page.write_text(_page(publication), encoding="utf-8")
    printed = folder / "svg.pdf"
    chromium("--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri())
    if not printed.exists():
        missing("a Chromium that prints")
    ours = folder / "pdf.pdf"
    ours.write_bytes(publication.file("slides").value)
    deck = folder / "deck.pptx"
    deck.write_bytes(publication.file("pptx").value)
    (rendered,) = render.to_pdf([deck], folder)
    files = (printed, ours, rendered)
    svg, pdf, office = (_scaled(glyphs.read(file)) for file in files)
    return Pictures(svg, pdf, office, files, lower(publication.slides.value))


def _page(publication: Publication) -> str:
    """All slides as pages of one document, one pixel to the pixel."""
    plan = publication.slides.value
    drawer = Drawer(plan, publication.theme, publication.typefaces)
    drawn = [drawer.draw(sheet) for sheet in plan.sheets]
    size = re.search(r'width="(\d+)" height="(\d+)"', drawn[0].svg)
    assert size
    style = f"@page{{size:{size[1]}px {size[2]}px;margin:0}}body{{margin:0}}"
    style += (
        "svg{display:block;break-after:page;break-inside:avoid}svg:last-child{break-after:auto}"
    )
    return (
        f'<!DOCTYPE html><meta charset="utf-8"><title>.</title><style>{style}'
        f"{font_faces(drawn, Fonts(publication.typefaces))}</style>"
        + "".join(each.svg for each in drawn)
    )


def _scaled(pages: list[Page]) -> list[Page]:
    """In pixels."""
    return [
        Page(
            WIDTH,
            page.height * WIDTH / page.width,
            tuple(_char(c, WIDTH / page.width) for c in page.chars),
        )
        for page in pages
    ]


def _char(char: Char, scale: float) -> Char:
    return char._replace(
        x=char.x * scale, baseline=char.baseline * scale, width=char.width * scale,
        size=char.size * scale,
    )  # fmt: skip


def beside(source: Path, theme: str, slide: int, target: Path) -> None:
    """A picture of one slide from the left: SVG in Chromium, our PDF, LibreOffice's deck."""
    from PIL import Image

    with TemporaryDirectory() as name:
        folder = Path(name)
        files = pictures(source, theme, folder).files
        page = (folder / "svg.html").read_text(encoding="utf-8")
        head, *sheets = re.split(r"(?=<svg xmlns)", page)
        (folder / "one.html").write_text(head + sheets[slide - 1], encoding="utf-8")
        shot = folder / "shot.png"
        window = ("--hide-scrollbars", f"--window-size={WIDTH},{WIDTH * 9 // 16 + 200}")
        chromium(*window, f"--screenshot={shot}", (folder / "one.html").as_uri())
        shown = [Image.open(shot).convert("RGB").crop((0, 0, WIDTH, WIDTH * 9 // 16))]
        for file in files[1:]:
            made = folder / file.stem
            page_only = ("-singlefile", "-f", str(slide), "-l", str(slide))
            run("pdftoppm", "-png", *page_only, "-scale-to", str(WIDTH), file, made)
            shown.append(Image.open(made.with_suffix(".png")).convert("RGB"))
        strip = Image.new("RGB", (3 * _SMALL[0] + 4 * _MARGIN, _SMALL[1] + 2 * _MARGIN), "#e9e7e2")
        for i, picture in enumerate(shown):
            left = _MARGIN + i * (_SMALL[0] + _MARGIN)
            strip.paste(picture.resize(_SMALL, Image.Resampling.LANCZOS), (left, _MARGIN))
        strip.quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)


def main() -> None:
    given = ArgumentParser(description="How far the pictures of a deck's slides are apart.")
    given.add_argument("speech", type=Path)
    given.add_argument("themes", nargs="+")
    given.add_argument("--picture", nargs=2, metavar=("SLIDE", "FILE"))
    asked = given.parse_args()
    for theme in asked.themes:
        with TemporaryDirectory() as folder:
            drawn = pictures(asked.speech, theme, Path(folder))
        for name, pages in (("SVG", drawn.svg), ("deck in LibreOffice", drawn.deck)):
            off = list(apart(pages, drawn.pdf))
            across, down = (sorted(abs(v) for v in values) for values in zip(*(o[2:] for o in off)))
            near = sum(abs(o.across) <= NEAR for o in off), sum(abs(o.down) <= NEAR for o in off)
            if pages is drawn.deck:
                ruled = [abs(unexplained(o, drawn.lower)) <= NEAR for o in off]
                name += f" (down by its own rule {sum(ruled)})"
            sys.stdout.write(
                f"{theme}: {name}: {len(pages)} slides, {len(off)} characters; within {NEAR:g} px "
                f"across {near[0]}, down {near[1]}; farthest {across[-1]:.2f}, {down[-1]:.2f} px\n"
            )
    if asked.picture:
        beside(asked.speech, asked.themes[0], int(asked.picture[0]), Path(asked.picture[1]))


if __name__ == "__main__":
    main()
