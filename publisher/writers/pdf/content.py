"""The operators of one page (ISO 32000-1, 7.8.2), and the graphics state that they leave behind.

What is set already is not set again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from publisher.geometry import PER_POINT, Emu

_AT_FIRST: Mapping[str, str | float] = {"CA": 1, "ca": 1, "op": False, "OPM": 0}
"""Parameters as a page begins with them (8.4.5)."""


class Content:
    """A page while it is drawn. ``states`` are the parameters that have no operators of their
    own, each by the name that sets it (8.4.5)."""

    def __init__(self) -> None:
        self._operators: list[str] = []
        self._known = dict(_AT_FIRST)
        self._kept: list[dict[str, str | float]] = []
        self.states: dict[str, dict[str, float]] = {}
        self.add = self._operators.append
        """Adds operators that leave the state as it is."""

    def use(self, what: str, operator: str) -> None:
        """Set a part of the state, ``what``, by ``operator``, unless it stands so."""
        if self._known.get(what) != operator:
            self._known[what] = operator
            self.add(operator)

    def state(self, key: str, value: float) -> None:
        """Set a parameter that has no operator of its own: alpha, overprint."""
        if self._known.get(key) != value:
            self._known[key] = value
            name = f"{key}{value:g}"
            self.states[name] = {key: value}
            self.add(f"/{name} gs")

    def save(self, *then: str) -> None:
        """Keep the state, and go on with the operators ``then``."""
        self._kept.append(dict(self._known))
        self._operators += ("q", *then)

    def restore(self) -> None:
        """Go back to the state that was kept last."""
        self._known = self._kept.pop()
        self.add("Q")

    def data(self) -> bytes:
        return "\n".join(self._operators).encode("ascii")


@lru_cache(4096)  # lines stand at the same heights on every page
def number(length: Emu) -> str:
    """A length in points, to 0.001 pt."""
    return f"{length / PER_POINT:.3f}".rstrip("0").rstrip(".")


def share(part: float) -> str:
    """A part of one, as colours have them, finer than 1/255."""
    return f"{part:.5f}".strip("0").rstrip(".") or "0"
