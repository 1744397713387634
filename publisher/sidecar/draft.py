"""The sidecar that ``publisher outline --write`` makes: today's findings, all of it comments.

Written and read back unchanged it changes nothing; taking away a ``#`` is the correction.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.manuscript import Manuscript
from publisher.messages import sentence
from publisher.options import Density, Options
from publisher.outline.doubts import SURE
from publisher.outline.report import as_read
from publisher.placeholders import Placeholder, find_placeholders, sentence_at
from publisher.settings import toml_string, toml_value
from publisher.sidecar import ROLES, Sidecar
from publisher.speech import Section, Speech
from publisher.treatment import LAYOUTS

_MOST_HEADINGS = 300
_SHOWN = 40
_DECK: tuple[tuple[str, Any], ...] = (
    ("theme", Options().theme),
    ("density", Options().density),
    ("larger", True),
    ("slide_level", 2),
    ("aspect", "4:3"),
    ("charts", True),
)
"""Choices for the deck that are worth a line, each with a value to begin from."""
_TREATED = "{ slide = true }"
"""What holds for a heading of which nothing is said."""


def draft(
    file: str, manuscript: Manuscript, speech: Speech, lang: str, said: Sidecar | None = None
) -> str:
    """The text of the sidecar for ``file``, in TOML; what is ``said`` already stands in force."""
    said = said or Sidecar()
    parts = [
        [_note(lang, "sidecar.head", file=file), _note(lang, "sidecar.how")],
        ["[speech]", *_lines(speech, said, lang)],
        ["[fill]", *_fill(manuscript, said, lang)],
        ["[outline]", *_outline(speech, lang)],
        ["[deck]", *_deck(said, lang)],
        ["[slides]", *_slides(speech, lang)],
    ]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _note(lang: str, key: str, **values: object) -> str:
    return f"# {sentence(key, values, lang)}"


def _lines(speech: Speech, said: Sidecar, lang: str) -> Iterator[str]:
    yield _note(lang, "sidecar.speech")
    given = dict(said.lines)
    for role in ROLES:
        words = given.get(role) or as_read(speech.named(role) or "")
        off = "" if role in given else "# "
        yield f"{off}{role} = {toml_string(words)}"


def _fill(manuscript: Manuscript, said: Sidecar, lang: str) -> Iterator[str]:
    yield _note(lang, "sidecar.fill")
    for word, value in said.fill:
        yield f"{toml_string(word)} = {toml_string(value)}"
    found: dict[str, list[Placeholder]] = {}
    for placeholder in find_placeholders(manuscript):
        found.setdefault(placeholder.text, []).append(placeholder)
    paragraphs = manuscript.paragraphs()
    for word, places in sorted(found.items(), key=lambda item: (-len(item[0]), item[0])):
        first = places[0]
        words = as_read(sentence_at(paragraphs[first.paragraph].text, first.start, first.end))
        shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
        yield _note(lang, "sidecar.placeholder", count=len(places), sentence=shown)
        yield f"# {toml_string(word)} = {toml_string('')}"
    if not found and not said.fill:
        yield _note(lang, "sidecar.none")


def _outline(speech: Speech, lang: str) -> Iterator[str]:
    yield _note(lang, "sidecar.outline")
    if (title := as_read(speech.named("title") or "")) != "":
        yield f'# {toml_string(title)} = "title"'
    doubtful: dict[str, Section] = {}
    rest: dict[str, Section] = {}
    for section in speech.walk():
        words = as_read(section.heading.text)
        (doubtful if section.confidence < SURE else rest).setdefault(words, section)
    rest = {words: section for words, section in rest.items() if words not in doubtful}
    for key, sections in (("sidecar.doubtful", doubtful), ("sidecar.rest", rest)):
        if sections:
            yield _note(lang, key)
        for words, section in list(sections.items())[:_MOST_HEADINGS]:
            yield f"# {toml_string(words)} = {section.level}"


def _deck(said: Sidecar, lang: str) -> Iterator[str]:
    yield _note(lang, "sidecar.deck")
    for key, value in _DECK:
        off = "" if key in said.said else "# "
        help_key = f"help.{key.replace('_', '-')}"
        words = toml_value(said.said.get(key, value))
        yield f"{off}{key} = {words}  # {sentence(help_key, {}, lang)}"


def _slides(speech: Speech, lang: str) -> Iterator[str]:
    known = {"layouts": "|".join(LAYOUTS), "densities": "|".join(Density)}
    yield _note(lang, "sidecar.slides", **known)
    yield _note(lang, "sidecar.slide-false")
    yield _note(lang, "sidecar.slide-picture")
    headings = dict.fromkeys(as_read(section.heading.text) for section in speech.walk())
    for words in list(headings)[:_MOST_HEADINGS]:
        yield f"# {toml_string(words)} = {_TREATED}"
