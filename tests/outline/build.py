"""Manuscripts made by hand, as readers would make them."""

from __future__ import annotations

from typing import TypeAlias

from publisher.manuscript import Cell, Cues, Manuscript, Paragraph, Run, Style, Table

Source: TypeAlias = "str | Paragraph | Table"

BODY = Style("仿宋_GB2312", 32)
HEI = Style("黑体", 32)
KAI = Style("楷体_GB2312", 32)
KAI_BOLD = Style("楷体_GB2312", 32, bold=True)
BOLD = Style("仿宋_GB2312", 32, bold=True)
TITLE = Style("方正小标宋简体", 44)

FILLER = "我们要把这件事情办得更加扎实，让每一位居民都能在日常生活里看到变化、得到方便、感到踏实。"
"""A sentence of text without any number, long enough to be no heading."""


def paragraph(*parts: str | tuple[str, Style], cues: Cues | None = None) -> Paragraph:
    """A paragraph of runs; plain strings are in the body's style. Its index is set later."""
    runs = tuple(Run(part, BODY) if isinstance(part, str) else Run(*part) for part in parts)
    return Paragraph(0, "".join(run.text for run in runs), runs, cues or Cues())


def styled(level: int, text: str) -> Paragraph:
    """A heading by style; level 0 is Title."""
    name = f"heading {level}" if level else "Title"
    return paragraph(
        text,
        cues=Cues(style_name=name, heading_style=level, outline_level=level - 1 if level else None),
    )


def manuscript(*sources: Source) -> Manuscript:
    """Strings are paragraphs without any formatting of their own."""
    blocks: list[Paragraph | Table] = []
    index = 0
    for source in sources:
        block = paragraph(source) if isinstance(source, str) else source
        if isinstance(block, Paragraph):
            blocks.append(_numbered(block, index))
            index += 1
        else:
            rows = []
            for row in block.rows:
                cells = []
                for cell in row:
                    count = len(cell.paragraphs)
                    kept = tuple(_numbered(p, index + i) for i, p in enumerate(cell.paragraphs))
                    cells.append(Cell(kept))
                    index += count
                rows.append(tuple(cells))
            blocks.append(Table(tuple(rows), block.widths))
    return Manuscript(tuple(blocks))


def table(*rows: tuple[str, ...]) -> Table:
    """A table of plain cells."""
    inside = Cues(in_table=True)
    return Table(
        tuple(tuple(Cell((paragraph(text, cues=inside),)) for text in row) for row in rows),
        (1,) * len(rows[0]),
    )


def _numbered(source: Paragraph, index: int) -> Paragraph:
    return Paragraph(index, source.text, source.runs, source.cues, source.label)
