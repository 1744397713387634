"""The end of the console script's process: at once, with all that was said and the right code."""

import os
import subprocess
import sys
from pathlib import Path

from tests.speeches import make_speech

BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
SCRIPT = (
    "import sys; from publisher.cli import script; sys.argv[0] = 'publisher'\n"
    "code = script(); print('went on')\n"
    "sys.exit(code)"
)


def ran(folder: Path, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    make_speech(folder / "a.docx")
    return subprocess.run(
        [sys.executable, "-c", before + SCRIPT, *arguments],
        cwd=folder, capture_output=True, encoding="utf-8", check=False, env=BUFFERED,
    )  # fmt: skip


def test_a_deck_is_there_and_told_when_the_process_ends(tmp_path: Path) -> None:
    done = ran(tmp_path, "pptx", "a.docx")
    assert done.returncode == 0
    assert done.stdout.startswith("a.pptx (")
    assert done.stdout.endswith(")\n")
    assert (tmp_path / "a.pptx").stat().st_size > 10_000


def test_a_failure_is_told_with_its_code(tmp_path: Path) -> None:
    done = ran(tmp_path, "pptx", "b.docx")
    assert done.returncode == 3
    assert done.stdout == ""
    assert "b.docx" in done.stderr


def test_what_is_to_be_done_at_the_end_is_done(tmp_path: Path) -> None:
    done = ran(
        tmp_path, "pptx", "a.docx", "-q", before="import atexit\natexit.register(print, 'bye')\n"
    )
    assert done.stdout == "went on\nbye\n"
    done = ran(tmp_path, "pptx", "a.docx", "-q", before="import threading\n")
    assert done.stdout == "went on\n"


def test_what_was_said_last_is_heard(tmp_path: Path) -> None:
    last = "import publisher.cli\npublisher.cli.main = lambda: print('last words') or 70\n"
    done = ran(tmp_path, before=last)
    assert (done.returncode, done.stdout) == (70, "last words\n")
