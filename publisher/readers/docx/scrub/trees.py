"""Trees that are changed in place and written again, so that prefixes stay as they were.

lxml keeps them, ElementTree does not, and ``mc:Ignorable`` names namespaces by prefix. lxml is
imported only where trees are made and written: no run that scrubs nothing pays for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from publisher.readers.docx.losses import Losses
from publisher.readers.docx.ooxml import MC, VAL, XML, M, W
from publisher.readers.docx.package import Package
from publisher.readers.docx.scrub.names import (
    DROPPED_ATTRIBUTES,
    EXTENDING,
    KEPT_EXTENSIONS,
    KNOWN,
    RSID,
    TEXT,
)

Node: TypeAlias = Any
"""An element of lxml, which ships no types."""

_CHOICE = MC + "Choice"
_IGNORABLE = MC + "Ignorable"
_QUALIFIED = (W, M)
"""Namespaces whose attributes all have a namespace."""
_IDENTITIES = "}paraId", "}textId", "}anchorId", "}editId"


def parse(package: Package, part: str) -> Node:
    """The root of ``part``. Raises InputError where it is missing, damaged, beyond a limit or
    has a DOCTYPE; comments and processing instructions are gone."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True,
        huge_tree=True,
    )  # fmt: skip
    data = package.xml_bytes(part)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise package.broken(f"{part}: {error}") from error


def optional(package: Package, part: str | None, losses: Losses) -> Node | None:
    """As ``parse``, but a part that cannot be read is done without, with a notice."""
    from publisher.errors import InputError

    if part is None:
        return None
    try:
        return parse(package, part)
    except InputError as error:
        if error.key == "docx-doctype":
            raise
        losses.add("part-unreadable", part=part)
        return None


def serialise(root: Node) -> bytes:
    """The part ``root`` as it is written: no namespace is named that it does not use."""
    from lxml import etree

    kept = _name_extensions(root)
    for choice in root.iter(_CHOICE):
        kept.update(choice.get("Requires", "").split())
    etree.cleanup_namespaces(root, keep_ns_prefixes=sorted(kept))
    written: bytes = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True, with_tail=False
    )
    return written


def _name_extensions(root: Node) -> set[str]:
    """Let ``mc:Ignorable`` name the extensions that are left; their prefixes."""
    used = {space_of(name) for node in root.iter() for name in (node.tag, *node.attrib)}
    named: set[str] = set()
    for node in root.iter():
        said = node.attrib.pop(_IGNORABLE, None)
        if said is None:
            continue
        left = {
            prefix
            for prefix in said.split()
            if (space := f"{{{node.nsmap.get(prefix)}}}") in EXTENDING and space in used
        }
        if left:
            node.set(_IGNORABLE, " ".join(sorted(left)))
            named |= left
    return named


def space_of(name: str) -> str:
    """The namespace of a name in braces, as the tables have it; "" for none."""
    return name[: name.find("}") + 1]


def local(node: Node) -> str:
    """The name of ``node`` without its namespace."""
    return str(node.tag).rpartition("}")[2]


def take_out(node: Node) -> None:
    """Take ``node`` and all that is in it out of its tree."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def unwrap(node: Node, content: Iterable[Node] | None = None) -> None:
    """Put the children of ``node``, or ``content``, in its place."""
    for child in list(node if content is None else content):
        node.addprevious(child)
    take_out(node)


def made(parent: Node, tag: str, text: str | None = None, value: str | None = None) -> Node:
    """A new element for the tree of ``parent``, not yet in it; ``value`` is its ``w:val``."""
    node = parent.makeelement(tag, {} if value is None else {VAL: value})
    node.text = text
    return node


def plain(root: Node, losses: Losses) -> None:
    """Leave nothing that nobody shows: extensions, unknown namespaces, identities, stray text.

    An unknown element gives way to what it holds, as the reader enters it.
    """
    for extensions in [node for node in root.iter() if local(node) == "extLst"]:
        _prune(extensions, losses)
    for node in reversed(list(root.iter())):
        _plain_text(node)
        if space_of(node.tag) not in KNOWN and node is not root:
            unwrap(node)
            continue
        qualified = node.tag.startswith(_QUALIFIED)
        for name in list(node.attrib):
            if _passes(name, qualified):
                continue
            del node.attrib[name]
            if name.startswith(RSID) or name.endswith(_IDENTITIES):
                losses.add("scrub-traces")


def _plain_text(node: Node) -> None:
    node.tail = None
    if node.text is not None and (len(node) or node.tag not in TEXT):
        node.text = None


def _prune(extensions: Node, losses: Losses) -> None:
    for extension in list(extensions):
        if extension.get("uri", "").upper() in KEPT_EXTENSIONS:
            continue
        if any("relationships}" in name for node in extension.iter() for name in node.attrib):
            losses.add("scrub-pictures")  # a picture, or another part, behind the one shown
        take_out(extension)
    if not len(extensions):
        take_out(extensions)


def _passes(name: str, qualified: bool) -> bool:
    if name in DROPPED_ATTRIBUTES or name.startswith(RSID):
        return False
    space = space_of(name)
    if space == XML:
        return name == XML + "space"
    return space in KNOWN if space else not qualified
