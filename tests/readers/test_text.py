"""Which text a reader of the paper sees, and which must not be published."""

import pytest

from publisher.manuscript import with_readings
from tests.readers.build import NAMESPACES, cell, field, p, r, row, t, table

HIDDEN = "<w:vanish/>"


def begin(code):
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
    )


def test_paragraphs_come_in_order_and_blank_ones_are_no_paragraphs(read):
    found = read(p("同志们："), p(), p("　　"), p("　　今天开会。"))
    assert found.texts == ["同志们：", "　　今天开会。"]
    assert found.notices == ()


def test_neighbouring_runs_of_one_look_are_one_run(read):
    found = read(p("城市", "工作", r("会议", "<w:b/>"), "精神"))
    assert [run.text for run in found.paragraphs[0].runs] == ["城市工作", "会议", "精神"]
    assert [run.style.bold for run in found.paragraphs[0].runs] == [False, True, False]


def test_breaks_tabs_and_hyphens_are_characters_and_page_breaks_are_not(read):
    found = read(
        p(
            f"<w:r>{t('甲')}<w:br/>{t('乙')}<w:tab/>{t('丙')}<w:cr/>{t('丁')}<w:noBreakHyphen/>"
            f'{t("戊")}<w:softHyphen/><w:br w:type="page"/><w:br w:type="column"/>{t("己")}</w:r>'
        )
    )
    assert found.texts == ["甲\n乙\t丙\n丁\u2011戊己"]


def test_a_page_break_marks_the_paragraph_behind_it(read):
    page = '<w:r><w:br w:type="page"/></w:r>'
    found = read(p("一"), p(page), p("二"), p("三", page), p("四"), p(page, "五"))
    assert [q.cues.page_break_before for q in found.paragraphs] == [False, True, False, True, True]


def test_blanks_at_the_ends_count_only_where_they_are_preserved(read):
    found = read(p("<w:r><w:t> a </w:t></w:r>", "<w:r><w:t>\n b\nc \n</w:t></w:r>", r(" d ")))
    assert found.texts == ["ab c d "]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [("Wingdings", "F0FC", "✓"), ("Symbol", "F0B7", "•"), ("宋体", "2460", "①"),
     ("Wingdings", "F081", "①")],
)  # fmt: skip
def test_symbols_become_the_characters_they_show(read, font, code, shown):
    found = read(p("第", f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>', "项"))
    assert found.texts == [f"第{shown}项"]


def test_a_symbol_nobody_knows_is_reported(read):
    found = read(p("甲", '<w:r><w:sym w:font="公司标志" w:char="F041"/></w:r>'))
    assert found.texts == ["甲"]
    assert found.value("symbol-left-out", "font") == "公司标志"


def test_containers_are_entered(read):
    found = read(
        p(
            f"<w:smartTag>{r('甲')}</w:smartTag>",
            f"<w:customXml>{r('乙')}</w:customXml>",
            f'<w:hyperlink r:id="rId9">{r("丙")}</w:hyperlink>',
            f"<w:sdt><w:sdtPr/><w:sdtContent>{r('丁')}</w:sdtContent></w:sdt>",
            f'<w:fldSimple w:instr=" DATE ">{r("戊")}</w:fldSimple>',
            f"<w:someday><w:bdo>{r('己')}</w:bdo></w:someday>",
        ),
        f"<w:sdt><w:sdtContent>{p('庚')}<w:customXml>{p('辛')}</w:customXml></w:sdtContent></w:sdt>",
    )
    assert found.texts == ["甲乙丙丁戊己", "庚", "辛"]


def test_insertions_are_accepted_and_deletions_left_out(read):
    found = read(
        p("甲", f"<w:ins>{r('乙')}</w:ins>", f"<w:moveTo>{r('丙')}</w:moveTo>",
          "<w:del><w:r><w:delText>机密</w:delText></w:r></w:del>",
          f"<w:moveFrom>{r('丙')}</w:moveFrom>"),
    )  # fmt: skip
    assert found.texts == ["甲乙丙"]
    assert found.value("revision-accepted", "characters") == "2"
    assert found.value("revision-left-out", "characters") == "3"
    assert found.value("revision-left-out", "count") == "2"


def test_a_deleted_paragraph_mark_joins_two_paragraphs(read):
    found = read(p("发言", mark="<w:del/>"), p("提纲"), p("完", mark="<w:del/>"), table(row("格")))
    assert found.texts == ["发言提纲", "完", "格"]


def test_a_deleted_mark_joins_nothing_across_the_end_of_a_cell(read):
    found = read(table(row(cell(p("甲", mark="<w:del/>")), "乙")), p("丙", mark="<w:del/>"))
    assert found.texts == ["甲", "乙", "丙"]


def test_hidden_text_is_left_out_directly_and_by_style(read):
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    found = read(
        p("公开", r("内部", HIDDEN), r("内部", '<w:rStyle w:val="h"/>')),
        p("内部", r("公开", '<w:vanish w:val="0"/>'), style="H"),
        styles=styles,
    )
    assert found.texts == ["公开", "公开"]
    assert found.value("hidden-left-out", "characters") == "6"


def test_field_results_stay_and_codes_go(read):
    found = read(p("共", field(" NUMPAGES ", r("12")), "页"))
    assert found.texts == ["共12页"]
    assert found.value("field-result-kept", "count") == "1"


def test_a_field_inside_a_field_code_is_code(read):
    inner = field(" MERGEFIELD 姓名 ", r("不要"))
    found = read(
        p(begin(" IF "), inner, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("要"),
          '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    )  # fmt: skip
    assert found.texts == ["要"]


def test_a_field_without_its_end_swallows_nothing(read):
    found = read(p("甲", begin(" REF x ")), p("乙"), p("丙"))
    assert found.texts == ["甲", "乙", "丙"]


def test_a_field_that_shows_nothing_is_reported_unless_it_never_does(read):
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    found = read(p("甲", begin(" MACROBUTTON x 单击 "), end, begin(' XE "索引" '), end))
    assert found.texts == ["甲"]
    assert found.value("field-empty", "field") == "MACROBUTTON"
    assert found.value("field-empty", "count") == "1"


@pytest.mark.parametrize(
    ("code", "shown"),
    [(r"EQ \o\ac(○,1)", "①"), (r"eq \o\ac(○,三)", "㊂"), (r"EQ \o\ac(□,急)", "急"),
     (r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(chén),谌)", "谌"), (r"EQ \f(1,2)", "1/2")],
)  # fmt: skip
def test_a_field_without_a_result_shows_what_it_says(read, code, shown):
    found = read(p("甲", begin(code), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "乙"))
    assert found.texts == [f"甲{shown}乙"]


def test_form_fields_show_what_was_chosen(read):
    def form(data, code):
        return (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
            f"<w:r><w:instrText>{code}</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    entries = '<w:listEntry w:val="同意"/><w:listEntry w:val="不同意"/>'
    found = read(
        p(form(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>', "FORMDROPDOWN"),
          form("<w:checkBox><w:checked/></w:checkBox>", "FORMCHECKBOX"),
          form('<w:checkBox><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX"))
    )  # fmt: skip
    assert found.texts == ["不同意☒☐"]


def test_a_table_of_contents_is_left_out_as_field_and_as_control(read):
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    page = field(" PAGEREF _1 ", r("1"))
    found = read(
        p(begin(' TOC \\o "1-3" '), separate, "一、规划", page),
        p("二、建设", end),
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
        f"</w:sdtPr><w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>",
        p("一、规划"),
    )
    assert found.texts == ["一、规划"]
    assert found.codes == ["contents-left-out"]
    assert found.value("contents-left-out", "characters") == "11"


def test_comments_and_missing_notes_are_reported(read):
    found = read(
        p("甲", '<w:r><w:commentReference w:id="1"/></w:r>',
          '<w:r><w:footnoteReference w:id="2"/></w:r>',
          '<w:r><w:endnoteReference w:id="3"/></w:r>')
    )  # fmt: skip
    assert found.texts == ["甲"]
    assert found.value("comment-left-out", "count") == "1"
    assert found.value("note-missing", "count") == "2"


def test_ruby_keeps_its_base_with_its_reading(read):
    def ruby(base: str, reading: str) -> str:
        inside = f"<w:rt>{r(reading)}</w:rt><w:rubyBase>{r(base)}</w:rubyBase>"
        return f"<w:r><w:ruby>{inside}</w:ruby></w:r>"

    found = read(p("姓", ruby("谌", "chén"), ruby("孜", "zī"), ruby("孜", "zī"), "的"))
    assert found.texts == ["姓谌孜孜的"]
    assert found.codes == []
    runs = found.paragraphs[0].runs
    assert [run.text for run in runs] == ["姓", "谌", "孜", "孜", "的"]
    readings = [run.style.ruby and run.style.ruby.reading for run in runs]
    assert readings == [None, "chén", "zī", "zī", None]
    assert with_readings(runs) == "姓谌（chén）孜（zī）孜（zī）的"


def test_a_reading_above_nothing_is_told(read):
    found = read(p("姓", f"<w:r><w:ruby><w:rt>{r('chén')}</w:rt></w:ruby></w:r>"))
    assert (found.texts, found.codes) == (["姓"], ["ruby-left-out"])


def test_a_fraction_that_was_deleted_leaves_no_bar(read):
    gone = "<w:del><m:r><m:t>1</m:t></m:r></w:del>"
    found = read(
        p(
            "设",
            "<m:oMath><m:f><m:fPr><m:ctrlPr><w:del><w:rPr/></w:del></m:ctrlPr></m:fPr>"
            f"<m:num>{gone}</m:num><m:den>{gone}</m:den></m:f><m:r><m:t>x</m:t></m:r></m:oMath>",
        )
    )
    assert found.texts == ["设x"]


def test_a_text_box_that_is_read_late_hides_the_codes_of_its_fields(read):
    condition = field(" IF </w:instrText></w:r>" + r("密") + "<w:r><w:instrText> ", r("乙"))
    found = read(p("甲", box(p(condition)), mark="<w:del/>"), p("丙", field(" REF a ", r("丁"))))
    assert found.texts == ["甲丙丁", "乙"]


def test_math_keeps_its_text(read):
    formula = (
        "<m:oMath><m:r><m:t>a</m:t></m:r>"
        "<m:sSup><m:e><m:r><m:t>b</m:t></m:r></m:e></m:sSup></m:oMath>"
    )
    found = read(p("设", formula), f"<m:oMathPara>{formula}</m:oMathPara>")
    assert found.texts == ["设ab", "ab"]
    assert found.value("math-as-text", "count") == "2"


def box(*paragraphs):
    """A text box as Word writes it, twice."""
    inside = "".join(paragraphs)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_after_the_paragraph_that_anchors_it(read):
    found = read(p("锚", box(p("框一"), p("框二")), "点"), p("后"))
    assert found.texts == ["锚点", "框一", "框二", "后"]


def test_a_text_box_in_a_text_box_follows_it(read):
    found = read(p("外", box(p("中", box(p("内"))), table(row("格")))), p("后"))
    assert found.texts == ["外", "中", "内", "格", "后"]


def test_a_choice_with_nothing_to_read_gives_way_to_the_fallback(read):
    found = read(
        p(f"<mc:AlternateContent><mc:Choice><w:future/></mc:Choice><mc:Fallback>{r('甲')}"
          "</mc:Fallback></mc:AlternateContent>")
    )  # fmt: skip
    assert found.texts == ["甲"]


def test_word_art_and_embedded_objects_are_reported(read):
    found = read(
        p("甲", '<w:r><w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict></w:r>',
          '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>',
          '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://x/chart"/></a:graphic>'
          "</wp:inline></w:drawing></w:r>")
    )  # fmt: skip
    assert found.codes == ["word-art-left-out", "embedded-left-out", "embedded-left-out"]


def test_page_headers_are_reported_unless_they_only_number_pages(read):
    footer = f"<w:ftr {NAMESPACES}>{p('— 第', '1', '页 —')}</w:ftr>"
    header = f"<w:hdr {NAMESPACES}>{p('某某镇内部资料')}</w:hdr>"
    related = [("rId7", "footer", "footer1.xml"), ("rId8", "header", "header1.xml")]
    found = read(p("甲"), related=related, parts={"word/footer1.xml": footer})
    assert found.notices == ()
    both = {"word/footer1.xml": footer, "word/header1.xml": header}
    found = read(p("甲"), related=related, parts=both)
    assert found.codes == ["page-header-left-out"]
    assert found.texts == ["甲"]


def test_a_notice_stands_at_the_first_paragraph_that_it_is_about(read):
    found = read(p("甲"), p("乙", r("x", HIDDEN)), p("丙", r("y", HIDDEN)), p(r("z", HIDDEN)))
    assert [n.paragraph for n in found.notices] == [1]
    assert read(p(r("z", HIDDEN))).notices[0].paragraph is None


def test_nesting_has_no_limit(read):
    depth = 20_000
    found = read(p("<w:ins>" * depth + r("深") + "</w:ins>" * depth))
    assert found.texts == ["深"]
    found = read("<w:tbl><w:tr><w:tc>" * depth + p("深") + "</w:tc></w:tr></w:tbl>" * depth)
    assert found.texts == ["深"]
