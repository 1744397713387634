"""Axes of charts: round steps, and where a value stands."""

from __future__ import annotations

import math
from collections.abc import Sequence

from publisher.geometry import Emu
from publisher.record import NamedTuple

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_INTERVALS = 4
_LIFTED = 0.6
"""A line whose lowest value is above this share of the highest need not begin at zero."""


class Axis(NamedTuple):
    """Values from ``low`` to ``high`` in ``step``, over ``length`` from ``start``.

    A negative length runs upwards.
    """

    low: float
    high: float
    step: float
    start: Emu
    length: Emu

    def at(self, value: float) -> Emu:
        """Where ``value`` stands."""
        return self.start + round(self.length * (value - self.low) / (self.high - self.low))

    @property
    def ticks(self) -> tuple[float, ...]:
        count = round((self.high - self.low) / self.step)
        return tuple(self.low + i * self.step for i in range(count + 1))


def axis(values: Sequence[float], start: Emu, length: Emu, *, from_zero: bool = True) -> Axis:
    """An axis on which ``values`` stand between round numbers, zero among them."""
    low, high = min(values), max(values)
    if from_zero or low < 0 or low < _LIFTED * high:
        low = min(0.0, low)
    high = max(0.0, high)
    if high <= low:
        high = low + 1.0
    step = _step((high - low) / _INTERVALS)
    return Axis(
        math.floor(low / step) * step, math.ceil(high / step - 1e-9) * step, step, start, length
    )


def _step(least: float) -> float:
    """The round number next above ``least``."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in _STEPS if step * power >= least * 0.999)


def tick_label(value: float, step: float, *, commas: bool) -> str:
    """A round number with the decimals that its step has."""
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    if round(step * 10**decimals, 6) % 1:
        decimals += 1
    return f"{value:{',' if commas else ''}.{decimals}f}"
