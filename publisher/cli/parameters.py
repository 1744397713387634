"""What a command takes, said once: ``words`` reads plain command lines by it, ``typed`` has Typer
read all others and show the help.

So a deck need not wait for Typer, whose import takes longer than reading a speech.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import GenericAlias, UnionType
from typing import Any, TypeAlias

from publisher.record import NamedTuple

Run: TypeAlias = Callable[..., int]
"""A command: parameters by name in, exit code out."""
REQUIRED: Any = ...
"""The default of a parameter that has none."""


class Option:
    """What stands behind one of ``names``: a value called ``metavar``, or nothing for a flag.

    ``--yes/--no`` are the two words of one flag. ``help`` is the key of its sentence, ``min`` and
    ``max`` hold for numbers.
    """

    __slots__ = ("help", "max", "metavar", "min", "names", "show_default")

    def __init__(
        self,
        *names: str,
        help: str,  # noqa: A002 - as Typer calls it
        metavar: str | None = None,
        min: float | None = None,  # noqa: A002
        max: float | None = None,  # noqa: A002
        show_default: bool = True,
    ) -> None:
        self.names = names
        self.help = help
        self.metavar = metavar
        self.min, self.max = min, max
        self.show_default = show_default


class Argument:
    """What stands by itself, called ``metavar``; ``help`` is the key of its sentence."""

    __slots__ = ("help", "metavar")

    def __init__(self, *, metavar: str, help: str) -> None:  # noqa: A002 - as Typer calls it
        self.help = help
        self.metavar = metavar


class Parameter(NamedTuple):
    """A parameter of a command: its name there, ``Annotated[type, Option or Argument]``, and its
    default."""

    name: str
    annotation: Any
    default: Any = REQUIRED

    @property
    def known(self) -> Option | Argument:
        """How it is given on a command line."""
        found: Option | Argument = self.annotation.__metadata__[0]
        return found

    @property
    def kind(self) -> tuple[type, bool]:
        """Of what type it is, and whether it may be given many times (``list[X] | None``)."""
        kind = self.annotation.__origin__
        if isinstance(kind, UnionType):
            kind = kind.__args__[0]
        return (kind.__args__[0], True) if isinstance(kind, GenericAlias) else (kind, False)


def parameters_of(command: Run) -> tuple[Parameter, ...]:
    """What ``command`` takes: as it was ``taking`` it, else as its signature says.

    Read without ``inspect``, which takes 3 ms to import: annotations are names of its module.
    """
    told: tuple[Parameter, ...] | None = getattr(command, "parameters", None)
    if told is not None:
        return told
    code, known = command.__code__, command.__annotations__
    names = code.co_varnames[: code.co_argcount]
    defaults = command.__defaults__ or ()
    given = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))
    return tuple(
        Parameter(name, command.__globals__[known[name]], given.get(name, REQUIRED))
        for name in names
    )


def taking(run: Run, parameters: Iterable[Parameter]) -> Run:
    """``run`` as the command that takes ``parameters``."""
    run.__dict__["parameters"] = tuple(parameters)
    return run
