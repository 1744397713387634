"""Speech: what the manuscript means. It does not know slides and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from publisher.manuscript import Metadata, NoteRef, Paragraph, Picture, Run, SourceRef, Table
from publisher.record import NamedTuple


class Piece(NamedTuple):
    """A contiguous piece of one paragraph, with its formatting and where it came from.

    ``note``: it stands in a footnote or endnote. It is part of the speech, but never on a slide;
    ``noted`` is where it is referred to, if the file tells. ``label``: how many characters at its
    beginning are an automatic number. ``bullet``: a bullet, which is no text, stands before it.
    """

    ref: SourceRef
    runs: tuple[Run, ...]
    note: bool = False
    noted: NoteRef | None = None
    label: int = 0
    bullet: bool = False

    @property
    def text(self) -> str:
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])

    def cut(self, start: int, end: int) -> Piece:
        """Characters ``start`` to ``end`` of this piece, as a piece of the same paragraph."""
        runs: list[Run] = []
        at = 0
        for run in self.runs:
            text = run.text[max(start - at, 0) : max(end - at, 0)]
            if text:
                runs.append(Run(text, run.style))
            at += len(run.text)
        ref = self.ref
        cut = SourceRef(ref.paragraph, ref.start + start, ref.start + end)
        label = 0 if start else min(self.label, end)
        bullet = self.bullet and not start
        return Piece(cut, tuple(runs), self.note, self.noted, label, bullet)


def piece_of(paragraph: Paragraph) -> Piece:
    """The whole paragraph as one piece."""
    ref = SourceRef(paragraph.index, 0, len(paragraph.text))
    cues, label = paragraph.cues, len(paragraph.label)
    noted = cues.note is not None
    return Piece(ref, paragraph.runs, noted, cues.note_ref, label, has_bullet(paragraph))


def bare(piece: Piece) -> Piece:
    """A line without the brackets around it, as dates and speakers stand in them: （…）."""
    text = piece.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if text[start:end][:1] in ("（", "(") and text[start:end][-1:] in ("）", ")"):
        return piece.cut(start + 1, end - 1) if end - start > 2 else piece
    return piece


def has_bullet(paragraph: Paragraph) -> bool:
    """Whether the paragraph is an item of a list with bullets."""
    number = paragraph.cues.number
    return number is not None and number.format == "bullet"


_STAGE = tuple(
    "掌声 掌聲 鼓掌 起立 敬礼 敬禮 鞠躬 默哀 奏乐 奏樂 国歌 國歌 国际歌 颁奖 頒獎 宣读 宣讀 "
    "同志讲话 同志发言 代表讲话 代表发言 代表宣读 齐唱 合唱 歌曲 笑声 笑聲 笑 欢呼 歡呼 停顿 "
    "稍停 视频 短片 礼毕 禮畢 音乐起 音樂起 落座 就座 就坐 坐下 上台 上臺 下台 登台 退场 入场 "
    "握手 合影 举手 宣誓 略 挥手 揮手 翻页 播放 献花 授牌 揭牌 签约 点头 applause laughter "
    "pause cheers laughs cheering".split()
)
"""What words of a stage direction end with; both scripts."""
_BRACKETS = str.maketrans("（[【）]】", "((()))")
_BRACKETED = r"\([^()]{1,26}\)"


def stage_directions(text: str) -> list[tuple[int, int]]:
    """Where （掌声）, （全体起立，奏唱国歌） stand: in the script, not spoken, never on a slide."""
    if not ("（" in text or "(" in text or "[" in text or "【" in text):
        return []
    found = (match.span() for match in re.finditer(_BRACKETED, text.translate(_BRACKETS)))
    return [(start, end) for start, end in found if _is_direction(text[start + 1 : end - 1])]


def _is_direction(words: str) -> bool:
    for mark in "，、；;。":
        words = words.replace(mark, ",")
    parts = [part.strip(" .!！").lower() for part in words.split(",")]
    return any(parts) and all(part.endswith(_STAGE) for part in parts if part)


def is_stage_direction(text: str) -> bool:
    """A line that is nothing but stage directions."""
    at, line = 0, text.strip()
    for start, end in stage_directions(line):
        if line[at:start].strip():
            return False
        at = end
    return at > 0 and not line[at:].strip("。. ")


BodyBlock: TypeAlias = Piece | Table | Picture
"""What stands under a heading: text, a table, or a picture."""


def text_of(blocks: Sequence[BodyBlock]) -> tuple[Piece, ...]:
    """The text of blocks in order, table cells included."""
    found: list[Piece] = []
    for block in blocks:
        if isinstance(block, Piece):
            found.append(block)
        elif isinstance(block, Table):
            found += [piece_of(p) for row in block.rows for cell in row for p in cell.paragraphs]
    return tuple(found)


class Section(NamedTuple):
    """A heading and everything under it.

    ``heading`` is the heading as it stands, number and closing mark included; ``number`` is its
    literal marker (一、, （一）, 1., 一要, 其一) or None; ``title`` is the heading without marker
    and closing mark. A marker that is a word of the sentence (一要, 首先) stays out of ``title``
    too: slides show it as the label. ``run_in``: body follows in the same paragraph.
    ``body`` comes before ``children``.
    """

    level: int
    number: str | None
    heading: Piece
    title: Piece
    run_in: bool
    evidence: tuple[str, ...]
    """The cues that voted, as ``kind:value`` (number:一、, style:heading 1, font:黑体)."""
    confidence: float
    body: tuple[BodyBlock, ...] = ()
    children: tuple[Section, ...] = ()
    before: tuple[Piece, ...] = ()
    """An address said again (同志们！) on a line above the heading: it goes with what follows."""
    more: tuple[Piece, ...] = ()
    """Further lines of the heading: 第一部分 | 总体要求. The title is in the last."""

    @property
    def lines(self) -> tuple[Piece, ...]:
        """Everything up to the body, in order: what is spoken to announce the section."""
        return (*self.before, self.heading, *self.more)

    @property
    def words(self) -> str:
        """The heading's text; its lines with a line break between them."""
        return "\n".join(piece.text for piece in (self.heading, *self.more))

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Annex(NamedTuple):
    """A document annexed to the speech; it numbers its own parts, from level 1."""

    label: Piece
    """附件：…, 名词解释."""
    body: tuple[BodyBlock, ...]
    sections: tuple[Section, ...]


class Speech(NamedTuple):
    """A speech, understood. Its pieces, in order, are the manuscript's text, each once.

    The order is: ``front`` (the lines before the text in the order of the file), ``opening``
    (body before the first section), ``sections``, ``closing`` (the last paragraphs, where they
    take leave), ``back`` (signature, list of annexes, notes), ``annexes``.
    """

    front: tuple[tuple[str, Piece], ...]
    """(role, piece) with role secrecy, title, subtitle, speaker, occasion, date or salutation."""
    opening: tuple[BodyBlock, ...]
    sections: tuple[Section, ...]
    closing: tuple[BodyBlock, ...] = ()
    metadata: Metadata = Metadata()
    back: tuple[tuple[str, BodyBlock], ...] = ()
    """(role, block) with role signature (unit, name, date), annex, stage, secrecy or note."""
    annexes: tuple[Annex, ...] = ()
    kind: str | None = None
    """The kind of manuscript by its Chinese name (讲话, 主持词 …); None where nothing tells."""
    agenda: bool = True
    """Whether this kind of manuscript shows its parts before they come."""
    secrecy: str | None = None
    """The mark of secrecy as it stands (内部资料　会后收回); None without one."""

    def named(self, role: str) -> str | None:
        """The text of the front lines with this role, joined; None where there is none."""
        texts = [piece.text.strip() for name, piece in self.front if name == role]
        return "".join(texts) or None

    def walk(self) -> Iterator[Section]:
        """All sections in reading order, those of annexes included."""
        for part in (self.sections, *(annex.sections for annex in self.annexes)):
            for section in part:
                yield from section.walk()

    def blocks(self) -> Iterator[tuple[str, int, BodyBlock]]:
        """Everything in reading order as (role, heading level or 0, block).

        Roles: those of ``front``, then ``body``, ``heading``, ``closing`` and those of ``back``.
        """
        for role, piece in self.front:
            yield role, 0, piece
        yield from _blocks(self.opening, self.sections)
        for block in self.closing:
            yield "closing", 0, block
        for role, block in self.back:
            yield role, 0, block
        for annex in self.annexes:
            yield "annex", 0, annex.label
            yield from _blocks(annex.body, annex.sections)


def _blocks(
    opening: tuple[BodyBlock, ...], sections: tuple[Section, ...]
) -> Iterator[tuple[str, int, BodyBlock]]:
    for block in opening:
        yield "body", 0, block
    for root in sections:
        for section in root.walk():
            for piece in section.before:
                yield "body", 0, piece
            for piece in (section.heading, *section.more):
                yield "heading", section.level, piece
            for block in section.body:
                yield "body", 0, block
