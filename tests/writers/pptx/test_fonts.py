import io
import re
from functools import cache
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from pptx import Presentation

from publisher.errors import InputError, UsageError
from publisher.events import Notice
from publisher.messages import sentence
from publisher.options import Options
from publisher.plan import Plan, Sheet, TextParagraph, TextRun
from publisher.theme.model import Typeface
from publisher.typeface.portable import portable
from publisher.writers.pptx import write
from publisher.writers.pptx.eot import charset, eot, family
from tests.judges import font_rules
from tests.writers.pptx.rich_plan import CHARTS, typefaces
from tests.writers.pptx.sample_plan import BODY, INK, NO_FONTS, grid, plan, text, theme, title
from tests.writers.pptx.test_layouts import parts

EMBED = Options(embed_fonts=True)


@cache
def written(given: Plan, embed: bool = True) -> tuple[bytes, tuple[Notice, ...]]:
    return write(given, theme(), typefaces(), Options(embed_fonts=embed))


def one(*items: object, notes: tuple[str, ...] = ()) -> Plan:
    return plan(Sheet(items, "题", "points", notes))  # type: ignore[arg-type]


def fonts(data: bytes) -> dict[str, TTFont]:
    """The fonts of a deck, by typeface and place."""
    main = Presentation(BytesIO(data)).part
    found = {}
    for row in re.findall(r"<p:embeddedFont>.*?</p:embeddedFont>", main.blob.decode("utf-8")):
        name = re.search(r'typeface="([^"]*)"', row)[1]
        for place, id_ in re.findall(r'<p:(regular|bold) r:id="([^"]*)"/>', row):
            header = font_rules.read(main.related_part(id_).blob)
            found[f"{name} {place}"] = TTFont(io.BytesIO(header.font), checkChecksums=2)
    return found


def test_a_deck_names_the_fonts_of_windows_and_carries_none_unless_asked() -> None:
    data, notices = written(one(title("题")), embed=False)
    assert (notices, fonts(data)) == ((), {})
    assert "embedTrueTypeFonts" not in parts(data)["ppt/presentation.xml"]
    assert "微软雅黑" in parts(data)["ppt/theme/theme1.xml"]


def test_the_theme_names_our_families_and_printed_pages_those_of_the_machine() -> None:
    data, _ = written(one(title("题"), text("文")))
    themes = [parts(data)[f"ppt/theme/theme{n}.xml"] for n in (1, 2, 3)]
    assert not re.search("华文中宋|微软雅黑|Arial|Times", themes[0])
    assert 'typeface="Noto Serif SC"' in themes[0]
    assert 'typeface="Noto Sans SC"' in themes[0]
    assert all("微软雅黑" in each and "Noto" not in each for each in themes[1:])


def test_what_the_runs_name_is_there_and_nothing_else() -> None:
    data, _ = written(one(title("题"), text("文")))
    assert sorted(fonts(data)) == ["Noto Sans SC regular", "Noto Serif SC bold", "Tinos bold"]
    data, _ = written(one(text("文")))
    assert sorted(fonts(data)) == ["Noto Sans SC regular"]


def test_words_in_tables_count_and_charts_are_in_the_texts_face() -> None:
    table, drawn = fonts(written(one(grid()))[0]), fonts(written(one(CHARTS[0]))[0])
    for made, words in ((table, "指标今年客运量合计"), (drawn, "2022年客运量万人次")):
        (font,) = made.values()
        present = {chr(code) for code in font.getBestCmap()}
        assert set(words) - set("合计") <= present


def test_every_face_has_all_characters_of_the_slides_and_ascii_but_not_the_notes() -> None:
    data, _ = written(one(title("题目"), text("正文，“引语”——1.5%"), notes=("鑫",)))
    for name, font in fonts(data).items():
        present = {chr(code) for code in font.getBestCmap()}
        assert set(map(chr, range(32, 127))) <= present
        if "SC" in name:
            assert set("题目正文，“引语”——") <= present
            assert "鑫" not in present


def test_strong_and_bold_runs_are_in_the_bold_face() -> None:
    runs = (TextRun("甲", "strong", 254_000, INK), TextRun("乙", "text", 254_000, INK, bold=True))
    item = text("", BODY)._replace(paragraphs=(TextParagraph(runs),))
    assert list(fonts(written(one(item))[0])) == ["Noto Sans SC bold"]


def test_a_family_without_a_bold_face_goes_in_as_it_is() -> None:
    kai = theme()._replace(fonts={"text": Typeface("kai", "楷体", "Times New Roman")})
    item = text("甲", BODY)._replace(
        paragraphs=(TextParagraph((TextRun("甲", "text", 254_000, INK, bold=True),)),)
    )
    data, _ = write(one(item), kai, typefaces(), EMBED)
    assert list(fonts(data)) == ["LXGW WenKai regular", "Tinos bold"]


def test_paper_names_its_roles_and_carries_them() -> None:
    runs = tuple(TextRun("字", role, 203_200, INK) for role in ("fang", "biaosong", "songnum"))
    item = text("", BODY)._replace(paragraphs=(TextParagraph(runs),))
    data, _ = write(plan(Sheet((item,), "")), None, typefaces(), EMBED)
    assert list(fonts(data)) == [
        "FandolFang R regular", "Noto Serif SC regular", "Noto Serif SC bold",
        "Tinos regular", "Tinos bold",
    ]  # fmt: skip
    slide = parts(data)["ppt/slides/slide1.xml"]
    assert '<a:latin typeface="Tinos"/><a:ea typeface="FandolFang R"/>' in slide


def test_a_person_is_told_who_heeds_them() -> None:
    (told,) = written(one(title("题"), text("文")))[1]
    assert told.code == "fonts-embedded"
    for language in ("zh", "en"):
        words = sentence(told.code, dict(told.values), language)
        assert "Noto Sans SC、Noto Serif SC、Tinos" in words
        assert "PowerPoint" in words
        assert "Windows" in words


def test_the_same_deck_carries_the_same_bytes() -> None:
    again = write(one(title("题")), theme(), typefaces(), EMBED)[0]
    assert again == written(one(title("题")))[0]


def test_a_font_that_may_not_be_embedded_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.typeface.subset._fs_type", lambda face: 0x0002)
    with pytest.raises(InputError) as refused:
        write(one(text("文")), theme(), typefaces(), EMBED)
    assert refused.value.key == "font-restricted"


def test_a_theme_measured_with_an_unknown_role_is_refused() -> None:
    with pytest.raises(UsageError):
        write(one(text("文")), theme(), NO_FONTS, EMBED)


def test_the_wrapper_says_what_the_font_says() -> None:
    font = portable(typefaces().face("NotoSerifSC-Bold"), "题目A", bold=True)
    header, tables = font_rules.read(eot(font)), TTFont(io.BytesIO(font))
    assert (header.family, header.style, header.weight) == ("Noto Serif SC", "Bold", 700)
    assert (header.version, header.flags, header.magic) == (0x00020002, 0, 0x504C)
    assert header.font == font
    assert header.permission == tables["OS/2"].fsType == 0
    assert (header.charset, charset(font), family(font)) == (134, 134, "Noto Serif SC")
    latin = portable(typefaces().face("Tinos-Bold"), "A", bold=True)
    assert charset(latin) == 1


def test_every_shipped_face_is_called_what_fonts_toml_calls_it() -> None:
    for face in typefaces().faces.values():
        bold = face.style == "Bold"
        header = font_rules.read(eot(portable(face, "A", bold=bold)))
        assert (header.family, header.style) == (face.family, face.style)
