"""Text bodies: what an editing program needs to set our paragraphs as we measured them.

Sizes stand on runs, since LibreOffice and PowerPoint read the paragraph's defaults differently;
line spacing is exact, since then the height does not depend on whose font is at hand; fonts are
those of the theme, so that another theme changes them.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from publisher.geometry import Emu
from publisher.lately import lately
from publisher.plan import Colour, Text, TextParagraph, TextRun
from publisher.theme.model import TextStyle, Typeface
from publisher.writers.pptx.drawing import fill
from publisher.writers.xml import attribute, escape

LANGUAGE = 'lang="zh-CN" altLang="en-US"'
NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_HUNDREDTH = 127
"""EMU in a hundredth of a point, the unit of sizes and spacing (ECMA-376 20.1.10.74)."""

ALIGNMENTS = {
    "left": "l", "start": "l", "center": "ctr", "centre": "ctr", "middle": "ctr",
    "right": "r", "end": "r", "justify": "just",
}  # fmt: skip
ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}

# CLREQ 3.1.3 is the program's to keep: East Asian line breaking on, Latin words whole, and no
# marks hung into the margin, for which no room was measured (ECMA-376 21.1.2.2.7).
BREAKING = 'defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="0"'

# A role of the theme is one of its two font pairs; numerals are proclaimed like titles.
_THEME_FONTS = {"title": "mj", "numeral": "mj", "text": "mn", "strong": "mn"}
_SPARE = Typeface("sans", "微软雅黑", "Arial")


def points(length: Emu) -> int:
    """``length`` in hundredths of a point."""
    return round(length / _HUNDREDTH)


@functools.lru_cache(maxsize=128)
def exact_spacing(pitch: Emu, before: Emu = 0) -> str:
    """Line spacing in points, from baseline to baseline; 0 leaves the layout's."""
    lines = f'<a:lnSpc><a:spcPts val="{points(pitch)}"/></a:lnSpc>' if pitch else ""
    return (
        f'{lines}<a:spcBef><a:spcPts val="{points(before)}"/></a:spcBef>'
        '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
    )


def style_spacing(style: TextStyle) -> str:
    """The exact spacing of a style at its largest size."""
    return exact_spacing(style.largest * style.pitch // 100)


@functools.lru_cache(maxsize=16)
def body_properties(anchor: str, *, fitted: bool) -> str:
    """A frame without insets. ``fitted`` allows a program to shrink what a person adds later."""
    head = f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{ANCHORS[anchor]}"'
    return f"{head}><a:normAutofit/></a:bodyPr>" if fitted else f"{head}/>"


def theme_fonts(pair: str) -> str:
    return f'<a:latin typeface="+{pair}-lt"/><a:ea typeface="+{pair}-ea"/>'


def pair_typeface(fonts: Mapping[str, Typeface], pair: str) -> Typeface:
    """What a theme's pair of fonts (mj for titles, mn for text) is called."""
    text = fonts.get("text", _SPARE)
    return fonts.get("title", text) if pair == "mj" else text


def broken_runs(text: str, properties: str) -> str:
    """Runs of ``text`` with a break at each ``\\n``."""
    if "\n" not in text:
        return f"<a:r>{properties}<a:t>{escape(text)}</a:t></a:r>" if text else ""
    pieces = text.split("\n")
    return f"<a:br>{properties}</a:br>".join([broken_runs(piece, properties) for piece in pieces])


class Typesetter:
    """Writes runs and paragraphs in the font roles of one theme."""

    __slots__ = ("_fonts", "_properties")

    def __init__(self, fonts: Mapping[str, Typeface]) -> None:
        self._fonts = fonts
        self._properties: dict[tuple[str, Emu, Colour, bool], str] = {}

    def paragraphs(self, text: Text, *, plain: bool = False) -> str:
        """All a:p of ``text``; a text body must hold one at least (ECMA-376 21.1.2.1).

        ``plain`` runs have the colour and the typeface of their placeholder.
        """
        numbered = text.field == "number"
        written = [self._paragraph(p, numbered, plain) for p in text.paragraphs]
        return "".join(written) or EMPTY_PARAGRAPH

    def level(self, tag: str, style: TextStyle, colour: str, align: str, spacing: str) -> str:
        """A list level without a bullet: what ``tag`` of a list style gives its paragraphs."""
        bold = int(self._bold(style.font, False))
        return (
            f'<a:{tag} marL="0" indent="0" algn="{ALIGNMENTS.get(align, "l")}" {BREAKING}>'
            f'{spacing}<a:buNone/><a:defRPr sz="{points(style.largest)}" b="{bold}" kern="1200">'
            f"{fill(Colour(colour))}{self._typefaces(style.font)}</a:defRPr></a:{tag}>"
        )

    def voice(self, role: str, bold: bool = False) -> tuple[Typeface, bool]:
        """The typeface that runs of ``role`` name, and whether they are bold."""
        pair = _THEME_FONTS.get(role, "mn")
        own = None if role in _THEME_FONTS else self._fonts.get(role)
        return own or pair_typeface(self._fonts, pair), self._bold(role, bold)

    def _paragraph(self, paragraph: TextParagraph, numbered: bool, plain: bool) -> str:
        runs = "".join([self._run(run, numbered, plain) for run in paragraph.runs])
        align = ALIGNMENTS.get(paragraph.alignment, "l")
        return (
            f'<a:p><a:pPr marL="0" indent="{paragraph.indent}" algn="{align}">'
            f"{exact_spacing(paragraph.pitch, paragraph.before)}<a:buNone/></a:pPr>"
            f"{runs or END}</a:p>"
        )

    def _run(self, run: TextRun, numbered: bool, plain: bool) -> str:
        properties = (
            f'<a:rPr {LANGUAGE} sz="{points(run.size)}" dirty="0"/>'
            if plain
            else self._run_properties(run)
        )
        if numbered and run.text.strip().isdecimal():
            return (
                f'<a:fld id="{NUMBER_FIELD}" type="slidenum">{properties}'
                f"<a:t>{escape(run.text)}</a:t></a:fld>"
            )
        return broken_runs(run.text, properties)

    def _run_properties(self, run: TextRun) -> str:
        key = (run.font, run.size, run.colour, run.bold)
        if key not in self._properties:
            bold = ' b="1"' if self._bold(run.font, run.bold) else ' b="0"'
            self._properties[key] = (
                f'<a:rPr {LANGUAGE} sz="{points(run.size)}"{bold} dirty="0">'
                f"{fill(run.colour)}{self._typefaces(run.font)}</a:rPr>"
            )
        return self._properties[key]

    def _bold(self, role: str, asked: bool) -> bool:
        face = self._fonts.get(role)
        return asked or role == "strong" or (face is not None and face.bold)

    def _typefaces(self, role: str) -> str:
        if role in _THEME_FONTS:
            return theme_fonts(_THEME_FONTS[role])
        face = self._fonts.get(role)
        if face is None:
            return theme_fonts("mn")
        return (
            f'<a:latin typeface="{attribute(face.latin)}"/><a:ea typeface="{attribute(face.ea)}"/>'
        )


@lately
def typesetter_for(fonts: Mapping[str, Typeface]) -> Typesetter:
    """The typesetter of a theme's fonts."""
    return Typesetter(fonts)


END = f'<a:endParaRPr {LANGUAGE} dirty="0"/>'
EMPTY_PARAGRAPH = f"<a:p>{END}</a:p>"
NUMBER_PARAGRAPH = (
    f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr {LANGUAGE}/><a:t>‹#›</a:t></a:fld>'
    f"{END}</a:p>"
)


def prompt(words: str) -> str:
    """A paragraph that a program shows until someone types."""
    return f"<a:p><a:r><a:rPr {LANGUAGE}/><a:t>{escape(words)}</a:t></a:r></a:p>"
