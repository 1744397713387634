"""A build that is killed is gone on with: nothing is torn, nothing is done twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from publisher.batch.build import Build, Order
from publisher.batch.manifest import Manifest
from tests.batch.test_build import run, states
from tests.speeches import make_speech

COUNT = 40


def entered(out: Path) -> int:
    """How many speeches are in the manifest of a build that is over."""
    with Manifest(out) as manifest:
        return sum(1 for _ in manifest.rows())


def seen(out: Path) -> int:
    """How many files a build has written so far."""
    return sum(1 for _ in out.glob("*.pdf"))


@pytest.mark.skipif(sys.platform == "win32", reason="a signal that cannot be caught is POSIX")
@pytest.mark.parametrize("stop", ["SIGKILL", "SIGINT"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_that_is_stopped_is_gone_on_with(tmp_path: Path, stop: str, jobs: str) -> None:
    for number in range(COUNT):
        make_speech(tmp_path / "speeches" / f"{number}.docx", (f"第{number}号题目", "正文一段。"))
    out = tmp_path / "out"
    command = [sys.executable, "-m", "publisher", "build", str(tmp_path / "speeches")]
    command += ["--out", str(out), "--formats", "pptx,script", "--jobs", jobs]
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_listen,
    )
    while seen(out) < 8 and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(getattr(signal, stop))
    assert process.wait() != 0
    _wait_for_workers(process.pid)
    done = entered(out)
    assert 1 <= done < COUNT
    before = {file: file.stat().st_mtime_ns for file in out.rglob("*.p*")}
    again = run(Build(Order((tmp_path / "speeches",), out, ("pptx", "script")), tmp_path))
    assert sorted(states(again).values()) == ["done"] * (COUNT - done) + ["unchanged"] * done
    kept = {file: file.stat().st_mtime_ns for file in before if file.suffix in {".pptx", ".pdf"}}
    assert kept == {file: when for file, when in before.items() if file in kept}
    assert sorted(file.suffix for file in out.iterdir()) == sorted(
        [".sqlite", *([".pdf", ".pptx"] * COUNT)]
    )


def _listen() -> None:
    """A shell lets what it starts in the background ignore interruptions."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wait_for_workers(group: int) -> None:
    """Workers see that their parent is gone, and end by themselves."""
    for _ in range(1000):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)
    raise AssertionError("workers that outlive their parent")
