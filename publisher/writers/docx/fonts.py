"""What Word calls the faces, and what it takes where one is not there (ECMA-376 17.8.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from publisher.record import NamedTuple
from publisher.typeface.registry import Typefaces
from publisher.writers.docx.markup import element, root


class Named(NamedTuple):
    """A face under its name in Windows; ``others`` are looked for where it is not there."""

    name: str
    others: str = ""
    family: str = "auto"
    pitch: str = "variable"
    panose: str = ""
    charset: str = "86"


_WINDOWS: Mapping[str, Named] = {
    "NotoSerifSC-Bold": Named(
        "方正小标宋简体", "方正小标宋_GBK,华文中宋", "script", "fixed", "03000509000000000000"
    ),
    "NotoSerifSC-Regular": Named("宋体", "SimSun", pitch="fixed", panose="02010600030101010101"),
    "NotoSansSC-Medium": Named("黑体", "SimHei", "modern", "fixed", "02010609060101010101"),
    "LXGWWenKai-Regular": Named(
        "楷体", "KaiTi,楷体_GB2312", "modern", "fixed", "02010609060101010101"
    ),
    "FandolFang-Regular": Named(
        "仿宋", "FangSong,仿宋_GB2312", "modern", "fixed", "02010609060101010101"
    ),
    "NotoSansSC-Regular": Named("微软雅黑", "Microsoft YaHei", "swiss", "variable"),
    "NotoSansSC-Bold": Named("微软雅黑", "Microsoft YaHei", "swiss", "variable"),
    "Tinos-Regular": Named(
        "Times New Roman", "", "roman", "variable", "02020603050405020304", "00"
    ),
    "Tinos-Bold": Named("Times New Roman", "", "roman", "variable", "02020603050405020304", "00"),
}
"""Our faces by the fonts that every Windows has in their places (方正小标宋 only where an office
bought it: 华文中宋, which comes with Office, stands in). A font of one's own keeps its name."""


class Fonts:
    """The fonts of a document by role, each that was asked for once."""

    def __init__(self, typefaces: Typefaces) -> None:
        self._typefaces = typefaces
        self._used: dict[str, Named] = {}

    def _named(self, face: str) -> Named:
        known = _WINDOWS.get(face)
        found = known or Named(self._typefaces.face(face).family)
        return self._used.setdefault(found.name, found)

    def of(self, role: str) -> Any:
        """The ``w:rFonts`` of a role: Han and its marks, Latin letters and digits."""
        said = self._typefaces.role(role)
        han, latin = self._named(said.han).name, self._named(said.latin).name
        return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=han, cs=latin)

    def table(self) -> Any:
        """The font table: by it a program without a font finds the one most like it."""
        return root("fonts", *_rows(self._used.values()))


def _rows(fonts: Iterable[Named]) -> list[Any]:
    return [
        element(
            "font",
            element("altName", val=font.others) if font.others else None,
            element("panose1", val=font.panose) if font.panose else None,
            element("charset", val=font.charset),
            element("family", val=font.family),
            element("pitch", val=font.pitch),
            name=font.name,
        )
        for font in fonts
    ]
