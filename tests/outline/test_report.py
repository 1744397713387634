"""The JSON contract and the tree."""

from __future__ import annotations

import json

import pytest

from publisher.events import notice
from publisher.manuscript import statistics
from publisher.outline.infer import understand
from publisher.outline.report import as_json, as_read, as_tree
from tests.outline.build import FILLER, HEI, manuscript, paragraph

SOURCE = manuscript(
    "在治水工作推进会上的讲话", "（2025年3月22日）", "同志们：", FILLER, paragraph(("一、修路",
    HEI)),
    f"一是早看。{FILLER}二是早办。", paragraph(("三、引水", HEI)), FILLER,
)  # fmt: skip


def test_the_contract_has_these_keys_in_this_order():
    speech, notices = understand(SOURCE)
    report = as_json("speech.docx", SOURCE, speech, notices, "zh")
    assert list(report) == [
        "file", "title", "subtitle", "speaker", "occasion", "date", "salutation", "headings",
        "notices", "stats",
    ]  # fmt: skip
    assert report["title"] == "在治水工作推进会上的讲话"
    assert report["subtitle"] is None
    assert report["headings"][1] == {
        "level": 2, "number": "一是", "text": "一是早看。", "run_in": True, "paragraph": 5,
        "evidence": ["number:一是", "sequence:1/2"],
        "confidence": report["headings"][1]["confidence"],
    }  # fmt: skip
    assert json.loads(json.dumps(report, ensure_ascii=False)) == report


def test_notices_are_sentences_with_their_place():
    speech, notices = understand(SOURCE)
    report = as_json("speech.docx", SOURCE, speech, notices, "zh")
    assert report["notices"] == [
        {"code": "number-gap", "message": "序号不连续：一、之后是三、", "paragraph": 6}
    ]


def test_speaking_time_is_in_seconds_and_minutes_rounded_up():
    source = manuscript("字" * 110, " 字" * 110, "字" * 55)
    assert statistics(source) == {
        "paragraphs": 3, "characters": 275, "seconds": 75, "minutes": 2,
    }  # fmt: skip
    assert statistics(source, rate=275)["seconds"] == 60
    assert statistics(source, rate=275)["minutes"] == 1


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("　　一、\t修路 ", "一、修路"),
        ("1.\tRoads", "1. Roads"),
        ("在大会上\n的讲话", "在大会上的讲话"),
        ("县委书记　某某某", "县委书记　某某某"),
    ],
)
def test_lines_are_given_as_a_reader_sees_them(text, read):
    assert as_read(text) == read


def test_the_tree_gives_the_reason_for_each_heading_in_both_languages():
    speech, notices = understand(SOURCE)
    zh = as_tree(speech, SOURCE, notices, "zh")
    en = as_tree(speech, SOURCE, notices, "en")
    assert "├─ 一、修路  (1: 序号 一、 · 字体 黑体" in zh
    assert "│  ├─ 一是早看。" in zh
    assert "font 黑体" in en
    assert "numbering gap" in en
    assert zh.splitlines()[-1] == "8 段，{} 字，约 1 分钟".format(statistics(SOURCE)["characters"])


def test_every_cue_has_its_words():
    source = manuscript("在大会上的讲话", FILLER, "认清形势", FILLER, "抓好落实", FILLER)
    speech, _ = understand(source)
    assert "独立短句" in as_tree(speech, source, (notice("title-missing"),), "zh")
