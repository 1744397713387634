# ruff: noqa: E501, ISC004  (samples are lines as they come)
"""What chance begins with: the traps of the reader's tests, small speeches, settings."""

from __future__ import annotations

from tests.readers import images
from tests.readers.build import (
    NAMESPACES,
    PNG,
    cell,
    field,
    level,
    lists,
    numbered,
    p,
    parts_of,
    r,
    row,
    style,
    table,
)
from tests.readers.leaks.table import LEAKS
from tests.readers.test_text import box
from tests.readers.test_traps import LEFT_OUT, PACKAGES, READ, Trap
from tests.speeches import SPEECH


def _bytes(parts: dict[str, str | bytes | None]) -> dict[str, bytes]:
    return {
        name: content if isinstance(content, bytes) else content.encode()
        for name, content in parts.items()
        if content is not None
    }


def _document(trap: Trap) -> dict[str, bytes]:
    options = dict(trap.options)
    more = options.pop("parts", {})
    return _bytes({**parts_of(trap.body, **options), **more})


_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="x"/>'
    "<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"rId7\"/></pic:blipFill>"
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)  # fmt: skip
_NOTES = (
    f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{p("注", field(" REF x ", r("见")))}'
    f"{table(row('格'))}</w:footnote></w:footnotes>"
)
_EVERYTHING = parts_of(
    p("标题", style="T"),
    numbered("规划"),
    p("甲", box(p("框"), table(row("格"))), _PICTURE, mark="<w:del/>"),
    p("乙", '<w:r><w:footnoteReference w:id="1"/></w:r>', field(" TOC ", r("录"))),
    table(
        row(cell("甲", properties='<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
        row(cell("乙", properties='<w:vMerge w:val="restart"/>'), cell(table(row("内")))),
        row(cell("", properties="<w:vMerge/>"), "丙"),
        widths=(100, 200),
    ),
    numbered("实施", level=1),
    styles=style("a", "Normal", "<w:rPr><w:sz w:val=\"32\"/></w:rPr>", default=True)
    + style("T", "Title", "<w:rPr><w:b/><w:vanish w:val=\"0\"/></w:rPr>", based_on="a"),
    numbering=lists(level("%1、", "chineseCounting") + level("(%2)", index=1)),
    related=[("rId7", "image", "media/a.png"), ("rId8", "footnotes", "footnotes.xml")],
)  # fmt: skip
_EVERYTHING |= {"word/footnotes.xml": _NOTES, "word/media/a.png": PNG}

DOCUMENTS: tuple[dict[str, bytes], ...] = (
    *[_document(trap) for trap in (READ | LEFT_OUT).values()],
    *[_bytes(parts) for parts, _, _ in PACKAGES.values()],
    *[_bytes(_EVERYTHING)] * 40,
)

LEAKING: tuple[dict[str, bytes], ...] = tuple(
    _document(Trap(leak.body, leak.texts, "", options=leak.options)) for leak in LEAKS.values()
)
PICTURES = (
    images.jpeg("x"), images.jpeg(progressive=True), images.png("P"), images.png(text="x"),
    images.gif("x"), images.emf("x"), images.wmf("x"),
)  # fmt: skip

SPEECHES = (
    "\n".join(SPEECH),
    "\n\n".join(f"　　{line}" for line in SPEECH),
    (
        "在全县读书会上的\n讲话\n（2025年7月20日）\n\n同志们：\n一、提高认识。读书使人明\n理，使人聪慧。\n"
        "(一)要读经典\n1.原原本本读;2.反反复复读。一要专心,二要恒心。\n二、抓好落实\n谢谢大家!\n"
    ),
    "主持人：问：今年怎么干？\n答：首先，抓项目；其次，抓作风。\n附件：1.名单\n某某镇人民政府\n",
    "Dear colleagues,\n\nPart One. Why we read\n\nFirst, books. Second, time.\n\nThank you.\n",
)
MARKDOWN = (
    "---\ntitle: 在读书会上的讲话\nspeaker: 王某\n---\n\n# 一、认识\n\n**同志们**：读*书*。\n\n"
    "- 读经典\n- 读专业\n\n| 书 | 数 |\n|---|---|\n| 甲 | 1 |\n\n> 引文\n\n## （一）方法\n",
    "+++\ntitle = \"讲话\"\n+++\n\n讲话\n====\n\n1. 甲\n2. 乙\n   1. 丙\n\n```\n码\n```\n\n![图](a.png)\n",
)  # fmt: skip
TEXT_WORDS = (
    "一、", "（一）", "(1)", "1.", "①", "一是", "首先，", "。", "，", "\n", "\n\n", "　　", "“", "”", "《",
    "2024年", "5.5%", "同志们：", "谢谢大家！", "附件：", "（掌声）", "某某镇", "——", "# ", "**", "|", "---\n",
    "- ", "> ", "```\n", "[a](b)", "<b>", "&amp;", "\t", "\u202e", "\x00", "𠀀", "第一章 ",
)  # fmt: skip
SETTINGS = (
    'theme = "red"\nformats = ["pptx", "script"]\nrate = 220\n',
    '[speech]\ntitle = "讲话"\nspeaker = "王某"\n\n[fill]\n"某某镇" = "青山镇"\n\n[outline]\n"一、认识" = 1\n',
    "[fill]\n“某某镇” = “青山镇”\n某某 ＝ 青山\n",
    "",
)  # fmt: skip
TOML_WORDS = (
    '"', "“", "”", "=", "＝", "[", "]", "[[", "{", "}", "#", "\n", "'", '"""', "true", "1e9", "nan",
    "1979-05-27", "[outline]", "[speech]", "theme", "level", "\\u0000", "\\", ",", ".", "\t", "\x00",
    "9" * 50, "a.b.c", "一、", "　",
)  # fmt: skip
