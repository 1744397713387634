"""How inputs are changed: XML as a tree, text and bytes by pieces. All by a seeded Random."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from xml.etree import ElementTree as ET

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
INTERESTING = (
    "", "0", "1", "-1", "9", "10", "63", "64", "255", "2147483648", "-999999999999", "1e308",
    "nan", "inf", "NULL", "true", "off", "begin", "separate", "end", "continue", "restart",
    "%1%2%9", "%0",
    "chineseCounting", "custom", "bullet",
    "decimalEnclosedCircle", "preserve", "文" * 300,
    "\u202e", "rId1", "../x", "F0FC", "110000", "12.5pt", "1.2.3", "　", "0x10", "page",
)  # fmt: skip
"""Values that somebody might write, and that somebody might stumble over."""
FRAGMENTS = (
    b"<", b">", b"&", b"&#0;", b"&#xD800;", b"\x00", b"\xff\xfe", b"]]>", b"<![CDATA[", b"<!--",
    b"<?x?>", b"<!DOCTYPE x>", b'"', b"xmlns=", "“".encode(), "一、".encode(), b"\xef\xbb\xbf",
    b"\r", b"\n\n", b"=", b"[", b"]", b"---\n", b"```", b"|", b"\t", b"# ", b"\x1b[0m",
)  # fmt: skip
_TAG = re.compile(r"\{.*\}")

Mutation = Callable[[Random, list[tuple[ET.Element, ET.Element]]], None]


def _delete(random: Random, pairs: list[tuple[ET.Element, ET.Element]]) -> None:
    parent, child = random.choice(pairs)
    parent.remove(child)


def _repeat(random: Random, pairs: list[tuple[ET.Element, ET.Element]]) -> None:
    parent, child = random.choice(pairs)
    at = list(parent).index(child)
    for _ in range(random.choice((1, 1, 2, 70))):
        parent.insert(at, child)


def _move(random: Random, pairs: list[tuple[ET.Element, ET.Element]]) -> None:
    """Anywhere, but not into itself: that would be a tree without end."""
    parent, child = random.choice(pairs)
    target, _ = random.choice(pairs)
    if target not in set(child.iter()):
        parent.remove(child)
        target.insert(random.randrange(len(target) + 1), child)


def _wrap(random: Random, pairs: list[tuple[ET.Element, ET.Element]]) -> None:
    parent, child = random.choice(pairs)
    wrapper = ET.Element(random.choice(pairs)[1].tag)
    at = list(parent).index(child)
    parent[at] = wrapper
    wrapper.append(child)


def _rename(random: Random, pairs: list[tuple[ET.Element, ET.Element]]) -> None:
    random.choice(pairs)[1].tag = random.choice(pairs)[1].tag


def _set(random: Random, pairs: list[tuple[ET.Element, ET.Element]]) -> None:
    """An attribute that is there, or that another element has, gets a value of interest."""
    element = random.choice(pairs)[1]
    names = list(element.attrib) or list(random.choice(pairs)[1].attrib) or [f"{{{W}}}val"]
    element.set(random.choice(names), random.choice(INTERESTING))


def _unset(random: Random, pairs: list[tuple[ET.Element, ET.Element]]) -> None:
    element = random.choice(pairs)[1]
    if element.attrib:
        del element.attrib[random.choice(list(element.attrib))]


def _write(random: Random, pairs: list[tuple[ET.Element, ET.Element]]) -> None:
    random.choice(pairs)[1].text = random.choice(INTERESTING)


MUTATIONS: tuple[Mutation, ...] = (
    _delete, _repeat, _move, _move, _wrap, _rename, _set, _set, _set, _unset, _write,
)  # fmt: skip


def mutated_xml(random: Random, xml: bytes, times: int) -> bytes:
    """``xml`` changed ``times`` times; now and then as bytes, so that it is no XML any more."""
    if random.random() < 0.05:
        return mutated_bytes(random, xml, times)
    root = ET.fromstring(xml)
    for _ in range(times):
        pairs = [(parent, child) for parent in root.iter() for child in parent]
        if not pairs or len(pairs) > 5000:
            break
        random.choice(MUTATIONS)(random, pairs)
    return ET.tostring(root)


def mutated_bytes(random: Random, data: bytes, times: int) -> bytes:
    """``data`` with pieces cut out, doubled, moved, overwritten."""
    for _ in range(times):
        at, end = sorted(random.randrange(len(data) + 1) for _ in range(2))
        end = min(end, at + 200)
        data = random.choice(
            (
                data[:at] + data[end:],
                data[:at] + data[at:end] * 2 + data[end:],
                data[:at] + random.choice(FRAGMENTS) + data[at:],
                data[:at] + random.choice(FRAGMENTS) + data[end:],
                data[:at] + bytes(random.randrange(256) for _ in range(3)) + data[at + 3 :],
                data[:at],
            )
        )
    return data


def mutated_text(random: Random, text: str, words: Sequence[str], times: int) -> str:
    """``text`` with words of the format put in, taken out, moved."""
    for _ in range(times):
        at, end = sorted(random.randrange(len(text) + 1) for _ in range(2))
        end = min(end, at + 120)
        word = random.choice(words)
        text = random.choice(
            (
                text[:at] + word + text[at:],
                text[:at] + word * random.choice((2, 3, 50)) + text[at:],
                text[:at] + text[end:],
                text[:at] + text[at:end] + text[at:],
                text[end:] + text[:at],
                text[:at] + word + text[end:],
            )
        )[:20_000]
    return text
