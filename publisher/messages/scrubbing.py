"""What is taken out of a document before a copy of it is attached and passed on."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "scrub-properties": (
        "附件：去掉了作者、单位等文档属性（{count} 项）",
        "attachment: properties such as author and company were removed ({count})",
    ),
    "scrub-comments": (
        "附件：去掉了批注（{count} 条）",
        "attachment: comments were removed ({count})",
    ),
    "scrub-revisions": (
        "附件：接受了全部修订，删去的文字不在其中（{count} 处，{characters} 字）",
        "attachment: tracked changes were accepted ({count}, {characters} characters deleted)",
    ),
    "scrub-hidden": (
        "附件：去掉了隐藏的文字和图形（{count} 处，{characters} 字）",
        "attachment: hidden text and drawings were removed ({count}, {characters} characters)",
    ),
    "scrub-fields": (
        "附件：域只保留显示的结果，域代码已去掉（{count} 个）",
        "attachment: fields became the text they showed, without their codes ({count})",
    ),
    "scrub-controls": (
        "附件：内容控件和自定义标记改为普通文字（{count} 个）",
        "attachment: content controls and custom tags became plain text ({count})",
    ),
    "scrub-traces": (
        "附件：去掉了编辑过程留下的标识（{count} 处）",
        "attachment: the marks of editing sessions were removed ({count})",
    ),
    "scrub-protection": (
        "附件：去掉了文档保护和编辑权限（{count} 处）",
        "attachment: protection and editing rights were removed ({count})",
    ),
    "scrub-settings": (
        "附件：去掉了文档变量、模板位置、邮件合并等设置（{count} 项）",
        "attachment: document variables, template and mail merge were removed ({count})",
    ),
    "scrub-headers": (
        "附件：去掉了不显示的页眉页脚（{count} 个）",
        "attachment: headers and footers that are switched off were removed ({count})",
    ),
    "scrub-notes": (
        "附件：去掉了没有引用的脚注尾注（{count} 条，{characters} 字）",
        "attachment: notes without a reference were removed ({count}, {characters} characters)",
    ),
    "scrub-pictures": (
        "附件：去掉了图片的拍摄信息、位置、缩略图和原图（{count} 张）",
        "attachment: pictures lost camera data, places, thumbnails and originals ({count})",
    ),
    "scrub-cropped": (
        "附件：真正裁掉了图片不显示的部分（{count} 张）",
        "attachment: the cropped-off parts of pictures were cut away ({count})",
    ),
    "scrub-picture-blank": (
        "附件：有图片无法清理，换成了空白（{count} 张）",
        "attachment: pictures that could not be cleaned were left blank ({count})",
    ),
    "scrub-picture-unused": (
        "附件：去掉了没有显示的图片（{count} 张）",
        "attachment: pictures that are not shown were removed ({count})",
    ),
    "scrub-names": (
        "附件：去掉了图片和图形的文件名、路径等名称（{count} 个）",
        "attachment: file names and other names of drawings were removed ({count})",
    ),
    "scrub-links": (
        "附件：去掉了指向本机、局域网或外部图片的链接（{count} 个）",
        "attachment: links to disks, shares and outside pictures were removed ({count})",
    ),
    "scrub-embedded": (
        "附件：去掉了嵌入的文件和对象，它们的图像保留（{count} 个）",
        "attachment: embedded files and objects were removed, pictures of them stay ({count})",
    ),
    "scrub-macros": (
        "附件：去掉了宏和控件（{count} 个）",
        "attachment: macros and controls were removed ({count})",
    ),
    "scrub-custom-xml": (
        "附件：去掉了自定义 XML 数据（{count} 个）",
        "attachment: custom XML data was removed ({count})",
    ),
    "scrub-printers": (
        "附件：去掉了打印机设置（{count} 个）",
        "attachment: printer settings were removed ({count})",
    ),
    "scrub-thumbnail": (
        "附件：去掉了首页缩略图（{count} 个）",
        "attachment: the thumbnail of the first page was removed ({count})",
    ),
    "scrub-glossary": (
        "附件：去掉了构建基块（{count} 个）",
        "attachment: building blocks were removed ({count})",
    ),
    "scrub-fonts": (
        "附件：去掉了嵌入的字体（{count} 个）",
        "attachment: embedded fonts were removed ({count})",
    ),
    "scrub-parts": (
        "附件：去掉了不影响显示的其他部件（{count} 个）",
        "attachment: other parts that show nothing were removed ({count})",
    ),
    "scrub-filled": (
        "附件：填入了占位词（{count} 处）",
        "attachment: placeholders were filled in ({count})",
    ),
}
