"""Package lint of a deck: what the Open XML SDK does not look at, one named rule each.

Standard library only. ``lint(path)`` gives the findings in the order of the rules.
"""

from pathlib import Path
from typing import NamedTuple

from tests.judges import (  # noqa: F401  they register their rules
    font_rules,
    object_rules,
    package_rules,
    show_rules,
    slide_rules,
)
from tests.judges.opc import Package
from tests.judges.rules import RULES


class Finding(NamedTuple):
    """A broken rule, and where."""

    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.message}"


def lint(path: Path) -> list[Finding]:
    package = Package(path)
    return [Finding(name, text) for name, rule in RULES.items() for text in rule(package)]
