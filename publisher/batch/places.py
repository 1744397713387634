"""Where speeches are and outputs go: paths of this machine, or URLs in a store elsewhere."""

from __future__ import annotations

import re
from functools import total_ordering
from pathlib import Path, PurePosixPath
from typing import TypeAlias

_URL = re.compile(r"(?P<store>[a-zA-Z][a-zA-Z0-9+.-]+://[^/]*)(?P<path>.*)", re.DOTALL)
"""A scheme has two letters or more: with one it is a drive of Windows."""


@total_ordering
class Url:
    """A place in a store (``s3://bucket/a/b.docx``), with the few words of a Path that it needs.

    ``mark`` is what a listing told of the file, by which one that did not change is known
    (``publisher.batch.stores.walk``); it is no part of what the place is.
    """

    __slots__ = ("mark", "path", "store")

    def __init__(self, store: str, path: PurePosixPath, mark: str = "") -> None:
        self.store, self.path, self.mark = store, path, mark

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def stem(self) -> str:
        return self.path.stem

    @property
    def suffix(self) -> str:
        return self.path.suffix

    @property
    def parent(self) -> Url:
        return Url(self.store, self.path.parent)

    @property
    def parents(self) -> list[Url]:
        return [Url(self.store, path) for path in self.path.parents]

    def with_name(self, name: str) -> Url:
        return Url(self.store, self.path.with_name(name))

    def __truediv__(self, below: str) -> Url:
        return Url(self.store, self.path / below)

    @property
    def parts(self) -> tuple[str, ...]:
        return (self.store, *self.path.parts[1:])

    def absolute(self) -> Url:
        return self

    def is_file(self) -> bool:
        from publisher.batch.stores import is_file

        return is_file(self)

    def is_dir(self) -> bool:
        from publisher.batch.stores import is_dir

        return is_dir(self)

    def exists(self) -> bool:
        return self.is_file() or self.is_dir()

    def __str__(self) -> str:
        return self.store + str(self.path)

    def __repr__(self) -> str:
        return f"Url({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Url) and str(self) == str(other)

    def __lt__(self, other: Url) -> bool:
        return str(self) < str(other)

    def __hash__(self) -> int:
        return hash(str(self))


Place: TypeAlias = Path | Url


def place_of(words: str) -> Place:
    """What a person called a place. ``file:///a/b`` is a path as any other."""
    found = _URL.fullmatch(words)
    if found is None:
        return Path(words)
    store, path = found["store"], found["path"]
    if store.lower() == "file://":
        return Path(path)
    return Url(store, PurePosixPath("/" + path.strip("/")))
