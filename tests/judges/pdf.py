"""Any PDF: sound, drawable, all fonts inside, and its text to be had back by two readers."""

import re
import tempfile
from pathlib import Path

from tests.judges import glyphs
from tests.judges.programs import run

PER_MM = 72 / 25.4


def sound(pdf: Path) -> list[str]:
    """What qpdf finds wrong with the file's structure."""
    done = run("qpdf", "--check", pdf)
    return [] if done.returncode == 0 else (done.stdout + done.stderr).strip().splitlines()


def drawable(pdf: Path) -> list[str]:
    """What Ghostscript stumbles over; what it says that it repaired counts."""
    done = run("gs", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-dPDFSTOPONWARNING",
               "-sDEVICE=nullpage", pdf)  # fmt: skip
    said = (done.stdout + done.stderr).splitlines()
    found = [line.strip() for line in said if "rror" in line or "arning" in line]
    return found or ([] if done.returncode == 0 else [f"gs ends with {done.returncode}"])


def fonts(pdf: Path) -> list[str]:
    """The fonts that are not embedded, not subset, or without ToUnicode."""
    done = run("pdffonts", pdf)
    found = [] if done.returncode == 0 else [done.stderr.strip()]
    rows = done.stdout.splitlines()[2:]
    for row in rows:
        embedded, subset, unicode = row.split()[-5:-2]
        if (embedded, subset, unicode) != ("yes", "yes", "yes"):
            found.append(f"{row.split()[0]}: embedded {embedded}, subset {subset}, "
                         f"ToUnicode {unicode}")  # fmt: skip
    return found if rows else [*found, "no fonts at all"]


def text_by_poppler(pdf: Path, foot_mm: float = 0) -> str:
    """The text without white space; what stands in the lowest `foot_mm` of a page is cut off."""
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", run("pdfinfo", pdf).stdout)
    width, height = map(float, size.groups()) if size else (0, 0)
    crop = {"-x": 0, "-y": 0, "-W": round(width), "-H": round(height - foot_mm * PER_MM)}
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "text"
        box = [str(word) for pair in crop.items() for word in pair]
        run("pdftotext", "-enc", "UTF-8", "-nopgbrk", "-r", "72", *box, pdf, target)
        return "".join(target.read_text(encoding="utf-8").split())


def text_by_mupdf(pdf: Path, foot_mm: float = 0) -> str:
    """The same by another reader."""
    return "".join(
        "".join(char.text.split())
        for page in glyphs.read(pdf)
        for char in page.chars
        if char.baseline < page.height - foot_mm * PER_MM
    )
