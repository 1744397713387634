"""Plain text: encodings, hard-wrapped lines, scraped pages. Words are never altered."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.errors import InputError
from publisher.outline.infer import understand
from publisher.readers import boilerplate, read, read_text
from publisher.readers.encoding import MOST_BYTES, MOST_LINES
from publisher.readers.page_numbers import without_page_numbers
from publisher.readers.runon import paragraphs_again
from publisher.readers.wrapping import columns
from tests.readers import scraped

SPEECH = (
    "在全市防汛工作会议上的讲话",
    "同志们：",
    (
        "今年入汛早、雨量大，防汛形势比往年更紧。刚才，水务部门通报了水库和河道的情况，气象部门作了预报，"
        "各县区要对照通报，逐条整改，不留隐患。"
    ),
    "一、把责任压到堤上",
    (
        "防汛责任制不是写在纸上的，是站在堤上的。每一段堤、每一座库、每一个闸都要有人守、有人查、有人管，"
        "名单向社会公布，接受群众监督。"
    ),
    "二、把物资备到一线",
    "砂石、编织袋和救生衣要提前运到险工险段，宁可备而不用，不可用时无备。谢谢大家！",
)


def texts(data, name="-"):
    return [p.text for p in read_text(data, name)[0].paragraphs()]


def codes(data):
    return [notice.code for notice in read_text(data)[1]]


def letters(text):
    return re.sub(r"\s", "", text)


# --- encodings ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_is_read_in_the_encodings_of_chinese_editors(encoding, end):
    assert texts(end.join(SPEECH).encode(encoding)) == list(SPEECH)
    assert codes(end.join(SPEECH).encode(encoding)) == []


@pytest.mark.parametrize(
    "text", ["讲话稿", "同志们：大家好！", "在会上的发言\n同志们：今天开会。", "〇㐀𠀀字"]
)
def test_gb18030_wins_for_few_chinese_characters(text):
    assert texts(text.encode("gb18030")) == text.split("\n")


def test_traditional_text_in_big5_is_read():
    text = (
        "各位鄉親、各位朋友：今天我們在這裡舉行社區大會，感謝大家的參與和支持。健全制度，凝聚共識。"
    )
    assert texts(text.encode("big5")) == [text]


def test_a_damaged_character_does_not_change_the_encoding():
    for encoding in ("utf-8", "gb18030"):
        data = "\n".join(SPEECH).encode(encoding)[:-1]
        assert texts(data)[:-1] == list(SPEECH)[:-1]
        assert codes(data) == ["text-damaged"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "input-empty"),
        (b"PK\x03\x04rest", "text-is-other"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "text-is-other"),
        (b"%PDF-1.7", "text-is-other"),
        (bytes(range(256)) * 8, "text-encoding"),
        (b"a" * (MOST_BYTES + 1), "text-too-big"),
        (b"\n" * (MOST_LINES + 1), "text-too-big"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, key):
    with pytest.raises(InputError) as caught:
        read_text(data, "稿.txt")
    assert (caught.value.key, caught.value.place) == (key, "稿.txt")


def test_control_characters_are_left_out_and_told():
    assert texts("同志\x00们\x07：\ufeff好".encode("utf-16")) == ["同志们：好"]
    assert codes("同志\x07们：好".encode()) == ["control-left-out"]


def test_a_file_without_a_word_has_no_paragraphs():
    assert texts(b" \n\n \t\n") == []


def test_a_text_file_is_read_by_its_suffix(tmp_path):
    file = tmp_path / "讲话.TXT"
    file.write_text("同志们：\n开会。", encoding="gb18030")
    assert [p.text for p in read(file)[0].paragraphs()] == ["同志们：", "开会。"]


# --- lines --------------------------------------------------------------------------------


def wrapped(paragraph, width, indent=""):
    """A paragraph as a mail program breaks it: no mark begins a line."""
    lines, line = [], indent
    for character in paragraph:
        if columns(line + character) > width and character not in "，。、：；！？”）":
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]


@pytest.mark.parametrize("width", [30, 40, 56, 76])
@pytest.mark.parametrize("between", ["indent", "blank line", "nothing"])
def test_hard_wrapped_lines_are_joined(width, between):
    indent = "　　" if between == "indent" else ""
    blank = [""] if between == "blank line" else []
    lines = [line for p in SPEECH for line in [*wrapped(p, width, indent), *blank]]
    assert len(lines) > len(SPEECH)
    assert texts("\n".join(lines).encode()) == list(SPEECH)


def test_lines_that_are_paragraphs_stay_paragraphs():
    verse = ["春风又绿江南岸", "明月何时照我还", "春风又绿江南岸", "明月何时照我还"] * 3
    assert texts("\n".join(verse).encode()) == verse
    listed = [f"{n}、完成第{n}项重点任务并报告结果" for n in "一二三四五六七八九"]
    assert texts("\n".join(listed).encode()) == listed


def test_english_words_keep_their_blank_where_lines_meet():
    lines = [
        "Dear colleagues, it is a great pleasure to welcome you here today",
        "in the old harbour hall, where the first ships were unloaded by",
        "hand, where sailors were paid on Saturdays, and where our well-",
        "known archive of charts is kept.",
    ]
    expected = " ".join(lines).replace("- ", "-")
    assert texts("\n".join(lines).encode()) == [expected]


def test_blank_lines_behind_every_line_separate_nothing():
    lines = [line for p in SPEECH for line in wrapped(p, 40)]
    assert texts("\n\n".join(lines).encode()) == list(SPEECH)


def test_typed_layout_becomes_cues():
    body = "　　" + SPEECH[2]
    manuscript, _ = read_text(
        f"{' ' * 20}工作报告\n{body}\n{body}\n{' ' * 30}2025年3月1日".encode()
    )
    assert [(p.text, p.cues.alignment) for p in manuscript.paragraphs()] == [
        ("工作报告", "center"),
        (SPEECH[2], "left"),
        (SPEECH[2], "left"),
        ("2025年3月1日", "right"),
    ]
    assert manuscript.paragraphs()[1].cues.first_line_indent == 640


# --- scraped pages ------------------------------------------------------------------------


@pytest.mark.parametrize("length", [85, 100, 110, 150, 230])
def test_a_scraped_speech_gets_its_sentences_and_paragraphs_back(length):
    expected = [*scraped.PARAGRAPHS[:-2], scraped.PARAGRAPHS[-2] + scraped.PARAGRAPHS[-1]]
    assert texts(scraped.scraped(length).encode()) == expected


def test_what_a_library_added_is_told_line_by_line():
    _, notices = read_text(scraped.scraped().encode())
    dropped = [n for n in notices if n.code == "boilerplate-left-out"]
    assert len(dropped) == len(scraped.HEAD) + len(scraped.TAIL)
    numbers = next(n for n in notices if n.code == "page-numbers-left-out")
    assert dict(numbers.values)["count"] == str(len(scraped.pages(110)))
    assert [n.code for n in notices[:3]] == [
        "page-numbers-left-out",
        "paragraphs-made",
        "boilerplate-left-out",
    ]


def test_the_outline_of_a_scraped_speech_is_that_of_the_clean_one():
    def outline(data):
        def walk(sections):
            for section in sections:
                yield section.level, section.heading.text
                yield from walk(section.children)

        return list(walk(understand(read_text(data)[0])[0].sections))

    clean = outline("\n".join(scraped.PARAGRAPHS).encode())
    assert len(clean) == 10
    assert outline(scraped.scraped().encode()) == clean


def test_text_without_line_ends_is_broken_at_its_numbers():
    once = "".join(scraped.PARAGRAPHS)
    expected = [*scraped.PARAGRAPHS[:-2], scraped.PARAGRAPHS[-2] + scraped.PARAGRAPHS[-1]]
    assert texts(once.encode()) == expected


@pytest.mark.parametrize(
    "text",
    [
        "我们要统筹一、二、三产业，统筹城乡。二、三线城市也要跟上。",
        "这是第一要务，也是一是一、二是二的事。",
        "根据条例第十条（一）项的规定办理，根据第（二）项处罚。",
        "去年增长5.5%。2024年再上台阶。3.2亿元已经到位。",
    ],
)
def test_what_only_looks_like_a_number_breaks_nothing(text):
    assert paragraphs_again(text) == [text]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "1、加强领导，明确责任，做到层层有人抓、事事有人管。" * 4,
            "2、完善制度。" * 14,
            "3、抓好落实。" * 15,
        ],
        ["1、苹果", "2、香蕉", "3、梨", "4、桃"],
        ["2024年，全市增长5.5%。", "2025年，力争增长6%。", "3、6、9月各开一次会"],
    ],
)
def test_numbers_of_an_author_are_no_page_numbers(lines):
    text = "\n".join(lines)
    assert without_page_numbers(text) == (text, (), False)


@pytest.mark.parametrize("form", ["第 {} 页 共 4 页", "- {} -", "{}/4", "{}", "Page {} of 4"])
def test_page_numbers_on_lines_of_their_own_go_and_sentences_join(form):
    body = "全市上下要坚持问题导向、目标导向和结果导向相统一，把每一项任务分解到岗位、落实到个人，"
    lines = [part for n in range(1, 5) for part in (body, "", form.format(n), "")]
    assert texts("\n".join([*lines, "不留尾巴。"]).encode()) == [body * 4 + "不留尾巴。"]
    assert "page-numbers-left-out" in codes("\n".join([*lines, "不留尾巴。"]).encode())


@pytest.mark.parametrize(
    "line",
    [
        "本文档由某某文库整理",
        "版权声明：本站资料来自网络",
        "关键词：城市 治理 发言",
        "发布时间：2025-03-01 来源：本站 浏览次数：312",
        "上一篇：在动员会上的讲话",
        "https://example.org/speech/1.html",
        "【责任编辑：张三】",
        "如有侵权，请联系我们删除",
        "扫码关注公众号获取更多范文",
    ],
)
def test_known_lines_at_the_ends_are_dropped(line):
    text = "\n".join([*SPEECH, "", line])
    assert texts(text.encode()) == list(SPEECH)
    assert codes(text.encode()) == ["boilerplate-left-out"]


@pytest.mark.parametrize(
    "line",
    [
        "在全市学习经验整理大会上的讲话",
        "对侵权假冒行为，依法从严处理。",
        "大家可以关注公众号，随时提出意见，我们一定认真研究、及时答复、抓好整改。",
        "会议由市长主持，各县区书记参加，会后分享发言材料。",
        "来源要查清，去向要明确。",
    ],
)
def test_lines_of_a_speech_are_not_taken_for_boilerplate(line):
    assert boilerplate.kind_of(line) is None
    assert texts("\n".join([*SPEECH, line]).encode()) == [*SPEECH, line]


def test_boilerplate_in_the_middle_stays():
    text = [*SPEECH[:3], "关键词：防汛", *SPEECH[3:]]
    assert texts("\n".join(text).encode()) == text


def test_a_list_of_other_documents_goes_with_its_label():
    others = ["在春训会上的讲话", "在表彰会上的致辞"]
    assert texts("\n".join([*SPEECH, "相关推荐", *others]).encode()) == list(SPEECH)
    prose = [*SPEECH, "相关推荐", "这是一句完整的话。"]
    assert texts("\n".join(prose).encode()) == prose


@given(st.text(st.sampled_from("一二（）是、。，：\n 　今天会议城市ab“”同志们"), max_size=1500))
@settings(max_examples=200, deadline=None)
def test_nothing_is_lost_and_nothing_is_invented(text):
    manuscript, _ = read_text((text + "完").encode())
    assert letters("".join(p.text for p in manuscript.paragraphs())) == letters(text + "完")
    assert [p.index for p in manuscript.paragraphs()] == list(range(len(manuscript.blocks)))


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data):
    try:
        manuscript, _ = read_text(data)
    except InputError:
        return
    assert all(p.text == "".join(r.text for r in p.runs) for p in manuscript.paragraphs())
