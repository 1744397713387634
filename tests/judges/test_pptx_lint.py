"""Every rule of the package lint passes a good deck and bites on one broken at that place."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from tests.judges import decks
from tests.judges.pptx_lint import lint
from tests.judges.rules import RULES
from tests.writers.pptx.rich_plan import rich_deck

SLIDE, NOTES = "ppt/slides/slide1.xml", "ppt/notesSlides/notesSlide1.xml"
MASTER, LAYOUT = "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml"
DECK, TYPES, THEME = "ppt/presentation.xml", "[Content_Types].xml", "ppt/theme/theme1.xml"
RUN = '<a:rPr lang="zh-CN" sz="2400"/>'
FIRST, SECOND = '<p:sldId id="256"', '<p14:sldId id="257"/>'

# rule, member, what stands there, what stands there instead
BROKEN = [
    ("well-formed", SLIDE, "</p:sld>", "</p:slide>"),
    ("well-formed", SLIDE, "<p:sld ", "<!DOCTYPE p><p:sld "),
    ("content-type", TYPES, '<Default Extension="png" ContentType="image/png"/>', ""),
    ("content-type", TYPES, "/ppt/slides/slide2.xml", "/ppt/slides/slide9.xml"),
    ("relationship-target", "_rels/.rels", "docProps/app.xml", "docProps/none.xml"),
    ("relationship-target", f"{SLIDE[:10]}/_rels/slide1.xml.rels", "rId2", "rId1"),
    ("relationship-type", "_rels/.rels", "docProps/app.xml", "docProps/core.xml"),
    ("relationship-used", SLIDE, 'r:embed="rId3"', 'r:embed="rId7"'),
    ("orphan-part", "_rels/.rels", "docProps/app.xml", "docProps/core.xml"),
    ("properties", "docProps/core.xml", "<dc:title>样本</dc:title>", ""),
    ("properties", "docProps/core.xml", "</dc:title>", "</dc:title><dc:created>去年</dc:created>"),
    ("properties", "docProps/core.xml", "</dc:title>", "</dc:title><dc:category>杂</dc:category>"),
    ("id-list", DECK, '<p:sldId id="257" r:id="rId4"/>', ""),
    ("id-list", MASTER, '<p:sldLayoutId id="2147483649" r:id="rId1"/>', ""),
    ("own-theme", "ppt/notesMasters/_rels/notesMaster1.xml.rels", "theme2", "theme1"),
    ("presentation-order", DECK, "<p:notesSz", "<p:defaultTextStyle/><p:notesSz"),
    ("slide-id", DECK, FIRST, '<p:sldId id="255"'),
    ("slide-id", DECK, FIRST, '<p:sldId id="257"'),
    ("master-id", MASTER, "2147483649", "2147483648"),
    ("master-id", MASTER, "2147483649", "4711"),
    ("sections", DECK, SECOND, ""),
    ("sections", DECK, SECOND, SECOND * 2),
    ("sections", DECK, "{00000001-0000-4000", "{1-4000"),
    ("one-parent", "ppt/slides/_rels/slide2.xml.rels", "/slideLayout\"", "/customXml\""),
    ("notes", "ppt/notesSlides/_rels/notesSlide1.xml.rels", "slide1.xml\"", "slide2.xml\""),
    ("placeholder", SLIDE, 'type="body" idx="1"', 'type="body" idx="13"'),
    ("placeholder", NOTES, 'type="body" idx="1"', 'type="body" idx="3"'),
    ("title", SLIDE, "<a:t>标题</a:t>", "<a:t> </a:t>"),
    ("title", SLIDE, '<p:ph type="title"/>', ""),
    ("shape-id", SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"'),
    ("shape-id", LAYOUT, '<p:cNvPr id="3"', '<p:cNvPr id="0"'),
    ("alternative-text", SLIDE, 'descr="一个红点"', ""),
    ("text-body", NOTES, f"<a:p><a:r>{RUN}<a:t>讲稿</a:t></a:r></a:p>", ""),
    ("language", SLIDE, RUN, '<a:rPr sz="2400"/>'),
    ("language", NOTES, RUN, ""),
    ("east-asian-font", THEME, '<a:ea typeface="微软雅黑"/>', '<a:ea typeface=""/>'),
    ("east-asian-font", SLIDE, RUN, f'{RUN[:-2]}><a:latin typeface="Arial"/></a:rPr>'),
    ("theme-colour", SLIDE, RUN,
     f'{RUN[:-2]}><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:rPr>'),
    ("inside-the-slide", SLIDE, '<a:off x="914400" y="1828800"/>', '<a:off x="914400" y="-9"/>'),
    ("inside-the-slide", SLIDE, 'cx="10363200"', 'cx="12192000"'),
    ("child-order", SLIDE, "<p:timing>", "<p:timing/><p:transition/><p:timing>"),
    ("child-order", SLIDE, "<p:clrMapOvr>", "<p:clrMap/><p:clrMapOvr>"),
    ("timing", SLIDE, 'spTgt spid="3"', 'spTgt spid="33"'),
    ("timing", SLIDE, 'end="1"', 'end="2"'),
    ("timing", SLIDE, 'st="0" end="1"', 'st="1" end="0"'),
    ("timing", SLIDE, '<p:cTn id="3"', '<p:cTn id="2"'),
    ("build-list", SLIDE, 'bldP spid="3"', 'bldP spid="4"'),
    ("build-list", SLIDE, 'grpId="0" build="p"', 'grpId="1" build="p"'),
    ("build-list", SLIDE, "<p:bldLst>", '<p:bldLst><p:bldP spid="3" grpId="0"/>'),
    ("slide-jump", SLIDE, 'name="标题"/>',
     'name="标题"><a:hlinkClick r:id="rId3" action="ppaction://hlinksldjump"/></p:cNvPr>'),
    ("hyperlink", SLIDE, 'name="标题"/>', 'name="标题"><a:hlinkClick r:id="rId3"/></p:cNvPr>'),
    ("hyperlink", SLIDE, 'name="标题"/>',
     'name="标题"><a:hlinkClick r:id="" action="shell://rm"/></p:cNvPr>'),
    ("hyperlink", f"{SLIDE[:10]}/_rels/slide1.xml.rels", "/image\"", "/hyperlink\""),
    ("link-colour", SLIDE, RUN, f'{RUN[:-2]}><a:hlinkClick r:id="rId3"/></a:rPr>'),
    ("control-character", SLIDE, "先把事情", "先把\t事情"),
]  # fmt: skip

POINTS = "ppt/slides/slide10.xml"
CHART = "ppt/charts/chart3.xml"
BOOK = "ppt/embeddings/Microsoft_Excel_Sheet3.xlsx"
FONT = "ppt/fonts/font1.fntdata"
# The same of our own deck with everything on, whose parts the deck by hand does not have.
BROKEN_RICH = [
    ("counts", "docProps/app.xml", "<Notes>8<", "<Notes>9<"),
    ("counts", "docProps/app.xml", "<Slides>16<", "<Slides>15<"),
    ("id-list", DECK, "<p:handoutMasterIdLst>", "<p:handoutMasterIdLst><!--"),
    ("relationship-type", TYPES, "presentationml.handoutMaster+xml", "presentationml.slide+xml"),
    ("relationship-type", TYPES, "application/x-fontdata", "application/x-font-ttf"),
    ("theme-colour", "ppt/presProps.xml", '<a:schemeClr val="accent1"/>',
     '<a:srgbClr val="C00000"/>'),
    ("theme-colour", CHART, '<a:schemeClr val="accent6"/>', '<a:prstClr val="teal"/>'),
    ("rehearsed-times", "ppt/presProps.xml", ' useTimings="0"', ""),
    ("rehearsed-times", POINTS, 'advTm="45000"', 'advTm="0"'),
    ("rehearsed-times", POINTS, 'advClick="1"', 'advClick="0"'),
    ("timing", POINTS, 'spTgt spid="4"', 'spTgt spid="44"'),
    ("timing", POINTS, '<p:cTn id="9"', '<p:cTn id="8"'),
    ("build-list", POINTS, '<p:bldP spid="4" grpId="0" animBg="1"/>', ""),
    ("table", POINTS, ' gridSpan="2"', ""),
    ("table", "ppt/tableStyles.xml", 'styleId="{6', 'styleId="{7'),
    ("table", POINTS, "</a:tr>", "<a:tc/></a:tr>"),
    ("table", POINTS, '<a:gridCol w="3810000"/>', '<a:gridCol w="3810001"/>'),
    ("chart", POINTS, '2006/chart" r:id="rId4"', '2006/chart" r:id="rId1"'),
    ("chart", CHART, '<c:axId val="111111111"/><c:scaling>', '<c:axId val="-11"/><c:scaling>'),
    ("chart", CHART, '<c:crossAx val="222222222"/>', '<c:crossAx val="222222223"/>'),
    ("chart", CHART, '<c:delete val="1"/>', "<c:delete/>"),
    ("chart", CHART, '<c:order val="1"/>', '<c:order val="0"/>'),
    ("chart", CHART, '<c:ptCount val="3"/>', '<c:ptCount val="2"/>'),
    ("chart-data", CHART, "<c:v>10530</c:v>", "<c:v>10531</c:v>"),
    ("chart-data", CHART, "Sheet1!$C$2:$C$4", "Sheet1!$D$2:$D$4"),
    ("chart-data", f"{CHART[:11]}_rels/chart3.xml.rels", "/package\"", "/image\""),
    ("embedded-object", SLIDE, "Word.Document.12", "Excel.Sheet.12"),
    ("embedded-object", SLIDE, "ole?verb=0", "ole?verb=1"),
    ("embedded-object", SLIDE, 'name="讲稿.docx" showAsIcon', 'name="" showAsIcon'),
    ("embedded-object", "ppt/slides/_rels/slide1.xml.rels", "/package\"", "/image\""),
    ("embedded-font", DECK, 'typeface="Noto Sans SC"', 'typeface="Noto Sans"'),
    ("embedded-font", DECK, 'typeface="Noto Serif SC"', 'typeface="Noto Sans SC"'),
    ("embedded-font", DECK, ' embedTrueTypeFonts="1"', ""),
    ("embedded-font", DECK, 'charset="-122"', 'charset="1"'),
    ("embedded-font", DECK, "p:bold r:id", "p:italic r:id"),
]  # fmt: skip


def rich() -> dict[str, str | bytes]:
    """The members of our deck with everything on."""
    with zipfile.ZipFile(io.BytesIO(rich_deck())) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    text = (".xml", ".rels")
    return {n: d.decode("utf-8") if n.endswith(text) else d for n, d in members.items()}


def broken_rules(path: Path) -> set[str]:
    return {finding.rule for finding in lint(path)}


def broken(members: dict[str, str | bytes], folder: Path) -> set[str]:
    return broken_rules(decks.save(folder / "broken.pptx", members))


def test_a_good_deck_has_no_findings(tmp_path: Path) -> None:
    assert lint(decks.save(tmp_path / "good.pptx", decks.good())) == []
    assert lint(decks.save(tmp_path / "rich.pptx", rich())) == []


@pytest.mark.parametrize(("rule", "member", "before", "after"), BROKEN)
def test_a_rule_bites(rule: str, member: str, before: str, after: str, tmp_path: Path) -> None:
    members = decks.good()
    assert before in members[member], "the good deck has nothing to break here"
    members[member] = members[member].replace(before, after)
    assert rule in broken(members, tmp_path)


@pytest.mark.parametrize(("rule", "member", "before", "after"), BROKEN_RICH)
def test_a_rule_bites_where_everything_is_on(
    rule: str, member: str, before: str, after: str, tmp_path: Path
) -> None:
    members = rich()
    assert before in members[member], "the rich deck has nothing to break here"
    members[member] = members[member].replace(before, after, 1)
    assert rule in broken(members, tmp_path)


@pytest.mark.parametrize(
    ("what", "place", "value"),
    [("version", 8, 0x00020001), ("flags", 12, 4), ("weight", 28, 700), ("panose", 18, 8),
     ("charset", 26, 1), ("fsType", 32, 0x504C0002), ("magic", 34, 0), ("size", 0, 7),
     ("family", 84, 0), ("font", 240, 0)],
)  # fmt: skip
def test_a_font_must_be_what_its_header_says(
    what: str, place: int, value: int, tmp_path: Path
) -> None:
    members = rich()
    data = bytearray(members[FONT])
    if what == "font":
        place = len(data) - struct.unpack_from("<L", data, 4)[0]
    code = "<B" if what in ("panose", "charset") else "<L"
    struct.pack_into(code, data, place, value)
    members[FONT] = bytes(data)
    assert broken(members, tmp_path) == {"embedded-font"}


def test_a_font_must_be_a_font_at_all(tmp_path: Path) -> None:
    assert broken(rich() | {FONT: b"\0"}, tmp_path) == {"embedded-font"}


def test_a_workbook_must_be_one(tmp_path: Path) -> None:
    assert broken(rich() | {BOOK: b"PK\3\4"}, tmp_path) == {"chart-data"}


def test_a_file_must_be_what_its_extension_says(tmp_path: Path) -> None:
    members = decks.good() | {"ppt/media/image1.png": b"GIF89a"}
    assert broken(members, tmp_path) == {"media"}


@pytest.mark.parametrize("name", ["ppt/图.xml", "ppt\\a.xml", "/ppt/a.xml", "ppt/../a.xml"])
def test_a_member_must_have_the_name_of_a_part(name: str, tmp_path: Path) -> None:
    assert "member-name" in broken(decks.good() | {name: "<a/>"}, tmp_path)


def test_a_member_must_be_packed_as_all_programs_unpack(tmp_path: Path) -> None:
    path = decks.save(tmp_path / "packed.pptx", decks.good())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo("late.png"), decks.dot(), zipfile.ZIP_BZIP2)
    assert "member-name" in broken_rules(path)


def test_the_content_types_must_come_first(tmp_path: Path) -> None:
    members = decks.good()
    members[TYPES] = members.pop(TYPES)
    assert broken(members, tmp_path) == {"content-types-first"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_must_not_stand_twice(tmp_path: Path) -> None:
    path = decks.save(tmp_path / "twice.pptx", decks.good())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(SLIDE), archive.read(SLIDE))
    assert broken_rules(path) == {"duplicate-member"}


def test_a_member_must_not_carry_a_clock(tmp_path: Path) -> None:
    path = decks.save(tmp_path / "clock.pptx", decks.good())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo("late.png", (2024, 5, 1, 8, 0, 0)), decks.dot())
    assert broken_rules(path) == {"fixed-dates", "orphan-part"}


def test_every_rule_is_seen_to_bite() -> None:
    elsewhere = {"content-types-first", "duplicate-member", "fixed-dates", "member-name", "media"}
    assert {row[0] for row in BROKEN + BROKEN_RICH} | elsewhere == set(RULES)
