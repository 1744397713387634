"""Tracked changes accepted (17.13.5), controls and tags around text taken away."""

from __future__ import annotations

from collections.abc import Mapping

from publisher.readers.docx.losses import Losses
from publisher.readers.docx.math import is_deleted
from publisher.readers.docx.ooxml import M, W
from publisher.readers.docx.properties import mark_is_gone
from publisher.readers.docx.scrub.hidden import Hiding
from publisher.readers.docx.scrub.names import GONE, MARKED, REMOVED, UNWRAPPED
from publisher.readers.docx.scrub.trees import Node, made, take_out, unwrap
from publisher.readers.docx.walk import is_contents

_P = W + "p"
_PROPERTIES = W + "pPr"
_CONTROL = W + "sdt"
_SECTION = W + "sectPr"
_MARKS = frozenset(W + name for name in ("bookmarkStart", "bookmarkEnd", "rPr"))
_HOLDING = frozenset(W + name for name in ("r", "hyperlink", "bdo", "dir"))
_PASSED = _MARKS | {_CONTROL}
"""What stands between two paragraphs and does not part them."""
_MERGED = {"rest": "restart", "cont": "continue"}
_BEFORE_MERGE = frozenset(W + name for name in ("cnfStyle", "tcW", "gridSpan", "hMerge"))


def accept(story: Node, hiding: Hiding, losses: Losses) -> None:
    """Accept all changes of a story from which what was deleted is gone already."""
    for node in list(story.iter(*UNWRAPPED)):
        losses.add(UNWRAPPED[node.tag])
        unwrap(node)
    _open_controls(story, losses)
    for node in list(story.iter(W + "cellMerge")):
        _merge_cell(node, losses)
    _flatten_math(story, losses)
    remove(story, REMOVED, losses)
    _join_paragraphs(story, hiding, losses)
    for node in list(story.iter(*GONE)):
        if node.getparent().tag in MARKED:
            take_out(node)


def remove(root: Node, table: Mapping[str, str | None], losses: Losses) -> None:
    """Remove the elements that ``table`` names."""
    for node in list(root.iter(*table)):
        code = table[node.tag]
        if code is not None:
            losses.add(code)
        take_out(node)


def _open_controls(story: Node, losses: Losses) -> None:
    """Content controls give way to their content: names, lists of choices, bindings go.

    A table of contents stays what it is, without more than that being said of it.
    """
    for control in list(story.iter(_CONTROL)):
        contents = control.findall(W + "sdtContent")
        if contents and is_contents(control):
            _only_contents(control)
            continue
        losses.add("scrub-controls")
        unwrap(control, [node for content in contents for node in content])


def _only_contents(control: Node) -> None:
    properties = control.find(W + "sdtPr")
    gallery = properties.find(W + "docPartObj")
    for node in list(properties):
        if node is not gallery:
            properties.remove(node)
    for node in control.findall(W + "sdtEndPr"):
        control.remove(node)


def _flatten_math(story: Node, losses: Losses) -> None:
    """What was deleted of a formula gives way to what still stands in it."""
    for node in list(story.iter(f"{M}*")):
        if is_deleted(node):
            losses.add("scrub-revisions")
            unwrap(node, [inner for part in node if not part.tag.endswith("Pr") for inner in part])


def _merge_cell(node: Node, losses: Losses) -> None:
    """A merge that was tracked is one, where the cell does not say so already (17.13.5.3)."""
    losses.add("scrub-revisions")
    properties = node.getparent()
    value = _MERGED.get(node.get(W + "vMerge", ""))
    take_out(node)
    if value is None or properties.find(W + "vMerge") is not None:
        return
    at = sum(1 for child in properties if child.tag in _BEFORE_MERGE)
    properties.insert(at, made(properties, W + "vMerge", value=value))


def _join_paragraphs(story: Node, hiding: Hiding, losses: Losses) -> None:
    """A paragraph whose mark is gone: the next one goes on with it (17.13.5.15).

    At the end of a story and before a table there is nothing that it could join; what is left
    of it stays, and nothing of it if nothing is left.
    """
    gone = {p for p in story.iter(_P) if mark_is_gone(p.find(f"{_PROPERTIES}/{W}rPr"))}
    for container in {paragraph.getparent(): None for paragraph in gone}:
        held: list[Node] = []
        for block in list(container):
            if block in gone:
                losses.add("scrub-revisions")
                held.append(block)
            elif block.tag == _P:
                _prepend(held, block, hiding)
                held = []
            elif block.tag not in _PASSED:
                _end(held, hiding, more=block.tag != _SECTION)
                held = []
        _end(held, hiding, more=False)


def _end(held: list[Node], hiding: Hiding, *, more: bool) -> None:
    """Nothing is there that ``held`` could join; ``more`` says whether a block follows."""
    if not held:
        return
    *before, last = held
    _prepend(before, last, hiding)
    if not all(_blank(node) for node in last if node.tag != _PROPERTIES):
        return
    ahead = last.getprevious()
    if more or (ahead is not None and ahead.tag == _P):
        take_out(last)
    else:  # somewhere a paragraph must be; this one has no number and no style any more
        for node in last.findall(_PROPERTIES):
            last.remove(node)


def _prepend(held: list[Node], paragraph: Node, hiding: Hiding) -> None:
    """Put what the paragraphs ``held`` hold before the content of ``paragraph``."""
    first = next((node for node in paragraph if node.tag != _PROPERTIES), None)
    for other in held:
        for node in [node for node in other if node.tag != _PROPERTIES]:
            if first is None:
                paragraph.append(node)
            else:
                first.addprevious(node)
            for run in node.iter(W + "r", M + "r"):
                if next(run.iterancestors(_P)) is paragraph and hiding.hides(run):
                    _show(run)
        take_out(other)


def _blank(node: Node) -> bool:
    """Whether nothing of ``node`` is shown: it is a mark, or it holds nothing."""
    return node.tag in _MARKS or (node.tag in _HOLDING and all(_blank(c) for c in node))


def _show(run: Node) -> None:
    """Say of a run that it is shown, in a paragraph that hides what does not."""
    properties = run.find(W + "rPr")
    if properties is None:
        properties = made(run, W + "rPr")
        run.insert(0, properties)
    for node in properties.findall(W + "vanish"):
        properties.remove(node)
    after = [c for c in properties if c.tag in _BEFORE_VANISH]
    properties.insert(len(after), made(properties, W + "vanish", value="0"))


_BEFORE_VANISH = frozenset(
    W + name for name in (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
        "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid",
    )
)  # fmt: skip
