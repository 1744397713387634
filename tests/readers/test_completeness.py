"""No character more, no character less: the reader against a second walk of the same file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from publisher.readers.docx import read
from tests.conftest import EXAMPLES
from tests.corpus.files import build
from tests.corpus.forms import FORMS
from tests.corpus.parse import HALVES, AnnotatedSpeech, load
from tests.readers.build import NAMESPACES, docx, field, p, r, row, table
from tests.readers.second_walk import characters
from tests.readers.test_text import box


def ours(path: Path) -> str:
    """The characters of the manuscript that are no white space, automatic numbers apart."""
    manuscript, _ = read(path)
    return "".join("".join(q.text[len(q.label) :].split()) for q in manuscript.paragraphs())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_read_to_the_character(path: Path) -> None:
    assert ours(path) == characters(path) != ""


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_corpus_is_read_to_the_character(
    tmp_path: Path, half: str, form: str
) -> None:
    speeches: list[AnnotatedSpeech] = load(half)
    assert speeches
    path = tmp_path / "speech.docx"
    for speech in speeches:
        path.write_bytes(build(speech, form))
        assert ours(path) == characters(path) != ""


def test_the_second_walk_agrees_where_everything_comes_together(tmp_path: Path) -> None:
    note = f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{p("注")}</w:footnote></w:footnotes>'
    path = docx(
        tmp_path,
        p("甲", "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", f"<w:ins>{r('乙')}</w:ins>"),
        p(field(" TOC ", r("目录")), r("藏", "<w:vanish/>"), field(" REF x ", r("丙"))),
        p("锚", box(p("框"), table(row("格"))), "点"),
        p("丁", '<w:r><w:footnoteReference w:id="1"/></w:r>', "<w:moveFrom><w:r/></w:moveFrom>"),
        parts={"word/footnotes.xml": note},
        related=[("rId7", "footnotes", "footnotes.xml")],
    )
    assert ours(path) == "甲乙丙锚点框格丁注"
    assert Counter(ours(path)) == Counter(characters(path))
