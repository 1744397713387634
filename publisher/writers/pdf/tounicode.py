"""The CMap that says what text each code stands for (ISO 32000-1 9.10.3; Adobe note 5411)."""

from __future__ import annotations

from collections.abc import Mapping

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
"""The most entries that one bfchar block may have."""
_NO_TEXT = "\u200b"


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """The CMap for ``texts`` by CID: UTF-16BE, surrogate pairs beyond the BMP, whole clusters.

    A code without text, a glyph that only completes a cluster, maps to a zero-width space:
    a code that maps to nothing is no PDF/A (ISO 19005-2, 6.2.11.7.2).
    """
    entries = [
        f"<{cid:04x}> <{(text or _NO_TEXT).encode('utf-16-be').hex()}>\n"
        for cid, text in sorted(texts.items())
    ]
    blocks = []
    for i in range(0, len(entries), _BLOCK):
        block = entries[i : i + _BLOCK]
        blocks.append(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n")
    return (_HEAD + "".join(blocks) + _TAIL).encode("ascii")
