"""The other programs, as people would run them on the same .docx with the same fonts.

pandoc, Typst and WeasyPrint come from requirements/bench.txt, LibreOffice from the system. Typst
has no program on PyPI, so Python calls it: 20 ms of its time are Python's start.
"""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.races import ROOT, Command, Entrant

FONTS = ROOT / "fonts"
FONT = "FandolFang R"
"""What our script is set in, so that all set and embed the same face."""
STANDARDS = ["a-2a", "ua-1"]
"""What our archive profile keeps to."""
TYPST = f"""
import sys, typst
source, fonts, target = sys.argv[1:]
typst.compile(source, output=target, font_paths=[fonts], ignore_system_fonts=True,
              pdf_standards={STANDARDS})
"""
WEASYPRINT = """
import sys, weasyprint
source, target = sys.argv[1:]
weasyprint.HTML(filename=source).write_pdf(target, pdf_variant="pdf/ua-1")
"""
STYLE = f"""<style>
@page {{ size: A4; margin: 37mm 26mm 35mm 28mm }}
body {{ font: 16pt/29pt "{FONT}"; text-align: justify; margin: 0; max-width: none; padding: 0 }}
p {{ text-indent: 2em; margin: 0 }}
</style>"""
TYPST_ALONE = "Typst alone, from .typ"
LIBREOFFICE = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
PYTHON = (sys.executable, "-I", "-c")


class Pandoc:
    """pandoc, and what it feeds. All that is made goes to ``folder``."""

    def __init__(self, program: str, folder: Path) -> None:
        self.program = program
        self.folder = folder

    def deck(self, speech: Path, level: int = 2, target: Path | None = None) -> Entrant:
        """A slide to each heading of ``level``, the nearest to ours. By itself (level 0) pandoc
        makes one of each chapter where text stands between headings, and most of it is clipped."""
        target = target or self.folder / "peer.pptx"
        options = [f"--slide-level={level}"] if level else []
        command = (self.program, str(speech), *options, "-o", str(target))
        return Entrant(" ".join(["pandoc", *options]), (command,), target)

    def start(self) -> Entrant:
        return Entrant("pandoc --version", ((self.program, "--version"),), None)

    def cold(self, speech: Path) -> Entrant:
        """The program read anew from the disk."""
        return self.deck(speech)._replace(forgotten=(Path(self.program),))

    def typst_source(self, speech: Path, target: Path) -> Command:
        return (
            self.program, str(speech), "-s", "-V", f"mainfont={FONT}", "-V", "lang=zh",
            "-M", f"title={speech.stem}", "-V", "papersize=a4", "-V", "fontsize=16pt",
            "-o", str(target),
        )  # fmt: skip

    def typst(self, speech: Path) -> Entrant:
        source = self.folder / f"{speech.stem}.typ"
        alone = self.typst_alone(speech)
        commands = (self.typst_source(speech, source), *alone.commands)
        return Entrant("pandoc + Typst", commands, alone.makes)

    def typst_alone(self, speech: Path) -> Entrant:
        """From the source that ``typst_source`` made, for Typst reads no .docx."""
        source, target = self.folder / f"{speech.stem}.typ", self.folder / "typst.pdf"
        command = (*PYTHON, TYPST, str(source), str(FONTS), str(target))
        return Entrant(TYPST_ALONE, (command,), target)

    def weasyprint(self, speech: Path) -> Entrant:
        page, target = self.folder / "page.html", self.folder / "weasyprint.pdf"
        style = self.folder / "style.html"
        style.write_text(STYLE, encoding="utf-8")
        first = (self.program, str(speech), "-s", "-V", "lang=zh", "-M", f"title={speech.stem}",
                 "-H", str(style), "-o", str(page))  # fmt: skip
        second = (*PYTHON, WEASYPRINT, str(page), str(target))
        return Entrant("pandoc + WeasyPrint", (first, second), target)

    def many(self, kind: str, speeches: Path) -> Entrant:
        """Two processes at a time (`xargs -P2`) over a folder; kind is pptx or script."""
        target = self.folder / f"peer-{kind}"
        words = kind, self.program, str(speeches), str(target)
        command = (sys.executable, "-m", "benchmarks.many", *words)
        name = "pandoc -P2" if kind == "pptx" else "pandoc -P2 + Typst in-process"
        return Entrant(name, (command,), target)


def libreoffice(program: str, speech: Path, folder: Path) -> Entrant:
    profile = (folder / "profile").as_uri()
    command = (program, f"-env:UserInstallation={profile}", "--headless", "--convert-to",
               LIBREOFFICE, "--outdir", str(folder), str(speech))  # fmt: skip
    return Entrant("LibreOffice", (command,), folder / f"{speech.stem}.pdf")


def missing() -> Iterator[str]:
    """The peers that are not on this machine."""
    for module, name in (("pypandoc", "pandoc"), ("typst", "Typst"), ("weasyprint", "WeasyPrint")):
        if importlib.util.find_spec(module) is None:
            yield name
    if office() is None:
        yield "LibreOffice"


def office() -> str | None:
    return shutil.which("soffice")


def pandoc_program() -> str:
    """Asked of a process of its own, for it imports much: see races."""
    ask = (*PYTHON, "import pypandoc; print(pypandoc.get_pandoc_path())")
    return subprocess.run(ask, check=True, capture_output=True, encoding="utf-8").stdout.strip()


def pandoc_version() -> str:
    told = subprocess.run([pandoc_program(), "--version"], check=True, capture_output=True,
                          encoding="utf-8").stdout  # fmt: skip
    return told.split()[1]


def only_our_fonts(folder: Path) -> dict[str, str]:
    """The environment in which fontconfig knows the fonts of fonts/ alone."""
    conf = folder / "fonts.conf"
    conf.write_text(
        f"<?xml version='1.0'?><fontconfig><dir>{escape(str(FONTS))}</dir>"
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(conf)}
