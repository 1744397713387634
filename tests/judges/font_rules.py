"""Rules of embedded fonts: what PowerPoint asks for without saying when it is missing."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from tests.judges.opc import MAIN, A, P, Package, R
from tests.judges.rules import number, repeated, rule

SLOTS = {"regular": ("Regular", 400), "bold": ("Bold", 700)}
MAGIC, VERSION, GB2312 = 0x504C, 0x00020002, 134
RESTRICTED = 0x0002


class Eot(NamedTuple):
    """What the header of a font says (W3C submission EOT, version 0x00020002)."""

    size: int
    font_size: int
    version: int
    flags: int
    panose: bytes
    charset: int
    weight: int
    permission: int
    magic: int
    family: str
    style: str
    font: bytes


def read(data: bytes) -> Eot:
    """Raises struct.error for a file that ends too soon."""
    size, font_size, version, flags = struct.unpack_from("<4L", data)
    charset, _, weight, permission, magic = struct.unpack_from("<BBLHH", data, 26)
    names, place = [], 80
    for _ in range(5):
        (length,) = struct.unpack_from("<H", data, place + 2)
        name = data[place + 4 : place + 4 + length].decode("utf-16-le", "replace")
        names.append(name.rstrip("\0"))
        place += 4 + length
    font = data[len(data) - font_size :]
    return Eot(
        size, font_size, version, flags, data[16:26], charset, weight, permission, magic,
        names[0], names[1], font,
    )  # fmt: skip


@rule("embedded-font")
def embedded_font(package: Package) -> Iterator[str]:
    rows = {row.id: row for row in package.relationships(MAIN)}
    used = _typefaces(package)
    entries = list(package.root(MAIN).iter(P + "embeddedFont"))
    names = [e.get("typeface", "") for e in package.root(MAIN).iter(P + "font")]
    for name in repeated(names):
        yield f"{name} twice"
    for entry, name in zip(entries, names, strict=True):
        if name not in used:
            yield f"{name} is in no theme and on no run"
        slots = [child for child in entry if child.tag != P + "font"]
        if not slots:
            yield f"{name}: no file"
        for slot in slots:
            row = rows.get(slot.get(R + "id", ""))
            if row is None or row.kind != "font" or not row.target.endswith(".fntdata"):
                yield f"{name}: no font data"
                continue
            kind, declared = slot.tag.removeprefix(P), entry.find(P + "font")
            charset = number(declared.get("charset", "1")) if declared is not None else 1
            for fault in _faults(package.read(row.target), name, kind, charset % 256):
                yield f"{name} {kind}: {fault}"
    if entries and package.root(MAIN).get("embedTrueTypeFonts") != "1":
        yield "fonts are embedded and not said to be"


def _typefaces(package: Package) -> set[str]:
    """The typefaces that themes, masters and slides name."""
    return {
        element.get("typeface", "")
        for part in package.parts
        if part.endswith(".xml") and part != MAIN
        for tag in ("latin", "ea")
        for element in package.root(part).iter(A + tag)
    }


def _faults(data: bytes, name: str, slot: str, charset: int) -> Iterator[str]:
    try:
        header = read(data)
    except struct.error:
        yield "is no EOT"
        return
    if (header.version, header.magic, header.flags) != (VERSION, MAGIC, 0):
        yield "is no plain EOT of version 2.2"
    if header.size != len(data) or header.font[:4] != b"\0\1\0\0":
        yield "does not end in a TrueType font"
        return
    style, weight = SLOTS.get(slot, ("", 0))
    if header.family != name or header.style != style:
        yield f"calls itself {header.family} {header.style}"
    if abs(header.weight - weight) > 100:
        yield f"weighs {header.weight}"
    if header.permission & 0x000F == RESTRICTED:
        yield "may not be embedded"
    os2 = _table(header.font, b"OS/2")
    if os2[32:42] != header.panose:
        yield "has another PANOSE inside"
    if header.panose[0] == 2 and (header.panose[2] >= 7) != (slot == "bold"):
        yield f"has the PANOSE weight {header.panose[2]}"
    chinese = struct.unpack_from(">L", os2, 78)[0] >> 18 & 1 if len(os2) >= 82 else 0
    if len({bool(chinese), header.charset == GB2312, charset == GB2312}) != 1:
        yield "is Chinese in one place and not in another"


def _table(font: bytes, tag: bytes) -> bytes:
    for i in range(struct.unpack_from(">H", font, 4)[0]):
        name, _, start, length = struct.unpack_from(">4sLLL", font, 12 + 16 * i)
        if name == tag:
            return font[start : start + length]
    return b""
