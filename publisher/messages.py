"""Every sentence that a person may read, in Chinese and English, in one table.

``MESSAGES[key]`` is ``(zh, en)``. An error has two entries: ``key`` (what happened) and
``key.hint`` (what to do). Gaps are ``{name}``, filled from the error's or notice's values.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping

MESSAGES: dict[str, tuple[str, str]] = {
    # --- files ---------------------------------------------------------------------------
    "input-missing": ("找不到文件", "file not found"),
    "input-missing.hint": ("请检查文件名和所在文件夹", "check the name and the folder"),
    # --- reading (readers) -----------------------------------------------------------------
    "input-folder": ("这是文件夹，不是文件", "this is a folder, not a file"),
    "input-folder.hint": ("请给出讲话稿文件本身", "name the speech itself"),
    "input-lock-file": (
        "这是 Word 打开文件时留下的临时锁文件",
        "this is the lock file that Word keeps while a document is open",
    ),
    "input-lock-file.hint": (
        "请改用“{document}”一类的正式文件",
        "use the document itself, “{document}”",
    ),
    "input-format": ("不能读取 {suffix} 文件", "{suffix} files cannot be read"),
    "input-format.hint": (
        "请用 Word 或 WPS 另存为 {known} 再试",
        "save it from Word or WPS as {known} and try again",
    ),
    "input-unreadable": ("文件无法打开：{detail}", "the file cannot be opened: {detail}"),
    "input-unreadable.hint": (
        "请检查读取权限；文件若正在其他程序中打开，请先关闭",
        "check the right to read it, and close it in other programs",
    ),
    "input-empty": ("文件是空的（0 字节）", "the file is empty (0 bytes)"),
    "input-empty.hint": (
        "可能是下载或复制没有完成，请重新获取文件",
        "a download or copy may have stopped half-way; get the file again",
    ),
    "docx-not-zip": (
        "文件名是 .docx，内容却不是 Word 文档",
        "named .docx, but it is not a Word document",
    ),
    "docx-not-zip.hint": (
        "请用 Word 或 WPS 打开，另存为 .docx 再试",
        "open it in Word or WPS and save it as .docx",
    ),
    "docx-is-doc": ("这是旧版 .doc 文件，不是 .docx", "this is an old .doc file, not a .docx"),
    "docx-is-doc.hint": (
        "请用 Word 或 WPS 打开，另存为 .docx 再试",
        "open it in Word or WPS and save it as .docx",
    ),
    "docx-encrypted": ("文件设有打开密码", "the file is protected by a password"),
    "docx-encrypted.hint": (
        "请在 Word 或 WPS 中去掉密码后另存",
        "remove the password in Word or WPS and save it",
    ),
    "docx-broken": ("文件已损坏：{detail}", "the file is damaged: {detail}"),
    "docx-broken.hint": (
        "请用 Word 或 WPS 打开并修复，另存为 .docx 再试",
        "let Word or WPS open and repair it, then save it as .docx",
    ),
    "docx-not-word": ("压缩包里没有 Word 正文", "there is no Word text inside"),
    "docx-not-word.hint": (
        "请确认这是讲话稿，而不是表格、演示文稿或压缩文件",
        "make sure that this is the speech, not a workbook, deck or archive",
    ),
    "docx-too-big": (
        "文件展开后过大，可能是恶意构造的：{part}",
        "the file is too large when unpacked, perhaps with bad intent: {part}",
    ),
    "docx-too-big.hint": (
        "请确认文件来源；图片过大时请先在 Word 中压缩图片",
        "check where it comes from; compress large pictures in Word first",
    ),
    "docx-doctype": (
        "文件含有 DOCTYPE 声明，正常的 Word 文档没有：{part}",
        "the file has a DOCTYPE, which no Word document has: {part}",
    ),
    "docx-doctype.hint": (
        "请确认文件来源；用 Word 或 WPS 打开后另存为 .docx 再试",
        "check where it comes from; save it again from Word or WPS",
    ),
    "part-unreadable": (
        "文件的 {part} 部分损坏或缺失，已按没有它处理",
        "the part {part} is damaged or missing and was done without",
    ),
    "revision-accepted": (
        "修订中插入的文字已按接受处理（{count} 处，{characters} 字）",
        "insertions of tracked changes were accepted ({count}, {characters} characters)",
    ),
    "revision-left-out": (
        "修订中删除的文字没有发布（{count} 处，{characters} 字）",
        "deletions of tracked changes were left out ({count}, {characters} characters)",
    ),
    "hidden-left-out": (
        "隐藏文字没有发布（{count} 处，{characters} 字）",
        "hidden text was left out ({count} pieces, {characters} characters)",
    ),
    "comment-left-out": ("批注没有发布（{count} 条）", "comments were left out ({count})"),
    "contents-left-out": (
        "自动目录没有发布（{characters} 字），目录会重新生成",
        "the table of contents was left out ({characters} characters); a new one is made",
    ),
    "footnote-kept": (
        "脚注作为正文发布，排在引用它的段落之后（{count} 条，{characters} 字）",
        "footnotes stand behind their paragraphs ({count}, {characters} characters)",
    ),
    "endnote-kept": (
        "尾注作为正文发布，排在引用它的段落之后（{count} 条，{characters} 字）",
        "endnotes stand behind their paragraphs ({count}, {characters} characters)",
    ),
    "note-left-out": (
        "没有被正文引用的脚注尾注没有发布（{count} 条，{characters} 字）",
        "notes that nothing published refers to were left out ({count}, {characters} characters)",
    ),
    "note-missing": (
        "正文引用的脚注或尾注在文件中找不到（{count} 条）",
        "footnotes or endnotes that the text refers to are not in the file ({count})",
    ),
    "prompt-kept": (
        "表单中还有未填写的提示文字，按原样发布，请核对（{count} 处）",
        "form fields still show their prompts, published as they are; please check ({count})",
    ),
    "table-cut": (
        "表格超过 {most} 列，多出的单元格并入最后一列（{count} 格）",
        "a table has more than {most} columns; further cells joined the last one ({count})",
    ),
    "field-result-kept": (
        "域按文件中保存的结果发布，域代码没有发布（{count} 个）",
        "fields show the result saved in the file, their codes were left out ({count})",
    ),
    "field-empty": (
        "域 {field} 没有保存结果，没有发布（{count} 个）",
        "fields of kind {field} have no saved result and were left out ({count})",
    ),
    "page-header-left-out": (
        "页眉页脚的文字没有发布（{characters} 字）",
        "the text of page headers and footers was left out ({characters} characters)",
    ),
    "ruby-left-out": (
        "拼音没有发布，正文保留（{count} 处）",
        "ruby readings were left out, their base text stays ({count})",
    ),
    "math-as-text": (
        "公式只保留了文字，请核对（{count} 处）",
        "formulas were reduced to their text, please check ({count})",
    ),
    "symbol-left-out": (
        "符号无法识别，没有发布：字体 {font}，代码 {sign}（{count} 个）",
        "an unknown symbol was left out: font {font}, code {sign} ({count})",
    ),
    "number-format": (
        "自动编号格式 {format} 暂按阿拉伯数字书写，请核对",
        "automatic numbers of format {format} are written as 1, 2, 3; please check",
    ),
    "nested-table": (
        "表格中的表格已改为段落（{count} 个）",
        "tables inside tables became paragraphs ({count})",
    ),
    "embedded-left-out": (
        "嵌入对象没有发布：{kind}（{count} 个）",
        "embedded objects were left out: {kind} ({count})",
    ),
    "word-art-left-out": (
        "艺术字没有发布：“{text}”",
        "WordArt was left out: “{text}”",
    ),
    "picture-kind": (
        "{kind} 图片没有发布，只支持 PNG 和 JPEG（{count} 张）",
        "{kind} pictures were left out, only PNG and JPEG are supported ({count})",
    ),
    "picture-missing": (
        "图片不在文件中、已损坏或过大，没有发布（{count} 张）",
        "pictures that are missing, damaged or too large were left out ({count})",
    ),
    "picture-uncropped": (
        "裁剪过的图片按完整图片发布，请检查裁掉的部分（{count} 张）",
        "cropped pictures are shown whole; check what had been cut off ({count})",
    ),
    # --- fonts (typeface) ------------------------------------------------------------------
    "fonts-missing": ("字体文件夹中缺少 {file}", "{file} is missing from the fonts folder"),
    "fonts-missing.hint": (
        "请重新安装本程序，字体随程序一起安装",
        "install the program again; the fonts come with it",
    ),
    "fonts-invalid": (
        "无法理解字体表：{detail}",
        "the table of fonts cannot be understood: {detail}",
    ),
    "fonts-invalid.hint": (
        "请改正该文件，或重新安装本程序",
        "mend that file, or install the program again",
    ),
    "face-unknown": ("没有名为“{name}”的字体", "there is no face called “{name}”"),
    "face-unknown.hint": (
        "最接近的是“{nearest}”；现有：{known}",
        "the nearest is “{nearest}”; there are: {known}",
    ),
    "role-unknown": ("没有名为“{name}”的字体角色", "there is no font role called “{name}”"),
    "role-unknown.hint": (
        "最接近的是“{nearest}”；现有：{known}",
        "the nearest is “{nearest}”; there are: {known}",
    ),
    "font-unreadable": ("字体文件无法读取：{face}", "the font file cannot be read: {face}"),
    "font-unreadable.hint": (
        "请确认它是完好的 TrueType 或 OpenType 字体，或改用其他字体",
        "make sure that it is a sound TrueType or OpenType font, or use another",
    ),
    "font-restricted": (
        "字体 {face} 的授权不允许嵌入文件（fsType {permission}）",
        "the font {face} may not be embedded in files (fsType {permission})",
    ),
    "font-restricted.hint": (
        "请取得字体厂商的书面授权版本，或改用随程序提供的字体",
        "obtain a version licensed for embedding, or use a font that comes with the program",
    ),
    "glyph-missing": (
        "所有字体中都没有“{character}”（{codepoint}），出现在“{excerpt}”，将显示为方框",
        "no font has “{character}” ({codepoint}), in “{excerpt}”; a box stands in its place",
    ),
    # --- themes --------------------------------------------------------------------------
    "theme-unknown": ("没有名为“{name}”的主题", "no theme is called “{name}”"),
    "theme-unknown.hint": ("可用的主题：{known}", "known themes: {known}"),
    "theme-drawing": ("主题缺少图样 {name}", "the theme has no drawing {name}"),
    "theme-drawing.hint": (
        "每种版式需要一个同名的 SVG 文件",
        "each layout needs one SVG file of its name",
    ),
    "theme-colour": (
        "图样用了调色板之外的颜色 {colour}",
        "the drawing uses {colour}, which is not in the palette",
    ),
    "theme-colour.hint": ("最接近的调色板颜色是 {near}", "the nearest palette colour is {near}"),
    "theme-svg": ("图样中有无法理解的内容：{detail}", "the drawing cannot be read: {detail}"),
    "theme-svg.hint": (
        "请使用矩形、椭圆、直线、多边形和路径，另存为普通 SVG",
        "use rectangles, ellipses, lines, polygons and paths; save as plain SVG",
    ),
    "theme-background": ("图样没有背景", "the drawing has no background"),
    "theme-background.hint": (
        "第一个图形应是铺满整页的矩形",
        "its first shape must be a rectangle that fills the slide",
    ),
    "theme-frame": ("没有名为“{value}”的文字框", "no frame is called “{value}”"),
    "theme-frame.hint": ("最接近的是 {near}", "the nearest is {near}"),
    "theme-style": ("没有名为“{value}”的字号样式", "no text style is called “{value}”"),
    "theme-style.hint": ("最接近的是 {near}", "the nearest is {near}"),
    "theme-anchor": ("data-anchor 不能是“{value}”", "data-anchor cannot be “{value}”"),
    "theme-anchor.hint": ("可用 top、middle、bottom", "use top, middle or bottom"),
    "theme-align": ("data-align 不能是“{value}”", "data-align cannot be “{value}”"),
    "theme-align.hint": ("可用 left、center、right", "use left, center or right"),
    "theme-table": ("缺少表 [{name}]", "the table [{name}] is missing"),
    "theme-table.hint": ("可参照随附主题补上", "see the shipped themes for an example"),
    "theme-hex": ("颜色 {slot} = “{value}” 不对", "{slot} = “{value}” is not a colour"),
    "theme-hex.hint": ("请写六位十六进制数，如 9B1B1F", "write six hexadecimal digits: 9B1B1F"),
    "theme-twice": ("{slot} 与 {other} 颜色相同", "{slot} and {other} have the same colour"),
    "theme-twice.hint": (
        "图样按颜色认槽位，请让它们略有不同",
        "drawings tell slots by colour; make them differ a little",
    ),
    "toml": ("设置文件有语法错误：{detail}", "the file is not valid TOML: {detail}"),
    "toml.hint": ("请检查该行的引号和等号", "check the quotation marks and equals signs there"),
    "key-unknown": ("不认识的设置 {key}", "unknown key {key}"),
    "key-unknown.hint": ("最接近的是 {near}", "the nearest known one is {near}"),
    "key-missing": ("缺少设置 {key}", "the key {key} is missing"),
    "key-missing.hint": ("可参照随附主题补上", "see the shipped themes for an example"),
    "speech-empty": ("文件里没有文字", "there is not a word in it"),
    "speech-empty.hint": (
        "请确认文件是否选对；若文字在图片里，请先转成文字",
        "check that it is the right file; text inside pictures must be typed first",
    ),
    # --- slides --------------------------------------------------------------------------
    "slide-continued": ("“{title}”放不下，续到下一页", "“{title}” goes on on a further slide"),
    "slide-shortened": (
        "第 {slide} 页“{title}”的文字过长，完整内容在备注中",
        "slide {slide}: “{title}” is too long to show whole; the notes have all of it",
    ),
    # --- pages ---------------------------------------------------------------------------
    "profile-unknown": ("没有名为“{name}”的版式", "there is no page profile “{name}”"),
    "profile-unknown.hint": ("最接近的是“{nearest}”", "the nearest one is “{nearest}”"),
    "profile-key": ("版式中不认识“{key}”", "the page profile has an unknown key “{key}”"),
    "profile-key.hint": ("是否想写“{nearest}”？", "did you mean “{nearest}”?"),
    "profile-invalid": ("版式文件有误：{detail}", "the page profile is not valid: {detail}"),
    "profile-invalid.hint": (
        "可参照随附的 themes/pages/gbt9704.toml",
        "see themes/pages/gbt9704.toml for an example",
    ),
    "line-rule-broken": (
        "有一行的行首或行尾标点不合规则：{marks}",
        "a line begins or ends with a mark that must not stand there: {marks}",
    ),
    "title-not-by-sense": (
        "标题“{title}”无法按词意断行，已按行宽断行",
        "the title “{title}” could not be broken by sense; it is broken by width",
    ),
    # --- PDF -----------------------------------------------------------------------------
    "font-outlines": (
        "字体 {face} 不是 TrueType 轮廓，无法嵌入 PDF",
        "the face {face} has no TrueType outlines and cannot be embedded in a PDF",
    ),
    "font-outlines.hint": (
        "请换用扩展名为 .ttf 的同款字体",
        "use the TrueType edition of the face (.ttf)",
    ),
    "picture-not-drawn": (
        "图片“{name}”的格式（{media_type}）无法画入 PDF，已留空",
        "the picture “{name}” ({media_type}) cannot be drawn in a PDF; its place is left blank",
    ),
    # --- outline -------------------------------------------------------------------------
    "title-missing": ("文稿没有标题", "the speech has no title"),
    "headings-missing": (
        "没有找到标题层次，按段落处理",
        "no headings were found; the speech is taken paragraph by paragraph",
    ),
    "number-gap": ("序号不连续：{before}之后是{number}", "numbering gap: {before} then {number}"),
    "number-repeated": (
        "序号重复或倒退：{before}之后是{number}",
        "numbering repeats or goes back: {before} then {number}",
    ),
    "outline.title": ("标题", "title"),
    "outline.subtitle": ("副标题", "subtitle"),
    "outline.speaker": ("讲话人", "speaker"),
    "outline.occasion": ("场合", "occasion"),
    "outline.date": ("日期", "date"),
    "outline.salutation": ("称呼", "salutation"),
    "outline.closing": ("结束语", "closing"),
    "outline.stats": (
        "{paragraphs} 段，{characters} 字，约 {minutes} 分钟",
        "{paragraphs} paragraphs, {characters} characters, about {minutes} min",
    ),
    "outline.run-in": ("段首标题", "run-in"),
    "outline.style": ("样式 {value}", "style {value}"),
    "outline.outline": ("大纲级别 {value}", "outline level {value}"),
    "outline.list": ("自动编号", "automatic number"),
    "outline.number": ("序号 {value}", "number {value}"),
    "outline.font": ("字体 {value}", "font {value}"),
    "outline.size": ("字号 {value} 磅", "size {value} pt"),
    "outline.weight": ("加粗", "bold"),
    "outline.align": ("居中", "centred"),
    "outline.sequence": ("序列第 {value}", "sequence {value}"),
    "outline.author": ("作者指定", "the author says so"),
    "outline.secrecy": ("密级标志", "mark of secrecy"),
    "outline.kind": ("文种", "kind"),
    "outline.signature": ("落款", "signature"),
    "secrecy-marked": (
        "讲话稿标有“{mark}”，请确认可以发布",
        "the speech is marked “{mark}”; make sure that it may be published",
    ),
    "heading-doubtful": (
        "“{heading}”可能不是标题，请核对",
        "“{heading}” may be no heading; please check",
    ),
    "correction-unmatched": (
        "提纲更正“{words}”在讲话稿中找不到",
        "the outline correction “{words}” is nowhere in the speech",
    ),
    "outline.plain": ("独立短句", "a short line of its own"),
    # --- settings (publisher.toml) ---------------------------------------------------------
    "config-unreadable": ("设置文件无法读取：{detail}", "the settings cannot be read: {detail}"),
    "config-unreadable.hint": (
        "请检查该文件的访问权限",
        "check that you may read that file",
    ),
    "config-too-big": ("设置文件过大（超过 1 MB）", "the settings are larger than 1 MB"),
    "config-too-big.hint": ("请检查是否误放了别的文件", "check that it is the right file"),
    "config-encoding": ("设置文件的编码无法识别", "the settings are in an unknown encoding"),
    "config-encoding.hint": (
        "请用记事本打开，另存为 UTF-8 编码",
        "open it in an editor and save it as UTF-8",
    ),
    "config-value": (
        "第 {line} 行：设置 {key} 的值 {value} 不对",
        "line {line}: {value} is no value for {key}",
    ),
    "config-value.hint": ("请写成：{key} = {example}", "write: {key} = {example}"),
    "toml-line": ("第 {line} 行写法不对：{text}", "line {line} cannot be read: {text}"),
    "toml-line.hint": (
        '请写成：名称 = "内容"，文字放在英文双引号里',
        'write: name = "words", with straight quotation marks around words',
    ),
    "toml-quotes": ("第 {line} 行的引号不对：{text}", "odd quotation marks in line {line}: {text}"),
    "toml-quotes.hint": (
        '请把中文引号“”换成英文双引号 "，文字里的引号不用改',
        'put straight marks " around the words; curly ones may stand inside them',
    ),
    "setting-unknown": (
        "第 {line} 行：不认识的设置 {key}",
        "line {line}: unknown setting {key}",
    ),
    "setting-unknown.hint": (
        "最接近的是 {near}；可用：{known}",
        "the nearest is {near}; there are: {known}",
    ),
    "format-unknown": ("没有名为“{name}”的输出格式", "there is no format called “{name}”"),
    "format-unknown.hint": (
        "最接近的是 {near}；可用：{known}",
        "the nearest is {near}; there are: {known}",
    ),
    # --- the author's word (<stem>.toml), placeholders ---------------------------------------
    "fill-wrong": ("--fill {option} 的写法不对", "--fill {option} is not written like that"),
    "fill-wrong.hint": (
        "请写成：--fill 某某镇=青山镇，等号两边都要有字",
        "write: --fill 某某镇=青山镇, with words on both sides",
    ),
    "placeholders-filled": (
        "填写了 {count} 处：{placeholders}",
        "{count} placeholders were filled in: {placeholders}",
    ),
    "placeholders-left": (
        "还有 {count} 处没有填写：{placeholders}；可用 --fill 填写，或写在同名 .toml 的 [fill] 里",
        "{count} placeholders are left: {placeholders}; fill them in with --fill or in [fill]",
    ),
    "fill-unused": ("“{text}”在讲话稿中找不到，没有填写", "“{text}” is nowhere in the speech"),
    "sidecar-added": (
        "讲话稿中没有这一行，按同名 .toml 加在题目处：{text}",
        "a line that the speech lacks was added to its title page: {text}",
    ),
    "sidecar-differs": (
        "同名 .toml 写的是“{text}”，讲话稿中是“{other}”，以讲话稿为准；如要改，请改讲话稿",
        "the .toml says “{text}”, the speech “{other}”, which holds; change it in the speech",
    ),
    "sidecar-exists": ("文件已经存在，没有改动", "it is there already and was left alone"),
    "sidecar-exists.hint": (
        "要重新生成请加 --force，原有内容会被替换",
        "add --force to make a new one in its place",
    ),
    "sidecar-nowhere": ("从标准输入读取时没有可写的位置", "standard input has no place beside it"),
    "sidecar-nowhere.hint": ("请给出讲话稿文件", "name the file of a speech"),
    "sidecar.written": (
        "{target}（去掉行首的 # 即生效）",
        "{target} (take away a # to put its line in force)",
    ),
    "sidecar.head": (
        "{file} 的说明，由 publisher outline --write 生成。",
        "What the author says of {file}, drafted by publisher outline --write.",
    ),
    "sidecar.how": (
        "行首有 # 的不起作用；去掉 # 即生效。讲话稿本身不会改动。",
        "Lines with # do nothing; take the # away to put one in force. The speech stays as it is.",
    ),
    "sidecar.speech": (
        "讲话稿首页缺少的行：题目、副题、讲话人、场合、日期",
        "lines that the title page of the speech lacks",
    ),
    "sidecar.fill": (
        "占位符代表什么，长的先填；也可以用 --fill 填写",
        "what placeholders stand for, the longest first; --fill does the same",
    ),
    "sidecar.placeholder": ("{count} 处，如：{sentence}", "{count} times: {sentence}"),
    "sidecar.none": ("没有找到占位符", "none were found"),
    "sidecar.outline": (
        '更正提纲：标题的文字 = 级别（1 至 9）；false 不是标题，true 是标题，"title" 是题目',
        'a heading\'s text = its level (1 to 9), false for no heading, true for one, or "title"',
    ),
    "sidecar.doubtful": ("拿不准的标题，请核对：", "headings that are doubtful:"),
    "sidecar.rest": ("其余标题：", "the other headings:"),
    # --- check ---------------------------------------------------------------------------
    "check": ("有 {count} 处需要处理", "{count} things want a hand"),
    "check.hint": ("请按上面各行核对讲话稿", "do what the lines above say"),
    "check.error": ("错误", "error"),
    "check.warning": ("注意", "warning"),
    "check.note": ("说明", "note"),
    "check.place": ("　第 {number} 段：", ", paragraph {number}: "),
    "check.summary": (
        "{error} 处错误，{warning} 处注意，{note} 条说明",
        "{error} errors, {warning} warnings, {note} notes",
    ),
    "check.clean": ("没有发现问题", "nothing was found"),
    "check.unmatched": ("{mark} 没有前一半", "{mark} has no opening half"),
    "check.unmatched.hint": ("请补上 {partner}，或删去它", "add {partner}, or take it away"),
    "check.unmatched-open": ("{mark} 没有后一半", "{mark} is never closed"),
    "check.unmatched-open.hint": (
        "请在引文或书名结束处补上 {partner}",
        "add {partner} where it ends",
    ),
    "check.unmatched-turned": ("{mark} 的方向反了", "{mark} is turned the wrong way"),
    "check.unmatched-turned.hint": ("请改为 {partner}", "make it {partner}"),
    "check.half-width": (
        "汉字之间有半角标点 {marks}（{count} 处）",
        "half-width marks between Chinese characters: {marks} ({count})",
    ),
    "check.half-width.hint": (
        "请改为全角，或用 --tidy 统一",
        "make them full-width, or let --tidy do it",
    ),
    "check.doubled-marks": ("标点重复：{marks}", "doubled marks: {marks}"),
    "check.doubled-marks.hint": ("请只留一个", "leave one of them"),
    "check.doubled-marks-ellipsis": ("省略号写成了 {marks}", "an ellipsis written as {marks}"),
    "check.doubled-marks-ellipsis.hint": ("请改为 ……", "make it ……"),
    "check.doubled-words": ("“{word}”重复", "“{word}” stands there twice"),
    "check.doubled-words.hint": ("请删去一个", "take one away"),
    "check.placeholder": ("“{text}”没有填写", "“{text}” is not filled in"),
    "check.placeholder.hint": (
        "可用 --fill {text}=…，或写在同名 .toml 的 [fill] 里",
        "use --fill {text}=…, or [fill] in the .toml beside the speech",
    ),
    "check.long-sentence": (
        "这句话有 {length} 字，超过 {most} 字，一口气读不完",
        "this sentence has {length} characters, more than the {most} of one breath",
    ),
    "check.long-sentence.hint": ("请分成两句，或用分号断开", "make two of it"),
    "check.long-sentence-words": (
        "这句话有 {length} 个词，超过 {most} 个，一口气读不完",
        "this sentence has {length} words, more than the {most} of one breath",
    ),
    "check.long-sentence-words.hint": ("请分成两句", "make two of it"),
    "check.glyph": (
        "字体中没有“{character}”（{codepoint}），将显示为方框",
        "no font has “{character}” ({codepoint}); a box will stand there",
    ),
    "check.glyph.hint": ("请核对是否错字，或换用通行字", "check it, or use a common character"),
    "check.level-skipped": (
        "第 {above} 级标题下面直接是第 {level} 级",
        "a heading of level {level} right below one of level {above}",
    ),
    "check.level-skipped.hint": ("请核对标题级别", "check the level of the heading"),
    "check.heading-repeated": ("标题重复：{heading}", "a heading repeated: {heading}"),
    "check.heading-repeated.hint": ("请核对是否误粘贴", "check whether it was pasted twice"),
    "check.post": (
        "“{name}”的职务写作“{post}”，名单中是“{posts}”",
        "{name} is called {post}, on the list {posts}",
    ),
    "check.post.hint": ("请核对职务，或更新 publisher.toml", "check it, or mend publisher.toml"),
    "check.order": (
        "“{second}”排在了“{first}”前面，名单中次序相反",
        "{second} is named before {first}; the list has them the other way round",
    ),
    "check.order.hint": ("请按名单排序", "follow the order of the list"),
    "check.name": (
        "“{post}”后面是“{given}”，名单中是“{name}”",
        "behind {post} stands {given}, on the list {name}",
    ),
    "check.name.hint": ("请核对姓名", "check the name"),
    "check.length": (
        "约 {minutes} 分钟，超过目标 {target} 分钟",
        "about {minutes} min, more than the {target} asked for",
    ),
    "check.length.hint": ("大约要删去 {characters} 字", "take out about {characters} characters"),
    "check.length-short": (
        "约 {minutes} 分钟，不到目标 {target} 分钟的四分之三",
        "about {minutes} min, less than three quarters of the {target} asked for",
    ),
    "check.length-short.hint": (
        "大约还可以写 {characters} 字",
        "there is room for about {characters} characters",
    ),
    # --- output ----------------------------------------------------------------------------
    "output-denied": (
        "没有写入文件夹 {folder} 的权限",
        "you have no right to write to the folder {folder}",
    ),
    "output-denied.hint": (
        "请用 -o 另选文件夹，例如“文档”，或请管理员授权",
        "choose another folder with -o, or ask for the right",
    ),
    "output-full": ("磁盘已满", "the disk is full"),
    "output-full.hint": (
        "请清理磁盘，或用 -o 另选位置",
        "make room, or choose another place with -o",
    ),
    "output-nowhere": ("没有 {folder} 这个位置", "there is no such place as {folder}"),
    "output-nowhere.hint": (
        "请检查盘符和文件夹名，或用 -o 另选位置",
        "check the drive and the folder, or choose another place with -o",
    ),
    "output-not-folder": (
        "{folder} 不是文件夹",
        "{folder} is not a folder",
    ),
    "output-not-folder.hint": (
        "同名文件占用了文件夹的位置；请用 -o 另选文件夹，或移走那个文件",
        "a file stands where the folder should be; choose another with -o, or move that file",
    ),
    "output-is-folder": (
        "已有同名文件夹，无法写入文件",
        "a folder of this name stands where the file should go",
    ),
    "output-is-folder.hint": (
        "请用 -o 另起文件名",
        "choose another name with -o",
    ),
    "output-name": ("系统不接受这个文件名", "the system does not accept this file name"),
    "output-name.hint": (
        '请用 -o 指定较短、不含 < > : " | ? * 的文件名',
        'choose a shorter name with -o, without < > : " | ? *',
    ),
    "output-failed": ("无法写入：{detail}", "it cannot be written: {detail}"),
    "output-failed.hint": (
        "请检查磁盘，或用 -o 另选位置",
        "check the disk, or choose another place with -o",
    ),
    "output-read-only": ("已有的文件是只读的", "the file is there already and read-only"),
    "output-read-only.hint": (
        "请取消只读属性，或用 -o 另起文件名",
        "make it writable, or choose another name with -o",
    ),
    "output-open": ("文件正在另一个程序中打开", "the file is open in another program"),
    "output-open.hint": (
        "请先在 PowerPoint、WPS 或阅读器中关闭它，再重试",
        "close it in PowerPoint, WPS or the reader, then try again",
    ),
    "output-is-input": ("输出文件就是讲话稿本身", "the output would replace the speech itself"),
    "output-is-input.hint": ("请用 -o 另起文件名", "choose another name with -o"),
    "output-twice": (
        "{other} 也要写成同一个文件",
        "{other} would be written to the same file",
    ),
    "output-twice.hint": (
        "请给其中一篇讲话稿改名，或分别输出到不同文件夹",
        "rename one of the speeches, or give each a folder of its own",
    ),
    "output-suffix": (
        "这里写出的是 {suffix} 文件，文件名却以 {given} 结尾",
        "the file is a {suffix}, its name ends in {given}",
    ),
    "output-suffix.hint": (
        "请把 -o 的文件名改成以 {suffix} 结尾，或只给出文件夹",
        "let the name after -o end in {suffix}, or name a folder",
    ),
    # --- build -----------------------------------------------------------------------------
    "build-no-speeches": (
        "没有 speeches 文件夹",
        "there is no folder called speeches",
    ),
    "build-no-speeches.hint": (
        "请建立 speeches 文件夹并放入讲话稿，或写明：publisher build 文件夹",
        "make it and put your speeches there, or name a folder: publisher build FOLDER",
    ),
    "build-empty": ("没有找到讲话稿（.docx）", "no speeches (.docx) were found"),
    "build-empty.hint": (
        "请放入 .docx 文件，或指定另一个文件夹",
        "put .docx files there, or name another folder",
    ),
    "build-twice": (
        "与 {other} 同名，输出会互相覆盖",
        "it has the same name as {other}; one output would replace the other",
    ),
    "build-twice.hint": ("请给其中一个改名", "rename one of them"),
    # --- command line ----------------------------------------------------------------------
    "command-unknown": ("没有“{name}”这个命令", "there is no command “{name}”"),
    "command-unknown.hint": (
        "最接近的是 {near}；用 --help 查看全部命令",
        "the nearest is {near}; --help lists all",
    ),
    "option-unknown": ("没有 {name} 这个选项", "there is no option {name}"),
    "option-unknown.hint": (
        "用 {command} --help 查看全部选项{near}",
        "see {command} --help{near}",
    ),
    "option-near": ("（是否想写 {near}？）", " (did you mean {near}?)"),
    "option-wrong": (
        "选项 {name} 的写法不对：或缺少内容，或多了内容",
        "{name} is not written like that: it lacks a value, or takes none",
    ),
    "option-wrong.hint": ("用法见 {command} --help", "see {command} --help"),
    "argument-missing": ("缺少 {name}", "{name} is missing"),
    "argument-missing.hint": (
        "用法见 {command} --help",
        "see {command} --help",
    ),
    "usage": ("命令写法不对：{detail}", "the command cannot be understood: {detail}"),
    "usage.hint": ("用法见 {command} --help", "see {command} --help"),
    "kind-unknown": ("没有“{name}”这种 PDF", "there is no kind of PDF called “{name}”"),
    "kind-unknown.hint": ("可用：{known}", "there are: {known}"),
    "strict": (
        "有 {count} 条提示，按 --strict 视为不合格",
        "{count} notices, and --strict was asked",
    ),
    "strict.hint": (
        "文件已写出；请按提示核对讲话稿",
        "the files were written; check the speech where the notices say",
    ),
    "interrupted": ("已中断，没有留下写了一半的文件", "interrupted; no half-written file is left"),
    "line.colon": ("：", ": "),
    "line.stop": ("。", ". "),
    "line.notice": ("提示：{message}", "notice: {message}"),
    "line.notice-at": ("提示：第 {number} 段：{message}", "notice: paragraph {number}: {message}"),
    "line.more": ("提示：……另有 {count} 条", "notice: … and {count} more"),
    "line.slides": (
        "{target}（{sheets} 张幻灯片，约 {minutes} 分钟）",
        "{target} ({sheets} slides, about {minutes} min)",
    ),
    "line.pages": (
        "{target}（{sheets} 页，约 {minutes} 分钟）",
        "{target} ({sheets} pages, about {minutes} min)",
    ),
    "line.progress": ("{label}……{percent}%", "{label} … {percent} %"),
    "build.speech": ("讲话稿", "speech"),
    "build.formats": ("格式", "formats"),
    "build.slides": ("幻灯片", "slides"),
    "build.pages": ("页", "pages"),
    "build.minutes": ("分钟", "minutes"),
    "build.state": ("结果", "state"),
    "build.done": ("完成", "done"),
    "build.unchanged": ("未变", "unchanged"),
    "build.failed": ("失败", "failed"),
    # --- help ------------------------------------------------------------------------------
    "help.publisher": (
        "由讲话稿（.docx）制作演示文稿、公文格式讲稿和幻灯片 PDF，文字一字不漏。",
        "Publish a speech (.docx) as a deck, a typeset script and slide pages; nothing is lost.",
    ),
    "help.pptx": (
        "制作演示文稿（.pptx），备注中有全文。",
        "Make a deck (.pptx), the speech in its notes.",
    ),
    "help.pdf": ("制作讲稿或幻灯片的 PDF。", "Make a PDF of the script or of the slides."),
    "help.outline": (
        "看看讲话稿被理解成怎样的提纲，以及理由。",
        "Show how the speech was understood, and why.",
    ),
    "help.check": (
        "像细心的同事一样校对讲话稿。",
        "Point out what a careful colleague would.",
    ),
    "help.fill": (
        "把占位符 A 填成 B，可写多次，如 某某镇=青山镇",
        "fill in B for the placeholder A; may be given several times",
    ),
    "help.tidy": (
        "把汉字之间的半角标点改为全角，重复的标点只留一个，并逐项报告",
        "make half-width marks between Chinese characters full-width and doubled ones one",
    ),
    "help.minutes": ("目标时长（分钟）", "the minutes the speech may take"),
    "help.write": (
        "在讲话稿旁生成同名 .toml，供更正提纲、填写占位符",
        "write a .toml beside the speech, to correct the outline and fill in placeholders",
    ),
    "help.replace": ("替换已有的同名 .toml", "replace the .toml that is there"),
    "help.build": (
        "批量制作：只重做有变化的。",
        "Publish many speeches; only what changed is made again.",
    ),
    "help.themes": ("主题。", "Themes."),
    "help.themes-list": ("列出随附的主题。", "List the themes that come with publisher."),
    "help.fonts": ("字体。", "Fonts."),
    "help.fonts-list": ("列出字体角色与所用字体。", "List the font roles and their faces."),
    "help.doctor": ("检查本机能做什么。", "Check what works on this machine."),
    "help.speeches": (
        "讲话稿：.docx .doc .wps .odt .rtf .txt .md，或 -（标准输入）",
        "speeches: .docx .doc .wps .odt .rtf .txt .md, or - for standard input",
    ),
    "help.speech": (
        "讲话稿：.docx .doc .wps .odt .rtf .txt .md，或 -（标准输入）",
        "a speech: .docx .doc .wps .odt .rtf .txt .md, or - for standard input",
    ),
    "help.paths": (
        "讲话稿或其文件夹；默认 speeches",
        "speeches or folders of them; by default speeches",
    ),
    "help.output": (
        "输出文件或文件夹；默认与讲话稿同处",
        "the file or folder to write; by default beside the speech",
    ),
    "help.theme": ("主题名称或主题文件夹；默认 red", "a theme's name or folder; by default red"),
    "help.kind": (
        "script 讲稿，slides 幻灯片",
        "script (the speech typeset) or slides",
    ),
    "help.json": ("以 JSON 输出，供程序读取", "print JSON, for programs"),
    "help.out": ("输出文件夹；默认 build", "the folder to write to; by default build"),
    "help.formats": (
        "格式，用逗号分开；默认 pptx,script,slides",
        "formats, with commas between; by default pptx,script,slides",
    ),
    "help.force": ("没有变化的也重做", "make again what did not change"),
    "help.quiet": ("只显示错误", "say nothing but errors"),
    "help.debug": ("出错时显示详细过程", "show the details of an error"),
    "help.strict": ("有提示即以退出码 4 结束", "end with exit code 4 when there are notices"),
    "help.version": ("显示版本号", "show the version"),
    # --- doctor ----------------------------------------------------------------------------
    "doctor.ok": ("正常", "ok"),
    "doctor.missing": ("缺少", "missing"),
    "doctor.optional": ("可选", "optional"),
    "doctor.python": ("Python {detail}", "Python {detail}"),
    "doctor.packages": ("组件 {detail}", "packages {detail}"),
    "doctor.packages.hint": (
        "请重新安装本程序（pip install --force-reinstall publisher）",
        "install the program again (pip install --force-reinstall publisher)",
    ),
    "doctor.fonts": ("字体 {detail}", "fonts {detail}"),
    "doctor.themes": ("主题 {detail}", "themes {detail}"),
    "doctor.office": ("LibreOffice {detail}", "LibreOffice {detail}"),
    "doctor.office.hint": (
        "只有读取 .doc .wps .odt .rtf 才需要；可从 libreoffice.org 安装，或另存为 .docx",
        "only .doc .wps .odt .rtf need it; install it from libreoffice.org, or save as .docx",
    ),
    "doctor.folder": ("当前文件夹可写入 {detail}", "this folder can be written to: {detail}"),
    "doctor": ("有 {count} 项不正常", "{count} things do not work"),
    "doctor.hint": ("请按上面各行处理后再试", "do what the lines above say, then try again"),
    # --- writing decks (writers.pptx) -------------------------------------------------------
    "characters-replaced": (
        "{count} 个控制字符不能写入演示文稿，已换成“�”",
        "{count} control characters cannot stand in a deck and were replaced by “�”",
    ),
    # --- reading text, Markdown and older documents (readers) ---------------------------------
    "text-is-other": (
        "文件名像纯文本，内容却是 {kind}",
        "named like plain text, but it is {kind}",
    ),
    "text-is-other.hint": (
        "请把扩展名改对，或用 Word、WPS 打开后另存为 .docx",
        "give it the right ending, or save it as .docx from Word or WPS",
    ),
    "text-too-big": (
        "纯文本超过 {limit} MB 或行数过多，不像讲话稿",
        "more than {limit} MB or too many lines of text: this is no speech",
    ),
    "text-too-big.hint": ("请确认文件是否正确", "check whether this is the right file"),
    "text-encoding": (
        "认不出文字的编码，或者这不是文字",
        "the encoding of the text is unknown, or it is no text",
    ),
    "text-encoding.hint": (
        "请用记事本或 WPS 打开，另存为 UTF-8 编码的文本",
        "open it in an editor and save it as UTF-8",
    ),
    "text-damaged": (
        "有 {count} 个字符的编码已损坏，显示为“�”，请核对",
        "{count} characters are damaged and shown as “�”; please check",
    ),
    "control-left-out": (
        "不可见的控制字符没有发布（{count} 个）",
        "invisible control characters were left out ({count})",
    ),
    "boilerplate-left-out": (
        "网站附加的文字没有发布：“{text}”（{characters} 字）",
        "a line that a web site had added was left out: “{text}” ({characters} characters)",
    ),
    "page-numbers-left-out": (
        "混入正文的页码已去掉，断开的句子已接上（{count} 处）",
        "page numbers in the text were left out and their sentences joined ({count})",
    ),
    "paragraphs-made": (
        "原文没有分段，已按序号重新分成 {count} 段，请核对",
        "the text ran on without line ends; {count} paragraphs were made at its numbers",
    ),
    "markdown-too-dense": (
        "标记或行数过多，按纯文本读取",
        "too many marks or lines for Markdown; it was read as plain text",
    ),
    "front-matter-left-out": (
        "文件头中这些项目没有发布：{keys}",
        "these keys of the front matter were left out: {keys}",
    ),
    "html-left-out": (
        "HTML 标记没有发布，其中的文字保留（{count} 个）",
        "HTML tags were left out, the words between them kept ({count})",
    ),
    "picture-external": (
        "文件夹以外或网上的图片没有读取（{count} 张）",
        "pictures on the web or outside the folder were not fetched ({count})",
    ),
    "office-other": (
        "内容不是 Word、WPS 文字、OpenDocument 或 RTF 文档",
        "it is no Word, WPS Writer, OpenDocument or RTF document",
    ),
    "office-other.hint": (
        "请用 Word 或 WPS 打开，另存为 .docx 再试",
        "open it in Word or WPS and save it as .docx",
    ),
    "office-missing": (
        "读取 {suffix} 需要本机装有 LibreOffice（Windows 上也可以是 WPS 或 Word）",
        "reading {suffix} needs LibreOffice (on Windows, WPS or Word will do)",
    ),
    "office-missing.hint": (
        "请用 WPS 或 Word 打开，另存为 .docx；或从 libreoffice.org 安装 LibreOffice",
        "save it as .docx from WPS or Word, or install LibreOffice from libreoffice.org",
    ),
    "office-failed": (
        "{programs} 没能打开这个 {suffix} 文件",
        "{programs} could not open this {suffix} file",
    ),
    "office-failed.hint": (
        "文件可能已损坏；请用 WPS 或 Word 打开，另存为 .docx 再试",
        "it may be damaged; open it in WPS or Word and save it as .docx",
    ),
    "office-converted": (
        "由 {program} 转换后读取，请核对格式",
        "it was read through {program}; please check the result",
    ),
    "tidy-width": (
        "“{mark}”改为“{to}”（{count} 处，第 {places} 段）",
        "{mark} became {to} ({count} times, in paragraphs {places})",
    ),
    "tidy-doubled": (
        "重复的“{mark}”改为“{to}”（{count} 处，第 {places} 段）",
        "doubled {mark} became {to} ({count} times, in paragraphs {places})",
    ),
    # --- generic -------------------------------------------------------------------------
    "bug": ("程序内部错误：{detail}", "internal error: {detail}"),
    "bug.hint": (
        "这是本程序的缺陷，请附上此信息反馈；加 --debug 可看到详细过程",
        "this is a bug of ours; please report it, --debug shows the details",
    ),
}


def language(environ: Mapping[str, str] = os.environ) -> str:
    """``zh`` or ``en``, from the environment's locale (POSIX order), else the system's."""
    for name in ("PUBLISHER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    system = locale.getlocale()[0] or ""
    return "zh" if system.lower().startswith(("zh", "chinese")) else "en"


def sentence(key: str, values: Mapping[str, object], lang: str) -> str:
    """The sentence for ``key`` in ``lang``, its gaps filled. Unknown keys raise KeyError."""
    zh, en = MESSAGES[key]
    return (zh if lang == "zh" else en).format_map(values)
