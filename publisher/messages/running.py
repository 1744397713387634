"""The command line: its help, what it writes, and what it says of itself."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
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
    "output-kept": (
        "{place} 在生成之后被人改过，保持原样；新的写为 {new}（--force 可替换）",
        "{place} was changed by hand and stays as it is; the new one is {new} (--force replaces)",
    ),
    "output-kept-open": (
        "{place} 正在别的程序中打开，保持原样；新的写为 {new}",
        "{place} is open in another program and stays as it is; the new one is {new}",
    ),
    "output-kept-all": (
        "同名的文件太多，且都被人改过",
        "there are too many files of this name that were changed by hand",
    ),
    "output-kept-all.hint": ("请用 -o 另起文件名", "choose another name with -o"),
    "output-is-input": ("输出文件就是讲话稿本身", "the output would replace the speech itself"),
    "output-is-input.hint": ("请用 -o 另起文件名", "choose another name with -o"),
    "output-exists": ("已经存在，不会覆盖", "it is there already and is not replaced"),
    "output-exists.hint": (
        "请另起名称，或用 -o 另选位置",
        "choose another name, or another place with -o",
    ),
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
    "option-value": ("{name} 没有“{value}”这个值", "{name} has no value “{value}”"),
    "option-value.hint": ("可用：{known}", "there are: {known}"),
    "argument-missing": ("缺少 {name}", "{name} is missing"),
    "argument-missing.hint": (
        "用法见 {command} --help",
        "see {command} --help",
    ),
    "usage": ("命令写法不对：{detail}", "the command cannot be understood: {detail}"),
    "usage.hint": ("用法见 {command} --help", "see {command} --help"),
    "size-reading": (
        "--size 只用于大字讲稿",
        "--size is for the lectern copy alone",
    ),
    "size-reading.hint": ("请加 --kind reading", "add --kind reading"),
    "per-page-handout": ("--per-page 只用于讲义", "--per-page is for handouts alone"),
    "per-page-handout.hint": ("请加 --kind handout", "add --kind handout"),
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
    "line.lectern": (
        "{target}（大字讲稿 {sheets} 页，约 {minutes} 分钟）",
        "{target} ({sheets} pages in large print, about {minutes} min)",
    ),
    "line.handout": (
        "{target}（讲义 {sheets} 页）",
        "{target} (a handout of {sheets} pages)",
    ),
    "line.speaker_notes": (
        "{target}（备注页 {sheets} 页，约 {minutes} 分钟）",
        "{target} ({sheets} pages of slides and notes, about {minutes} min)",
    ),
    "line.show": (
        "{target}（全屏放映 {sheets} 张幻灯片，约 {minutes} 分钟）",
        "{target} ({sheets} slides full-screen, about {minutes} min)",
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
        "图片文件或文件夹；默认为当前文件夹中的 theme-名称.png",
        "the file or folder to write; by default theme-NAME.png here",
    ),
    "help.theme-width": ("图片宽度（像素）", "the picture's width in pixels"),
    "help.overwrite": ("替换手工改过的同名文件", "replace a file of that name changed by hand"),
    "help.theme-potx": ("要写的 .potx 文件", "the .potx file to write"),
    "help.fonts": ("字体。", "Fonts."),
    "help.fonts-list": ("列出字体角色与所用字体。", "List the font roles and their faces."),
    "help.fonts-check": (
        "看讲话稿的字由哪些字体显示，哪些字没有字体。",
        "Which fonts draw the speech, and which characters none has.",
    ),
    "fonts.face": (
        "{face}：{count} 字，{kinds} 种；{often}",
        "{face}: {count} characters, {kinds} different; {often}",
    ),
    "fonts.missing": (
        "没有字体：{character}（{codepoint}，{count} 处）",
        "no font has {character} ({codepoint}, {count} times)",
    ),
    "fonts.complete": ("每个字都有字体。", "Every character has a font."),
    "fonts": ("有 {count} 个字没有字体", "no font has {count} of the characters"),
    "fonts.hint": (
        "用 --fallback-font 指定含有这些字的字体文件",
        "name a font file that has them with --fallback-font",
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
    # --- generic -------------------------------------------------------------------------
    "press-unsound": (
        "写出的印刷文件未通过自检：{detail}",
        "the file for the press did not pass our own check: {detail}",
    ),
    "press-unsound.hint": (
        "没有写出文件；这是本程序的缺陷，请附上此信息反馈",
        "nothing was written; this is a bug of ours, please report it",
    ),
    "archive-unsound": (
        "写出的 PDF 未通过自检：{detail}",
        "the PDF did not pass our own check: {detail}",
    ),
    "archive-unsound.hint": (
        "没有写出文件；这是本程序的缺陷，请附上此信息反馈",
        "nothing was written; this is a bug of ours, please report it",
    ),
    "bug": ("程序内部错误：{detail}", "internal error: {detail}"),
    "bug.hint": (
        "这是本程序的缺陷，请附上此信息反馈；加 --debug 可看到详细过程",
        "this is a bug of ours; please report it, --debug shows the details",
    ),
}
