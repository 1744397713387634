"""Foreign templates: python-pptx's own, and one as odd as they come."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pptx


def stock() -> bytes:
    """python-pptx's default: 4:3, English layout names, no notes master."""
    return (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()


def odd() -> bytes:
    """Renamed layouts, no body on any of them, a slide of its own, dead relationships, .potx."""
    members = _members(stock())
    for name in [n for n in members if n.startswith("ppt/slideLayouts/slideLayout")]:
        text = members[name].decode("utf-8")
        number = "".join(c for c in name if c.isdigit())
        start = text.index('<p:cSld name="') + len('<p:cSld name="')
        text = text[:start] + f"版式{number}" + text[text.index('"', start) :]
        for kind in ("title", "secHead", "obj", "twoObj"):
            text = text.replace(f' type="{kind}" preserve', " preserve", 1)
        members[name] = _without_bodies(text).encode("utf-8")
    main = "ppt/_rels/presentation.xml.rels"
    dead = (
        '<Relationship Id="rId90" Target="NULL" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/image"/><Relationship Id="rId91" '
        'Target="missing/part.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/presProps"/></Relationships>'
    )
    members[main] = members[main].replace(b"</Relationships>", dead.encode())
    types = "[Content_Types].xml"
    members[types] = members[types].replace(b"presentation.main+xml", b"template.main+xml")
    return packed(members)


def with_a_slide() -> bytes:
    """A deck with slides and an author, as people hand them on for a template."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "去年的旧内容"
    slide.notes_slide.notes_text_frame.text = "去年的备注"
    deck.core_properties.author = "去年的作者"
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _without_bodies(text: str) -> str:
    """A layout without the placeholders that take text, but for its title."""
    parts = text.split("<p:sp>")
    kept = [
        part
        for part in parts[1:]
        if 'type="title"' in part or 'type="ctrTitle"' in part or 'type="sldNum"' in part
    ]
    tail = parts[-1][parts[-1].index("</p:sp>") + len("</p:sp>") :]
    bodies = [part[: part.index("</p:sp>") + len("</p:sp>")] for part in kept]
    return parts[0] + "".join("<p:sp>" + body for body in bodies) + tail


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()
