"""Links out of a copy: to the web and to a letter box, never into somebody's computer."""

from __future__ import annotations

from urllib.parse import urlsplit

_SCHEMES = frozenset({"http", "https", "mailto"})


def may_stay(target: str) -> bool:
    """Whether a link to ``target`` may be passed on: no path of a disk or a share, no password."""
    try:
        parts = urlsplit(target.strip())
        return parts.scheme.lower() in _SCHEMES and parts.username is None
    except ValueError:
        return False
