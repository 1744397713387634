"""The pages of the library, from templates in which nothing is trusted (autoescape)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from publisher.messages import sentence
from publisher.record import NamedTuple
from publisher.web.library.article import Article
from publisher.web.library.card import Card
from publisher.web.library.related import Related

_HERE = Path(__file__).resolve().parent
_FACETS = ("kind", "unit", "speaker", "year")
_TERMS = 24
"""Keywords that the list offers, those that several speeches share."""
_RELATED = re.compile("<!--related-->.*?<!--/related-->", re.DOTALL)
_UNITS = ("B", "KB", "MB", "GB")


class Site(NamedTuple):
    """What all pages share; ``version`` changes with the style sheet and the scripts."""

    title: str
    about: str = ""
    licence: str = ""
    restrictions: str = ""
    language: str = "zh"
    version: str = ""


class Sheets(NamedTuple):
    """The slides of a speech as drawings; ``own_fonts`` are rules for what the library's fonts
    lack."""

    drawings: Sequence[str]
    own_fonts: str = ""


def assets() -> Mapping[str, bytes]:
    """The style sheet and the scripts, by their name."""
    return {file.name: file.read_bytes() for file in sorted((_HERE / "assets").iterdir())}


@cache
def version() -> str:
    """A name for the state of templates and assets."""
    files = [*(_HERE / "assets").iterdir(), *(_HERE / "templates").iterdir()]
    return sha256(b"".join(file.read_bytes() for file in sorted(files))).hexdigest()[:10]


def speech_page(
    site: Site, card: Card, page: Article, pictures: Mapping[int, str], sheets: Sheets
) -> str:
    """The page to read. ``pictures`` are the addresses of its figures by number."""
    titles = [i for i, line in enumerate(page.front) if line.role == "title"]
    cover = Markup(sheets.drawings[0]) if sheets.drawings and not sheets.own_fonts else ""  # noqa: S704 - drawn by us
    return _rendered(
        "speech.html", site, "../../", card=card, page=page, pictures=pictures, cover=cover,
        titled=titles[0] if titles else -1, size=_size,
    )  # fmt: skip


def with_related(page: str, site: Site, found: Sequence[Related], cards: Mapping[str, Card]) -> str:
    """A page with other speeches in their place."""
    shown = [{"slug": e.slug, "title": cards[e.slug].title, "terms": e.terms} for e in found]
    inner = _environment().get_template("related.html").render(related=shown, t=_words(site))
    return _RELATED.sub(lambda _: f"<!--related-->{inner}<!--/related-->", page, count=1)


def slides_page(site: Site, card: Card, sheets: Sheets) -> str:
    """The page to leaf through."""
    drawings = [Markup(each) for each in sheets.drawings]  # noqa: S704 - drawn by us
    fonts = Markup(sheets.own_fonts)  # noqa: S704 - rules of ours
    return _rendered("slides.html", site, "../../", card=card, slides=drawings, own_fonts=fonts)


def index_page(site: Site, cards: Sequence[Card], stamp: str) -> str:
    """The list of all speeches, the latest first; ``stamp`` names the state of the index."""
    latest = sorted(cards, key=lambda card: card.title)
    latest.sort(key=lambda card: card.when, reverse=True)
    years = [(year, list(group)) for year, group in groupby(latest, lambda card: card.year)]
    facets = [(name, _counted(cards, name)) for name in _FACETS]
    terms = Counter(term for card in cards for term in card.keywords)
    shared = [term for term, count in terms.most_common() if count > 1][:_TERMS]
    return _rendered(
        "index.html", site, "", cards=latest, years=years, facets=facets, terms=shared, stamp=stamp
    )


def _counted(cards: Sequence[Card], name: str) -> list[tuple[str, int]]:
    """The values of a facet with how many speeches have each: years backwards, others by number."""
    counts = Counter(value for card in cards if (value := str(getattr(card, name))))
    if name == "year":
        return sorted(counts.items(), reverse=True)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _rendered(name: str, site: Site, root: str, **values: Any) -> str:
    language = "zh-CN" if site.language == "zh" else "en"
    return _environment().get_template(name).render(
        site=site, root=root, language=language, t=_words(site), **values
    )  # fmt: skip


def _words(site: Site) -> Callable[..., str]:
    return lambda key, **values: sentence(f"library.{key}", values, site.language)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def _size(count: int) -> str:
    """Bytes as people say them."""
    value, unit = float(count), 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return (
        f"{value:.1f} {_UNITS[unit]}" if value < 10 and unit > 1 else f"{value:.0f} {_UNITS[unit]}"
    )
