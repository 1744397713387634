"""What a pack says of its files, and the help of its command."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "pack.file": ("打印说明.txt", "PRINTING.txt"),
    "pack.head": ("《{title}》：放映与打印说明", "{title}: how to show and to print it"),
    "pack.pptx": (
        "{name}\n  放映用的课件：用 PowerPoint 或 WPS 打开，按 F5 放映。不必打印。",
        "{name}\n  The deck: open it in PowerPoint or WPS and press F5. Not for printing.",
    ),
    "pack.show": (
        "{name}\n  供没有 PowerPoint、WPS 或缺少字体的电脑放映：打开即全屏，按 Esc 退出。",
        (
            "{name}\n  The slides for a computer without PowerPoint or the fonts: full-screen when"
            " opened, Esc ends it. Not for printing."
        ),
    ),
    "pack.script": (
        "{name}\n  讲稿，{sheets} 页：{paper} 纸，双面，沿长边翻页，实际大小，左侧装订。",
        (
            "{name}\n  The script, {sheets} pages: {paper}, on both sides, flip on the long edge,"
            " actual size; bound at the left."
        ),
    ),
    "pack.docx": (
        "{name}\n  可修改的讲稿：临时改动时用 Word 或 WPS 打开，打印方法与讲稿相同（{paper} 纸）。",
        (
            "{name}\n  The script for changes at the last minute: open it in Word or WPS, then"
            " print it as the script is printed ({paper})."
        ),
    ),
    "pack.reading": (
        "{name}\n  讲台上用的大字讲稿，{sheets} 页：{paper} 纸，单面，实际大小，不装订。",
        (
            "{name}\n  Large print for the lectern, {sheets} pages: {paper}, on one side,"
            " actual size; not bound."
        ),
    ),
    "pack.handout": (
        "{name}\n  发给听众的讲义，{sheets} 页：{paper} 纸，双面，沿长边翻页，实际大小，左侧装订。",
        (
            "{name}\n  The handout, {sheets} pages: {paper}, on both sides, flip on the long edge,"
            " actual size; bound at the left."
        ),
    ),
    "pack.foot": (
        "“实际大小”有的打印机叫“100%”“无缩放”。不要选“适应页面”，页边距和字号会变。",
        (
            "Some printers call actual size “100 %” or “no scaling”. “Fit to page” would change"
            " margins and type."
        ),
    ),
    "help.pack": (
        "把一篇讲话稿的全部文件和打印说明放进一个文件夹，便于拷到 U 盘。",
        "Put all files of a speech, and how to print them, into one folder for the USB stick.",
    ),
    "help.pack-where": (
        "输出文件夹；默认为讲话稿旁的“名称-pack”",
        "the folder to write to; by default NAME-pack beside the speech",
    ),
}
