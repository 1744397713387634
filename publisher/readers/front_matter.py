"""The lines between ``---`` (or ``+++``) at the head of a Markdown file: who speaks, when, where.

YAML is read as far as people write it there: ``key: value``, quotes, lists in brackets or below
their key, folded text. TOML is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from publisher.events import Notice, notice
from publisher.record import NamedTuple

ROLES: Mapping[str, Sequence[str]] = {
    "title": ("title", "标题", "题目", "題目", "標題"),
    "subtitle": ("subtitle", "副标题", "副標題"),
    "speaker": (
        "speaker",
        "author",
        "authors",
        "讲话人",
        "发言人",
        "主讲人",
        "作者",
        "姓名",
        "講者",
    ),
    "occasion": ("occasion", "event", "venue", "place", "场合", "会议", "地点", "場合"),
    "date": ("date", "日期", "时间", "日期时间", "時間"),
    "language": ("lang", "language", "语言", "語言"),
}  # fmt: skip
"""Which keys mean what; the lines are published in this order, the language is not a line."""

_ROLE = {name: role for role, names in ROLES.items() for name in names}
_KEY = re.compile(r"([\w\-]{1,40})[ \t]*(?::(?=\s|$)|：)[ \t]*(.*)")
_MORE = re.compile(r"[ \t]+(?:-[ \t]+)?(.*)|-[ \t]+(.*)")
_MOST_LINES = 80


class FrontMatter(NamedTuple):
    """``lines`` are (role, text) for the title page; ``language`` a BCP 47 tag or None."""

    lines: tuple[tuple[str, str], ...] = ()
    language: str | None = None
    notices: tuple[Notice, ...] = ()

    def said(self, role: str) -> str | None:
        """The first line of a role."""
        return next((text for name, text in self.lines if name == role), None)


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """The front matter of ``text``, and the text behind it; all of it where there is none."""
    lines = text.split("\n")
    fence = lines[0].strip() if lines else ""
    closing = {"---": ("---", "..."), "+++": ("+++",)}.get(fence)
    if closing is None:
        return FrontMatter(), text
    end = next(
        (at for at in range(1, min(len(lines), _MOST_LINES)) if lines[at].strip() in closing), 0
    )
    values = _toml(lines[1:end]) if fence == "+++" else _yaml(lines[1:end])
    if not values:
        return FrontMatter(), text
    return _understood(values), "\n".join(lines[end + 1 :])


def _understood(values: Mapping[str, Sequence[str]]) -> FrontMatter:
    said: dict[str, list[str]] = {}
    unknown: list[str] = []
    for key, texts in values.items():
        role = _ROLE.get(key.lower())
        if role is None:
            unknown.append(key)
        else:
            said.setdefault(role, []).extend(text for text in texts if text)
    lines = tuple(
        (role, text) for role in ROLES if role != "language" for text in said.get(role, ())
    )
    told = (notice("front-matter-left-out", keys=", ".join(unknown)),) if unknown else ()
    return FrontMatter(lines, next(iter(said.get("language", ())), None), told)


def _yaml(lines: Iterable[str]) -> dict[str, list[str]]:
    """The keys and their texts; nothing where a line is not of the sort that is understood."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        more = _MORE.fullmatch(line) if key else None
        found = None if more else _KEY.fullmatch(line)
        if more:
            values[key].extend(_scalars(more.group(1) or more.group(2) or ""))
        elif found:
            key = found.group(1)
            values[key] = (
                [] if found.group(2) in {"|", ">", "|-", ">-"} else _scalars(found.group(2))
            )
        else:
            return {}
    return values


def _scalars(text: str) -> list[str]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return [word for part in text[1:-1].split(",") for word in _scalars(part)]
    if text[:1] in {'"', "'"} and len(text) > 1 and text.endswith(text[0]):
        return [text[1:-1].strip()]
    text = re.split(r"\s#\s", text, maxsplit=1)[0].strip()
    return [text] if text else []


def _toml(lines: Iterable[str]) -> dict[str, list[str]]:
    import tomllib

    try:
        table = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return {}
    return {
        key: [str(item).strip() for item in value]
        if isinstance(value, list)
        else [str(value).strip()]
        for key, value in table.items()
    }
