"""A speech of our own as a document library would have scraped it: every trap, nobody's text."""

from __future__ import annotations

TITLE = "在青石镇村级图书室建设推进会上的发言"
PARAGRAPHS = (
    TITLE,
    "同志们:",
    (
        "今天我们在青石镇召开村级图书室建设推进会,主要是总结上半年的工作,部署下半年的任务。刚才,三个村作了介绍,"
        "讲得很实在,听了很受启发。下面,我谈几点意见。"
    ),
    "一、深刻认识意义,增强建好图书室的自觉",
    "近年来,全镇新建图书室九个,藏书三万多册,但离群众的期盼还有距离。我们必须把认识统一到便民利民上来。",
    "(一)建好图书室,满足读书需要。群众对文化生活的要求越来越高,农闲时节想看书,孩子放学以后想有个去处。具体而言。",
    "一要方便就近。选址要靠近学校和集市,让老人孩子走十分钟就能到,不要建在没有人去的地方,更不能锁上门当摆设。",
    "二要内容对路。多买种养技术、健康保健和少儿读物,少买大部头,每年请群众自己点一次书目,点到什么就买什么。",
    "(二)办好图书室,带动乡风转变。读书的人多了,打牌的人就少了,邻里之间有话说,家家户户有书香,这是看得见的变化。",
    "二、突出工作重点,提高用好图书室的水平",
    "我们要按照“建得起、管得好、用得上”的要求,一件一件抓落实,一项一项见成效。",
    "(一)健全制度,管理到位。每个图书室要有一名管理员,每天开放不少于四个小时,借还书要登记,损坏要赔偿,做到账物相符。",
    "一是落实经费,保障运转。镇里每年安排每个图书室五千元,主要用于购书、电费和管理员补贴,村里可以自筹一部分,账目要公开。",
    "二是加强培训,提高本领。管理员每季度到县图书馆学习一次,学会编目、修补和组织活动,学完以后要给群众讲一讲。",
    "(二)丰富活动,吸引读者。每月办一次读书会,寒暑假办少儿班,春节前后办送春联活动,让图书室热闹起来。",
    "同志们,建好一个图书室不难,用好一个图书室不易。让我们一起努力,把书香送到每一个村庄。谢谢大家!",
)
"""Half-width marks between Han characters; the closing words belong to the paragraph before."""

HEAD = (
    f"{TITLE}.docx",
    f"《{TITLE}.docx》由会员分享,可在线阅读,更多相关《{TITLE}.docx(9页珍藏版)》请在青石文库网上搜索。",
)
TAIL = (
    "- 配套讲稿:",
    "如PPT文件的首页显示word图标,表示该PPT已包含配套word讲稿。双击word图标可打开word文档。",
    "- 特殊限制:",
    "部分文档作品中含有的图片,仅作为作品整体效果示例展示,禁止商用。",
    "- 关 键 词:",
    "- 青石镇 图书室 建设 推进会 发言",
)


def pages(length: int) -> list[str]:
    """The speech run together and cut every ``length`` characters, each page with its number."""
    text = "".join(PARAGRAPHS)
    cut = [text[at : at + length] for at in range(0, len(text), length)]
    return [f"{number}、{page}" for number, page in enumerate(cut, 1)]


def scraped(length: int = 110) -> str:
    """The whole file."""
    return "\n".join([*HEAD, *pages(length), *TAIL, ""])
