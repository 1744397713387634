"""What stands around slides on paper: title, speaker and date above, the page's number below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from publisher.geometry import A4, Emu, Rect, Size, mm, pt
from publisher.layout.letters import Span
from publisher.layout.page_furniture import cut_to, furniture
from publisher.layout.wrapping import text_width
from publisher.plan import PAPER_HAIRLINE, PAPER_INK, PAPER_QUIET, Item, Shape, Text
from publisher.record import NamedTuple
from publisher.script import Script
from publisher.typeface.registry import Typefaces

_SIZE = pt(9)
"""小五: what books set their running heads in."""
_NUMBER = pt(10.5)
_SIDE, _TOP, _BOTTOM = mm(20), mm(26), mm(21)
"""The margins of an A4 page; other papers have the same share of theirs."""
_HEAD, _FOOT = mm(15), mm(11)
"""The baselines of head and foot from the paper's edges."""
_RULE_BELOW = mm(2.2)
_APART = mm(6)
_CAP = 0.74
"""How high the figures of the number stand, in its em."""
_FORMS: Mapping[str, str] = {"zh": "第 {number} 页　共 {total} 页", "en": "{number} / {total}"}
_BRACKETS = "（）() 　"


def share_of(paper: Size) -> float:
    """How much of an A4 page ``paper`` is, for margins."""
    return min(paper.width / A4.width, paper.height / A4.height)


def area_of(paper: Size) -> Rect:
    """The room between the margins."""
    side, top, bottom = (round(each * share_of(paper)) for each in (_SIDE, _TOP, _BOTTOM))
    return Rect(0, 0, *paper).inset(side, top, side, bottom)


class SheetFurniture(NamedTuple):
    """Puts furniture above and below ``area`` on sheets of ``paper``: the words are the speech's
    own."""

    script: Script
    paper: Size
    area: Rect
    typefaces: Typefaces

    def head(self) -> Iterator[Item]:
        """Title at the left, speaker and date at the right, a hairline below."""
        area = self.area
        baseline = round(_HEAD * share_of(self.paper))
        byline = "　".join(self._byline())
        quiet, ink = (Span("", "song", _SIZE, colour) for colour in (PAPER_QUIET, PAPER_INK))
        byline = cut_to(byline, quiet, area.width // 2, self.typefaces)
        taken = text_width([quiet._replace(text=byline)], self.typefaces) + _APART if byline else 0
        title = cut_to(self.script.title, ink, area.width - taken, self.typefaces)
        yield furniture(title, ink, area, baseline, "left", "running head", self.typefaces)
        if byline:
            yield furniture(byline, quiet, area, baseline, "right", "byline", self.typefaces)
        rule = Rect(area.x, baseline + _RULE_BELOW, area.width, 0)
        yield Shape(rule, stroke=PAPER_HAIRLINE, stroke_width=pt(0.5), name="head rule")

    def _byline(self) -> Iterator[str]:
        if self.script.speaker:
            yield self.script.speaker.strip(_BRACKETS)
        dates = (passage for passage in self.script.passages if passage.role == "date")
        for passage in dates:
            yield "".join(piece.text for _, piece in passage.parts).strip().strip(_BRACKETS)
            return

    def foot(self, number: int, total: int) -> Text:
        """The page's number, and how many pages there are."""
        form = _FORMS[lang_of(self.script)]
        baseline = self.paper.height - round(_FOOT * share_of(self.paper))
        span = Span("", "song", _SIZE, PAPER_QUIET)
        words = form.format(number=number, total=total)
        return furniture(words, span, self.area, baseline, "center", "page number", self.typefaces)


def lang_of(script: Script) -> str:
    """The language of what we add to a speech: zh or en."""
    return "zh" if script.language.startswith("zh") else "en"


def number_text(words: str, x: Emu, bottom: Emu, top: Emu | None, typefaces: Typefaces) -> Text:
    """A slide's number at ``x``: its figures hang from ``top``, or stand below ``bottom``."""
    up = round(_CAP * _NUMBER)
    baseline = bottom + mm(1.6) + up if top is None else top + up
    span = Span("", "hei", _NUMBER, PAPER_INK)
    width = text_width([span._replace(text=words)], typefaces)
    frame = Rect(x, baseline - up, width, up)
    return furniture(words, span, frame, baseline, "left", "slide number", typefaces)
