"""On a Dask cluster that somebody runs already, or on one of this machine alone.

Dask moves tasks and starts again what was on a worker that died; here it is told how often, and
given no more tasks than it has hands for.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, Any

from publisher.batch.engines import ATTEMPTS, Work, guarded, lost
from publisher.batch.work import Done, Task
from publisher.errors import UsageError

if TYPE_CHECKING:
    from distributed import Client

_AHEAD = 2
"""Tasks in hand for each thread of the cluster: one at work, one waiting."""
_OFTEN = 1.0
"""Seconds between two questions how many threads there are."""
_PATIENCE = "30s"
"""How long a scheduler may take to answer, and to have a first worker."""
_OWN = {
    "distributed.scheduler.allowed-failures": 0,
    "distributed.scheduler.worker-saturation": 1.0,
}
"""For a cluster of our own: a death is told at once, and is that of the task at work alone. Another
has its own rules (3 deaths by default), which are then kept for each of our attempts."""


class Dask:
    """The engine of the cluster whose scheduler is at ``address``, such as ``tcp://host:8786``;
    without one, of ``jobs`` processes here. ``prepare`` is what each worker does first.

    Raises UsageError where Dask is not installed, or the scheduler does not answer or goes away.
    """

    def __init__(
        self,
        address: str | None = None,
        jobs: int | None = None,
        prepare: Callable[[], None] | None = None,
    ) -> None:
        try:
            import distributed  # noqa: F401 - is it there?
        except ImportError as error:
            raise UsageError("cluster-extra") from error
        self._address, self._jobs, self._prepare = address, jobs, prepare

    def run(self, tasks: Iterable[Task], work: Work) -> Iterator[tuple[Task, Done]]:
        rest = iter(tasks)
        first = next(rest, None)
        if first is None:
            return
        with ExitStack() as stack:
            client = self._client(stack)
            yield from _Run(client, work).run(first, rest)

    def _client(self, stack: ExitStack) -> Client:
        import dask.config
        from distributed import Client, LocalCluster

        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we say what matters
        address: Any = self._address
        if address is None:
            stack.enter_context(dask.config.set(_OWN))
            address = stack.enter_context(
                LocalCluster(
                    n_workers=self._jobs, threads_per_worker=1, dashboard_address="127.0.0.1:0"
                )
            )
        try:
            client = stack.enter_context(Client(address, timeout=_PATIENCE, set_as_default=False))
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            raise UsageError("cluster-silent", place=self._address, detail=error) from error
        if self._prepare:
            client.register_plugin(_preparation(self._prepare), name="publisher")
        return client


class _Run:
    """Tasks on their way through ``client``."""

    def __init__(self, client: Client, work: Work) -> None:
        from distributed import as_completed

        self._client, self._work = client, work
        self._done = as_completed(loop=client.loop)
        self._running: dict[Any, tuple[Task, int]] = {}
        self._hands, self._asked = 1, -_OFTEN

    def run(self, first: Task, rest: Iterator[Task]) -> Iterator[tuple[Task, Done]]:
        self._begin(first, 1)
        for task in islice(rest, self._room() - 1):
            self._begin(task, 1)
        for future in self._done:
            task, attempt = self._running.pop(future)
            done = self._result(future, task)
            if done is None and attempt < ATTEMPTS:
                self._begin(task, attempt + 1)
                continue
            yield task, done or lost(task)
            for each in islice(rest, max(0, self._room() - len(self._running))):
                self._begin(each, 1)

    def _result(self, future: Any, task: Task) -> Done | None:
        """What became of a task; None where its worker died."""
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError

        try:
            done: Done = future.result()
        except KilledWorker:
            return None
        except FutureCancelledError as error:
            raise UsageError("cluster-gone", place=str(task.source)) from error
        return done

    def _begin(self, task: Task, attempt: int) -> None:
        future = self._client.submit(guarded, self._work, task, pure=False)
        self._running[future] = task, attempt
        self._done.add(future)

    def _room(self) -> int:
        """As many as the cluster has hands for: workers come and go, so that it is asked often,
        but not for each task."""
        now = monotonic()
        if now - self._asked >= _OFTEN:
            self._hands, self._asked = sum(self._client.nthreads().values()), now
        return max(1, _AHEAD * self._hands)


def _preparation(prepare: Callable[[], None]) -> Any:
    """Dask has each worker that joins do this first, also one that joins late."""
    from distributed import WorkerPlugin

    class Preparation(WorkerPlugin):  # type: ignore[misc]  # a class of the extra
        def setup(self, worker: object) -> None:  # noqa: ARG002 - as Dask calls it
            prepare()

    return Preparation()
