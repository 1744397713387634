"""Every sentence that a person may read, in Chinese and English, in one table.

``MESSAGES[key]`` is ``(zh, en)``. An error has two entries: ``key`` (what happened) and
``key.hint`` (what to do). Gaps are ``{name}``, filled from the error's or notice's values.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping

MESSAGES: dict[str, tuple[str, str]] = {
    # --- files ---------------------------------------------------------------------------
    "input-missing": ("找不到文件", "file not found"),
    "input-missing.hint": ("请检查文件名和所在文件夹", "check the name and the folder"),
    # --- generic -------------------------------------------------------------------------
    "bug": ("程序内部错误：{detail}", "internal error: {detail}"),
    "bug.hint": (
        "这是本程序的缺陷，请附上此信息反馈；加 --debug 可看到详细过程",
        "this is a bug of ours; please report it, --debug shows the details",
    ),
}


def language(environ: Mapping[str, str] = os.environ) -> str:
    """``zh`` or ``en``, from the environment's locale (POSIX order), else the system's."""
    for name in ("PUBLISHER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    system = locale.getlocale()[0] or ""
    return "zh" if system.lower().startswith(("zh", "chinese")) else "en"


def sentence(key: str, values: Mapping[str, object], lang: str) -> str:
    """The sentence for ``key`` in ``lang``, its gaps filled. Unknown keys raise KeyError."""
    zh, en = MESSAGES[key]
    return (zh if lang == "zh" else en).format_map(values)
