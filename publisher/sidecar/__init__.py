"""``<stem>.toml`` beside a speech: its author has the last word.

    [speech]                       lines of the title page that the speech itself lacks
    speaker = "县长 李和"
    [fill]                         what placeholders stand for
    "某某镇" = "青山镇"
    [outline]                      headings, by their text
    "一、总体要求" = 1              a heading of level 1 to 9; true: of the level that fits
    "（一）说明" = false            no heading
    "让书香走进村庄" = "title"      the title
    [deck]                         choices for this speech alone, as in publisher.toml
    theme = "ink"
    [slides]                       what the author wants for one heading, by its text
    "（二）成效" = { layout = "figures", chart = true }
    "（三）说明" = { slide = false }
    "（四）现场" = { picture = "现场.png" }
    [library]                      how the library shows it
    licence = "CC BY 4.0"
    restrictions = "仅供内部学习"
    listed = false                 not at all

The words of the speech are never changed from here: a line that it has in other words keeps its
own, and a notice says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.config import CHOICES, NAME, Shelf, choices, shelf
from publisher.errors import UsageError
from publisher.events import Notice, notice
from publisher.manuscript import Block, Cues, Manuscript, Paragraph, Run, Table
from publisher.options import NOTHING_SAID, Said
from publisher.placeholders import Fill, filler
from publisher.readers import STANDARD_INPUT
from publisher.record import NamedTuple
from publisher.speech import Speech
from publisher.treatment import Corrections, Treatments

if TYPE_CHECKING:
    from publisher.settings import Settings

ROLES = ("title", "subtitle", "speaker", "occasion", "date")
"""The keys of ``[speech]``, in the order in which their lines are put."""
TABLES = ("speech", "fill", "outline", "deck", "slides", "library")
_TITLE = "title"
_LEVELS = range(10)


class Sidecar(NamedTuple):
    """What the author says: lines by role, what to fill in, corrections of the outline, choices
    for the deck, what is wanted for single headings, and what the library says."""

    lines: tuple[tuple[str, str], ...] = ()
    fill: Fill = ()
    corrections: Corrections = Corrections()
    said: Said = NOTHING_SAID
    treatments: Treatments = ()
    shelf: Shelf = Shelf()


def sidecar_file(speech: Path) -> Path:
    """Where the sidecar of ``speech`` stands, or would."""
    return speech.with_name(speech.stem + ".toml")


def sidecar_for(speech: Path) -> Sidecar:
    """What stands beside ``speech``; nothing where no such file is.

    Raises UsageError for a file that is no TOML, an unknown key, a value out of range or a
    picture that cannot be shown.
    """
    file = sidecar_file(speech)
    if file.name == NAME or speech == STANDARD_INPUT or not file.is_file():
        return Sidecar()
    from publisher.settings import read_settings  # most speeches have no such file
    from publisher.sidecar.slides import treatments

    settings = read_settings(file)
    settings.check_keys("", TABLES)
    settings.check_keys("speech", ROLES)
    settings.check_keys("deck", CHOICES)
    lines = settings.table("speech")
    return Sidecar(
        tuple((role, _line(settings, role, lines[role])) for role in ROLES if role in lines),
        tuple((key, _filler(settings, key, v)) for key, v in settings.table("fill").items()),
        _corrections(settings),
        choices(settings, "deck"),
        treatments(settings) if "slides" in settings.data else (),
        shelf(settings),
    )


def fill_of(options: Sequence[str]) -> Fill:
    """``--fill A=B`` options as pairs. Raises UsageError for one without ``=`` or with a gap."""
    pairs: list[tuple[str, str]] = []
    for option in options:
        key, _, value = option.replace("＝", "=", "=" not in option).partition("=")
        if not key.strip() or not value.strip():
            raise UsageError("fill-wrong", option=option)
        pairs.append((key.strip(), value.strip()))
    return tuple(pairs)


def merged(first: Fill, then: Fill) -> Fill:
    """Both, the second one's word where both have one."""
    return tuple({**dict(first), **dict(then)}.items())


def _line(settings: Settings, role: str, value: Any) -> str:
    if hasattr(value, "year"):  # 2025-03-22 without quotation marks
        return f"{value.year}年{value.month}月{value.day}日"
    if not isinstance(value, str) or not value.strip():
        raise settings.wrong("speech", role, value, '"…"')
    return " ".join(value.split("\n")).strip()


def _filler(settings: Settings, key: str, value: Any) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not key.strip() or not isinstance(text, str) or not text.strip():
        raise settings.wrong("fill", key, value, '"…"')
    return text


def _corrections(settings: Settings) -> Corrections:
    headings: list[tuple[str, int | None]] = []
    title: list[str] = []
    for text, value in settings.table("outline").items():
        if value == _TITLE:
            title.append(text)
        elif isinstance(value, bool):
            headings.append((text, None if value else 0))
        elif isinstance(value, int) and value in _LEVELS:
            headings.append((text, value))
        else:
            raise settings.wrong("outline", text, value, '1 … 9, false, true, "title"')
    return Corrections(tuple(headings), "".join(title) or None)


def filled_in(said: Sidecar, pairs: Fill) -> Sidecar:
    """``said`` with ``pairs`` as what to fill in, and its own words filled in as the speech's."""
    put = filler(pairs)
    title = said.corrections.title
    return Sidecar(
        tuple((role, put(words)) for role, words in said.lines),
        pairs,
        Corrections(
            tuple((put(text), level) for text, level in said.corrections.headings),
            None if title is None else put(title),
        ),
        said.said,
        tuple((put(text), treatment) for text, treatment in said.treatments),
        said.shelf,
    )


def with_lines(
    manuscript: Manuscript,
    notices: tuple[Notice, ...],
    lines: tuple[tuple[str, str], ...],
    understand: Callable[[Manuscript], Speech],
) -> tuple[Manuscript, tuple[Notice, ...]]:
    """``manuscript`` with the ``lines`` (role, words) that its title page lacks.

    A line that it has in other words stays as it is, with a notice (sidecar-differs); an added
    one is said too (sidecar-added). ``notices`` are those of the reader, whose paragraphs move.
    """
    if not lines:
        return manuscript, notices
    front = understand(manuscript).front
    said = {role: "".join(p.text for r, p in front if r == role) for role, _ in front}
    ends = {role: piece.ref.paragraph + 1 for role, piece in front}
    head = _bare("".join(p.text for p in manuscript.paragraphs()[: max(ends.values(), default=0)]))
    missing: list[tuple[str, str]] = []
    told: list[Notice] = []
    for role, words in lines:
        if _bare(words) in head:
            continue
        if role in said:
            told.append(notice("sidecar-differs", key=role, text=words, other=said[role].strip()))
        else:
            missing.append((role, words))
            told.append(notice("sidecar-added", key=role, text=words))
    return _inserted(manuscript, notices, missing, ends, told)


def _inserted(
    manuscript: Manuscript,
    notices: tuple[Notice, ...],
    missing: Sequence[tuple[str, str]],
    ends: Mapping[str, int],
    told: Sequence[Notice],
) -> tuple[Manuscript, tuple[Notice, ...]]:
    """The missing lines behind the title, or before all where the speech has none."""
    at = max((ends.get(role, 0) for role in ROLES), default=0)
    if any(role == _TITLE for role, _ in missing):
        at = 0
    count = len(missing)
    cues = Cues(alignment="center")
    new = [Paragraph(at + i, w, (Run(w),), cues) for i, (_, w) in enumerate(missing)]
    blocks: list[Block] = []
    for block in manuscript.blocks:
        if new and isinstance(block, Paragraph) and block.index == at:
            blocks.extend(new)
            new = []
        blocks.append(_moved(block, at, count))
    moved = tuple(
        n if n.paragraph is None or n.paragraph < at else n._replace(paragraph=n.paragraph + count)
        for n in notices
    )
    return Manuscript((*blocks, *new), manuscript.metadata), (*moved, *told)


def _moved(block: Block, at: int, count: int) -> Block:
    """``block`` with the numbers of its paragraphs from ``at`` on raised by ``count``."""

    def paragraph(p: Paragraph) -> Paragraph:
        index = p.index + count if p.index >= at else p.index
        return Paragraph(index, p.text, p.runs, p.cues, p.label)

    if isinstance(block, Paragraph):
        return paragraph(block)
    if isinstance(block, Table):
        rows = tuple(
            tuple(c._replace(paragraphs=tuple(map(paragraph, c.paragraphs))) for c in row)
            for row in block.rows
        )
        return block._replace(rows=rows)
    return block._replace(after=block.after + count) if block.after >= at else block


def _bare(text: str) -> str:
    """For comparison: letters and digits alone."""
    return "".join(char for char in text if char.isalnum())
