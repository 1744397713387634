"""Imposition against pypdf: python -m benchmarks.impose [-n 5] [--pages 100]

A script of a hundred pages as a booklet, two pages on each side of A4: through `publisher.impose`,
and through pypdf's own merging of pages (merge_transformed_page), in one process, from bytes to
bytes. CPU seconds, the least of several runs, and the size against the source's. Ends with 1 if an
aim fails. pypdf comes with requirements/bench.txt.
"""

import argparse
import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from publisher.impose import impose
from publisher.impose.sheets import SADDLE, on_booklet
from publisher.publication import Publication

ROOT = Path(__file__).resolve().parent.parent
FASTER, LARGER = 10.0, 1.10
"""The aims: pypdf's time over ours at least, our size over the source's at most."""
A4 = (595.276, 841.89)
EXAMPLE = ROOT / "examples" / "reading.docx"


def script(pages: int) -> bytes:
    """A script of ``pages`` pages or a few more: the example's text over and over."""
    words = [p.text for p in Publication(EXAMPLE).manuscript.value.paragraphs()]
    own = len(Publication(EXAMPLE).pages.value.sheets)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.txt"
        times = -(-pages // (own - 1))
        lines = [words[0], *(word for _ in range(times) for word in words[1:])]
        file.write_text("\n".join(lines), encoding="utf-8")
        return Publication(file).file("script").value


def ours(source: bytes) -> bytes:
    return impose(source, SADDLE)[0].data


def theirs(source: bytes) -> bytes:
    """The same sheets: each page merged into a blank one, in its place."""
    from pypdf import PageObject, PdfReader, PdfWriter, Transformation

    from publisher.geometry import Size, pt, to_pt

    reader, writer = PdfReader(io.BytesIO(source)), PdfWriter()
    size = Size(*map(pt, A4))
    laid = on_booklet([size] * len(reader.pages), size)
    width, height = map(to_pt, laid.size)
    for sheet in laid.sheets:
        page = PageObject.create_blank_page(width=width, height=height)
        for place in sheet.places:
            x, y, across, _ = map(to_pt, place.frame)
            scale = across / A4[0]
            move = Transformation().scale(scale).translate(x, height - y - A4[1] * scale)
            page.merge_transformed_page(reader.pages[place.page], move)
        writer.add_page(page)
    for merged in writer.pages:
        merged.compress_content_streams()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def least(make: Callable[[bytes], bytes], source: bytes, runs: int) -> tuple[float, int]:
    """CPU seconds of the best of several runs, and the size of what is made."""
    times = []
    size = 0
    for _ in range(runs):
        start = time.process_time()
        size = len(make(source))
        times.append(time.process_time() - start)
    return min(times), size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-n", "--runs", default=5, type=int, help="how often each runs (5)")
    parser.add_argument("--pages", default=100, type=int, help="how long the script is (100)")
    options = parser.parse_args()
    source = script(options.pages)
    pages = impose(source, SADDLE)[0].pages
    mine, own_size = least(ours, source, options.runs)
    peer, peer_size = least(theirs, source, options.runs)
    print(f"{pages} pages, {len(source):,} bytes: CPU seconds, size against the source, the aims")
    print(f"publisher.impose {mine:8.3f}   {own_size / len(source):6.3f}  ≤ {LARGER}")
    print(f"pypdf            {peer:8.3f}   {peer_size / len(source):6.3f}")
    print(f"times            {peer / mine:8.1f}  ≥ {FASTER:.0f}")
    if peer / mine < FASTER or own_size / len(source) > LARGER:
        sys.exit(1)


if __name__ == "__main__":
    main()
