"""A book of a hundred pages, made from nothing but this file's words, before its rulers."""

from __future__ import annotations

import random
import re
from itertools import cycle
from pathlib import Path

import pytest

from publisher.cli import main
from publisher.geometry import to_pt
from publisher.layout import page_setter
from publisher.layout.profile import load_profile
from publisher.publication import Publication
from publisher.typeface.registry import load_typefaces
from publisher.writers.pdf import write
from tests.judges import glyphs, paper_rules, verapdf
from tests.readers.build import cell, docx, p, row, table
from tests.readers.test_notes import note, refer, with_notes

pytestmark = pytest.mark.judge
TITLE = "临河县三十年修渠治水口述史整理工作报告"
HAN = "一二三四五六七八九十"
PLACES = "上游 渡口 老闸 北堤 柳湾 石坝 新村 南岸 官塘 沙洲 水站 桥头".split()
PEOPLE = "老支书 放水员 民工队长 女石匠 会计 撑船人 中学教员 技术员 炊事班长 后生".split()
DEEDS = (
    "把闸板一块一块抬上去",
    "守着水尺过了七个夜晚",
    "用竹筐背走了半座土山",
    "在图纸背面记下每天的工分",
    "领着三十多个人凿穿了最后一段石岭",
    "挨家挨户去借门板和木桩",
    "把干粮分给外乡来的人",
    "在雨里重新放了一遍线",
    "教年轻人看水色、听水声",
    "劝住了两个要打起来的村子",
)
AFTER = (
    "后来渠通了，人们才知道那一年有多难。",
    "这件事，今天的账本上还查得到。",
    "说到这里，他停了很久。",
    "“水到了田头，”他说，“话就不用多说了。”",
    "同来的人都记得清清楚楚：那天是立冬。",
    "一共出了1,240个工，用石料386立方米，花钱不到9.5万元。",
    "有人问值不值，没有人回答；大家低头接着干。",
    "到2019年重修的时候，当年的条石还能用上六成以上。",
    "这样的例子，在全县少说也有几十处——处处不同。",
)
WHENCE = "据{}口述，{}年冬记录，县档案馆藏，第{}卷第{}页。"


def paragraph(chance: random.Random) -> str:
    return "".join(
        f"{chance.choice(PLACES)}的{chance.choice(PEOPLE)}{chance.choice(DEEDS)}，"
        f"{chance.choice(PLACES)}那边也{chance.choice(DEEDS)}。{chance.choice(AFTER)}"
        for _ in range(chance.randint(1, 5))
    )


def make_book(folder: Path, parts: int = 8) -> tuple[Path, list[str]]:
    """The file, and its headings in order: two levels and, in each chapter, a table with notes."""
    chance = random.Random(1990)
    notes: list[str] = []
    headings: list[str] = []

    def mark() -> str:
        words = WHENCE.format(chance.choice(PEOPLE), chance.randint(1991, 2019),
                              chance.randint(1, 60), chance.randint(1, 300))  # fmt: skip
        notes.append(note(len(notes) + 2, words * chance.choice((1, 1, 1, 2, 5))))
        return refer(len(notes) + 1)

    def heading(words: str) -> str:
        headings.append(words)
        return p(words)

    body = [p(TITLE), p("县水利局　何听泉"), p("同志们："), p(paragraph(chance))]
    places = cycle(PLACES)
    for part in range(parts):
        number = HAN[part] if part < 10 else "十" + HAN[part - 10]
        body.append(heading(f"{number}、{next(places)}到{chance.choice(PLACES)}的一段渠"))
        for chapter in range(5):
            body.append(
                heading(f"（{HAN[chapter]}）{next(places)}的人和{chance.choice(PLACES)}的水")
            )
            for _ in range(chance.randint(4, 9)):
                marks = [mark()] if chance.random() < 0.25 else []
                body.append(p(paragraph(chance), *marks, paragraph(chance)))
        rows = [row(cell(p("地方")), cell(p("出工")), cell(p("记事", mark())))]
        for place in PLACES[: chance.randint(3, 12)]:
            marks = [mark()] if chance.random() < 0.2 else []
            rows.append(row(cell(p(place, *marks)), cell(p(f"{chance.randint(20, 900)}人")),
                            cell(p(chance.choice(DEEDS)))))  # fmt: skip
        body.append(table(*rows, widths=(2, 2, 5)))
    body.append(p("谢谢大家！"))
    made = with_notes(*notes)
    return docx(folder, *body, parts=made["parts"], related=made["related"]), headings


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    return make_book(tmp_path_factory.mktemp("book"))


def test_a_book_of_a_hundred_pages_keeps_all_its_promises(
    source: tuple[Path, list[str]], tmp_path: Path
) -> None:
    file, headings = source
    path = tmp_path / "book.pdf"
    assert main(["pdf", str(file), "--page-profile", "book", "-o", str(path), "--quiet"]) == 0
    profile = load_profile("book")
    body, small = to_pt(profile.em), to_pt(profile.notes.size)
    pages = glyphs.read(path)
    assert len(pages) >= 100
    assert paper_rules.book(path, TITLE) == []
    assert paper_rules.footnotes(path, body, small) == []
    assert paper_rules.ends(path, headings) == []
    entries = [text for text, _ in paper_rules._entries(pages)]
    assert entries == [paper_rules.squeezed(heading) for heading in headings]
    marks = sum(
        c.text in paper_rules.CIRCLED and c.size < body for page in pages for c in page.chars
    )
    assert marks > 100
    assert verapdf.validate([path], "2u") == []


@pytest.mark.parametrize("profile", ["gbt9704", "office", "book", "reading"])
def test_a_heading_that_ends_a_page_is_found(
    source: tuple[Path, list[str]],
    profile: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file, headings = source
    monkeypatch.setattr(page_setter, "_KEPT", frozenset())
    path = tmp_path / "loose.pdf"
    kind = "reading" if profile == "reading" else "script"
    plan = Publication(file, {"page_profile": profile}).plan(kind).value
    path.write_bytes(write(plan, None, load_typefaces())[0])
    found = paper_rules.ends(path, headings)
    assert found
    assert all(re.match(r"page \d+ ends with the heading", fault) for fault in found)
