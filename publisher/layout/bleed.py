"""Bleed: what touches the edge of a sheet goes on beyond it, so that no cut leaves a white seam.

Nothing inside the sheet moves. Edges that lie on the sheet's are pushed out; where an outline
runs into the edge it is led on the way it was going.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from publisher.geometry import Emu, Rect, Size, mm, px
from publisher.plan import Path, Plan, Shape
from publisher.record import NamedTuple
from publisher.theme.model import Theme

BLEED: Emu = mm(3)
"""What print shops ask for."""
_ON_EDGE: Emu = px(1) // 2
Point: TypeAlias = tuple[Emu, Emu]
Points: TypeAlias = tuple[Point, ...]


class Segment(NamedTuple):
    """A line (two points) or a cubic curve (four)."""

    points: Points

    @property
    def start(self) -> Point:
        return self.points[0]

    @property
    def end(self) -> Point:
        return self.points[-1]


class Edges(NamedTuple):
    """The edges of a sheet of ``size``, and how far beyond them to go."""

    size: Size
    bleed: Emu

    def touched(self, points: Sequence[Point]) -> frozenset[str]:
        """The edges that all of ``points`` lie on, or beyond."""
        right, bottom = self.size.width - _ON_EDGE, self.size.height - _ON_EDGE
        tests = {
            "left": all(x <= _ON_EDGE for x, _ in points),
            "right": all(x >= right for x, _ in points),
            "top": all(y <= _ON_EDGE for _, y in points),
            "bottom": all(y >= bottom for _, y in points),
        }
        return frozenset(edge for edge, touched in tests.items() if touched)

    def pushed(self, point: Point, edges: frozenset[str]) -> Point:
        """``point`` out of the sheet over these ``edges``; what is further out stays."""
        x, y = point
        x = min(x, -self.bleed) if "left" in edges else x
        x = max(x, self.size.width + self.bleed) if "right" in edges else x
        y = min(y, -self.bleed) if "top" in edges else y
        y = max(y, self.size.height + self.bleed) if "bottom" in edges else y
        return x, y

    def led_on(self, point: Point, before: Point, edges: frozenset[str]) -> Point:
        """Where an outline ends that comes from ``before`` and meets ``edges`` at ``point``.

        One that meets the edge flatter than 45° is bent to that: it would else run far along it.
        """
        out = self.pushed(point, edges)
        if len(edges) != 1:
            return out
        along = 0 if edges & {"left", "right"} else 1
        ahead = [point[i] - before[i] for i in (0, 1)]
        way = out[along] - point[along]
        if ahead[along] * way <= 0:
            return out
        aside = round(ahead[1 - along] * way / ahead[along])
        across = point[1 - along] + max(-abs(way), min(abs(way), aside))
        return (out[0], across) if along == 0 else (across, out[1])


def with_bleed(plan: Plan, theme: Theme | None, scale: float = 1.0) -> tuple[Plan, Theme | None]:
    """The plan and its theme's drawings with what touches an edge led beyond it, so far that it
    is BLEED when the pages are printed at ``scale``."""
    bleed = round(BLEED / scale)
    edges = Edges(plan.size, bleed)
    sheets = tuple(
        sheet._replace(
            items=tuple(
                beyond(item, edges) if isinstance(item, Shape) else item for item in sheet.items
            )
        )
        for sheet in plan.sheets
    )
    if theme is not None and theme.size == plan.size:  # on a handout slides have no edge to cut
        drawings = {
            role: drawing._replace(artwork=tuple(beyond(s, edges) for s in drawing.artwork))
            for role, drawing in theme.drawings.items()
        }
        theme = theme._replace(drawings=drawings)
    return plan._replace(sheets=sheets, bleed=bleed), theme


def beyond(shape: Shape, edges: Edges) -> Shape:
    """``shape`` led on over the edges that it touches. Ellipses stay: they only touch."""
    if shape.kind == "ellipse":
        return shape
    if shape.path is None:
        return shape._replace(frame=_rect(shape.frame, edges))
    commands = [
        command for subpath in _subpaths(shape.path) for command in _subpath(*subpath, edges)
    ]
    return shape._replace(path=Path(tuple(commands)))


def _rect(frame: Rect, edges: Edges) -> Rect:
    """A side that lies on an edge is pushed out; a side that is no more than met by it is not."""
    near, far = (frame.x, frame.y), (frame.right, frame.bottom)
    left, top = edges.pushed(near, edges.touched([near]) & {"left", "top"})
    right, bottom = edges.pushed(far, edges.touched([far]) & {"right", "bottom"})
    return Rect(left, top, right - left, bottom - top)


def _subpaths(path: Path) -> Iterator[tuple[list[Segment], bool]]:
    """Each subpath's segments, and whether it is closed."""
    segments: list[Segment] = []
    at = start = (0, 0)
    for verb, *numbers in path.commands:
        values = [value for value in numbers if isinstance(value, int)]
        points = tuple(zip(values[::2], values[1::2]))
        if verb == "M":
            if segments:
                yield segments, False
            segments, at = [], points[0]
            start = at
        elif verb == "Z":
            if at != start:
                segments.append(Segment((at, start)))
            yield segments, True
            segments, at = [], start
        else:
            segments.append(Segment((at, *points)))
            at = points[-1]
    if segments:
        yield segments, False


def _subpath(
    segments: list[Segment], closed: bool, edges: Edges
) -> Iterator[tuple[str | Emu, ...]]:
    """The commands of one subpath, led on."""
    segments = [s for s in segments if len(set(s.points)) > 1]
    if not segments:
        return
    led = list(_led_on(segments, closed, edges))
    yield ("M", *led[0].start)
    for segment in led:
        flat = [value for point in segment.points[1:] for value in point]
        yield ("L" if len(segment.points) == 2 else "C", *flat)
    if closed:
        yield ("Z",)


def _led_on(segments: list[Segment], closed: bool, edges: Edges) -> Iterator[Segment]:
    along = [edges.touched(segment.points) for segment in segments]
    last = len(segments) - 1
    ends = [_outer_end(segments, along, i, closed, edges) for i in range(len(segments))]
    if not closed and not along[0]:
        met = edges.touched([segments[0].start])
        if met:  # an open outline that begins at the edge begins beyond it
            first = segments[0].points
            yield Segment((edges.led_on(first[0], _inner(first), met), first[0]))
    for i, segment in enumerate(segments):
        if not along[i]:
            yield segment
            if ends[i] != segment.end:
                yield Segment((segment.end, ends[i]))
            continue
        before = ends[i - 1] if i or closed else edges.pushed(segment.start, along[i])
        inner = [edges.pushed(point, along[i]) for point in segment.points[1:-1]]
        yield Segment((before, *inner, ends[i]))
        back = (i < last or closed) and not along[(i + 1) % len(segments)]
        if back and ends[i] != segment.end:
            yield Segment((ends[i], segment.end))


def _outer_end(
    segments: list[Segment], along: list[frozenset[str]], i: int, closed: bool, edges: Edges
) -> Point:
    """Where the outline stands outside after segment ``i``: the segment's own end where it does
    not leave the sheet."""
    following = (i + 1) % len(segments)
    end = segments[i].end
    if i == len(segments) - 1 and not closed:
        met = edges.touched([end])
        if along[i] or not met:
            return edges.pushed(end, along[i])
        return edges.led_on(end, _inner(segments[i].points[::-1]), met)
    if along[i] and along[following]:
        return edges.pushed(end, along[i] | along[following])
    if along[following]:
        return edges.led_on(end, _inner(segments[i].points[::-1]), along[following])
    if along[i]:
        return edges.led_on(end, _inner(segments[following].points), along[i])
    return end


def _inner(points: Points) -> Point:
    """The first point that tells which way an outline goes that begins at ``points[0]``."""
    return next((point for point in points if point != points[0]), points[0])
