"""A library of many speeches, judged from outside: Chromium, axe, the Nu validator, every link."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from publisher.events import Silent
from publisher.web.library.site import Order, State, build_library
from tests.judges.programs import HERE, ROOT, missing, need, run
from tests.web.library.made import make_many, own_phrase, paragraphs
from tests.web.library.reading import Page

pytestmark = [pytest.mark.judge, pytest.mark.xdist_group("library")]
COUNT = int(os.environ.get("PUBLISHER_SPEECHES", "120"))
"""Speeches in the library; a thousand are as good, and take two minutes."""
OWN = COUNT * 2 // 3
"""The speech that is looked for by the words that it alone has."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    make_many(folder / "speeches", COUNT)
    order = Order(
        (folder / "speeches", ROOT / "examples" / "reading.docx"), folder / "site", ("script",)
    )
    built = build_library(order, Silent())
    assert built.count(State.MADE) == COUNT + 1
    return built.folder


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def browsed(address: str, slug: str, *queries: str) -> dict[str, Any]:
    """What ``library.mjs`` found."""
    if not (HERE / "node_modules" / "playwright-core").is_dir():
        missing("playwright-core")
    done = run(
        "node", HERE / "library.mjs", address, slug, *queries, env={"CHROMIUM": need("chromium")}
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("way", ["from a server", "from the folder"])
def test_the_library_in_chromium(way: str, site: Path, request: pytest.FixtureRequest) -> None:
    address = site.as_uri() if way == "from the folder" else request.getfixturevalue("served")
    (slug,) = (folder.name for folder in site.glob("speeches/reading-*"))
    topic = paragraphs(OWN)[0].removeprefix("在全县")[:4]
    queries = (own_phrase(OWN), "细水长", topic, f"{topic} {own_phrase(OWN)}", "没有这句话")
    found = browsed(address, slug, *queries)
    assert found["troubles"] == []
    assert [each for each in found["axe"] if each["impact"] in ("serious", "critical")] == []

    mine, common, about, both, none = (found["searches"][query]["results"] for query in queries)
    title = paragraphs(OWN)[0]
    for results in (mine, both):
        assert [(each["title"], own_phrase(OWN) in each["marked"]) for each in results] == [
            (title, True)
        ]
    assert len(common) == 20  # the first of many
    assert all("细水长" in each["marked"] for each in common)
    # Speeches with the words in their title come before those that only speak of them.
    named = [topic in each["title"] for each in about]
    assert named[0]
    assert named == sorted(named, reverse=True)
    assert none == []
    assert found["filters"]["all"] == COUNT + 1
    chosen_by = {name: chosen for name, chosen in found["filters"].items() if name != "all"}
    assert {"speaker", "year"} <= set(chosen_by)
    for chosen in chosen_by.values():
        assert 0 < chosen["shown"] < COUNT + 1
        assert chosen["label"].endswith(f"({chosen['shown']})")
    assert found["keys"]["slash"] == "q"
    assert found["keys"]["first"] == "skip"
    assert [place.split(" /")[0] for place in found["keys"]["places"]] == "1 2 3 2 14 1".split()
    assert (found["keys"]["full"], found["keys"]["fullPlace"]) == (1, "2 / 14")
    assert "让书香走进每一个村庄" in found["selected"]
    assert found["fonts"] > 0


def test_the_html_is_valid(site: Path) -> None:
    jar = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.is_file():
        missing("vnu-jar")
    pages = sorted(site.rglob("*.html"))
    done = run("java", "-jar", jar, "--format", "json", "--skip-non-html", site)
    messages = json.loads(done.stderr)["messages"]
    assert [m for m in messages if m["type"] == "error" or "warning" in m.get("subType", "")] == []
    assert len(pages) == 2 * (COUNT + 1) + 1


def test_every_link_and_anchor_resolves(site: Path) -> None:
    pages = {file.resolve(): Page(file) for file in site.rglob("*.html")}
    count = 0
    for file, page in pages.items():
        for link in page.links:
            if link.startswith("data:"):
                continue
            path, _, anchor = link.partition("#")
            target = (file.parent / unquote(path.partition("?")[0])).resolve() if path else file
            assert target.is_file(), f"{file}: {link}"
            assert not anchor or "=" in anchor or anchor in pages[target].anchors, f"{file}: {link}"
            count += 1
    assert count > 10 * COUNT
