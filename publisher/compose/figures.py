"""Key figures: numbers of the speech that say how much, each with the clause that says of what.

A figure is digits with a unit or sign, as written (5.5%, 120亿元, 3.2万亩). Dates, ordinals, ages,
times of day, numbers of articles and telephones are none, nor are the small counts of everyday
work (2次, 6处). The clause keeps its verb, its year and its hedge: where the figure's own clause
leans on the one before, that one comes with it, and where this gets too long the figure is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from publisher.compose.clauses import Sentence, Span, ems, sentences, trimmed
from publisher.compose.condense import spoken_sentences
from publisher.compose.standing import BINDING, CONDITION, before, leans
from publisher.record import NamedTuple
from publisher.script import Point
from publisher.speech import Piece, stage_directions
from publisher.traditional import simplified

MOST = 4
_CLAUSES = 40
_LONGEST = 44
"""Characters of a clause that says what a figure measures."""
_UNITS = """
元 美元 港元 欧元 人次 人 户次 户 家次 家 名 位 个百分点 百分点 个点 倍 成 亩 公顷 平方公里
平方千米 平方米 平方 立方米 立方 公里 千米 海里 里 厘米 米 吨 公斤 千克 斤 千瓦时 千瓦 兆瓦 吉瓦
瓦 度电 升 台套 台 套 辆 架 艘 列 条 项 件 宗 起 所 座 处 间 张 册次 册 本 份 场次 场馆 场 次 只
头 株 棵 枚 盏 眼 口 栋 幢 个 对 支 部 门 桶 箱 担 趟 班次 班 车次 标箱 单 笔 款 种 类 幅 篇 集
percent million billion thousand tonnes tons kilometres miles
""".split()
"""A longer one stands before the shorter one that it begins with."""
# Figures are looked for in the shape of a text, where signs of one meaning are one.
_SHAPES = {
    ord(char): sign
    for sign, kin in {
        ",": "，", "\x1f": "\u2009", " ": "\xa0", ".": "．", "-": "—–~～至到", "%": "％‰",
        "$": "€£", ":": "：/第图表Ｘ×",
    }.items()
    for char in kin
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:[,\x1f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_BEHIND = frozenset("%％‰ \xa0多余千百万亿").union(unit[0] for unit in _UNITS)
"""What stands behind the last digit of a figure."""
_SCALE = "[多余]?[千百]?[万亿]{0,2}[多余]?"


@cache
def _figure() -> re.Pattern[str]:
    """Made when a number is met that may be one: many a speech has none."""
    return re.compile(
        rf"(?<![\dA-Za-z:.])(?:\$\s?)?(?:{_NUMBER})(?:-(?:{_NUMBER}))? ?"
        rf"(?:%|{_SCALE}(?:{'|'.join(_UNITS)})(?![a-z])|[千百]?[万亿]{{1,2}})"
    )


_TOPIC = 12
"""Characters of a clause that only names what the next one is about."""
_SMALL = 10
"""A count below this is no key figure unless it has a sign, a fraction or a scale."""
# The figure's own clause leans on the one before when it begins so: 比上年提高19个百分点.
_LEAN = tuple(
    """
    比 较 同比 环比 占 增长 增加 提高 下降 减少 上升 降低 增幅 降幅 达 达到 为 约 近 超过 是 再
    分别 平均 净增 仅 还有 up down or
    """.split()
)
_EARLIER = "(?:[^，]{0,4}年前|去年|上年|原先|此前|往年|过去)(?:是|为|只有|才)"
_FORWARD = ("中", "里", "后", "时", "内", "以来", "期间", "下", "来", "起")
"""A clause that ends so and has no figure of its own is where the next one happens."""
_HINGE = tuple("到 达 为 是 约 近 超 过 于 了 至 成 出 少 下 达到 突破 不足 共 有 再 降 增".split())
"""What a figure at the end of its clause is not cut off from."""
_STRONG = "% 万 亿 倍 成 $ . 百分点 percent million billion".split()


class _Number(NamedTuple):
    """Where a number with its unit stands, and how much it stands out."""

    span: Span
    weight: float


class Figure(NamedTuple):
    """A figure as written, the clause that says what it measures, and how much it stands out."""

    words: Piece
    clause: Piece
    weight: float


def figures(pieces: Sequence[Piece]) -> tuple[Figure, ...]:
    """The key figures of running text, in order: one to a clause."""
    found: list[Figure] = []
    for piece in pieces:
        if piece.note or not any(map(str.isdigit, piece.text)):
            continue
        plain = simplified(piece.text)
        for sentence in spoken_sentences(plain):
            found += _of_sentence(piece, plain, sentence)
    return tuple(found)


def _of_sentence(piece: Piece, plain: str, sentence: Sentence) -> list[Figure]:
    found: list[Figure] = []
    told = 0
    """The clause behind the last figure's: what a later figure may not say again."""
    for i, clause in enumerate(sentence[:_CLAUSES]):
        numbers = _numbers(plain, clause)
        listed = len(numbers) > 1 and "、" in plain[numbers[0].span.end : numbers[-1].span.start]
        ahead = plain[clause.start : clause.end].rstrip("，；：,;: ").endswith(_FORWARD)
        if not numbers or listed or (ahead and i + 1 < len(sentence)):
            continue
        start = _start(plain, sentence, i, told)
        if start < told:
            # What it leans on has shown its figure: that one's clause goes on to this.
            longer = _longer(piece, plain, sentence, i, found[-1])
            if longer is not None:
                found[-1], told = longer, i + 1
            continue
        best = max(numbers, key=lambda n: (n.weight, n.span.start))
        end = _end(plain, sentence, i, best.span)
        span = trimmed(plain, Span(sentence[start].start, sentence[end].end))
        words = plain[span.start : span.end]
        if ems(words) <= _LONGEST and not _refused(plain, sentence, start, end, words):
            cut = piece.cut(*span), piece.cut(*best.span)
            if not stage_directions(cut[0].text):
                found.append(Figure(cut[1], cut[0], best.weight))
                told = end + 1
    return found


def _numbers(plain: str, clause: Span) -> list[_Number]:
    """The numbers of a clause that are large enough to be key figures."""
    words = plain[clause.start : clause.end]
    if not any(map(str.isdecimal, words)):
        return []
    if not any(a.isdecimal() and b in _BEHIND for a, b in pairwise(words)):
        return []
    first = max(clause.start - 1, 0)  # a number is none behind some characters
    shape = plain[first : clause.end].translate(_SHAPES)
    return [
        _Number(Span(first + found.start(), first + found.end()), _weight(found[0]))
        for found in _figure().finditer(shape, clause.start - first)
        if _counts(found[0])
    ]


def _end(plain: str, sentence: Sentence, i: int, figure: Span) -> int:
    """The clause up to which a figure's clause is told: a figure that begins a short one is what
    the next speaks of (3.5万元左右，是六楼一户要出的数目)."""
    clause = sentence[i]
    begins = not plain[clause.start : figure.start].strip()
    short = ems(plain[clause.start : clause.end]) <= _TOPIC
    return i + 1 if begins and short and i + 1 < len(sentence) else i


def _longer(piece: Piece, plain: str, sentence: Sentence, i: int, last: Figure) -> Figure | None:
    """The last figure with its clause up to clause ``i``, None where this gets too long."""
    start = last.clause.ref.start - piece.ref.start
    span = trimmed(plain, Span(start, sentence[i].end))
    fits = ems(plain[slice(*span)]) <= _LONGEST
    return last._replace(clause=piece.cut(*span)) if fits else None


def _start(plain: str, sentence: Sentence, i: int, told: int) -> int:
    """The clause from which figure's clause ``i`` can be told."""
    start = i
    while start > 0:
        first = plain[sentence[start].start : sentence[start].end].lstrip()
        ahead = plain[sentence[start - 1].start : sentence[start - 1].end].rstrip("，；：,;: ")
        hangs = first.startswith(_LEAN) or leans(first) or _is_earlier(first)
        leads = ahead.endswith(_FORWARD) or ahead.lstrip().startswith(CONDITION)
        colon = plain[sentence[start].start - 1] in "：:"
        if not (hangs or colon or (leads and start > told)):
            break
        start -= 1
    # What hedges or denies at the head of the sentence holds for all of it; its year goes with
    # the first figure, beside which the others stand.
    head = before(plain, sentence, start)
    return 0 if any(word in head for word in BINDING) or (told == 0 and _dated(head)) else start


def _dated(words: str) -> bool:
    return any(word in words for word in ("年", "月", "季度", "今春", "去冬"))


def _is_earlier(clause: str) -> bool:
    return re.match(_EARLIER, clause) is not None


def _refused(plain: str, sentence: Sentence, start: int, i: int, words: str) -> bool:
    opener = plain[sentence[start].start : sentence[start].end].lstrip()
    following = plain[sentence[i].end : sentence[-1].end].lstrip()
    return (
        leans(opener)
        or _is_earlier(opener)
        or words.endswith(("？", "?"))
        or (start == 0 and i == 0 and opener.startswith(("如果", "若", "只要", "if ")))
        or following.startswith(("的", "不", "却", "就", "则", "但"))
        or "“" in words
    )


def _counts(shape: str) -> bool:
    """Whether a number with its unit is large enough to be a key figure."""
    if _is_strong(shape):
        return True
    digits = re.match(_NUMBER, shape)
    return digits is not None and float(re.sub(r"[,\s]", "", digits[0])) >= _SMALL


def _weight(shape: str) -> float:
    if _is_strong(shape):
        return 2.0
    return 1.0 + 0.5 * (sum(map(str.isdecimal, shape)) >= 3)


def _is_strong(shape: str) -> bool:
    return any(sign in shape for sign in _STRONG)


def key_figures(found: Sequence[Figure]) -> tuple[Figure, ...]:
    """Those of ``found`` that deserve a slide: two to four that together stand out; else none."""
    kept = sorted(sorted(found, key=lambda f: -f.weight)[:MOST], key=lambda f: f.words.ref)
    striking = sum(figure.weight for figure in kept)
    return tuple(kept) if len(kept) > 1 and striking >= 3.0 else ()


def striking_figure(found: Sequence[Figure], said: Piece) -> Figure | None:
    """The one of ``found`` that ``said``, the sentence that a statement would show, begins or ends
    with, where it stands out."""
    whole = said.text
    if sum(map(len, sentences(whole))) > 2:
        return None
    for figure in found:
        inside = said.ref.paragraph == figure.words.ref.paragraph and (
            said.ref.start <= figure.words.ref.start and figure.words.ref.end <= said.ref.end
        )
        if inside and figure.weight >= 2.0:
            at_edge = whole.startswith(figure.words.text) or whole.endswith(figure.words.text)
            return figure if at_edge else None
    return None


def as_points(found: Sequence[Figure]) -> tuple[Point, ...]:
    """Figures as points: where each clause ends in its figure and reads on without it, the
    clause stands without it; else all clauses are whole."""
    ends = all(
        figure.clause.ref.end == figure.words.ref.end
        and not simplified(_stem(figure)).endswith(_HINGE)
        and ems(_stem(figure)) >= 4
        for figure in found
    )
    return tuple(
        Point(None, each.words, each.clause.cut(0, len(_stem(each))) if ends else each.clause)
        for each in found
    )


def _stem(figure: Figure) -> str:
    """The clause up to its figure."""
    return figure.clause.text[: figure.words.ref.start - figure.clause.ref.start].rstrip()
