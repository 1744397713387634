"""Condensing: which contiguous piece of a text stands for it on a slide.

Nothing is reworded. A candidate is a run of clauses of one sentence; tables of words say which
would lose their subject, condition, negation or hedge when cut there, and these are refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publisher.compose.clauses import Sentence, Span, ems, sentences, trimmed
from publisher.speech import Piece, stage_directions

# A clause that begins so leans on what stood before it.
_LEANING = tuple(
    "这 那 它 其 此 该 他 她 从而 因此 因而 所以 使 让 令 并 而 但 却 也 又 还 更 则 就 "
    "才 都 以及 同时 而且 否则 为此 即 如 例如 比如 对此 由此 然而 不过 特别是 尤其 包括 "
    "以便 进而 再 既 不是 具体 下面 以下 以上 上述 前者 后者 相反 换言之 也就是说 结合 "
    "只有这样 this that it its they these those and but so then which".split()
)
# A clause that begins so is a condition or an aim: it needs what follows.
_CONDITION = tuple(
    "如果 若 只要 只有 假如 要是 一旦 除非 在 当 对 对于 围绕 针对 根据 依据 按照 依照 "
    "通过 随着 由于 因为 为了 为 以 把 将 从 虽然 尽管 即使 作为 面对 立足 聚焦 经过 自 "
    "截至 凡 结合 if when unless although because since".split()
)
# What stands before a cut and must not be lost by it.
_BINDING = tuple(
    "不 没 未 无 非 禁 勿 莫 力争 预计 争取 计划 拟 可能 尽量 原则上 尚 假如 如果 除非 "
    "只有 防止 避免 克服 杜绝 摒弃 反对 倘 据说 据称".split()
)
# A clause that begins so may open a sentence of its own: official prose drops the subject.
_ACTIONS = tuple(
    "坚持 健全 完善 推动 推进 加强 提升 提高 强化 优化 构建 打造 形成 建立 建设 发展 培育 "
    "壮大 深化 落实 抓好 做好 做到 实现 确保 保障 促进 发挥 支持 鼓励 引导 引育 引进 激发 "
    "激活 统筹 统一 规范 严格 严守 严肃 扎实 着力 大力 积极 主动 全面 深入 切实 充分 持续 "
    "不断 加快 扩大 拓宽 拓展 畅通 补齐 破解 解决 满足 凝聚 汇聚 弘扬 传承 保护 守护 筑牢 "
    "夯实 牢记 牢固 树立 认真 自觉 坚决 坚定 努力 始终 必须 应当 要 让 每 科学 合理 精准 "
    "定期 及时 主要 重点 开展 组织 实施 制定 搭建 创新 创建 改造 改善 增强 增进 巩固 倡导 "
    "开放 共享 用好 用足 管好 守好 讲好 办好 建好 列出 明确 压实 久久为功".split()
)
_CONTRAST = tuple("但 而 却 不 并不 否则 才 也 就 则 都 还 更 只是 或者 以及".split())

_LEAST = 8


class Wish(NamedTuple):
    """How long a piece should be, and may be, in Han characters (see ``ems``)."""

    ideal: int
    most: int


class _Candidate(NamedTuple):
    score: float
    order: tuple[int, int]
    piece: Piece


def pick(
    pieces: Sequence[Piece], wish: Wish, *, near: str = "", after: Piece | None = None
) -> Piece | None:
    """The best piece of ``pieces`` to stand for them, or None where nothing can be cut out.

    ``near`` is the title it supports: shared words count. ``after``: only what follows it.
    """
    spoken = [piece for piece in pieces if not piece.note]
    usable = [c for i, piece in enumerate(spoken) for c in _candidates(piece, i, wish, near)]
    if after is not None:
        usable = [c for c in usable if c.piece.ref[:2] >= (after.ref.paragraph, after.ref.end)]
    if not usable:
        return None
    return min(usable, key=lambda c: (-c.score, c.order)).piece


def _candidates(piece: Piece, nth: int, wish: Wish, near: str) -> Iterator[_Candidate]:
    text = piece.text
    directions = stage_directions(text)
    for s, sentence in enumerate(sentences(text)):
        for i in range(len(sentence)):
            for j in range(i, len(sentence)):
                span = trimmed(text, Span(sentence[i].start, sentence[j].end))
                length = ems(text[span.start : span.end])
                if length > wish.most:
                    break
                if length < _LEAST or not _stands_alone(text, sentence, i, j):
                    continue
                if any(span.start < end and start < span.end for start, end in directions):
                    continue
                score = _score(text, sentence, i, j, span, near)
                score -= abs(length - wish.ideal) / 8 + 0.8 * s + 2.0 * nth
                yield _Candidate(score, (nth, span.start), piece.cut(span.start, span.end))


def _stands_alone(text: str, sentence: Sentence, i: int, j: int) -> bool:
    """Whether clauses ``i`` to ``j`` keep subject, negation, condition and hedge by themselves."""
    first = text[sentence[i].start : sentence[i].end].lstrip()
    last = text[sentence[j].start : sentence[j].end].lstrip()
    whole = text[sentence[i].start : sentence[j].end]
    if first.lower().startswith(_LEANING) or whole.rstrip().endswith(("：", ":", "？", "?")):
        return False
    if "：“" in whole or whole.lstrip()[:1] == "“":
        return False
    if i > 0:
        before = text[sentence[0].start : sentence[i].start]
        if not first.startswith(_ACTIONS) or any(word in before for word in _BINDING):
            return False
        if text[sentence[i].start - 1] in "：:":
            return False
        opener = text[sentence[i - 1].start : sentence[i].start].lstrip()
        if opener.startswith(_CONDITION):
            return False
    if j + 1 < len(sentence):
        following = text[sentence[j + 1].start : sentence[j + 1].end].lstrip()
        if following.startswith(_CONTRAST) or last.startswith(_CONDITION):
            return False
        if len(last) < _LEAST:
            return False
    return True


def _score(text: str, sentence: Sentence, i: int, j: int, span: Span, near: str) -> float:
    score = 2.0 * (i == 0) + 1.5 * (j + 1 == len(sentence))
    chosen = text[span.start : span.end]
    shared = sum(near[k : k + 2] in chosen for k in range(len(near) - 1))
    return score + min(shared, 3) * 0.5


def first_sentence(pieces: Sequence[Piece], most: int) -> Piece | None:
    """The first words up to a clause end, at most ``most`` characters: when nothing better is."""
    for piece in pieces:
        text = "" if piece.note else piece.text
        for sentence in sentences(text):
            fitting = [c.end for c in sentence if ems(text[sentence[0].start : c.end]) <= most]
            if not fitting:
                continue
            span = trimmed(text, Span(sentence[0].start, fitting[-1]))
            if stage_directions(text[span.start : span.end]):
                continue
            if ems(text[span.start : span.end]) >= _LEAST and text[fitting[-1] - 1] not in "：:":
                return piece.cut(*span)
    return None


def shortened(piece: Piece, most: int) -> Piece:
    """A title of at most ``most`` characters: whole, or its first clauses; blanks trimmed."""
    text = piece.text
    whole = trimmed(text, Span(0, len(text)))
    if ems(text[whole.start : whole.end]) <= most or whole.end == whole.start:
        return piece.cut(*whole) if whole.end > whole.start else piece
    clauses = [clause for sentence in sentences(text) for clause in sentence]
    fitting = [c.end for c in clauses if ems(text[whole.start : c.end]) <= most]
    if not fitting or fitting[-1] - whole.start < 4:
        return piece.cut(*whole)
    return piece.cut(*trimmed(text, Span(whole.start, fitting[-1])))


def bare(piece: Piece) -> Piece:
    """A line without the brackets around it, as dates and speakers stand in them: （…）."""
    text = piece.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if text[start:end][:1] in ("（", "(") and text[start:end][-1:] in ("）", ")"):
        return piece.cut(start + 1, end - 1) if end - start > 2 else piece
    return piece
