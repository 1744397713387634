"""What lines never part on a slide, nor on a page where its measure allows."""

from __future__ import annotations

import pytest

from publisher.geometry import px
from publisher.layout.fit import Setter
from publisher.layout.kept import kept_ranges, kept_words
from publisher.layout.pages import lay_out_pages
from publisher.layout.profile import load_profile
from publisher.layout.rounding import is_orphan
from publisher.manuscript import Run, SourceRef
from publisher.options import Options
from publisher.plan import Text
from publisher.script import Passage, Script
from publisher.speech import Piece
from publisher.typeface.registry import Typefaces
from tests.layout.plans import theme_of

TEXT = (
    "沈知秋馆长在2024年5月6日指出，全年完成投资约120.5亿元，增长5.5%，比上年提高2.1个百分点；"
    "学习贯彻习近平新时代中国特色社会主义思想和党的二十大精神，“两个确立”写进《乡村振兴规划》，"
    "县委书记李明同志、王书记到46 个馆、3—5所学校调研"
)


def found(text: str, *own: str) -> list[str]:
    return [text[a:b] for a, b in kept_ranges(text, frozenset(own))]


def test_names_with_posts_dates_figures_phrases_and_short_titles_are_kept() -> None:
    assert found(TEXT) == [
        "沈知秋馆长", "2024年5月6日", "约120.5亿元", "5.5%", "2.1个百分点",
        "习近平新时代中国特色社会主义思想", "党的二十大精神", "“两个确立”", "《乡村振兴规划》",
        "书记李明同志", "王书记", "46 个", "3—5所",
    ]  # fmt: skip


def test_long_titles_and_quotations_are_not() -> None:
    assert found("《关于进一步加强安全生产工作的若干意见》") == ["安全生产"]
    assert found("他说“我们今天的日子比昨天好得多了”") == []


def test_the_authors_own_words_are_kept_too() -> None:
    assert found("走进青云山国家公园建设一线", "青云山国家公园") == ["青云山国家公园"]
    assert "青云山国家公园" in kept_words("走进青云山国家公园", frozenset({"青云山国家公园"}))


def test_doubled_words_are_kept() -> None:
    assert found("把实实在在的好处一班一班送到千千万万人家") == ["实实在在", "一班一班", "千千万万"]
    assert found("aabb xyxy") == []


def test_overlapping_ranges_are_one() -> None:
    assert found("《习近平谈治国理政》“两个维护”") == ["《习近平谈治国理政》", "“两个维护”"]
    assert found("改革开放和社会主义现代化", "和社会") == ["改革开放", "和社会主义现代化"]


@pytest.mark.parametrize("width", range(180, 420, 20))
def test_no_line_of_supporting_text_parts_them_where_the_measure_allows(
    width: int, typefaces: Typefaces
) -> None:
    theme = theme_of("red")
    setter = Setter(theme, typefaces)
    size = theme.styles["support"].largest
    block = setter.set_evenly(TEXT, "support", size, px(width))
    kept = [(a, b) for a, b in kept_ranges(TEXT) if (b - a) * size * 5 <= px(width) * 4]
    at, ends = 0, []
    for line in block.lines[:-1]:
        at += len(line.text)
        ends.append(at)
    assert "".join(line.text for line in block.lines) == TEXT
    parted = [TEXT[a:b] for a, b in kept for end in ends if a < end < b]
    assert parted == []


def test_only_breaks_that_a_program_would_not_make_stand_in_the_text(
    typefaces: Typefaces,
) -> None:
    theme = theme_of("red")
    setter = Setter(theme, typefaces)
    size = theme.styles["support"].largest
    plain = "要把书送到人的手边，书架摆在人常走的地方，书才有人翻，" * 4
    assert "\n" not in setter.set_evenly(plain, "support", size, px(400)).text
    block = setter.set("他在会上反复强调的就是高质量发展这四个字的分量", "support", size, px(400))
    assert block.text == "他在会上反复强调的就是\n高质量发展这四个字的分量"


def test_a_lone_last_character_gets_company(typefaces: Typefaces) -> None:
    theme = theme_of("blue")
    setter = Setter(theme, typefaces)
    size = theme.styles["reading"].largest
    for count in range(20, 120):
        text = ("书架摆在人常走的地方才有人翻看" * 8)[:count] + "。"
        block = setter.running(text, "reading", size, px(480), 2 * size)
        assert len(block.lines) == 1 or not is_orphan(block.lines[-1].text), text


def test_short_supporting_text_is_broken_by_sense(typefaces: Typefaces) -> None:
    theme = theme_of("red")
    setter = Setter(theme, typefaces)
    size = theme.styles["support"].largest
    text = "坚决克服形式主义、官僚主义，发扬求真务实、真抓实干的作风"
    assert setter.set_evenly(text, "support", size, px(308)).text.split("\n") == [
        "坚决克服形式主义、",
        "官僚主义，",
        "发扬求真务实、",
        "真抓实干的作风",
    ]


@pytest.mark.parametrize("profile", ["gbt9704", "reading"])
def test_pages_keep_the_authors_own_words_too(profile: str, typefaces: Typefaces) -> None:
    own = "蓝田戏"

    def parted(options: Options) -> int:
        return sum(
            _count(own, text, profile, typefaces, options) < text.count(own)
            for shift in range(1, 30)
            for text in ["山高水远人也不多" * 2 + "山" * shift + f"{own}就在半山腰上，" * 4]
        )

    assert 3 * parted(Options(together=(own,))) < parted(Options())


def _count(own: str, text: str, profile: str, typefaces: Typefaces, options: Options) -> int:
    """How often ``own`` stands on one line of a page."""
    piece = Piece(SourceRef(0, 0, len(text)), (Run(text),))
    script = Script("题", None, "zh-CN", (), (Passage("body", ((0, piece),)),))
    plan = lay_out_pages(script, load_profile(profile), typefaces, (), options)[0]
    items = [item for sheet in plan.sheets for item in sheet.items]
    found = [item for item in items if isinstance(item, Text) and item.role == "P"]
    lines = [line.text for item in found for line in item.lines]
    assert "".join(lines) == text
    return sum(line.count(own) for line in lines)
