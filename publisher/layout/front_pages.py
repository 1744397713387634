"""The pages before the text of a book: its cover and its table of contents."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Emu, Rect
from publisher.layout.compositor import Compositor
from publisher.layout.letters import EM_BASELINE, Span, place
from publisher.layout.page_blocks import TextBlock
from publisher.layout.page_model import ContentsStyle, PageProfile
from publisher.plan import (
    Colour,
    GlyphRun,
    Glyphs,
    Item,
    Line,
    OutlineEntry,
    Text,
    TextParagraph,
    TextRun,
)
from publisher.record import NamedTuple
from publisher.script import Passage

INK = Colour("dk1")
COVER_ROLES = frozenset(
    {"secrecy", "title", "subtitle", "occasion", "speaker", "date"}
)  # fmt: skip
_AT_FOOT = frozenset({"occasion", "speaker", "date"})
_COVER_LEADING = 1.6


def front_of(passages: Sequence[Passage], profile: PageProfile) -> int:
    """How many passages at the beginning stand on the cover; 0 where there is none."""
    if profile.cover is None:
        return 0
    roles = [passage.role for passage in passages]
    count = next((i for i, role in enumerate(roles) if role not in COVER_ROLES), len(roles))
    return count if "title" in roles[:count] else 0


def cover_items(blocks: Sequence[tuple[str, TextBlock]], profile: PageProfile) -> list[Item]:
    """(role, block) of the front lines on the cover: the title and what is below it from
    ``cover.title`` on, who speaks where and when ending at ``cover.foot``."""
    return [_set(block, profile.area(0), top) for block, top in cover_tops(blocks, profile)]


def cover_rooms(
    blocks: Sequence[tuple[str, TextBlock]], profile: PageProfile
) -> list[tuple[TextBlock, Emu, Emu]]:
    """The front lines in the order in which they stand there: block, room above it, distance of
    baselines."""
    found: list[tuple[TextBlock, Emu, Emu]] = []
    end = profile.area(0).y
    for block, top in cover_tops(blocks, profile):
        found.append((block, max(top - end, 0), _pitch(block)))
        end = top + _height(block)
    return found


def cover_tops(
    blocks: Sequence[tuple[str, TextBlock]], profile: PageProfile
) -> list[tuple[TextBlock, Emu]]:
    """Each front line with its top on the cover."""
    if profile.cover is None:
        return []
    area = profile.area(0)
    secret = [block for role, block in blocks if role == "secrecy"]
    upper = [block for role, block in blocks if role not in _AT_FOOT and role != "secrecy"]
    lower = [block for role, block in blocks if role in _AT_FOOT]
    height = sum(_height(block) for block in lower)
    found: list[tuple[TextBlock, Emu]] = []
    for group, top in ((secret, area.y), (upper, profile.cover.title),
                       (lower, profile.cover.foot - height)):  # fmt: skip
        for block in group:
            found.append((block, top))
            top += _height(block)
    return found


def _pitch(block: TextBlock) -> Emu:
    return round(block.size * _COVER_LEADING)


def _height(block: TextBlock) -> Emu:
    return _pitch(block) * len(block.lines)


def _set(block: TextBlock, area: Rect, top: Emu) -> Text:
    baseline = top + round(block.size * EM_BASELINE)
    frame = Rect(area.x, top, area.width, _height(block))
    lines = place(block.lines, area.x, baseline, _pitch(block))
    return Text(frame, (block.paragraph,), lines, block.name, block.role)


# --- contents -------------------------------------------------------------------------------


class _Row(NamedTuple):
    """A line of the contents: its words, the page it names, its level and its sheet."""

    lines: tuple[Line, ...]
    entry: OutlineEntry
    label: str


class Contents(NamedTuple):
    """The table of contents of a profile that has one."""

    compositor: Compositor
    style: ContentsStyle

    @property
    def profile(self) -> PageProfile:
        return self.compositor.profile

    def pages(
        self, outline: Sequence[OutlineEntry], labels: Sequence[str], first: int
    ) -> list[list[Item]]:
        """Its pages, the first of them sheet ``first``; [] where the text has no headings.

        ``labels`` are the printed numbers of the sheets that ``outline`` counts from 0. The link
        of a line is that number: where the text begins is not known before the contents are set.
        """
        rows = [
            self._row(entry, labels[entry.sheet])
            for entry in outline
            if entry.level <= self.style.levels
        ]
        pages: list[list[Item]] = []
        at = 0
        for row in rows:
            if not pages or at + len(row.lines) > self.profile.rows:
                area = self.profile.area(first + len(pages))
                pages.append([] if pages else [self._title(area)])
                at = 0 if len(pages) > 1 else _TITLE_ROWS
            area = self.profile.area(first + len(pages) - 1)
            pages[-1].append(self._placed(row, area, at))
            at += len(row.lines)
        return pages

    def _title(self, area: Rect) -> Text:
        style = self.profile.heading(1)
        span = Span(self.style.title, style.font, style.size, INK)
        lines = self.compositor.set([span], alignment="center")
        baseline = area.y + self.profile.pitch + round(style.size * EM_BASELINE)
        frame = Rect(area.x, area.y + self.profile.pitch, area.width, style.size)
        paragraph = TextParagraph((TextRun(span.text, span.role, span.size, INK),), "center")
        lines = place(lines, area.x, baseline, self.profile.pitch)
        return Text(frame, (paragraph,), lines, "contents title", "Artifact")

    def _row(self, entry: OutlineEntry, label: str) -> _Row:
        """The heading's words, dots, and the number at the right edge."""
        style = self.style
        indent = (entry.level - 1) * style.size
        font = self.profile.heading(1).font if entry.level == 1 else style.font
        number = self._one(label, style.font)
        widest = self.profile.measure - indent - number.width - 4 * style.size
        span = Span(entry.text, font, style.size, INK)
        hang = _TURNED * style.size
        lines = list(
            self.compositor.set([span], widest - hang, first_indent=-hang, alignment="left")
        )
        lines = [line._replace(x=line.x + indent + hang) for line in lines]
        last = lines[-1]
        start, end = last.x + last.width, self.profile.measure - number.width
        dots_end = self.profile.measure - max(2 * style.size, number.width + style.size // 2)
        step = style.size // 2
        count = max(0, (dots_end - start - style.size // 2) // step)
        dots = _repeated(self._one("·", "songnum"), count, dots_end - last.x - count * step, step)
        moved = tuple(run._replace(glyphs=run.glyphs.moved(end - last.x)) for run in number.runs)
        width = self.profile.measure - last.x
        lines[-1] = last._replace(width=width, runs=(*last.runs, *dots, *moved))
        return _Row(tuple(lines), entry, label)

    def _one(self, text: str, font: str) -> Line:
        span = Span(text, font, self.style.size, INK)
        return self.compositor.set([span], alignment="left")[0]

    def _placed(self, row: _Row, area: Rect, at: int) -> Text:
        pitch = self.profile.pitch
        top = area.y + at * pitch
        baseline = top + round(self.profile.em * EM_BASELINE)
        words = f"{row.entry.text}\t{row.label}"
        run = TextRun(words, self.style.font, self.style.size, INK)
        return Text(
            Rect(area.x, top, area.width, pitch * len(row.lines)),
            (TextParagraph((run,), "left", pitch, indent=(row.entry.level - 1) * self.style.size),),
            place(row.lines, area.x, baseline, pitch),
            "contents line",
            "Artifact",
            link=row.entry.sheet,
        )


_TITLE_ROWS = 4
_TURNED = 2
"""How far what goes on on another line is indented, in ems."""


def _repeated(dot: Line, count: int, start: Emu, step: Emu) -> tuple[GlyphRun, ...]:
    run = dot.runs[0]
    glyph = run.glyphs[0]
    glyphs = Glyphs.of(glyph._replace(x=start + i * step) for i in range(count))
    return (run._replace(glyphs=glyphs),) if glyphs else ()


def shifted(pages: Sequence[Sequence[Item]], by: int) -> list[tuple[Item, ...]]:
    """The contents with links to the sheets of the text, which begins at sheet ``by``."""
    return [
        tuple(
            item._replace(link=item.link + by)
            if isinstance(item, Text) and item.link is not None
            else item
            for item in page
        )
        for page in pages
    ]
