"""The CMap that says what text each code stands for (ISO 32000-1 9.10.3; Adobe note 5411)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_HEAD = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
_TAIL = """\
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_BLOCK = 100
"""The most entries that one bfrange block, and one range, may have."""
_ROW = 256
"""Codes of one range have the same first byte (Adobe note 5411, 1.4.2)."""
_NO_TEXT = "\u200b"


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """The CMap for ``texts`` by CID: UTF-16BE, surrogate pairs beyond the BMP, whole clusters.

    Codes that follow each other are one range with the text of each. A code without text, a
    glyph that only completes a cluster, maps to a zero-width space: a code that maps to nothing
    is no PDF/A (ISO 19005-2, 6.2.11.7.2).
    """
    entries = [
        f"<{first:04x}> <{first + len(shown) - 1:04x}> [{''.join(_hex(text) for text in shown)}]\n"
        for first, shown in _ranges(texts)
    ]
    blocks = []
    for i in range(0, len(entries), _BLOCK):
        block = entries[i : i + _BLOCK]
        blocks.append(f"{len(block)} beginbfrange\n{''.join(block)}endbfrange\n")
    return (_HEAD + "".join(blocks) + _TAIL).encode("ascii")


def _hex(text: str) -> str:
    if len(text) == 1 and text <= "\uffff":
        return f"<{ord(text):04x}>"
    return f"<{(text or _NO_TEXT).encode('utf-16-be').hex()}>"


def _ranges(texts: Mapping[int, str]) -> Iterator[tuple[int, list[str]]]:
    """First codes, and the texts from there on."""
    first, shown = 0, list[str]()
    for cid, text in sorted(texts.items()):
        if cid != first + len(shown) or cid % _ROW == 0 or len(shown) == _BLOCK:
            if shown:
                yield first, shown
            first, shown = cid, []
        shown.append(text)
    if shown:
        yield first, shown
