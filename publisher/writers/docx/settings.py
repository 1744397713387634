"""Settings of the document: what Word does by itself (ECMA-376 17.15)."""

from __future__ import annotations

from typing import Any

from publisher.story import Story
from publisher.writers.docx.markup import element, root

_COMPATIBLE = (
    "spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace",
    "doNotExpandShiftReturn", "adjustLineHeightInTable", "useFELayout",
)  # fmt: skip
"""How Word in Chinese sets lines: those that a line break ends are not stretched."""
_WORD_2013 = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
}
_URI = "http://schemas.microsoft.com/office/word"


def settings(story: Story, has_notes: bool, western: bool) -> Any:
    """The ``w:settings``; ``western`` text is hyphenated."""
    number = story.page.number
    two_sided = number.odd != number.even or story.page.head is not None
    rules = element(
        "footnotePr", element("footnote", id=-1), element("footnote", id=0)
    )  # fmt: skip
    modes = (
        element("compatSetting", name=name, uri=_URI, val=value)
        for name, value in _WORD_2013.items()
    )
    return root(
        "settings",
        element("zoom", percent=100),
        element("mirrorMargins") if story.page.mirrored else None,
        element("defaultTabStop", val=420),
        element("autoHyphenation") if western else None,
        element("evenAndOddHeaders") if two_sided else None,
        element("characterSpacingControl", val="compressPunctuation"),
        rules if has_notes else None,
        element("compat", *(element(name) for name in _COMPATIBLE), *modes),
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )
