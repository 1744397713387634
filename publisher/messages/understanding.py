"""What was understood, the author's word on it, and what a colleague points out."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
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
    "sidecar.deck": (
        "只对这一篇讲话稿起作用的幻灯片选项",
        "choices for the deck of this speech alone",
    ),
    "sidecar.slides": (
        "单个标题的处理：layout = {layouts}，density = {densities}，chart = true 表格画成图表",
        "what single headings want: layout = {layouts}, density = {densities}, chart = true",
    ),
    "sidecar.slide-false": (
        "slide = false 不单独成页，内容在前一页讲",
        "slide = false: no slide of its own, its text is spoken on the slide before",
    ),
    "sidecar.slide-picture": (
        'picture = "现场.png" 在其后加一页图片（PNG 或 JPEG，与本文件同一文件夹）',
        'picture = "site.png": a picture beneath it (PNG or JPEG, in the folder of this file)',
    ),
    "slide-picture-missing": (
        "第 {line} 行：没有找到图片 {file}",
        "line {line}: there is no picture {file}",
    ),
    "slide-picture-missing.hint": (
        "请把图片放在该文件所在的文件夹里，或写出完整路径",
        "put the picture into the folder of that file, or write its whole path",
    ),
    "slide-picture-kind": (
        "第 {line} 行：{file} 不是可用的 PNG 或 JPEG 图片",
        "line {line}: {file} is no PNG or JPEG that can be shown",
    ),
    "slide-picture-kind.hint": (
        "请另存为 PNG 或 JPEG；像素过大的请先缩小",
        "save it as PNG or JPEG, and make it smaller where it has very many pixels",
    ),
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
}
