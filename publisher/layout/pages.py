"""The script on pages: GB/T 9704 by default, any grid by profile.

Passages become blocks (``page_setter``), blocks flow into pages with their notes (``flow``),
pages become sheets, with a cover and contents before them where the profile is a book's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.events import Notice
from publisher.layout.asides import margin_of
from publisher.layout.compositor import Compositor
from publisher.layout.cues import Cue
from publisher.layout.flow import Flowed, flow
from publisher.layout.front_pages import Contents, cover_items, cover_rooms, front_of, shifted
from publisher.layout.page_blocks import TextBlock
from publisher.layout.page_furniture import Furnisher, roomy
from publisher.layout.page_items import by_page, text_items
from publisher.layout.page_model import PageProfile
from publisher.layout.page_setter import PageBlock, Setter
from publisher.layout.story import story_of
from publisher.layout.structure import structured
from publisher.options import Options
from publisher.plan import OutlineEntry, Plan, PlanMeta, Sheet
from publisher.script import Script
from publisher.typeface.registry import Typefaces

_AS_USUAL = Options()
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def lay_out_pages(
    script: Script,
    profile: PageProfile,
    typefaces: Typefaces,
    cues: Sequence[Cue] = (),
    options: Options = _AS_USUAL,
) -> tuple[Plan, tuple[Notice, ...]]:
    """The script's passages as sheets of paper: each character once, in order.

    Footnotes stand at the foot of the page that refers to them; all else is in order. The
    outline has an entry for each heading. A profile with a margin shows in it ``cues``, from
    which words on which slide is shown, and how long each part takes at the rate of ``options``,
    whose words are kept together. Notices: ``title-not-by-sense`` where a title could not be broken
    without parting a word, ``line-rule-broken`` where a line begins or ends with a mark that must
    not stand there, because no other way was found.
    """
    notices: list[Notice] = []
    margin = margin_of(script.passages, profile.margin, cues, options.rate)
    profile = roomy(profile, margin, typefaces)
    compositor = Compositor(profile, typefaces, script.language, frozenset(options.together))
    blocks = list(Setter(compositor, margin, notices).blocks(script.passages))
    front = _on_cover(blocks, front_of(script.passages, profile))
    roles = [script.passages[_passage_of(block)].role for block in blocks[: len(front)]]
    text = _Text(blocks[len(front) :], compositor, script.title)
    cover = list(zip(roles, front, strict=True))
    sheets = [*_front(cover, text), *text.sheets()]
    before = len(sheets) - text.flowed.pages
    entries = text.outline()
    outline = tuple(entry._replace(sheet=entry.sheet + before) for entry in entries)
    meta = PlanMeta(script.title, script.speaker, script.language)
    named = tuple(
        sheet._replace(name=f"page {i}") for i, sheet in enumerate(sheets, 1)
    )  # fmt: skip
    story = story_of(
        blocks[len(front) :], cover_rooms(cover, profile), entries, text.labels, compositor
    )  # fmt: skip
    marked = structured(named, script.language)
    return Plan(meta, profile.paper, marked, outline, story=story), tuple(notices)


def _passage_of(block: PageBlock) -> int:
    return int(block.name.rpartition(" ")[2])


def _on_cover(blocks: Sequence[PageBlock], passages: int) -> list[TextBlock]:
    """The blocks of that many passages at the beginning, those with notes left in the text."""
    found: list[TextBlock] = []
    for block in blocks:
        if not isinstance(block, TextBlock) or _passage_of(block) >= passages or block.noted:
            break
        found.append(block)
    return found


def _front(cover: Sequence[tuple[str, TextBlock]], text: _Text) -> Iterator[Sheet]:
    """Cover and contents; each begins on a right-hand page, and so does the text."""
    profile = text.profile
    sheets: list[Sheet] = []
    if cover:
        sheets += [Sheet(tuple(cover_items(cover, profile)), "", label=""), _BLANK]
    if profile.contents is not None:
        contents = Contents(text.compositor, profile.contents)
        pages = contents.pages(text.outline(), text.labels, len(sheets))
        count = len(sheets) + len(pages) + len(pages) % 2
        furnisher = Furnisher(text.compositor)
        for i, items in enumerate(shifted(pages, count), 1):
            number = furnisher.number(len(sheets), _roman(i), len(pages), is_field=False)
            sheets.append(Sheet((*items, number), "", label=_roman(i)))
        if len(pages) % 2:
            sheets.append(_BLANK)
    yield from sheets


_BLANK = Sheet((), "", label="")


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        found += letters * (number // value)
        number %= value
    return found


class _Text:
    """The pages of the text, numbered from 1; an empty one before a part has no number."""

    def __init__(
        self,
        blocks: Sequence[PageBlock],
        compositor: Compositor,
        title: str,
    ) -> None:
        self.compositor = compositor
        self.profile = profile = compositor.profile
        self.title = title
        self.flowed: Flowed = flow(blocks, profile.room)
        self._placed = by_page(self.flowed.placed)
        self._feet = by_page(self.flowed.feet)

    @property
    def labels(self) -> list[str]:
        return [str(page) for page in range(1, self.flowed.pages + 1)]

    def outline(self) -> list[OutlineEntry]:
        """The headings, with pages of the text from 0 for sheets."""
        return [
            entry
            for placed in self.flowed.placed
            if isinstance(placed.block, TextBlock)
            for entry in placed.block.entries(
                self.profile.area(placed.page), placed.row, placed.page
            )
        ]  # fmt: skip

    def sheets(self) -> Iterator[Sheet]:
        furnisher = Furnisher(self.compositor)
        parts = self._parts()
        for page in range(self.flowed.pages):
            items = text_items(
                self._placed.get(page, ()), self._feet.get(page, ()), page, furnisher
            )
            # An empty left-hand page before a part is blank paper.
            if items or self.flowed.pages == 1:
                opening, part = parts[page]
                head = "" if opening else self.title if page % 2 else part
                items = [*furnisher.head(page, head), *items]
                items.append(furnisher.number(page, str(page + 1), self.flowed.pages))
            label = None if not self.profile.cover and not self.profile.contents else str(page + 1)
            yield Sheet(tuple(items), "", label=label)

    def _parts(self) -> list[tuple[bool, str]]:
        """For each page: whether a part, or the text, begins on it; the part it belongs to."""
        found: list[tuple[bool, str]] = []
        part = self.title
        for page in range(self.flowed.pages):
            titles = [
                mark.text
                for placed in self._placed.get(page, ())
                if isinstance(placed.block, TextBlock)
                for mark in placed.block.marks
                if mark.level == 1
            ]
            part = titles[-1] if titles else part
            found.append((page == 0 or bool(titles), part))
        return found
