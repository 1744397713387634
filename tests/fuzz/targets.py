"""What is tried: how an input of chance is made, and what must hold whatever it is."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from publisher.config import read_config
from publisher.errors import PublisherError
from publisher.events import Notice
from publisher.manuscript import Manuscript
from publisher.messages import MESSAGES, sentence
from publisher.outline.infer import understand
from publisher.readers.docx import read_stream
from publisher.readers.docx.numerals import NUMERALS
from publisher.readers.docx.scrub import scrub
from publisher.readers.docx.scrub.drawings import Box
from publisher.readers.docx.scrub.media import clean
from publisher.readers.markdown import read_markdown
from publisher.readers.text import read_text
from publisher.sidecar import sidecar_for
from tests.fuzz.mutations import INTERESTING, mutated_bytes, mutated_text, mutated_xml
from tests.fuzz.seeds import (
    DOCUMENTS,
    LEAKING,
    MARKDOWN,
    PICTURES,
    SETTINGS,
    SPEECHES,
    TEXT_WORDS,
    TOML_WORDS,
)
from tests.readers.build import level, lists, numbered, p, parts_of, style


class Target(NamedTuple):
    """``make`` an input from chance, ``attempt`` it; ``suffix`` is what its files are called."""

    make: Callable[[Random], bytes]
    attempt: Callable[[bytes], None]
    suffix: str


# --- .docx -------------------------------------------------------------------------------


def _zipped(random: Random, parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    data = target.getvalue()
    return mutated_bytes(random, data, 1) if random.random() < 0.03 else data


def make_docx(random: Random, seeds: Sequence[Mapping[str, bytes]] = DOCUMENTS) -> bytes:
    """A document from the seeds, one or two of its parts changed."""
    parts = dict(random.choice(seeds))
    for _ in range(random.choice((1, 1, 2))):
        changing = [name for name in parts if name.endswith((".xml", ".rels"))]
        main = [name for name in changing if name.endswith(("document.xml", "正文.xml"))]
        name = random.choice(main if random.random() < 0.7 else changing)
        if parts[name].lstrip().startswith(b"<"):
            try:
                parts[name] = mutated_xml(random, parts[name], random.choice((1, 2, 4, 12)))
            except SyntaxError:  # ParseError: changed to something else before
                parts[name] = mutated_bytes(random, parts[name], 2)
    if random.random() < 0.05:
        del parts[random.choice(list(parts))]
    return _zipped(random, parts)


def make_numbering(random: Random) -> bytes:
    """Lists of all formats and levels, numbered by hand and by style, in any order."""
    formats = [*NUMERALS, "someFormat", ""]

    def number() -> str:
        return random.choice((*INTERESTING[:12], str(random.randrange(2000))))

    def one(index: int) -> str:
        more = random.choice(("", "<w:isLgl/>", f'<w:lvlRestart w:val="{number()}"/>',
                              f'<w:pStyle w:val="s{random.randrange(4)}"/>'))  # fmt: skip
        text = "".join(
            random.choice(("%1", "%2", "%9", "第", "、", ".", "(", "%")) for _ in range(4)
        )
        made = level(text, random.choice(formats), index=index, more=more)
        return made.replace('<w:start w:val="1"/>', f'<w:start w:val="{number()}"/>')

    abstracts = ["".join(one(i) for i in range(random.randrange(10))) for _ in range(3)]
    abstracts.append(f'<w:numStyleLink w:val="s{random.randrange(4)}"/>')
    override = f'<w:lvlOverride w:ilvl="{number()}"><w:startOverride w:val="{number()}"/>'
    nums = {5: f'<w:abstractNumId w:val="{random.randrange(4)}"/>{override}</w:lvlOverride>'}
    styles = "".join(
        style(f"s{i}", "heading 1", f'<w:pPr><w:numPr><w:ilvl w:val="{number()}"/>'
              f'<w:numId w:val="{random.randrange(6)}"/></w:numPr></w:pPr>',
              based_on=f"s{random.randrange(4)}",
              kind=random.choice(("paragraph", "numbering")))
        for i in range(4)
    )  # fmt: skip
    body = [
        p("一", style=f"s{random.randrange(5)}")
        if random.random() < 0.3
        else numbered("文", random.randrange(7), random.choice((0, 0, 1, 2, 8, 9, -1)))
        for _ in range(12)
    ]
    parts = parts_of(*body, styles=styles, numbering=lists(*abstracts, nums=nums))
    return _zipped(random, {k: str(v).encode() for k, v in parts.items()})


def _sound(manuscript: Manuscript, notices: tuple[Notice, ...]) -> None:
    """What holds for every manuscript, and for what is understood of it."""
    paragraphs = manuscript.paragraphs()
    assert [paragraph.index for paragraph in paragraphs] == list(range(len(paragraphs)))
    for paragraph in paragraphs:
        assert paragraph.text == "".join(run.text for run in paragraph.runs)
        assert paragraph.text.strip()
        assert paragraph.text.startswith(paragraph.label)
    for notice in notices:
        assert notice.code in MESSAGES
        assert sentence(notice.code, dict(notice.values), "zh")
        assert notice.paragraph is None or 0 <= notice.paragraph < max(1, len(paragraphs))


def _refused(error: PublisherError) -> None:
    """An error is one that a person can read."""
    assert error.exit_code != 70
    for key in (error.key, error.key + ".hint"):
        assert all(sentence(key, error.values, lang) for lang in ("zh", "en"))


def attempt_docx(data: bytes) -> None:
    try:
        _sound(*read_stream(io.BytesIO(data), "x.docx"))
    except PublisherError as error:
        _refused(error)


def make_leak(random: Random) -> bytes:
    """A document that knows more than it shows, changed."""
    return make_docx(random, random.choice((LEAKING, DOCUMENTS)))


def attempt_scrub(data: bytes) -> None:
    """A copy that was made can be read, and scrubbed once more."""
    try:
        copy, notices = scrub(data, (("甲", "青山"), ("某", "李")))
    except PublisherError as error:
        _refused(error)
        return
    _sound(read_stream(io.BytesIO(copy), "x.docx")[0], notices)
    scrub(copy)


def make_picture(random: Random) -> bytes:
    return mutated_bytes(random, random.choice(PICTURES), random.choice((1, 1, 2, 5)))


def attempt_picture(data: bytes) -> None:
    """A picture is clean, or blank; one that is clean stays as it is."""
    for box in (Box(), Box(10_000, 0, 50_000, 99_000)):
        cleaned = clean(data, box)
        assert cleaned.code is None or cleaned.code in MESSAGES
        assert clean(cleaned.data) == (cleaned.data, cleaned.extension, None)


# --- text --------------------------------------------------------------------------------


def make_text(random: Random) -> bytes:
    """A speech as plain text, changed, in any encoding, or damaged."""
    text = mutated_text(random, random.choice(SPEECHES), TEXT_WORDS, random.choice((1, 3, 9)))
    data = text.encode(random.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16")), "replace")
    return mutated_bytes(random, data, 1) if random.random() < 0.2 else data


def make_markdown(random: Random) -> bytes:
    text = mutated_text(random, random.choice(MARKDOWN), TEXT_WORDS, random.choice((1, 3, 9)))
    data = text.encode("utf-8", "replace")
    return mutated_bytes(random, data, 1) if random.random() < 0.1 else data


def attempt_text(data: bytes) -> None:
    try:
        manuscript, notices = read_text(data, "x.txt")
        _sound(manuscript, notices)
        understand(manuscript)
    except PublisherError as error:
        _refused(error)


def attempt_markdown(data: bytes) -> None:
    try:
        _sound(*read_markdown(data, "x.md"))
    except PublisherError as error:
        _refused(error)


# --- settings ----------------------------------------------------------------------------


def make_toml(random: Random) -> bytes:
    text = mutated_text(random, random.choice(SETTINGS), TOML_WORDS, random.choice((1, 2, 5)))
    data = text.encode(random.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16")), "replace")
    return mutated_bytes(random, data, 1) if random.random() < 0.2 else data


def attempt_toml(data: bytes) -> None:
    """As publisher.toml, and as the file beside a speech."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "speech.toml"
        file.write_bytes(data)
        for attempt in (lambda: read_config(file), lambda: sidecar_for(file.with_suffix(".docx"))):
            try:
                attempt()
            except PublisherError as error:
                _refused(error)


TARGETS = {
    "docx": Target(make_docx, attempt_docx, ".docx"),
    "numbering": Target(make_numbering, attempt_docx, ".docx"),
    "scrub": Target(make_leak, attempt_scrub, ".docx"),
    "picture": Target(make_picture, attempt_picture, ".bin"),
    "text": Target(make_text, attempt_text, ".txt"),
    "markdown": Target(make_markdown, attempt_markdown, ".md"),
    "toml": Target(make_toml, attempt_toml, ".toml"),
}
