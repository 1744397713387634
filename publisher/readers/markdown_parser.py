"""CommonMark for people who write Chinese: what markdown-it-py is told to do differently.

- ``**坚持党的领导。**习近平…`` is bold: beside a Han character a mark may open or close emphasis
  next to punctuation, which CommonMark 6.2 knows only for scripts with blanks between words.
- Four blanks are an indent, not code.
- ``[^1]: …`` and ``[1]: 说明`` are text; only an address makes a link definition, which hides it.
- Beyond ``DEEPEST`` levels of quotes and lists the rest is text, where the parser would drop it.
- Brackets by the thousand are text: looking for the other end of each takes quadratic time.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

DEEPEST = 40
_PATIENCE = 500_000_000
"""Characters that may be looked at in search of the ends of links and comments."""
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’—…]")
_DEFINITION = re.compile(
    r"\[[^\]\n]+\]:\s*<?(?:[\w+.-]+:|\.{0,2}/|#|[\w-]+(?:\.[\w-]+)+(?:[/?#]|\s|$))", re.ASCII
)


@cache
def parser() -> MarkdownIt:
    """The parser; tables are GFM's, addresses are never followed or made."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import reference

    def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        if _DEFINITION.match(state.src, at, state.eMarks[start]) is None:
            return False
        return reference(state, start, end, silent)

    markdown = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").disable("code")
    markdown.block.ruler.at("reference", definition)
    markdown.block.ruler.before("table", "deep", _deep)
    markdown.inline.ruler.at("emphasis", _emphasis)
    markdown.core.ruler.at("inline", _inline)
    return markdown


def _inline(state: StateCore) -> None:
    """The library's own rule (``rules_core.inline``), with its patience counted."""
    spent = 0
    for token in state.tokens:
        if token.type == "inline" and token.children is not None:
            text = token.content
            spent += (text.count("[") + text.count("<!") + text.count("<?")) * len(text)
            if spent <= _PATIENCE:
                state.md.inline.parse(text, state.md, state.env, token.children)


def _deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if silent or state.level < DEEPEST:
        return False
    state.line = end
    token = state.push("paragraph_open", "p", 1)
    token.map = [start, end]
    token = state.push("inline", "", 0)
    token.content = state.getLines(start, end, state.blkIndent, False).strip()
    token.map = [start, end]
    token.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """The library's own rule (``rules_inline.emphasis``), its marks judged by ``_flanks``."""
    from markdown_it.rules_inline.state_inline import Delimiter

    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    opens, closes = scanned.can_open, scanned.can_close
    if marker == "*":
        before = state.src[state.pos - 1 : state.pos]
        behind = state.src[state.pos + scanned.length : state.pos + scanned.length + 1]
        opens = opens or bool(_CJK.match(before) and behind.strip())
        closes = closes or bool(_CJK.match(behind) and before.strip())
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos += scanned.length
    return True
