"""Speeches to measure with, made of one: python -m benchmarks.inputs SPEECH.docx --out FOLDER

`--documents 1000 --broken 20` makes that many files, each with names, figures and an order of
sentences of its own, so that no program gains by remembering the last one; every fiftieth of them
is broken in one of the ways that files break. `--times 100` makes one speech of a hundred times
the text. The same speech gives the same files. All else of the package stays as it is.
"""

import argparse
import re
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_SENTENCE = re.compile(r"(?:“[^”]*”|[^。“])*。")
"""Up to a full stop that is not inside quotation marks."""
_FIGURE = re.compile(r"(?<!^)\d+(?![\d.．年月日])")
"""No number of a heading and no date."""
_PLACEHOLDER = "某某"
_PLACES = "青山 临河 柳林 石桥 白云 东湖 南岭 金沙 龙泉 清水 桃源 长宁 双河 新安 永和 太平".split()
_MATTERS = "新建公园 改造小区 培训干部 修建道路 走访困难家庭 引进企业 举办读书活动".split()
_UNITS = "个 户 名 公里 家 场 处".split()


class Template:
    """A .docx that is opened once; its body's text is what changes."""

    def __init__(self, speech: Path) -> None:
        with ZipFile(speech) as package:
            self._parts = [(info.filename, package.read(info)) for info in package.infolist()]
        self._tree = etree.fromstring(dict(self._parts)[_DOCUMENT])

    def variant(self, number: int) -> bytes:
        """The speech with words of its own."""
        tree = deepcopy(self._tree)
        _vary(tree, Random(number))
        return self._packed(tree)

    def longer(self, times: int) -> bytes:
        """One speech with so many times the text: beneath one title, a variant for each time."""
        tree = deepcopy(self._tree)
        body = tree.find(f"{_W}body")
        rest = [child for child in body[1:] if child.tag != f"{_W}sectPr"]
        _vary(tree, Random(0))
        place = body.index(rest[-1]) + 1
        for number in range(1, times):
            copies = [deepcopy(child) for child in rest]
            for copy in copies:
                _vary(copy, Random(number))
            body[place:place] = copies
            place += len(copies)
        return self._packed(tree)

    def _packed(self, tree: etree._Element) -> bytes:
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as package:
            for name, data in self._parts:
                changed = etree.tostring(tree, encoding="UTF-8", standalone=True)
                package.writestr(name, changed if name == _DOCUMENT else data)
        return out.getvalue()


def _vary(tree: etree._Element, chance: Random) -> None:
    """Other names and figures, sentences behind a paragraph's first in another order, and now and
    then one more."""
    place = chance.choice(_PLACES)
    for text in tree.iter(f"{_W}t"):
        words = (text.text or "").replace(_PLACEHOLDER, place)
        words = _FIGURE.sub(lambda found: _figure(len(found[0]), chance), words)
        sentences = _SENTENCE.findall(words)
        if len(sentences) > 1 and "".join(sentences) == words:
            first, *others = sentences
            if chance.random() < 0.5:
                others.append(_own(place, chance))
            chance.shuffle(others)
            words = first + "".join(others)
        text.text = words


def _figure(digits: int, chance: Random) -> str:
    return str(chance.randrange(10 ** (digits - 1), 10**digits))


def _own(place: str, chance: Random) -> str:
    matter, unit = chance.choice(_MATTERS), chance.choice(_UNITS)
    return f"{place}今年{matter}{_figure(3, chance)}{unit}，比上年增加{_figure(2, chance)}{unit}。"


def _without_text(data: bytes) -> bytes:
    """A package from which the document is missing."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(out, "w", ZIP_DEFLATED) as poorer:
        for info in package.infolist():
            if info.filename != _DOCUMENT:
                poorer.writestr(info.filename, package.read(info))
    return out.getvalue()


def _torn_xml(data: bytes) -> bytes:
    """A package whose document ends in the middle."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(out, "w", ZIP_DEFLATED) as torn:
        for info in package.infolist():
            part = package.read(info)
            torn.writestr(info.filename, part[:-200] if info.filename == _DOCUMENT else part)
    return out.getvalue()


BREAKS = (
    lambda data: data[: len(data) // 2],  # a copy that was cut short
    lambda _: b"",
    lambda _: "这不是文档。\n".encode(),  # text that was called .docx
    _without_text,
    _torn_xml,
)
"""How a file is broken, in turn."""


def documents(speech: Path, count: int, broken: int = 0) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of ``count`` files, ``broken`` of which cannot be read, evenly spread."""
    template = Template(speech)
    every = count // broken if broken else count + 1
    for number in range(1, count + 1):
        data = template.variant(number)
        turn, rest = divmod(number, every)
        if not rest and turn <= broken:
            data = BREAKS[turn % len(BREAKS)](data)
        yield f"{number:0{len(str(count))}}.docx", data


def make_documents(speech: Path, folder: Path, count: int, broken: int = 0) -> list[Path]:
    """The files in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, data in documents(speech, count, broken):
        made.append(folder / name)
        made[-1].write_bytes(data)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("speech", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="the folder they go to")
    parser.add_argument("--documents", type=int, default=0, help="how many files")
    parser.add_argument("--broken", type=int, default=0, help="how many of them are broken")
    parser.add_argument("--times", type=int, nargs="*", default=[], help="how much longer")
    options = parser.parse_args()
    made = make_documents(options.speech, options.out, options.documents, options.broken)
    template = Template(options.speech) if options.times else None
    for times in options.times:
        made.append(options.out / f"times{times}.docx")
        made[-1].write_bytes(template.longer(times))
    print(f"{len(made)} files in {options.out}")


if __name__ == "__main__":
    main()
