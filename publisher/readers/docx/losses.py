"""What reading leaves out or decides, gathered by kind, so that a person reads one line each."""

from __future__ import annotations

from publisher.events import Notice, notice

_KINDS = 20
_LONGEST = 80


class Losses:
    """Counts by kind; ``paragraph`` is the index of the paragraph that is being read.

    Of one code at most ``_KINDS`` kinds are told apart: a hostile file has a new one each time.
    """

    def __init__(self) -> None:
        self.paragraph = 0
        self._told: dict[str, int] = {}
        self._kinds: dict[tuple[str, tuple[tuple[str, str], ...]], list[int]] = {}

    def add(self, code: str, characters: int = 0, **values: str) -> None:
        """One more of the kind ``code``; ``values`` tell apart kinds of one code."""
        pairs = tuple([(name, value[:_LONGEST]) for name, value in values.items()])
        if (code, pairs) not in self._kinds:
            self._told[code] = self._told.get(code, 0) + 1
            if self._told[code] > _KINDS:
                pairs = tuple([(name, "…") for name in values])
        entry = self._kinds.setdefault((code, pairs), [0, 0, self.paragraph])
        entry[0] += 1
        entry[1] += characters

    def notices(self, paragraphs: int) -> tuple[Notice, ...]:
        """One notice for each kind, placed at the first of them, in order of appearance."""
        return tuple(
            notice(
                code,
                paragraph=min(first, paragraphs - 1) if paragraphs else None,
                count=count,
                characters=characters,
                **dict(values),
            )
            for (code, values), (count, characters, first) in self._kinds.items()
        )
