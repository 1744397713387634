"""A real server on a real socket: how it starts and ends, and many at its door at once."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import httpx2 as httpx
import pytest
from starlette.applications import Starlette

from publisher.cli import main
from publisher.web.app import serve
from tests.speeches import SPEECH, make_speech
from tests.web.app.browser import started


def kept(place: Path) -> int:
    """How many speeches there are, while they come and go."""
    return sum("speech.docx" in names for _, _, names in os.walk(place))


class Door:
    """What a page knows of the server that sent it."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.home = f"http://{parts.netloc}"
        self.host, self.port = parts.hostname or "", parts.port or 0
        self.key = parse_qs(parts.query)["key"][0]

    def client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.home, timeout=60, trust_env=False)

    async def enter(self, client: httpx.AsyncClient) -> dict[str, str]:
        """The headers of a change."""
        page = await client.get("/", params={"key": self.key}, follow_redirects=True)
        token = page.text.split('"token": "')[1].split('"')[0]
        return {"origin": self.home, "x-publisher-token": token}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of its own for what servers of this module keep."""
    folder = tmp_path_factory.mktemp("place")
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(folder)
    yield folder
    if before is None:
        del os.environ["TMPDIR"]
    else:
        os.environ["TMPDIR"] = before


@pytest.fixture(scope="module")
def door(place: Path) -> Iterator[Door]:
    with started("app") as address:
        yield Door(address)
    assert list(place.iterdir()) == [], "nothing is left when it has ended"


def test_it_listens_on_this_machine_alone(door: Door) -> None:
    assert door.host == "127.0.0.1"
    with contextlib.suppress(OSError), socket.socket() as other:
        own = socket.gethostbyname(socket.gethostname())
        if not own.startswith("127."):
            other.settimeout(2)
            assert other.connect_ex((own, door.port)) != 0


def test_two_gigabytes_are_refused_before_they_are_read(door: Door, tmp_path: Path) -> None:
    async def headers() -> dict[str, str]:
        async with door.client() as client:
            own = await door.enter(client)
            return {**own, "cookie": "; ".join(f"{k}={v}" for k, v in client.cookies.items())}

    own = asyncio.run(headers())
    connection = http.client.HTTPConnection(door.host, door.port, timeout=20)
    connection.putrequest("POST", "/speeches")
    for name, value in {**own, "content-length": str(2 << 30), "x-file-name": "a.docx"}.items():
        connection.putheader(name, value)
    connection.endheaders()
    assert connection.getresponse().status == 413, "not a byte was sent"
    connection.close()


def test_two_hundred_uploads_at_once_are_taken_or_refused_and_others_served(
    door: Door, tmp_path: Path
) -> None:
    data = make_speech(tmp_path / "a.docx").read_bytes()

    async def run() -> tuple[list[int], str]:
        async with door.client() as client, door.client() as other:
            own, theirs = await door.enter(client), await door.enter(other)

            async def send(number: int) -> int:
                headers = {**own, "x-file-name": f"{number}.docx"}
                return (await client.post("/speeches", content=data, headers=headers)).status_code

            sending = asyncio.gather(*(send(number) for number in range(200)))
            sent = await other.post(
                "/speeches", content=data, headers={**theirs, "x-file-name": "b.docx"}
            )
            look = await other.post(
                f"/speech/{sent.json()['id']}/look", json={"kind": "pptx"}, headers=theirs
            )
            return await sending, look.json()["look"]["front"]["title"]

    codes, title = asyncio.run(run())
    assert sorted(codes) == [200] * 20 + [429] * 180
    assert title == SPEECH[0]


def test_an_upload_that_breaks_off_leaves_nothing(door: Door, place: Path) -> None:
    async def cookies() -> dict[str, str]:
        async with door.client() as client:
            own = await door.enter(client)
            return {**own, "cookie": "; ".join(f"{k}={v}" for k, v in client.cookies.items())}

    own = asyncio.run(cookies())
    before = kept(place)
    connection = http.client.HTTPConnection(door.host, door.port, timeout=20)
    connection.putrequest("POST", "/speeches")
    for name, value in {**own, "content-length": "100000", "x-file-name": "a.docx"}.items():
        connection.putheader(name, value)
    connection.endheaders()
    connection.send(b"PK\x03\x04" * 1000)
    time.sleep(0.3)
    connection.close()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and kept(place) != before:
        time.sleep(0.05)
    assert kept(place) == before


@pytest.mark.skipif(os.name != "posix", reason="the signal")
def test_a_killed_server_leaves_no_worker_and_the_next_one_cleans_up(place: Path) -> None:
    line = [sys.executable, "-m", "publisher", "app", "--no-browser"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        process.stdout.readline()
        mine = [
            p for p in place.iterdir() if (p / "owner").read_text().startswith(f"{process.pid} ")
        ]
        assert len(mine) == 1
        process.send_signal(signal.SIGKILL)
        process.wait()
    with started("app") as address:
        assert address.startswith("http://"), "the next one came up"
        assert not mine[0].exists(), [*mine[0].iterdir()]


def test_others_come_in_by_a_password_alone(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["app", "--host", "127.0.0.1", "--no-browser"]) == 2
    assert main(["app", "--host", "127.0.0.1", "--password", "short", "--no-browser"]) == 2
    assert "--password" in capfd.readouterr().err


def test_a_port_that_is_taken_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert main(["app", "--port", str(taken.getsockname()[1]), "--no-browser"]) == 2
    assert "--port" in capfd.readouterr().err


def test_preview_of_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert main(["preview", str(tmp_path / "no.docx"), "--no-browser"]) == 3


def test_a_worker_that_is_starting_is_not_cut_off_when_the_server_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A start that is cancelled in its middle may never end, and the server with it."""
    told: list[str] = []

    async def warm(_: object) -> None:
        told.append("starting")
        try:
            await closed.wait()
            await asyncio.sleep(0.05)  # until the process is there
            told.append("ended")
        except asyncio.CancelledError:
            told.append("cut off")

    @contextlib.asynccontextmanager
    async def lifespan(site: Starlette) -> AsyncIterator[None]:
        site.state.house = SimpleNamespace(pool=SimpleNamespace(warm=warm))
        yield
        closed.set()

    async def whole_life() -> None:
        server = serve._Server(Starlette(lifespan=lifespan), unseen=False)
        server.ready = server._quit
        await server.serve(sockets=[serve._listen("127.0.0.1", 0)])

    closed = asyncio.Event()
    monkeypatch.setattr(serve, "themes_job", lambda *_: {})
    asyncio.run(whole_life())
    assert told == ["starting", "ended"]
