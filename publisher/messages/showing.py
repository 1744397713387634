"""The app in the browser: what its page says, and what can go wrong there."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # --- what can go wrong -------------------------------------------------------------------
    "job-time": (
        "处理时间超过 {seconds} 秒，已停止",
        "it took more than {seconds} seconds and was stopped",
    ),
    "job-time.hint": (
        "文件可能过大或已损坏；请在 Word 中另存后重试",
        "the file may be very large or damaged; save it anew in Word and try again",
    ),
    "job-memory": (
        "处理这个文件需要的内存过多，已停止",
        "it needs too much memory and was stopped",
    ),
    "job-memory.hint": (
        "请删去大图片或分成几个文件后重试",
        "take out large pictures or make several files of it, then try again",
    ),
    "job-died": ("处理中断了", "the work on it broke off"),
    "job-died.hint": (
        "请重试；仍不行时请在 Word 中另存后再试",
        "try again; if it still fails, save the file anew in Word",
    ),
    "app-too-big": (
        "文件超过 {most} MB",
        "the file is larger than {most} MB",
    ),
    "app-too-big.hint": (
        "请压缩文件中的图片后重试",
        "compress the pictures in it and try again",
    ),
    "app-too-many": (
        "已经打开 {most} 篇文稿",
        "there are {most} speeches already",
    ),
    "app-too-many.hint": (
        "请先关闭几篇",
        "close some of them first",
    ),
    "app-full": ("现在使用的人太多", "too many people are here right now"),
    "app-full.hint": ("请稍后再试", "try again in a while"),
    "app-cut-short": ("文件没有传完", "the file did not arrive whole"),
    "app-cut-short.hint": ("请重新选择文件", "choose the file again"),
    "app-stranger": (
        "这个页面不是从本机程序打开的",
        "this page was not opened by the program on this machine",
    ),
    "app-stranger.hint": (
        "请重新打开 publisher，它会自己打开网页",
        "start publisher again, it opens the page by itself",
    ),
    "app-gone": ("这篇文稿已经关闭", "this speech has been closed"),
    "app-gone.hint": ("请重新放入文件", "drop the file again"),
    "app-wrong": ("这个请求不对", "the request is not right"),
    "app-wrong.hint": ("请刷新网页后重试", "load the page again and try once more"),
    "app-offline": ("与本机程序的连接断了", "the program on this machine cannot be reached"),
    "app-offline.hint": (
        "请确认 publisher 还开着，再刷新网页",
        "see that publisher is still running, then load the page again",
    ),
    "app-word-alone": (
        "没有打开与它同名的讲话稿",
        "no speech of the same name is open",
    ),
    "app-word-alone.hint": (
        "请先放入讲话稿，再放入同名的 .toml",
        "drop the speech first, then its .toml",
    ),
    "app-logo": ("标志不是可用的 PNG 或 JPEG 图片", "the logo is no PNG or JPEG that can be shown"),
    "app-logo.hint": ("请另存为 PNG 或 JPEG", "save it as PNG or JPEG"),
    "app-password": ("密码不对", "the password is wrong"),
    "app-password.hint": ("请再输一次", "type it again"),
    "host-password": (
        "对外开放（--host）必须同时设密码",
        "--host opens the app to others and wants a password",
    ),
    "host-password.hint": (
        "请用 --password 设密码，至少 8 个字符，或写在环境变量 PUBLISHER_PASSWORD 中",
        "set one of 8 characters or more with --password, or in PUBLISHER_PASSWORD",
    ),
    "port-taken": ("端口 {port} 已被占用", "port {port} is taken"),
    "port-taken.hint": (
        "请换一个端口，或不写 --port 由程序自选",
        "choose another, or leave --port out",
    ),
    # --- command line -------------------------------------------------------------------------
    "help.app": (
        "在浏览器中使用：放入讲话稿，更正、选样式、下载。",
        "Use it in the browser: drop speeches, correct, choose, download.",
    ),
    "help.preview": (
        "在浏览器中看一篇讲话稿，Word 每次保存后自动刷新。",
        "Watch one speech in the browser, refreshed whenever Word saves it.",
    ),
    "help.app-speeches": ("要打开的讲话稿", "speeches to open"),
    "help.host": (
        "对外开放的地址，须同时设密码；默认只限本机",
        "the address to open to others, with a password; by default this machine alone",
    ),
    "help.password": ("对外开放时的密码", "the password for others"),
    "help.port": ("端口；默认自选", "the port; by default any that is free"),
    "help.no-browser": ("不自动打开浏览器", "do not open the browser"),
    "app.running": (
        "{address}\n请在浏览器中打开以上地址；按 Ctrl+C 结束",
        "{address}\nOpen this address in a browser; Ctrl+C ends it",
    ),
}
