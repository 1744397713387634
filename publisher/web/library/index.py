"""The search index: where each pair of characters stands in all speeches, as scripts.

A page that is opened from a folder may load scripts and nothing else, so the index is scripts:
``words/NN.js`` hold the pairs by their first character, ``texts/SLUG.js`` the text of a speech,
for the words around what was found. Whatever is looked for is found as it stands, wherever it
begins: the places of its pairs follow each other. No dictionary says what a word is.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from publisher.record import NamedTuple
from publisher.web.library.article import Article, Figure, Grid, Listing, Paragraph
from publisher.web.library.card import Card

_FEW, _MANY = 16, 128
"""Scripts that the pairs are divided over: of a small library, of a large one."""
_LARGE = 200_000
"""Characters of a large library."""
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_MORE = 32
_SPACES = re.compile(r"\s+")
_BESIDE_HAN = re.compile(r" (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) ")


class Text(NamedTuple):
    """What is searched of a speech: its title and who spoke it when, its headings, all of it, one
    behind the other in ``text``; ``title`` and ``heads`` are where the first two end."""

    slug: str
    text: str
    title: int
    heads: int


def text_of(card: Card, page: Article) -> Text:
    """The text of a speech as it is searched, a line to a paragraph."""
    named = [
        card.title,
        card.subtitle,
        card.speaker,
        card.occasion,
        card.date,
        card.unit,
        card.kind,
    ]
    first = _plain([*named, *card.keywords])
    heads = _plain([entry.text for entry in page.contents])
    return Text(
        card.slug, first + heads + _plain(_lines(page)), len(first), len(first) + len(heads)
    )


def _lines(page: Article) -> Iterator[str]:
    for block in page.blocks:
        if isinstance(block, Paragraph):
            yield "".join(line.text for w in block.words for line in w.lines)
        elif isinstance(block, Listing):
            yield from (line.text for line in block.items)
        elif isinstance(block, Grid):
            for row in (*block.head, *block.rows):
                yield from (line.text for cell in row for line in cell.lines)
        elif isinstance(block, Figure):
            yield block.picture.alt
    for note in page.notes:
        yield from (line.text for line in note.lines)


def _plain(lines: Sequence[str] | Iterator[str]) -> str:
    """Lines without blanks that mean nothing: Han has none."""
    kept = (_BESIDE_HAN.sub("", _SPACES.sub(" ", line).strip()) for line in lines)
    return "".join(f"{line}\n" for line in kept if line)


@cache
def _folded(char: str) -> str:
    """One width, one case, where that is one character too."""
    other = unicodedata.normalize("NFKC", char).lower()
    return other if len(other) == 1 else char


def folded(text: str) -> str:
    """``text`` as it is compared: as long as it was."""
    return "".join(map(_folded, text))


def scripts(texts: Sequence[Text]) -> Mapping[str, str]:
    """The index of ``texts`` as files by their name below ``search/``, those of texts left out."""
    total = sum(len(each.text) for each in texts)
    count = _MANY if total > _LARGE else _FEW
    shards: list[defaultdict[str, list[int]]] = [defaultdict(list) for _ in range(count)]
    start = 0
    starts = []
    for each in texts:
        starts.append([each.slug, start, each.title, each.heads, len(each.text)])
        for at, (first, second) in enumerate(pairwise(folded(each.text)), start):
            if first != "\n" != second:
                shards[ord(first) % count][first + second].append(at)
        start += len(each.text)
    files = {
        f"words/{number:02x}.js": _call("words", number, _written(shard))
        for number, shard in enumerate(shards)
    }
    files["speeches.js"] = _call("speeches", count, starts)
    return files


def _written(shard: Mapping[str, Sequence[int]]) -> Mapping[str, str]:
    return {pair: _distances(places) for pair, places in sorted(shard.items())}


def _distances(places: Sequence[int]) -> str:
    """Each place as the distance from the one before, in digits of 32, the lowest first."""
    out: list[str] = []
    before = 0
    for place in places:
        rest, before = place - before, place
        while rest >= _MORE:
            out.append(_DIGITS[_MORE + rest % _MORE])
            rest //= _MORE
        out.append(_DIGITS[rest])
    return "".join(out)


def text_script(text: Text) -> str:
    """The script of one speech."""
    return _call("text", text.slug, [text.title, text.heads, text.text])


def read_text(slug: str, script: str) -> Text:
    """The text of a speech from its script. Raises ValueError for anything else."""
    found, (title, heads, text) = json.loads(
        f"[{script[script.index('(') + 1 : script.rindex(')')]}]"
    )
    if found != slug:
        raise ValueError(slug)
    return Text(slug, text, title, heads)


def _call(name: str, *values: object) -> str:
    said = ",".join(json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in values)
    # Line ends of Unicode were none in JSON, but in older scripts.
    return f"library.{name}({said});\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
