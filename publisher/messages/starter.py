"""The comments of a new theme: what each setting is for, in the reader's language."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "starter.head": (
        (
            "主题“{name}”，由 {base} 复制而来。以 # 开头的是说明，可以删去。\n"
            "检查：publisher themes check {name}\n"
            "看样：publisher themes show {name}\n"
            "使用：publisher pptx 讲稿.docx --theme {name}"
        ),
        (
            "The theme “{name}”, copied from {base}. What stands behind a # explains and may go.\n"
            "To check it:    publisher themes check {name}\n"
            "To look at it:  publisher themes show {name}\n"
            "To use it:      publisher pptx speech.docx --theme {name}"
        ),
    ),
    "starter.extends": (
        (
            '只想改动少数几项时，可写 extends = "{base}"，其余设置和图样都从它而来，本文件'
            "和文件夹里只留改动的部分。"
        ),
        (
            'To change a few things only, write extends = "{base}": all other settings and '
            "drawings then come from there, and this file and folder hold what differs."
        ),
    ),
    "starter.licence": (
        "谁画的、可以怎样使用。不画国旗、国徽、党旗党徽和单位标志。",
        "Who drew it, and how it may be used. No flags, no emblems, no office's logo.",
    ),
    "starter.licence-value": (
        "{licence}（据主题 {base} 改绘）",
        "{licence} (after the theme {base})",
    ),
    "starter.title": ("名称，中文和英文", "Its name in Chinese and in English"),
    "starter.description": (
        "一句话：适合什么场合，什么样子",
        "One sentence: for which occasions, and how it looks",
    ),
    "starter.palette": (
        (
            "十二种颜色，即 PowerPoint 的主题颜色，每种有固定的用途，各不相同。改了这里，图"
            "样跟着变：每幅图样在 data-palette 里记着自己是用哪套颜色画的，画的时候用那套颜"
            "色或这里的颜色，不用别的。"
        ),
        (
            "Twelve colours, PowerPoint's theme colours, each for its purpose, no two "
            "alike. When one changes here, the drawings follow: each says in data-palette "
            "which colours it was drawn in. Draw in those or in these, and in no others."
        ),
    ),
    "starter.cmyk": (
        (
            "印刷用的油墨：青、品红、黄、黑的百分数，合计不超过 300。正文的颜色只用黑。"
            "改了颜色，这里也要改。"
        ),
        (
            "The inks for print: cyan, magenta, yellow and black in per cent, 300 together "
            "at most; of text black alone. They change when their colour changes."
        ),
    ),
    "starter.fonts": (
        (
            "四种字体。measured 是随程序提供、用来量字和做 PDF 的字体角色（publisher fonts "
            "list）；ea 和 latin 是课件里写的中文、西文字体名，放映的电脑上要有。"
        ),
        (
            "Four fonts. measured is the role that text is measured and PDF is set with, "
            "one of those that publisher fonts list shows; ea and latin are the Chinese "
            "and Latin typefaces that a deck names, which the machine it is shown on must "
            "have."
        ),
    ),
    "starter.font.title": ("标题", "titles"),
    "starter.font.text": ("正文", "text"),
    "starter.font.strong": ("强调", "what stands out in text"),
    "starter.font.numeral": ("大号数字", "large numerals"),
    "starter.styles": (
        (
            "字号。文字先用 largest，放不下时逐步减小，到 smallest 为止（磅）；pitch 是行距"
            "，按字号的百分数；colour 是上面的颜色名。除角落里的小字外，smallest 不小于 18"
            "。"
        ),
        (
            "The type scale. Text is set in the size largest and made smaller until it "
            "fits, down to smallest (points); pitch is the distance of lines in per cent "
            "of the size; colour is one of the palette's. Nothing but furniture goes below "
            "18."
        ),
    ),
    "starter.spacing": (
        "版面尺寸，单位是图样的像素（页宽 1280）",
        "Measures in pixels of the drawings, which are 1280 wide",
    ),
    "starter.drawing": (
        (
            "图层“{artwork}”：第一个矩形是背景，其余随意画，只用 data-palette 或 "
            "theme.toml 里的颜色。图层“{frames}”：带 data-frame 的矩形，只定文字的位置，本"
            "身不画出来；它的填充色就是文字的颜色，显得淡只为看得清图样。data-style 是 "
            "theme.toml 中 [styles] 的一项；data-align 为 left、center、right；data-anchor "
            "为 top、middle、bottom。"
        ),
        (
            "The layer “{artwork}”: its first rectangle is the background, the rest is "
            "free, in the colours of data-palette or theme.toml. The layer “{frames}”: "
            "rectangles with data-frame say where text goes and are not drawn; their fill "
            "is the colour of the text, faint here so that the artwork can be seen. "
            "data-style is one of [styles] in theme.toml, data-align is left, center or "
            "right, data-anchor is top, middle or bottom."
        ),
    ),
    "starter.layer.artwork": ("图样", "artwork"),
    "starter.layer.frames": ("文字框", "frames"),
    # --- slots ------------------------------------------------------------------------------
    "starter.slot.dk1": ("正文：纸面和卡片上的文字", "text that is read, on paper and cards"),
    "starter.slot.lt1": ("卡片的底色，主色和深场上的文字", "cards, and text on accent1 and dk2"),
    "starter.slot.dk2": ("深场：主色上的图样", "the field's shade: artwork on accent1"),
    "starter.slot.lt2": ("纸面：内容页的背景", "the paper: background of content slides"),
    "starter.slot.accent1": (
        "主色：封面、章节的背景，纸面上的标题和数字",
        "the field: background of cover and section; titles and numerals on paper",
    ),
    "starter.slot.accent2": ("纸面上的细线和小装饰", "rules and small ornaments on paper"),
    "starter.slot.accent3": (
        "主色上的细线和次要文字，纸面上的浅饰",
        "rules and secondary text on fields; quiet ornament on paper",
    ),
    "starter.slot.accent4": (
        "纸面上的次要文字：页脚、副题",
        "secondary text on paper: footers, subtitles",
    ),
    "starter.slot.accent5": ("细分隔线，卡片边框", "hairlines, and borders of cards"),
    "starter.slot.accent6": (
        "对照和图表的第二种颜色",
        "the second colour of comparisons and charts",
    ),
    "starter.slot.hlink": ("链接", "links"),
    "starter.slot.folHlink": ("已访问的链接", "links that were followed"),
    # --- styles -----------------------------------------------------------------------------
    "starter.style.cover-title": ("封面标题", "the title on the cover"),
    "starter.style.cover-line": (
        "封面的副题、场合、姓名、日期",
        "subtitle, occasion, name and date there",
    ),
    "starter.style.section-title": ("章节页标题", "the title of a section"),
    "starter.style.section-line": ("章节页下的各小标题", "its headings in a line"),
    "starter.style.label": ("章节页的“第一部分”", "a section's number in words"),
    "starter.style.title": ("内容页标题", "the title of a content slide"),
    "starter.style.place": ("右上角的所在部分", "the running place at top right"),
    "starter.style.furniture": ("页脚和页码", "footer and slide number"),
    "starter.style.agenda-title": ("目录页标题", "the title of the agenda"),
    "starter.style.agenda-number": ("目录的序号", "its numbers"),
    "starter.style.agenda-entry": ("目录的条目", "its entries"),
    "starter.style.agenda-line": ("目录条目的第二行", "an entry's second line"),
    "starter.style.point-title": ("要点标题", "the title of a point"),
    "starter.style.support": ("要点的说明", "what supports a point"),
    "starter.style.word": (
        "要点的引词（一是、首先）",
        "the word that counts a point (一是, first)",
    ),
    "starter.style.numeral": ("要点的序号", "the number of a point"),
    "starter.style.statement": ("单独成页的一句话", "one sentence on a slide of its own"),
    "starter.style.quote": ("引语", "a quotation"),
    "starter.style.attribution": ("引语的出处", "who said it"),
    "starter.style.closing-title": ("结束页的话", "the last words"),
    "starter.style.closing-line": ("结束页的姓名", "the name beneath them"),
    "starter.style.table-head": ("表头", "the head of a table"),
    "starter.style.table-cell": ("表格内容", "its cells"),
    "starter.style.caption": ("图注", "the caption of a picture"),
    "starter.style.reading": ("整段正文", "whole paragraphs"),
    "starter.style.figure": ("关键数字", "a key figure"),
    "starter.style.figure-unit": ("关键数字的单位", "its unit"),
    "starter.style.chart-label": ("图表里的文字", "words and numbers in charts"),
    # --- spacing ----------------------------------------------------------------------------
    "starter.spacing.card-gap": ("卡片间距", "between cards"),
    "starter.spacing.card-padding": ("卡片内边距", "between a card's edge and its text"),
    "starter.spacing.card-bar": (
        "卡片上的色条宽度，0 为没有",
        "a card's bar of colour, 0 for none",
    ),
    "starter.spacing.card-border": ("卡片边框宽度，0 为没有", "a card's border, 0 for none"),
    "starter.spacing.row-gap": ("行与行的间距", "between rows"),
    "starter.spacing.rule-length": ("短线的长度", "the length of the short rule"),
    "starter.spacing.rule-width": ("短线的粗细", "its width"),
    "starter.spacing.rule-gap": ("短线上下的空白", "the space above and below it"),
    "starter.spacing.numeral-column": ("序号一栏的宽度", "the column of a row's number"),
    "starter.spacing.divider": (
        "竖分隔线的粗细，0 为没有",
        "the divider beside numbers, 0 for none",
    ),
}
