"""Placeholders of a copy filled in, as ``publisher.placeholders`` fills the text of a speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.placeholders import Change, Fill, changes, filler
from publisher.readers.docx.drawings import chosen_branch
from publisher.readers.docx.inline import CHARACTERS, said
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.ooxml import MC, XML, A, M, O, W
from publisher.readers.docx.scrub.fields import BOX, INSTRUCTION, contents, stories
from publisher.readers.docx.scrub.names import C
from publisher.readers.docx.scrub.trees import Node, made, take_out
from publisher.readers.docx.symbols import symbol

_WORDS = frozenset({W + "t", M + "t", A + "t"})
_SILENT = frozenset({BOX, W + "pPr", W + "rPr", W + "rt", A + "pPr", A + "rPr"})
_ALTERNATIVES = MC + "AlternateContent"
_BREAKS = {"\n": W + "br", "\t": W + "tab"}
_TOLD = ("descr", "title", "alt", "string", O + "title")
"""Attributes that describe a drawing, or are what it says (a VML text path)."""


def fill_part(root: Node, pairs: Fill, losses: Losses) -> None:
    """Fill ``pairs`` into all that is shown of a part, across runs, the longest first. Automatic
    numbers stay. What is filled in takes the formatting of the run its placeholder begins in."""
    if not pairs:
        return
    find = changes(pairs)
    apart = set().union(*(contents(story) for story in stories(root)))
    for place in [*root.iter(W + "p", A + "p"), *_unread_branches(root)]:
        pieces = list(_pieces(place))
        for among in (True, False):
            some = [piece for piece in pieces if (piece[0] in apart) == among]
            found = find("".join(text for _, text in some))
            for _ in found:
                losses.add("scrub-filled")
            if found:
                _change(some, found)
    fill = filler(pairs)
    for node in root.iter():
        if node.tag == C + "v" or (node.tag == INSTRUCTION and _is_equation(node)):
            node.text = legal(fill(node.text or ""))
        for name in _TOLD:
            if name in node.attrib:
                node.set(name, legal(fill(node.get(name))))


def legal(text: str) -> str:
    """``text`` less what no XML may hold (XML 1.0, 2.2)."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and not _forbidden(c)))


def _forbidden(sign: str) -> bool:
    return "\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff"


def _is_equation(node: Node) -> bool:
    """An EQ field shows what stands in its code (17.16.5.18)."""
    return (node.text or "").split(maxsplit=1)[:1] in (["EQ"], ["eq"], ["Eq"])


def _unread_branches(root: Node) -> Iterator[Node]:
    """Branches that say what the one that is read says, to an older Word."""
    for alternatives in root.iter(_ALTERNATIVES):
        read = chosen_branch(alternatives)
        yield from (branch for branch in alternatives if branch is not read)


def _pieces(place: Node) -> Iterator[tuple[Node, str]]:
    """What the reader reads of a paragraph, piece by piece, with the element of each."""
    stack = list(reversed(place))
    while stack:
        node = stack.pop()
        if node.tag in _WORDS:
            yield node, said(node)
        elif node.tag in CHARACTERS:
            yield node, CHARACTERS[node.tag]
        elif node.tag == W + "br":
            if node.get(W + "type", "textWrapping") == "textWrapping":
                yield node, "\n"
        elif node.tag == W + "sym":
            yield node, symbol(node.get(W + "font"), node.get(W + "char")) or ""
        elif node.tag == _ALTERNATIVES:
            read = chosen_branch(node)
            stack.extend(() if read is None else (read,))
        elif node.tag not in _SILENT:
            stack.extend(reversed(node))


def _change(pieces: Sequence[tuple[Node, str]], found: Sequence[Change]) -> None:
    """Let the text of ``pieces`` say what ``found`` says, each where its placeholder begins."""
    offset = first = 0
    for node, text in pieces:
        end = offset + len(text)
        parts: list[str] = []
        at = offset
        while first < len(found) and found[first].start < end:
            change = found[first]
            parts.append(text[at - offset : max(change.start - offset, 0)])
            if change.start >= offset:
                parts.append(change.words)
            at = min(change.end, end)
            if change.end > end:
                break  # the rest of it stands in the next piece
            first += 1
        parts.append(text[at - offset :])
        offset = end
        new = legal("".join(parts))
        if new != text:
            _say(node, new)


def _say(node: Node, text: str) -> None:
    """Put ``text`` in the place of ``node``; line breaks and tabs are elements of their own."""
    tag = node.tag if node.tag in _WORDS else W + "t"
    if tag != W + "t":
        node.text = text
        return
    begun = ""
    for sign in (*text, ""):
        if sign and sign not in _BREAKS:
            begun += sign
            continue
        if begun:
            node.addprevious(_word(node, begun))
        if sign:
            node.addprevious(made(node, _BREAKS[sign]))
        begun = ""
    take_out(node)


def _word(node: Node, text: str) -> Node:
    word = made(node, W + "t", text)
    if text != text.strip(" \t\r\n"):
        word.set(XML + "space", "preserve")
    return word
