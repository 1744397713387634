"""Every sentence that a person may read, in Chinese and English, in tables by subject.

``MESSAGES[key]`` is ``(zh, en)``. An error has two entries: ``key`` (what happened) and
``key.hint`` (what to do). Gaps are ``{name}``, filled from the error's or notice's values.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib import import_module

_SUBJECTS = (
    *("running", "making", "understanding", "reading", "scrubbing", "theming", "packing"),
    *("imposing", "library", "starter", "showing", "paging", "helping", "afar"),
)
"""The tables, those that a deck tells from first."""


class _Messages(Mapping[str, tuple[str, str]]):
    """All tables as one; a table is imported when its first sentence may be in it."""

    def __getitem__(self, key: str) -> tuple[str, str]:
        for subject in _SUBJECTS:
            table = _table(subject)
            if key in table:
                return table[key]
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        for subject in _SUBJECTS:
            yield from _table(subject)

    def __len__(self) -> int:
        return sum(len(_table(subject)) for subject in _SUBJECTS)


def _table(subject: str) -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = import_module(f"publisher.messages.{subject}").MESSAGES
    return table


MESSAGES: Mapping[str, tuple[str, str]] = _Messages()


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
