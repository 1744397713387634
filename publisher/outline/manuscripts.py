"""The kinds of manuscripts and their customs, as one readable table."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.record import NamedTuple
from publisher.traditional import simplified


class Kind(NamedTuple):
    """A kind of manuscript.

    ``titles``: what its title (or subtitle) ends with, 稿 提纲 材料 left off. ``words``: what its
    first paragraphs say where no title does. ``agenda``: it shows its parts before they come.
    ``headings``: it usually has some, so that their lack is worth a notice.
    """

    name: str
    titles: tuple[str, ...]
    words: tuple[str, ...] = ()
    agenda: bool = True
    headings: bool = True


def _words(row: str) -> tuple[str, ...]:
    return tuple(row.split())


# The first kind that fits counts: 主持词 before 讲话, 述职报告 before 汇报材料.
KINDS = (
    Kind(
        "主持词",
        _words("主持词 主持讲话 主持 串词 主持人串词"),
        _words("会议由我主持 大会由我主持 会议共有 大会共有 会议议程 大会议程"),
        agenda=False,
        headings=False,
    ),
    Kind("问答", _words("答记者问 问答 访谈 访谈录 实录"), agenda=False, headings=False),
    Kind(
        "述职报告",
        _words("述职报告 述职述廉报告 述责述廉报告 述学报告 述职 述廉"),
        _words("现述职如下 述职如下 履行职责情况"),
    ),
    Kind("党课", _words("党课 微党课 党课讲义 讲义"), _words("讲一堂党课 上一堂党课 这堂党课")),
    Kind("心得体会", _words("心得体会 学习体会 心得 体会 感悟 有感 读后感 学习笔记")),
    Kind(
        "汇报材料",
        _words("汇报材料 情况汇报 工作汇报 的汇报 汇报 情况报告 工作报告 的报告 报告 总结"),
        _words("汇报如下 报告如下"),
    ),
    Kind(
        "致辞",
        _words(
            "致辞 致词 贺词 贺信 祝词 祝辞 祝酒词 欢迎词 欢迎辞 答谢词 答谢辞 开幕词 闭幕词 "
            "开幕辞 闭幕辞 寄语 Welcome"
        ),
        headings=False,
    ),
    Kind("发言", _words("发言 表态发言 研讨发言 交流发言 表态 交流"), _words("作个发言 表态发言")),
    Kind(
        "讲话",
        _words("讲话 演讲 动员 宣讲 讲话要点 Speech Remarks Address Lecture"),
        _words("讲几点意见 讲三点意见 讲四点意见"),
    ),
)
_FORMS = ("讲稿", "提纲", "稿", "材料")
_ENOUGH = 600
"""Characters of the opening that are read."""


def recognise(titles: Sequence[str], opening: Sequence[str]) -> Kind | None:
    """The kind of a manuscript by its title lines, else by the words of its first paragraphs."""
    lines = [_bare(line) for line in titles]
    for kind in KINDS:
        if any(_titled(line, kind) for line in lines):
            return kind
    start = simplified("".join(opening)[:_ENOUGH])
    return next((kind for kind in KINDS if any(word in start for word in kind.words)), None)


def _titled(line: str, kind: Kind) -> bool:
    if line.isascii():
        return any(word in line for word in kind.titles if word.isascii())
    return line.endswith(kind.titles)


def _bare(line: str) -> str:
    line = simplified("".join(line.split())).strip("（）()—-“”《》")
    for form in _FORMS:
        if len(line) > len(form) + 1 and not line.endswith("汇报材料"):
            line = line.removesuffix(form)
    return line
