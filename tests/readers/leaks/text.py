"""What text knows: changes, comments, hidden text, codes of fields, controls, notes, headers."""

from __future__ import annotations

from typing import Any

from tests.readers.build import NAMESPACES, cell, p, r, row, style, t, table
from tests.readers.leaks.leak import SECRET, WHO, Leak, deleted, joined, part

HIDDEN = r(SECRET, "<w:vanish/>")
COMMENTS = joined(
    part(
        "word/comments.xml",
        f'<w:comments {NAMESPACES}><w:comment {WHO} w:initials="{SECRET}">{p(SECRET)}</w:comment>'
        f'<w:comment w:id="10" w:author="{SECRET}">{p(SECRET)}</w:comment></w:comments>',
        "comments",
    ),
    part("word/people.xml", f"<x>{SECRET}</x>", "people", identifier="rId10"),
    part("word/commentsExtended.xml", f"<x>{SECRET}</x>", "commentsExtended", identifier="rId11"),
)
COMMENTED = (
    '<w:commentRangeStart w:id="9"/>' + r("甲") + '<w:commentRangeEnd w:id="9"/>'
    '<w:r><w:commentReference w:id="9"/></w:r>'
)
OLD = f'<w:rPrChange {WHO}><w:rPr><w:lang w:val="{SECRET}"/></w:rPr></w:rPrChange>'
OLD_PARAGRAPH = f'<w:pPrChange {WHO}><w:pPr><w:pStyle w:val="{SECRET}"/></w:pPr></w:pPrChange>'
MOVED = (
    p(
        f'<w:moveFromRangeStart w:name="{SECRET}" {WHO}/>',
        f"<w:moveFrom {WHO}>{r(SECRET)}</w:moveFrom>",
        mark=f"<w:moveFrom {WHO}/>",
    )
    + p('<w:moveFromRangeEnd w:id="9"/>', "甲")
    + p(
        f'<w:moveToRangeStart w:name="{SECRET}" {WHO}/>',
        f"<w:moveTo {WHO}>{r('乙')}</w:moveTo>",
        '<w:moveToRangeEnd w:id="9"/>',
    )
)
BEGUN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f"<w:r><w:instrText> AUTHOR {SECRET} </w:instrText></w:r>"
)
ENDED = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
FORMULA = (
    f"<m:oMath><m:f><m:fPr><m:ctrlPr><w:del {WHO}><w:rPr/></w:del></m:ctrlPr></m:fPr>"
    f"<m:num><w:del {WHO}><m:r><m:t>{SECRET}</m:t></m:r></w:del></m:num><m:den>"
    f"<w:del {WHO}><m:r><m:t>2</m:t></m:r></w:del></m:den></m:f><m:r><m:t>x</m:t></m:r></m:oMath>"
)
LATER = (
    '<w:r><mc:AlternateContent xmlns:s="http://schemas.microsoft.com/office/word/2015/wordml/symex">'
    f'<mc:Choice Requires="s"><s:symEx s:font="{SECRET}" s:char="1F600"/></mc:Choice>'
    f"<mc:Fallback>{t('乙')}</mc:Fallback></mc:AlternateContent></w:r>"
)
IDENTITIES = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    f'w14:paraId="{SECRET}" w14:textId="{SECRET}"'
)


def with_note(kind: str, text: str) -> dict[str, Any]:
    """Two notes, one of them about something that is not in the text any more."""
    notes = "".join(
        f'<w:{kind} w:id="{number}">{p(words)}</w:{kind}>'
        for number, words in ((2, SECRET), (3, text))
    )
    whole = f"<w:{kind}s {NAMESPACES}>{notes}</w:{kind}s>"
    return part(f"word/{kind}s.xml", whole, f"{kind}s")


TEXT = {
    "comments": Leak(p(COMMENTED), ["甲"], ["scrub-comments"], COMMENTS),
    "a deletion": Leak(p("甲", deleted()), ["甲"], ["scrub-revisions"]),
    "a deletion as an older program writes it": Leak(
        p("甲", f"<w:del {WHO}>{r(SECRET)}</w:del>"), ["甲"], ["scrub-revisions"]
    ),
    "an insertion's author": Leak(
        p("甲", f"<w:ins {WHO}>{r('乙')}</w:ins>"), ["甲乙"], ["scrub-revisions"]
    ),
    "a deletion in an insertion": Leak(
        p("甲", f"<w:ins {WHO}>{deleted()}{r('乙')}</w:ins>"), ["甲乙"], ["scrub-revisions"]
    ),
    "a deleted paragraph mark": Leak(
        p("甲", mark=f"<w:del {WHO}/>") + p("乙", properties='<w:jc w:val="center"/>'),
        ["甲乙"], ["scrub-revisions"],
    ),
    "three deleted paragraph marks": Leak(
        "".join(p(x, deleted(), mark=f"<w:del {WHO}/>") for x in "甲乙丙") + p("丁"),
        ["甲乙丙丁"], ["scrub-revisions"],
    ),
    "a deleted mark before a table": Leak(
        p(deleted(), mark=f"<w:del {WHO}/>") + table(row("甲")) + p("乙"),
        ["甲", "乙"], ["scrub-revisions"],
    ),
    "a deleted mark at the end of a cell": Leak(
        table(row(cell(p("甲"), p("乙", deleted(), mark=f"<w:del {WHO}/>")))) + p("丙"),
        ["甲", "乙", "丙"], ["scrub-revisions"],
    ),
    "an inserted paragraph mark": Leak(
        p("甲", mark=f"<w:ins {WHO}/>"), ["甲"], ["scrub-revisions"]
    ),
    "text that moved": Leak(MOVED, ["甲", "乙"], ["scrub-revisions"]),
    "formatting that changed": Leak(
        p(r("甲", f"<w:b/>{OLD}"), properties=f'<w:jc w:val="left"/>{OLD_PARAGRAPH}'), ["甲"],
        ["scrub-revisions"],
    ),
    "a number that changed": Leak(
        p("甲", properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/><w:ins {WHO}/>'
                           "</w:numPr>"), ["甲"], ["scrub-revisions"],
    ),
    "a section that changed": Leak(
        p("甲", properties=f"<w:sectPr><w:sectPrChange {WHO}><w:sectPr/></w:sectPrChange>"
                           "</w:sectPr>") + p("乙"), ["甲", "乙"], ["scrub-revisions"],
    ),
    "a table that changed": Leak(
        f"<w:tbl><w:tblPr><w:tblStyle w:val=\"a\"/><w:tblPrChange {WHO}><w:tblPr/>"
        '</w:tblPrChange></w:tblPr><w:tblGrid><w:gridCol w:w="100"/><w:tblGridChange w:id="1">'
        '<w:tblGrid><w:gridCol w:w="50"/></w:tblGrid></w:tblGridChange></w:tblGrid>'
        + row(cell("甲", properties=f"<w:tcPrChange {WHO}><w:tcPr/></w:tcPrChange>"),
              properties=f"<w:trPrChange {WHO}><w:trPr/></w:trPrChange>")
        + "</w:tbl>" + p("乙"), ["甲", "乙"], ["scrub-revisions"],
    ),
    "a deleted row": Leak(
        table(row("甲", properties=f"<w:ins {WHO}/>"), row(SECRET, properties=f"<w:del {WHO}/>"))
        + p("乙"), ["甲", "乙"], ["scrub-revisions"],
    ),
    "a deleted table": Leak(
        table(row(SECRET, properties=f"<w:del {WHO}/>")) + p("乙"), ["乙"], ["scrub-revisions"]
    ),
    "a deleted cell": Leak(
        table(row("甲", cell(SECRET, properties=f"<w:cellDel {WHO}/>"),
                  cell("乙", properties=f"<w:cellIns {WHO}/>"))) + p("丙"),
        ["甲", "乙", "丙"], ["scrub-revisions"],
    ),
    "a merge that was tracked": Leak(
        table(row(cell("甲", properties=f'<w:cellMerge {WHO} w:vMerge="rest"/>')),
              row(cell(p(), properties=f'<w:cellMerge {WHO} w:vMerge="cont"/>'))) + p("乙"),
        ["甲", "乙"], ["scrub-revisions"],
    ),
    "hidden text": Leak(p("甲", HIDDEN), ["甲"], ["scrub-hidden"]),
    "hidden text with its mark": Leak(
        p(HIDDEN, mark="<w:vanish/><w:specVanish/>") + p("甲"), ["甲"], ["scrub-hidden"]
    ),
    "text hidden by a character style": Leak(
        p("甲", r(SECRET, '<w:rStyle w:val="h"/>')), ["甲"], ["scrub-hidden"],
        {"styles": style("h", "暗", "<w:rPr><w:vanish/></w:rPr>", kind="character")},
    ),
    "text hidden by the base of its style": Leak(
        p(SECRET, style="k") + p("甲"), ["甲"], ["scrub-hidden"],
        {"styles": style("h", "暗", "<w:rPr><w:vanish/></w:rPr>")
                   + style("k", "明", based_on="h")},
    ),
    "text that is shown in a hidden paragraph": Leak(
        p(SECRET, r("甲", '<w:vanish w:val="0"/>'), style="h"), ["甲"], ["scrub-hidden"],
        {"styles": style("h", "暗", "<w:rPr><w:vanish/></w:rPr>")},
    ),
    "text hidden by two styles, which is shown": Leak(
        p(r("甲", '<w:rStyle w:val="c"/>'), SECRET, style="h"), ["甲"], ["scrub-hidden"],
        {"styles": style("h", "暗", "<w:rPr><w:vanish/></w:rPr>")
                   + style("c", "字", "<w:rPr><w:vanish/></w:rPr>", kind="character")},
    ),
    "text hidden by the style of its table": Leak(
        table(row(SECRET, cell(p(r("甲", '<w:vanish w:val="0"/>')))))
        .replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="h"/></w:tblPr>') + p("乙"),
        ["甲", "乙"], ["scrub-hidden"],
        {"styles": style("h", "暗", "<w:rPr><w:vanish/></w:rPr>", kind="table")},
    ),
    "a shown run that joins a hidden paragraph": Leak(
        p("甲", mark=f"<w:del {WHO}/>") + p(r("乙", '<w:vanish w:val="0"/>'), style="h"),
        ["甲乙"], ["scrub-revisions"],
        {"styles": style("h", "暗", "<w:rPr><w:vanish/></w:rPr>")},
    ),
    "marks of editing sessions": Leak(
        p("甲").replace("<w:p>", f'<w:p w:rsidR="{SECRET}" {IDENTITIES}>'),
        ["甲"], ["scrub-traces"],
    ),
    "a formula that is half deleted": Leak(
        p("设", FORMULA), ["设x"], ["scrub-revisions"]
    ),
    "a code in a formula": Leak(
        p(f"<m:oMath><m:r><w:instrText>{SECRET}</w:instrText><m:t>甲</m:t></m:r></m:oMath>"),
        ["甲"], [],
    ),
    "a sign of a later Word": Leak(p("甲", LATER), ["甲乙"], []),
    "rights to edit": Leak(
        p(f'<w:permStart w:id="1" w:ed="{SECRET}"/>', "甲", '<w:permEnd w:id="1"/>'), ["甲"],
        ["scrub-protection"],
    ),
    "where somebody stopped writing": Leak(
        p(f'<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
          f'<w:bookmarkStart w:id="5" w:name="{SECRET}"/>', "甲"), ["甲"], [],
    ),
    "a note that only deleted text refers to": Leak(
        p("甲", f'<w:del {WHO}><w:r><w:footnoteReference w:id="2"/></w:r></w:del>',
          '<w:r><w:footnoteReference w:id="3"/></w:r>'), ["甲", "乙"],
        ["scrub-notes", "scrub-revisions"], with_note("footnote", "乙"),
    ),
    "a note that hidden text refers to": Leak(
        p("甲", '<w:r><w:rPr><w:vanish/></w:rPr><w:endnoteReference w:id="2"/></w:r>',
          '<w:r><w:endnoteReference w:id="3"/></w:r>'), ["甲", "乙"],
        ["scrub-hidden", "scrub-notes"], with_note("endnote", "乙"),
    ),
    "notes with halves of fields": Leak(
        p("甲", '<w:r><w:footnoteReference w:id="1"/></w:r>',
          '<w:r><w:footnoteReference w:id="2"/></w:r>'), ["甲", "乙", "丙"], [],
        part("word/footnotes.xml", f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">'
             f'{p("乙", BEGUN)}</w:footnote><w:footnote w:id="2">{p("丙", ENDED)}</w:footnote>'
             "</w:footnotes>", "footnotes"),
    ),
    "a note that is half deleted": Leak(
        p("甲", '<w:r><w:footnoteReference w:id="1"/></w:r>'), ["甲", "乙"], ["scrub-revisions"],
        part("word/footnotes.xml", f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">'
             f'{p("乙", deleted())}</w:footnote></w:footnotes>', "footnotes"),
    ),
}  # fmt: skip
