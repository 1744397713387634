"""Stage directions stand in notes and on pages, never on a slide."""

from __future__ import annotations

from publisher.compose import compose
from publisher.outline.infer import understand
from publisher.speech import is_stage_direction, stage_directions
from tests.outline.build import FILLER, manuscript

SOURCES = (
    "在庆祝大会上的讲话", "同志们：", "（全体起立，奏唱国歌）", FILLER + "（掌声）" + FILLER,
    "一、站位（掌声）", "我们一起把路修到山里去。（长时间热烈掌声）" + FILLER,
    "（方既明同志宣读）", "二、担当", "大家说：“办法总比（笑声）困难多，我们不怕困难。”" + FILLER,
    "谢谢大家！（掌声）",
)  # fmt: skip


def shown(slide):
    """Every piece that is set on the slide itself."""
    pieces = [slide.title, slide.quotation, slide.place]
    pieces += [piece for point in slide.points for piece in (point.title, point.support)]
    pieces += [entry.title for entry in slide.entries] + [piece for _, piece in slide.lines]
    return [piece.text for piece in pieces if piece is not None]


def test_no_slide_shows_a_stage_direction():
    script, _ = compose(understand(manuscript(*SOURCES))[0])
    texts = [text for slide in script.slides for text in shown(slide)]
    assert texts
    assert not [text for text in texts if stage_directions(text)]
    assert script.slides[-1].title.text == "谢谢大家！"


def test_notes_and_pages_keep_them():
    script, _ = compose(understand(manuscript(*SOURCES))[0])
    spoken = "".join(piece.text for slide in script.slides for piece in slide.spoken())
    printed = "".join(piece.text for passage in script.passages for _, piece in passage.parts)
    assert spoken == printed == "".join(SOURCES)


def test_signature_and_annex_are_in_the_notes_and_not_on_the_closing_slide():
    sources = (
        "在庆祝大会上的讲话", "同志们：", "一、站位", FILLER, "二、担当", FILLER, "谢谢大家！",
        "某某镇人民政府", "2025年3月22日", "附件：任务清单", "一、修路", FILLER,
    )  # fmt: skip
    script, _ = compose(understand(manuscript(*sources))[0])
    assert shown(script.slides[-1]) == ["谢谢大家！"]
    assert "".join(p.text for p in script.slides[-1].notes) == "".join(sources[6:])


def test_what_is_a_stage_direction():
    for words in (
        "（掌声）",
        "(全体起立)",
        "（笑聲，掌聲）",
        "[Applause]",
        "（略）",
        "（请看视频）",
    ):
        assert is_stage_direction(words), words
    for words in (
        "（一）",
        "（2025年3月22日）",
        "（以下简称全会）",
        "掌声",
        "一（掌声）",
        "（）",
        "",
    ):
        assert not is_stage_direction(words), words
