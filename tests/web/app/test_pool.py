"""Jobs with so much time and memory, and what becomes of the others."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from publisher.web.app.limits import MB, Limits
from publisher.web.app.pool import JobError, Pool, _held, _kill
from tests.speeches import SPEECH, make_speech


def in_pool(limits: Limits, work: Callable[[Pool], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        pool = Pool(limits)
        try:
            return await work(pool)
        finally:
            await pool.close()

    return asyncio.run(run())


def job(source: Path, **more: Any) -> dict[str, Any]:
    place = {"folder": str(source.parent / "shown"), "address": "/x"}
    known = {"job": "look", "source": str(source), "lang": "zh", "kind": "pptx", "count": 1}
    return {**known, **place, **more}


@pytest.fixture
def vast(tmp_path: Path) -> Path:
    """A speech that takes a while, and memory."""
    many = tuple(f"第{number}段，我们要把好书送到每一个村庄。" * 20 for number in range(3000))
    return make_speech(tmp_path / "vast.docx", (*SPEECH, *many))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return make_speech(tmp_path / "small.docx")


def test_a_job_out_of_time_is_ended_and_the_next_one_is_done(vast: Path, small: Path) -> None:
    async def work(pool: Pool) -> str:
        with pytest.raises(JobError) as caught:
            await pool.ask(job(vast), 0.5)
        assert caught.value.key == "job-time"
        return str((await pool.ask(job(small)))["look"]["front"]["title"])

    assert in_pool(Limits(workers=1), work) == SPEECH[0]


def test_a_job_out_of_memory_is_ended_and_others_are_served_meanwhile(
    vast: Path, small: Path
) -> None:
    async def work(pool: Pool) -> list[str]:
        ending = asyncio.create_task(pool.ask(job(vast), 60))
        titles = []
        while not ending.done():
            titles.append((await pool.ask(job(small)))["look"]["front"]["title"])
        with pytest.raises(JobError) as caught:
            await ending
        assert caught.value.key == "job-memory"
        titles.append((await pool.ask(job(small)))["look"]["front"]["title"])
        return titles

    memory = in_pool(Limits(workers=1), lambda pool: _taken(pool, small)) + 15 * MB
    titles = in_pool(Limits(workers=2, memory=memory), work)
    assert len(titles) > 1
    assert set(titles) == {SPEECH[0]}


async def _taken(pool: Pool, small: Path) -> int:
    """What a worker holds that has done a job."""
    await pool.ask(job(small))
    (worker,) = pool._workers
    assert worker._process is not None
    return _held(worker._process.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="the system must know such a limit")
def test_a_worker_is_refused_memory_beyond_its_address_space() -> None:
    code = (
        "from publisher.web.app.limits import limit_memory\n"
        "limit_memory(300 << 20)\n"
        "try: bytearray(400 << 20)\n"
        "except MemoryError: print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "refused"


def test_a_worker_that_dies_is_told_and_replaced(vast: Path, small: Path) -> None:
    async def work(pool: Pool) -> bool:
        await pool.ask(job(small))
        (worker,) = pool._workers
        asking = asyncio.create_task(worker.ask(job(vast), 30, None))
        await asyncio.sleep(0.2)
        assert worker._process is not None
        _kill(worker._process.pid)
        with pytest.raises(JobError) as caught:
            await asking
        assert caught.value.key == "job-died"
        return "look" in await pool.ask(job(small))

    assert in_pool(Limits(workers=1), work)


def test_a_job_that_nobody_waits_for_does_not_answer_the_next_one(vast: Path, small: Path) -> None:
    async def work(pool: Pool) -> str:
        leaving = asyncio.create_task(pool.ask(job(vast)))
        await asyncio.sleep(0.5)
        leaving.cancel()
        return str((await pool.ask(job(small)))["look"]["front"]["title"])

    assert in_pool(Limits(workers=1), work) == SPEECH[0]


def test_a_bug_in_a_job_is_an_error_of_ours_and_the_worker_goes_on(small: Path) -> None:
    async def work(pool: Pool) -> bool:
        with pytest.raises(JobError) as caught:
            await pool.ask({**job(small), "kind": None})
        assert caught.value.key == "bug"
        (worker,) = pool._workers
        process = worker._process
        assert "look" in await pool.ask(job(small))
        return worker._process is process

    assert in_pool(Limits(workers=1), work)


def test_making_tells_how_far_it_is(small: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []

    async def work(pool: Pool) -> None:
        pack = job(small, job="make", kind="pack", target=str(tmp_path / "x.zip"), stem="a")
        await pool.ask(pack, None, lambda done, total: steps.append((done, total)))

    in_pool(Limits(workers=1), work)
    assert len(steps) > 5
    assert all(done < total for done, total in steps)
