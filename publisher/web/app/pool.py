"""The worker processes: each job in one of them, with so much time and memory and no more."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import psutil

from publisher.errors import PublisherError
from publisher.web.app.frames import Frame, next_frame, packed
from publisher.web.app.limits import Limits

_GLANCE = 0.2
"""Seconds between two looks at what a job holds in memory."""
_MOST_KNOWN = 1000
_PATIENCE = 3.0
"""Seconds that a job waits for the worker that knows its speech."""
_WINDOW: dict[str, Any] = {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0)}
"""On Windows a program without a console would open one for each worker."""
Progressed = Callable[[int, int], None]


class JobError(PublisherError):
    """A job that did not come to its end, or the speech's own trouble."""


class Worker:
    """One process, started when it is needed and again when it had to be ended."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: asyncio.subprocess.Process | None = None
        self._closed = asyncio.Event()
        self._waiting = 0
        self.turn = asyncio.Lock()

    @property
    def asked(self) -> int:
        """How many jobs it has, the one that it does included."""
        return self._waiting + self.turn.locked()

    async def take(self) -> None:
        """Wait for the turn, which is given back by ``turn.release``."""
        self._waiting += 1
        try:
            await self.turn.acquire()
        finally:
            self._waiting -= 1

    async def ask(self, job: Frame, seconds: float, progressed: Progressed | None) -> Frame:
        """The answer to ``job``. Raises JobError."""
        process = await self._running()
        watch = asyncio.create_task(self._watch(process))
        try:
            async with asyncio.timeout(seconds):
                return await self._answer(process, job, progressed)
        except TimeoutError:
            await self.end()
            raise JobError("job-time", seconds=round(seconds)) from None
        except (asyncio.IncompleteReadError, ConnectionError):
            grew = watch.done() and not watch.cancelled() and watch.result()
            await self.end()
            raise JobError("job-memory" if grew else "job-died") from None
        except asyncio.CancelledError:
            await self.end()  # its answer must not be taken for that of the next job
            raise
        finally:
            watch.cancel()

    async def _answer(
        self, process: asyncio.subprocess.Process, job: Frame, progressed: Progressed | None
    ) -> Frame:
        assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - pipes
        process.stdin.write(packed(job))
        await process.stdin.drain()
        while True:
            frame = await next_frame(process.stdout)
            if "progress" in frame:
                if progressed:
                    progressed(*frame["progress"])
                continue
            if "error" in frame:
                error = frame["error"]
                raise JobError(error["key"], place=error["place"], **error["values"])
            answer: Frame = frame["answer"]
            return answer

    async def _running(self) -> asyncio.subprocess.Process:
        if self._closed.is_set():
            raise JobError("job-died")
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-X", "utf8", "-m", "publisher.web.app.worker", str(self._limits.address_space)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                **_WINDOW,
            )
            if self._closed.is_set():  # meanwhile
                await self.end()
                raise JobError("job-died")
        return self._process

    async def _watch(self, process: asyncio.subprocess.Process) -> bool:
        """End ``process`` when it and its children hold more memory than they may; then True."""
        while process.returncode is None:
            await asyncio.sleep(_GLANCE)
            if _held(process.pid) > self._limits.memory:
                _kill(process.pid)
                return True
        return False

    async def end(self) -> None:
        """End the process and what it started."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            _kill(process.pid)
        if process.stdin is not None:
            process.stdin.close()
        try:
            await process.communicate()  # what it still had to say, up to its end
        except RuntimeError:
            await process.wait()  # whoever waits for its answer comes to its end, too

    async def close(self) -> None:
        """End it for good."""
        self._closed.set()
        await self.end()


class Pool:
    """Some workers. Jobs for one speech go to one of them, which has it in memory from the last
    time; where that one is long at something else, to another."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._workers = [Worker(limits) for _ in range(limits.workers)]
        self._own: dict[str, Worker] = {}

    async def ask(
        self, job: Frame, seconds: float | None = None, progressed: Progressed | None = None
    ) -> Frame:
        """The answer to ``job``. Raises JobError, with the words of the speech's own trouble."""
        source = job.get("source", "")
        worker = await self._taken(self._own.get(source) or self._least_asked())
        self._own.pop(source, None)  # the last is the latest
        self._own[source] = worker
        while len(self._own) > _MOST_KNOWN:
            del self._own[next(iter(self._own))]
        try:
            return await worker.ask(job, seconds or self._limits.look, progressed)
        finally:
            worker.turn.release()

    async def _taken(self, worker: Worker) -> Worker:
        """``worker`` when it is its turn, or another where that takes long."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await worker.take()
        except TimeoutError:
            worker = self._least_asked()
            await worker.take()
        return worker

    def _least_asked(self) -> Worker:
        owned = list(self._own.values())
        return min(self._workers, key=lambda each: (each.asked, owned.count(each)))

    async def warm(self, job: Frame) -> None:
        """Have every worker do ``job``, so that the first visitor does not wait for its start."""
        for worker in self._workers:
            await worker.take()
            try:
                await worker.ask(job, self._limits.look, None)
            except JobError:
                pass  # it will be told to whoever asks
            finally:
                worker.turn.release()

    async def close(self) -> None:
        """End all workers; no job begins any more."""
        for worker in self._workers:
            await worker.close()


def _held(pid: int) -> int:
    """Bytes in memory of a process and its children; 0 where it is gone."""
    try:
        process = psutil.Process(pid)
        family = [process, *process.children(recursive=True)]
        return sum(each.memory_info().rss for each in family)
    except psutil.Error:
        return 0


def _kill(pid: int) -> None:
    try:
        process = psutil.Process(pid)
        family = [*process.children(recursive=True), process]
    except psutil.Error:
        return
    for each in family:
        try:
            each.kill()
        except psutil.Error:
            pass
