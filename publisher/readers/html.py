"""The words of raw HTML in a Markdown file, line by line, without its tags.

A browser's parser would mend what is broken; here a tag is what stands between < and >, so that
reading takes time in proportion to the length, whatever is never closed.
"""

from __future__ import annotations

import re
from html import unescape

from publisher.manuscript import Cues
from publisher.record import NamedTuple

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>|<[!?][^<>]*>")
_BLOCKS = frozenset(
    "p div center h1 h2 h3 h4 h5 h6 li ul ol table tr td th blockquote pre section article "
    "header footer br hr dl dt dd details summary figure figcaption".split()
)
_SILENT = frozenset(("script", "style", "template"))
_CENTRED = re.compile(r"""(?:align\s*=\s*["']?|text-align\s*:\s*)center""", re.IGNORECASE)


class HtmlLine(NamedTuple):
    """One line and what its tags said of it."""

    text: str
    cues: Cues


class Html(NamedTuple):
    """The lines, and how many tags, comments and pictures there were."""

    lines: tuple[HtmlLine, ...]
    tags: int
    comments: int
    pictures: int


def html_lines(source: str) -> Html:
    """What a browser would show of ``source``, unmarked."""
    source, comments = _without_comments(source)
    reader = _Reader()
    at = 0
    for tag in _TAG.finditer(source):
        reader.say(source[at : tag.start()])
        reader.meet(tag.group(1) == "/", (tag.group(2) or "").lower(), tag.group(3) or "")
        at = tag.end()
    reader.say(source[at:])
    reader.end_line()
    return Html(tuple(reader.lines), reader.tags, comments, reader.pictures)


def _without_comments(source: str) -> tuple[str, int]:
    head, *parts = source.split("<!--")
    kept, comments = [head], 0
    for part in parts:
        hidden, end, shown = part.partition("-->")
        comments += bool(end)
        kept.append(shown if end else hidden)
    return "".join(kept), comments


class _Reader:
    def __init__(self) -> None:
        self.lines: list[HtmlLine] = []
        self.tags = self.pictures = 0
        self._parts: list[str] = []
        self._silent = False
        self._centred = False
        self._level: int | None = None

    def meet(self, closing: bool, name: str, attributes: str) -> None:
        """A tag; block tags end lines, headings and centring last to their end."""
        self.tags += 1
        self.pictures += name == "img"
        if name in _SILENT:
            self._silent = not closing
        if name in _BLOCKS:
            self.end_line()
            heading = len(name) == 2 and name[0] == "h" and name[1].isdecimal() and not closing
            self._level = int(name[1]) - 1 if heading else None
            self._centred = not closing and (self._centred or name == "center")
        self._centred = self._centred or bool(_CENTRED.search(attributes))

    def say(self, text: str) -> None:
        """Text between tags."""
        if not self._silent:
            self._parts.append(unescape(text))

    def end_line(self) -> None:
        """What was said so far is a line."""
        text = " ".join("".join(self._parts).split())
        self._parts.clear()
        if text:
            cues = Cues(outline_level=self._level, alignment="center" if self._centred else "left")
            self.lines.append(HtmlLine(text, cues))
