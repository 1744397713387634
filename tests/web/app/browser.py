"""A real Chromium before a real server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.judges.pictures import QUIET
from tests.judges.programs import HERE, need

_END = 30
"""Seconds in which a server ends at the latest."""
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"


@contextmanager
def started(*words: str | Path) -> Iterator[str]:
    """``publisher`` with these words and no browser of its own; the address that it tells."""
    line = [sys.executable, "-m", "publisher", *map(str, words), "--no-browser"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            try:
                process.wait(_END)
            except subprocess.TimeoutExpired:
                process.kill()  # else the tests would wait as long as it does
                raise


@contextmanager
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright; the test is skipped where it is missing."""
    path = need("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()


class Page:
    """The app in a window: what a person does there, and what the console said."""

    def __init__(self, browser: Any, address: str, **window: Any) -> None:
        settings = {"viewport": {"width": 1440, "height": 900}, "locale": "zh-CN", **window}
        self.context = browser.new_context(**settings)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.goto(address)

    def begun(self) -> None:
        """Wait until the page has asked for all that it begins with: what is pressed while it is
        still being made may be lost."""
        self.page.wait_for_function(
            "() => performance.getEntriesByType('resource')"
            ".some(each => new URL(each.name).pathname.endsWith('/themes'))"
        )

    def open(self, *files: Path) -> None:
        """Choose files, and wait until all slides are there."""
        self.page.set_input_files("#chosen", [str(file) for file in files])
        self.settled()

    def settled(self) -> None:
        """Wait until the last change is on screen, all sheets of it."""
        self.page.wait_for_selector("#stage svg")
        self.page.wait_for_function(
            "() => document.getElementById('slides').getAttribute('aria-busy') !== 'true'"
            " && !document.querySelector('.frame:empty') && document.querySelector('.theme svg')"
        )

    def heading(self, words: str) -> Any:
        return self.page.locator("#tree .heading .line", has_text=words).first

    def say(self, words: str, action: str) -> None:
        """Open a heading's reasons and choose what to do with it."""
        line = self.heading(words)
        if line.get_attribute("aria-expanded") != "true":
            line.click()
        self.page.get_by_role("button", name=action, exact=True).click()
        self.settled()

    def theme(self, name: str) -> None:
        self.page.locator(f".theme:has(input[value={name}])").click()
        self.page.wait_for_selector(f".theme input[value={name}]:checked", state="attached")
        self.settled()

    def kept(self, name: str, folder: Path) -> Path:
        """What the menu of files gives under ``name``, in ``folder``."""
        with self.page.expect_download() as download:
            if name:
                self.page.click("#more")
                self.page.locator("#files .item", has_text=name).click()
            else:
                self.page.click("#download")
        target = folder / download.value.suggested_filename
        download.value.save_as(target)
        return target

    def serious(self) -> list[str]:
        """What axe finds that is serious or worse."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("async () => (await axe.run()).violations")
        return [
            f"{each['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
            for each in found
            if each["impact"] in {"serious", "critical"}
            for node in each["nodes"]
        ]
