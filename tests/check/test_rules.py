"""Each rule bites where it should, and nowhere else."""

from collections.abc import Sequence

import pytest

from publisher.check import RULES, Case, Finding, Severity, as_json, as_lines, check, counted
from publisher.config import Person
from publisher.manuscript import Cues, Manuscript, Paragraph, Run, statistics
from publisher.messages import MESSAGES
from publisher.outline.infer import understand
from publisher.typeface.registry import load_typefaces

NAMES = (
    Person("王清", ("县委书记",)),
    Person("李和平", ("县委副书记", "县长")),
    Person("赵一", ("常务副县长",)),
)


def case(*texts: str, levels: Sequence[int] = (), minutes: int | None = None) -> Case:
    """Paragraphs; ``levels`` are the outline levels of the first ones, 0 for body."""
    paragraphs = tuple(
        Paragraph(i, text, (Run(text),), Cues(outline_level=level - 1 if level else None))
        for i, text in enumerate(texts)
        for level in [levels[i] if i < len(levels) else 0]
    )
    manuscript = Manuscript(paragraphs)
    speech, notices = understand(manuscript)
    return Case(manuscript, paragraphs, speech, notices, load_typefaces(), minutes, 220, NAMES)


def found(rule: str, *texts: str, **options: object) -> list[Finding]:
    return list(RULES[rule](case(*texts, **options)))  # type: ignore[arg-type]


def words(findings: Sequence[Finding], *texts: str) -> list[str]:
    return [texts[f.paragraph][f.start : f.end] for f in findings if f.paragraph is not None]


@pytest.mark.parametrize(
    ("texts", "marks", "severity"),
    [
        (["他指出：“办好事情，关键在人。"], ["“"], "error"),
        (["建设“宜居城市“，让人安心。"], ["“"], "error"),
        (["办好事情，关键在人。”他说。"], ["”"], "error"),
        (["“甲“为了谁”的问题。"], ["“"], "error"),
        (["根据《条例的规定，办理。"], ["《"], "warning"),
        (["综合治理（见附件。"], ["（"], "warning"),
        (["综合治理见附件）。"], ["）"], "warning"),
        (["‘甲’乙’。"], ["’"], "warning"),
        (["他说：“甲。", "乙。", "丙。"], ["“"], "error"),
    ],
)
def test_a_mark_without_its_partner_is_found(
    texts: list[str], marks: list[str], severity: str
) -> None:
    findings = found("unmatched", *texts)
    assert words(findings, *texts) == marks
    assert {f.severity.value for f in findings} == {severity}


@pytest.mark.parametrize(
    "texts",
    [
        ["“甲‘乙’丙”《论〈语〉》（一）(二）（三)"],
        ["1）甲；2）乙；a）丙；一）丁。"],
        ["他念道：", "“大江东去，", "浪淘尽。”"],
        ["信中说：“甲。", "“乙。", "“丙。”", "“丁”。"],
        ["The teachers’ room isn’t far. “Yes.”"],
    ],
)
def test_marks_in_pairs_are_let_be(texts: list[str]) -> None:
    assert found("unmatched", *texts) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("同志们:", 1),
        ("甲,乙;丙。", 2),
        ("甲(乙)丙", 2),
        ("甲.乙", 1),
        ('这是"窗口"工作', 2),
        ("会议“强调”,要求", 1),
    ],
)
def test_half_width_marks_between_han_are_counted(text: str, count: int) -> None:
    (finding,) = found("half-width", text)
    assert dict(finding.values)["count"] == str(count)


@pytest.mark.parametrize(
    "text",
    ["比例3:1，增长5.5%，1,234人", "1.选址", "(1)甲", "Yes, sir.", "第3.2节，AI,5G", "见www.a.cn"],
)
def test_half_width_marks_elsewhere_are_let_be(text: str) -> None:
    assert found("half-width", text) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("甲。。乙", ["。。"]),
        ("甲，。乙、，丙", ["，。", "、，"]),
        ("甲,，乙", [",，"]),
        ("他说：“甲。”。", ["。”。"]),
        ("甲。。。乙", ["。。。"]),
        ("甲……乙——丙！！？！", []),
        ("“甲”，“乙”。（丙。）", []),
    ],
)
def test_doubled_marks_are_found(text: str, marks: list[str]) -> None:
    assert words(found("doubled-marks", text), text) == marks


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("人民的的利益", ["的的"]),
        ("我们进行进行部署", ["进行进行"]),
        ("同志们们", ["们们"]),
        ("over the the hill", ["the the"]),
    ],
)
def test_doubled_words_are_found(text: str, doubled: list[str]) -> None:
    assert words(found("doubled-words", text), text) == doubled


@pytest.mark.parametrize(
    "text",
    [
        "常常 人人 天天 一一 年年 家家户户 实实在在 点点滴滴 研究研究 一个一个 一条河一条河",
        "以为民服务为目的的活动，为了了解情况，除了了却心愿，不了了之，的的确确",
        "国是是大事，问题是是否落实，以及及时，参与与监督，首都都市圈，成都都江堰",
        "他把把关的事交给我，想想看看试试，谢谢大家，妈妈爸爸",
        "He had had enough; that that is, is. Bye bye.",
    ],
)
def test_words_that_are_said_twice_are_let_be(text: str) -> None:
    assert found("doubled-words", text) == []


def test_sentences_that_take_more_than_one_breath_are_noted() -> None:
    long, short = "长" * 121 + "。", "短" * 119 + "。"
    (finding,) = found("long-sentence", "开头。" + long)
    assert (finding.severity, finding.start, finding.end) == (Severity.NOTE, 3, 125)
    assert found("long-sentence", short, "甲" * 80 + "；" + "乙" * 80 + "。") == []
    assert found("long-sentence", "word " * 40 + ".", "Short one. " * 40) == []
    assert len(found("long-sentence", "word " * 50 + ".")) == 1


def test_each_placeholder_is_listed_with_its_sentence() -> None:
    first, second = found("placeholder", "甲。在某某镇和XX市。乙。")
    assert first.excerpt == second.excerpt == "在某某镇和XX市。"
    assert dict(second.values) == {"text": "XX市"}


def test_characters_outside_the_fonts_are_told_once() -> None:
    findings = found("glyph", "甲\U0001f9ff乙\U0001f9ff", "丙\U0001f9ff𠀀")
    assert [dict(f.values)["codepoint"] for f in findings] == ["U+1F9FF", "U+20000"]


def test_a_level_that_is_left_out_is_told_once() -> None:
    texts = ("一、甲的标题", "1.乙的标题", "2.丙的标题", "二、丁的标题")
    assert words(found("level-skipped", *texts, levels=(1, 3, 3, 1)), *texts) == ["1.乙的标题"]
    assert found("level-skipped", *texts, levels=(1, 2, 2, 1)) == []


def test_headings_of_the_same_words_are_told() -> None:
    texts = (
        "一、强化责任落实",
        "二、强化责任落实",
        "三、基本情况",
        "1.甲事",
        "四、存在问题",
        "1.甲事",
    )
    findings = found("heading-repeated", *texts, levels=(1, 1, 1, 2, 1, 2))
    assert words(findings, *texts) == ["二、强化责任落实"]
    assert findings[0].severity is Severity.WARNING
    apart = ("一、甲处的工作", "1.存在的主要问题", "二、乙处的工作", "1.存在的主要问题")
    (finding,) = found("heading-repeated", *apart, levels=(1, 2, 1, 2))
    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("characters", "key"),
    [(2200, None), (2300, None), (2600, "check.length"), (1000, "check.length-short")],
)
def test_the_length_is_held_against_the_target(characters: int, key: str | None) -> None:
    findings = found("length", "长" * characters, minutes=10)
    assert [f.key for f in findings] == ([key] if key else [])
    assert found("length", "长" * characters) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("县委书记王清、县长李和平出席。", []),
        ("王清书记主持，李和平同志讲话。", []),
        ("县长王清出席。", ["check.post"]),
        ("副县长李和平出席。", ["check.post"]),
        ("赵一县长要求。", ["check.post"]),
        ("常务副县长赵一、副县长赵一同志", []),
        ("李和平、王清、赵一出席。", ["check.order"]),
        ("县长李和平、县委书记王清出席。", ["check.order"]),
        ("县长李和平讲话后，王清书记作总结。", []),
        ("县长李和评强调。", ["check.name"]),
        ("县长李和在会上", []),
        ("镇长周二、张三出席", []),
    ],
)
def test_names_posts_and_order_follow_the_office_s_list(text: str, keys: list[str]) -> None:
    assert [f.key for f in found("names", text)] == keys


def test_notices_become_findings_and_own_rules_take_precedence() -> None:
    findings = check(
        case("题目在这里", "一、第一部分的标题", "某某。", "三、第三部分的标题", "乙。")
    )
    assert [f.rule for f in findings] == ["placeholder", "number-gap"]
    assert findings[1].paragraph == 3
    assert findings[1].excerpt == "三、第三部分的标题"


def test_every_finding_has_its_sentences() -> None:
    findings = check(
        case("县长王清，王请：“甲。。乙的的某某,丙", "长" * 130 + "。", "\U0001f9ff", minutes=1)
    )
    for finding in findings:
        assert finding.key in MESSAGES
    for lang in ("zh", "en"):
        lines = as_lines(findings, lang)
        assert len([line for line in lines if line[0] in "✗!·"]) == len(findings)
        assert "{" not in "".join(lines)


def test_the_json_is_a_contract() -> None:
    made = case("他说：“甲。")
    findings = check(made)
    data = as_json("a.docx", findings, statistics(made.manuscript), "en")
    assert list(data) == ["file", "findings", "counts", "stats"]
    quotation = next(f for f in data["findings"] if f["severity"] == "error")
    assert quotation == {
        "rule": "unmatched", "severity": "error", "paragraph": 0, "start": 3, "end": 4,
        "excerpt": "他说：“甲。", "message": "“ is never closed",
        "suggestion": "add ” where it ends",
    }  # fmt: skip
    assert data["counts"] == counted(findings)


@pytest.mark.parametrize(
    "text",
    ["“" * 20000, "（《" * 10000 + "）", "某某" * 20000, "年 " * 20000, "的" * 40000, "）" * 20000],
)
def test_marks_without_end_take_time_in_proportion(text: str) -> None:
    assert check(case(text))
