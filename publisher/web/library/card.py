"""What the library says of a speech before it is opened."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from publisher.manuscript import statistics
from publisher.outline.report import as_read
from publisher.outline.values import han_value
from publisher.record import NamedTuple
from publisher.web.library.article import Article, Paragraph

if TYPE_CHECKING:
    from publisher.publication import Publication

_EXCERPT, _SHORT = 96, 8
"""Characters of an excerpt, and what is no sentence."""
_UNSAFE = re.compile(r"[^\w-]+")
_LONGEST = 40
_HAN = "一二三四五六七八九"
_YEAR = str.maketrans(f"〇○零{_HAN}", "000123456789")
_DATE = re.compile(
    rf"([0-9〇○零{_HAN}]{{4}})(?:[年./-]([0-9{_HAN}十]{{1,3}})(?:[月./-]([0-9{_HAN}十]{{1,3}})?)?)?"
)


class Download(NamedTuple):
    """A file of a speech: ``kind`` is a key of KINDS, ``size`` in bytes."""

    kind: str
    name: str
    size: int


class Card(NamedTuple):
    """A speech in the library. ``slug`` is its folder; ``when`` is its date for ordering
    (2025-04-23, 2025-04 or 2025; "" where none is known), ``date`` as the speech has it."""

    slug: str
    title: str
    subtitle: str = ""
    speaker: str = ""
    occasion: str = ""
    date: str = ""
    when: str = ""
    kind: str = ""
    unit: str = ""
    language: str = "zh-CN"
    keywords: tuple[str, ...] = ()
    excerpt: str = ""
    characters: int = 0
    minutes: int = 0
    pages: int = 0
    slides: int = 0
    licence: str = ""
    restrictions: str = ""
    files: tuple[Download, ...] = ()

    @property
    def year(self) -> str:
        return self.when[:4]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Card:
        """What ``_asdict`` became in JSON. Raises TypeError for anything else."""
        files = tuple(Download(*each) for each in data["files"])
        return cls(**{**data, "keywords": tuple(data["keywords"]), "files": files})


def card_of(publication: Publication, slug: str, page: Article) -> Card:
    """All but the files; the speech is laid out on slides and on pages for it."""
    speech, script, options = (
        publication.speech.value,
        publication.script.value,
        publication.options,
    )
    counted = statistics(publication.manuscript.value, options.rate)
    date = _bare(as_read(speech.named("date") or ""))
    shelf = publication.sidecar.shelf
    return Card(
        slug,
        as_read(script.title),
        subtitle=_bare(as_read(speech.named("subtitle") or "")).lstrip("—－-– "),
        speaker=as_read(script.speaker or ""),
        occasion=_bare(as_read(speech.named("occasion") or "")),
        date=date,
        when=sortable(date),
        kind=speech.kind or "",
        unit=options.unit or "",
        language=script.language,
        keywords=script.keywords,
        excerpt=_excerpt(page),
        characters=counted["characters"],
        minutes=counted["minutes"],
        pages=len(publication.pages.value.sheets),
        slides=len(publication.slides.value.sheets),
        licence=shelf.licence or "",
        restrictions=shelf.restrictions or "",
    )


def slug_of(name: str) -> str:
    """A folder's name for any server, from the speech's: short, and with what tells it from all
    others."""
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{plain_name(name)}-{digest}"


def plain_name(name: str) -> str:
    """The last part of a speech's name in letters, digits and hyphens."""
    plain = _UNSAFE.sub("-", name.rpartition("/")[2]).strip("-_")
    return plain[:_LONGEST].rstrip("-_") or "speech"


def sortable(date: str) -> str:
    """2025年4月23日, 二〇二五年四月 or 2025-4-23 as 2025-04-23; "" where no year is found."""
    found = _DATE.search(normalize("NFKC", date).replace(" ", ""))
    year = found[1].translate(_YEAR) if found else ""
    if found is None or year[:2] not in ("19", "20"):
        return ""
    parts = [year]
    for text, most in ((found[2], 12), (found[3], 31)):
        number = (int(text) if text.isdecimal() else han_value(text)) if text else 0
        if not 1 <= number <= most:
            break
        parts.append(f"{number:02d}")
    return "-".join(parts)


def _bare(text: str) -> str:
    """Without the brackets that stand about a date or a name on the title page."""
    text = text.strip()
    return text[1:-1].strip() if text[:1] in "（(" and text[-1:] in "）)" else text


def _excerpt(page: Article) -> str:
    """The first words of the text."""
    texts = (
        "".join(line.text for words in block.words for line in words.lines)
        for block in page.blocks
        if isinstance(block, Paragraph) and block.role in ("body", "quote")
    )
    text = next((text for text in texts if len(text) > _SHORT), "")
    return text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"
