"""What stands inside a Markdown paragraph: emphasis, line ends, pictures, bits of HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from publisher.readers.drafting import Draft, Drafting

if TYPE_CHECKING:
    from markdown_it.token import Token

_HTML_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline",
}  # fmt: skip


def lines_of(token: Token, draft: Draft, drafting: Drafting, *, joined: bool) -> list[Draft]:
    """The lines of the inline ``token``, the first one in ``draft``.

    ``joined`` is for text whose line ends mean nothing; else each line is a paragraph.
    """
    return _Lines(draft, drafting, joined=joined).of(token)


class _Lines:
    """The lines of one inline token, each a draft; emphasis goes on over their ends."""

    def __init__(self, draft: Draft, drafting: Drafting, *, joined: bool) -> None:
        self.drafting = drafting
        self.joined = joined
        self.drafts = [draft]
        self.depth = {"bold": 0, "italic": 0, "underline": 0}
        self.ended = False
        """A line of the file ended here."""

    def of(self, token: Token) -> list[Draft]:
        """The drafts of ``token``, without a blank one at the end."""
        for child in token.children or ():
            handler = _INLINE.get(child.type)
            if handler is not None:
                handler(self, child)
        if not token.children:
            self.put(token.content)
        return self.drafts

    def put(self, text: str) -> None:
        """Text in the look of the emphasis that is open; a line end before it is settled now.

        It is a blank between words; elsewhere it depends on the wrapping.
        """
        if self.ended and text:
            self.ended = False
            before = self.drafts[-1].last()
            if before.strip() and (before + text[0]).isascii():
                text = " " + text
            elif not self.joined:
                self.drafts.append(Draft(self.drafts[-1].cues._replace(number=None)))
        look = {name: depth > 0 for name, depth in self.depth.items()}
        self.drafts[-1].add(text, **look)

    def text(self, token: Token) -> None:
        self.put(token.content)

    def soft_break(self, _: Token) -> None:
        self.ended = True

    def hard_break(self, _: Token) -> None:
        self.put("\n")

    def mark(self, token: Token) -> None:
        """Emphasis begins or ends."""
        self.depth["bold" if token.tag == "strong" else "italic"] += token.nesting

    def html(self, token: Token) -> None:
        name = token.content.strip("</> \n").split(" ", 1)[0].lower()
        if token.content.startswith("<!--"):
            self.drafting.add("comment-left-out")
        elif name == "br":
            self.put("\n")
        elif name in _HTML_STYLES:
            style, closing = _HTML_STYLES[name], token.content.startswith("</")
            self.depth[style] = max(0, self.depth[style] + (-1 if closing else 1))
        else:
            self.drafting.add("html-left-out")

    def image(self, token: Token) -> None:
        picture = self.drafting.picture(str(token.attrs.get("src", "")), token.content)
        if picture is not None:
            self.drafts[-1].pictures.append(picture)


_INLINE: Mapping[str, Callable[[_Lines, Token], None]] = {
    "text": _Lines.text,
    "code_inline": _Lines.text,
    "softbreak": _Lines.soft_break,
    "hardbreak": _Lines.hard_break,
    "strong_open": _Lines.mark,
    "strong_close": _Lines.mark,
    "em_open": _Lines.mark,
    "em_close": _Lines.mark,
    "html_inline": _Lines.html,
    "image": _Lines.image,
}
