"""Alternate content (part 3, 10.2): a branch stays where it says what the one that is read says.

A fallback is the same drawing for an older Word. One that says something else is text that no
Word of today shows, and a hiding place.
"""

from __future__ import annotations

from typing import TypeAlias

from publisher.readers.docx.drawings import NESTED_ALTERNATIVES, chosen_branch
from publisher.readers.docx.ooxml import MC, A, M, R, V, W
from publisher.readers.docx.scrub.names import KNOWN
from publisher.readers.docx.scrub.trees import Node, take_out, unwrap

_CHOICE = MC + "Choice"
_ALTERNATIVES = MC + "AlternateContent"
_TEXT = (W + "t", M + "t", A + "t")


Branches: TypeAlias = dict[Node, Node | None]
"""Of each alternate content the branch that is read, found before anything is changed."""


def choose(root: Node) -> Branches:
    """The branches of ``root`` that are read. Content that asks for a namespace which no copy
    keeps gives way to its branch at once."""
    chosen: Branches = {}
    depths: dict[Node, int] = {}
    for alternatives in list(root.iter(_ALTERNATIVES)):
        around = next(alternatives.iterancestors(_ALTERNATIVES), None)
        depth = depths[alternatives] = depths.get(around, -1) + 1
        branch = chosen_branch(alternatives, deep=depth >= NESTED_ALTERNATIVES)
        if all(_is_known(choice) for choice in alternatives.findall(_CHOICE)):
            chosen[alternatives] = branch
        else:
            unwrap(alternatives, () if branch is None else branch)
    return chosen


def _is_known(choice: Node) -> bool:
    prefixes = choice.get("Requires", "").split()
    return bool(prefixes) and all(f"{{{choice.nsmap.get(p)}}}" in KNOWN for p in prefixes)


def level(branches: Branches) -> None:
    """When all else is done: keep only the branches that say the same as the one that is read."""
    for alternatives, branch in branches.items():
        if alternatives.getparent() is None:
            continue
        if branch is None or branch.getparent() is not alternatives:
            take_out(alternatives)
            continue
        said = _said(branch, branches)
        for other in list(alternatives):
            if other is not branch and _said(other, branches) != said:
                take_out(other)
        if alternatives.find(_CHOICE) is None:
            unwrap(alternatives, branch)


def _said(branch: Node, branches: Branches) -> tuple[str, frozenset[str]]:
    """The words of a branch, less its blanks, and the relationships that it uses.

    Branches within are the same twice, so only the one that is read counts.
    """
    words: list[str] = []
    used: set[str] = set()
    stack = [branch]
    while stack:
        node = stack.pop()
        if node.tag == _ALTERNATIVES:
            inner = branches.get(node)
            stack.extend(() if inner is None else (inner,))
            continue
        if node.tag in _TEXT:
            words.extend((node.text or "").split())
        elif node.tag == V + "textpath":
            words.extend(node.get("string", "").split())
        used.update(value for name, value in node.items() if name.startswith(R))
        stack.extend(reversed(node))
    return "".join(words), frozenset(used)
