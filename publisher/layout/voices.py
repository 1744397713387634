"""The voices of a paragraph: how the formatting of the file is set on a Chinese page.

Chinese type has neither a slanted nor a bold face of 仿宋: stress is 黑体, citation 楷体, and
着重号 are dots under the characters (GB/T 15834—2011 4.14, CLREQ 3.6).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from publisher.geometry import Emu, Rect
from publisher.layout.letters import Span
from publisher.manuscript import Style
from publisher.plan import Colour, Glyph, GlyphRun, Line, Shape
from publisher.speech import Piece

BOLD: dict[str, str] = {"fang": "hei", "song": "hei", "kai": "hei", "sans": "sansbold"}
"""Which role a bold passage takes in text of a role; those not listed are bold enough."""
ITALIC: dict[str, str] = {"fang": "kai", "song": "kai", "hei": "kai", "sans": "kai"}
DOTS, UNDERLINE = "dots", "underline"

_SMALL, _RAISED, _LOWERED = 0.6, 0.36, -0.14
"""The size of raised characters and their rise, in ems of the text."""
_DOT, _DOT_BELOW = 0.13, 0.25
_RULE, _RULE_BELOW = 0.045, 0.17
"""A dot's diameter and a rule's width; how far their middles stand below the baseline."""


def voiced(
    spans: Sequence[Span], parts: Iterable[tuple[int, Piece]], *, plain: bool = False
) -> list[Span]:
    """``spans`` divided where the formatting of ``parts`` changes, each piece in its voice.

    ``parts`` are a passage's (level, piece): the words of a heading keep the voice of their level,
    and so do all where ``plain``; readings stand above all.
    The spans' text is a stretch of the pieces' text, in which a tab may have become a space. The
    texts joined stay the same; where they are no such stretch, the spans stay as they are.
    """
    parts = list(parts)
    runs = [(level, run.style) for level, piece in parts for run in piece.runs if run.text]
    if not any(style.ruby if level or plain else _stresses(style) for level, style in runs):
        return list(spans)
    letters = [
        (char, Style(ruby=run.style.ruby) if level or plain else run.style, level)
        for level, piece in parts
        for run in piece.runs
        for char in run.text
    ]
    texts = [style for _, style, level in letters if not level]
    text = "".join(span.text for span in spans)
    start = "".join(char for char, _, _ in letters).replace("\t", " ").find(text)
    if start < 0:
        return list(spans)
    common = _common(texts)
    found: list[Span] = []
    at = start
    for span in spans:
        styles = [style for _, style, _ in letters[at : at + len(span.text)]]
        found += _divided(span, styles, common)
        at += len(span.text)
    return found


def _stresses(style: Style) -> bool:
    drawn = style.underline or style.emphasis or style.raised or style.ruby
    return bool(style.bold or style.italic or drawn)


def _common(styles: Sequence[Style]) -> Style:
    """What the whole paragraph has: it is its role's business, and stresses nothing."""
    return Style(
        bold=all(style.bold for style in styles),
        italic=all(style.italic for style in styles),
        underline=all(style.underline for style in styles),
    )


def _divided(span: Span, styles: Sequence[Style], common: Style) -> list[Span]:
    found: list[Span] = []
    for char, style in zip(span.text, styles, strict=True):
        voice = _in_voice(span, style, common)
        if found and found[-1]._replace(text="") == voice._replace(text=""):
            found[-1] = voice._replace(text=found[-1].text + char)
        else:
            found.append(voice._replace(text=char))
    return found


def _in_voice(span: Span, style: Style, common: Style) -> Span:
    role = span.role
    if style.italic and not common.italic:
        role = ITALIC.get(role, role)
    if style.bold and not common.bold:
        role = BOLD.get(role, role)
    mark = UNDERLINE if style.underline and not common.underline else span.mark
    mark = DOTS if style.emphasis else mark
    span = span._replace(ruby=style.ruby)
    if not style.raised:
        return span._replace(role=role, mark=mark)
    rise = round(span.size * (_RAISED if style.raised > 0 else _LOWERED))
    return span._replace(role=role, mark=mark, size=round(span.size * _SMALL), rise=rise)


# --- what is drawn to them --------------------------------------------------------------------


def drawn_marks(lines: Iterable[Line]) -> list[Shape]:
    """Rules and dots of lines that stand on their sheet: shapes, which carry no text.

    A rule goes through under all that it marks on a line; dots stand under characters and not
    under marks or spaces (CLREQ 3.6.2).
    """
    found: list[Shape] = []
    for line in lines:
        rule: tuple[Emu, Emu, Emu] | None = None
        for run in line.runs:
            if run.mark == DOTS:
                found += [_dot(line, run, glyph) for glyph in run.glyphs if _takes_dot(glyph)]
            if run.mark == UNDERLINE and run.glyphs:
                left = run.glyphs[0].x if rule is None else rule[0]
                size = max(run.size, rule[2] if rule else 0)
                rule = (left, run.glyphs[-1].x + run.glyphs[-1].advance, size)
            elif rule:
                found.append(_rule(line, *rule, run.colour))
                rule = None
        if rule:
            found.append(_rule(line, *rule, line.runs[-1].colour))
    return found


def _takes_dot(glyph: Glyph) -> bool:
    return glyph.advance > 0 and bool(glyph.text) and glyph.text[0].isalnum()


def _dot(line: Line, run: GlyphRun, glyph: Glyph) -> Shape:
    size = round(run.size * _DOT)
    x = line.x + glyph.x + (glyph.advance - size) // 2
    y = line.baseline + round(run.size * _DOT_BELOW) - size // 2
    return Shape(Rect(x, y, size, size), "ellipse", run.colour)


def _rule(line: Line, left: Emu, right: Emu, size: Emu, colour: Colour) -> Shape:
    width = round(size * _RULE)
    y = line.baseline + round(size * _RULE_BELOW) - width // 2
    return Shape(Rect(line.x + left, y, right - left, width), "rect", colour)
