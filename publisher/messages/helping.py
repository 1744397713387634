"""What --help says of each parameter: (Chinese, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "help.publisher": (
        "由讲话稿（.docx）制作演示文稿、公文格式讲稿（PDF、Word）和幻灯片 PDF，文字一字不漏。",
        "Publish a speech (.docx) as deck, script (PDF, Word) and slide pages; nothing is lost.",
    ),
    "help.pptx": (
        "制作演示文稿（.pptx），备注中有全文。",
        "Make a deck (.pptx), the speech in its notes.",
    ),
    "help.docx": (
        "制作可修改的 Word 讲稿，版式与 PDF 讲稿一致。",
        "Make the script as an editable Word document, set like the PDF.",
    ),
    "help.pdf": (
        "制作讲稿、大字讲稿、幻灯片或小册子的 PDF。",
        "Make a PDF of the script, of a lectern copy, of the slides or of a booklet.",
    ),
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
    "help.themes-show": (
        "把主题的每种版式、配色和字号画在一张图上（PNG）。",
        "Draw every layout of themes, with palette and type scale, as one PNG each.",
    ),
    "help.themes-new": (
        "新建主题文件夹：带说明的设置和可在 Inkscape 中改的图样。",
        "Begin a theme: a folder with explained settings and drawings for Inkscape.",
    ),
    "help.themes-check": (
        "检查主题：一次列出全部问题；有错误时退出码为 4。",
        "Point out all that is wrong with a theme; exit code 4 when something is.",
    ),
    "help.themes-export": (
        "把主题写成 PowerPoint 模板（.potx）。",
        "Write a theme as a PowerPoint template (.potx).",
    ),
    "help.theme-names": ("主题名称或主题文件夹", "names of themes or their folders"),
    "help.theme-name": ("主题名称或主题文件夹", "a theme's name or its folder"),
    "help.theme-new": ("新主题的名称，也是文件夹名", "what the theme and its folder are called"),
    "help.theme-from": ("由哪个主题复制；默认 red", "the theme to copy; by default red"),
    "help.theme-where": (
        "放在哪个文件夹；默认此处",
        "the folder to put it in; by default here",
    ),
    "help.theme-picture": (
        "图片文件（.png 或 .svg）或文件夹；默认为当前文件夹中的 theme-名称.png",
        "the file (.png or .svg) or folder to write; by default theme-NAME.png here",
    ),
    "help.theme-width": ("PNG 图片宽度（像素）", "the width of a PNG in pixels"),
    "help.overwrite": ("替换手工改过的同名文件", "replace a file of that name changed by hand"),
    "help.theme-potx": ("要写的 .potx 文件", "the .potx file to write"),
    "help.fonts": ("字体。", "Fonts."),
    "help.fonts-list": ("列出字体角色与所用字体。", "List the font roles and their faces."),
    "help.fonts-check": (
        "看讲话稿的字由哪些字体显示，哪些字没有字体。",
        "Which fonts draw the speech, and which characters none has.",
    ),
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
    "help.template": (
        "用单位自己的演示文稿作模板，代替主题",
        "a deck of your own to take masters and layouts from, in place of a theme",
    ),
    "help.density": (
        "幻灯片上放多少文字：只有要点，要点加一句，或全文",
        "how much stands on slides: points alone, with one clause each, or the whole text",
    ),
    "help.larger": ("字更大，张数更多", "larger type on more slides"),
    "help.slide-level": (
        "单独成页的最低标题层级（1–9）",
        "the deepest level of headings with slides of their own (1–9)",
    ),
    "help.aspect": ("幻灯片宽高比；默认 16:9", "the proportions of a slide; by default 16:9"),
    "help.charts": ("数据表格画成图表", "draw tables of data as charts"),
    "help.notes": (
        "备注里放讲稿全文（默认）；--no-notes 便于分发",
        "the whole speech in the notes (by default); --no-notes to pass the deck on",
    ),
    "help.attach": (
        "把清理过的讲稿（Word）附在封面上",
        "put a clean copy of the speech (Word) on the cover, as an icon that opens it",
    ),
    "help.attach-source": (
        "把清理过的讲稿附在 PDF 里（PDF/A-3a）",
        "put a clean copy of the speech into the PDF (PDF/A-3a)",
    ),
    "help.animate": ("切换效果，要点逐条出现", "transitions, and points one by one"),
    "help.embed-fonts": ("嵌入字体", "embed the fonts"),
    "help.renew": (
        "替换手工改过的输出；标有密级时仍保留备注与附件",
        "replace an output changed by hand; keep notes and attachment in spite of a secrecy mark",
    ),
    "help.kind": (
        (
            "script 讲稿，reading 大字本，slides 幻灯片，show 全屏，handout 讲义，notes 备注，"
            "booklet 小册子"
        ),
        "script, reading (large), slides, show (full screen), handout, notes, booklet (folded)",
    ),
    "help.fallback-font": (
        "其他字体都没有的字，用这个字体文件",
        "a font file for characters that no other font has",
    ),
    "help.page-profile": (
        "版式：gbt9704（默认）、office、book、reading，或 .toml 文件",
        "how pages are set: gbt9704 (by default), office, book, reading, or a .toml file",
    ),
    "help.paper": (
        "纸张，默认按版式；小册子指印刷用纸，默认 A4",
        "the paper; by default the page profile’s; of a booklet, the sheets that are folded, A4",
    ),
    "help.per-page": (
        "讲义每页几张幻灯片；默认 3，旁有横线",
        "how many slides stand on a page of a handout; by default 3, with lines beside them",
    ),
    "help.size": (
        "大字讲稿的字号，不小于小二号（18）；默认二号（22）",
        "the type of the lectern copy in points, 18 at least; by default 22",
    ),
    "help.profile": (
        "PDF 的用途：archive 存档（默认），press 印刷（CMYK、出血、裁切线），screen 屏幕（小）",
        "what the PDF is for: archive (by default), press (CMYK, bleed, marks) or screen (small)",
    ),
    "help.ink": (
        "幻灯片页的用墨：full 同屏幕（默认），saving 省墨，色块改为白底加框",
        "the ink of slide pages: full (by default), or saving: outlines in place of fields",
    ),
    "help.json": ("以 JSON 输出，供程序读取", "print JSON, for programs"),
    "help.jobs": (
        "同时处理几份；默认看稿子多少，最多用满所有核",
        "how many at a time; by default as many as pay, at most a core each",
    ),
    "help.json-events": (
        "每件事输出一行 JSON，供程序读取",
        "a line of JSON for each event, for programs",
    ),
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
}
