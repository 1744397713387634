"""The READMEs keep their word: every command in them is run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener
from zipfile import ZipFile

import pytest

from publisher import __version__
from publisher.cli import main
from tests.impose.made import made, saved
from tests.speeches import make_speech

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.xdist_group("readme")
READMES = ("README.md", "README.zh-CN.md")
WHEEL = f"publisher-{__version__}-py3-none-any.whl"
_FENCED = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands(readme: str) -> list[str]:
    blocks = _FENCED.findall((ROOT / readme).read_text(encoding="utf-8"))
    return [line for block in blocks for line in block.splitlines() if line.strip()]


COMMANDS = [(readme, command) for readme in READMES for command in commands(readme)]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as a release would build it, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which pip puts the wheel; what it depends on is in this environment."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    options = ["--no-index", "--no-deps", "--no-compile", "--target", str(target), str(wheel)]
    subprocess.run([*pip, *options], check=True, capture_output=True)
    return target


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the READMEs speak of."""
    folder = tmp_path_factory.mktemp("desk")
    make_speech(folder / "speech.docx", SPEECH)
    make_speech(folder / "speeches" / "speech.docx", SPEECH)
    (folder / "report.pdf").write_bytes(saved(made(6)))
    return folder


SPEECH = (
    "在某某镇读书活动启动仪式上的讲话",
    "同志们：",
    "一、认识读书的意义",
    "某某的读书人,越来越多。",
    "二、养成读书的习惯",
    "每天读半小时，一年就是一百八十小时。",
)


def run_publisher(words: list[str], desk: Path, installed: Path) -> None:
    del installed
    if words[1] in SERVING:
        run_server(words, desk)
        return
    (desk / "speech.toml").unlink(missing_ok=True)
    here = Path.cwd()
    os.chdir(desk)
    try:
        assert main(words[1:]) == 0
    finally:
        os.chdir(here)


SERVING = frozenset({"app", "preview"})
"""Commands that go on until they are told to end."""


def run_server(words: list[str], desk: Path) -> None:
    """It tells an address, and a page is there."""
    line = [sys.executable, "-m", "publisher", *words[1:], "--no-browser"]
    with subprocess.Popen(line, cwd=desk, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            jar = HTTPCookieProcessor()
            with build_opener(ProxyHandler({}), jar).open(address) as page:
                assert b'id="stage"' in page.read()
        finally:
            process.terminate()


def run_make(words: list[str], desk: Path, installed: Path) -> None:
    """What make would do; that the recipes themselves work is what CI runs them for."""
    del desk, installed
    make = shutil.which("make")
    if make is None:
        text = (ROOT / "Makefile").read_text(encoding="utf-8")
        assert re.search(rf"^{words[1]}:", text, re.MULTILINE)
        return
    done = subprocess.run([make, "-n", words[1]], cwd=ROOT, check=True, capture_output=True)
    assert done.stdout.strip()


def run_venv(words: list[str], desk: Path, installed: Path) -> None:
    """Every Python has the module that makes environments."""
    del desk, installed
    assert words[1:3] == ["-m", "venv"]
    subprocess.run([sys.executable, "-m", "venv", "--help"], check=True, capture_output=True)


def run_pip(words: list[str], desk: Path, installed: Path) -> None:
    """``pip install WHEEL`` puts in place all that a deck needs, themes and fonts too."""
    assert words[1:] == ["install", WHEEL]
    run_installed("publisher pptx speech.docx -o installed.pptx".split(), desk, installed)
    assert ZipFile(desk / "installed.pptx").testzip() is None


def run_installed(words: list[str], desk: Path, installed: Path) -> None:
    """As a user would run it: from another folder, and never the checkout's own files."""
    line = "import sys, publisher.cli; print(publisher.__file__); sys.exit(publisher.cli.main())"
    found = subprocess.run(
        [sys.executable, "-P", "-c", line, *words[1:]],
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert Path(found.stdout.splitlines()[0]).is_relative_to(installed)


Runner = Callable[[list[str], Path, Path], None]
RUNNERS: Mapping[str, Runner] = {
    r"publisher": run_publisher,
    r"make": run_make,
    r"py|python3": run_venv,
    r".*[\\/]pip": run_pip,
    r".*[\\/]publisher": run_installed,
}
"""How the first word of a command is run here."""


@pytest.mark.parametrize(("readme", "command"), COMMANDS)
def test_a_command_of_the_readme_works(
    readme: str, command: str, desk: Path, installed: Path
) -> None:
    words = shlex.split(command, posix="\\" not in command)
    runners = [run for first, run in RUNNERS.items() if re.fullmatch(first, words[0])]
    assert len(runners) == 1, f"{readme}: nobody knows how to run {command}"
    runners[0](words, desk, installed)


def test_both_readmes_show_the_same_commands() -> None:
    assert commands(READMES[0]) == commands(READMES[1]) != []


def test_the_wheel_carries_themes_fonts_and_licences(wheel: Path) -> None:
    assert wheel.name == WHEEL
    names = ZipFile(wheel).namelist()
    for pattern in (
        *("themes/*/theme.toml", "themes/*/*.svg", "themes/*/*.frozen"),
        *("fonts/*.ttf", "fonts/*.toml", "fonts/*.table", "fonts/*.frozen"),
    ):
        here = {file.relative_to(ROOT).as_posix() for file in ROOT.glob(pattern)}
        assert here
        assert {f"publisher/_data/{name}" for name in here} <= set(names)
    assert any("LICENSES" in name for name in names)
    for folder in ("app/static", "app/templates", "library/assets", "library/templates"):
        here = {file.name for file in (ROOT / "publisher" / "web" / folder).iterdir()}
        assert {f"publisher/web/{folder}/{name}" for name in here} <= set(names)


def test_every_link_of_the_readmes_leads_somewhere() -> None:
    for readme in READMES:
        text = (ROOT / readme).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert target.startswith("https://") or (ROOT / target).exists(), target
