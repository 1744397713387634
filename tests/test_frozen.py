"""What is kept of shipped data is what its sources say, or is not used."""

import pickle
import zlib
from pathlib import Path
from typing import Any

import pytest

from publisher.frozen import frozen, thawed
from publisher.layout.profile_files import profiles
from publisher.layout.segment import FROZEN as MODEL
from publisher.resources import data_dir
from publisher.theme.load import theme_names
from publisher.typeface.registry import FROZEN
from publisher.writers.pptx.package import FROZEN as PARTS
from tools.freeze import files

FILES = dict(files())


def test_all_shipped_data_is_kept_frozen() -> None:
    kept = {data_dir("themes") / name / "theme.frozen" for name in theme_names()}
    kept |= {data_dir("themes") / "pages" / f"{name}.frozen" for name in profiles()}
    kept |= {data_dir("themes") / name / PARTS for name in theme_names()}
    kept |= {data_dir("fonts") / FROZEN, MODEL}
    assert kept <= set(FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_frozen_data_is_what_its_sources_say(file: Path) -> None:
    kept, made = file.read_bytes(), FILES[file]()
    if file.suffix == ".frozen":  # equal values need not be the same bytes in every Python
        assert kept[:4] == made[:4], "a source has changed: python tools/freeze.py"
        kept, made = pickle.loads(kept[4:]), pickle.loads(made[4:])
    if file.name == PARTS:  # another zlib packs in another way
        kept, made = _unpacked(kept), _unpacked(made)
    assert kept == made, "a source is read in another way: python tools/freeze.py"


def _unpacked(parts: dict[Any, bytes]) -> dict[Any, bytes]:
    return {sums: zlib.decompress(data, -zlib.MAX_WBITS) for sums, data in parts.items()}


@pytest.mark.parametrize("change", ["other", "renamed", "gone", "not frozen"])
def test_data_of_changed_sources_is_not_used(tmp_path: Path, change: str) -> None:
    source, file = tmp_path / "a.toml", tmp_path / "a.frozen"
    source.write_bytes(b"x = 1")
    value: Any = {"x": 1}
    file.write_bytes(frozen(value, [source]))
    assert thawed(file, [source]) == value
    if change == "other":
        source.write_bytes(b"x = 2")
    elif change == "renamed":
        source = source.rename(tmp_path / "b.toml")
    elif change == "gone":
        source.unlink()
    else:
        file.unlink()
    assert thawed(file, [source]) is None
