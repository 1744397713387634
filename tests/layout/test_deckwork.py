"""Cover, agenda, section, closing, and what stands on every slide."""

from __future__ import annotations

import pytest

from publisher.geometry import Rect, px
from publisher.layout.desk import Deck
from publisher.layout.fit import Setter
from publisher.layout.furniture import frames_of
from publisher.layout.slides import lay_out_slides
from publisher.manuscript import Picture
from publisher.options import Options
from publisher.plan import Image, Plan, Text
from publisher.script import Entry, Role, Script, Slide
from publisher.theme.model import Frame, Theme
from publisher.typeface.registry import Typefaces
from tests.layout.plans import (
    GEOMETRY,
    broken,
    named,
    piece,
    plan_of,
    script_of,
    slide,
    texts,
    theme_of,
    words,
)

NAMES = (
    "认清乡村阅读的分量，把建馆的道理想明白", "抓住建馆用馆的关键，把好书送到人的手边",
    "健全长久管用的机制，把好事办得更稳当", "2026年重点任务", "切实加强组织领导",
    "营造全民阅读的浓厚氛围", "压紧压实工作责任", "强化资金保障",
    "抓好宣传引导", "严格督促检查", "总结推广经验", "谋划长远发展", "开创新的局面",
)  # fmt: skip
HAN = "一二三四五六七八九十"
LOGO = Picture(b"png", "image/png", px(200), px(100))


def deck(count: int) -> tuple[Slide, ...]:
    """A cover, an agenda of ``count`` parts, and a section slide and one more for each part."""
    entries = tuple(Entry(None, piece(NAMES[i]), 2 + 2 * i) for i in range(count))
    slides = [
        slide(Role.COVER, title="题目", lines=(("speaker", piece("馆长　沈知秋")),)),
        slide(Role.AGENDA, title=None, entries=entries),
    ]
    for i in range(count):
        place = piece(NAMES[i].partition("，")[0])
        label = f"第{HAN[i % 10]}部分"
        slides.append(slide(Role.SECTION, title=NAMES[i], label=label, section=i))
        slides.append(slide(Role.STATEMENT, title=NAMES[i], section=i, place=place))
    return tuple(slides)


def plan(
    count: int, theme: Theme, typefaces: Typefaces, options: Options | None = None,
    logo: Picture | None = None,
) -> Plan:  # fmt: skip
    script = Script("题目", "馆长　沈知秋", "zh-CN", deck(count), ())
    return lay_out_slides(script, theme, typefaces, options or Options(), logo)[0]


def with_frames(theme: Theme, role: str, **frames: Rect | None) -> Theme:
    """``theme`` with further frames in the drawing of a role, or without those that are None."""
    drawing = theme.drawings[role]
    style = drawing.frames["title"].style if role == "cover" else "furniture"
    style = {"parts": "section-line"}.get(next(iter(frames)), style)
    made = dict(drawing.frames)
    for name, rect in frames.items():
        made.pop(name, None)
        if rect is not None:
            made[name] = Frame(name, rect, style, "accent3", "left", "middle")
    return theme._replace(drawings={**theme.drawings, role: drawing._replace(frames=made)})


# --- agenda ---------------------------------------------------------------------------------


@pytest.mark.parametrize("count", range(1, 14))
@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
@pytest.mark.parametrize("larger", [False, True])
def test_agendas_of_all_lengths_are_whole_and_of_one_size(
    count: int, aspect: str, larger: bool, typefaces: Typefaces
) -> None:
    for name in ("red", "blue"):
        made = plan(count, theme_of(name, aspect), typefaces, Options(larger=larger))
        assert broken(made) == []
        entries = [t for t in named(made, "entry") if isinstance(t, Text)]
        assert [words(t) for t in entries] == [NAMES[i].replace("，", "") for i in range(count)]
        for sheet in made.sheets:
            heads = [t for t in texts(sheet) if t.name.startswith("entry")]
            assert len({t.paragraphs[0].runs[0].size for t in heads}) <= 1
        assert [made.sheets[t.link or 0].layout for t in entries] == ["section"] * count


def test_few_entries_are_larger_and_stand_in_the_middle(theme: Theme, typefaces: Typefaces) -> None:
    few, many = plan(2, theme, typefaces), plan(5, theme, typefaces)
    sizes = [named(made, "entry")[0].paragraphs[0].runs[0].size for made in (few, many)]  # type: ignore[union-attr]
    assert sizes[0] > sizes[1]
    body = theme.drawings["agenda"].frames["body"].rect
    frames = [item.frame for item in named(few, "entry")]
    above, below = frames[0].y - body.y, body.bottom - frames[-1].bottom
    assert abs(above - below) <= px(2)


def test_the_running_place_leads_back_to_the_agenda(theme: Theme, typefaces: Typefaces) -> None:
    made = plan(3, theme, typefaces)
    places = [t for sheet in made.sheets for t in texts(sheet) if t.name == "place"]
    assert {text.link for text in places} <= {1}


def test_without_an_agenda_nothing_leads_to_it(theme: Theme, typefaces: Typefaces) -> None:
    made = slide(Role.STATEMENT, title="一句话", place=piece("一、认清分量"))
    shown = plan_of(made, theme=theme, typefaces=typefaces)
    assert all(text.link is None for text in texts(shown.sheets[0]))


# --- the place of a part among all ----------------------------------------------------------


@pytest.mark.parametrize(
    ("rect", "upright"),
    [
        (Rect(px(96), px(600), px(1088), px(60)), False),
        (Rect(px(900), px(80), px(260), px(480)), True),
    ],
)
@pytest.mark.parametrize("count", [2, 3, 5, 8])
def test_a_section_slide_shows_all_parts_and_marks_its_own(
    rect: Rect, upright: bool, count: int, typefaces: Typefaces
) -> None:
    theme = with_frames(theme_of("red"), "section", parts=rect)
    made = plan(count, theme, typefaces)
    sections = [i for i, sheet in enumerate(made.sheets) if sheet.layout == "section"]
    for n, index in enumerate(sections):
        sheet = made.sheets[index]
        shown = [t for t in texts(sheet) if t.name.startswith("part ")]
        marks = [item for item in sheet.items if item.name.startswith("mark ")]
        assert [text.link for text in shown] == sections
        assert len({text.frame.x if upright else text.frame.y for text in shown}) == 1
        side = (lambda f: f.width) if upright else (lambda f: f.height)
        widths = [side(mark.frame) for mark in marks]
        assert widths.index(max(widths)) == n
        assert widths.count(max(widths)) == 1
        title = theme.drawings["section"].frames["title"].colour
        bright = [text.paragraphs[0].runs[0].colour.slot == title for text in shown]
        assert bright.index(True) == n


def test_parts_that_have_no_room_for_their_titles_show_their_numbers(
    typefaces: Typefaces,
) -> None:
    rect = Rect(px(96), px(600), px(1088), px(60))
    made = plan(8, with_frames(theme_of("red"), "section", parts=rect), typefaces)
    shown = [words(t) for t in texts(made.sheets[2]) if t.name.startswith("part ")]
    assert shown == [f"第{HAN[i]}部分" for i in range(8)]


def test_a_speech_of_one_part_has_no_place_to_show(typefaces: Typefaces) -> None:
    rect = Rect(px(96), px(600), px(1088), px(60))
    made = plan(1, with_frames(theme_of("red"), "section", parts=rect), typefaces)
    assert not named(made, "part ")


# --- unit and logo --------------------------------------------------------------------------


def test_the_unit_stands_with_the_speaker_where_it_has_no_frame(typefaces: Typefaces) -> None:
    theme = with_frames(theme_of("red"), "cover", unit=None)
    made = plan(2, theme, typefaces, Options(unit="青禾县图书馆"))
    assert words(named(made, "speaker")[0]) == "青禾县图书馆　馆长　沈知秋"  # type: ignore[arg-type]
    long = plan(2, theme, typefaces, Options(unit="青禾县文化和旅游局公共服务科" * 4))
    assert words(named(long, "speaker")[0]) == "馆长　沈知秋"  # type: ignore[arg-type]


def test_the_unit_has_its_own_frame_where_the_drawing_gives_it_one(typefaces: Typefaces) -> None:
    rect = Rect(px(96), px(560), px(640), px(44))
    theme = with_frames(theme_of("red"), "cover", unit=rect)
    made = plan(2, theme, typefaces, Options(unit="青禾县图书馆"))
    assert words(named(made, "unit")[0]) == "青禾县图书馆"  # type: ignore[arg-type]
    assert words(named(made, "speaker")[0]) == "馆长　沈知秋"  # type: ignore[arg-type]


def test_a_logo_is_fitted_in_its_proportions_and_leaves_no_gap_where_it_is_not(
    typefaces: Typefaces,
) -> None:
    base = theme_of("red")
    footer = base.drawings["statement"].frames["footer"].rect
    room = Rect(footer.x, footer.y, px(40), footer.height)
    moved = Rect(footer.x + px(56), footer.y, footer.width - px(56), footer.height)
    theme = with_frames(base, "statement", logo=room, footer=moved)
    with_logo = plan(2, theme, typefaces, logo=LOGO)
    (image, *_) = (item for item in with_logo.sheets[3].items if isinstance(item, Image))
    assert image.frame.width == 2 * image.frame.height
    assert image.name == "logo"
    assert room.x <= image.frame.x
    assert image.frame.right <= room.right
    assert broken(with_logo) == []
    without = plan(2, theme, typefaces)
    frames = [t.frame for t in texts(without.sheets[3]) if t.name == "footer"]
    assert frames == [footer]


def frame(name: str, x: int, y: int, w: int, h: int, align: str = "left",
          anchor: str = "top") -> Frame:  # fmt: skip
    return Frame(name, Rect(*map(px, (x, y, w, h))), "furniture", "dk1", align, anchor)


@pytest.mark.parametrize(
    ("empty", "beside", "taken"),
    [
        ((0, 0, 50, 40), frame("footer", 60, 0, 90, 40), (0, 0, 150, 40)),
        ((200, 0, 50, 40), frame("place", 60, 0, 130, 40, "right"), (60, 0, 190, 40)),
        ((0, 0, 90, 40), frame("speaker", 0, 46, 90, 40), (0, 0, 90, 86)),
        ((0, 100, 90, 40), frame("speaker", 0, 46, 90, 50, "left", "bottom"), (0, 46, 90, 94)),
        ((0, 0, 50, 40), frame("footer", 400, 0, 90, 40), (400, 0, 90, 40)),
        ((0, 0, 50, 40), frame("title", 60, 0, 90, 40), (60, 0, 90, 40)),
    ],
    ids=["right of it", "left of it", "below it", "above it", "far off", "no neighbour"],
)
def test_a_frame_beside_an_empty_one_takes_its_room_towards_its_own_edge(
    empty: tuple[int, ...], beside: Frame, taken: tuple[int, ...], typefaces: Typefaces
) -> None:
    theme = theme_of("red")
    frames = {"logo": frame("logo", *empty), beside.name: beside}
    drawing = theme.drawings["points"]._replace(frames=frames)
    given = (script_of(), Setter(theme, typefaces), Options())
    assert frames_of(drawing, Deck(*given))[beside.name].rect == Rect(*map(px, taken))
    assert frames_of(drawing, Deck(*given, LOGO)) == frames


# --- cover and closing ----------------------------------------------------------------------


def test_a_long_line_of_a_cover_takes_a_line_more_where_nothing_stands(
    typefaces: Typefaces,
) -> None:
    long = "主讲人：输电运检中心党支部书记　段守成　汉白县供电公司"
    when = ("date", piece("2025年10月22日晚　文科楼305"))
    where = ("occasion", piece("全市供电系统会议"))
    made = slide(Role.COVER, title="题目", lines=(("speaker", piece(long)), when, where))
    shown = plan_of(made, theme=theme_of("red", "4:3"), typefaces=typefaces)
    (text,) = (t for t in texts(shown.sheets[0]) if t.name == "speaker")
    assert words(text) == long
    assert len(text.lines) == 2
    assert broken(shown) == []


def test_leave_is_taken_sentence_by_sentence(theme: Theme, typefaces: Typefaces) -> None:
    made = slide(Role.CLOSING, title="以上意见，请大家抓好落实。谢谢大家！")
    shown = plan_of(made, theme=theme, typefaces=typefaces)
    (text,) = (t for t in texts(shown.sheets[0]) if t.name == "title")
    assert [line.text for line in text.lines][-1] == "谢谢大家！"


def test_an_attribution_that_is_too_long_keeps_the_clause_that_names(
    typefaces: Typefaces,
) -> None:
    said = "去年腊月，我去看望一位受过伤的老师傅，他的女儿对我说："
    made = slide(Role.QUOTE, title=said, quotation=piece("我爸每天出门，我妈都要数楼梯。"))
    whole = plan_of(made, theme=theme_of("red"), typefaces=typefaces)
    assert [words(t) for t in texts(whole.sheets[0]) if t.name == "title"] == [said]
    long = slide(Role.QUOTE, title="那一年的冬天特别冷，" * 5 + said, quotation=made.quotation)
    cut = plan_of(long, theme=theme_of("red", "4:3"), typefaces=typefaces)
    (shown,) = (words(t) for t in texts(cut.sheets[0]) if t.name == "title")
    assert said.endswith(shown)
    assert shown.endswith("他的女儿对我说：")


def test_speaker_and_date_part_their_line_where_their_words_do(typefaces: Typefaces) -> None:
    lines = (("speaker", piece("副教授　简竹筠")), ("date", piece("2025年10月22日晚　文科楼305")))
    made = slide(Role.COVER, title="题目", lines=lines)
    shown = plan_of(made, theme=theme_of("spring", "4:3"), typefaces=typefaces)
    left, right = (t for t in texts(shown.sheets[0]) if t.name in ("speaker", "date"))
    assert (len(left.lines), len(right.lines)) == (1, 1)
    assert left.frame.right < right.frame.x
    assert left.frame.y == right.frame.y


def test_a_subtitle_of_two_lines_moves_the_title_up_and_keeps_off_the_artwork(
    typefaces: Typefaces,
) -> None:
    def cover_with(subtitle: str) -> dict[str, Text]:
        made = slide(Role.COVER, title="凝心聚力", lines=(("subtitle", piece(subtitle)),))
        shown = plan_of(made, theme=theme_of("spring", "4:3"), typefaces=typefaces)
        return {text.name: text for text in texts(shown.sheets[0])}

    one, two = cover_with("推动发展"), cover_with("推动发展\n——在工作会议上的讲话")
    assert len(two["subtitle"].lines) == 2
    assert two["subtitle"].frame.bottom == one["subtitle"].frame.bottom
    assert two["title"].lines[-1].baseline < one["title"].lines[-1].baseline
    assert two["title"].frame.bottom <= two["subtitle"].frame.y


def test_a_date_that_finds_no_room_beside_the_speaker_goes_to_the_empty_line(
    typefaces: Typefaces,
) -> None:
    long = "个人对照检查材料　区教育体育局党委委员、副局长　某某某"
    lines = (("speaker", piece(long)), ("date", piece("2025年1月9日")))
    made = slide(Role.COVER, title="题目", lines=lines)
    shown = plan_of(made, theme=theme_of("spring", "4:3"), typefaces=typefaces)
    by_name = {t.name: t for t in texts(shown.sheets[0])}
    assert len(by_name["speaker"].lines) == 1
    assert by_name["date"].frame.bottom < by_name["speaker"].frame.y


@pytest.mark.parametrize("theme", ["red", "blue", "spring"])
def test_a_subtitle_does_not_take_the_line_that_the_date_went_to(
    theme: str, typefaces: Typefaces
) -> None:
    long = "主讲人：输电运检中心党支部书记　段守成　汉白县供电公司"
    lines = (
        ("subtitle", piece("脚踏实地，把简单的事情做到底\n专题党课讲稿")),
        ("speaker", piece(long)),
        ("date", piece("2025年6月27日")),
    )
    made = slide(Role.COVER, title="题目", lines=lines)
    shown = plan_of(made, theme=theme_of(theme, "4:3"), typefaces=typefaces)
    assert broken(shown, GEOMETRY) == []
