"""A theme as a template: its layouts, a cover to type in, valid, and opened by other programs."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation

from publisher.theme.load import load_theme, theme_names
from publisher.writers.pptx.potx import CONTENT_TYPE, write_template
from tests.judges import ooxml, pptx_lint
from tests.judges.programs import run

DECK = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def test_a_template_has_the_content_type_of_one_and_is_the_same_each_time() -> None:
    theme = load_theme("red")
    data = write_template(theme)
    types = ZipFile(io.BytesIO(data)).read("[Content_Types].xml").decode("utf-8")
    assert types.count(CONTENT_TYPE) == 1
    assert DECK not in types
    assert write_template(theme) == data


@pytest.mark.parametrize("name", theme_names())
def test_a_deck_can_be_made_from_it_on_each_of_its_layouts(name: str) -> None:
    """python-pptx opens decks only: with the type of a deck, the rest is one."""
    theme = load_theme(name)
    source, out = ZipFile(io.BytesIO(write_template(theme))), io.BytesIO()
    with ZipFile(out, "w") as target:
        for member in source.namelist():
            data = source.read(member)
            if member == "[Content_Types].xml":
                data = data.replace(CONTENT_TYPE.encode(), DECK.encode())
            target.writestr(member, data)
    deck = Presentation(io.BytesIO(out.getvalue()))
    (cover,) = deck.slides
    assert cover.shapes.title is not None
    assert [shape.text_frame.text for shape in cover.placeholders if shape.has_text_frame] == [
        "" for _ in cover.placeholders
    ]
    assert [layout.name for layout in deck.slide_layouts] == [
        drawing.title for drawing in theme.drawings.values()
    ]
    for layout in deck.slide_layouts:
        slide = deck.slides.add_slide(layout)
        assert slide.shapes.title is not None


@pytest.mark.judge
@pytest.mark.parametrize("office", ["Office2007", "Office2013", "Microsoft365"])
@pytest.mark.parametrize("name", theme_names())
def test_the_judges_find_no_error_in_it(tmp_path: Path, name: str, office: str) -> None:
    target = tmp_path / f"{name}.potx"
    target.write_bytes(write_template(load_theme(name)))
    assert ooxml.validate(target, office) == []
    # The one thing that a deck may not have and a template must: a title to be typed.
    assert [str(finding) for finding in pptx_lint.lint(target)] == [
        "title: ppt/slides/slide1.xml: the title is empty"
    ]


@pytest.mark.judge
@pytest.mark.xdist_group("render")
def test_libreoffice_makes_a_deck_of_it(tmp_path: Path) -> None:
    theme = load_theme("red")
    source = tmp_path / "red.potx"
    source.write_bytes(write_template(theme))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pptx", "--outdir", tmp_path, source)
    with ZipFile(tmp_path / "red.pptx") as package:
        parts = {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}
    assert theme.palette["accent1"].lower() in parts["ppt/theme/theme1.xml"].lower()
    artwork = [shape for shape in theme.drawings["cover"].artwork if shape.path]
    assert parts["ppt/slideMasters/slideMaster1.xml"].count("<a:custGeom>") >= len(artwork)
