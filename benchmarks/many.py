"""What a peer does with a folder of speeches: python -m benchmarks.many KIND PANDOC FOLDER OUT

Two processes at a time, as `xargs -P2` does it: pandoc for decks (KIND pptx); for scripts (KIND
script) pandoc makes Typst's source, and Typst, in one of two processes that keep its fonts, the
PDF.
"""

import subprocess
import sys
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from benchmarks.peers import FONTS, STANDARDS, Pandoc

_SHARED = {}


def main() -> None:
    kind, program, *places = sys.argv[1:]
    speeches, out = map(Path, places)
    out.mkdir(parents=True)
    make = partial(KINDS[kind], Pandoc(program, out))
    with Pool(2) as pool:
        for _ in pool.imap_unordered(make, sorted(speeches.glob("*.docx"))):
            pass


def deck(pandoc: Pandoc, speech: Path) -> None:
    target = pandoc.folder / f"{speech.stem}.pptx"
    subprocess.run(pandoc.deck(speech, target=target).commands[0], check=True)


def script(pandoc: Pandoc, speech: Path) -> None:
    import typst

    if not _SHARED:
        _SHARED["fonts"] = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    source = pandoc.folder / f"{speech.stem}.typ"
    subprocess.run(pandoc.typst_source(speech, source), check=True)
    typst.compile(
        source,
        output=source.with_suffix(".pdf"),
        font_paths=_SHARED["fonts"],
        pdf_standards=STANDARDS,
    )


KINDS = {"pptx": deck, "script": script}

if __name__ == "__main__":
    main()
