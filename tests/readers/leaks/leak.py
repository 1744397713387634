"""Documents that know more than they show: what they are made of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.readers.build import DOCUMENT_RELATIONSHIPS, PACKAGE_RELATIONSHIPS

SECRET = "Q7secret"
WHO = f'w:id="9" w:author="{SECRET}" w:date="2024-01-01T00:00:00Z"'
"""What Word says of a tracked change."""


@dataclass(frozen=True)
class Leak:
    """``body`` and ``options`` make the document, ``texts`` are what is published of it, before
    and after; ``codes`` are the notices of a copy, in any order."""

    body: str
    texts: list[str]
    codes: list[str]
    options: Mapping[str, Any] = field(default_factory=dict)


def deleted(text: str = SECRET) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def part(
    name: str, content: str | bytes, kind: str = "", *, target: str = "", identifier: str = "rId9"
) -> dict[str, Any]:
    """A further part, and how the document refers to it."""
    place = target or name.removeprefix("word/")
    return {
        "parts": {name: content},
        "related": [(identifier, kind, place)] if kind else [],
    }


def joined(*options: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"parts": {}, "related": []}
    for option in options:
        for key, value in option.items():
            if key == "parts":
                found["parts"] |= value
            elif key == "related":
                found["related"] += value
            else:
                found[key] = value
    return found


def zipped(text: str = SECRET) -> bytes:
    """A package in the package: its text is packed, so that nobody finds it by looking."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as inner:
        inner.writestr("xl/sharedStrings.xml", text * 50)
    return out.getvalue()


def related_parts(*entries: tuple[str, str, str]) -> str:
    """A .rels part, targets outside the package too."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{DOCUMENT_RELATIONSHIPS}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for name, kind, target in entries
    )
    return f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{rows}</Relationships>'
