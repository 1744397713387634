"""Paragraphs in the making: pieces with a look, numbers, pictures, and what was left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from publisher.events import Notice, notice
from publisher.manuscript import Block, Cues, Paragraph, Picture, Run, Style
from publisher.readers.raster import media_type, shown_size

_MOST_BYTES = 48 << 20
_BLANKS = " \t\n\u3000"


@dataclass(slots=True)
class Draft:
    """One paragraph so far."""

    cues: Cues
    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    def add(self, text: str, **look: bool) -> Draft:
        """More text; neighbours of one look become one run."""
        style = Style(**look)  # type: ignore[arg-type]  # bold, italic, underline
        if text and self.runs and self.runs[-1].style == style:
            text = self.runs.pop().text + text
        if text:
            self.runs.append(Run(text, style))
        return self

    def last(self) -> str:
        """Its last character, or nothing."""
        return self.runs[-1].text[-1] if self.runs else ""

    def stripped(self) -> tuple[Run, ...]:
        """Its runs without blanks at the paragraph's two ends."""
        runs = list(self.runs)
        while runs and not runs[0].text.lstrip(_BLANKS):
            del runs[0]
        while runs and not runs[-1].text.rstrip(_BLANKS):
            del runs[-1]
        if runs:
            runs[0] = runs[0]._replace(text=runs[0].text.lstrip(_BLANKS))
            runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(_BLANKS))
        return tuple(runs)


class Drafting:
    """The blocks so far. ``folder`` is where pictures may be read, None for nowhere."""

    def __init__(self, folder: Path | None) -> None:
        self.blocks: list[Block] = []
        self.index = 0
        self._folder = folder
        self._left_out: dict[tuple[str, str], list[int]] = {}

    def add(self, code: str, count: int = 1, **values: str) -> None:
        """Something left out at this place; told once for each kind."""
        if count:
            key = (code, "\0".join(part for pair in sorted(values.items()) for part in pair))
            entry = self._left_out.setdefault(key, [0, self.index])
            entry[0] += count

    def notices(self) -> tuple[Notice, ...]:
        """One notice for each kind, at the first of its places."""
        most = self.index - 1 if self.index else None
        return tuple(
            notice(
                code,
                None if most is None else min(first, most),
                count=count,
                **dict(zip(parts.split("\0")[::2], parts.split("\0")[1::2])),
            )
            for (code, parts), (count, first) in self._left_out.items()
        )

    def put(self, draft: Draft) -> None:
        """The paragraph of ``draft`` if it says anything, then its pictures."""
        self.blocks.extend(self.paragraphs([draft]))
        self.blocks.extend(picture._replace(after=self.index - 1) for picture in draft.pictures)

    def paragraphs(self, drafts: Iterable[Draft]) -> tuple[Paragraph, ...]:
        """Those of ``drafts`` that say anything, numbered on."""
        made: list[Paragraph] = []
        for draft in drafts:
            runs = draft.stripped()
            if not runs:
                continue
            label = _label(draft.cues, runs[0].text)
            if label:
                runs = (Run(label, runs[0].style), *runs)
            text = "".join(run.text for run in runs)
            made.append(Paragraph(self.index, text, runs, draft.cues, label))
            self.index += 1
        return tuple(made)

    def picture(self, address: str, alt: str) -> Picture | None:
        """The picture at ``address`` if it lies in the folder or in the address itself.

        Nothing is fetched. What cannot be shown is left out with a notice.
        """
        data = self._embedded(address) if address.startswith("data:") else self._local(address)
        if data is None:
            return None
        kind = media_type(data)
        if kind is None:
            suffix = Path(address[:200]).suffix[1:].upper() or "?"
            self.add("picture-kind", kind=suffix)
            return None
        width, height = shown_size(data)
        return Picture(data, kind, width, height, alt)

    def _embedded(self, address: str) -> bytes | None:
        import base64
        import binascii

        try:
            return base64.b64decode(address.partition(",")[2], validate=True)
        except binascii.Error:
            self.add("picture-missing")
            return None

    def _local(self, address: str) -> bytes | None:
        from urllib.parse import unquote, urlsplit

        try:
            parts = urlsplit(address)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme or parts.netloc or self._folder is None:
            self.add("picture-external")
            return None
        try:
            root = self._folder.resolve()
            path = (root / unquote(parts.path)).resolve()
            if path.is_relative_to(root) and path.is_file() and path.stat().st_size <= _MOST_BYTES:
                return path.read_bytes()
        except (OSError, ValueError):
            pass
        self.add("picture-missing")
        return None


def _label(cues: Cues, text: str) -> str:
    """The number as shown, with a blank in front of Latin text: 1. Plan, but 1.规划."""
    if cues.number is None or not cues.number.label:
        return ""
    wide = unicodedata.east_asian_width(text[0]) in {"W", "F"}
    bullet = cues.number.format == "bullet"
    return cues.number.label + ("" if wide and not bullet else " ")
