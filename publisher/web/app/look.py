"""What the page shows of a speech beside its sheets, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from publisher.check.report import as_json as findings_as_json
from publisher.messages import sentence
from publisher.outline.report import as_json as outline_as_json
from publisher.outline.report import as_read, reasons
from publisher.outline.sentences import sentences
from publisher.placeholders import find_placeholders, sentence_at
from publisher.sidecar import ROLES

if TYPE_CHECKING:
    from publisher.events import Notice
    from publisher.manuscript import Paragraph
    from publisher.publication import Publication
    from publisher.speech import Section
    from publisher.web.app.again import Again

_SHOWN = 120
"""Characters of a paragraph that tell which it is."""
_MOST_PARAGRAPHS = 2000
_HEADED = "placeholder"
"""The rule whose findings are fields on the page."""


def look_at(publication: Again, lang: str) -> dict[str, Any]:
    """Title page, outline with reasons, paragraphs, placeholders, findings, notices, choices."""
    manuscript, understood = publication.manuscript.value, publication.speech
    speech, options = understood.value, publication.options
    outline = outline_as_json("", manuscript, speech, (), lang, options.rate)
    found = findings_as_json("", publication.findings, {}, lang)["findings"]
    laid_out = publication.slides
    known = set(publication.speech.notices)
    return {
        "front": {role: outline[role] for role in ROLES},
        "said": dict(publication.sidecar.lines),
        "headings": [
            {**heading, **_told(section, lang)}
            for heading, section in zip(outline["headings"], speech.walk())
        ],
        "paragraphs": [_paragraph(p) for p in manuscript.paragraphs()[:_MOST_PARAGRAPHS]],
        "placeholders": list(_placeholders(publication)),
        "findings": [each for each in found if each["rule"] != _HEADED],
        "notices": notices([n for n in laid_out.notices if n not in known], lang),
        "stats": outline["stats"],
        "choices": {
            "theme": options.theme,
            "density": options.density.value,
            "larger": options.larger,
            "aspect": options.aspect,
            "unit": options.unit or "",
            "logo": options.logo.name if options.logo else "",
        },
    }


def notices(told: Sequence[Notice], lang: str) -> list[dict[str, Any]]:
    """Notices in words, equal ones once."""
    return [
        {"message": sentence(n.code, dict(n.values), lang), "paragraph": n.paragraph}
        for n in dict.fromkeys(told)
    ]


def _told(section: Section, lang: str) -> dict[str, Any]:
    """By which words the author corrects a heading, and why it is one."""
    return {"key": as_read(section.heading.text), "reasons": list(reasons(section, lang))}


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    """The beginning of a paragraph, and its first sentence, which may be made a heading."""
    text = paragraph.text
    end = sentences(text).end_after(0, len(text))
    return {
        "text": as_read(text[:_SHOWN]) + ("…" if len(text) > _SHOWN else ""),
        "key": as_read(text[:end]),
        "table": paragraph.cues.in_table,
    }


def _placeholders(publication: Publication) -> Iterator[dict[str, Any]]:
    """What is filled in already, then what is left, each with the first sentence it stands in."""
    for text, value in publication.sidecar.fill:
        yield {"text": text, "value": value, "count": 0, "sentence": ""}
    paragraphs = publication.manuscript.value.paragraphs()
    left: dict[str, dict[str, Any]] = {}
    for each in find_placeholders(publication.manuscript.value):
        words = sentence_at(paragraphs[each.paragraph].text, each.start, each.end)
        first = {"text": each.text, "value": "", "count": 0, "sentence": as_read(words)}
        left.setdefault(each.text, first)["count"] += 1
    yield from left.values()
