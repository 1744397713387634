"""What all tests share: the option that accepts golden files, the examples, speeches of chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.theme.load import load_theme, theme_names
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces, load_typefaces

EXAMPLES = tuple(sorted((Path(__file__).parent.parent / "examples").glob("*.docx")))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="accept what is written today")


@pytest.fixture(scope="session")
def typefaces() -> Typefaces:
    return load_typefaces()


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(params=theme_names())
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(str(request.param))
