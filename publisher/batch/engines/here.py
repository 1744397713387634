"""In this process, one after the other: for a few speeches nothing is faster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publisher.batch.engines import Work
from publisher.batch.work import Done, Task


class Here:
    """The engine of one job."""

    def run(self, tasks: Iterable[Task], work: Work) -> Iterator[tuple[Task, Done]]:
        for task in tasks:
            yield task, work(task)
