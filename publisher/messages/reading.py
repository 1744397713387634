"""What is read, and what is left out of it."""

from __future__ import annotations

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
    "docx-torn": (
        "文件不完整，打不开",
        "the file is not whole and cannot be opened",
    ),
    "docx-torn.hint": (
        "可能是下载或复制没有完成，请重新获取；或用 Word、WPS 打开并修复，另存为 .docx 再试",
        "get it again (a download or copy may not have ended), or let Word or WPS repair it",
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
}
