"""How the deck writer grows, and against python-pptx: python -m benchmarks.writer [-n 5]

CPU milliseconds a slide, the least of several runs: at 100 and at 5,000 slides with notes, where
a writer that looks at all it wrote before each slide would be fifty times slower; and at 1,000
slides against the same slides made through python-pptx's own API. The deck of 1,000 goes before
the Open XML SDK's validator, where that is installed (tests/judges). Ends with 1 if an aim fails.
"""

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from publisher.geometry import SLIDE_16_9, Rect, pt, px
from publisher.plan import (
    Colour,
    Plan,
    PlanMeta,
    Shape,
    Sheet,
    Text,
    TextParagraph,
    TextRun,
)
from publisher.theme.load import load_theme
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces
from publisher.writers.pptx import write

ROOT = Path(__file__).resolve().parent.parent
FEW, MANY, PEER = 100, 5_000, 1_000
GROWTH, FASTER = 1.2, 20.0
"""The aims: CPU per slide of many over few at most, python-pptx's over ours at least."""
POINTS = (
    "把一件事说清楚，先说明白为什么",
    "把责任落到人，谁来做、做到哪一步",
    "一件一件办完，办一件算一件",
)
NOTES = (
    "同志们，刚才讲的三件事，都是从调研里来的。基层反映最多的，也正是这三件。" * 4,
    "第一件，要把道理讲清楚；第二件，要把责任落到人；第三件，要一件一件办完。" * 4,
)
CARDS = Rect(px(64), px(150), px(1152), px(400)).columns(3, px(24))
TITLE = Rect(px(64), px(60), px(900), px(60))


def text(words: str, frame: Rect, name: str, font: str = "text", **rest: str) -> Text:
    run = TextRun(words, font, pt(24), Colour("dk1"))
    return Text(frame, (TextParagraph((run,), pitch=pt(36)),), (), name, **rest)


def sheet(number: int) -> Sheet:
    """Three cards with their words beneath a title, two paragraphs of notes."""
    items: list[Text | Shape] = [text(f"第{number}页", TITLE, "标题", "title", placeholder="title")]
    for place, (frame, words) in enumerate(zip(CARDS, POINTS, strict=True), 1):
        edge = Colour("accent5")
        items.append(Shape(frame, "rect", Colour("lt1"), edge, px(1), name=f"卡片 {place}"))
        inner = frame.inset(px(24), px(24), px(24), px(24))
        items.append(text(words, inner, f"要点 {place}"))
    return Sheet(tuple(items), f"第{number}页", "points", NOTES, "会议", seconds=60)


def ours(count: int, theme: Theme) -> bytes:
    sheets = tuple(sheet(number) for number in range(1, count + 1))
    plan = Plan(PlanMeta("讲话"), SLIDE_16_9, sheets, (), ("全部",))
    return write(plan, theme, Typefaces({}, {}))[0]


def theirs(count: int) -> bytes:
    """The same slides through python-pptx, on its own template."""
    from pptx import Presentation
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Emu, Pt

    deck = Presentation()
    layout = deck.slide_layouts.get_by_name("Title Only")
    for number in range(1, count + 1):
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text = f"第{number}页"
        for frame, words in zip(CARDS, POINTS, strict=True):
            slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Emu, frame))
            box = slide.shapes.add_textbox(*map(Emu, frame))
            paragraph = box.text_frame.paragraphs[0]
            paragraph.text = words
            paragraph.runs[0].font.size = Pt(24)
        notes = slide.notes_slide.notes_text_frame
        notes.text = "\n".join(NOTES)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def least(make: Callable[[], object], runs: int) -> float:
    """CPU seconds of the best of several runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        make()
        times.append(time.process_time() - start)
    return min(times)


def validated(deck: bytes) -> str:
    """What the Open XML SDK says of ``deck``."""
    folder = ROOT / "tests" / "judges" / "node_modules" / ".bin"
    program = shutil.which("ooxml-validator") or shutil.which("ooxml-validator", path=str(folder))
    if program is None:
        return "not asked: no ooxml-validator"
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "deck.pptx"
        path.write_bytes(deck)
        done = subprocess.run([program, path], capture_output=True, check=False)
    return "no error" if done.returncode == 0 else "INVALID"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-n", "--runs", default=5, type=int, help="how often each runs (5)")
    parser.add_argument("--peer-runs", default=1, type=int, help="how often python-pptx does (1)")
    options = parser.parse_args()
    theme = load_theme("red")
    ours(FEW, theme)  # imports
    few, many, mine = (
        1000 * least(lambda c=count: ours(c, theme), options.runs) / count
        for count in (FEW, MANY, PEER)
    )
    other = 1000 * least(lambda: theirs(PEER), options.peer_runs) / PEER
    verdict = validated(ours(PEER, theme))
    print("CPU milliseconds a slide, and the aims")
    print(f"{FEW:>5} slides        {few:>8.3f}")
    print(f"{MANY:>5} slides        {many:>8.3f}   {many / few:5.2f} times  ≤ {GROWTH}")
    print(f"{PEER:>5} slides        {mine:>8.3f}")
    print(f"{PEER:>5}, python-pptx  {other:>8.3f}   {other / mine:5.1f} times  ≥ {FASTER:.0f}")
    print(f"Open XML SDK on {PEER} slides: {verdict}")
    if many / few > GROWTH or other / mine < FASTER or verdict == "INVALID":
        sys.exit(1)


if __name__ == "__main__":
    main()
