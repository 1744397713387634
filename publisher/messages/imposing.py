"""Pages on sheets of paper: booklets, and several pages to a sheet."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # --- what is imposed -----------------------------------------------------------------
    "pdf-missing": ("找不到这个文件", "there is no such file"),
    "pdf-missing.hint": ("请核对文件名和所在文件夹", "check its name and folder"),
    "pdf-unread": ("文件无法读取：{detail}", "the file cannot be read: {detail}"),
    "pdf-unread.hint": ("请检查文件的权限", "check that you may read it"),
    "pdf-not": ("这不是 PDF 文件", "this is no PDF"),
    "pdf-not.hint": (
        "拼版只收 PDF；讲话稿请用 publisher pdf --kind booklet",
        "only a PDF can be imposed; for a speech there is publisher pdf --kind booklet",
    ),
    "pdf-locked": ("PDF 已加密或加了限制", "the PDF is encrypted"),
    "pdf-locked.hint": (
        "请用制作它的程序另存一份不加密的，再来拼版",
        "save a copy without protection with the program that made it",
    ),
    "pdf-broken": ("PDF 已损坏：{detail}", "the PDF is broken: {detail}"),
    "pdf-broken.hint": (
        "请重新导出，或用能打开它的程序另存一份",
        "export it anew, or save a copy with a program that opens it",
    ),
    "pdf-empty": ("PDF 里一页也没有", "the PDF has no pages"),
    "pdf-empty.hint": ("请核对是否选对了文件", "check that it is the right file"),
    "pdf-page": (
        "第 {number} 页无法读取（{detail}）",
        "page {number} cannot be read ({detail})",
    ),
    "pdf-page.hint": (
        "请重新导出，或用能打开它的程序另存一份",
        "export it anew, or save a copy with a program that opens it",
    ),
    "pdf-mended": (
        "PDF 有破损，已尽量修复；请核对成品",
        "the PDF was damaged and mended as far as possible; look through the result",
    ),
    "impose-annotations": (
        "{count} 处批注不能印出，没有放进成品",
        "{count} annotations show nothing on paper and were left out",
    ),
    "impose-fields": (
        "表单的内容已印在页面上，不能再填写",
        "the form is printed as it was filled in; it cannot be filled in any more",
    ),
    "impose-bleed": (
        "缩小后出血只剩 {mm} 毫米；用大一号的纸可保持原样",
        "at this scale the bleed is no more than {mm} mm; larger paper keeps it whole",
    ),
    "impose-signed": (
        "PDF 的电子签名只对原文件有效，成品中没有",
        "the digital signature holds for the original alone; it is not in the result",
    ),
    # --- the command ---------------------------------------------------------------------
    "impose-scheme": (
        "请写明怎么拼：--booklet 或 --n-up N，二者选一",
        "say how: --booklet or --n-up N, one of them",
    ),
    "impose-scheme.hint": (
        "如 publisher impose 讲稿.pdf --booklet",
        "for example: publisher impose script.pdf --booklet",
    ),
    "impose-option": (
        "{option} 只用于 {scheme}",
        "{option} belongs to {scheme}",
    ),
    "impose-option.hint": ("请去掉 {option}", "leave out {option}"),
    "impose-margin": ("页边太宽，放不下页面", "the margin leaves no room for pages"),
    "impose-margin.hint": ("请把 --margin 写小一些", "make --margin smaller"),
    "impose.booklet": (
        "{target}（{pages} 页印在 {sheets} 张 {paper} 上，缩放 {percent}%；双面、短边翻转、对折）",
        "{target} ({pages} pages at {percent} % on {sheets} {paper}: two-sided, short edge)",
    ),
    "impose.rows": (
        "{target}（{pages} 页拼成 {sides} 面 {paper}，每页 {percent}%）",
        "{target} ({pages} pages at {percent} % on {sides} sides of {paper})",
    ),
    "line.booklet": (
        "{target}（小册子，{sheets} 页，约 {minutes} 分钟；双面打印、短边翻转、对折）",
        "{target} (a booklet of {sheets} pages, about {minutes} min: two-sided, short edge)",
    ),
    # --- help ----------------------------------------------------------------------------
    "help.impose": (
        "把任何 PDF 拼成可对折的小册子，或几页拼在一张纸上。",
        "Put the pages of any PDF on sheets to fold to a booklet, or several on a sheet.",
    ),
    "help.impose-file": ("要拼版的 PDF", "the PDF to impose"),
    "help.impose-output": (
        "输出文件或文件夹；默认在原文件旁，名为 …-booklet.pdf 或 …-2up.pdf",
        "the file or folder to write; by default beside the PDF, as …-booklet.pdf or …-2up.pdf",
    ),
    "help.impose-booklet": (
        "小册子：双面打印，对折，骑马订",
        "a booklet: printed on both sides, folded, stapled in the fold",
    ),
    "help.impose-n-up": ("一面几页，从左到右、从上到下", "pages on a side, in rows"),
    "help.impose-paper": ("打印用纸；默认 A4", "the paper to print on; by default A4"),
    "help.impose-signature": (
        "分成几帖，每帖最多 N 张纸；默认全书一帖",
        "several signatures of at most N sheets; by default all sheets are folded together",
    ),
    "help.impose-thickness": (
        "纸厚（毫米），用来补偿爬移；默认 0.1，0 为不补偿",
        "the paper's thickness in mm, to make up for creep; by default 0.1; 0 moves nothing",
    ),
    "help.impose-right": (
        "右侧装订，拼页从右到左（竖排书）；从右往左读的 PDF 自动如此",
        "bound on the right, rows from the right: for books in vertical lines",
    ),
    "help.impose-no-marks": ("不画折线标记", "without fold marks"),
    "help.impose-margin": (
        "纸边留白（毫米）；默认 8",
        "what is left free at the paper's edges, in mm; by default 8",
    ),
    "help.impose-frames": ("给每页画细线框", "a hairline around each page"),
    "help.impose-cuts": ("画裁切标记", "marks to cut along"),
}
