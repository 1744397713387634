"""What the commands that make files have in common: their parameters, and what these come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from publisher.cli.console import Console
from publisher.cli.options import Debug, Fill, Quiet, Renew, Strict, Tidy, choosing
from publisher.cli.parameters import Parameter, Run, parameters_of, taking
from publisher.options import Said
from publisher.record import NamedTuple

if TYPE_CHECKING:
    from publisher.publication import Edits


class Asked(NamedTuple):
    """What was said for a run, what is done to the words, and where it is told of."""

    said: Said
    edits: Edits
    console: Console


def making(options: Mapping[str, Any], force: Any = Renew) -> Callable[[Run], Run]:
    """Gives a command ``options`` and what all makers take; it comes to it as ``asked``.

    ``force`` is the parameter of that name, whose help differs where more is forced.
    """
    common = {
        "fill": (Fill, None),
        "tidy": (Tidy, False),
        "force": (force, False),
        "strict": (Strict, False),
        "quiet": (Quiet, False),
        "debug": (Debug, False),
    }

    def decorate(command: Run) -> Run:
        def run(said: Said, **arguments: Any) -> int:
            from publisher.publication import Edits
            from publisher.sidecar import fill_of

            told = {name: arguments.pop(name) for name in common}
            edits = Edits(fill_of(told["fill"] or ()), told["tidy"])
            heard = Console(quiet=told["quiet"], debug=told["debug"], strict=told["strict"])
            return command(asked=Asked({**said, "force": told["force"]}, edits, heard), **arguments)

        own = [p for p in parameters_of(command) if p.name != "asked"]
        added = [Parameter(name, kind, default) for name, (kind, default) in common.items()]
        return choosing(options)(taking(run, (*own, *added)))

    return decorate
