"""The shipped typefaces, loaded once."""

import pytest

from publisher.typeface.registry import Typefaces, load_typefaces


@pytest.fixture(scope="session")
def typefaces() -> Typefaces:
    return load_typefaces()
