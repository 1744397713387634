"""A worker process: jobs come in on standard input, answers go out on standard output."""

from __future__ import annotations

import os
import sys
from typing import Any, BinaryIO, TextIO

from publisher.errors import InternalError, PublisherError
from publisher.events import Progress
from publisher.web.app.desk import Desk
from publisher.web.app.frames import Frame, packed, read_frame
from publisher.web.app.limits import limit_memory


class Reporter:
    """The observer whose progress goes to the server."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers

    def progress(self, event: Progress) -> None:
        self.send({"progress": [event.done, event.total]})

    def send(self, frame: Frame) -> None:
        self._answers.write(packed(frame))
        self._answers.flush()


def main() -> int:
    """Do jobs until there are no more; the first argument is how many bytes it may ask for."""
    limit_memory(int(sys.argv[1]))
    reporter, jobs = Reporter(_answers()), sys.stdin.buffer
    desk = Desk()
    while (job := read_frame(jobs)) is not None:
        answer = _answered(desk, job, reporter)
        reporter.send(answer)
        if answer.get("error", {}).get("key") == "job-memory":
            return 1  # what is left of it is better thrown away
    return 0


def _answered(desk: Desk, job: Frame, reporter: Reporter) -> Frame:
    try:
        return {"answer": desk.answer(job, reporter)}
    except PublisherError as error:
        return {"error": told(error)}
    except MemoryError:
        return {"error": told(PublisherError("job-memory"))}
    except RecursionError as error:
        return {"error": told(InternalError("bug", detail=str(error)))}
    except Exception as error:  # noqa: BLE001 - whatever it is, the worker goes on
        return {"error": told(InternalError("bug", detail=f"{type(error).__name__}: {error}"))}


def told(error: PublisherError) -> dict[str, Any]:
    """An error as data: the server puts it into words."""
    values = {name: str(value) for name, value in error.values.items()}
    return {"key": error.key, "place": error.place, "values": values}


def _answers() -> BinaryIO:
    """Standard output for answers alone: what libraries print goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere: TextIO = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - no path, kept
    os.dup2(nowhere.fileno(), sys.stdout.fileno())
    sys.stdout = nowhere
    return answers


if __name__ == "__main__":
    sys.exit(main())
