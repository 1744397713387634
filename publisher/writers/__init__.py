"""Writers: a plan in, the bytes of a file out. One table names them; each is imported when used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from publisher.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.events import Notice
    from publisher.options import Options
    from publisher.plan import Plan
    from publisher.theme.model import Theme
    from publisher.typeface.registry import Typefaces


class Write(Protocol):
    """What a writer's module calls ``write``.

    ``theme`` None stands for paper: no drawings, slot dk1 is black and lt1 white. The same
    arguments give the same bytes.
    """

    def __call__(
        self, plan: Plan, theme: Theme | None, typefaces: Typefaces, options: Options = ...
    ) -> tuple[bytes, tuple[Notice, ...]]: ...


class Writer(NamedTuple):
    """A file format: the module that writes it, its suffix and its media type (IANA)."""

    module: str
    suffix: str
    media_type: str

    def load(self) -> Write:
        """The writer's function; its module is imported now."""
        return cast("Write", import_module(self.module).write)


WRITERS: Mapping[str, Writer] = {
    "pptx": Writer(
        "publisher.writers.pptx",
        ".pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "pdf": Writer("publisher.writers.pdf", ".pdf", "application/pdf"),
    "docx": Writer(
        "publisher.writers.docx",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "svg": Writer("publisher.writers.svg", ".svg", "image/svg+xml"),
    "debug": Writer("publisher.writers.debug", ".txt", "text/plain; charset=utf-8"),
}
