"""What a stage reports beside its value: notices (data, returned) and progress (observed)."""

from __future__ import annotations

from typing import Protocol

from publisher.record import NamedTuple


class Notice(NamedTuple):
    """Something a person should know: a loss, a leak avoided, a doubt.

    ``code`` names a sentence in ``messages``; ``values`` are the pairs that fill its gaps;
    ``paragraph`` counts non-empty paragraphs from 0 where the notice has a place.
    """

    code: str
    paragraph: int | None = None
    values: tuple[tuple[str, str], ...] = ()


def notice(code: str, paragraph: int | None = None, **values: object) -> Notice:
    """A Notice with its values in a fixed order."""
    return Notice(code, paragraph, tuple((k, str(v)) for k, v in sorted(values.items())))


class Progress(NamedTuple):
    """Step ``done`` of ``total``; ``label`` is what is being worked on."""

    label: str
    done: int
    total: int


class Observer(Protocol):
    """Whoever wants to see progress; faces (terminal, browser) implement it."""

    def progress(self, event: Progress) -> None: ...


class Silent:
    """An observer that looks away."""

    def progress(self, event: Progress) -> None:
        del event
