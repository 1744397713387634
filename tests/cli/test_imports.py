"""Start-up time is part of the job: what a run does not use it does not import."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.impose.made import made, saved
from tests.speeches import make_speech

# The package PIL itself is a name without weight; reportlab asks for it.
NEVER = set("pptx docx PIL._imaging lxml fontTools rich urllib.request pydantic numpy pip".split())
PLAIN = {"typer", "click"}
"""What a plain command line does not wait for."""
EXPERTS = "reportlab pikepdf PIL uharfbuzz"
"""What a PDF of ordinary text is made without."""
SELDOM = "publisher.compose.data publisher.readers.docx.symbols publisher.typeface.glyf"
"""What an ordinary speech has no use for: tables, symbol fonts, characters that no table has."""
SHOWN = "publisher.compose.deck publisher.layout.slides publisher.writers.pptx"
"""What only slides need."""
PATTERNS = (
    "import sys; from re import _compiler; plain, made = _compiler.compile, []\n"
    "_compiler.compile = lambda p, flags=0: (made.append(p), plain(p, flags))[1]\n"
    "from publisher.cli import main; code = main(sys.argv[1:])\n"
    "open('patterns', 'w', encoding='utf-8').write('\\n'.join(map(repr, made)))\n"
    "sys.exit(code)"
)
REPORT = (
    "import sys; before = set(sys.modules); from publisher.cli import main\n"
    "code = main(sys.argv[1:])\n"
    "open('modules', 'w', encoding='utf-8').write('\\n'.join(sorted(set(sys.modules) - before)))\n"
    "sys.exit(code)"
)


WORD = {"docx", "lxml"}
"""What a Word script alone is made with."""


def imported_by(folder: Path, *arguments: str) -> set[str]:
    make_speech(folder / "a.docx")
    (folder / "a.pdf").write_bytes(saved(made(2)))
    subprocess.run([sys.executable, "-c", REPORT, *arguments], cwd=folder, check=True)
    return set((folder / "modules").read_text(encoding="utf-8").split("\n"))


@pytest.mark.parametrize(
    ("arguments", "others"),
    [
        (
            "pptx a.docx",
            "reportlab pikepdf uharfbuzz publisher.writers.pdf publisher.layout.pages locale",
        ),
        (
            "pdf a.docx",
            f"{EXPERTS} {SHOWN} publisher.impose tomllib json",
        ),
        ("pdf a.docx --kind reading", f"{EXPERTS} publisher.writers.pptx"),
        ("pdf a.docx --kind slides", "publisher.writers.pptx publisher.layout.pages"),
        ("pdf a.docx --kind booklet", "publisher.writers.pptx publisher.layout.slides"),
        ("impose a.pdf --n-up 2", "reportlab uharfbuzz publisher.readers publisher.layout"),
        ("outline a.docx", "reportlab pikepdf uharfbuzz publisher.layout publisher.writers.pptx"),
        ("--version", "publisher.readers.docx publisher.layout publisher.cli.pptx"),
        ("themes list", "reportlab pikepdf pypdfium2 publisher.layout publisher.gallery"),
        ("themes new b", "reportlab pikepdf pypdfium2 publisher.layout publisher.gallery"),
        ("themes export red a.potx", "reportlab pikepdf pypdfium2 publisher.gallery"),
    ],
)
def test_a_run_imports_only_what_it_uses(tmp_path: Path, arguments: str, others: str) -> None:
    modules = imported_by(tmp_path, *arguments.split())
    assert "publisher.cli.line" in modules
    assert modules & (NEVER | PLAIN | set(others.split())) == set()


def test_typer_is_there_for_whatever_is_not_plain(tmp_path: Path) -> None:
    modules = imported_by(tmp_path, "--help")
    others = "reportlab pikepdf uharfbuzz publisher.readers.docx publisher.layout"
    assert "typer" in modules
    assert modules & (NEVER | set(others.split())) == set()


def test_a_word_script_waits_for_no_other_writer(tmp_path: Path) -> None:
    modules = imported_by(tmp_path, "docx", "a.docx")
    others = "reportlab pikepdf publisher.writers.pdf publisher.writers.pptx publisher.theme.load"
    assert modules >= WORD
    assert modules & (((NEVER | PLAIN) - WORD) | set(others.split())) == set()


@pytest.mark.parametrize(
    "arguments", ["pptx a.docx", "pptx a.docx --theme ink -q", "outline a.docx"]
)
def test_a_deck_needs_the_library_and_what_packs_it(tmp_path: Path, arguments: str) -> None:
    modules = imported_by(tmp_path, *arguments.split())
    packages = {module.partition(".")[0] for module in modules}
    assert packages - sys.stdlib_module_names - {"isal"} == {"publisher"}
    unused = "tomllib inspect dataclasses subprocess ast dis tokenize string datetime"
    slow = "mmap hashlib math pickle zipfile shutil threading"
    assert modules & set(f"{unused} {slow} {SELDOM}".split()) == set()


@pytest.mark.parametrize(("arguments", "most"), [("pptx a.docx", 20), ("pdf a.docx", 38)])
def test_a_run_compiles_only_patterns_that_its_text_may_match(
    tmp_path: Path, arguments: str, most: int
) -> None:
    make_speech(tmp_path / "a.docx")
    words = [sys.executable, "-c", PATTERNS, *arguments.split()]
    subprocess.run(words, cwd=tmp_path, check=True)
    made = (tmp_path / "patterns").read_text(encoding="utf-8").split("\n")
    assert len(made) <= most, made
