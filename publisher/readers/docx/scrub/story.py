"""A story of the copy: the text, a header or footer, the notes. One pass, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable

from publisher.placeholders import Fill
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.notes import KINDS
from publisher.readers.docx.ooxml import M, V, W
from publisher.readers.docx.scrub import branches
from publisher.readers.docx.scrub.drawings import plain_drawings
from publisher.readers.docx.scrub.fields import BOX, NOTES, settle, stories
from publisher.readers.docx.scrub.filling import fill_part
from publisher.readers.docx.scrub.hidden import Hiding, take_away, unseen
from publisher.readers.docx.scrub.revisions import accept
from publisher.readers.docx.scrub.trees import Node, made, plain, take_out
from publisher.record import NamedTuple

_WITH_BLOCKS = (W + "tc", BOX, W + "hdr", W + "ftr", *NOTES)
"""Elements that must hold a paragraph, the cell of a table as its last block (17.4.65)."""
_BLOCKS = frozenset({W + "p", W + "tbl", W + "sdt"})
_HOLDERS = (V + "group", W + "pict", W + "drawing", M + "oMath", M + "oMathPara")
_LAST_PLACE = "_GoBack"
"""The bookmark of the place where somebody stopped writing."""


class Context(NamedTuple):
    """What must be known of the document to scrub one of its stories."""

    hiding: Hiding
    losses: Losses
    fill: Fill
    has_note: Callable[[str, str], bool]
    """Whether there is a note of a kind and an id."""


def scrub_story(root: Node, context: Context) -> None:
    """Leave of ``root`` what a reader of the paper sees, filled in."""
    losses = context.losses
    found = branches.choose(root)
    plain(root, losses)
    gone = unseen(root, context.hiding)
    for story in stories(root):
        settle(story, lambda node: _is_in(node, gone), losses)
    take_away(gone, losses)
    accept(root, context.hiding, losses)
    plain_drawings(root, losses)
    branches.level(found)
    fill_part(root, context.fill, losses)
    context.hiding.forget()


def _is_in(node: Node, gone: dict[Node, str]) -> bool:
    return any(around in gone for around in node.iterancestors())


def tidy(root: Node, context: Context) -> None:
    """Leave no empty run, no half of a bookmark, no table without rows, no cell without text."""
    for reference in list(root.iter(*KINDS)):
        if not context.has_note(KINDS[reference.tag], reference.get(W + "id", "")):
            take_out(reference)
    for word in list(root.iter(W + "t")):
        if not word.text:
            take_out(word)
    for tag in (*_HOLDERS, W + "r", W + "hyperlink"):
        for node in reversed(list(root.iter(tag))):
            if all(child.tag.endswith("Pr") for child in node):
                take_out(node)
    _pair_bookmarks(root)
    _tidy_tables(root)
    for node in root.iter(*_WITH_BLOCKS):
        blocks = [child for child in node if child.tag in _BLOCKS]
        if not blocks or (node.tag == W + "tc" and blocks[-1].tag != W + "p"):
            node.append(made(node, W + "p"))


def _pair_bookmarks(root: Node) -> None:
    ends = {node.get(W + "id") for node in root.iter(W + "bookmarkEnd")}
    begun: set[str | None] = set()
    for node in list(root.iter(W + "bookmarkStart")):
        name = node.get(W + "id")
        if name not in ends or name in begun or node.get(W + "name") == _LAST_PLACE:
            take_out(node)
        else:
            begun.add(name)
    for node in list(root.iter(W + "bookmarkEnd")):
        if node.get(W + "id") not in begun:
            take_out(node)
        begun.discard(node.get(W + "id"))


def _tidy_tables(root: Node) -> None:
    for row in reversed(list(root.iter(W + "tr"))):
        if row.find(f".//{W}tc") is None and row.find(f".//{W}t") is None:
            take_out(row)
    for table in reversed(list(root.iter(W + "tbl"))):
        if table.find(f".//{W}tr") is None and table.find(f".//{W}t") is None:
            take_out(table)
