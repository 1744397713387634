"""The text of pages for programs that divide it themselves, from the blocks that pages are made of.

What a block knows is said here once more without lines: nothing is decided anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from publisher.geometry import Emu, Size
from publisher.later import Later
from publisher.layout.compositor import Compositor
from publisher.layout.footnotes import FootNote
from publisher.layout.letters import Span
from publisher.layout.page_blocks import PictureBlock, TextBlock, clearance
from publisher.layout.page_furniture import Furnisher
from publisher.layout.page_model import PageProfile, PageStyle
from publisher.layout.page_tables import CELL_LEADING, PADDING, TableBlock
from publisher.layout.passage import Words
from publisher.layout.western import is_western
from publisher.plan import OutlineEntry, TextParagraph, TextRun
from publisher.story import (
    Story,
    StoryBlock,
    StoryCell,
    StoryContents,
    StoryEntry,
    StoryHead,
    StoryNote,
    StoryNumber,
    StoryPage,
    StoryParagraph,
    StoryPicture,
    StoryRun,
    StoryStyle,
    StoryTable,
)

_LEVELS = 9


def story_paragraph(
    words: Words, spans: Sequence[Span], style: str, breaks: Sequence[int], hang: Emu
) -> StoryParagraph:
    """A passage's words in their voices, in a style of the story.

    Lines that were chosen by sense begin at ``breaks``;
    ``hang`` is the room of a number or bullet that hangs, 0 where none does.
    """
    runs = _runs(words, spans, breaks, plain=style.startswith("heading"))
    return StoryParagraph(
        style, tuple(runs), hang=hang, bullet=bool(words.bullet and hang),
        western=is_western(words.text),
    )  # fmt: skip


def _runs(
    words: Words, spans: Sequence[Span], breaks: Sequence[int], *, plain: bool
) -> Iterator[StoryRun]:
    """The spans cut at notes, breaks and the ends of headings; ``plain`` where all is one."""
    starts = list(accumulate((len(text) for _, text in words.parts), initial=0))

    def level(at: int) -> int:
        return 0 if plain else words.parts[bisect_right(starts, at) - 1][0]

    ends = [0, *accumulate(len(span.text) for span in spans)]
    notes = list(words.noted)
    chosen = {b for b in breaks if "\n" not in words.text[b - 1 : b + 1]}
    cuts = {*ends, *(at for at, _ in notes), *chosen}
    cuts |= {at for at in starts[1:-1] if 0 < at < starts[-1] and level(at) != level(at - 1)}
    order = sorted(cuts)
    at_span = 0
    for start, end in zip(order, [*order[1:], order[-1]]):
        while at_span + 1 < len(spans) and ends[at_span + 1] <= start:
            at_span += 1
        span = spans[at_span]
        while notes and notes[0][0] <= start:
            yield StoryRun("", span.role, span.size, note=_note(notes.pop(0)[1]))
        if end > start:
            text = ("\n" if start in chosen else "") + words.text[start:end]
            raised = (span.rise > 0) - (span.rise < 0)
            size = span.size if not raised else _full_size(spans)
            reading, ruby = span.ruby or ("", 0)
            yield StoryRun(
                text, span.role, size, span.mark, raised, level(start), reading, ruby
            )  # fmt: skip


def _cell(
    paragraphs: Sequence[TextParagraph], noted: Sequence[tuple[int, FootNote]]
) -> Iterator[tuple[StoryRun, ...]]:
    """The paragraphs of a cell, cut where notes are referred to (``cell_text.CellText``)."""
    at = 0
    for run in (each.runs[0] for each in paragraphs):
        end = at + len(run.text)
        found: list[StoryRun] = []
        for place, note in noted:
            if at <= place <= end:
                mark = StoryRun("", run.font, run.size, note=_note(note))
                found += [_plain(run, at, place), mark]
                run, at = run._replace(text=run.text[place - at :]), place
        yield tuple(r for r in (*found, _plain(run, at, end)) if r.text or r.note)
        at = end + 1


def _plain(run: TextRun, start: int, end: int) -> StoryRun:
    return StoryRun(run.text[: end - start], run.font, run.size)


def _full_size(spans: Sequence[Span]) -> Emu:
    """The size of the text that raised characters stand in: programs make them small themselves."""
    return max(span.size for span in spans)


def _note(note: FootNote) -> StoryNote:
    texts = ("".join(run.text for run in each.runs) for each in note.paragraphs)
    return StoryNote(tuple(texts), note.numbered)


# --- the whole ------------------------------------------------------------------------------


def story_of(
    blocks: Sequence[TextBlock | PictureBlock | TableBlock],
    cover: Sequence[tuple[TextBlock, Emu, Emu]],
    outline: Sequence[OutlineEntry],
    labels: Sequence[str],
    compositor: Compositor,
) -> Story:
    """The story of ``blocks``, the text behind the cover, told when somebody asks for it.

    ``cover`` are the blocks on it, each with the room above it and its distance of baselines.
    ``outline`` counts the pages of the text from 0, ``labels`` are their numbers.
    """
    contents, profile = None, compositor.profile
    if profile.contents is not None:
        entries = (
            StoryEntry(i, entry.level, entry.text, labels[entry.sheet])
            for i, entry in enumerate(outline)
            if entry.level <= profile.contents.levels
        )
        contents = StoryContents(profile.contents.title, profile.contents.levels, tuple(entries))
    return Story(
        _page(compositor),
        _styles(profile),
        Later(lambda: tuple(_blocks(blocks, profile))),
        Later(lambda: tuple(
            block.flowing()._replace(before=before, pitch=pitch) for block, before, pitch in cover
        )),
        contents if contents and contents.entries else None,
    )  # fmt: skip


def _page(compositor: Compositor) -> StoryPage:
    profile = compositor.profile
    number, area = profile.number, profile.area(0)
    head = profile.head
    return StoryPage(
        profile.paper, area, profile.mirrored, profile.columns, profile.rows, profile.em,
        profile.pitch,
        StoryNumber(
            number.font, number.size, number.form, Furnisher(compositor).baseline(area),
            number.indent * number.size, number.odd, number.even,
        ),
        StoryHead(head.font, head.size, area.y - head.above) if head else None,
    )  # fmt: skip


def _styles(profile: PageProfile) -> Mapping[str, StoryStyle]:
    styles = {role: _style(style, profile) for role, style in profile.styles.items()}
    for level in range(1, _LEVELS + 1):
        styles[f"heading{level}"] = _style(profile.heading(level), profile)._replace(level=level)
    cell, head = profile.style("cell"), profile.style("head")
    for role, style in (("cell", cell), ("head", head)):
        styles[role] = styles[role]._replace(pitch=round(style.size * CELL_LEADING))
    notes = profile.notes
    styles["note"] = StoryStyle(notes.font, notes.size, "justify", 0, notes.pitch)
    if profile.contents is not None:
        contents = profile.contents
        for level in range(1, contents.levels + 1):
            font = profile.heading(1).font if level == 1 else contents.font
            indent = level - 1
            styles[f"contents{level}"] = StoryStyle(
                font, contents.size, "left", indent, profile.pitch
            )  # fmt: skip
    return styles


def _style(style: PageStyle, profile: PageProfile) -> StoryStyle:
    pitch = profile.stride(style.size) * profile.pitch
    return StoryStyle(style.font, style.size, style.align, style.indent, pitch)


def _blocks(
    blocks: Sequence[TextBlock | PictureBlock | TableBlock], profile: PageProfile
) -> Iterator[StoryBlock]:
    """The blocks; what is below a table keeps the room that it has on pages."""
    above: TextBlock | PictureBlock | TableBlock | None = None
    for block in blocks:
        found = _block(block, profile)
        if isinstance(above, TableBlock):
            found = found._replace(before=max(found.before, clearance(profile)))
        yield found
        above = block


def _block(block: TextBlock | PictureBlock | TableBlock, profile: PageProfile) -> StoryBlock:
    before = block.before * profile.pitch
    if isinstance(block, TextBlock):
        return block.flowing()._replace(before=before, keep=block.keep, begins=block.begins)
    if isinstance(block, PictureBlock):
        picture, size = block.picture, Size(block.width, block.height)
        return StoryPicture(
            picture.data, picture.media_type, size, picture.alt, before, block.keep
        )  # fmt: skip
    cells = tuple(
        StoryCell(
            cell.row, cell.column, cell.rows, cell.columns,
            tuple(_cell(cell.paragraphs, cell.noted)),
            "head" if cell.header else "cell",
            cell.align,
        )
        for cell in block.cells
    )  # fmt: skip
    return StoryTable(
        block.widths, len(block.heights), block.header, cells, PADDING, block.is_whole, before
    )  # fmt: skip
