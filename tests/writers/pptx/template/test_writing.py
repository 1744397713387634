"""Slides stand on a template's own layouts, with their titles in its title placeholders."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pptx
import pytest

from publisher.errors import UsageError
from publisher.publish import Request, Result, publish
from publisher.writers.pptx.template.source import read_source
from tests.judges import deck_ruler, ooxml, pptx_lint, render
from tests.judges.programs import ROOT, need, run
from tests.writers.pptx.template import make

EXAMPLES = sorted((ROOT / "examples").glob("*.docx"))
MAKERS = [make.stock, make.odd, make.with_a_slide]


def published(template: bytes, folder: Path, speech: Path = EXAMPLES[0]) -> Result:
    file = folder / "公司模板.pptx"
    file.write_bytes(template)
    return publish(Request(speech, "pptx", folder / "deck.pptx", {"template": file}))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def titles(deck: Path) -> Iterator[str]:
    for slide in pptx.Presentation(str(deck)).slides:
        assert slide.shapes.title is not None
        yield slide.shapes.title.text_frame.text


@pytest.mark.parametrize("maker", MAKERS)
def test_every_slide_has_its_title_in_the_template_s_placeholder(
    maker: Callable[[], bytes], tmp_path: Path
) -> None:
    result = published(maker(), tmp_path)
    found = list(titles(result.target))
    assert len(found) == result.sheets
    assert all(title.strip() for title in found)
    assert "去年的旧内容" not in found


@pytest.mark.parametrize("maker", MAKERS)
def test_its_masters_and_layouts_are_untouched(maker: Callable[[], bytes], tmp_path: Path) -> None:
    template = maker()
    made = members(published(template, tmp_path).target.read_bytes())
    source = read_source(template)
    for name, body in source.parts.items():
        assert name == source.main or made[name] == body


def test_its_roles_are_reported(tmp_path: Path) -> None:
    (told,) = [n for n in published(make.stock(), tmp_path).notices if n.code == "template-roles"]
    assert "Title and Content ← " in dict(told.values)["roles"]


@pytest.mark.parametrize("maker", MAKERS)
def test_no_slide_of_a_template_has_frames_that_overlap_or_leave_it(
    maker: Callable[[], bytes], tmp_path: Path
) -> None:
    for speech in EXAMPLES:
        assert list(deck_ruler.frames(published(maker(), tmp_path, speech).target)) == []


def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    first = published(make.odd(), tmp_path).target.read_bytes()
    assert published(make.odd(), tmp_path).target.read_bytes() == first


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    request = Request(
        EXAMPLES[0], "pptx", tmp_path / "a.pptx", {"template": tmp_path / "没有.pptx"}
    )
    with pytest.raises(UsageError) as caught:
        publish(request)
    assert caught.value.key == "template-missing"
    assert "没有.pptx" in str(caught.value.place)


@pytest.mark.judge
@pytest.mark.parametrize("office", ["Office2007", "Microsoft365"])
@pytest.mark.parametrize("maker", MAKERS)
def test_decks_on_templates_are_valid(
    maker: Callable[[], bytes], office: str, tmp_path: Path
) -> None:
    deck = published(maker(), tmp_path).target
    assert ooxml.validate(deck, office) == []
    known = {str(finding) for finding in pptx_lint.lint(deck)}
    assert known == set()


@pytest.mark.judge
@pytest.mark.xdist_group("render")
@pytest.mark.parametrize("name", ["Metropolis", "Beehive", "Progress"])
def test_decks_on_libreoffice_s_own_presentations_are_valid(name: str, tmp_path: Path) -> None:
    folder = Path(need("soffice")).resolve().parent.parent / "share" / "template" / "common"
    source = folder / "presnt" / f"{name}.otp"
    if not source.is_file():
        pytest.fail(f"LibreOffice came without {name}.otp")
    profile = (tmp_path / "profile").as_uri()
    run("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pptx",
        "--outdir", tmp_path, source, env=render.fontconfig(tmp_path))  # fmt: skip
    result = published((tmp_path / f"{name}.pptx").read_bytes(), tmp_path)
    assert ooxml.validate(result.target) == []
    assert all(title.strip() for title in titles(result.target))
    assert list(deck_ruler.frames(result.target)) == []
