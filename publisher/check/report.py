"""Findings for programs (JSON) and for people (lines)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from publisher.check.finding import Finding, Severity
from publisher.messages import MESSAGES, sentence

_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}


def counted(findings: Sequence[Finding]) -> dict[str, int]:
    """How many there are of each severity."""
    count = Counter(finding.severity for finding in findings)
    return {severity.value: count[severity] for severity in Severity}


def as_json(
    file: str, findings: Sequence[Finding], stats: dict[str, int], lang: str
) -> dict[str, Any]:
    """The contract of ``publisher check --json``; ``paragraph`` counts from 0 as in ``outline``."""
    return {
        "file": file,
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "paragraph": finding.paragraph,
                "start": finding.start,
                "end": finding.end,
                "excerpt": finding.excerpt,
                "message": _message(finding, lang),
                "suggestion": _suggestion(finding, lang),
            }
            for finding in findings
        ],
        "counts": counted(findings),
        "stats": stats,
    }


def as_lines(findings: Sequence[Finding], lang: str) -> list[str]:
    """What is wrong and what to do, and below it the words there; findings in one sentence share
    these."""
    lines: list[str] = []
    for finding, following in zip_longest(findings, findings[1:]):
        severity = sentence(f"check.{finding.severity.value}", {}, lang)
        place = sentence("line.colon", {}, lang)
        if finding.paragraph is not None:
            place = sentence("check.place", {"number": finding.paragraph + 1}, lang)
        stop = sentence("line.stop", {}, lang)
        remedy = _suggestion(finding, lang)
        words = _message(finding, lang) + (stop + remedy[:1].upper() + remedy[1:] if remedy else "")
        lines.append(f"{_MARKS[finding.severity]} {severity}{place}{words}")
        if finding.excerpt and (following is None or following.excerpt != finding.excerpt):
            lines.append(f"    {finding.excerpt}")
    key = "check.summary" if findings else "check.clean"
    lines.append(sentence(key, counted(findings), lang))
    return lines


def _message(finding: Finding, lang: str) -> str:
    return sentence(finding.key, dict(finding.values), lang)


def _suggestion(finding: Finding, lang: str) -> str:
    hint = f"{finding.key}.hint"
    return sentence(hint, dict(finding.values), lang) if hint in MESSAGES else ""
