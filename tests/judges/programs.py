"""Outside programs: found, or the test is skipped with the reason; under CI=true it fails."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def missing(what: str) -> NoReturn:
    reason = f"{what} is not there: .ci/run installs it"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def need(program: str) -> str:
    """The path of a program, which may be npm's."""
    path = shutil.which(program) or shutil.which(program, path=str(HERE / "node_modules" / ".bin"))
    return path or missing(program)


def need_module(name: str) -> None:
    """That a module of an extra can be imported."""
    if find_spec(name) is None:
        missing(name)


def run(
    program: str, *arguments: str | Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program that must be there; its exit code is for the caller to judge."""
    return subprocess.run(
        [need(program), *map(str, arguments)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, **(env or {})},
        timeout=300,
    )
