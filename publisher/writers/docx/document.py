"""The document: its sections one after the other, and the parts that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from publisher.plan import PlanMeta
from publisher.story import Story, StoryBlock, StoryParagraph, StoryPicture, StoryRun, StoryTable
from publisher.typeface.registry import Typefaces
from publisher.writers.docx import sections
from publisher.writers.docx.contents import contents
from publisher.writers.docx.fonts import Fonts
from publisher.writers.docx.markup import element, give, root
from publisher.writers.docx.notes import Notes
from publisher.writers.docx.package import Parts
from publisher.writers.docx.paragraphs import Paragraphs, bullets
from publisher.writers.docx.pictures import picture
from publisher.writers.docx.sections import Section
from publisher.writers.docx.settings import settings
from publisher.writers.docx.styles import styles
from publisher.writers.docx.tables import table


def document(meta: PlanMeta, story: Story, typefaces: Typefaces) -> tuple[bytes, list[str]]:
    """The bytes of the .docx of ``story``, and all the texts that were put into it."""
    return _Document(meta, story, typefaces).data(), [meta.title, *_texts(story)]


def _texts(story: Story) -> Iterator[str]:
    for block in (*story.cover, *story.blocks):
        if isinstance(block, StoryParagraph):
            yield from _said(block.runs)
        elif isinstance(block, StoryTable):
            yield from (t for cell in block.cells for runs in cell.paragraphs for t in _said(runs))


def _said(runs: Sequence[StoryRun]) -> Iterator[str]:
    """The text of ``runs``, the readings above it and the notes that are referred to in it."""
    for run in runs:
        yield from (run.text, run.reading)
        yield from run.note.paragraphs if run.note else ()


class _Document:
    def __init__(self, meta: PlanMeta, story: Story, typefaces: Typefaces) -> None:
        self.meta = meta
        self.story = story
        self.fonts = Fonts(typefaces)
        self.notes = Notes()
        marks = iter(range(1 << 30)) if story.contents else iter(())
        self.paragraphs = Paragraphs(story, self.fonts, self.notes, marks)
        self.parts = Parts()
        self.footers: dict[str, str] = {}
        """The ids of the footers, by the pages that they are for."""

    def data(self) -> bytes:
        """Every part is made once everything that it tells of is known."""
        story, parts = self.story, self.parts
        found = list(self._sections())
        body = [child for section, blocks in found[:-1] for child in self._ended(section, blocks)]
        last, blocks = found[-1]
        body += [*_closed(blocks), self._properties(last)]
        is_listed = any(isinstance(b, StoryParagraph) and b.bullet for b in story.blocks)
        if is_listed:
            parts.add("numbering", root("numbering", *bullets(story, self.fonts)))
        notes = self.notes.part()
        if notes is not None:
            parts.add("footnotes", notes)
        western = any(isinstance(b, StoryParagraph) and b.western for b in story.blocks)
        return parts.packed(
            self.meta, body, styles(story, self.fonts), settings(story, notes is not None, western),
            self.fonts.table(),
        )  # fmt: skip

    def _sections(self) -> Iterator[tuple[Section, list[Any]]]:
        """Sections with what stands in them: the cover, the contents, the parts of the text."""
        story = self.story
        begins = "nextPage"
        if story.cover:
            yield (
                Section(begins, ""),
                [self.paragraphs.paragraph(said) for said in story.cover],
            )
            begins = "oddPage"
        if story.contents is not None:
            yield (
                Section(begins, "lowerRoman", anew=True),
                contents(story.contents),
            )
            begins = "oddPage"
        part, anew = self.meta.title, begins == "oddPage"
        for blocks in _parts(story.blocks):
            first = blocks[0] if blocks else None
            if isinstance(first, StoryParagraph) and story.styles[first.style].level == 1:
                part = first.text.replace("\n", "")
            yield Section(begins, anew=anew, part=part), [*self._blocks(blocks)]
            begins, anew = "oddPage", False

    def _blocks(self, blocks: Sequence[StoryBlock]) -> Iterator[Any]:
        before: StoryBlock | None = None
        for block, after in zip_longest(blocks, blocks[1:]):
            if isinstance(block, StoryTable):
                if isinstance(before, StoryTable):
                    yield _hair()  # else Word makes one table of them
                yield table(block, self.paragraphs)
            elif isinstance(block, StoryPicture):
                yield picture(block, self.story.page, self.parts)
            else:
                yield self.paragraphs.paragraph(block, after)
            before = block

    def _ended(self, section: Section, blocks: list[Any]) -> list[Any]:
        """``blocks`` with the end of their section in the last paragraph."""
        closed = _closed(blocks)
        closed[-1].get_or_add_pPr().append(self._properties(section))
        return closed

    def _properties(self, section: Section) -> Any:
        found = sections.properties(section, self.story.page)
        for i, reference in enumerate(self._furniture(section)):
            found.insert(i, reference)
        return found

    # --- what stands above and below the text ---------------------------------------------------

    def _furniture(self, section: Section) -> Iterator[Any]:
        page = self.story.page
        if not section.numbers:
            return
        if page.head is not None and section.part:
            part = sections.running_head(sections.part_of(section.part), odd=True)
            title = sections.running_head(sections.title_of(self.meta.title), odd=False)
            for kind, said in (("default", part), ("even", title)):
                name = self.parts.add("header", root("hdr", said))
                yield _reference("header", kind, name)
        kinds = ["default", "even"] if is_two_sided(self.story) else ["default"]
        if page.head is not None and section.part:
            kinds.append("first")
        for kind in kinds:
            if kind not in self.footers:
                said = sections.number(page, odd=kind != "even")
                self.footers[kind] = self.parts.add("footer", root("ftr", said))
            yield _reference("footer", kind, self.footers[kind])


def _reference(what: str, kind: str, relationship: str) -> Any:
    found = element(f"{what}Reference", type=kind)
    give(found, "r:id", relationship)
    return found


def is_two_sided(story: Story) -> bool:
    """Whether left-hand pages have a head or a number of their own."""
    number = story.page.number
    return number.odd != number.even or story.page.head is not None


def _parts(blocks: Sequence[StoryBlock]) -> Iterator[Sequence[StoryBlock]]:
    """The blocks, anew where one begins on a right-hand page."""
    start = 0
    for i, block in enumerate(blocks):
        if i and isinstance(block, StoryParagraph) and block.begins == "right":
            yield blocks[start:i]
            start = i
    yield blocks[start:]


def _closed(blocks: list[Any]) -> list[Any]:
    """``blocks``, ending in a paragraph: Word wants one behind a table."""
    if blocks and blocks[-1].tag.endswith("}p"):
        return blocks
    return [*blocks, _hair()]


def _hair() -> Any:
    """A paragraph that nobody sees."""
    line = element("spacing", before=0, after=0, line=20, lineRule="exact")
    return element("p", element("pPr", element("snapToGrid", val=False), line))
