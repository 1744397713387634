"""Which layout of a template takes which role: by its name, then its kind, then its geometry."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from publisher.geometry import Size
from publisher.record import NamedTuple
from publisher.writers.pptx.template.layouts import Layout


class Wish(NamedTuple):
    """What a role's layout is called (a pattern), of which kinds it may be, and who stands in."""

    name: str
    kinds: tuple[str, ...] = ()
    instead: str | None = None


WISHES: Mapping[str, Wish] = {
    "content": Wish(r"标题和内容|标题与内容|title and content|^内容|^正文|^content", ("obj", "tx")),
    "cover": Wish(r"封面|标题幻灯片|首页|title slide|cover", ("title",)),
    "section": Wish(r"节标题|章节|过渡|分隔|section|divider|chapter", ("secHead",)),
    "closing": Wish(r"结束|致谢|谢谢|封底|尾页|closing|thank|^end", (), "cover"),
    "agenda": Wish(r"目录|议程|agenda|contents", (), "content"),
    "quote": Wish(r"引语|引言|引用|quote", (), "content"),
    "picture": Wish(r"^图片$|^picture$", (), "content"),
    **{
        role: Wish("", (), "content")
        for role in "points comparison sequence figures statement text table chart".split()
    },
}
"""By role; ``content`` is none of the script's, but what most of them stand on."""


def roles(layouts: Sequence[Layout], size: Size) -> dict[str, Layout]:
    """The layout of each role; every role has one. ``layouts`` must not be empty."""
    found: dict[str, Layout] = {}
    for role, wish in WISHES.items():
        taken = _named(layouts, wish) or (
            found.get(wish.instead) if wish.instead else _shaped(role, layouts, size)
        )
        found[role] = taken or found["content"]
    return found


def _named(layouts: Sequence[Layout], wish: Wish) -> Layout | None:
    titled = [layout for layout in layouts if layout.title]
    if wish.name:
        for layout in titled:
            if re.search(wish.name, layout.name.strip(), re.IGNORECASE):
                return layout
    return next((layout for layout in titled if layout.kind in wish.kinds), None)


def _shaped(role: str, layouts: Sequence[Layout], size: Size) -> Layout | None:
    """By geometry: what has a title on top is for content, one in the middle for a cover."""
    titled = [layout for layout in layouts if layout.title] or list(layouts)
    score = _SCORES.get(role)
    return max(titled, key=lambda layout: score(layout, size)) if score else None


def _as_content(layout: Layout, size: Size) -> float:
    """A title in the upper third and as much room as may be for a body."""
    title, body = layout.title, layout.body
    high = 1.0 if title and title.rect.bottom <= size.height * 0.4 else 0.0
    room = body.rect.width * body.rect.height / (size.width * size.height) if body else 0.3
    return 2 * high + room


def _as_cover(layout: Layout, size: Size) -> float:
    """A title that begins below the upper quarter, with a subtitle or nothing beneath."""
    title = layout.title
    if title is None:
        return 0.0
    middle = 1.0 if title.rect.y > size.height * 0.2 else 0.0
    return middle + (0.5 if layout.of("subTitle") or layout.kind == "title" else 0.0)


_SCORES: Mapping[str, Callable[[Layout, Size], float]] = {
    "content": _as_content,
    "cover": _as_cover,
    "section": _as_cover,
}
