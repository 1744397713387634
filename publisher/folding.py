"""How the words of a heading are compared: what a person types need not be what stands there."""

from __future__ import annotations

IGNORED = " \t\r\n\u3000\xa0"
CLOSING = "。．.；;：:，,、！!？?"
KIN = dict(zip(map(ord, "，。：；！？（）．０１２３４５６７８９"), ",.:;!?().0123456789"))
"""Marks and digits of one meaning in two widths."""


def as_key(text: str) -> str:
    """A heading's text for comparison: no blanks, one width, no closing mark."""
    bare = "".join(c for c in text if c not in IGNORED)
    return bare.translate(KIN).rstrip(CLOSING)
