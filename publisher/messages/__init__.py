"""Every sentence that a person may read, in Chinese and English, in tables by subject.

``MESSAGES[key]`` is ``(zh, en)``. An error has two entries: ``key`` (what happened) and
``key.hint`` (what to do). Gaps are ``{name}``, filled from the error's or notice's values.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from publisher.messages import (
    helping,
    imposing,
    library,
    making,
    packing,
    paging,
    reading,
    running,
    scrubbing,
    showing,
    starter,
    theming,
    understanding,
)

MESSAGES: dict[str, tuple[str, str]] = {
    **reading.MESSAGES,
    **scrubbing.MESSAGES,
    **understanding.MESSAGES,
    **making.MESSAGES,
    **packing.MESSAGES,
    **imposing.MESSAGES,
    **library.MESSAGES,
    **theming.MESSAGES,
    **starter.MESSAGES,
    **running.MESSAGES,
    **helping.MESSAGES,
    **showing.MESSAGES,
    **paging.MESSAGES,
}


def language(environ: Mapping[str, str] = os.environ) -> str:
    """``zh`` or ``en``, from the environment's locale (POSIX order), else the system's."""
    for name in ("PUBLISHER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    import locale  # most systems tell by their environment

    system = locale.getlocale()[0] or ""
    return "zh" if system.lower().startswith(("zh", "chinese")) else "en"


def sentence(key: str, values: Mapping[str, object], lang: str) -> str:
    """The sentence for ``key`` in ``lang``, its gaps filled. Unknown keys raise KeyError."""
    zh, en = MESSAGES[key]
    return (zh if lang == "zh" else en).format_map(values)
