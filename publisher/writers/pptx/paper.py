"""Black on white: the theme of a plan that has none, and that of notes and handouts."""

from __future__ import annotations

from publisher.geometry import Size
from publisher.theme.model import Theme, Typeface

_PALETTE = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "F2F2F2",
    "accent1": "1F1F1F", "accent2": "595959", "accent3": "7F7F7F",
    "accent4": "666666", "accent5": "BFBFBF", "accent6": "8C8C8C",
    "hlink": "262626", "folHlink": "4D4D4D",
}  # fmt: skip
_LATIN = "Times New Roman"
# The roles of fonts/fonts.toml under the names that Windows and WPS know them by.
_FONTS = {
    "title": Typeface("biaosong", "方正小标宋简体", _LATIN),
    "text": Typeface("fang", "仿宋", _LATIN),
    "strong": Typeface("hei", "黑体", _LATIN),
    "numeral": Typeface("numeral", "宋体", _LATIN),
    "biaosong": Typeface("biaosong", "方正小标宋简体", _LATIN),
    "song": Typeface("song", "宋体", _LATIN),
    "songnum": Typeface("songnum", "宋体", _LATIN),
    "hei": Typeface("hei", "黑体", _LATIN),
    "kai": Typeface("kai", "楷体", _LATIN),
    "fang": Typeface("fang", "仿宋", _LATIN),
    "sans": Typeface("sans", "微软雅黑", "Arial"),
    "sansbold": Typeface("sansbold", "微软雅黑", "Arial", bold=True),
}


_GROUNDS = ("dk1", "lt1", "dk2", "lt2")


def on_paper(theme: Theme) -> Theme:
    """``theme`` for what is printed: its fonts and accents, its texts and grounds as on paper.

    The notes of a deck for dark rooms are not to be read light on black.
    """
    return theme._replace(palette={**theme.palette, **{slot: _PALETTE[slot] for slot in _GROUNDS}})


def paper_theme(size: Size) -> Theme:
    """A theme without drawings, for sheets of ``size``."""
    return Theme(
        name="paper",
        title={"zh": "公文用纸", "en": "Paper"},
        description={},
        palette=_PALETTE,
        cmyk={},
        fonts=_FONTS,
        styles={},
        spacing={},
        size=size,
        drawings={},
        licence="Apache-2.0",
    )
