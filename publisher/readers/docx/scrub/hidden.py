"""What of a story nobody sees, as the reader finds it: deletions, hidden text and drawings."""

from __future__ import annotations

from publisher.readers.docx.drawings import SHAPES, is_hidden
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.ooxml import PIC, WP, WPG, WPS, M, W, val
from publisher.readers.docx.reading import characters
from publisher.readers.docx.scrub.names import GONE, MARKED
from publisher.readers.docx.scrub.trees import Node, take_out
from publisher.readers.docx.styles import ResolvedStyle, Styles, style_id

_RUNS = frozenset({W + "r", M + "r"})
_DRAWINGS = frozenset(
    {WP + "inline", WP + "anchor", PIC + "pic", WPS + "wsp", WPG + "grpSp", WPG + "wgp"}
)
_REVISIONS = "scrub-revisions"
_HIDDEN = "scrub-hidden"


class Hiding:
    """Whether text is hidden, by the styles of the document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._places: dict[Node, tuple[ResolvedStyle, bool]] = {}

    def hides(self, run: Node) -> bool:
        """Whether the run hides what is in it: itself, by a style, or by its table's."""
        paragraph = next(run.iterancestors(W + "p"), None)
        style, around = self._place(paragraph)
        look = self._styles.look(style, run.find(W + "rPr"))
        return around if look.hidden is None else look.hidden

    def _place(self, paragraph: Node | None) -> tuple[ResolvedStyle, bool]:
        if paragraph is None:
            return self._styles.paragraph_style(None), self._styles.hidden
        found = self._places.get(paragraph)
        if found is None:
            style = self._styles.paragraph_style(style_id(paragraph.find(W + "pPr")))
            around = self._styles.hidden or any(
                self._styles.hides(val(table.find(W + "tblPr"), "tblStyle"))
                for table in paragraph.iterancestors(W + "tbl")
            )
            found = self._places[paragraph] = (style, around)
        return found

    def forget(self) -> None:
        """Forget the paragraphs of a story that is done."""
        self._places.clear()


def unseen(story: Node, hiding: Hiding) -> dict[Node, str]:
    """The outermost elements below ``story`` that go with all that is in them, with the notice
    that counts each."""
    found: dict[Node, str] = {}
    stack = list(reversed(story))
    while stack:
        node = stack.pop()
        why = _why(node, hiding)
        if why is None:
            stack.extend(reversed(node))
        else:
            found[node] = why
    return found


def _why(node: Node, hiding: Hiding) -> str | None:
    tag = node.tag
    if tag in _RUNS:
        return _HIDDEN if hiding.hides(node) else None
    if tag in GONE:
        return None if node.getparent().tag in MARKED else _REVISIONS
    if tag == W + "tr":
        return _REVISIONS if node.find(f"{W}trPr/{W}del") is not None else None
    if tag == W + "tc":
        return _REVISIONS if node.find(f"{W}tcPr/{W}cellDel") is not None else None
    if tag in _DRAWINGS or tag in SHAPES:
        return _HIDDEN if is_hidden(node) else None
    return None


def take_away(gone: dict[Node, str], losses: Losses) -> None:
    """Take what ``unseen`` found out of its tree."""
    for node, why in gone.items():
        if len(node) > (node.find(W + "rPr") is not None):
            losses.add(why, characters(node))
        take_out(node)
