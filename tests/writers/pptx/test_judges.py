"""Outside programs about a whole deck."""

from pathlib import Path

import pytest

from tests.judges.ooxml import validate
from tests.writers.pptx.sample_plan import save

pytestmark = pytest.mark.judge


@pytest.mark.parametrize("office", ["Office2007", "Office2013", "Microsoft365"])
def test_the_open_xml_sdk_finds_no_error(office: str, tmp_path: Path) -> None:
    assert validate(save(tmp_path), office) == []
