"""What stands inside a paragraph: text, fields, revisions (ECMA-376 17.3.2, 17.3.3, 17.13.5)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publisher.readers.docx.fields import CONTENTS, FLD_CHAR
from publisher.readers.docx.ooxml import XML, M, O, V, W
from publisher.readers.docx.reading import Handler, Reading, characters
from publisher.readers.docx.symbols import symbol

_SPACES = str.maketrans("\t\n\r", "   ")
_CHARACTERS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
_LOST = {
    W + "commentReference": "comment-left-out",
    W + "footnoteReference": "note-left-out",
    W + "endnoteReference": "note-left-out",
}


def run(reading: Reading, element: Element) -> None:
    if reading.draft is None:
        return
    look = reading.styles.look(reading.draft.style, element.find(W + "rPr"))
    if look.hidden:
        reading.leave_out("hidden-left-out", element)
        return
    reading.style = look.style
    reading.enter(element)


def text(reading: Reading, element: Element) -> None:
    """White space at the ends counts only where the file says so (XML 1.0, 2.10)."""
    content = element.text or ""
    if element.get(XML + "space") != "preserve":
        content = content.strip(" \t\r\n")
    reading.put(content.translate(_SPACES))


def character(reading: Reading, element: Element) -> None:
    reading.put(_CHARACTERS[element.tag])


def line_break(reading: Reading, element: Element) -> None:
    kind = element.get(W + "type", "textWrapping")
    if kind == "textWrapping":
        reading.put("\n")
    elif kind == "page" and reading.draft is not None:
        if any(text.strip() for text, _ in reading.draft.pieces):
            reading.page_break = True
        else:
            reading.draft.page_break = True


def sign(reading: Reading, element: Element) -> None:
    font, code = element.get(W + "font", ""), element.get(W + "char", "")
    shown = symbol(font, code)
    if shown is None:
        reading.losses.add("symbol-left-out", 1, sign=code, font=font)
    else:
        reading.put(shown)


def ruby(reading: Reading, element: Element) -> None:
    """The base text stays, the reading above it goes."""
    reading.losses.add("ruby-left-out", characters(element.find(W + "rt")))
    reading.restore("style")
    reading.stack.extend(element.findall(W + "rubyBase"))


def math(reading: Reading, element: Element) -> None:
    reading.losses.add("math-as-text")
    reading.enter(element)


def deleted(reading: Reading, element: Element) -> None:
    reading.leave_out("revision-left-out", element)


def inserted(reading: Reading, element: Element) -> None:
    count = 0 if reading.inserting else characters(element)
    if count:
        reading.losses.add("revision-accepted", count)
    reading.restore("inserting")
    reading.inserting = True
    reading.enter(element)


def lost(reading: Reading, element: Element) -> None:
    reading.losses.add(_LOST[element.tag])


def embedded(reading: Reading, element: Element) -> None:
    reading.losses.add("embedded-left-out", kind=element.get("ProgID") or "altChunk")


def word_art(reading: Reading, element: Element) -> None:
    words = element.get("string", "").strip()
    if words:
        reading.losses.add("word-art-left-out", len(words), text=words[:40])


def field_mark(reading: Reading, element: Element) -> None:
    reading.fields.mark(element)


def field_code(reading: Reading, element: Element) -> None:
    reading.fields.instruct(element.text or "")


def simple_field(reading: Reading, element: Element) -> None:
    code = element.get(W + "instr", "").split(maxsplit=1)
    if code and code[0].upper() == CONTENTS:
        reading.leave_out("contents-left-out", element)
        return
    reading.losses.add("field-result-kept")
    reading.enter(element)


INLINE: dict[str, Handler] = {
    W + "r": run,
    M + "r": run,
    W + "t": text,
    M + "t": text,
    **dict.fromkeys(_CHARACTERS, character),
    W + "br": line_break,
    W + "sym": sign,
    W + "ruby": ruby,
    M + "oMath": math,
    W + "del": deleted,
    W + "moveFrom": deleted,
    W + "ins": inserted,
    W + "moveTo": inserted,
    **dict.fromkeys(_LOST, lost),
    W + "altChunk": embedded,
    O + "OLEObject": embedded,
    V + "textpath": word_art,
    FLD_CHAR: field_mark,
    W + "instrText": field_code,
    W + "fldSimple": simple_field,
}
