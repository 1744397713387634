"""On the cores of this machine: processes that each load fonts and themes once.

Nothing depends on how a process begins: by fork, where that is usual, it finds what was loaded
before; by spawn (Windows, macOS) it loads the same itself.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.connection import wait as wait_for

from publisher.batch.engines import ATTEMPTS, Work, at_work, guarded, lost
from publisher.batch.work import Done, Task

_AHEAD = 2
"""Tasks in hand for each worker: one at work, one waiting."""


def cores() -> int:
    """How many this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(allowed(0)) if allowed else os.cpu_count() or 1


class Pool:
    """The engine of ``jobs`` processes; ``prepare`` is what each does first, ``start`` how one
    begins (``fork``, ``spawn``, ``forkserver``), by default as is usual here."""

    def __init__(
        self, jobs: int, prepare: Callable[[], None] | None = None, start: str | None = None
    ) -> None:
        self._jobs = jobs
        self._prepare = prepare
        self._context = multiprocessing.get_context(start)

    def run(self, tasks: Iterable[Task], work: Work) -> Iterator[tuple[Task, Done]]:
        rest = iter(tasks)
        first = next(rest, None)
        if first is None:
            return
        if self._prepare and self._context.get_start_method() == "fork":
            self._prepare()  # once for all: children share the memory
        rest = chain([first], rest)
        while True:
            suspects: list[Task] = []
            yield from self._until_broken(rest, work, suspects)
            if not suspects:
                return
            # Threads are about by now, which a fork would copy in the middle of something.
            self._context = multiprocessing.get_context("spawn")
            for task in suspects:  # one of them kills its worker; alone each shows which
                yield task, self._alone(task, work)

    def _until_broken(
        self, rest: Iterator[Task], work: Work, suspects: list[Task]
    ) -> Iterator[tuple[Task, Done]]:
        """Tasks done until all are, or a worker dies: then ``suspects`` are what was in hand."""
        executor = self._executor(self._jobs)
        running: dict[Future[Done], Task] = {}
        try:
            while True:
                for task in islice(rest, self._jobs * _AHEAD - len(running)):
                    try:
                        running[executor.submit(guarded, work, task)] = task
                    except BrokenProcessPool:
                        suspects.append(task)
                        break
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    task = running.pop(future)
                    try:
                        yield task, future.result()
                    except BrokenProcessPool:
                        suspects.append(task)
                if suspects:
                    suspects += running.values()
                    return
        finally:
            executor.shutdown(wait=True, cancel_futures=True)

    def _alone(self, task: Task, work: Work) -> Done:
        for _ in range(ATTEMPTS - 1):
            with self._executor(1) as executor:
                try:
                    return executor.submit(guarded, work, task).result()
                except BrokenProcessPool:
                    continue
        return lost(task)

    def _executor(self, jobs: int) -> ProcessPoolExecutor:
        given = (self._prepare, gc.get_threshold())
        return ProcessPoolExecutor(jobs, self._context, initializer=_begin, initargs=given)


def _begin(prepare: Callable[[], None] | None, thresholds: tuple[int, int, int]) -> None:
    """What a worker does first. An interruption is its parent's to deal with.

    It looks for cycles as rarely as its parent (``thresholds`` of ``gc``), and never among what
    all speeches have in common.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.set_threshold(*thresholds)
    if prepare:
        prepare()
    gc.freeze()


def _end_with_parent() -> None:
    """A parent that is killed says nothing; without this its workers would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    wait_for([parent.sentinel])
    with at_work:
        os._exit(0)
