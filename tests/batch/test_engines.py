"""What every engine promises: each task once, whatever dies."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from publisher.batch.build import Build, Order
from publisher.batch.engines import ATTEMPTS, Engine
from publisher.batch.engines.cluster import Dask
from publisher.batch.engines.here import Here
from publisher.batch.engines.pool import Pool
from publisher.batch.manifest import Entry
from publisher.batch.work import Done, Task
from publisher.errors import InputError, InternalError
from publisher.kinds import KINDS
from tests.batch.test_build import run
from tests.judges.programs import need_module
from tests.speeches import make_speech

POOLS: dict[str, Callable[[], Engine]] = {
    "spawn": lambda: Pool(2, start="spawn"),
    **({} if sys.platform == "win32" else {"fork": lambda: Pool(2, start="fork")}),
}
OTHERS: dict[str, Callable[[], Engine]] = {**POOLS, "dask": lambda: Dask(jobs=2)}
ENGINES: dict[str, Callable[[], Engine]] = {"here": Here, **OTHERS}


def made(name: str) -> Engine:
    if name == "dask":
        need_module("distributed")
    return ENGINES[name]()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    return made(request.param)


@pytest.fixture(params=OTHERS)
def pool(request: pytest.FixtureRequest) -> Engine:
    return made(request.param)


def tasks(count: int, folder: Path) -> Iterator[Task]:
    for number in range(count):
        yield Task(number, f"s{number}", folder / f"s{number}.docx", folder, ("pptx",))


def done(task: Task) -> Done:
    """What is written down for each run of a task."""
    with (task.out / f"{task.name}.log").open("a", encoding="ascii") as log:
        log.write("x")
    return Done({"pptx": Entry(task.name, task.number, 0)}, ("pptx",))


def refusing_the_third(task: Task) -> Done:
    if task.number == 3:
        return Done({}, errors=(InputError("input-missing", place=str(task.source)),))
    return done(task)


def looking_for_cycles(task: Task) -> Done:
    seen = f"{gc.get_threshold()[0]} {gc.get_freeze_count() > 0}"
    (task.out / f"{task.name}.gc").write_text(seen, encoding="ascii")
    return Done({})


def _die() -> None:
    os.kill(os.getpid(), signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)


def dying_once(task: Task) -> Done:
    result = done(task)
    if task.number in {3, 6} and len((task.out / f"{task.name}.log").read_bytes()) == 1:
        _die()
    return result


def dying_at_the_third(task: Task) -> Done:
    result = done(task)
    if task.number == 3:
        _die()
    return result


def names(found: list[tuple[Task, Done]]) -> list[str]:
    return sorted(task.name for task, _ in found)


def test_each_task_is_done_once(engine: Engine, tmp_path: Path) -> None:
    found = list(engine.run(tasks(20, tmp_path), done))
    assert names(found) == sorted(task.name for task in tasks(20, tmp_path))
    assert all(each.entries["pptx"].fingerprint == task.name for task, each in found)
    assert {log.read_bytes() for log in tmp_path.glob("*.log")} == {b"x"}


def test_no_tasks_are_no_work(engine: Engine, tmp_path: Path) -> None:
    assert list(engine.run(tasks(0, tmp_path), done)) == []


def test_an_error_comes_back_as_it_was(engine: Engine, tmp_path: Path) -> None:
    found = {task.number: each for task, each in engine.run(tasks(6, tmp_path), refusing_the_third)}
    (error,) = found[3].errors
    assert isinstance(error, InputError)
    assert (error.key, error.place) == ("input-missing", str(tmp_path / "s3.docx"))
    assert sum(bool(each.errors) for each in found.values()) == 1


def test_tasks_are_taken_as_there_is_room_for_them(engine: Engine, tmp_path: Path) -> None:
    taken = 0

    def counted() -> Iterator[Task]:
        nonlocal taken
        for task in tasks(60, tmp_path):
            taken += 1
            yield task

    most = 0
    for finished, _ in enumerate(engine.run(counted(), done)):
        most = max(most, taken - finished)
    assert most <= 5


def test_a_worker_that_dies_loses_nothing(pool: Engine, tmp_path: Path) -> None:
    found = list(pool.run(tasks(20, tmp_path), dying_once))
    assert names(found) == sorted(task.name for task in tasks(20, tmp_path))
    assert not [task for task, each in found if each.errors]


def test_a_task_that_kills_its_workers_fails_alone(pool: Engine, tmp_path: Path) -> None:
    found = list(pool.run(tasks(12, tmp_path), dying_at_the_third))
    assert len(found) == 12
    ((task, each),) = [(task, each) for task, each in found if each.errors]
    assert (task.number, each.errors[0].key) == (3, "worker-lost")
    assert isinstance(each.errors[0], InternalError)
    assert len((tmp_path / "s3.log").read_bytes()) == ATTEMPTS


def test_all_engines_make_the_same_files(pool: Engine, tmp_path: Path) -> None:
    for number in range(5):
        make_speech(tmp_path / "speeches" / f"{number}.docx", (f"第{number}号题目", "正文一段。"))
    (tmp_path / "speeches" / "bad.docx").write_bytes(b"no package")
    formats = ("pptx", "script")
    here = run(Build(Order(out=tmp_path / "here", formats=formats), tmp_path))
    there = run(Build(Order(out=tmp_path / "there", formats=formats), tmp_path), pool)
    assert {n: (o.state, o.entries) for n, o in here.items()} == {
        n: (o.state, o.entries) for n, o in there.items()
    }
    for number in range(5):
        for kind in formats:
            name = f"{number}{KINDS[kind].suffix}"
            assert (tmp_path / "here" / name).read_bytes() == (
                tmp_path / "there" / name
            ).read_bytes()


@pytest.mark.parametrize("start", POOLS)
def test_workers_look_for_cycles_as_rarely_as_their_parent(start: str, tmp_path: Path) -> None:
    before = gc.get_threshold()
    gc.set_threshold(12_345)
    try:
        list(POOLS[start]().run(tasks(2, tmp_path), looking_for_cycles))
    finally:
        gc.set_threshold(*before)
    assert {file.read_text(encoding="ascii") for file in tmp_path.glob("*.gc")} == {"12345 True"}


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_cluster_of_our_own_has_as_many_workers_as_jobs(jobs: int) -> None:
    need_module("distributed")
    with ExitStack() as stack:
        client = Dask(jobs=jobs)._client(stack)
        client.wait_for_workers(jobs, timeout=30)
        assert sum(client.nthreads().values()) == jobs
