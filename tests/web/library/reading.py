"""Pages of the library as a parser sees them."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

_VOID = frozenset("br img input link meta hr".split())


class Heading(NamedTuple):
    level: int
    text: str
    anchor: str


class Page(HTMLParser):
    """``paragraphs`` maps the number of each paragraph to its words, in order; ``headings`` are
    those of the text; ``anchors`` and ``links`` all there are."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.paragraphs: dict[int, str] = {}
        self.headings: list[Heading] = []
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.title = ""
        self._open: list[dict[str, str | None]] = []
        self.feed(file.read_text(encoding="utf-8"))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.anchors.append(str(given["id"]))
        self.links += [value for name, value in attrs if name in ("href", "src") and value]
        if tag in _VOID:
            return
        self._open.append(given | {"tag": tag})
        if "data-level" in given:
            self.headings.append(Heading(int(given["data-level"] or 0), "", given["id"] or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()["tag"] == tag

    def handle_data(self, data: str) -> None:
        if any(e["tag"] in ("rt", "rp") or e.get("class") == "mark" for e in self._open):
            return
        if self._open and self._open[-1]["tag"] == "title":
            self.title = data
        numbers = [e["data-p"] for e in self._open if "data-p" in e]
        if not numbers:
            return
        (number,) = numbers
        self.paragraphs[int(number or 0)] = self.paragraphs.get(int(number or 0), "") + data
        if any("data-level" in each for each in self._open):
            last = self.headings[-1]
            self.headings[-1] = last._replace(text=last.text + data)


def bare(text: str) -> str:
    return "".join(text.split())
