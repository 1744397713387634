"""One family of errors: what happened, where, what to do, and the exit code it ends with.

The words live in ``messages``; an error carries its key and the values, so that it is rendered
once, in the reader's language, in ``cli``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar


class PublisherError(Exception):
    """Something that a person can understand and mend.

    ``key`` names a pair of sentences in ``messages`` (what happened, what to do); ``values`` fill
    their gaps; ``place`` is the file, and where known the part or paragraph, that it is about.
    """

    exit_code: ClassVar[int] = 70

    def __init__(self, key: str, /, *, place: str | None = None, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.place = place
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        """An error comes whole from the process that met it."""
        return _again, (type(self), self.key, self.values), {**self.__dict__}


def _again(kind: type[PublisherError], key: str, values: dict[str, Any]) -> PublisherError:
    return kind(key, **values)


class UsageError(PublisherError):
    """A wrong option, theme, key or value."""

    exit_code = 2


class InputError(PublisherError):
    """The speech is missing, not what its name says, or cannot be read."""

    exit_code = 3


class FindingsError(PublisherError):
    """``--strict`` or ``check`` found something."""

    exit_code = 4


class OutputError(PublisherError):
    """The output cannot be written."""

    exit_code = 5


class InternalError(PublisherError):
    """A self-check failed: a bug of ours."""

    exit_code = 70


def nearest(word: str, known: Iterable[str], least: float = 0.0) -> str:
    """The known word most like ``word``, "" where none is ``least`` (0 to 1) like it."""
    import difflib  # errors are rare, and it costs every start 2 ms

    return next(iter(difflib.get_close_matches(word, sorted(known), 1, least)), "")
