"""How soon a change is on screen: ``python -m benchmarks.app SPEECH.docx [-n 20]``.

Measured inside Chromium, from the click to the frame that shows the new first slide, and to the
last slide of the strip; the load of the machine is told beside it.
"""

from __future__ import annotations

import argparse
import os
import statistics
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tests.web.app.browser import Page, chromium, started

_MEASURE = """async selector => {
    const stage = document.getElementById("stage"), slides = document.getElementById("slides");
    const painted = () => new Promise(
        done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
    const changed = new Promise(done => new MutationObserver((_, seen) => {
        seen.disconnect(); done(painted());
    }).observe(stage, { childList: true }));
    const whole = new Promise(done => new MutationObserver((_, seen) => {
        if (slides.getAttribute("aria-busy") === "true") return;
        seen.disconnect(); done(painted());
    }).observe(slides, { attributes: true }));
    const began = performance.now();
    document.querySelector(selector).click();
    return [await changed - began, await whole - began];
}"""
_CHANGES = {
    "theme": ["ink", "blue", "red", "night", "academy", "spring"],
    "density": ["brief", "full", "standard"],
    "aspect": ["4:3", "16:9"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("speech", type=Path)
    parser.add_argument("-n", type=int, default=20)
    asked = parser.parse_args()
    with started("app") as address, chromium() as browser:
        app = Page(browser, address)
        app.open(asked.speech)
        print(f"{asked.speech.name}: {app.page.locator('.thumb').count()} slides")
        for name, values in _CHANGES.items():
            rounds = islice(cycle(values), asked.n)
            report(name, [measured(app, f"input[name={name}][value='{v}']") for v in rounds])
        report("a heading's level", [level(app) for _ in range(asked.n)])
        print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def measured(app: Page, selector: str) -> tuple[float, float]:
    first, whole = app.page.evaluate(_MEASURE, selector)
    return float(first), float(whole)


def level(app: Page) -> tuple[float, float]:
    """Lower the second heading, or raise it again."""
    line = app.page.locator("#tree .heading .line").nth(1)
    if line.get_attribute("aria-expanded") != "true":
        line.click()
    deep = app.page.locator("#tree .heading").nth(1).get_attribute("class") or ""
    action = 1 if "level-3" in deep else 2
    return measured(app, f"#tree .heading .actions button:nth-child({action})")


def report(what: str, times: list[Any]) -> None:
    first, whole = zip(*times)
    print(
        f"{what:20} first slide {statistics.median(first):4.0f} ms "
        f"(worst {max(first):.0f}), whole deck {statistics.median(whole):4.0f} ms "
        f"(worst {max(whole):.0f})"
    )


if __name__ == "__main__":
    main()
