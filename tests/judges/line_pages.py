"""Speeches on pages of any measure, for the ruler of lines.

``python -m tests.judges.line_pages`` measures every speech of the corpus and the examples at
every measure, and ends with 1 where a rule was broken.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.layout.pages import lay_out_pages
from publisher.layout.paragraph import is_centred
from publisher.layout.profile import load_profile
from publisher.publication import Publication
from publisher.speech import Piece
from publisher.typeface.registry import load_typefaces
from publisher.writers.pdf import write
from tests.corpus.files import build
from tests.corpus.parse import HALVES, load
from tests.judges import line_ruler
from tests.judges.line_ruler import MM, Area, Source
from tests.judges.programs import ROOT

MEASURES = (10, 12, 14, 16, 18, 20, 22, 25, 28, 32, 36, 40)
"""Characters to the line, from the column of a newspaper to a wide page."""
LEVELS = ("none", "basic", "GB", "strict")
TOP, FOOT, INNER, OUTER, EM = 37, 35, 28, 26, 156 / 28
"""Millimetres: the page of GB/T 9704, which is made wider and narrower."""
FLUSH = {
    "title", "subtitle", "speaker", "occasion", "date", "salutation", "signature", "secrecy",
}  # fmt: skip
"""Roles that are centred or ragged by the profile, as are the lines that head an annex."""
CAPTION = re.compile(r"[图表]\s?[0-9一二三四五六七八九十]+.{0,36}$")
"""Centred as well."""


def profile(folder: Path, columns: int, level: str = "GB") -> Path:
    """The page of GB/T 9704 with that many characters of the same size to the line."""
    text = (ROOT / "themes" / "pages" / "gbt9704.toml").read_text(encoding="utf-8")
    changes = {
        "width_mm = 210": f"width_mm = {columns * EM + INNER + OUTER:.4f}",
        "columns = 28": f"columns = {columns}",
        'level = "GB"': f'level = "{level}"',
    }
    for old, new in changes.items():
        if text.count(old) != 1:
            raise ValueError(f"the profile does not say {old} once")
        text = text.replace(old, new)
    path = folder / f"columns-{columns}-{level}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def area(columns: int) -> Area:
    return Area(INNER * MM, OUTER * MM, columns * EM * MM, (297 - FOOT) * MM)


def examples() -> list[Path]:
    return sorted((ROOT / "examples").glob("*.docx"))


def corpus(folder: Path) -> list[Path]:
    """Every annotated speech as a bare .docx file."""
    files = []
    for half in HALVES:
        for speech in load(half):
            path = folder / f"{half}-{speech.name}.docx"
            path.write_bytes(build(speech, "bare"))
            files.append(path)
    return files


def sources(publication: Publication) -> Iterator[Source]:
    """The paragraphs of the speech with their words as they stand; those of tables left out."""
    roles = {
        block.ref.paragraph: role
        for role, _, block in publication.speech.value.blocks()
        if isinstance(block, Piece)
    }
    labels = {annex.label.ref.paragraph for annex in publication.speech.value.annexes}
    for paragraph in publication.manuscript.value.paragraphs():
        if not paragraph.cues.in_table and paragraph.cues.note is None:
            role = roles.get(paragraph.index, "body")
            text = paragraph.text.strip()
            ragged = role in FLUSH or paragraph.index in labels or CAPTION.match(text) is not None
            yield Source(text, not ragged, is_centred(publication.script.value.language))


def measure(publication: Publication, columns: int, folder: Path, level: str = "GB") -> list[str]:
    """Make the pages at this measure, and what the ruler finds in them."""
    typefaces = load_typefaces()
    page = load_profile(profile(folder, columns, level))
    plan, notices = lay_out_pages(publication.script.value, page, typefaces)[:2]
    pdf = folder / f"{publication.source.stem}-{columns}-{level}.pdf"
    pdf.write_bytes(write(plan, None, typefaces)[0])
    told = [dict(notice.values)["marks"] for notice in notices if notice.code == "line-rule-broken"]
    return [
        f"{publication.source.stem} at {columns}, {level}: {finding}"
        for finding in line_ruler.findings(
            pdf, sources(publication), area(columns), level=level, excused=told
        )
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measures", type=int, nargs="*", default=MEASURES)
    parser.add_argument("--levels", nargs="*", default=("GB",), choices=LEVELS)
    parser.add_argument("--speeches", type=Path, nargs="*", help="files to measure instead")
    parser.add_argument("--keep", type=Path, help="a folder for the PDF files")
    arguments = parser.parse_args()
    found: list[str] = []
    with TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        files = arguments.speeches or [*examples(), *corpus(folder)]
        for file in files:
            publication = Publication(file)
            for columns in arguments.measures:
                for level in arguments.levels:
                    found += measure(publication, columns, folder, level)
    sys.stdout.write("".join(f"{finding}\n" for finding in found))
    kinds = Counter(finding.split("」 ")[-1].split(" ")[0] for finding in found)
    sys.stdout.write(
        f"{len(files)} speeches at {len(arguments.measures)} measures: "
        f"{len(found)} findings {dict(kinds)}\n"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
