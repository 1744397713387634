"""publisher build: many speeches, in all formats, only what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from publisher.cli.making import Asked, making
from publisher.cli.options import (
    DECK,
    FILE,
    PAGES,
    PRINT,
    Engines,
    Force,
    Formats,
    Jobs,
    JsonEvents,
    Out,
    Places,
    Scheduler,
)
from publisher.errors import UsageError

if TYPE_CHECKING:
    from publisher.batch.build import Build
    from publisher.batch.engines import Engine

_EACH = 8
"""Speeches that make another process worth its start."""


@making({**DECK, **PAGES, **PRINT, **FILE}, force=Force)
def build(
    asked: Asked,
    paths: Places = None,
    out: Out = None,
    formats: Formats = None,
    jobs: Jobs = None,
    engine: Engines = "local",
    scheduler: Scheduler = None,
    as_json: JsonEvents = False,
) -> int:
    from publisher.batch.build import Build, Order
    from publisher.batch.places import place_of
    from publisher.cli.building import Events, Summary
    from publisher.config import known_format
    from publisher.named import theme_named

    said, edits, console = asked
    if "theme" in said:
        theme_named(said["theme"])
    chosen = None
    if formats is not None:
        chosen = tuple(known_format(name.strip()) for name in formats.split(","))
    if engine not in _ENGINES:
        raise UsageError("engine-unknown", name=engine, known=", ".join(_ENGINES))
    if scheduler and engine != "dask":
        raise UsageError("scheduler-alone")
    places = tuple(place_of(path) for path in paths or ())
    order = Order(places, place_of(out) if out else None, chosen, said, said["force"], edits)
    work = Build(order)
    console.inputs = work.total
    face = Events(console, work) if as_json else Summary(console, work)
    with face:
        work.run(face.outcome, _ENGINES[engine](work, jobs, scheduler))
    return console.finish()


def _cluster(work: Build, jobs: int | None, scheduler: str | None) -> Engine:
    from publisher.batch.engines.cluster import Dask

    return Dask(scheduler, jobs, work.prepare)


def _local(work: Build, jobs: int | None, _: str | None) -> Engine:
    from publisher.batch.engines.here import Here
    from publisher.batch.engines.pool import Pool, cores

    count = jobs or min(cores(), 1 + work.total // _EACH)
    return Here() if min(count, work.total) == 1 else Pool(min(count, work.total), work.prepare)


_ENGINES: Mapping[str, Callable[[Build, int | None, str | None], Engine]] = {
    "local": _local,
    "dask": _cluster,
}
