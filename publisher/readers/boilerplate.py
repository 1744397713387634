"""What document libraries and news pages put before and after a speech, as one readable table.

Only whole lines at the two ends of a text are dropped, never anything between the first and the
last line of the speech; each one is reported. To teach publisher a new line, add a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.events import Notice, notice
from publisher.record import NamedTuple

_FILE = r"\.(?:docx?|wps|pptx?|pdf|txt|rtf)"
_SITE = (
    "(?:文库|豆丁|道客|范文"
    "|(?:公文|文档|资料|下载|分享|学习|资源|写作)[^，。,]{0,6}(?:网|站|平台|APP))"
)
_BEFORE = r"[-—·•*【\s]*"
_KEYWORDS = r"(?:关\s*键\s*[词字]|标\s*签|TAGS?)\s*[:：]\s*"


class Kind(NamedTuple):
    """One kind of line: its name, a regular expression for a whole line, and what it owns.

    ``owns`` is how many of the lines behind it belong to it (关键词 and then the words); ``rest``
    is for labels with nothing of the speech behind them (相关推荐).
    """

    name: str
    pattern: str
    owns: int = 0
    rest: bool = False


KINDS: tuple[Kind, ...] = (
    Kind("file name", rf"《?[^。！？]{{2,90}}{_FILE}》?(?:[(（]\d+页[^)）]*[)）])?"),
    Kind("upload notice", r".{0,120}由[^，。,]{0,20}(?:会员|网友|用户)[^，。,]{0,12}"
         r"(?:分享|上传|整理|提供|发布|收集).{0,120}"),
    Kind("search notice", r".{0,120}(?:在线阅读|更多相关|珍藏版|请在.{2,12}上?搜索).{0,120}"),
    Kind("origin", r"[本该此](?:文档?|资料|文件|范文|稿)(?:由|来自|来源于|源于|转自|选自).{2,60}"
         rf"|.{{0,30}}(?:整理|收集|搜集)于(?:互联网|网络).{{0,12}}"
         rf"|.{{0,12}}{_SITE}(?:整理|提供|收集|出品).{{0,12}}"),
    Kind("copyright", _BEFORE + r"(?:版权|著作权|免责|郑重|法律|特别)声明.{0,200}"
         r"|(?:版权(?:说明|所有|归)|著作权归).{0,120}"
         r"|.{0,60}侵权.{0,12}(?:删除|告知|联系我们|请联系).{0,60}"
         r"|.{0,60}(?:转载请|未经.{0,8}(?:许可|授权|同意)).{0,60}"
         r"|.{0,60}(?:Copyright|©|All Rights Reserved).{0,60}"),
    Kind("keywords", _BEFORE + _KEYWORDS, owns=1),
    Kind("keywords in line", _BEFORE + _KEYWORDS + ".{1,200}"),
    Kind("conditions", _BEFORE
         + r"(?:配套讲稿|配套课件|特殊限制|特别提醒|温馨提示|使用说明|下载说明)[】\s]*[:：]?\s*",
         owns=1),
    Kind("terms of use", r".{0,120}(?:双击\s*word|显示\s*word\s*图标|禁止商用|下载后可"
         r"|仅供(?:学习)?参考[，。！,]?$).{0,120}"),
    Kind("counters", _BEFORE + r"(?:(?:上传|下载|阅读|浏览|点击|收藏|评论|点赞|发布|更新)"
         r"(?:人|者|时间|日期|次数|数|量)|文档(?:大小|格式|页数|编号|ID)|资源(?:描述|大小|ID)|页数|字数|积分)"
         r"\s*[:：].{0,80}"),
    Kind("publication", r"(?:(?:来源|作者|编辑|责编|责任编辑|发布时间|发布日期|日期|时间|浏览|点击"
         r"|阅读|字体|字号)(?:次数|量)?[:：]\s*[^\s|]{1,24}(?:[\s|]+|$)){2,}"
         r"|[（(【\[]?(?:责任编辑|责编|编辑|校对)\s*[:：]\s*\S{1,12}[）)】\]]?"),
    Kind("navigation", r"(?:上一|下一)[篇页条]\s*[:：].{0,60}|当前位置\s*[:：].{0,80}"
         r"|(?=.*[首上下返打关收分点字大])(?:首页|上一[篇页条]|下一[篇页条]|返回|列表|顶部|打印|本页|关闭|窗口|收藏"
         r"|分享|点赞|字体|字号|[大中小>》»|\-\s:：【】\[\]])+"),
    Kind("subscription", r".{0,12}(?:扫码|扫一扫|扫描二维码|关注.{0,8}公众号"
         r"|(?:开通|成为|升级).{0,4}(?:VIP|会员)"
         r"|积分下载|免费下载|立即下载|全文下载).{0,24}"),
    Kind("address", r"(?:.{0,12}[:：]\s*)?(?:https?://|www\.)[\w./?=&%#:~+\-]+"),
    Kind("related", _BEFORE + r"(?:相关(?:推荐|阅读|文章|文档|资源|搜索)|猜你喜欢|推荐阅读|延伸阅读"
         r"|热门(?:文章|文档))[】\s]*[:：]?", rest=True),
)  # fmt: skip

_KINDS = tuple((re.compile(kind.pattern, re.IGNORECASE), kind) for kind in KINDS)
_REACH = 40
"""Lines at either end among which boilerplate is looked for."""
_LONGEST = 240
_SHOWN = 24
_TEXT = re.compile(r".{60,}|.*[。！？!?]")
"""A line that is text, and so ends the search at the head."""


def kind_of(line: str) -> Kind | None:
    """The row that knows ``line``, or None."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return None
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(line)), None)


class Trimmed(NamedTuple):
    """The lines of the speech, what was dropped, and the title that the site gave it."""

    lines: list[str]
    notices: tuple[Notice, ...]
    title: str = ""


def trim(lines: Sequence[str]) -> Trimmed:
    """``lines`` without the boilerplate at their ends."""
    head = _at_head(lines)
    tail = _at_tail(lines, head[-1] + 1 if head else 0)
    dropped = [*head, *(at for at in range(tail, len(lines)) if lines[at].strip())]
    gone = frozenset(dropped)
    kept = [line for at, line in enumerate(lines) if at not in gone]
    if not any(line.strip() for line in kept):
        return Trimmed(list(lines), ())  # then it is what the text is about
    notices = tuple(_reported(lines[at].strip()) for at in dropped)
    return Trimmed(kept, notices, _title([lines[at].strip() for at in head]))


def _reported(line: str) -> Notice:
    shown = line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
    return notice("boilerplate-left-out", text=shown, characters=len(line))


def _title(names: Sequence[str]) -> str:
    """The name of the uploaded file is the speech's title."""
    for name in names:
        found = re.match(rf"《?(.{{4,80}}?){_FILE}", name, re.IGNORECASE)
        if found is not None:
            return found.group(1)
    return ""


def _at_head(lines: Sequence[str]) -> list[int]:
    """Boilerplate before the text; a title or date may stand between its lines."""
    found: list[int] = []
    owned = 0
    for at, line in enumerate(lines[:_REACH]):
        if not line.strip():
            continue
        kind = kind_of(line)
        if owned or (kind is not None and not kind.rest):
            found.append(at)
            owned = kind.owns if kind is not None else owned - 1
        elif _TEXT.fullmatch(line.strip()):
            break
    return found


def _at_tail(lines: Sequence[str], first: int) -> int:
    """Where the boilerplate behind the text begins, without a line of the speech among it."""
    tail = len(lines)
    waiting = 0
    for at in range(len(lines) - 1, max(first, len(lines) - _REACH) - 1, -1):
        if not lines[at].strip():
            continue
        kind = kind_of(lines[at])
        if kind is not None and (waiting <= kind.owns or _lists_others(kind, lines[at:tail])):
            tail, waiting = at, 0
        elif kind is None and waiting < _REACH:
            waiting += 1
        else:
            break
    return tail


def _lists_others(kind: Kind, lines: Sequence[str]) -> bool:
    """A list of other documents: short lines, none of them a sentence."""
    return kind.rest and all(
        len(line.strip()) < 60 and not line.strip().endswith("。") for line in lines
    )
