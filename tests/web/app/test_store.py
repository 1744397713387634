"""The private folder: nobody else's, and gone afterwards, also after a kill."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from publisher.config import config_for
from publisher.web.app.store import Store, clear_abandoned


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_a_store_is_private_and_gone_when_it_is_closed(tmp_path: Path) -> None:
    store = Store()
    assert store.folder.parent == tmp_path
    if os.name == "posix":
        assert store.folder.stat().st_mode & 0o077 == 0
    (store.folder / "a").mkdir()
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_settings_above_the_store_do_not_reach_into_it(tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text('theme = "blue"', encoding="utf-8")
    store = Store()
    assert config_for(store.folder / "x" / "speech.docx").said == {}
    store.close()


def test_what_a_killed_server_left_goes_when_the_next_one_starts(tmp_path: Path) -> None:
    code = (
        "import os, sys, tempfile; tempfile.tempdir = sys.argv[1]\n"
        "from publisher.web.app.store import Store\n"
        "Store(); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    (left,) = tmp_path.iterdir()
    store = Store()
    assert not left.exists()
    store.close()


def test_what_is_written_while_it_is_taken_away_goes_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a worker that has not yet seen that its server was killed."""
    left = tmp_path / "publisher-app-left"
    left.mkdir()
    os.utime(left, (0, 0))
    removed = shutil.rmtree

    def met(folder: Path, **how: bool) -> None:
        removed(folder, **how)
        if writing:
            folder.mkdir()
            (folder / writing.pop()).touch()

    writing = ["late"]
    monkeypatch.setattr(shutil, "rmtree", met)
    clear_abandoned()
    assert not writing
    assert not left.exists()


def test_what_a_running_server_holds_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    running = Store()
    other = tmp_path / "publisher-app-other"
    other.mkdir()
    target = tmp_path / "target"
    target.mkdir()
    link = tmp_path / "publisher-app-link"
    link.symlink_to(target, target_is_directory=True)
    clear_abandoned()
    assert running.folder.exists()
    assert other.exists(), "just made, by a server that has not yet said whose it is"
    assert target.exists()
    os.utime(other, (0, 0))
    clear_abandoned()
    assert not other.exists()
    running.close()
