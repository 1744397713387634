"""A short speech about a village library, written for this project, as a script with every role.

Its slides are made by hand, so that each role has one whatever a deck of this speech would have;
their words are pieces of the speech all the same, and their notes are the whole of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from publisher.manuscript import Cell, Paragraph, Picture, Run, SourceRef, Table
from publisher.script import Entry, Point, Role, Script, Slide
from publisher.speech import Piece

SPEECH = (
    "让好书走近每一户人家",
    "——在青山村图书室开放日上的讲话",
    "图书室　陈一诺",
    "2025年10月18日",
    "各位乡亲、小朋友们：",
    (
        "一年前的今天，老粮仓的门重新打开，里面不再是谷子，而是书。借开放日的机会，我说说这一年的事，"
        "也说说往后的打算。"
    ),
    "一、一年变化，书多了，灯也亮得久了",
    (
        "这一年，变化看得见。一是书多了，从三百册添到两千四百册，一半是大家捐的。二是人来了，"
        "晚上和周末，座位常常坐满。三是灯亮得久了，关门的时间从六点推迟到了九点半。"
    ),
    (
        "先看几个数。全年借书5860册次，比头一年多了两倍；常来的读者412人，一半是孩子；志愿者值守96班，"
        "没有一次空岗。"
    ),
    "各季的情况都在这张表里。",
    "有位放羊的大叔对我说：“白天看山，晚上看书，日子就有了两样风景。”",
    "二、众人出力，老粮仓成了图书室",
    "这间屋子是一步一步走出来的。三月清仓修窗，屋里亮堂起来；五月打好书架，一排靠着一排；七月通上网络，查书借书方便；九月画完外墙，老远就看得见。",
    "书架用的是旧门板，是村里的木匠一块一块打出来的。",
    "从前借一本书要搭车去县城，来回就是半天；现在出门走上几步，一刻钟借好还清。",
    "三、往后打算，六件小事接着做",
    (
        "往后，六件小事接着做。书箱进田头，农忙时跟着人走。念书给老人听，每周二下午不断。办周末故事会，"
        "孩子讲，大人听。收集老故事，一人讲一段，编成小册子。和邻村换书看，每季对换一百册。给旧书做体检，"
        "破了的随时补好。"
    ),
    "办图书室，办的是读书的习惯。一个村子有人读书，夜里的灯就不一样。",
    (
        "最后还有一个请求。书架上空着的地方，请大家接着填；家里看过的书，请带来和邻居换着看。"
        "书有借有还，情分才长久；读书的人一个带一个，这盏灯才会越点越亮。"
    ),
    "谢谢大家！欢迎常来坐坐。",
)
"""By paragraphs."""
TABLE = (
    ("时间", "借书（册次）", "还书（册次）", "读者（人）"),
    ("一季度", "820", "760", "165"),
    ("二季度", "1260", "1190", "248"),
    ("三季度", "1790", "1650", "356"),
    ("四季度", "1990", "1930", "412"),
)
"""The table behind the tenth paragraph; its header first."""
UNIT = "青山村村民委员会"
"""Whose deck it is: what a configuration would say."""
_PARTS = (SPEECH[6], SPEECH[11], SPEECH[15])
_CAPTION = "书架用的是旧门板"
_SIZE = (1600, 900)


def sample_script(roles: Collection[Role], picture: bytes) -> Script:
    """The speech on slides of these ``roles``, in the order of the speech.

    ``picture`` is a PNG of 16 by 9. The notes of a role that is left out go to the slide before.
    """
    told: list[Slide] = []
    for slide in _slides(picture):
        if slide.role in roles:
            told.append(slide)
        elif told:
            told[-1] = told[-1]._replace(notes=told[-1].notes + slide.spoken())
    leads = [_leading(told, part) for part in range(len(_PARTS))]
    entries = tuple(
        Entry(str(n), _part(words), lead)
        for n, (words, lead) in enumerate(zip(_PARTS, leads, strict=True), 1)
    )
    slides = [s._replace(entries=entries) if s.role is Role.AGENDA else s for s in told]
    return Script(SPEECH[0], SPEECH[2], "zh-CN", tuple(slides), ())


def _leading(slides: Sequence[Slide], part: int) -> int:
    """The first slide of a part; no two slides of one role stand next to each other."""
    return next((i for i, slide in enumerate(slides) if slide.section == part), 0)


def _slides(picture: bytes) -> tuple[Slide, ...]:
    """Fifteen slides: each role, and points twice, since six stand otherwise than three."""
    one, two, three = map(_part, _PARTS)
    return (
        Slide(Role.COVER, _notes(0, 1, 2, 3), _piece(SPEECH[0]), lines=_COVER),
        Slide(Role.AGENDA, _notes(4, 5)),
        Slide(Role.SECTION, _notes(6), one, "第一部分", _titles(*_SHORT), section=0),
        Slide(Role.POINTS, _notes(7), _piece("变化看得见"), points=_points(*_CHANGES),
              section=0, place=one),
        Slide(Role.FIGURES, _notes(8), _piece("先看几个数"), points=_points(*_FIGURES),
              section=0, place=one),
        Slide(Role.TABLE, _notes(9), _piece("各季的情况"), table=_table(), section=0, place=one),
        Slide(Role.CHART, (), _piece("各季的情况"), table=_table(), section=0, place=one),
        Slide(Role.QUOTE, _notes(10), _piece("放羊的大叔"), section=0, place=one,
              quotation=_piece("白天看山，晚上看书，日子就有了两样风景。")),
        Slide(Role.SEQUENCE, _notes(11, 12), _piece("这间屋子是一步一步走出来的"),
              points=_points(*_STEPS), section=1, place=two),
        Slide(Role.PICTURE, _notes(13), two, picture=_picture(picture), section=1, place=two,
              lines=(("caption", _piece(_CAPTION)),)),
        Slide(Role.COMPARISON, _notes(14), _piece("借一本书"), points=_points(*_THEN_AND_NOW),
              section=1, place=two),
        Slide(Role.POINTS, _notes(15, 16), three, points=_points(*_PLANS), section=2, place=three),
        Slide(Role.STATEMENT, _notes(17), three, points=_points(_HABIT), section=2, place=three),
        Slide(Role.TEXT, (), _piece("最后还有一个请求"), text=_notes(18), section=2, place=three),
        Slide(Role.CLOSING, _notes(19), _piece(SPEECH[19])),
    )  # fmt: skip


# --- pieces of the speech ---------------------------------------------------------------------


def _piece(words: str) -> Piece:
    """These words of the speech, where they first stand. Raises StopIteration for others."""
    index = next(i for i, paragraph in enumerate(SPEECH) if words in paragraph)
    start = SPEECH[index].index(words)
    return Piece(SourceRef(index, start, start + len(words)), (Run(words),))


def _part(heading: str) -> Piece:
    """A heading without its number."""
    return _piece(heading.partition("、")[2])


def _notes(*paragraphs: int) -> tuple[Piece, ...]:
    return tuple(Piece(SourceRef(i, 0, len(SPEECH[i])), (Run(SPEECH[i]),)) for i in paragraphs)


def _titles(*words: str) -> tuple[Point, ...]:
    return tuple(Point(None, _piece(each)) for each in words)


def _points(*rows: tuple[str | None, str, str]) -> tuple[Point, ...]:
    """Points from (label, title, support or "")."""
    return tuple(
        Point(label, _piece(title), _piece(support) if support else None)
        for label, title, support in rows
    )


def _table() -> Table:
    """Its cells' paragraphs are counted on from the end of the speech."""
    rows, index = [], len(SPEECH)
    for words in TABLE:
        cells = []
        for word in words:
            cells.append(Cell((Paragraph(index, word, (Run(word),)),)))
            index += 1
        rows.append(tuple(cells))
    return Table(tuple(rows), (1,) * len(TABLE[0]))


def _picture(data: bytes) -> Picture:
    width, height = _SIZE
    return Picture(data, "image/png", width, height, "图书室里的书架和台灯", 13)


_COVER = (
    ("subtitle", _piece("在青山村图书室开放日上的讲话")),
    ("speaker", _piece(SPEECH[2])),
    ("date", _piece(SPEECH[3])),
)
_SHORT = ("书多了", "人来了", "灯亮得久了")
_CHANGES = (
    ("一是", "书多了", "从三百册添到两千四百册"),
    ("二是", "人来了", "晚上和周末，座位常常坐满"),
    ("三是", "灯亮得久了", "关门的时间从六点推迟到了九点半"),
)
_FIGURES = (
    (None, "5860册次", "全年借书"),
    (None, "412人", "常来的读者"),
    (None, "96班", "志愿者值守"),
)
_STEPS = (
    ("三月", "清仓修窗", "屋里亮堂起来"),
    ("五月", "打好书架", "一排靠着一排"),
    ("七月", "通上网络", "查书借书方便"),
    ("九月", "画完外墙", "老远就看得见"),
)
_THEN_AND_NOW = (
    ("从前", "借一本书要搭车去县城", "来回就是半天"),
    ("现在", "出门走上几步", "一刻钟借好还清"),
)
_PLANS = (
    (None, "书箱进田头", "农忙时跟着人走"),
    (None, "念书给老人听", "每周二下午不断"),
    (None, "办周末故事会", "孩子讲，大人听"),
    (None, "收集老故事", "一人讲一段，编成小册子"),
    (None, "和邻村换书看", "每季对换一百册"),
    (None, "给旧书做体检", "破了的随时补好"),
)
_HABIT = (None, "办图书室，办的是读书的习惯", "一个村子有人读书，夜里的灯就不一样")
