"""Start the server, open the browser, end when told."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from publisher.errors import UsageError
from publisher.record import NamedTuple
from publisher.web.app.entrance import themes_job
from publisher.web.app.house import House, Opening
from publisher.web.app.limits import Limits
from publisher.web.app.site import make_site

_LOOPBACK = "127.0.0.1"
_SHORTEST = 8
"""Characters of a password."""
_PATIENCE = 900
"""Seconds after the last page was closed before a server that nobody sees ends."""
_KEEP = 75
"""Seconds that an idle connection is kept: longer than a person pauses."""
_GRACE = 2
"""Seconds that open pages are given when the server ends."""


class Start(NamedTuple):
    """How to start: ``host`` None is this machine alone, ``port`` 0 any that is free; a server
    that was started ``unseen`` ends some time after its last page was closed."""

    speeches: tuple[Path, ...] = ()
    host: str | None = None
    port: int = 0
    password: str | None = None
    single: bool = False
    browse: bool = True
    unseen: bool = False


def serve(start: Start, say: Callable[[str], None], limits: Limits | None = None) -> None:
    """Serve until interrupted, or until the page says so; ``say`` is told the address.

    Raises UsageError for ``host`` without a password, or a port that is taken.
    """
    if start.host is not None and len(start.password or "") < _SHORTEST:
        raise UsageError("host-password")
    opening = Opening(
        secrets.token_urlsafe(24), secrets.token_urlsafe(24), start.speeches,
        start.password if start.host else None, start.single,
    )  # fmt: skip
    listening = _listen(start.host or _LOOPBACK, start.port)
    port = listening.getsockname()[1]
    site = make_site(opening, port, limits or Limits(workers=_workers()), start.host)
    server = _Server(site, start.unseen)
    home = f"http://{start.host or _LOOPBACK}:{port}/"
    address = home if start.host else f"{home}?key={opening.key}"
    server.ready = lambda: _announce(address, say, browse=start.browse)
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        pass  # that is how it is ended


def _workers() -> int:
    """As many as there are cores, but no more than a house full of people needs."""
    return max(2, min(4, os.cpu_count() or 1))


def _announce(address: str, say: Callable[[str], None], *, browse: bool) -> None:
    say(address)
    if browse:
        webbrowser.open(address)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise UsageError("port-taken", place=host, port=port) from error
    listening.listen(512)
    return listening


class _Server(uvicorn.Server):
    """Uvicorn's, which tells when it is ready, and can be ended by the page."""

    def __init__(self, site: Starlette, unseen: bool) -> None:
        super().__init__(
            uvicorn.Config(
                site, log_level="critical", access_log=False, server_header=False,
                lifespan="on", ws="none", timeout_graceful_shutdown=_GRACE,
                timeout_keep_alive=_KEEP,
            )
        )  # fmt: skip
        self._site = site
        self._unseen = unseen
        self._tasks: list[asyncio.Task[None]] = []
        self.ready: Callable[[], None] = lambda: None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        house: House = self._site.state.house
        house.quit = self._quit
        self._tasks.append(asyncio.create_task(house.pool.warm(themes_job(house, "zh"))))
        if self._unseen:
            self._tasks.append(asyncio.create_task(self._until_alone(house)))
        await asyncio.get_running_loop().run_in_executor(None, self.ready)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """A worker that is just starting comes up, finds the house closed and ends: one whose start
        is cancelled in between may never be told to have ended (asyncio in Python 3.11)."""
        await super().shutdown(sockets)
        warming, *others = self._tasks
        for task in others:
            task.cancel()
        await asyncio.wait([warming], timeout=_GRACE)

    def _quit(self) -> None:
        self.should_exit = True

    async def _until_alone(self, house: House) -> None:
        beats = 0
        while beats < _PATIENCE:
            await asyncio.sleep(1)
            beats = 0 if house.visits.watching else beats + 1
        self._quit()
