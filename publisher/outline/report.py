"""What was understood, for programs (JSON) and for people (a tree)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from publisher.events import Notice
from publisher.manuscript import Manuscript, statistics
from publisher.messages import sentence
from publisher.options import RATE
from publisher.speech import Piece, Section, Speech

_ROLES = ("title", "subtitle", "speaker", "occasion", "date", "salutation")
"""Front lines of the contract; the tree shows the mark of secrecy before them."""
_GAP = r"[ \u3000\xa0]*[\t\n][\s\u3000]*"


def as_read(text: str) -> str:
    """A line as a reader sees it: tabs and line breaks closed up, or one blank after Latin."""

    def gap(found: re.Match[str]) -> str:
        before = text[found.start() - 1 : found.start()]
        return " " if before.isascii() and before else ""

    text = text.strip()
    return re.sub(_GAP, gap, text) if "\t" in text or "\n" in text else text


def as_json(
    file: str,
    manuscript: Manuscript,
    speech: Speech,
    notices: Sequence[Notice],
    lang: str,
    rate: int = RATE,
) -> dict[str, Any]:
    """The contract of ``publisher outline --json``: only str, int, float, bool, None within."""
    named = {role: speech.named(role) for role in _ROLES}
    return {
        "file": file,
        **{role: as_read(text) if text else None for role, text in named.items()},
        "headings": [_heading(section) for section in speech.walk()],
        "notices": [
            {
                "code": n.code,
                "message": sentence(n.code, dict(n.values), lang),
                "paragraph": n.paragraph,
            }
            for n in notices
        ],
        "stats": statistics(manuscript, rate),
    }


def _heading(section: Section) -> dict[str, Any]:
    return {
        "level": section.level,
        "number": section.number,
        "text": as_read(section.words),
        "run_in": section.run_in,
        "paragraph": section.heading.ref.paragraph,
        "evidence": list(section.evidence),
        "confidence": section.confidence,
    }


def as_tree(
    speech: Speech,
    manuscript: Manuscript,
    notices: Sequence[Notice],
    lang: str,
    rate: int = RATE,
) -> str:
    """Front lines, the tree of headings with the reasons for each, notices, speaking time."""
    lines = [
        f"{sentence(f'outline.{role}', {}, lang)}  {as_read(text)}"
        for role in ("secrecy", *_ROLES)
        if (text := speech.named(role)) is not None
    ]
    if speech.kind is not None:
        lines.append(f"{sentence('outline.kind', {}, lang)}  {speech.kind}")
    lines.extend(_branches(speech.sections, "", lang))
    lines.extend(_ends(speech, lang))
    lines.extend(f"! {sentence(n.code, dict(n.values), lang)}{_place(n)}" for n in notices)
    lines.append(sentence("outline.stats", statistics(manuscript, rate), lang))
    return "\n".join(lines)


def _ends(speech: Speech, lang: str) -> Iterator[str]:
    """The leave-taking, the signature, and each annex with its own tree."""
    signature = [block for role, block in speech.back if role == "signature"]
    for key, blocks in (("closing", speech.closing), ("signature", signature)):
        texts = [as_read(block.text) for block in blocks if isinstance(block, Piece)]
        if texts:
            words = texts[0] if key == "closing" else "　".join(texts)
            yield f"{sentence(f'outline.{key}', {}, lang)}  {words}"
    for annex in speech.annexes:
        yield as_read(annex.label.text)
        yield from _branches(annex.sections, "", lang)


def _place(found: Notice) -> str:
    return "" if found.paragraph is None else f" [{found.paragraph}]"


def _branches(sections: Sequence[Section], indent: str, lang: str) -> Iterator[str]:
    for index, section in enumerate(sections):
        last = index == len(sections) - 1
        why = " · ".join(reasons(section, lang))
        yield (
            f"{indent}{'└─ ' if last else '├─ '}{as_read(section.words)}"
            f"  ({section.level}: {why}, {section.confidence:.0%})"
        )
        yield from _branches(section.children, indent + ("   " if last else "│  "), lang)


def reasons(section: Section, lang: str) -> Iterator[str]:
    """Why a section has its heading, in words."""
    for cue in section.evidence or ("plain:",):
        kind, _, value = cue.partition(":")
        yield sentence(f"outline.{kind}", {"value": value}, lang)
    if section.run_in:
        yield sentence("outline.run-in", {}, lang)
