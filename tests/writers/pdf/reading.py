"""Reads a PDF back as a reader program would: codes, their texts by /ToUnicode, their boxes."""

from __future__ import annotations

import io
import re
import struct
from typing import NamedTuple

import pikepdf


class Shown(NamedTuple):
    """A glyph of a page: its text, the left edge of its box, its baseline, its width, in pt."""

    text: str
    x: float
    y: float
    width: float
    font: str


class Font:
    """A Type0 font: texts and widths (1/1000 em) by code."""

    def __init__(self, font: pikepdf.Object) -> None:
        self.name = str(font.BaseFont)
        self.texts = _bfranges(font.ToUnicode.read_bytes())
        descendant = font.DescendantFonts[0]
        self.file = descendant.FontDescriptor.FontFile2.read_bytes()
        self._default = float(descendant.DW)
        self._widths: dict[int, float] = {}
        entries = list(descendant.W)
        for first, widths in zip(entries[::2], entries[1::2]):
            self._widths |= {int(first) + i: float(width) for i, width in enumerate(widths)}

    def width(self, code: int) -> float:
        return self._widths.get(code, self._default)


def left_bearing(font: Font, text: str) -> float:
    """How far right of its origin the ink of the glyph for ``text`` begins, in ems (glyf)."""
    (code,) = (code for code, value in font.texts.items() if value == text)
    records = (struct.unpack_from(">4s4xII", font.file, 12 + 16 * i) for i in range(font.file[5]))
    tables = {tag: font.file[offset : offset + length] for tag, offset, length in records}
    (long_offsets,) = struct.unpack_from(">h", tables[b"head"], 50)
    (units,) = struct.unpack_from(">H", tables[b"head"], 18)
    if long_offsets:
        (offset,) = struct.unpack_from(">I", tables[b"loca"], 4 * code)
    else:
        offset = 2 * struct.unpack_from(">H", tables[b"loca"], 2 * code)[0]
    (x_min,) = struct.unpack_from(">h", tables[b"glyf"], offset + 2)
    return float(x_min / units)


def open_pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def fonts(pdf: pikepdf.Pdf) -> dict[str, Font]:
    return {name: Font(font) for name, font in pdf.pages[0].obj.Resources.Font.items()}


def shown(pdf: pikepdf.Pdf, page: int = 0) -> list[Shown]:
    """The glyphs of a page in the order of its content stream."""
    known = fonts(pdf)
    out: list[Shown] = []
    font, size, x, y = Font.__new__(Font), 0.0, 0.0, 0.0
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[page]):
        match str(operator):
            case "Tf":
                font, size = known[str(operands[0])], float(operands[1])
            case "Tm":
                x, y = float(operands[4]), float(operands[5])
            case "TJ":
                for part in operands[0]:
                    if not isinstance(part, pikepdf.String):
                        x -= float(part) * size / 1000
                        continue
                    codes = bytes(part)
                    for i in range(0, len(codes), 2):
                        code = int.from_bytes(codes[i : i + 2], "big")
                        width = font.width(code) * size / 1000
                        out.append(Shown(font.texts[code], x, y, width, font.name))
                        x += width
    return out


def text(pdf: pikepdf.Pdf, page: int = 0) -> str:
    return "".join(glyph.text for glyph in shown(pdf, page))


def operators(pdf: pikepdf.Pdf, page: int = 0) -> list[str]:
    """The page's content as lines "operand … operator", without what shows text and marks."""
    return [
        " ".join((*(str(operand) for operand in operands), str(operator)))
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[page])
        if str(operator) not in {"TJ", "Tm", "Tf", "BT", "ET", "BDC", "EMC"}
    ]


def _bfranges(cmap: bytes) -> dict[int, str]:
    blocks = re.findall(rb"(\d+) beginbfrange\n(.*?)endbfrange", cmap, re.DOTALL)
    texts: dict[int, str] = {}
    for count, block in blocks:
        entries = re.findall(rb"<(\w{4})> <(\w{4})> \[((?:<(?:\w{4})+>)+)\]\n", block)
        assert len(entries) == int(count) <= 100, "a block holds what it says, at most 100"
        for first, last, values in entries:
            shown = re.findall(rb"<(\w+)>", values)
            assert len(shown) == int(last, 16) - int(first, 16) + 1 <= 100
            assert first[:2] == last[:2], "a range keeps its first byte"
            for code, value in enumerate(shown, int(first, 16)):
                texts[code] = bytes.fromhex(value.decode("ascii")).decode("utf-16-be")
    return texts
