"""Reading Markdown (CommonMark with GFM tables): a walk over the parser's tokens.

Headings become outline levels, emphasis runs, list items paragraphs with an automatic number.
A line is a paragraph of its own, as Chinese authors mean it, unless the text is hard-wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.events import Notice, notice
from publisher.manuscript import AutoNumber, Cell, Cues, Manuscript, Metadata, Table
from publisher.readers.drafting import Draft, Drafting
from publisher.readers.encoding import decode
from publisher.readers.files import bytes_of
from publisher.readers.front_matter import FrontMatter, split_front_matter
from publisher.readers.html import html_lines
from publisher.readers.markdown_inline import lines_of
from publisher.readers.markdown_parser import parser
from publisher.readers.text import read_text
from publisher.readers.wrapping import is_wrapped

if TYPE_CHECKING:
    from markdown_it.token import Token

_BULLET = "•"
_MARKS = "*_`[]<>|!&\\"
_MOST_MARKS, _MOST_LINES = 200_000, 40_000
"""More than these are no speech; each costs the parser time and memory."""
_DEEPEST_LIST = 8
_CENTRED = Cues(alignment="center")


def read(path: Path) -> tuple[Manuscript, tuple[Notice, ...]]:
    """The manuscript of a Markdown file; pictures in its folder are read, others never."""
    return read_markdown(bytes_of(path), str(path), path.parent)


def read_markdown(
    data: bytes, place: str, folder: Path | None = None
) -> tuple[Manuscript, tuple[Notice, ...]]:
    """The manuscript of Markdown text; pictures are looked for below ``folder``.

    Raises InputError for nothing at all and for what is no text.
    """
    text, decoding = decode(data, place)
    if text.count("\n") > _MOST_LINES or sum(map(text.count, _MARKS)) > _MOST_MARKS:
        manuscript, notices = read_text(data, place)
        return manuscript, (notice("markdown-too-dense"), *notices)
    matter, body = split_front_matter(text)
    walk = _Walk(Drafting(folder), wrapped=is_wrapped(body))
    _title_page(walk.drafting, matter, body)
    walk.blocks(parser().parse(body))
    metadata = Metadata(
        title=matter.said("title"), author=matter.said("speaker"), language=matter.language
    )
    manuscript = Manuscript(tuple(walk.drafting.blocks), metadata)
    return manuscript, (*decoding, *matter.notices, *walk.drafting.notices())


def _title_page(drafting: Drafting, matter: FrontMatter, body: str) -> None:
    """The lines of the front matter; a title that the text begins with is not said twice."""
    first = next((line.strip("#* \t") for line in body.split("\n") if line.strip()), "")
    for role, text in matter.lines:
        if text != first:
            cues = _CENTRED._replace(heading_style=0) if role == "title" else _CENTRED
            drafting.put(Draft(cues).add(text))


@dataclass(slots=True)
class _List:
    """An open list; ``number`` is the next item's, None for bullets."""

    identifier: str
    number: int | None
    delimiter: str
    level: int

    def label(self) -> AutoNumber:
        """The next item's number."""
        if self.number is None:
            return AutoNumber(self.identifier, self.level, _BULLET, "bullet")
        label = f"{self.number}{self.delimiter}"
        self.number += 1
        return AutoNumber(self.identifier, self.level, label, "decimal")


class _Walk:
    """One pass over the tokens of the blocks; containers are kept on a stack, never recursed."""

    def __init__(self, drafting: Drafting, *, wrapped: bool) -> None:
        self.drafting = drafting
        self.wrapped = wrapped
        self.lists: list[_List] = []
        self.counted = 0
        self.number: AutoNumber | None = None
        """The number of the item whose first paragraph is still to come."""
        self.level: int | None = None
        """The outline level of the heading that is open, from 0."""
        self.rows: list[list[Cell]] = []
        self.alignment = "left"
        self.in_table = False

    def blocks(self, tokens: Sequence[Token]) -> None:
        """Read all ``tokens``."""
        for token in tokens:
            handler = _HANDLERS.get(token.type)
            if handler is not None:
                handler(self, token)

    def heading(self, token: Token) -> None:
        self.level = int(token.tag[1:]) - 1

    def heading_end(self, _: Token) -> None:
        self.level = None

    def open_list(self, token: Token) -> None:
        ordered = token.type == "ordered_list_open"
        self.counted += 1
        number = int(token.attrs.get("start", 1)) if ordered else None
        level = min(len(self.lists), _DEEPEST_LIST)
        self.lists.append(_List(f"list {self.counted}", number, token.markup, level))

    def close_list(self, _: Token) -> None:
        self.lists.pop()

    def item(self, _: Token) -> None:
        self.number = self.lists[-1].label()

    def item_end(self, _: Token) -> None:
        self.number = None

    def inline(self, token: Token) -> None:
        """The text of a paragraph, a heading or a cell."""
        joined = self.wrapped or self.in_table or self.level is not None
        drafts = lines_of(token, self._draft(), self.drafting, joined=joined)
        if self.in_table:
            paragraphs = self.drafting.paragraphs(drafts)
            self.rows[-1].append(Cell(paragraphs))
            return
        for draft in drafts:
            self.drafting.put(draft)

    def _draft(self) -> Draft:
        cues = Cues(
            outline_level=self.level,
            number=self.number,
            alignment=self.alignment if self.in_table else "left",
            in_table=self.in_table,
        )
        self.number = None
        return Draft(cues)

    def code(self, token: Token) -> None:
        if not token.info.isascii():  # words behind ``` are no language's name
            self.drafting.put(self._draft().add(token.info))
        self.drafting.put(self._draft().add(token.content.rstrip("\n")))

    def html(self, token: Token) -> None:
        """Its words are text of the speech, its tags are not; both are reported."""
        found = html_lines(token.content)
        self.drafting.add("html-left-out", found.tags)
        self.drafting.add("comment-left-out", found.comments)
        self.drafting.add("picture-external", found.pictures)
        for line in found.lines:
            self.drafting.put(Draft(line.cues).add(line.text))

    def table(self, _: Token) -> None:
        self.rows, self.in_table = [], True

    def row(self, _: Token) -> None:
        self.rows.append([])

    def cell(self, token: Token) -> None:
        style = str(token.attrs.get("style", ""))
        self.alignment = style.rpartition(":")[2] or "left"

    def table_end(self, _: Token) -> None:
        """A header row that says nothing is there only because Markdown wants one."""
        self.in_table, self.alignment = False, "left"
        head, *rest = self.rows
        named = any(cell.paragraphs for cell in head)
        rows = [head, *rest] if named else rest
        if any(cell.paragraphs for row in rows for cell in row):
            table = Table(tuple(map(tuple, rows)), _widths(rows), int(named and bool(rest)))
            self.drafting.blocks.append(table)


def _widths(rows: Sequence[Sequence[Cell]]) -> tuple[int, ...]:
    """Relative widths by the longest text of each column, none below a fifth of another."""
    longest = [
        max(sum(len(p.text) for p in cell.paragraphs) for cell in column) for column in zip(*rows)
    ]
    return tuple(max(length, max(longest) // 5, 1) for length in longest)


_HANDLERS: Mapping[str, Callable[[_Walk, Token], None]] = {
    "heading_open": _Walk.heading,
    "heading_close": _Walk.heading_end,
    "bullet_list_open": _Walk.open_list,
    "ordered_list_open": _Walk.open_list,
    "bullet_list_close": _Walk.close_list,
    "ordered_list_close": _Walk.close_list,
    "list_item_open": _Walk.item,
    "list_item_close": _Walk.item_end,
    "inline": _Walk.inline,
    "fence": _Walk.code,
    "code_block": _Walk.code,
    "html_block": _Walk.html,
    "table_open": _Walk.table,
    "table_close": _Walk.table_end,
    "tr_open": _Walk.row,
    "th_open": _Walk.cell,
    "td_open": _Walk.cell,
}


def is_markdown(data: bytes, name: str) -> bool:
    """By the suffix of ``name``; else by its beginning, ``# `` or front matter."""
    suffix = Path(name).suffix.lower()
    if suffix:
        return suffix in {".md", ".markdown"}
    head = decode(data, name).text
    matter, body = split_front_matter(head)
    return bool(matter.lines) or re.match(r"\s*#{1,6} ", body) is not None
