"""A page to read has every paragraph once, whatever the document is like."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from publisher.compose import compose
from publisher.manuscript import Manuscript
from publisher.messages import sentence
from publisher.outline.infer import understand
from publisher.outline.report import as_json
from publisher.readers import read
from publisher.web.library.article import Article, Paragraph, article
from publisher.web.library.card import Card
from publisher.web.library.pages import Sheets, Site, speech_page
from tests.compose.test_lossless import SOURCES
from tests.corpus.files import build
from tests.corpus.parse import AnnotatedSpeech, load
from tests.outline.build import manuscript
from tests.readers.build import cell, docx, level, lists, numbered, p, r, row, table
from tests.readers.test_notes import note, refer, with_notes
from tests.web.library.reading import Page, bare


def checked(source: Manuscript) -> Article:
    """The page of a speech: all paragraphs, each once and whole; the headings of the outline, in
    order; and nothing leads nowhere."""
    speech, _ = understand(source)
    script, _ = compose(speech)
    made = article(speech, script, sentence("library.note", {}, "zh"))
    pictures = {figure.number: f"picture-{figure.number}" for figure in made.figures}
    html = speech_page(Site("文库"), Card("a", script.title), made, pictures, Sheets([]))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_bytes(html.encode("utf-8", "replace"))
        page = Page(file)
    wanted = {p.index: bare(p.text) for p in source.paragraphs() if p.text.strip()}
    assert {number: bare(text) for number, text in page.paragraphs.items()} == wanted
    outline = as_json("", source, speech, (), "zh")["headings"]
    assert [(h.level, bare(h.text)) for h in page.headings] == [
        (h["level"], bare(h["text"])) for h in outline
    ]
    assert len(set(page.anchors)) == len(page.anchors)
    for link in page.links:
        assert not link.startswith("#") or link[1:] in page.anchors
    return made


def words(block: object) -> str:
    """The HTML of a paragraph."""
    assert isinstance(block, Paragraph)
    return "".join(str(line.html) for part in block.words for line in part.lines)


@pytest.mark.parametrize("half", ["open", "more"])
def test_every_speech_of_the_corpus_is_whole(half: str, tmp_path: Path) -> None:
    def as_file(speech: AnnotatedSpeech) -> Path:
        file = tmp_path / "speech.docx"
        file.write_bytes(build(speech, "styles"))
        return file

    for speech in load(half):
        checked(read(as_file(speech))[0])


@settings(deadline=None)
@given(SOURCES)
def test_whatever_the_document_nothing_is_lost(parts: list[object]) -> None:
    source = manuscript(*parts)  # type: ignore[arg-type]
    if any(bare(p.text) for p in source.paragraphs()):
        checked(source)


def test_notes_are_marked_where_they_are_referred_to_and_lead_back(tmp_path: Path) -> None:
    source = docx(
        tmp_path,
        p("在大会上的讲话"),
        p("坚持", refer(2), "人民至上", refer(3), "。我们要把好事办好。"),
        table(row(cell("年份"), cell("数量")), row(cell(p("二〇二五", refer(4))), cell("一百"))),
        p("谢谢大家！"),
        **with_notes(note(2, "见第三卷。", "第二段。"), note(3, "又见。"), note(4, "截至年底。")),
    )
    made = checked(read(source)[0])
    body = next(words(b) for b in made.blocks if isinstance(b, Paragraph) and "坚持" in words(b))
    assert re.sub(r'<sup class="mark">.*?>(\d)</a></sup>', r"[\1]", body) == (
        "坚持[1]人民至上[2]。我们要把好事办好。"
    )
    assert [[line.text for line in each.lines] for each in made.notes] == [
        ["见第三卷。", "第二段。"], ["又见。"], ["截至年底。"],
    ]  # fmt: skip


def test_readings_lists_and_voices_are_what_html_has_for_them(tmp_path: Path) -> None:
    inside = f"<w:rt>{r('chén')}</w:rt><w:rubyBase>{r('谌')}</w:rubyBase>"
    loud, louder = r("实干", "<w:b/>"), r("再实干", '<w:em w:val="dot"/>')
    source = docx(
        tmp_path,
        p("在大会上的讲话"),
        p(f"<w:r><w:ruby>{inside}</w:ruby></w:r>", "书记讲得好：", loud, "，", louder, "。"),
        p("大家（掌声）一起来做这几件事，做好每一件事。"),
        numbered("修一条路"),
        numbered("建一座馆"),
        p("“书籍是人类进步的阶梯，读书是最低门槛的高贵。”"),
        p("这句话我们要记在心里，落在行动上。"),
        numbering=lists(level("•", "bullet")),
    )
    made = checked(read(source)[0])
    paragraphs = [block for block in made.blocks if isinstance(block, Paragraph)]
    html = "\n".join(map(words, paragraphs))
    assert "<ruby>谌<rp>（</rp><rt>chén</rt><rp>）</rp></ruby>" in html
    assert "<strong>实干</strong>" in html
    assert '<em class="dots">再实干</em>' in html
    assert '<span class="stage">（掌声）</span>' in html
    assert [[line.text for line in b.items] for b in made.blocks if b.kind == "list"] == [
        ["修一条路", "建一座馆"]
    ]
    assert "quote" in {block.role for block in paragraphs}
