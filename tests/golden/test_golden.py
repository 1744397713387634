"""The plans of the examples as text. ``make golden`` accepts a change that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.compose import compose
from publisher.layout.cues import slide_cues
from publisher.layout.pages import lay_out_pages
from publisher.layout.profile import load_profile
from publisher.layout.slides import lay_out_slides
from publisher.outline.infer import understand
from publisher.plan import Plan
from publisher.readers import read
from publisher.script import Script
from publisher.theme.load import load_theme
from publisher.typeface.registry import Typefaces
from publisher.writers import debug

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"
CASES = [
    ("reading", "slides-red"),
    ("reading", "slides-blue"),
    ("reading", "script"),
    ("reading", "lectern"),
    ("公交公司年度工作报告", "book"),
    ("公交公司年度工作报告", "slides-red"),
]
PROFILES = {"script": "gbt9704", "book": "book"}


def script_of(stem: str) -> Script:
    return compose(understand(read(EXAMPLES / f"{stem}.docx")[0])[0])[0]


def plan_of(stem: str, kind: str, typefaces: Typefaces) -> Plan:
    script = script_of(stem)
    if kind == "lectern":
        deck = lay_out_slides(script, load_theme("red"), typefaces)[0]
        cues = slide_cues(script, deck)
        return lay_out_pages(script, load_profile("reading"), typefaces, cues)[0]
    if kind in PROFILES:
        return lay_out_pages(script, load_profile(PROFILES[kind]), typefaces)[0]
    return lay_out_slides(script, load_theme(kind.removeprefix("slides-")), typefaces)[0]


@pytest.mark.parametrize(("stem", "kind"), CASES)
def test_the_plan_is_the_one_that_was_accepted(
    stem: str, kind: str, typefaces: Typefaces, request: pytest.FixtureRequest
) -> None:
    found = debug.write(plan_of(stem, kind, typefaces), None, typefaces)[0].decode("utf-8")
    golden = HERE / stem / f"{kind}.txt"
    if request.config.getoption("--golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")
