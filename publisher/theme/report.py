"""What a review found, for programs (JSON) and for people (lines)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from publisher.messages import sentence
from publisher.theme.problem import Problem, Severity

_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!"}


def counted(problems: Sequence[Problem]) -> dict[str, int]:
    """How many there are of each severity."""
    count = Counter(problem.severity for problem in problems)
    return {severity.value: count[severity] for severity in Severity}


def as_json(theme: str, problems: Sequence[Problem], lang: str) -> dict[str, Any]:
    """The contract of ``publisher themes check --json``; ``line`` is null where none is known."""
    return {
        "theme": theme,
        "problems": [
            {
                "rule": problem.key,
                "severity": problem.severity.value,
                "file": problem.place.partition(":")[0],
                "line": int(problem.place.partition(":")[2] or 0) or None,
                "message": sentence(problem.key, dict(problem.values), lang),
                "suggestion": sentence(f"{problem.key}.hint", dict(problem.values), lang),
            }
            for problem in problems
        ],
        "counts": counted(problems),
    }


def as_lines(problems: Sequence[Problem], lang: str) -> list[str]:
    """One line each, where, what is wrong and what to do; then how many there are."""
    colon, stop = (sentence(f"line.{mark}", {}, lang) for mark in ("colon", "stop"))
    lines: list[str] = []
    for problem in problems:
        values = dict(problem.values)
        remedy = sentence(f"{problem.key}.hint", values, lang)
        severity = sentence(f"themes.{problem.severity.value}", {}, lang)
        what = sentence(problem.key, values, lang)
        lines.append(
            f"{_MARKS[problem.severity]} {problem.place}  {severity}{colon}{what}{stop}"
            f"{remedy[:1].upper()}{remedy[1:]}"
        )
    key = "themes.summary" if problems else "themes.clean"
    return [*lines, sentence(key, counted(problems), lang)]
