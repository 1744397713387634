"""Sheets as pictures for the page: SVG, with fonts and pictures as files beside them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.typeface.webfont import loose
from publisher.writers.svg import Drawer, Drawn
from publisher.writers.svg.fonts import family

if TYPE_CHECKING:
    from publisher.plan import Plan, Sheet
    from publisher.theme.model import Theme
    from publisher.typeface.registry import Typefaces

MOST_FILES = 256
"""Fonts and pictures kept for one speech; the oldest go first."""
SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp"}


class Files:
    """What pictures need beside them, as files named by what they hold in ``folder``, which the
    page finds at ``address``. ``new`` are those written now."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._address = address
        folder.mkdir(parents=True, exist_ok=True)

    def picture(self, data: bytes, media_type: str) -> str:
        """The address of a picture."""
        return self._put(sha256(data).hexdigest(), SUFFIXES.get(media_type, ".bin"), lambda: data)

    def font(self, face: str, text: str, typefaces: Typefaces) -> str:
        """The address of a face with the characters of ``text``."""
        known = typefaces.face(face)
        key = sha256(f"{face}\n{known.path}\n{text}".encode()).hexdigest()
        return self._put(key, ".ttf", lambda: loose(known, text))

    def _put(self, key: str, suffix: str, make: Any) -> str:
        name = key[:32] + suffix
        file = self._folder / name
        if file.exists():
            file.touch()
        else:
            part = file.with_suffix(".part")
            part.write_bytes(make())
            part.replace(file)
        return f"{self._address}/{name}"

    def tidy(self) -> None:
        """Let go of the oldest."""
        there = sorted(self._folder.iterdir(), key=lambda file: file.stat().st_mtime)
        for file in there[: max(0, len(there) - MOST_FILES)]:
            file.unlink(missing_ok=True)


def draw(
    plan: Plan, theme: Theme | None, typefaces: Typefaces, sheets: Sequence[Sheet], files: Files
) -> dict[str, Any]:
    """``sheets`` of ``plan`` for the page: their SVG, what is said to each and for how long, and
    where the fonts are that all of them need."""
    drawer = Drawer(plan, theme, typefaces, files.picture)
    drawn = [drawer.draw(sheet) for sheet in sheets]
    return {
        "sheets": [
            {
                "svg": each.svg,
                "name": sheet.name,
                "notes": list(sheet.notes),
                "head": sheet.notes_head,
                "seconds": sheet.seconds,
            }
            for sheet, each in zip(sheets, drawn)
        ],
        "fonts": [
            {"family": family(face), "url": files.font(face, text, typefaces)}
            for face, text in _characters(drawn).items()
        ],
    }


def _characters(drawn: Sequence[Drawn]) -> dict[str, str]:
    """All characters by face, sorted."""
    needed: dict[str, set[str]] = {}
    for each in drawn:
        for face, text in each.faces.items():
            needed.setdefault(face, set()).update(text)
    return {face: "".join(sorted(text)) for face, text in needed.items() if text}
