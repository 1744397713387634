"""Clean copies before the Open XML SDK's validator, as Word of three ages understands them."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.readers.docx.scrub import scrub
from tests.conftest import EXAMPLES
from tests.judges import ooxml
from tests.readers.build import docx
from tests.readers.leaks.table import LEAKS

pytestmark = pytest.mark.judge
FILLS = (("某某", "青山"), ("甲", "子"), ("公司", "集团公司"))


@pytest.mark.parametrize("office", ["Office2007", "Office2013", "Microsoft365"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_copies_of_the_examples_are_valid(tmp_path: Path, example: Path, office: str) -> None:
    copy = tmp_path / "copy.docx"
    copy.write_bytes(scrub(example.read_bytes(), FILLS)[0])
    assert ooxml.validate(copy, office) == []


@pytest.mark.parametrize("name", LEAKS)
def test_copies_of_what_leaks_are_valid(tmp_path: Path, name: str) -> None:
    leak = LEAKS[name]
    copy = tmp_path / "copy.docx"
    copy.write_bytes(scrub(docx(tmp_path, leak.body, **leak.options).read_bytes(), FILLS)[0])
    assert ooxml.validate(copy) == []
