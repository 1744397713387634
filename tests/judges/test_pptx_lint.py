"""Every rule of the package lint passes a good deck and bites on one broken at that place."""

import zipfile
from pathlib import Path

import pytest

from tests.judges import decks
from tests.judges.pptx_lint import lint
from tests.judges.rules import RULES

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
    ("relationship-used", SLIDE, 'r:embed="rId3"', 'r:embed="rId7"'),
    ("orphan-part", "_rels/.rels", "docProps/app.xml", "docProps/core.xml"),
    ("properties", "docProps/core.xml", "<dc:title>样本</dc:title>", ""),
    ("presentation-order", DECK, "<p:notesSz", "<p:defaultTextStyle/><p:notesSz"),
    ("slide-id", DECK, FIRST, '<p:sldId id="255"'),
    ("slide-id", DECK, FIRST, '<p:sldId id="257"'),
    ("master-id", MASTER, "2147483649", "2147483648"),
    ("master-id", MASTER, "2147483649", "4711"),
    ("sections", DECK, SECOND, ""),
    ("sections", DECK, SECOND, SECOND * 2),
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
    ("timing", SLIDE, 'bldP spid="3"', 'bldP spid="33"'),
    ("timing", SLIDE, "</p:par>", '<p:par><p:cTn id="1"/></p:par></p:par>'),
    ("slide-jump", SLIDE, 'name="标题"/>',
     'name="标题"><a:hlinkClick r:id="rId3" action="ppaction://hlinksldjump"/></p:cNvPr>'),
    ("control-character", SLIDE, "先把事情", "先把\t事情"),
]  # fmt: skip


def broken_rules(path: Path) -> set[str]:
    return {finding.rule for finding in lint(path)}


def test_a_good_deck_has_no_findings(tmp_path: Path) -> None:
    assert lint(decks.save(tmp_path / "good.pptx", decks.good())) == []


@pytest.mark.parametrize(("rule", "member", "before", "after"), BROKEN)
def test_a_rule_bites(rule: str, member: str, before: str, after: str, tmp_path: Path) -> None:
    members = decks.good()
    assert before in members[member], "the good deck has nothing to break here"
    members[member] = members[member].replace(before, after)
    assert rule in broken_rules(decks.save(tmp_path / "broken.pptx", members))


def test_the_content_types_must_come_first(tmp_path: Path) -> None:
    members = decks.good()
    members[TYPES] = members.pop(TYPES)
    assert broken_rules(decks.save(tmp_path / "late.pptx", members)) == {"content-types-first"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_must_not_stand_twice(tmp_path: Path) -> None:
    path = decks.save(tmp_path / "twice.pptx", decks.good())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(SLIDE), archive.read(SLIDE))
    assert broken_rules(path) == {"duplicate-member"}


def test_a_member_must_not_carry_a_clock(tmp_path: Path) -> None:
    path = decks.save(tmp_path / "clock.pptx", decks.good() | {"ppt/media/image1.png": b""})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo("late.png", (2024, 5, 1, 8, 0, 0)), b"")
    assert broken_rules(path) == {"fixed-dates", "orphan-part"}


def test_every_rule_is_seen_to_bite() -> None:
    elsewhere = {"content-types-first", "duplicate-member", "fixed-dates"}
    assert {row[0] for row in BROKEN} | elsewhere == set(RULES)
