"""What stands inside a paragraph: text, fields, revisions (ECMA-376 17.3.2, 17.3.3, 17.13.5)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publisher.manuscript import Ruby
from publisher.readers.docx.fields import CONTENTS, FLD_CHAR
from publisher.readers.docx.ooxml import XML, M, O, V, W
from publisher.readers.docx.reading import Handler, Reading, characters

_TEXT = W + "t"
_PROPERTIES = W + "rPr"
_SPACES = str.maketrans("\t\n\r", "   ")
CHARACTERS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}


def run(reading: Reading, element: Element) -> None:
    if reading.draft is None:
        return
    look = reading.look(reading.draft, element.find(W + "rPr"))
    if reading.hidden if look.hidden is None else look.hidden:
        reading.leave_out("hidden-left-out", element)
        return
    reading.style = look.style
    if reading.raised:
        reading.style = look.style._replace(raised=reading.raised)
    for at, child in enumerate(element):  # most runs are properties and text: no need to stack
        if child.tag == _TEXT:
            text(reading, child)
        elif child.tag != _PROPERTIES:
            reading.stack.extend(element[: at - 1 if at else None : -1])
            return


def text(reading: Reading, element: Element) -> None:
    reading.put(said(element))


def said(element: Element) -> str:
    """The text of a ``w:t``. White space at the ends counts only where the file says so
    (XML 1.0, 2.10)."""
    content = element.text or ""
    if element.get(XML + "space") != "preserve":
        content = content.strip(" \t\r\n")
    if not content.isprintable():
        content = content.translate(_SPACES)
    return content


def character(reading: Reading, element: Element) -> None:
    reading.put(CHARACTERS[element.tag])


def line_break(reading: Reading, element: Element) -> None:
    kind = element.get(W + "type", "textWrapping")
    if kind == "textWrapping":
        reading.put("\n")
    elif kind == "page" and reading.draft is not None:
        if reading.draft.has_words():
            reading.page_break = True
        else:
            reading.draft.page_break = True


def sign(reading: Reading, element: Element) -> None:
    from publisher.readers.docx.symbols import symbol

    font, code = element.get(W + "font", ""), element.get(W + "char", "")
    shown = symbol(font, code)
    if shown is None:
        reading.losses.add("symbol-left-out", 1, sign=code, font=font)
    else:
        reading.put(shown)


def ruby(reading: Reading, element: Element) -> None:
    """A reading above its base (17.3.3.25); one that stands above nothing goes."""
    rt, bases = element.find(W + "rt"), element.findall(W + "rubyBase")
    words = "" if rt is None else "".join(t.text or "" for t in rt.iter(W + "t")).strip()
    if not any(map(characters, bases)):
        reading.losses.add("ruby-left-out", len(words))
        words = ""
    reading.restore("style")
    reading.restore("ruby")
    reading.rubies += 1
    reading.ruby = Ruby(words, reading.rubies) if words else None
    reading.stack.extend(bases)


def deleted(reading: Reading, element: Element) -> None:
    reading.leave_out("revision-left-out", element)


def inserted(reading: Reading, element: Element) -> None:
    count = 0 if reading.inserting else characters(element)
    if count:
        reading.losses.add("revision-accepted", count)
    reading.restore("inserting")
    reading.inserting = True
    reading.enter(element)


def comment(reading: Reading, _: Element) -> None:
    reading.losses.add("comment-left-out")


def embedded(reading: Reading, element: Element) -> None:
    """What is another file: an object, a chunk (17.17.2), a sub-document (17.17.1)."""
    name = element.tag.rpartition("}")[2]
    reading.losses.add("embedded-left-out", kind=element.get("ProgID") or name)


def word_art(reading: Reading, element: Element) -> None:
    words = element.get("string", "").strip()
    if words:
        reading.losses.add("word-art-left-out", len(words), text=words[:40])


def field_mark(reading: Reading, element: Element) -> None:
    reading.put(reading.fields.mark(element) or "")


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
    **dict.fromkeys(CHARACTERS, character),
    W + "br": line_break,
    W + "sym": sign,
    W + "ruby": ruby,
    W + "del": deleted,
    W + "moveFrom": deleted,
    W + "ins": inserted,
    W + "moveTo": inserted,
    W + "commentReference": comment,
    W + "altChunk": embedded,
    W + "subDoc": embedded,
    O + "OLEObject": embedded,
    V + "textpath": word_art,
    FLD_CHAR: field_mark,
    W + "instrText": field_code,
    W + "fldSimple": simple_field,
}
