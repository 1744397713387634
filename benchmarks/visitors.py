"""Many visitors at once: ``python -m benchmarks.visitors SPEECH.docx -n 50 --minutes 5``.

Each opens the page, sends a speech, changes its theme and a heading, looks at slides and pages,
makes a deck, and closes it, again and again with a person's pauses. Told are errors, latencies,
the memory of the server and its workers, and what is left in the temporary folder in the end.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import httpx2 as httpx
import psutil

from tests.web.app.browser import started
from tests.web.app.test_server import Door

_PAUSE = (1.0, 6.0)
"""Seconds that a person looks at something."""
_THEMES = ("ink", "blue", "red", "night", "academy", "spring")


class Count:
    """Latencies (ms) by what was asked, and what went wrong."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = defaultdict(list)
        self.errors: list[str] = []
        self.memory = 0

    async def timed(self, what: str, asking: Any) -> httpx.Response | None:
        began = time.monotonic()
        try:
            response: httpx.Response = await asking
        except httpx.HTTPError as error:
            self.errors.append(f"{what}: {type(error).__name__}")
            return None
        self.times[what].append(1000 * (time.monotonic() - began))
        if response.status_code != 200 or '"error"' in response.text[:50]:
            self.errors.append(f"{what}: {response.status_code} {response.text[:120]}")
            return None
        return response


async def visit(door: Door, data: bytes, until: float, count: Count) -> None:
    async with door.client() as client:
        own = await door.enter(client)
        while time.monotonic() < until:
            await one_speech(client, own, data, count)


async def one_speech(
    client: httpx.AsyncClient, own: dict[str, str], data: bytes, count: Count
) -> None:
    headers = {**own, "x-file-name": "speech.docx"}
    sent = await count.timed("upload", client.post("/speeches", content=data, headers=headers))
    if sent is None:
        return
    speech = f"/speech/{sent.json()['id']}"

    async def ask(what: str, path: str, **body: object) -> httpx.Response | None:
        await asyncio.sleep(random.uniform(*_PAUSE))
        asked = {"kind": "pptx", "count": 4, **body}
        return await count.timed(what, client.post(speech + path, json=asked, headers=own))

    look = await ask("look", "/look")
    if look is not None:
        for font in look.json()["fonts"]:
            await count.timed("font", client.get(font["url"]))
        heading = look.json()["look"]["headings"][0]["key"]
        await ask("change", "/change", table="deck", key="theme", value=random.choice(_THEMES))
        await ask("change", "/change", table="outline", key=heading, value=2)
        await ask("sheets", "/sheets", first=4, count=40)
        await ask("sheets", "/sheets", kind="script", count=10)
        made = await ask("make", "/make", kind=random.choice(["pptx", "pptx", "script", "docx"]))
        if made is not None and '"url"' not in made.text:
            count.errors.append(f"make: {made.text[-200:]}")
    await ask("close", "/close")


async def watch(server: psutil.Process, count: Count, until: float) -> None:
    while time.monotonic() < until:
        family = [server, *server.children(recursive=True)]
        held = sum(each.memory_info().rss for each in family if each.is_running())
        count.memory = max(count.memory, held)
        await asyncio.sleep(1)


async def run(address: str, data: bytes, visitors: int, seconds: float) -> Count:
    door, count, until = Door(address), Count(), time.monotonic() + seconds
    (server,) = (p for p in psutil.Process().children() if "app" in p.cmdline())
    guests = (visit(door, data, until, count) for _ in range(visitors))
    await asyncio.gather(watch(server, count, until), *guests)
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("speech", type=Path)
    parser.add_argument("-n", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["TMPDIR"] = place
        with started("app") as address:
            data = asked.speech.read_bytes()
            count = asyncio.run(run(address, data, asked.n, 60 * asked.minutes))
        left = [str(file) for file in Path(place).rglob("*")]
    for what, times in sorted(count.times.items()):
        worst = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        middle = statistics.median(times)
        print(f"{what:8} {len(times):6}  median {middle:6.0f} ms  95 % {worst:6.0f} ms")
    print(f"errors: {len(count.errors)} {count.errors[:5]}")
    print(f"memory of the server and its workers: {count.memory >> 20} MB at most")
    print(f"left in the temporary folder: {left or 'nothing'}")
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
