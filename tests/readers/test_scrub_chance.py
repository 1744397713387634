"""Documents of chance: whatever is changed, hidden and wrapped, the copy says the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.readers.docx.scrub import scrub
from tests.readers.build import cell, docx, field, level, lists, p, r, row, style, table
from tests.readers.copies import leaks, texts
from tests.readers.leaks.drawings import box
from tests.readers.leaks.fields import CONTENTS, choices, control, custom
from tests.readers.leaks.leak import SECRET, WHO, deleted
from tests.readers.leaks.text import HIDDEN
from tests.readers.test_traps import MATH, RUBY

STYLES = (
    style("a", "Normal", default=True)
    + style("h", "暗", "<w:rPr><w:vanish/></w:rPr>")
    + style("n", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("c", "字", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    + style("t", "表", "<w:rPr><w:vanish/></w:rPr>", kind="table")
)
WORDS = st.sampled_from(["甲", "乙丙", " 丁 ", "某", "某某", "某镇", "某某镇", "\t", "A b"])
RUN = st.builds(
    r,
    WORDS,
    st.sampled_from(["", "", "<w:b/>", '<w:vanish w:val="0"/>', '<w:rStyle w:val="c"/>']),
)
NOTHING = st.sampled_from(
    [
        HIDDEN,
        deleted(),
        f"<w:moveFrom {WHO}>{r(SECRET)}</w:moveFrom>",
        field(f' XE "{SECRET}" ', ""),
        '<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/>',
        "<w:r><w:br/></w:r>",
        '<w:r><w:br w:type="page"/></w:r>',
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>",
        MATH,
        RUBY,
        choices(1),
        f'<w:commentRangeStart w:id="{SECRET}"/>',
        f"<w:r><w:instrText>{SECRET}</w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]
)
WRAPPERS = (
    lambda inside: f"<w:ins {WHO}>{inside}</w:ins>",
    lambda inside: f"<w:moveTo {WHO}>{inside}</w:moveTo>",
    control,
    custom,
    lambda inside: f'<w:smartTag w:uri="{SECRET}" w:element="x">{inside}</w:smartTag>',
    lambda inside: field(f" DOCVARIABLE {SECRET} ", inside),
    lambda inside: field(" REF a ", inside or r("甲")),
    lambda inside: field(' TOC \\o "1-3" ', inside),
    lambda inside: f'<w:fldSimple w:instr=" AUTHOR {SECRET} ">{inside}</w:fldSimple>',
    lambda inside: f'<w:hyperlink r:id="{SECRET}">{inside}</w:hyperlink>',
    lambda inside: box(p(inside), p(inside)),
    lambda inside: f"<w:del {WHO}>{inside.replace('甲', SECRET)}</w:del>",
)
INLINE = st.recursive(
    RUN | NOTHING,
    lambda inner: st.builds(
        lambda wrap, inside: wrap("".join(inside)),
        st.sampled_from(WRAPPERS),
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)
MARKS = ("", "", "", f"<w:del {WHO}/>", f"<w:ins {WHO}/>", f"<w:moveFrom {WHO}/>", "<w:vanish/>")
NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
PARAGRAPH = st.builds(
    lambda inside, name, number, mark: p(*inside, style=name, properties=number, mark=mark),
    st.lists(INLINE, max_size=4),
    st.sampled_from([None, None, "a", "h", "n"]),
    st.sampled_from(["", "", NUMBER]),
    st.sampled_from(MARKS),
)
ROW_CHANGES = ("", "", f"<w:ins {WHO}/>", f"<w:del {WHO}/>")
CELL_CHANGES = ("", "", f"<w:cellDel {WHO}/>", f"<w:cellIns {WHO}/>")


def tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = st.builds(
        lambda blocks, change: cell(*blocks, p(), properties=change),
        st.lists(inner, min_size=1, max_size=2),
        st.sampled_from(CELL_CHANGES),
    )
    rows = st.builds(
        lambda inside, change: row(*inside, properties=change),
        st.lists(cells, min_size=1, max_size=2),
        st.sampled_from(ROW_CHANGES),
    )
    return st.builds(
        lambda inside, name: table(*inside).replace(
            "<w:tblPr/>", f'<w:tblPr><w:tblStyle w:val="{name}"/></w:tblPr>'
        ),
        st.lists(rows, min_size=1, max_size=2),
        st.sampled_from(["x", "x", "t"]),
    )


BLOCK = st.recursive(
    PARAGRAPH | st.just(CONTENTS),
    lambda inner: (
        tables(inner)
        | st.builds(lambda inside: control("".join(inside)), st.lists(inner, max_size=2))
        | st.builds(lambda inside: custom("".join(inside)), st.lists(inner, max_size=2))
    ),
    max_leaves=4,
)
FILLS = (("某某镇", "青山镇"), ("某某", "青山"), ("某", "李"))


@settings(max_examples=250, deadline=None, derandomize=True)
@given(st.lists(BLOCK, min_size=1, max_size=5), st.booleans())
def test_a_copy_says_what_the_document_says(blocks: list[str], filled: bool) -> None:
    pairs = FILLS if filled else ()
    with tempfile.TemporaryDirectory() as folder:
        numbering = lists(level("%1、", "chineseCounting"))
        data = docx(Path(folder), *blocks, styles=STYLES, numbering=numbering).read_bytes()
    copy, _ = scrub(data, pairs)
    assert texts(copy) == texts(data, pairs)
    assert not leaks(copy)
    assert scrub(copy) == (copy, ())
