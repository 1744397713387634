"""The app as a person uses it: in a browser, with a file."""

from __future__ import annotations

import base64
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import EXAMPLES
from tests.judges.programs import missing
from tests.speeches import SPEECH, make_speech
from tests.web.app.browser import AXE, Page, chromium, started

pytestmark = [pytest.mark.judge, pytest.mark.xdist_group("browser")]
FILLED = (SPEECH[0], SPEECH[1], "某某镇的读书人越来越多，某某镇很好。", *SPEECH[2:])
SCRIPT = "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with started("app") as address:
        yield address


@pytest.fixture
def app(browser: Any, address: str) -> Iterator[Page]:
    page = Page(browser, address)
    yield page
    page.context.close()
    assert page.said == []


def source(folder: Path, name: str) -> Path:
    return next((e for e in EXAMPLES if e.name == name), None) or make_speech(
        folder / "in" / name, FILLED
    )


@pytest.mark.parametrize("name", [*(e.name for e in EXAMPLES), "有占位符的讲话.docx"])
def test_the_deck_of_the_page_is_that_of_the_command_line(
    app: Page, tmp_path: Path, name: str
) -> None:
    speech = source(tmp_path, name)
    app.open(speech)
    first = app.page.locator("#tree .heading .words").nth(1).inner_text()
    app.say(first, "降一级")
    fields = app.page.locator("#fill input")
    for number in range(fields.count()):
        fields.nth(number).fill(f"青山{number}")
        fields.nth(number).press("Enter")
        app.settled()
    app.theme("ink")
    app.page.locator("#stage").focus()
    app.page.keyboard.press("Home")
    total = app.page.locator(".thumb").count()
    for number in range(1, total):
        app.page.keyboard.press("ArrowRight")
        assert app.page.locator("#count").inner_text() == f"{number + 1} / {total}"
    deck = app.kept("", tmp_path)
    assert deck.name == f"{speech.stem}.pptx"
    word = app.kept(".toml", tmp_path)
    text = word.read_text(encoding="utf-8")
    assert "[outline]" in text
    assert 'theme = "ink"' in text
    copy = tmp_path / "own" / speech.name
    copy.parent.mkdir()
    copy.write_bytes(speech.read_bytes())
    copy.with_suffix(".toml").write_bytes(word.read_bytes())
    line = [sys.executable, "-m", "publisher", "pptx", str(copy), "--quiet"]
    subprocess.run(line, check=True, capture_output=True)
    assert deck.read_bytes() == copy.with_suffix(".pptx").read_bytes()


def test_a_file_is_dropped_and_its_slides_are_text(app: Page, tmp_path: Path) -> None:
    data = base64.b64encode(make_speech(tmp_path / "a.docx").read_bytes()).decode("ascii")
    app.page.evaluate(
        """data => {
            const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([bytes], "讲话.docx"));
            for (const type of ["dragenter", "dragover", "drop"])
                document.body.dispatchEvent(new DragEvent(type,
                    { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }""",
        data,
    )
    app.settled()
    assert app.page.locator("#stage").inner_text().replace("\n", "").startswith(SPEECH[0])
    families = app.page.evaluate(
        "() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    used = app.page.evaluate(
        "() => [...document.querySelectorAll('#stage tspan')].map("
        "t => t.getAttribute('font-family').split(',')[0])"
    )
    assert set(used) <= {family.strip('"') for family in families}


def test_what_was_misunderstood_is_corrected_and_taken_back(app: Page, tmp_path: Path) -> None:
    app.open(make_speech(tmp_path / "讲话.docx"))
    count = app.page.locator("#tree .heading").count()
    app.page.locator(".thumb").last.click()
    app.heading("二、养成读书的习惯").click()
    assert "二、养成读书的习惯" in app.page.locator("#notes").inner_text(), "its slide is shown"
    app.say("二、养成读书的习惯", "不是标题")
    assert app.page.locator("#tree .heading").count() < count
    app.page.keyboard.press("Control+z")
    app.page.wait_for_function(
        f"() => document.querySelectorAll('#tree .heading').length == {count}"
    )
    app.page.check("#paragraphs")
    app.page.locator("#tree .text .line", has_text="每天读半小时").click()
    app.page.get_by_role("button", name="设为标题", exact=True).click()
    app.settled()
    assert app.heading("每天读半小时").is_visible()


def test_pages_and_choices_change_at_once(app: Page, tmp_path: Path) -> None:
    app.open(make_speech(tmp_path / "讲话.docx"))
    wide = app.page.locator("#stage svg").get_attribute("viewBox")
    app.page.locator("label:has(input[value='4:3'])").click()
    app.page.wait_for_function(
        "wide => document.querySelector('#stage svg').getAttribute('viewBox') !== wide", arg=wide
    )
    app.page.locator("label:has(input[value=script])").click()
    app.page.wait_for_selector(".stage.upright svg")
    app.settled()
    assert SPEECH[2][:8] in app.page.locator("#stage").inner_text().replace("\n", "")


def test_scripts_in_words_and_names_never_run(app: Page, tmp_path: Path) -> None:
    lines = (SCRIPT, "同志们：", f"一、{SCRIPT}", f"{SCRIPT}某某镇", "二、再说", SCRIPT)
    speech = make_speech(tmp_path / "x.docx", lines)
    app.page.set_input_files(
        "#chosen",
        [{"name": f"{SCRIPT[:60]}.docx", "mimeType": "x", "buffer": speech.read_bytes()}],
    )
    app.settled()
    app.page.check("#paragraphs")
    app.page.locator("#fill input").first.fill(SCRIPT)
    app.page.locator("#fill input").first.press("Enter")
    app.settled()
    app.page.wait_for_timeout(200)
    assert app.page.title() != "ran"
    assert app.page.locator("main img, main script, header img, header script").count() == 0


def test_a_bad_file_is_told_and_the_next_one_is_shown(app: Page, tmp_path: Path) -> None:
    bad = tmp_path / "坏的.docx"
    bad.write_bytes(b"no zip")
    app.page.set_input_files("#chosen", str(bad))
    app.page.wait_for_selector(".trouble")
    assert "坏的.docx" in app.page.locator(".trouble").inner_text()
    app.page.get_by_role("button", name="知道了").click()
    app.open(make_speech(tmp_path / "好的.docx"))
    assert app.page.locator("#speeches .name").all_inner_texts() == ["好的.docx"]
    app.said.clear()  # the answer 422 is told there


def test_of_many_files_the_bad_ones_are_told_and_only_the_good_ones_stay(
    app: Page, tmp_path: Path
) -> None:
    bad = {"坏的.docx": b"PK\x03\x04 cut off", "表.xlsx": b"PK", "空.txt": b""}
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    good = make_speech(tmp_path / "好的.docx")
    app.open(*(tmp_path / name for name in bad), good)
    told = app.page.locator(".trouble strong").all_inner_texts()
    assert sorted(told) == sorted(bad)
    assert app.page.locator("#speeches .name").all_inner_texts() == ["好的.docx"]
    assert app.page.locator("#stage").inner_text().replace("\n", "").startswith(SPEECH[0])
    app.said.clear()  # the answers 422 are told there


def test_a_finding_leads_to_its_slide_and_the_stage_stays_with_its_words(
    app: Page, tmp_path: Path
) -> None:
    words = "老馆长说：“书是借出去才有用的。"
    app.open(make_speech(tmp_path / "讲话.docx", (*SPEECH[:-1], words, SPEECH[-1])))
    app.page.locator(".finding.error .place").first.click()
    assert words in app.page.locator("#notes").inner_text()
    before = app.page.locator("#count").inner_text()
    app.page.locator("label:has(input[value=full])").click()
    app.page.wait_for_function(
        "before => document.getElementById('count').innerText !== before", arg=before
    )
    app.settled()
    assert "二、养成读书的习惯" in app.page.locator("#notes").inner_text(), "where they begin"


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
def test_only_the_panels_scroll(app: Page, tmp_path: Path, size: tuple[int, int]) -> None:
    app.page.set_viewport_size({"width": size[0], "height": size[1]})
    app.open(make_speech(tmp_path / "讲话.docx", FILLED))
    app.page.check("#paragraphs")
    tall = app.page.evaluate("() => [document.documentElement.scrollHeight, innerHeight]")
    assert tall[0] == tall[1]


def test_everything_can_be_done_with_the_keyboard(app: Page, tmp_path: Path) -> None:
    page = app.page
    app.begun()
    page.keyboard.press("Tab")
    page.locator("#chosen").focus()
    with page.expect_file_chooser() as chooser:
        page.evaluate("1")  # by then the browser knows that it is to tell of choosers
        page.keyboard.press("Space")
    chooser.value.set_files(str(make_speech(tmp_path / "讲话.docx", FILLED)))
    app.settled()
    reached = _reached(page)
    for wanted in (
        "#undo, #language", "#download", "#more", "#fill input", "#tree .line", "#paragraphs",
        "#views input", "#stage", "#next", "#show", ".thumb", ".notes", "#look input[type=radio]",
        "#larger", "#unit", "#logo", "#again", "#speeches .close",
    ):  # fmt: skip
        assert any(page.evaluate("([e, s]) => e.matches(s)", [each, wanted]) for each in reached), (
            wanted
        )
    app.heading("二、养成").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")  # a heading of level 1 cannot be raised
    page.keyboard.press("Enter")
    page.wait_for_selector("#tree .level-2 >> text=二、养成读书的习惯")
    app.settled()
    page.locator(".theme input:checked").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => document.querySelector('.theme input:checked').value !== 'red'")
    app.settled()
    assert page.evaluate("() => document.activeElement.name") == "theme", "the focus stays"
    page.locator("#more").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    assert "PDF" in page.evaluate("() => document.activeElement.textContent")
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement.id") == "more"
    page.locator("#stage").focus()
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement")
    page.keyboard.press("End")
    page.keyboard.press("f")
    page.wait_for_function("() => !document.fullscreenElement")
    total = page.locator(".thumb").count()
    assert page.locator("#count").inner_text() == f"{total} / {total}"


def _reached(page: Any) -> list[Any]:
    """What the tabulator comes to, all around the page."""
    page.evaluate("() => document.activeElement.blur()")
    found = []
    for _ in range(120):
        page.keyboard.press("Tab")
        handle = page.evaluate_handle("() => document.activeElement")
        found.append(handle)  # past the last one it begins anew
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_axe_finds_nothing_serious(
    browser: Any, address: str, tmp_path: Path, scheme: str, width: int
) -> None:
    if not AXE.exists():
        missing("axe-core")
    window = {"viewport": {"width": width, "height": 844}, "color_scheme": scheme}
    app = Page(browser, address, **window)
    assert app.serious() == []
    app.open(make_speech(tmp_path / "讲话.docx", (*FILLED, "这里有一个“没有关上的引号。")))
    assert app.serious() == []
    for tab in ("outline", "look"):
        if app.page.locator(f"#tab-{tab}").is_visible():
            app.page.click(f"#tab-{tab}")
            assert app.serious() == []
        if tab == "outline":
            app.page.check("#paragraphs")
            app.heading("一、认识").click()
            assert app.serious() == []
    app.page.click("#more")
    assert app.serious() == []
    assert app.page.evaluate("() => document.documentElement.scrollWidth") <= width
    app.context.close()


def test_the_doors_are_open_to_screen_readers_too(browser: Any, address: str) -> None:
    if not AXE.exists():
        missing("axe-core")
    stranger = Page(browser, address.split("?")[0])
    assert stranger.serious() == []
    stranger.context.close()
    words = ("--host", "127.0.0.1", "--password", "green hills")
    with started("app", *words) as open_to_others:
        for scheme in ("light", "dark"):
            guest = Page(browser, open_to_others, color_scheme=scheme)
            guest.page.wait_for_selector("#password:focus")
            guest.page.keyboard.type("wrong words")
            guest.page.keyboard.press("Enter")
            guest.page.wait_for_selector("#wrong:not(:empty)")
            assert guest.serious() == []
            guest.page.keyboard.type("green hills")  # what was wrong is marked, and written over
            guest.page.keyboard.press("Enter")
            guest.page.wait_for_selector("#empty .drop")
            guest.context.close()


def test_a_preview_follows_the_file(browser: Any, tmp_path: Path) -> None:
    speech = make_speech(tmp_path / "讲话.docx")
    with started("preview", speech) as address:
        app = Page(browser, address)
        app.settled()
        assert app.page.locator("#drop").count() == 0
        app.theme("ink")
        assert 'theme = "ink"' in speech.with_suffix(".toml").read_text(encoding="utf-8")
        fresh = make_speech(tmp_path / "fresh" / "a.docx", ("新的题目", *SPEECH[1:]))
        fresh.replace(speech)  # as Word saves
        app.page.wait_for_function(
            "() => document.getElementById('stage').textContent.includes('新的题目')"
        )
        assert app.page.locator(".theme input:checked").get_attribute("value") == "ink"
        speech.with_suffix(".toml").write_text('[deck]\ntheme = "blue"\n', encoding="utf-8")
        app.page.wait_for_selector(".theme input[value=blue]:checked", state="attached")
        app.context.close()
    assert app.said == []
