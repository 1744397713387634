"""The register of lint rules: each is a function that says where a package breaks it."""

from collections import Counter
from collections.abc import Callable, Iterator

from tests.judges.opc import Package

Rule = Callable[[Package], Iterator[str]]
RULES: dict[str, Rule] = {}


def rule(name: str) -> Callable[[Rule], Rule]:
    def register(function: Rule) -> Rule:
        RULES[name] = function
        return function

    return register


def repeated(values: list[str]) -> list[str]:
    return sorted(value for value, count in Counter(values).items() if count > 1)


def number(value: str | None) -> int:
    """An attribute as a number; -1 where it is none."""
    return int(value) if value and value.lstrip("-").isdigit() else -1
