"""A theme to begin with: a shipped one copied, explained in its comments, made ready for Inkscape.

The copy stands alone. Its frames lie in a layer of their own and are shown faintly, since in the
shipped drawings they are filled with the colour of their text and would hide the artwork.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from publisher.errors import UsageError
from publisher.messages import sentence
from publisher.settings import toml_string
from publisher.theme.drawing import IGNORED, LAYER, drawn_in
from publisher.theme.load import (
    DRAWINGS,
    Folder,
    Source,
    read_source,
    theme_folder,
    theme_names,
)
from publisher.theme.model import SLOTS

_INKSCAPE = "http://www.inkscape.org/namespaces/inkscape"
_SVG = "http://www.w3.org/2000/svg"
_HEX = re.compile(r"#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")
_BAD_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]|^[ .]|[ .]$|^$')
_RESERVED = frozenset(
    ["CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))]
)
"""Names that Windows keeps for devices, whatever their suffix."""
_COLUMNS = 92
_BREAKABLE = re.compile(
    r"[\u2e80-\uffff][，。、；：！？）”]*\s*|[^\s\u2e80-\uffff]+[，。、；：）]*\s*|\s+"
)
"""A Han character or a Latin word, with the marks behind it."""
_FAINT = 'fill-opacity="0.14" stroke-width="1" stroke-opacity="0.7"'


def starter(name: str, base: str, lang: str) -> Mapping[str, bytes]:
    """The files of a theme called ``name``, copied from ``base`` (a shipped theme or a folder).

    Its comments are in ``lang`` (zh or en). Raises UsageError where ``name`` cannot be a folder's
    or is a shipped theme's, or where ``base`` is no theme.
    """
    _check_name(name)
    source = read_source(theme_folder(base))
    files = {"theme.toml": _settings(name, base, source, lang)}
    for role in DRAWINGS:
        found = source.drawing(role)
        if found is not None:
            files[f"{role}.svg"] = _drawing(found, role, source.palette, lang)
    return {file: text.encode("utf-8") for file, text in files.items()}


def _check_name(name: str) -> None:
    if _BAD_NAME.search(name) or name.partition(".")[0].upper() in _RESERVED:
        raise UsageError("theme-name", name=name)
    if name.lower() in theme_names():
        raise UsageError("theme-name-taken", name=name)


# --- theme.toml -------------------------------------------------------------------------------


def _settings(name: str, base: str, source: Source, lang: str) -> str:
    data, base = source.data, source.folders[0].path.name

    def said(key: str) -> str:
        return sentence(f"starter.{key}", values, lang)

    typed = f'"{name}"' if " " in name else name
    values = {"name": typed, "base": base, "licence": data.get("licence", "")}
    descriptions = {
        key: toml_string(sentence("starter.description", {}, key)) for key in ("zh", "en")
    }
    lines = [
        *_comment(said("head")),
        "",
        *_comment(said("extends")),
        "",
        *_comment(said("licence")),
        f"licence = {toml_string(said('licence-value'))}",
        *_table("title", said("title"), dict.fromkeys(("zh", "en"), toml_string(name))),
        *_table("description", said("description"), descriptions),
    ]  # fmt: skip
    palette = {slot: toml_string(source.palette[slot]) for slot in SLOTS}
    inks = {slot: str(list(data["cmyk"][slot])) for slot in SLOTS}
    fonts, styles = (
        {key: _inline(given) for key, given in data[table].items()} for table in ("fonts", "styles")
    )
    spacing = {key: f"{given:g}" for key, given in data["spacing"].items()}
    for table, rows, kind in (
        ("palette", palette, "slot"),
        ("cmyk", inks, ""),
        ("fonts", fonts, "font"),
        ("styles", styles, "style"),
        ("spacing", spacing, "spacing"),
    ):
        notes = {key: said(f"{kind}.{key}") for key in rows} if kind else {}
        lines += _table(table, said(table), rows, notes)
    return "\n".join(lines) + "\n"


def _comment(words: str) -> Iterator[str]:
    for paragraph in words.split("\n"):
        for line in _wrapped(paragraph):
            yield f"# {line}"


def _wrapped(words: str) -> Iterator[str]:
    """Lines of at most _COLUMNS columns; Chinese breaks between any two characters, but not
    before a mark."""
    line = ""
    for word in _BREAKABLE.findall(words):
        if line and _columns(line + word.rstrip()) > _COLUMNS:
            yield line.rstrip()
            line = ""
        line += word
    yield line.rstrip()


def _columns(words: str) -> int:
    return sum(2 if char > "\u2e7f" else 1 for char in words)


def _table(
    name: str, head: str, rows: Mapping[str, str], notes: Mapping[str, str] | None = None
) -> Iterator[str]:
    """A table under its explanation, with one to each row, all at one column."""
    yield ""
    yield from _comment(head)
    yield f"[{name}]"
    lines = {key: f"{key} = {value}" for key, value in rows.items()}
    column = max(map(len, lines.values())) + 2
    for key, line in lines.items():
        yield f"{line:<{column}}# {notes[key]}" if notes else line


def _inline(table: Mapping[str, Any]) -> str:
    return "{ " + ", ".join(f"{key} = {_value(value)}" for key, value in table.items()) + " }"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, (int, float)) else toml_string(str(value))


# --- drawings ---------------------------------------------------------------------------------


def _drawing(found: Folder, role: str, palette: Mapping[str, str], lang: str) -> str:
    """A drawing in the palette of the new theme, its artwork and its frames a layer each."""
    root = ET.fromstring((found.path / f"{role}.svg").read_bytes())
    slots = {**found.slots, **drawn_in(root)}
    repaint = {value: palette[slot] for value, slot in slots.items() if slot in palette}
    elements = list(_unwrapped(root))
    frames = [e for e in elements if e.get("data-frame")]
    artwork = [e for e in elements if not e.get("data-frame")]
    layers = {key: sentence(f"starter.layer.{key}", {}, lang) for key in ("artwork", "frames")}
    note = "\n       ".join(_wrapped(sentence("starter.drawing", layers, lang)))
    title = _quoted(root.get("data-title", DRAWINGS[role][0]))
    lines = [
        (
            f'<svg xmlns="{_SVG}" xmlns:inkscape="{_INKSCAPE}" width="1280" height="720"'
            f' viewBox="{root.get("viewBox", "0 0 1280 720")}" data-title={title}'
        ),
        f'     data-palette="{" ".join(f"{slot}:{palette[slot]}" for slot in SLOTS)}">',
        f"  <!-- {note} -->",
        _layer("artwork", layers["artwork"]),
        *(line for element in artwork for line in _element(element, repaint, 2)),
        "  </g>",
        _layer("frames", layers["frames"], _FAINT),
        *(line for element in frames for line in _element(element, repaint, 2)),
        "  </g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _unwrapped(root: ET.Element) -> Iterator[ET.Element]:
    """What is drawn, taken out of layers that add nothing to it: a copy of a copy has two again."""
    for element in root:
        said = {key for key in element.attrib if "}" not in key} - {"id"}
        frames = len(element) > 0 and all(child.get("data-frame") for child in element)
        plain = not said or (frames and "transform" not in said)
        if element.get(LAYER) == "layer" and plain:
            yield from _unwrapped(element)
        elif _tag(element) not in IGNORED:
            yield element


def _tag(element: ET.Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def _quoted(value: str) -> str:
    # xml.sax.saxutils would do, and imports a web client.
    return f'"{escape(value)}"'


def _layer(key: str, label: str, more: str = "") -> str:
    words = f'  <g id="{key}" inkscape:groupmode="layer" inkscape:label={_quoted(label)}'
    return f"{words} {more}>" if more else f"{words}>"


def _element(element: ET.Element, repaint: Mapping[str, str], depth: int) -> Iterator[str]:
    tag = _tag(element)
    given = {key: value for key, value in element.attrib.items() if "}" not in key}
    if given.get("data-frame"):
        given["stroke"] = given.get("fill", "none")
        given["inkscape:label"] = given["data-frame"]
    said = "".join(
        f" {key}={_quoted(_HEX.sub(lambda m: _painted(m[0], repaint), value))}"
        for key, value in given.items()
    )
    indent = "  " * depth
    if len(element):
        yield f"{indent}<{tag}{said}>"
        for child in element:
            yield from _element(child, repaint, depth + 1)
        yield f"{indent}</{tag}>"
    else:
        yield f"{indent}<{tag}{said}/>"


def _painted(colour: str, repaint: Mapping[str, str]) -> str:
    digits = colour[1:].upper()
    digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
    return f"#{repaint.get(digits, digits)}"
