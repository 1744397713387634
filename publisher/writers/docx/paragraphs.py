"""Paragraphs and their runs (ECMA-376 17.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from publisher.record import NamedTuple
from publisher.story import Story, StoryBlock, StoryParagraph, StoryRun, StoryStyle, StoryTable
from publisher.writers.docx.fonts import Fonts
from publisher.writers.docx.markup import element, give, half_points, twips, words
from publisher.writers.docx.notes import Notes
from publisher.writers.docx.styles import (
    NAMES,
    character_style,
    indent,
    lead,
    spacing,
)

_MARKS = {"underline": ("u", "single"), "dots": ("em", "underDot")}
"""Emphasis dots stand under the characters in Chinese (17.18.24)."""
_RAISED = {1: "superscript", -1: "subscript"}
_CLOSE = 2
"""How much less than its size a reading is raised above the text, in half points, as in Word."""
BULLETS = 1
"""The list whose items have bullets."""


class Paragraphs(NamedTuple):
    """Makes the paragraphs of a story."""

    story: Story
    fonts: Fonts
    notes: Notes
    bookmarks: Iterator[int]
    """Numbers of the headings, in order; nothing where no contents leads to them."""

    def paragraph(self, said: StoryParagraph, after: StoryBlock | None = None) -> Any:
        """The ``w:p`` of a paragraph, before what comes ``after`` it."""
        style = self.story.styles[said.style]
        found = element("p", self._properties(said, style, isinstance(after, StoryTable)))
        found.extend(self._content(said, style))
        return found

    def _properties(self, said: StoryParagraph, style: StoryStyle, above_table: bool) -> Any:
        page = self.story.page
        below = 0 if not above_table or said.style == "caption" else lead(page)
        keep = said.keep and not style.level
        hanging = said.hang and said.bullet
        return element(
            "pPr",
            element("pStyle", val=NAMES[said.style].id),
            element("keepNext") if keep else None,
            element("pageBreakBefore") if said.begins == "page" else None,
            _list(BULLETS) if hanging else None,
            spacing(said.before, said.pitch, below),
            indent(said.hang, style.indent, page) if said.hang else None,
        )

    def _content(self, said: StoryParagraph, style: StoryStyle) -> Iterator[Any]:
        """Runs, and around the words of each heading a bookmark."""
        latest = 0
        marked: int | None = None
        for runs in _together(said.runs):
            run = runs[0]
            level = run.level or style.level
            if marked is not None and level != latest:
                yield element("bookmarkEnd", id=marked)
                marked = None
            if level and marked is None and (at := next(self.bookmarks, None)) is not None:
                marked = at
                yield element("bookmarkStart", id=at, name=bookmark(at))
            latest = level
            yield from self._runs(runs, style, said.western)
        if marked is not None:
            yield element("bookmarkEnd", id=marked)

    def cell(self, runs: Sequence[StoryRun], style: str, *properties: Any) -> Any:
        """The ``w:p`` of a paragraph of a cell, in a style of the story."""
        own = element("pPr", element("pStyle", val=NAMES[style].id), *properties)
        found = element("p", own)
        for run in runs:
            found.extend(self._run(run, self.story.styles[style], western=False))
        return found

    def _runs(self, runs: Sequence[StoryRun], style: StoryStyle, western: bool) -> Iterator[Any]:
        """Runs, below their reading where they have one (17.3.3.25)."""
        written = [r for run in runs for r in self._run(run, style, western)]
        first = runs[0]
        if not first.reading:
            yield from written
            return
        size = half_points(first.size)
        small = element("rPr", self.fonts.of(first.font), element("sz", val=size // 2))
        reading = element("rt", element("r", small, words(first.reading)))
        properties = element(
            "rubyPr",
            element("rubyAlign", val="center"),
            element("hps", val=size // 2),
            element("hpsRaise", val=size - _CLOSE),
            element("hpsBaseText", val=size),
            element("lid", val="zh-CN"),
        )
        yield element("r", element("ruby", properties, reading, element("rubyBase", *written)))

    def _run(self, run: StoryRun, style: StoryStyle, western: bool) -> Iterator[Any]:
        if run.note is not None:
            yield self.notes.reference(run.note)
            return
        base = self.story.styles[f"heading{run.level}"] if run.level else style
        yield element("r", self._voice(run, base, western), *content(run.text))

    def _voice(self, run: StoryRun, base: StoryStyle, western: bool) -> Any:
        fonts = self.fonts.of(run.font) if run.font != base.font else element("rFonts")
        if not western:  # quotes and dashes are Chinese ones (17.3.2.26)
            give(fonts, "hint", "eastAsia")
        size = half_points(run.size)
        mark = _MARKS.get(run.mark)
        return element(
            "rPr",
            element("rStyle", val=character_style(run.level)) if run.level else None,
            fonts if fonts.attrib else None,
            element("sz", val=size) if size != half_points(base.size) else None,
            element("u", val=mark[1]) if mark and mark[0] == "u" else None,
            element("vertAlign", val=_RAISED[run.raised]) if run.raised else None,
            element("em", val=mark[1]) if mark and mark[0] == "em" else None,
        )


def _together(runs: Sequence[StoryRun]) -> Iterator[Sequence[StoryRun]]:
    """The runs, those below one reading together. Where a note is referred to between these, the
    reading stands above the first of them alone."""
    read: set[int] = set()
    for (ruby, _), group in groupby(runs, lambda run: (run.ruby if run.reading else 0, run.level)):
        found = list(group)
        if ruby and ruby not in read:
            read.add(ruby)
            yield found
        else:
            yield from ([run._replace(reading="", ruby=0)] for run in found)


def bookmark(number: int) -> str:
    """What the bookmark of a heading is called; Word does not list names like it."""
    return f"_Toc{number:06}"


def content(text: str) -> Iterable[Any]:
    """The ``w:t`` and ``w:br`` of ``text``."""
    for i, line in enumerate(text.split("\n")):
        if i:
            yield element("br")
        if line:
            yield words(line)


def plain(text: str, style: str, *properties: Any) -> Any:
    """A ``w:p`` of one voice in the style of that id."""
    run = element("r", element("rPr", element("rFonts", hint="eastAsia")), *content(text))
    return element("p", element("pPr", element("pStyle", val=style), *properties), run)


def _list(number: int) -> Any:
    return element("numPr", element("ilvl", val=0), element("numId", val=number))


def bullets(story: Story, fonts: Fonts) -> Any:
    """The list of bullets, its room that of the first that is told."""
    hang = next(
        (b.hang for b in story.blocks if isinstance(b, StoryParagraph) and b.bullet), 0
    )  # fmt: skip
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet"),
        element("suff", val="tab"),
        element("lvlText", val="•"),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=twips(hang), hanging=twips(hang))),
        element("rPr", fonts.of("song")),
        ilvl=0,
    )
    return [
        element(
            "abstractNum", element("multiLevelType", val="singleLevel"), level, abstractNumId=0
        ),
        element("num", element("abstractNumId", val=0), numId=BULLETS),
    ]
