"""The app without a network: a client that is let in, and speeches to send."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx2 as httpx
from starlette.testclient import TestClient

from publisher.web.app.guard import TOKEN
from publisher.web.app.house import House, Opening
from publisher.web.app.limits import Limits
from publisher.web.app.site import make_site

PORT = 8765
HOME = f"http://127.0.0.1:{PORT}"
KEY, TOKEN_VALUE = "the-key-of-this-start", "the-token-of-this-start"
OWN = {"origin": HOME, TOKEN: TOKEN_VALUE}
FEW = Limits(workers=1)


class Guest:
    """A visitor with a browser of his own."""

    def __init__(self, client: TestClient, *, enter: bool = True) -> None:
        self.client = client
        if enter:
            client.get("/", params={"key": KEY})

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.client.get(path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> httpx.Response:
        return self.client.post(path, content=json.dumps(body or {}), headers=OWN, **more)

    def send(self, data: bytes, name: str, path: str = "/speeches") -> httpx.Response:
        headers = {**OWN, "x-file-name": quote(name)}
        return self.client.post(path, content=data, headers=headers)

    def opened(self, file: Path) -> str:
        """The id of a file that was sent."""
        told = self.send(file.read_bytes(), file.name).json()
        assert "error" not in told, told
        return str(told["id"])

    def look(self, speech: str, kind: str = "pptx") -> Any:
        return self.post(f"/speech/{speech}/look", {"kind": kind, "count": 3}).json()

    def change(self, speech: str, table: str, key: str, value: object) -> Any:
        body = {"table": table, "key": key, "value": value, "kind": "pptx", "count": 3}
        return self.post(f"/speech/{speech}/change", body).json()

    def made(self, speech: str, kind: str) -> bytes:
        lines = self.post(f"/speech/{speech}/make", {"kind": kind}).text.splitlines()
        last = json.loads(lines[-1])
        assert "url" in last, last
        response = self.get(last["url"])
        assert response.status_code == 200
        return response.content


class Server:
    """A server for tests: ``house`` is what it keeps, ``guest`` lets somebody in."""

    def __init__(self, first: TestClient) -> None:
        self._first = first

    @property
    def house(self) -> House:
        house: House = self._first.app.state.house  # type: ignore[attr-defined]
        return house

    def guest(self, *, enter: bool = True) -> Guest:
        client = TestClient(self._first.app, base_url=HOME, follow_redirects=True)
        client.portal = self._first.portal  # one loop for all: they meet the same server
        return Guest(client, enter=enter)


@contextmanager
def serving(
    *speeches: Path, limits: Limits = FEW, password: str | None = None, single: bool = False
) -> Iterator[Server]:
    """A server that was started so."""
    opening = Opening(KEY, TOKEN_VALUE, speeches, password, single)
    site = make_site(opening, PORT, limits, "127.0.0.1" if password else None)
    with TestClient(site, base_url=HOME) as client:
        yield Server(client)
