"""How many points a paragraph says will come."""

from __future__ import annotations

import re

from publisher.outline.values import han_value
from publisher.traditional import simplified

_COUNT = "([两二三四五六七八九十])(?:点|个|条|方面|项|句|件|层|大|步|头)"
_ENDING = 24
"""Characters at the end of a paragraph among which points are announced."""


def announced(text: str) -> int:
    """How many points a paragraph says will come; 0 where it says nothing of them."""
    ending = simplified(text.rstrip()[-_ENDING:])
    if not ending.endswith(("。", "：", "！", ".", ":")):
        return 0
    clause = re.split("[，,。！!；;]", ending[:-1])[-1]
    counts = re.findall(_COUNT, clause)
    return han_value(counts[-1]) if counts else 0
