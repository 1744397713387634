"""publisher build: many speeches, in all formats, only what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.cli.making import Asked, making
from publisher.cli.options import (
    DECK,
    FILE,
    PAGES,
    PRINT,
    Force,
    Formats,
    Jobs,
    JsonEvents,
    Out,
    Paths,
)

if TYPE_CHECKING:
    from publisher.batch.build import Build
    from publisher.batch.engines import Engine

_EACH = 8
"""Speeches that make another process worth its start."""


@making({**DECK, **PAGES, **PRINT, **FILE}, force=Force)
def build(
    asked: Asked,
    paths: Paths = None,
    out: Out = None,
    formats: Formats = None,
    jobs: Jobs = None,
    as_json: JsonEvents = False,
) -> int:
    from publisher.batch.build import Build, Order
    from publisher.cli.building import Events, Summary
    from publisher.config import known_format
    from publisher.named import theme_named

    said, edits, console = asked
    if "theme" in said:
        theme_named(said["theme"])
    chosen = None
    if formats is not None:
        chosen = tuple(known_format(name.strip()) for name in formats.split(","))
    order = Order(tuple(paths or ()), out, chosen, said, said["force"], edits)
    work = Build(order)
    console.inputs = work.total
    face = Events(console, work) if as_json else Summary(console, work)
    with face:
        work.run(face.outcome, _engine(work, jobs))
    return console.finish()


def _engine(work: Build, jobs: int | None) -> Engine:
    from publisher.batch.engines.here import Here
    from publisher.batch.engines.pool import Pool, cores

    count = jobs or min(cores(), 1 + work.total // _EACH)
    return Here() if min(count, work.total) == 1 else Pool(min(count, work.total), work.prepare)
