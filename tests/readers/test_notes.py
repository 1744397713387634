"""Footnotes and endnotes: text like any other, behind the paragraph that refers to them."""

import pytest

from publisher.manuscript import Table
from tests.readers.build import (
    NAMESPACES,
    PNG,
    cell,
    field,
    p,
    r,
    relationships,
    row,
    style,
    table,
)

RELATED = [("rId7", "footnotes", "footnotes.xml"), ("rId8", "endnotes", "endnotes.xml"),
           ("rId9", "settings", "settings.xml")]  # fmt: skip
RULE = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def refer(identifier, kind="footnote", more=""):
    return f'<w:r><w:{kind}Reference w:id="{identifier}"{more}/></w:r>'


def note(identifier, *content, kind="footnote"):
    inside = "".join(c if c.startswith("<") else p(c) for c in content)
    return f'<w:{kind} w:id="{identifier}">{inside}</w:{kind}>'


def with_notes(*footnotes, endnotes=(), settings="", more=None):
    return {
        "related": RELATED,
        "parts": {
            "word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{RULE}{''.join(footnotes)}"
            "</w:footnotes>",
            "word/endnotes.xml": f"<w:endnotes {NAMESPACES}>{''.join(endnotes)}</w:endnotes>",
            "word/settings.xml": f"<w:settings {NAMESPACES}>{settings}</w:settings>",
            **(more or {}),
        },
    }


def test_the_place_of_its_mark_is_known(read):
    found = read(
        p("坚持", refer(2), "人民至上", refer(3), "。"), p("谢谢大家！", refer(4)),
        **with_notes(note(2, "见文集第三卷。", "第二段。"), note(3, "又见。"), note(4, "完稿。")),
    )  # fmt: skip
    assert [q.cues.note_ref and q.cues.note_ref[:2] for q in found.paragraphs] == [
        None, (0, 2), (0, 2), (1, 6), None, (2, 5),
    ]  # fmt: skip


def test_a_note_follows_the_paragraph_that_refers_to_it_and_says_what_it_is(read):
    found = read(
        p("坚持人民至上", refer(2), "。"), p("谢谢大家！", refer(5, "endnote")),
        **with_notes(note(2, "见文集第三卷。", "第二段。"),
                     endnotes=[note(5, "完稿于七月。", kind="endnote")]),
    )  # fmt: skip
    assert found.texts == [
        "坚持人民至上。", "见文集第三卷。", "第二段。", "谢谢大家！", "完稿于七月。",
    ]  # fmt: skip
    kinds = [(q.cues.note, q.cues.note_mark) for q in found.paragraphs]
    assert kinds == [
        (None, ""), ("footnote", "1"), ("footnote", "1"), (None, ""), ("endnote", "i"),
    ]  # fmt: skip
    assert [(n.code, n.paragraph) for n in found.notices] == [
        ("footnote-kept", 1), ("endnote-kept", 4),
    ]  # fmt: skip
    assert found.value("footnote-kept", "characters") == "11"


def test_marks_count_in_the_format_of_the_section_or_the_document(read):
    section = '<w:p><w:pPr><w:sectPr><w:footnotePr><w:numFmt w:val="{}"/>{}</w:footnotePr>'
    circled = section.format("decimalEnclosedCircleChinese", "") + "</w:sectPr></w:pPr></w:p>"
    notes = with_notes(note(1, "甲"), note(2, "乙"))
    found = read(p("文", refer(2), refer(1)), circled, **notes)
    assert [q.cues.note_mark for q in found.paragraphs] == ["", "①", "②"]
    assert found.texts == ["文", "乙", "甲"]
    start = section.format("upperRoman", '<w:numStart w:val="4"/>') + "</w:sectPr></w:pPr></w:p>"
    found = read(p("文", refer(2), refer(1)), start, **notes)
    assert [q.cues.note_mark for q in found.paragraphs] == ["", "IV", "V"]
    settings = '<w:footnotePr><w:numFmt w:val="chicago"/><w:numStart w:val="2"/></w:footnotePr>'
    found = read(p("文", refer(1)), **with_notes(note(1, "甲"), settings=settings))
    assert found.paragraphs[1].cues.note_mark == "†"


def test_a_mark_that_the_author_typed_stays_text(read):
    found = read(
        p("文", f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/>{r("＊")[5:]}'),
        **with_notes(note(1, "＊ 见附件")),
    )
    assert found.texts == ["文＊", "＊ 见附件"]
    assert found.paragraphs[1].cues.note_mark == ""


def test_a_note_is_never_a_heading_whatever_its_style(read):
    notes = with_notes(note(1, p("甲", style="1", properties='<w:outlineLvl w:val="0"/>')))
    found = read(p("文", refer(1)), styles=style("1", "heading 1"), **notes)
    cues = found.paragraphs[1].cues
    assert (cues.style_name, cues.heading_style, cues.outline_level) == ("heading 1", None, None)


def test_a_note_is_read_once_and_a_circle_of_notes_ends(read):
    circle = with_notes(note(1, p("甲", refer(2))), note(2, p("乙", refer(1), refer(2))))
    found = read(p("一", refer(1)), p("二", refer(1)), **circle)
    assert found.texts == ["一", "甲", "乙", "二"]
    assert found.codes == ["footnote-kept"]


def test_notes_that_nothing_published_refers_to_are_left_out(read):
    gone = f"<w:del>{refer(1)}</w:del>"
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    found = read(p("文", gone, hidden), **with_notes(note(1, "甲"), note(2, "乙"), note(3, "丙")))
    assert found.texts == ["文"]
    assert found.value("note-left-out", "count") == "3"


def test_a_note_that_is_missing_is_reported(read):
    found = read(p("文", refer(1)))
    assert (found.texts, found.codes) == (["文"], ["note-missing"])
    found = read(p("文", refer(1)), related=RELATED)
    assert found.codes == ["part-unreadable", "part-unreadable", "note-missing"]


def test_a_note_of_a_cell_stays_in_the_cell(read):
    found = read(table(row(cell(p("格", refer(1))), "邻")), **with_notes(note(1, "注")))
    (block,) = found.manuscript.blocks
    assert isinstance(block, Table)
    assert [[q.text for q in c.paragraphs] for c in block.rows[0]] == [["格", "注"], ["邻"]]


def test_a_note_of_a_paragraph_without_words_and_of_a_joined_one(read):
    found = read(p(refer(1)), p("前", refer(2), mark="<w:del/>"), p("后"), p("末"),
                 **with_notes(note(1, "甲"), note(2, p("乙", mark="<w:del/>"))))  # fmt: skip
    assert found.texts == ["甲", "前后", "乙", "末"]


def test_fields_revisions_and_pictures_in_a_note_are_its_own(read):
    drawn = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><a:graphic><a:graphicData>'
        '<pic:pic><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    deleted = "<w:del><w:r><w:delText>密</w:delText></w:r></w:del>"
    inside = p("见", field(" REF x ", r("上文")), deleted,
               '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "。", drawn)  # fmt: skip
    more = {
        "word/_rels/footnotes.xml.rels": relationships([("rId1", "image", "media/a.png")]),
        "word/media/a.png": PNG,
    }
    found = read(p("文", refer(1)), p("后"), **with_notes(note(1, inside), more=more))
    assert found.texts == ["文", "见上文。", "后"]
    (picture,) = [b for b in found.manuscript.blocks if b.__class__.__name__ == "Picture"]
    assert (picture.data, picture.after) == (PNG, 1)
    assert "revision-left-out" in found.codes


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_lists_in_notes_count_for_themselves(read, kind):
    from tests.readers.build import level, lists, numbered

    notes = with_notes(
        *([note(1, numbered("注"))] if kind == "footnote" else []),
        endnotes=[note(1, numbered("注"), kind="endnote")] if kind == "endnote" else [],
    )
    found = read(numbered("甲"), p("乙", refer(1, kind)), numbered("丙"),
                 numbering=lists(level("%1、", "chineseCounting")), **notes)  # fmt: skip
    assert found.texts == ["一、甲", "乙", "一、注", "二、丙"]
