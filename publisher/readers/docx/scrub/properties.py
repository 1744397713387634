"""What a document says of itself: its title and its language stay, and how it is laid out."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from publisher.placeholders import Fill, filler
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.ooxml import A, W, switch
from publisher.readers.docx.scrub.filling import legal
from publisher.readers.docx.scrub.names import SETTINGS, TOLD_SETTINGS
from publisher.readers.docx.scrub.parts import HEAD
from publisher.readers.docx.scrub.trees import Node

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_THEME = "Theme"
_WORD = "http://schemas.microsoft.com/office/word"
_RULES = {
    f"{W}footnotePr/{W}footnote": "footnotes",
    f"{W}endnotePr/{W}endnote": "endnotes",
}
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def core(root: Node | None, shown: str, fill: Fill, losses: Losses) -> bytes | None:
    """The core properties of the copy (part 2, 8.2): the title where the text ``shown`` says it
    too, for Word keeps the first line of whatever the file was once made of; the language."""
    kept: dict[str, str] = {}
    for node in () if root is None else root:
        text = (node.text or "").strip()
        if not text and not len(node):
            continue
        if node.tag == _LANGUAGE and _TAG.fullmatch(text):
            kept["language"] = text
        elif node.tag == _TITLE and squeezed(title := legal(filler(fill)(text))) in shown:
            kept["title"] = title
        else:
            losses.add("scrub-properties")
    if not kept:
        return None
    inside = "".join(f"<dc:{name}>{escape(kept[name])}</dc:{name}>" for name in sorted(kept))
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PROPERTIES}"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/">{inside}</cp:coreProperties>'
    ).encode()


def squeezed(text: str) -> str:
    """``text`` without blanks."""
    return "".join(text.split())


def count_values(root: Node | None, losses: Losses) -> None:
    """Count what other properties say (part 1, 22.2, 22.3)."""
    for node in () if root is None else root:
        if len(node) or (node.text or "").strip():
            losses.add("scrub-properties")


def plain_settings(root: Node, has_notes: Callable[[str], bool], losses: Losses) -> None:
    """Leave of the settings what decides the layout. ``has_notes`` says whether there is a part
    with notes of a kind, whose rules they name."""
    for node in list(root):
        if node.tag not in SETTINGS:
            if node.tag in TOLD_SETTINGS:
                losses.add(TOLD_SETTINGS[node.tag])
            root.remove(node)
    for tag, kind in _RULES.items():
        for node in () if has_notes(kind) else list(root.iterfind(tag)):
            node.getparent().remove(node)
    for node in root.iterfind(f"{W}compat/{W}compatSetting"):
        if node.get(W + "uri") != _WORD:
            node.getparent().remove(node)


def name_theme(root: Node, losses: Losses) -> None:
    """Themes are called after the companies that had them made; Office's own keep their names."""
    for node in root.iter(
        root.tag, *(A + name for name in ("clrScheme", "fontScheme", "fmtScheme"))
    ):
        if not node.get("name", _THEME).startswith((_THEME, "Office", "WPS")):
            node.set("name", _THEME)
            losses.add("scrub-names")


def has_even_headers(settings: Node | None) -> bool:
    """Whether even pages have headers of their own (17.10.1)."""
    found = None if settings is None else settings.find(W + "evenAndOddHeaders")
    return bool(switch(found))


def drop_unseen_headers(document: Node, even: bool, losses: Losses) -> None:
    """Headers and footers of first and even pages stay in the file when they are switched off; a
    section without its own goes on with those of the one before (17.10.5)."""
    current: dict[tuple[str, str], Node] = {}
    unseen: set[Node] = set()
    for section in document.iter(W + "sectPr"):
        for node in section:
            if node.tag in {W + "headerReference", W + "footerReference"}:
                kind = node.get(W + "type", "default")
                current[node.tag, kind] = node
                unseen.add(node)
        first = bool(switch(section.find(W + "titlePg")))
        shown = {"default": True, "first": first, "even": even}
        unseen -= {node for (_, kind), node in current.items() if shown.get(kind, False)}
    for node in unseen:
        losses.add("scrub-headers")
        node.getparent().remove(node)


def keep_used_notes(root: Node, used: set[str], losses: Losses) -> None:
    """Leave of the notes those that the text refers to, each once, and the rules above them."""
    seen: set[str] = set()
    for node in list(root):
        name = node.get(W + "id", "")
        rule = node.get(W + "type", "normal") != "normal"
        if name in seen or not (rule or name in used):
            losses.add("scrub-notes", sum(len(t.text or "") for t in node.iter(W + "t")))
            root.remove(node)
        seen.add(name)
