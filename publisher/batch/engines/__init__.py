"""Where the speeches of a build are worked on: one after the other, on all cores, or elsewhere.

An engine takes tasks and gives back what became of each, in whatever order, and never holds more
than a few of them. It knows nothing of speeches: tests hand every engine the same contract.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeAlias

from publisher.batch.work import Done, Task
from publisher.errors import InternalError

Work: TypeAlias = Callable[[Task], Done]
"""What is done with a task: a function that can be pickled and may be run twice."""

at_work = threading.Lock()
"""Held while a process is at a task: it is at one at a time, and never ends in the middle."""
ATTEMPTS = 3
"""How often a task is begun whose worker dies under it, before that is its failure."""


class Engine(Protocol):
    """Runs work on tasks."""

    def run(self, tasks: Iterable[Task], work: Work) -> Iterator[tuple[Task, Done]]:
        """Each of ``tasks`` with what became of it, once, as they are done.

        Tasks are taken from the iterator as there is room for them. A worker that dies loses
        nothing: what it was at is begun again, at most ATTEMPTS times.
        """
        ...


def lost(task: Task) -> Done:
    """What becomes of a task that kills every worker."""
    return Done({}, errors=(InternalError("worker-lost", place=str(task.source)),))


def guarded(work: Work, task: Task) -> Done:
    """The work, with what led to each error as words: causes do not come through a pipe."""
    with at_work:
        done = work(task)
    for error in done.errors:
        if error.__cause__ is not None:
            error.add_note("".join(traceback.format_exception(error.__cause__)).rstrip())
    return done
