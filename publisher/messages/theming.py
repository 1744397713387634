"""Making themes: the starter's comments, what a review finds, the words of ``publisher themes``."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # --- settings ---------------------------------------------------------------------------
    "theme-text": ("{key} 应是文字", "{key} should be words"),
    "theme-text.hint": ('请加上英文引号，如 "…"', 'put them in quotation marks: "…"'),
    "theme-flag": ("{key} 只能是 true 或 false", "{key} is neither true nor false"),
    "theme-flag.hint": (
        "请写 true 或 false，不加引号",
        "write true or false, without quotation marks",
    ),
    "theme-number": ("{key} = {value} 不对", "{key} = {value} cannot be"),
    "theme-number.hint": (
        "请写 {least} 到 {most} 之间的数，不加引号",
        "write a number from {least} to {most}, without quotation marks",
    ),
    "theme-inks": ("{key} 不是四个油墨数", "{key} is not four amounts of ink"),
    "theme-inks.hint": (
        "请按青、品红、黄、黑写百分数，如 [20, 100, 95, 25]",
        "write cyan, magenta, yellow and black in per cent: [20, 100, 95, 25]",
    ),
    "theme-order": ("{key} 中 {less} 大于 {more}", "in {key}, {less} is above {more}"),
    "theme-order.hint": ("请调换两个数", "change one of the two numbers"),
    # --- drawings ---------------------------------------------------------------------------
    "theme-paint": ("“{paint}”不是单一颜色", "“{paint}” is not a flat colour"),
    "theme-paint.hint": (
        "请用调色板中的颜色填充（如 #9B1B1F），不用渐变、图案和颜色名称",
        "fill with a colour of the palette (#9B1B1F); no gradients, patterns or names of colours",
    ),
    "theme-viewbox": (
        "图样的 viewBox（{box}）不是 16∶9",
        "the drawing's viewBox ({box}) is not 16:9",
    ),
    "theme-viewbox.hint": (
        '请在“文档属性”中把页面设为 1280 × 720，或写 viewBox="0 0 1280 720"',
        'set the page to 1280 × 720 in the document properties, or write viewBox="0 0 1280 720"',
    ),
    "theme-frame-twice": ("有两个名为“{value}”的文字框", "two frames are called “{value}”"),
    "theme-frame-twice.hint": ("请改名或删去一个", "rename one of them, or take it away"),
    # --- review -----------------------------------------------------------------------------
    "theme-licence": ("没有写明图样的许可", "the licence of the artwork is not named"),
    "theme-licence.hint": (
        '请写明谁画的、可以怎样使用，如 licence = "CC BY 4.0; 林晓绘"',
        'say who drew it and how it may be used: licence = "CC BY 4.0; drawn by A. Lin"',
    ),
    "theme-font": (
        "字体 {role} 的 measured = “{name}” 不存在",
        "the font {role} is measured with “{name}”, which does not exist",
    ),
    "theme-font.hint": (
        "最接近的是 {near}；可用：{known}",
        "the nearest is {near}; there are: {known}",
    ),
    "theme-typeface": (
        "字体 {role} 所用的“{name}”在多数办公电脑上没有",
        "most office machines do not have the typeface “{name}” of the font {role}",
    ),
    "theme-typeface.hint": (
        "别的字体会代替它；可改用 {near}，或确认放映的电脑上装有它",
        "another will take its place; use {near}, or make sure that the machine has it",
    ),
    "theme-ink": ("{slot} 的油墨总量为 {sum}%", "{slot} has {sum} % of ink"),
    "theme-ink.hint": (
        "超过 {most}% 的纸面干不透；请减少，深色可多用黑、少用其他三色",
        "more than {most} % does not dry; use less, and in dark colours more black for the rest",
    ),
    "theme-ink-other": (
        "{slot} 的油墨印出来约为 {seen}，屏幕上是 {meant}",
        "the inks of {slot} print about {seen}, while the screen has {meant}",
    ),
    "theme-ink-other.hint": (
        "改了 [palette] 时，请把 [cmyk] 中的同名一项也改过来",
        "when a colour of [palette] changes, its inks in [cmyk] change with it",
    ),
    "theme-black": (
        "正文颜色 dk1 的黑只有 {black}%，印刷时要四色套印，小字容易发虚",
        "dk1, the colour of text, has {black} % of black: type of several inks prints blurred",
    ),
    "theme-black.hint": (
        "请写 dk1 = [0, 0, 0, 100]；黑不少于 {least}% 的文字只用黑版",
        "write dk1 = [0, 0, 0, 100]; text of {least} % black or more is printed in black alone",
    ),
    "theme-pair": (
        "{ink} 与 {ground} 的对比度只有 {ratio}∶1",
        "{ink} has a contrast of only {ratio}:1 to {ground}",
    ),
    "theme-pair.hint": (
        "文字（{ink}）会放在 {ground} 上；请加深或调亮其中一个，至少 {least}∶1（WCAG AA）",
        (
            "text in {ink} stands on {ground}; darken or lighten one of them,"
            " to {least}:1 at least (WCAG AA)"
        ),
    ),
    "theme-grey": (
        "黑白打印时，{one} 与 {other} 分不清",
        "printed in grey, {one} and {other} look the same",
    ),
    "theme-grey.hint": (
        "它们是图表中相邻的颜色，请让明暗差得大一些",
        "they stand beside each other in charts; make one of them darker or lighter",
    ),
    "theme-stray": ("没有这种版式，图样不会被使用", "no layout has this name, so nothing uses it"),
    "theme-stray.hint": ("最接近的文件名是 {near}", "the nearest name is {near}"),
    "theme-unread": ("图样用了 {what}，不会画出来", "the drawing uses {what}, which is not drawn"),
    "theme-unread.hint": (
        "请改用填色的普通图形（Inkscape：路径 › 轮廓转路径、布尔运算）",
        "use plain filled shapes (in Inkscape: Path › Stroke to Path, or the Boolean operations)",
    ),
    "theme-frame-missing": ("缺少文字框 {name}", "the frame {name} is missing"),
    "theme-frame-missing.hint": (
        '请画一个矩形，加上属性 data-frame="{name}" 和 data-style',
        'draw a rectangle and give it the attributes data-frame="{name}" and data-style',
    ),
    "theme-frame-wanted": ("没有文字框：{names}", "there is no frame for: {names}"),
    "theme-frame-wanted.hint": (
        "这些内容将不显示在这一版式上；如不是有意，请补上",
        "what belongs there is not shown on this layout; add them unless you mean it",
    ),
    "theme-frame-outside": ("文字框 {name} 超出页面", "the frame {name} reaches over the slide"),
    "theme-frame-outside.hint": ("请移回 1280 × 720 之内", "move it inside 1280 × 720"),
    "theme-frames-overlap": (
        "文字框 {one} 与 {other} 重叠",
        "the frames {one} and {other} overlap",
    ),
    "theme-frames-overlap.hint": ("请错开，文字才不会相压", "part them, or their texts will meet"),
    "theme-frame-low": (
        "文字框 {name} 放不下一行 {style} 的最小字号",
        "the frame {name} is too low for one line of {style} at its smallest",
    ),
    "theme-frame-low.hint": (
        "高度至少要 {height}，或减小该样式的 smallest",
        "make it {height} high at least, or the style's smallest size smaller",
    ),
    "theme-frame-narrow": (
        "{aspect} 时文字框 {name} 一行放不下 {count} 个字（{style} 的最小字号）",
        (
            "at {aspect} a line of the frame {name} does not hold {count} characters"
            " ({style} at its smallest)"
        ),
    ),
    "theme-frame-narrow.hint": (
        "请加宽，或减小该样式的 smallest",
        "make it wider, or the style's smallest size smaller",
    ),
    "theme-contrast": (
        "文字框 {name} 的文字（{slot}）与背景的对比度只有 {ratio}∶1",
        "text in the frame {name} ({slot}) has a contrast of only {ratio}:1 to what is behind it",
    ),
    "theme-contrast.hint": (
        "请改用更深或更浅的颜色，或把图形移开，至少 {least}∶1（WCAG AA）",
        "choose a darker or lighter colour, or move the shapes, to {least}:1 at least (WCAG AA)",
    ),
    "theme-contrast-other": (
        "换用 {palettes} 的配色时，文字框 {name} 的文字（{slot}）看不清",
        "in the palettes of {palettes}, text in the frame {name} ({slot}) is hard to read",
    ),
    "theme-contrast-other.hint": (
        "只用本主题的配色则无妨；要通用，请按槽位的用途选色",
        "of no matter with your own palette; to suit all, use each slot for what it is meant for",
    ),
    "theme-trial-cut": (
        "{aspect} 时样稿的“{title}”放不下",
        "at {aspect} “{title}” of the sample speech does not fit",
    ),
    "theme-trial-cut.hint": (
        "请放大这一版式的文字框，或减小其样式的 smallest",
        "make the frames of this layout larger, or the smallest size of their styles smaller",
    ),
    "theme-trial-contrast": (
        "样稿的“{text}”（{slot}）与背景的对比度只有 {ratio}∶1",
        "“{text}” of the sample speech ({slot}) has a contrast of only {ratio}:1",
    ),
    "theme-trial-contrast.hint": (
        "请调整 [palette] 或样式的 colour，至少 {least}∶1（WCAG AA）",
        "change the [palette] or the style's colour, to {least}:1 at least (WCAG AA)",
    ),
    # --- the command ------------------------------------------------------------------------
    "theme-name": ("“{name}”不能作主题的名称", "“{name}” cannot be a theme's name"),
    "theme-name.hint": (
        '名称也是文件夹名：不能含 < > : " / \\ | ? *，首尾不能是空格或点；位置用 -o 指定',
        (
            "it is the folder's name too: none of < > : \" / \\ | ? *, no blank or dot at its ends;"
            " say where with -o"
        ),
    ),
    "theme-name-taken": ("已有随附的主题叫“{name}”", "a shipped theme is called “{name}”"),
    "theme-name-taken.hint": ("请另起名称", "choose another name"),
    "themes.new": (
        "{target}（theme.toml 和 {count} 幅图样，据 {base}）",
        "{target} (theme.toml and {count} drawings, after {base})",
    ),
    "themes.show": ("{target}（{count} 页）", "{target} ({count} slides)"),
    "themes.export": ("{target}（{count} 种版式）", "{target} ({count} layouts)"),
    "themes.error": ("错误", "error"),
    "themes.warning": ("注意", "warning"),
    "themes.summary": (
        "{error} 处错误，{warning} 处注意",
        "errors: {error}, warnings: {warning}",
    ),
    "themes.clean": ("没有发现问题", "nothing was found"),
    "themes-check": ("主题有 {count} 处错误", "errors in the theme: {count}"),
    "themes-check.hint": (
        "请按上面各行修改后再查",
        "do what the lines above say, then check again",
    ),
}
