"""Fonts, themes, slides, pages and the files they become."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
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
    "template-missing": ("找不到模板文件", "there is no such template"),
    "template-missing.hint": (
        "请核对 --template 后面的文件名",
        "check the file name after --template",
    ),
    "template-not": (
        "这不是可用的演示文稿模板（{detail}）",
        "this is no deck that could serve as a template ({detail})",
    ),
    "template-not.hint": (
        "请用 PowerPoint 或 WPS 打开它，另存为 .pptx 或 .potx",
        "open it in PowerPoint or WPS and save it as .pptx or .potx",
    ),
    "template-big": ("模板太大", "the template is too big"),
    "template-big.hint": (
        "请删去其中的视频和多余的图片后再用",
        "take videos and needless pictures out of it",
    ),
    "template-broken": ("模板已损坏：{detail}", "the template is broken: {detail}"),
    "template-broken.hint": (
        "请用 PowerPoint 或 WPS 打开它，另存一份再用",
        "open it in PowerPoint or WPS and save it anew",
    ),
    "template-roles": ("模板版式的用途：{roles}", "layouts of the template by role: {roles}"),
    "template-pages": (
        "PDF 里没有模板的底图，只有文字与图形",
        "a PDF shows words and shapes without the template's own artwork",
    ),
    "secrecy-kept": (
        "讲话稿标有“{mark}”，没有写入备注和附件（--force 可强制写入）",
        "the speech is marked “{mark}”: notes and attachment are left out (--force puts them in)",
    ),
    "secrecy-source": (
        "讲话稿标有“{mark}”，没有附在 PDF 中（--force 可强制附上）",
        "the speech is marked “{mark}” and was not put into the PDF (--force puts it in)",
    ),
    "attach-press": (
        "印刷用的 PDF 不附讲话稿",
        "a PDF for the press does not carry the speech",
    ),
    "attach-without-notes": (
        "去掉备注的演示文稿不附讲话稿",
        "a deck without notes does not carry the speech either",
    ),
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
    "key-unknown": ("不认识的设置 {key}", "unknown key {key}"),
    "key-unknown.hint": ("最接近的是 {near}", "the nearest known one is {near}"),
    "key-missing": ("缺少设置 {key}", "the key {key} is missing"),
    "key-missing.hint": ("可参照随附主题补上", "see the shipped themes for an example"),
    "speech-empty": ("文件里没有文字", "there is not a word in it"),
    "speech-empty.hint": (
        "请确认文件是否选对；若文字在图片里，请先转成文字",
        "check that it is the right file; text inside pictures must be typed first",
    ),
    # --- what belongs together (compose) ---------------------------------------------------
    "treatment-unmatched": (
        "同名 .toml 的 [slides] 里写的标题“{heading}”在讲话稿中找不到",
        "[slides] speaks of the heading “{heading}”, which is nowhere in the speech",
    ),
    "treatment-undone": (
        "标题“{heading}”的内容做不成 {wanted}，已按通常方式处理",
        "what stands under “{heading}” cannot be shown as {wanted}; it is shown as usual",
    ),
    "table-not-data": (
        "“{title}”下的表格不是数据（应有表头、一列类别和单位相同的数字），仍作表格",
        "the table under “{title}” is not categories and numbers of one unit; it stays a table",
    ),
    # --- slides --------------------------------------------------------------------------
    "logo-unread": (
        "标志图片无法读取：{detail}",
        "the picture of the logo cannot be read: {detail}",
    ),
    "logo-unread.hint": (
        "请检查 logo 所写的路径",
        "check the path given as the logo",
    ),
    "logo-kind": ("标志不是 PNG 或 JPEG 图片", "the logo is not a PNG or JPEG picture"),
    "logo-kind.hint": (
        "请另存为 PNG 后再写进 logo",
        "save it as PNG and name that file as the logo",
    ),
    "slide-continued": ("“{title}”放不下，续到下一页", "“{title}” goes on on a further slide"),
    "slide-shortened": (
        "第 {slide} 页“{title}”的文字过长，完整内容在备注中",
        "slide {slide}: “{title}” is too long to show whole; the notes have all of it",
    ),
    "chart-as-table": (
        "“{title}”的表格不是同一单位的一组数据，画不成图表，仍以表格显示",
        "the table of “{title}” is not data in one unit; it is shown as a table, not as a chart",
    ),
    # What stands in the header of a notes page, in the language of the speech.
    "notes-head": (
        "本页 {here}　累计 {so_far}／{total}",
        "{here} on this slide, {so_far} of {total} so far",
    ),
    "notes-paragraph": ("　第 {first} 段", ", paragraph {first}"),
    "notes-paragraphs": ("　第 {first}–{last} 段", ", paragraphs {first}–{last}"),
    # --- pages ---------------------------------------------------------------------------
    "profile-unknown": ("没有名为“{name}”的版式", "there is no page profile “{name}”"),
    "profile-unknown.hint": ("最接近的是“{nearest}”", "the nearest one is “{nearest}”"),
    "profile-key": ("版式中不认识“{key}”", "the page profile has an unknown key “{key}”"),
    "profile-key.hint": ("是否想写“{nearest}”？", "did you mean “{nearest}”?"),
    "profile-lacks": ("版式缺少“{key}”", "the page profile lacks “{key}”"),
    "profile-lacks.hint": (
        '可以写 extends = "gbt9704"，没写的都从那里取',
        'with extends = "gbt9704" what is not said is taken from there',
    ),
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
    "picture-coarse": (
        "第 {page} 页的图片印刷时只有 {dpi} dpi，低于 {least}，会显得模糊",
        "the picture on page {page} has {dpi} dpi in print, less than {least}, and will look soft",
    ),
    # --- writing decks (writers.pptx) -------------------------------------------------------
    "characters-replaced": (
        "{count} 个控制字符不能写入演示文稿，已换成“�”",
        "{count} control characters cannot stand in a deck and were replaced by “�”",
    ),
    "fonts-embedded": (
        "已嵌入字体 {names}（{size} KB）；Windows 版 PowerPoint 会采用，其他程序可能改用本机字体",
        "embedded {names} ({size} KB): for PowerPoint on Windows; others may take their own fonts",
    ),
    "font-outlines-deck": (
        "字体 {face} 不是 TrueType 轮廓，无法嵌入演示文稿",
        "the face {face} has no TrueType outlines and cannot be embedded in a deck",
    ),
    "font-outlines-deck.hint": (
        "请换用扩展名为 .ttf 的同款字体，或去掉 --embed-fonts",
        "use the TrueType edition of the face (.ttf), or leave out --embed-fonts",
    ),
}
