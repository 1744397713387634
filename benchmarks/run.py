"""Time publisher against its peers, side by side: python benchmarks/run.py SPEECH.docx [-n PAIRS]

Whole processes from the same .docx, in turn (ours, theirs, ours, …), so that whatever else the
machine does falls on both. A deck against pandoc; a script, tagged and for the archive (PDF/A-2a
and PDF/UA-1), against pandoc and then Typst (the same standards), pandoc and then WeasyPrint
(PDF/UA-1), and LibreOffice's export (PDF/UA-1). All are limited to our fonts (fonts/). A peer that
is not installed is left out, and that is said. Prints a table and writes build/bench.json.
"""

import argparse
import importlib.util
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FONT = "FandolFang R"
"""What our script is set in, so that both set and embed the same face."""
TYPST = """
import sys, typst
source, fonts, target = sys.argv[1:]
typst.compile(
    source, output=target, font_paths=[fonts], ignore_system_fonts=True,
    pdf_standards=["a-2a", "ua-1"],
)
"""
WEASYPRINT = """
import sys, weasyprint
source, target = sys.argv[1:]
weasyprint.HTML(filename=source).write_pdf(target, pdf_variant="pdf/ua-1")
"""
STYLE = """<style>
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
body { font: 16pt/29pt "%s"; text-align: justify; margin: 0; max-width: none; padding: 0 }
p { text-indent: 2em; margin: 0 }
</style>"""
LIBREOFFICE = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
Command = list[str]


@dataclass(frozen=True)
class Result:
    """Seconds of a race: medians, and the quartiles of ours ÷ theirs pair by pair."""

    name: str
    peer: str
    ours: float
    theirs: float
    ratio: float
    low: float
    high: float
    aim: float
    our_bytes: int
    their_bytes: int


def publisher() -> Command:
    """The console script where it is installed, the module in a bare checkout."""
    script = shutil.which("publisher", path=sysconfig.get_path("scripts"))
    return [script] if script else [sys.executable, "-m", "publisher"]


def seconds(commands: list[Command], environment: dict[str, str]) -> float:
    """How long the commands take one after the other, each a process of its own."""
    start = time.perf_counter()
    for command in commands:
        subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def race(
    name: str, peer: str, ours: list[Command], theirs: list[Command], pairs: int, aim: float
) -> Result:
    """Run both once to warm caches, then `pairs` times in turn. Each writes its last argument."""
    folder = Path(theirs[-1][-1]).parent
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **only_our_fonts(folder)}
    seconds(ours, environment)
    seconds(theirs, environment)
    times = [(seconds(ours, environment), seconds(theirs, environment)) for _ in range(pairs)]
    mine, other = (statistics.median(column) for column in zip(*times, strict=True))
    low, _, high = statistics.quantiles([a / b for a, b in times], n=4)
    sizes = (Path(commands[-1][-1]).stat().st_size for commands in (ours, theirs))
    return Result(name, peer, mine, other, mine / other, low, high, aim, *sizes)


def script_peers(pandoc: str, speech: Path, folder: Path) -> dict[str, list[Command]]:
    """What each peer runs to make a tagged PDF of the speech; its last argument is the file."""
    python, fonts = [sys.executable, "-I", "-c"], str(ROOT / "fonts")
    source, page, style = (str(folder / name) for name in ("b.typ", "b.html", "style.html"))
    Path(style).write_text(STYLE % FONT, encoding="utf-8")
    named = ["-V", "lang=zh", "-M", f"title={speech.stem}"]
    peers = {
        "pandoc + Typst": [
            [pandoc, str(speech), "-s", "-V", f"mainfont={FONT}", *named,
             "-V", "papersize=a4", "-V", "fontsize=16pt", "-o", source],
            [*python, TYPST, source, fonts, str(folder / "b.pdf")],
        ],
    }  # fmt: skip
    if importlib.util.find_spec("weasyprint"):
        peers["pandoc + WeasyPrint"] = [
            [pandoc, str(speech), "-s", *named, "-H", style, "-o", page],
            [*python, WEASYPRINT, page, str(folder / "c.pdf")],
        ]
    else:
        print("WeasyPrint is not here: left out")
    office = shutil.which("soffice")
    if office:
        profile = (folder / "profile").as_uri()
        made = str(folder / f"{speech.stem}.pdf")
        peers["LibreOffice"] = [
            [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", LIBREOFFICE,
             "--outdir", str(folder), str(speech)],
            [sys.executable, "-I", "-c", "import sys, os; os.stat(sys.argv[1])", made],
        ]  # fmt: skip
    else:
        print("LibreOffice is not here: left out")
    return peers


def only_our_fonts(folder: Path) -> dict[str, str]:
    """The environment in which fontconfig knows the fonts of fonts/ alone."""
    conf = folder / "fonts.conf"
    conf.write_text(
        f"<?xml version='1.0'?><fontconfig><dir>{escape(str(ROOT / 'fonts'))}</dir>"
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(conf)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("speech", nargs="?", default="examples/reading.docx", type=Path)
    parser.add_argument("-n", "--pairs", default=10, type=int, help="how often each runs (10)")
    options = parser.parse_args()
    speech = str(options.speech.resolve())
    if not options.speech.is_file():
        sys.exit(f"benchmarks: there is no {options.speech}")
    try:
        import pypandoc
        import typst  # noqa: F401  is it there?
    except ImportError:
        sys.exit("benchmarks: pip install -r requirements/bench.txt")
    pandoc = pypandoc.get_pandoc_path()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        results = [
            race(
                "deck", "pandoc",
                [[*publisher(), "pptx", speech, "--quiet", "-o", str(folder / "a.pptx")]],
                [[pandoc, speech, "-o", str(folder / "b.pptx")]],
                options.pairs, 0.9,
            )
        ]  # fmt: skip
        ours = [[*publisher(), "pdf", speech, "--quiet", "-o", str(folder / "a.pdf")]]
        for peer, commands in script_peers(pandoc, options.speech.resolve(), folder).items():
            results.append(race("script", peer, ours, commands, options.pairs, 1.0))
    report(results, options.speech, options.pairs)


def report(results: list[Result], speech: Path, pairs: int) -> None:
    print(f"{speech.name}, {pairs} pairs in turn, medians of whole processes")
    print(f"{'':<8}{'ours s':>8}{'peer s':>8}{'ratio':>7}{'quartiles':>13}{'aim':>6}"
          f"{'ours KB':>9}{'peer KB':>9}  peer")  # fmt: skip
    for r in results:
        spread = f"{r.low:.2f}–{r.high:.2f}"
        print(f"{r.name:<8}{r.ours:>8.3f}{r.theirs:>8.3f}{r.ratio:>7.2f}{spread:>13}{r.aim:>6}"
              f"{r.our_bytes / 1000:>9.0f}{r.their_bytes / 1000:>9.0f}  {r.peer}")  # fmt: skip
    target = ROOT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    facts = {"speech": speech.name, "pairs": pairs, "machine": machine, "cores": os.cpu_count()}
    rows = {"results": [asdict(result) for result in results]}
    target.write_text(json.dumps(facts | rows, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
