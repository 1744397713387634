"""Zero false alarms: what is found in careful speeches is truly there."""

from pathlib import Path

import pytest

from publisher.check import Case, check
from publisher.publication import Publication
from publisher.typeface.registry import load_typefaces
from tests.corpus.files import build
from tests.corpus.parse import AnnotatedSpeech, load

OPEN = load("open")


def rules(file: Path) -> list[str]:
    publication = Publication(file)
    manuscript, told = publication.manuscript.value, publication.speech
    paragraphs = manuscript.paragraphs()
    case = Case(manuscript, paragraphs, told.value, told.notices, load_typefaces())
    return [finding.rule for finding in check(case)]


EXPECTED = {
    "02-hospital-report": ["secrecy-marked"],
    "05-school-year": ["number-gap"],
    "06-village-revival": [
        "secrecy-marked", "placeholder", "placeholder", "level-skipped", "number-gap",
        "placeholder",
    ],
    "13-study-notes": ["half-width"] * 12,
    # It has no title, and two headings without any number, of which the program cannot be sure.
    "18-study-untitled": ["title-missing", "heading-doubtful", "heading-doubtful"],
    "21-temple-traditional": ["half-width"] * 2,  # (二) with half-width brackets
}  # fmt: skip
"""What is truly to be found in the open half of the corpus; nothing else is."""


@pytest.mark.parametrize("speech", OPEN, ids=lambda speech: speech.name)
def test_careful_speeches_raise_no_false_alarm(speech: AnnotatedSpeech, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(build(speech, "direct"))
    assert rules(file) == EXPECTED.get(speech.name, [])


def test_the_examples_have_nothing_but_placeholders(example: Path) -> None:
    assert set(rules(example)) <= {"placeholder"}
