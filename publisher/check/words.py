"""Words typed twice, sentences that are too long, placeholders, letters without a font."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from publisher.check.finding import Case, Finding, Severity, at, is_han, sentences
from publisher.placeholders import sentence_at, spans
from publisher.typeface.fallback import coverage

LONGEST = 120
"""Characters of a Chinese sentence that can be read in one breath."""
LONGEST_LATIN = 45
"""Words of an English one."""

_SINGLE: Mapping[str, tuple[str, str]] = {
    "的": ("目标有打端似", "确士话"),
    "了": ("不得除为末完清终未没罢明", "解结之然却断如此事望无当得"),
    "是": ("于国求非若如", "非否"),
    "们": ("", ""),
    "并": ("合兼吞", "非"),
    "着": ("附沉", "眼力手重"),
    "被": ("", "子褥"),
    "把": ("一", "关握控脉手柄"),
}
"""Characters that are doubled only by mistake, unless one of the first stands before the two or
one of the second behind them (目的的, 为了了解, 不了了之, 国是是)."""

_WORDS = (
    "进行 我们 你们 他们 它们 咱们 这个 那个 这些 那些 以及 因为 所以 但是 而且 并且 如果 "
    "能够 应当 应该 必须 需要 通过 根据 按照 为了 对于 关于 由于 已经 正在 不是 就是 还是 "
    "或者 其中 其他 什么 怎么 加强 推进 推动 坚持 实现 提高 开展 落实 确保 完善 建立 健全 "
    "促进 深入 积极 进一步 全面 认真 切实 继续 围绕 聚焦 深化 强化 加快 同时 尤其 特别 "
    "作为 方面 问题 建设 发展 习近平 总书记 党中央 国务院 人民 社会 经济 政府 会议 精神 "
    "领导 干部 同志"
).split()
"""Words that are never said twice in a row; 研究研究 and 一个一个 are, so others are let be."""
_DOUBLED = r"(" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")\1"
_LATIN = r"\b([A-Za-z]{2,})\s+\1\b"
_LATIN_WORDS = frozenset("had that very bye so no now there hear hip".split())


def doubled_words(case: Case) -> Iterator[Finding]:
    """的的, 进行进行, the the."""
    for paragraph in case.paragraphs:
        text = paragraph.text
        for match in re.finditer(r"([\u3400-\u9fff])\1", text):
            if _is_mistake(text, match.start()):
                yield at("doubled-words", Severity.WARNING, paragraph, *match.span(), word=match[1])
        for match in re.finditer(_DOUBLED, text):
            yield at("doubled-words", Severity.WARNING, paragraph, *match.span(), word=match[1])
        for match in re.finditer(_LATIN, text):
            if match[1].islower() and match[1] not in _LATIN_WORDS:
                yield at("doubled-words", Severity.WARNING, paragraph, *match.span(), word=match[1])


def _is_mistake(text: str, start: int) -> bool:
    exceptions = _SINGLE.get(text[start])
    if exceptions is None:
        return False
    before, behind = text[start - 1 : start] if start else "", text[start + 2 : start + 3]
    return not (before and before in exceptions[0]) and not (behind and behind in exceptions[1])


def long_sentences(case: Case) -> Iterator[Finding]:
    """Sentences over LONGEST characters; a semicolon is a place to breathe."""
    for paragraph in case.paragraphs:
        text = paragraph.text
        if paragraph.cues.in_table or len(text) <= LONGEST:
            continue
        for start, end in sentences(text):
            words = text[start:end]
            length = sum(not char.isspace() for char in words)
            if length <= LONGEST:
                continue
            if sum(map(is_han, words)) * 2 < length:
                count = len(words.split())
                if count > LONGEST_LATIN:
                    yield at("long-sentence", Severity.NOTE, paragraph, start, end,
                             "long-sentence-words", length=count, most=LONGEST_LATIN)  # fmt: skip
            else:
                yield at("long-sentence", Severity.NOTE, paragraph, start, end,
                         length=length, most=LONGEST)  # fmt: skip


def placeholders(case: Case) -> Iterator[Finding]:
    """Each placeholder that is left, with its sentence."""
    for paragraph in case.paragraphs:
        for start, end in spans(paragraph.text):
            words = paragraph.text[start:end]
            found = at("placeholder", Severity.WARNING, paragraph, start, end, text=words)
            yield found._replace(excerpt=sentence_at(paragraph.text, start, end))


def missing_glyphs(case: Case) -> Iterator[Finding]:
    """Characters that no font of the script has; each once."""
    known: set[str] = set()
    told: set[str] = set()
    for paragraph in case.paragraphs:
        letters = set(paragraph.text)
        if letters <= known:
            continue
        missing = coverage(paragraph.text, "fang", case.typefaces).missing
        for cluster in missing:
            if cluster not in told and cluster.strip():
                start = paragraph.text.index(cluster)
                told.add(cluster)
                yield at("glyph", Severity.WARNING, paragraph, start, start + len(cluster),
                         character=cluster,
                         codepoint=" ".join(f"U+{ord(c):04X}" for c in cluster))  # fmt: skip
        if not missing:
            known |= letters
