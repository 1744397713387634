"""A paragraph measured once, as one endless line out of which lines are cut.

Marks are squeezed against each other, gaps put between Han and Latin, and sums kept from which
``linebreak`` prices any line without walking it and ``justify`` sets it out. Lengths are EMU;
the rules are those of ``clreq``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TypeAlias

from publisher.geometry import Emu
from publisher.layout import clreq, squeezing
from publisher.layout.clreq import (
    ADDRESS,
    HAN_LATIN,
    HYPHEN,
    KEPT,
    MAY_BREAK,
    MAY_GROW,
    OWN,
    Kind,
    Level,
)
from publisher.layout.placed import Boxes
from publisher.layout.western import compounds
from publisher.record import NamedTuple

_SPACE, _HAN, _DASH = int(Kind.SPACE), int(Kind.HAN), int(Kind.DASH)
_FULL = 0.9
"""A mark at least this part of the em wide is full-width, and can be squeezed."""


class Stretch(NamedTuple):
    """A text as one endless line. Index ``i`` is a box, index ``b`` the break before box ``b``.

    ``left[i]`` is the left edge of box ``i``; ``right[b]`` the right edge of a line that ends at
    ``b`` (trailing spaces dropped, its last mark halved); ``last[b]`` its last box that is seen.
    ``shrink``, ``cheap``, ``first`` and ``gaps`` are sums over the boxes before an index: what
    can be squeezed in all and without harm, what word spaces and Han–Latin gaps may grow, and how
    many gaps may grow evenly. ``squeezes`` lists (rank, length) by box. ``alone`` is the first box
    from which on there are fewer than two characters, marks not counted.
    """

    widths: list[Emu]
    trims: list[Emu]
    left: list[Emu]
    right: list[Emu]
    last: list[int]
    end_cut: dict[int, tuple[Emu, Emu]]
    flags: list[int]
    shrink: list[Emu]
    cheap: list[Emu]
    first: list[Emu]
    gaps: list[int]
    alone: int
    squeezes: dict[int, list[tuple[int, Emu]]]
    growth: dict[int, Emu]
    marks: dict[int, tuple[Emu, float]]
    em: Emu


Share: TypeAlias = Callable[[int], float]
"""Where the ink of box ``i`` stands: 0 its blank is behind it, 1 before it, 0.5 on both sides."""


class Manner(NamedTuple):
    """What is particular to a paragraph.

    ``together`` are the ranges of boxes that rather stay on one line; ``hyphens`` maps the breaks
    inside words to the width of the hyphen that they need. ``western``: only word spaces give
    and take. ``centred``: pauses and stops in the middle of their em keep it whole, and so does an
    interpunct (CLREQ 3.1.6, the practice of Taiwan and Hong Kong). ``raised`` are boxes above or
    below the line: they stay with what is before them, close to it. ``whole`` are ranges that are
    never divided, nor spread. ``own`` are those of ``together`` that the author asked for.
    """

    level: Level = "GB"
    together: Sequence[tuple[int, int]] = ()
    hyphens: Mapping[int, Emu] = {}
    western: bool = False
    centred: bool = False
    raised: Sequence[int] = ()
    whole: Sequence[tuple[int, int]] = ()
    own: Sequence[tuple[int, int]] = ()


AS_USUAL = Manner()


def measure_stretch(boxes: Boxes, share: Share, manner: Manner = AS_USUAL) -> Stretch:
    """Lay ``boxes`` out as one endless line: marks squeezed against each other, gaps put in.

    ``share`` tells for a full-width mark on which side it can be cut (see ``Share``).
    """
    return _Measuring(boxes, share, manner).result()


class _Measuring:
    """The steps of ``measure_stretch``; only boxes that are not plain Han are looked at twice."""

    def __init__(self, boxes: Boxes, share: Share, manner: Manner) -> None:
        texts = boxes.texts
        count = len(texts)
        self.kinds = clreq.classes_of(texts)
        for i in manner.raised:
            self.kinds[i] = int(Kind.SUFFIX)
        self.widths, self.ems, self.share = [*boxes.widths], boxes.ems, share
        self.manner = manner
        self.special = clreq.special(self.kinds)
        self.flags = self._pair_flags()
        self.trims = [0] * count
        self.shrink, self.cheap = [0] * count, [0] * count
        self.glue: dict[int, Emu] = {}
        self.growth: dict[int, Emu] = {}
        self.squeezes: dict[int, list[tuple[int, Emu]]] = {}
        self.marks: dict[int, tuple[Emu, float]] = {}
        self.end_cut: dict[int, tuple[Emu, Emu]] = {}
        self._mark_breaks(texts)

    def _pair_flags(self) -> list[int]:
        """What may happen behind each box; between plain Han it is always the same."""
        kinds, table = self.kinds, clreq.pair_table(self.manner.level)
        plain = table[_HAN]
        flags = [plain[_HAN]] * len(kinds)
        for i in self.special:
            kind = kinds[i]
            if i and not kinds[i - 1]:
                flags[i - 1] = plain[kind]
            if i + 1 < len(kinds):
                flags[i] = table[kind][kinds[i + 1]]
        flags[-1:] = [MAY_BREAK]
        return flags

    def _mark_breaks(self, texts: Sequence[str]) -> None:
        """The places where a line may end, though rather elsewhere."""
        flags, manner = self.flags, self.manner
        for b in clreq.address_breaks(texts):
            flags[b - 1] |= MAY_BREAK | ADDRESS
        for b in manner.hyphens:
            flags[b - 1] |= MAY_BREAK | HYPHEN
        for start, end in manner.together:
            for b in range(start + 1, end):
                if flags[b - 1] & MAY_BREAK:
                    flags[b - 1] |= KEPT
        for start, end in manner.own:
            for b in range(start + 1, end):
                flags[b - 1] |= OWN
        for start, end in manner.whole:
            for b in range(start + 1, end):
                flags[b - 1] &= ~(MAY_BREAK | MAY_GROW)
        if manner.western:
            self._mark_western(texts)

    def _mark_western(self, texts: Sequence[str]) -> None:
        """Lines end between words, whatever the level, and word spaces alone give and take."""
        flags = self.flags
        table = clreq.pair_table("basic")
        for i, (a, b) in enumerate(pairwise(self.kinds)):
            if not table[a][b] & MAY_BREAK and not flags[i] & (ADDRESS | HYPHEN):
                flags[i] &= ~MAY_BREAK
        for i, kind in enumerate(self.kinds):
            if kind != _SPACE:
                flags[i] &= ~MAY_GROW
            if kind == _DASH and i:  # English has it at a line's end, never at its start
                flags[i - 1] &= ~MAY_BREAK
        for b in compounds(texts):
            flags[b - 1] |= MAY_BREAK

    def result(self) -> Stretch:
        self._find_marks()
        self._squeeze_neighbours()
        self._offer_squeezes()
        self._put_gaps()
        return self._sum_up()

    def _find_marks(self) -> None:
        """What can be cut off each full-width mark at most, and on which side."""
        squeeze = squeezing.SQUEEZE
        for i in self.special:
            rule = squeeze.get(self.kinds[i])
            em = self.ems[i]
            if rule is None or not _FULL * em <= self.widths[i] <= 1.1 * em:
                continue
            share = self.share(i)
            if share < 0:  # its ink fills more than half of the em
                continue
            if self.manner.centred and (
                rule.always or (share == _BOTH and self.kinds[i] in _RESTS)
            ):
                continue
            self.marks[i] = (em // 2, share)
            if rule.always:
                self._cut(i)

    def _cut(self, i: int) -> None:
        """Take the half em off mark ``i`` for good."""
        half, share = self.marks[i]
        self.widths[i] -= half
        self.trims[i] = round(half * share)
        self.marks[i] = (0, share)

    def _squeeze_neighbours(self) -> None:
        for i, (half, _) in list(self.marks.items()):
            if i + 1 not in self.marks or not half:
                continue
            side = squeezing.blank_between(self.kinds[i], self.kinds[i + 1])
            if side == "before":
                self._cut(i)
            elif side == "after":
                self._cut(i + 1)

    def _offer_squeezes(self) -> None:
        for i, (half, share) in self.marks.items():
            rule = squeezing.SQUEEZE[self.kinds[i]]
            if not half:
                continue
            if rule.line_end:
                self.end_cut[i] = (half, round(half * share))
            if rule.rank is not None:
                self._offer(i, rule.rank, half)

    def _offer(self, i: int, rank: int, length: Emu) -> None:
        self.squeezes.setdefault(i, []).append((rank, length))
        self.shrink[i] += length
        if rank < squeezing.CHEAP_RANKS:
            self.cheap[i] += length

    def _put_gaps(self) -> None:
        """Han–Latin gaps of ¼ em (⅛ to ½), word spaces of ¼ to ½ em (CLREQ 3.2.1)."""
        for i in self._between_scripts():
            em = max(self.ems[i], self.ems[i + 1])
            self.glue[i] = em // 4
            self.growth[i] = em // 4
            self._offer(i, squeezing.RANK_HAN_LATIN, em // 8)
        for i in self.special:
            if self.kinds[i] == _SPACE:
                em, width = self.ems[i], self.widths[i]
                self.growth[i] = max(0, em // 2 - width)
                least = width * 2 // 3 if self.manner.western else em // 4
                if width > least:
                    self._offer(i, squeezing.RANK_SPACE, width - least)

    def _between_scripts(self) -> list[int]:
        """The boxes behind which Han and Latin meet; one of both is special."""
        flags, kinds = self.flags, self.kinds
        ahead = [i - 1 for i in self.special if i and not kinds[i - 1]]
        return [i for i in (*ahead, *self.special) if flags[i] & HAN_LATIN]

    def _sum_up(self) -> Stretch:
        count = len(self.widths)
        steps, first = [*self.widths], [0] * count
        for i, gap in self.glue.items():
            steps[i] += gap
        left = list(accumulate(steps, initial=0))
        for i, length in self.growth.items():
            first[i] = length
        last, right = list(range(-1, count)), left[:]
        for i, gap in self.glue.items():
            right[i + 1] -= gap
        for i, (cut, _) in self.end_cut.items():
            right[i + 1] -= cut
        for b, width in self.manner.hyphens.items():
            right[b] += width
        for i in self.special:
            if self.kinds[i] == _SPACE and i:
                right[i + 1], last[i + 1] = right[i], last[i]
        shrink = list(accumulate(self.shrink, initial=0))
        cheap = list(accumulate(self.cheap, initial=0))
        grown = list(accumulate(first, initial=0)) if self.growth else [0] * (count + 1)
        gaps = list(accumulate([1 if flag & MAY_GROW else 0 for flag in self.flags], initial=0))
        return Stretch(
            self.widths, self.trims, left, right, last, self.end_cut, self.flags,
            shrink, cheap, grown, gaps, self._alone(),
            self.squeezes, self.growth, self.marks, max(self.ems, default=1),
        )  # fmt: skip

    def _alone(self) -> int:
        """The first box from which on there are fewer than ``LEAST`` characters."""
        found = 0
        for i in range(len(self.kinds) - 1, -1, -1):
            found += self.kinds[i] not in NOT_LETTERS
            if found == LEAST:
                return i + 1
        return 0


LEAST = 2
"""Characters, marks not counted, that a last line holds at least."""
_BOTH = 0.5
_RESTS = frozenset({int(Kind.PAUSE), int(Kind.STOP)})
NOT_LETTERS = frozenset(
    int(kind)
    for kind in Kind
    if kind not in {Kind.HAN, Kind.UNIT, Kind.LATIN, Kind.DIGIT, Kind.SUFFIX, Kind.PREFIX}
)
"""What does not count towards the two characters of a last line."""
