"""The command line: what it writes, and what it says of itself."""

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
    "output-building": (
        "另一个 publisher 正在往这个文件夹里出版",
        "another publisher is building into this folder",
    ),
    "output-building.hint": (
        "请等它结束再试，或用 --out 换一个文件夹",
        "wait for it to end, or choose another folder with --out",
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
    "worker-lost": (
        "处理这份稿子的进程几次中断（内存不足或程序崩溃）",
        "each process that worked on it died (out of memory, or a crash)",
    ),
    "worker-lost.hint": (
        "请单独运行 publisher pptx 查看原因，并把稿子发给我们",
        "run publisher pptx on it alone to see why, and send us the speech",
    ),
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
    "build.reason": ("原因", "reason"),
    "build.remedy": ("怎么办", "what to do"),
    "build.seconds": ("{count} 秒", "{count} s"),
    "build.so-far": ("每秒 {rate} 份，还需 {left}", "{rate}/s, {left} left"),
    "build.log": (
        "{done}/{total}，每秒 {rate} 份，还需 {left}，失败 {failed}",
        "{done}/{total}, {rate}/s, {left} left, {failed} failed",
    ),
    "build.totals": (
        "完成 {done}，未变 {unchanged}，失败 {failed}；用时 {seconds}，每秒 {rate} 份",
        "{done} done, {unchanged} unchanged, {failed} failed; {seconds}, {rate}/s",
    ),
    "build.noticed": (
        "{count} 份有提示，可用 publisher check 逐份查看，或加 --json",
        "something was noticed in {count}; see publisher check for each, or --json",
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
    "doctor.app": ("网页版可以打开 {detail}", "the app can be served at {detail}"),
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
