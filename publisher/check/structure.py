"""The outline, the length, and what the reader and the outline had to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from publisher.check.finding import Case, Finding, Severity, at
from publisher.manuscript import statistics
from publisher.outline.report import as_read
from publisher.speech import Section

_SHORTEST_TITLE = 5
"""Characters from which equal headings in different parts are worth a word."""
_OVER, _UNDER = 1.05, 0.75
"""The share of the target from which, and below which, the length is worth a word."""

SEVERITIES: Mapping[str, Severity] = {
    "number-gap": Severity.WARNING,
    "number-repeated": Severity.WARNING,
    "correction-unmatched": Severity.WARNING,
    "fill-unused": Severity.WARNING,
    "secrecy-marked": Severity.WARNING,
    "text-damaged": Severity.WARNING,
}
"""How serious a notice is; others inform."""
_OWN = frozenset({"placeholders-left", "glyph-missing"})
"""Notices that a rule tells better."""


def notices(case: Case) -> Iterator[Finding]:
    """What is not published, was changed, or is doubtful, as the stages say it."""
    paragraphs = case.paragraphs
    for told in dict.fromkeys(case.notices):
        if told.code in _OWN:
            continue
        severity = SEVERITIES.get(told.code, Severity.NOTE)
        excerpt = ""
        if told.paragraph is not None and told.paragraph < len(paragraphs):
            excerpt = _beginning(paragraphs[told.paragraph].text)
        yield Finding(
            told.code, severity, told.code, told.paragraph, excerpt=excerpt, values=told.values
        )


def _beginning(text: str, most: int = 24) -> str:
    line = as_read(text)
    return line if len(line) <= most else line[:most] + "…"


def skipped_levels(case: Case) -> Iterator[Finding]:
    """A heading two levels below the one above it (GB/T 9704 7.3.3: one after the other)."""
    for section in case.speech.walk():
        for child in section.children[:1]:  # its brothers are as deep
            if child.level > section.level + 1:
                yield _heading(case, "level-skipped", child, above=section.level, level=child.level)


def repeated_headings(case: Case) -> Iterator[Finding]:
    """Two headings with the same words: in one part surely a mistake, elsewhere perhaps."""
    yield from _repeated(case, [None, *case.speech.walk()])


def _repeated(case: Case, parents: Sequence[Section | None]) -> Iterator[Finding]:
    seen: dict[tuple[int, str], int] = {}
    for index, parent in enumerate(parents):
        children = case.speech.sections if parent is None else parent.children
        for child in children:
            words = _words(child)
            before = seen.get((child.level, words))
            if len(words) > 1 and before == index:
                yield _heading(case, "heading-repeated", child, heading=words)
            elif before is not None and len(words) >= _SHORTEST_TITLE:
                finding = _heading(case, "heading-repeated", child, heading=words)
                yield finding._replace(severity=Severity.NOTE)
            seen[child.level, words] = index


def _words(section: Section) -> str:
    return "".join(char for char in section.title.text if char.isalnum())


def _heading(case: Case, rule: str, section: Section, **values: str | int) -> Finding:
    ref = section.heading.ref
    paragraph = case.paragraphs[ref.paragraph]
    found = at(rule, Severity.WARNING, paragraph, ref.start, ref.end)
    return found._replace(values=tuple((name, str(v)) for name, v in sorted(values.items())))


def length(case: Case) -> Iterator[Finding]:
    """Speaking time against the target."""
    if case.minutes is None:
        return
    spoken = statistics(case.manuscript, case.rate)
    target = case.minutes * 60
    if _UNDER * target <= spoken["seconds"] <= _OVER * target:
        return
    over = spoken["seconds"] > target
    characters = round(abs(spoken["seconds"] - target) * case.rate / 60 / 10) * 10
    values = {
        "minutes": f"{spoken['seconds'] / 60:.1f}",
        "target": case.minutes,
        "characters": characters,
    }
    yield Finding(
        "length",
        Severity.WARNING if over else Severity.NOTE,
        "check.length" if over else "check.length-short",
        values=tuple((name, str(value)) for name, value in sorted(values.items())),
    )
