from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from publisher.geometry import Rect, px
from publisher.plan import Colour, Shape, Sheet, TextParagraph, TextRun
from publisher.writers.pptx import write
from publisher.writers.pptx.slides import reading_order
from tests.judges.opc import AHYP
from tests.writers.pptx.sample_plan import (
    BODY,
    NO_FONTS,
    TITLE,
    cards,
    plan,
    sample,
    sheets,
    text,
    theme,
    title,
)


@cache
def deck() -> Deck:
    return Presentation(BytesIO(sample()))


def slide(index: int) -> Slide:
    return deck().slides[index]


def written(*own: Sheet) -> Deck:
    return Presentation(BytesIO(write(plan(*own), theme(), NO_FONTS)[0]))


def runs(part: Slide) -> Iterator[object]:
    return part._element.iter(qn("a:rPr"))


def test_every_sheet_is_a_slide_on_its_layout() -> None:
    layouts = [each.slide_layout.name for each in deck().slides]
    assert layouts == ["封面", "要点", "章节", "要点", "引语", "要点", "要点", "要点", "结束"]


def test_titles_stand_in_title_placeholders_and_are_read_first() -> None:
    titles = [each.shapes.title.text_frame.text for each in deck().slides]
    assert titles[:2] == ["把一件事\v说清楚", "目录"]
    assert [each.shapes[0].name for each in deck().slides] == ["标题"] * len(sheets())


def test_a_slide_that_shows_no_title_has_one_for_screen_readers() -> None:
    unseen = slide(7).shapes.title
    assert unseen.text_frame.text == "没有题目"
    assert unseen._element.nvSpPr.cNvPr.get("hidden") == "1"
    assert [s.shapes.title._element.nvSpPr.cNvPr.get("hidden") for s in deck().slides].count(
        "1"
    ) == 1


def test_placeholders_have_the_kinds_and_indices_of_their_layout() -> None:
    kinds = {p.placeholder_format.idx: p.placeholder_format.type for p in slide(0).placeholders}
    assert kinds == {
        0: PP_PLACEHOLDER.CENTER_TITLE,
        1: PP_PLACEHOLDER.SUBTITLE,
        13: PP_PLACEHOLDER.BODY,
    }
    indices = [p.placeholder_format.idx for p in slide(3).placeholders]
    assert sorted(indices) == [0, 11, 12, 16]


def test_a_placeholder_inherits_its_place_where_it_is_the_layouts() -> None:
    here = slide(1).shapes.title
    assert here._element.spPr.find(qn("a:xfrm")) is None
    assert (here.left, here.top, here.width, here.height) == tuple(TITLE)


def test_a_placeholder_elsewhere_says_where() -> None:
    elsewhere = Rect(px(100), px(100), px(300), px(60))
    (only,) = written(Sheet((title("移开", elsewhere),), "移开", "points")).slides
    assert (only.shapes.title.left, only.shapes.title.width) == (elsewhere.x, elsewhere.width)


def test_a_frame_is_filled_once_and_an_unknown_one_is_a_text_box() -> None:
    items = tuple(text(word, placeholder=where) for word, where in
                  (("甲", "body"), ("乙", "body"), ("丙", "nowhere")))  # fmt: skip
    (only,) = written(Sheet(items, "题", "points")).slides
    boxes = [s.text_frame.text for s in only.shapes if not s.is_placeholder]
    assert boxes == ["乙", "丙"]


def test_free_text_has_no_insets_wraps_and_may_shrink() -> None:
    box = next(s for s in slide(3).shapes if s.name == "要点 1")
    frame = box.text_frame
    assert (frame.margin_left, frame.margin_top, frame.margin_right, frame.margin_bottom) == (
        0,
    ) * 4
    assert frame.word_wrap is True
    assert box._element.txBody.bodyPr.find(qn("a:normAutofit")) is not None


def test_footers_and_numbers_stand_on_the_slide_and_never_shrink() -> None:
    by_type = {p.placeholder_format.type: p for p in slide(3).placeholders}
    for kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
        assert len(by_type[kind]._element.txBody.bodyPr) == 0
    assert by_type[PP_PLACEHOLDER.FOOTER].text_frame.text == "样本讲话"


def test_the_slide_number_is_a_field() -> None:
    (field,) = slide(3)._element.iter(qn("a:fld"))
    assert (field.get("type"), field.findtext(qn("a:t"))) == ("slidenum", "4")


def test_sizes_language_and_theme_fonts_stand_on_every_run() -> None:
    for each in deck().slides:
        for properties in runs(each):
            assert properties.get("lang") == "zh-CN"
            assert properties.get("altLang") == "en-US"
    (properties,) = [r for r in runs(slide(1)) if r.getnext().text == "目录"]
    assert (properties.get("sz"), properties.get("b")) == ("2400", "1")
    assert properties.find(qn("a:ea")).get("typeface") == "+mj-ea"
    assert properties.find(qn("a:latin")).get("typeface") == "+mj-lt"


@pytest.mark.parametrize(
    ("role", "ea", "bold"),
    [("title", "+mj-ea", "1"), ("text", "+mn-ea", "0"), ("strong", "+mn-ea", "1"),
     ("numeral", "+mj-ea", "0"), ("unheard of", "+mn-ea", "0")],
)  # fmt: skip
def test_font_roles_are_pairs_of_the_theme(role: str, ea: str, bold: str) -> None:
    items = (text("字", BODY),)
    run = TextRun("字", role, px(24), Colour("dk1"))
    item = type(items[0])(BODY, (TextParagraph((run,)),), (), "字")
    (only,) = written(Sheet((title("题"), item), "题", "points")).slides
    properties = only.shapes[1]._element.find(".//" + qn("a:rPr"))
    assert (properties.find(qn("a:ea")).get("typeface"), properties.get("b")) == (ea, bold)


def test_line_spacing_is_exact_and_breaks_chosen_by_sense_stay() -> None:
    box = next(s for s in slide(3).shapes if s.name == "要点 2")
    (first,) = box.text_frame.paragraphs
    assert first.line_spacing.pt == 36
    assert box.text_frame.text == "第2件事\v要办好"


def test_colours_are_the_themes_with_their_alpha() -> None:
    card = next(s for s in slide(3).shapes if s.name == "卡片 1")
    fill = card._element.spPr.find(qn("a:solidFill"))[0]
    assert (fill.tag, fill.get("val")) == (qn("a:schemeClr"), "bg1")
    assert card.line.width == px(1)


def test_decoration_is_marked_and_what_says_something_is_not() -> None:
    decorative = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
    marked = {s.name: bool(list(s._element.iter(decorative))) for s in slide(3).shapes}
    assert marked["卡片 1"]
    assert not marked["要点 1"]
    _, photo, ornament = slide(6).shapes
    assert photo._element.nvPicPr.cNvPr.get("descr") == "一个红点"
    assert not list(photo._element.iter(decorative))
    assert list(ornament._element.iter(decorative))


def test_a_link_jumps_to_its_slide() -> None:
    link = slide(1).shapes[1]
    assert link.click_action.target_slide == slide(2)
    click = link._element.nvSpPr.cNvPr.find(qn("a:hlinkClick"))
    assert (click.get("action"), click.get("tooltip")) == ("ppaction://hlinksldjump", "第一部分")


def test_the_words_of_a_link_keep_their_colour() -> None:
    link = slide(1).shapes[1]
    click = link._element.nvSpPr.cNvPr.find(qn("a:hlinkClick"))
    (colour,) = click.iter(f"{AHYP}hlinkClr")
    assert colour.get("val") == "tx"
    assert all(properties.find(qn("a:hlinkClick")) is None for properties in runs(slide(1)))


def test_a_tip_is_as_long_as_a_dialog_has_room_for_and_never_empty() -> None:
    long = Sheet((title("长" * 300),), "长", "points")
    unnamed = Sheet((text("无题"),), "", "points")
    jumps = Sheet((title("题"), text("一", link=0), text("二", link=1)), "题", "points")
    element = written(long, unnamed, jumps).slides[2]._element
    tips = [click.get("tooltip") for click in element.iter(qn("a:hlinkClick"))]
    assert tips == ["长" * 255, None]


def test_the_running_place_leads_back_to_the_agenda() -> None:
    place = text("一、开头", name="所在部分", placeholder="place", link=0)
    agenda = Sheet((title("目录"),), "目录", "points")
    made = written(agenda, Sheet((title("题"), place), "题", "points"))
    (back,) = (s for s in made.slides[1].shapes if s.name == "所在部分")
    assert back.is_placeholder
    assert back.click_action.target_slide == made.slides[0]


def test_a_link_beyond_the_deck_is_left_out() -> None:
    (only,) = written(Sheet((title("题"), text("远", link=7)), "题", "points")).slides
    assert only.shapes[1]._element.nvSpPr.cNvPr.find(qn("a:hlinkClick")) is None


def test_tables_are_native_with_spans_and_a_style() -> None:
    frame = slide(5).shapes[1]
    table = frame.table
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "今年客运量"
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["指标", "今年", ""],
        ["客运量", "1.86", ""],
        ["", "", ""],
    ]
    assert (table.cell(0, 1).span_width, table.cell(1, 0).span_height) == (2, 2)
    assert table.cell(0, 2).is_spanned
    assert table.cell(2, 0).is_spanned
    assert table.cell(0, 0).margin_left == px(14)
    assert table.cell(0, 0).margin_bottom == px(8)
    assert [column.width for column in table.columns] == [px(400), px(300), px(452)]
    assert table.first_row


def test_a_title_over_artwork_stays_over_it() -> None:
    beneath = Shape(BODY, fill=Colour("lt1"))
    over, aside = title("题", BODY), title("题")
    assert list(reading_order((beneath, over))) == [0, 1]
    assert list(reading_order((beneath, aside))) == [1, 0]
    assert list(reading_order(cards())) == list(range(len(cards())))
