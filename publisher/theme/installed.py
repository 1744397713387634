"""Typefaces that office machines have."""

from __future__ import annotations

INSTALLED = frozenset(
    # Windows 10 and 11, Office 2016 and later, WPS; macOS has most through Office.
    "微软雅黑|微软雅黑 Light|宋体|新宋体|黑体|楷体|仿宋|等线|等线 Light|隶书|幼圆|"
    "华文中宋|华文宋体|华文楷体|华文仿宋|华文细黑|华文黑体|华文新魏|华文行楷|华文隶书|"
    "方正小标宋简体|方正仿宋_GBK|方正楷体_GBK|方正黑体_GBK|方正舒体|方正姚体|仿宋_GB2312|楷体_GB2312|"
    "Arial|Calibri|Cambria|Candara|Century|Century Gothic|Consolas|Constantia|Corbel|Franklin "
    "Gothic Medium|Garamond|Georgia|Palatino Linotype|Segoe UI|Segoe UI Light|Segoe UI Semibold|"
    "Tahoma|Times New Roman|Trebuchet MS|Verdana".split("|")
)
"""Typefaces that a deck may name and find on most office machines."""
