"""Lines beside those of other programs: python -m benchmarks.beside [--measures 14 20 28]

The same paragraphs of the corpus in the same faces, size and measure, set by publisher, Typst and,
where soffice is there, LibreOffice; each finished PDF is read by the ruler of the tests
(tests/judges/line_ruler.py). Lower is better everywhere. What lines were squeezed and stretched is
reckoned from where they end, for all alike: by what they would take with marks at half an em at
line ends and an em and a half in pairs, in ems. Needs mutool, and typst from PyPI.
"""

import argparse
import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import lines
from publisher.layout.kept import kept_ranges
from publisher.layout.western import is_western
from publisher.publication import Publication
from tests.corpus.parse import load
from tests.judges import line_pages, line_ruler
from tests.judges.line_ruler import MM, Area, Row, Source
from tests.readers.build import docx, p

ROOT = Path(__file__).resolve().parent.parent
EM = line_pages.EM * MM
WIDE = 0.05
"""A gap between two Han characters that shows, in ems."""
LEADING = 29.62


def paragraphs(count: int = 136) -> list[str]:
    """Paragraphs of the developed halves, taken at even distances."""
    texts = [
        paragraph.text.strip()
        for half in ("open", "held", "more")
        for speech in load(half)
        for paragraph in speech.paragraphs
        if 60 <= len(paragraph.text) <= 260 and not is_western(paragraph.text)
    ]
    texts = [text for text in dict.fromkeys(texts) if "\n" not in text and "|" not in text]
    step = len(texts) / count
    return [texts[int(i * step)] for i in range(min(count, len(texts)))]


def publisher(texts: list[str], columns: int, folder: Path) -> Path:
    file = docx(folder, p("行"), *map(p, texts))
    line_pages.measure(Publication(file), columns, folder)
    return folder / f"{file.stem}-{columns}-GB.pdf"


def typst(texts: list[str], columns: int, folder: Path) -> Path:
    import typst as program

    signs = re.compile(r"([\\#$*_`<>@\[\]~/=+-])")
    body = "\n\n".join(signs.sub(r"\\\1", text) for text in texts)
    source, target = folder / "lines.typ", folder / "lines-typst.pdf"
    source.write_text(
        f"#set page(width: {_width(columns)}pt, height: 297mm, margin: (top: 37mm, bottom: 35mm,"
        " inside: 28mm, outside: 26mm), binding: left)\n"
        '#set text(font: ((name: "Tinos", covers: "latin-in-cjk"), "FandolFang"), '
        f'size: {EM}pt, lang: "zh", region: "cn")\n'
        f"#set par(justify: true, leading: {LEADING - EM}pt, spacing: {LEADING - EM}pt,"
        " first-line-indent: (amount: 2em, all: true))\n" + body,
        encoding="utf-8",
    )
    program.compile(
        str(source), output=str(target), font_paths=[str(ROOT / "fonts")], ignore_system_fonts=True
    )
    return target


def libreoffice(texts: list[str], columns: int, folder: Path) -> Path:
    from tests.judges import render

    size = f'<w:sz w:val="{round(EM * 2)}"/>'
    fonts = '<w:rFonts w:ascii="Tinos" w:hAnsi="Tinos" w:eastAsia="FandolFang"/>'
    look = f'<w:jc w:val="both"/><w:ind w:firstLineChars="200" w:firstLine="{round(EM * 40)}"/>'
    body = [
        f"<w:p><w:pPr>{look}</w:pPr><w:r><w:rPr>{fonts}{size}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        for text in texts
    ]
    twips = [round(length * 20) for length in (_width(columns), 297 * MM, 37 * MM, 35 * MM,
                                               28 * MM, 26 * MM)]  # fmt: skip
    section = (
        '<w:sectPr><w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="{}" w:bottom="{}" w:left="{}"'
        ' w:right="{}" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    ).format(*twips)
    file = docx(folder, *body, section)
    return render.to_pdf([file], folder)[0]


PROGRAMS: dict[str, Callable[[list[str], int, Path], Path]] = {
    "publisher": publisher, "Typst": typst, "LibreOffice": libreoffice,
}  # fmt: skip


def _width(columns: int) -> float:
    return columns * EM + (28 + 26) * MM


def widest(row: Row) -> float:
    """The widest gap between two Han characters of a line, in ems."""
    pairs = zip(row.chars, row.chars[1:])
    gaps = [(b.x - a.right) / a.size for a, b in pairs if _han(a.text) and _han(b.text)]
    return max(gaps, default=0.0)


def _han(text: str) -> bool:
    return "一" <= text[0] <= "鿿"


def report(name: str, pdf: Path, texts: list[str], columns: int, mirrored: bool) -> None:
    outer = 26 if mirrored else 28
    area = Area(28 * MM, outer * MM, columns * EM * MM / MM, 262 * MM)
    sources = [Source(text) for text in texts]
    set_lines = [(s.text, rows[:-1]) for s, rows in line_ruler.paragraphs(pdf, sources, area)]
    rows = [row for _, rows in set_lines for row in rows]
    parted = sum(
        any(a < row.end < b for a, b in kept_ranges(re.sub(r"\s", "", text)))
        for text, rows in set_lines
        for row in rows
    )
    found = [fault for fault in line_ruler.findings(pdf, sources, area) if not _halved(fault)]
    counts = {
        kind: sum(bool(re.search(pattern, fault)) for fault in found)
        for kind, pattern in {
            "unread": "is not found", "marks": "starts with|ends with .$", "torn": "tears",
            "uneven": "mm from the right edge", "alone": "last line of one",
        }.items()
    }  # fmt: skip
    gaps = [widest(row) for row in rows]
    count = len(rows) + len(texts) - counts["unread"]
    wide = sum(gap > WIDE for gap in gaps)
    given = needs(set_lines, columns)
    print(
        f"{columns:4} {name:12} {count:6} {counts} {parted} {max(gaps, default=0):.2f} {wide}"
        f" {given.squeezed:.0f} {given.stretched:.0f} {given.worst_squeeze:.1f}"
    )


def needs(set_lines: list[tuple[str, list[Row]]], columns: int) -> lines.Sum:
    """What the lines of these paragraphs were squeezed and stretched, by where they end."""
    total = lines.Sum()
    for text, rows in set_lines:
        for stretch, kept in lines.measured([text]) if rows else ():
            boxes = [i for i, char in enumerate(text, 1) if not char.isspace()]
            ends = [*(boxes[row.end - 1] for row in rows), len(text)]
            total = total.add(stretch, ends, columns * lines.EM, 2 * lines.EM, kept)
    return total


def _halved(fault: str) -> bool:
    """A mark at a line's end that takes half an em, though its glyph in the file is a whole one."""
    over = re.search(r"[，。、；：！？”’）》」』]」 ends \+([0-9.]+) mm", fault)
    return over is not None and abs(float(over[1]) * MM - EM / 2) < line_ruler.EVEN


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measures", type=int, nargs="*", default=[14, 20, 28])
    parser.add_argument("--programs", nargs="*", default=list(PROGRAMS), choices=PROGRAMS)
    arguments = parser.parse_args()
    texts = paragraphs()
    print(f"{len(texts)} paragraphs, {sum(map(len, texts))} characters")
    print(
        "cells, program, lines, findings, phrases parted, widest gap, lines with one over 0.05 em,"
        " squeezed, stretched, most squeezed line"
    )
    for columns in arguments.measures:
        for name in arguments.programs:
            with TemporaryDirectory() as folder:
                pdf = PROGRAMS[name](texts, columns, Path(folder))
                report(name, pdf, texts, columns, mirrored=name != "LibreOffice")


if __name__ == "__main__":
    main()
