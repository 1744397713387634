"""Fields of a copy: a few stay alive, of the others the shown result stays as text (17.16).

What is shown of a field is what the reader publishes of it: nothing of its code, nothing inside
its code, its result, and for a few kinds without a result what ``shown`` makes of the code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from publisher.readers.docx.fields import CONTENTS, FLD_CHAR, FLD_CHAR_TYPE
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.ooxml import M, W
from publisher.readers.docx.scrub.links import may_stay
from publisher.readers.docx.scrub.names import KEPT_FIELDS
from publisher.readers.docx.scrub.trees import Node, made, take_out, unwrap
from publisher.readers.docx.shown import shown

INSTRUCTION = W + "instrText"
BOX = W + "txbxContent"
NOTES = (W + "footnote", W + "endnote")
_STORIES = frozenset({BOX, *NOTES})
_EQUATION = "EQ"
_SIMPLE = W + "fldSimple"
_RUNS = frozenset({W + "r", M + "r"})
_PROPERTIES = frozenset(
    (
        *(W + name for name in ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr")),
        W + "sdtPr", M + "rPr", M + "ctrlPr",
    )
)  # fmt: skip
_CODES = frozenset({FLD_CHAR, INSTRUCTION})
_WHOLE = _CODES | {M + "oMath"}
"""What is an atom outside a run: a formula is in a code or in a result as a whole."""
_SILENT = frozenset({W + "lastRenderedPageBreak", W + "softHyphen"})
_TARGET = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|(?!\\[a-z](?![\w\\]))(\S+))?', re.IGNORECASE)
"""The address of a link; a backslash with one letter is a switch, two begin the name of a share."""


@dataclass(slots=True)
class _Field:
    """A field by the places of its marks among the atoms of its story."""

    begin: int
    separate: int | None = None
    end: int = 0
    words: list[str] = field(default_factory=list)

    @property
    def code(self) -> str:
        return "".join(self.words)

    @property
    def name(self) -> str:
        words = self.code.split(maxsplit=1)
        return words[0].upper() if words else ""

    @property
    def result(self) -> int:
        """Where its code is over."""
        return self.end if self.separate is None else self.separate


def stories(root: Node) -> list[Node]:
    """The stories of a part, whose fields know nothing of each other."""
    return [root, *root.iter(*_STORIES)]


def settle(story: Node, gone: Callable[[Node], bool], losses: Losses) -> None:
    """Settle the fields of one story. ``gone`` says of a mark whether it is about to go."""
    for formula in story.iter(M + "oMath"):
        for code in list(formula.iter(*_CODES)):
            take_out(code)
    atoms = list(_atoms(story))
    fields = list(_paired(atoms))
    if fields:
        _settle(atoms, fields, gone, losses)
    else:
        for atom in atoms:
            if atom.tag in _CODES:
                take_out(atom)
    for simple in list(story.iter(_SIMPLE)):
        _settle_simple(simple, losses)


def contents(story: Node) -> set[Node]:
    """What stands in the tables of contents of a story: shown, and not part of its text."""
    atoms = list(_atoms(story))
    found: set[Node] = set()
    for each in _paired(atoms):
        if each.name == CONTENTS:
            found.update(atoms[each.result : each.end])
    for simple in story.iter(_SIMPLE):
        if simple.get(W + "instr", "").split()[:1] == [CONTENTS]:
            found.update(_atoms(simple))
    return found


def _settle(
    atoms: list[Node], fields: list[_Field], gone: Callable[[Node], bool], losses: Losses
) -> None:
    other = [0, *accumulate(atom.tag != INSTRUCTION and atom.tag not in _SILENT for atom in atoms)]
    lost = [0, *accumulate(gone(atom) for atom in atoms)]
    hidden = [0] * (len(atoms) + 1)
    """How many more fields hide what stands at a place than what stands before it."""
    kept: set[int] = set()
    shown_at: dict[int, Node] = {}
    for each in fields:
        code = range(each.begin + 1, each.result)
        parts = len(code) + (2 if each.separate is None else 3)
        missing = lost[each.result] - lost[each.begin] + lost[each.end + 1] - lost[each.end]
        if each.separate is not None:
            missing += lost[each.separate + 1] - lost[each.separate]
        plain = other[code.stop] == other[code.start]
        if not missing and plain and _stays(each.code):
            kept.update(range(each.begin, each.result + 1), (each.end,))
            continue
        if missing < parts:
            losses.add("scrub-fields")
        hidden[each.begin] += 1
        hidden[each.end if each.name == CONTENTS else each.result] -= 1
        if each.separate is None and not gone(atoms[each.end]):
            text = _shown(each, atoms[each.begin])
            if text is not None:
                shown_at[each.end] = text
    for place, (atom, depth) in enumerate(zip(atoms, accumulate(hidden))):
        if depth == 0 and place in shown_at:
            atom.addprevious(shown_at[place])
        if depth or (atom.tag in _CODES and place not in kept):
            take_out(atom)
        elif atom.tag == FLD_CHAR:
            for child in list(atom):
                atom.remove(child)


def _paired(atoms: list[Node]) -> Iterator[_Field]:
    """The fields that have both ends. A mark without its other end is no field."""
    open_: list[_Field] = []
    for place, atom in enumerate(atoms):
        kind = atom.get(FLD_CHAR_TYPE) if atom.tag == FLD_CHAR else None
        if kind == "begin":
            open_.append(_Field(place))
        elif kind == "separate" and open_ and open_[-1].separate is None:
            open_[-1].separate = place
        elif kind == "end" and open_:
            done = open_.pop()
            done.end = place
            yield done
        elif atom.tag == INSTRUCTION and open_ and open_[-1].separate is None:
            open_[-1].words.append(atom.text or "")


def _atoms(story: Node) -> Iterator[Node]:
    """What stands in the runs of ``story``, in document order, less the stories in it."""
    stack = list(reversed(story))
    while stack:
        node = stack.pop()
        if node.tag in _RUNS:
            yield from (child for child in node if child.tag not in _PROPERTIES)
        elif node.tag in _WHOLE:
            yield node
        elif node.tag not in _PROPERTIES and node.tag not in _STORIES:
            stack.extend(reversed(node))


def _shown(done: _Field, begin: Node) -> Node | None:
    """The text of a field without a result, as the reader makes it."""
    code = done.code.split(maxsplit=1)
    if not code or done.name == _EQUATION:
        return None
    text = shown(done.name, "".join(code[1:]), begin)
    return None if text is None else made(begin, W + "t", text)


def _stays(code: str) -> bool:
    words = code.split(maxsplit=1)
    if not words or words[0].upper() not in KEPT_FIELDS:
        return False
    link = _TARGET.match(code)
    target = (link[1] or link[2] or "") if link else ""
    return not target or may_stay(target.replace("\\\\", "\\"))


def _settle_simple(simple: Node, losses: Losses) -> None:
    """A field whose code is an attribute (17.16.19)."""
    for data in simple.findall(W + "fldData"):
        simple.remove(data)
    if not _stays(simple.get(W + "instr", "")):
        losses.add("scrub-fields")
        unwrap(simple)
