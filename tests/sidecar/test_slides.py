"""``[slides]``: what the author wants for one heading."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from publisher.batch.fingerprint import content_of, fingerprint
from publisher.errors import UsageError
from publisher.messages import MESSAGES
from publisher.options import Density, Options
from publisher.publication import Publication
from publisher.script import Role
from publisher.sidecar import sidecar_file, sidecar_for
from publisher.sidecar.draft import draft
from publisher.treatment import Treatment
from tests.speeches import make_speech

PICTURE = Path(__file__).parent.parent.parent / "examples" / "sources" / "passengers.png"


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    return make_speech(tmp_path / "讲话.docx")


def beside(speech: Path, text: str) -> Path:
    sidecar_file(speech).write_text(text, encoding="utf-8")
    return speech


def test_everything_that_can_be_wanted_is_read(speech: Path) -> None:
    (speech.parent / "现场.png").write_bytes(PICTURE.read_bytes())
    said = """[slides]
        "一、认识读书的意义" = { layout = "cards", density = "brief", chart = true }
        "养成读书的习惯" = { slide = false }
        "一要读经典" = { picture = "现场.png" }
    """
    first, second, third = sidecar_for(beside(speech, said)).treatments
    assert first == ("一、认识读书的意义", Treatment("cards", Density.BRIEF, chart=True))
    assert second == ("养成读书的习惯", Treatment(slide=False))
    picture = third[1].picture
    assert picture is not None
    assert picture.data == PICTURE.read_bytes()
    assert picture.media_type == "image/png"
    assert picture.width > picture.height > 0


@pytest.mark.parametrize(
    "value",
    ['{ layuot = "cards" }', '{ layout = "circle" }', '{ density = "dense" }', "{ slide = 0 }",
     "{ picture = 3 }", "{}", '"cards"'],
)  # fmt: skip
def test_a_wrong_value_is_named_with_its_line(speech: Path, value: str) -> None:
    with pytest.raises(UsageError) as caught:
        sidecar_for(beside(speech, f'[slides]\n\n"养成读书的习惯" = {value}'))
    assert caught.value.key == "config-value"
    assert caught.value.values["line"] == 3
    assert caught.value.place == str(sidecar_file(speech))


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("没有.png", None, "slide-picture-missing"),
        ("a\0b.png", None, "slide-picture-missing"),
        ("a.gif", b"GIF89a" + b"\0" * 40, "slide-picture-kind"),
        ("a.png", b"", "slide-picture-kind"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 8 + b"\xff" * 8, "slide-picture-kind"),
        ("a.jpg", b"\xff\xd8\xff" + b"\0" * 40, "slide-picture-kind"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_an_error(
    speech: Path, name: str, content: bytes | None, key: str
) -> None:
    if content is not None:
        (speech.parent / name).write_bytes(content)
    shown = name.replace("\0", "\\u0000")
    with pytest.raises(UsageError) as caught:
        sidecar_for(beside(speech, f'[slides]\n"养成读书的习惯" = {{ picture = "{shown}" }}'))
    assert caught.value.key == key
    assert caught.value.values == {"line": 2, "file": name}
    assert {key, f"{key}.hint"} <= MESSAGES.keys()


def test_what_is_wanted_comes_to_the_deck(speech: Path) -> None:
    (speech.parent / "现场.png").write_bytes(PICTURE.read_bytes())
    said = '[slides]\n"养成读书的习惯" = { picture = "现场.png" }\n"没有" = { slide = false }'
    stage = Publication(beside(speech, said)).script
    (slide,) = [slide for slide in stage.value.slides if slide.role is Role.PICTURE]
    assert slide.picture is not None
    assert slide.picture.alt == "养成读书的习惯"
    assert "treatment-unmatched" in [notice.code for notice in stage.notices]


def test_headings_are_filled_in_as_the_speech_is(tmp_path: Path) -> None:
    speech = make_speech(
        tmp_path / "a.docx",
        (
            "在读书会上的讲话",
            "同志们：",
            "一、办好某某书屋",
            "要办好。" * 9,
            "二、用好",
            "用好。" * 9,
        ),
    )
    said = '[fill]\n"某某" = "青山"\n[slides]\n"办好某某书屋" = { layout = "text" }'
    stage = Publication(beside(speech, said)).script
    assert Role.TEXT in [slide.role for slide in stage.value.slides]
    assert "treatment-unmatched" not in [notice.code for notice in stage.notices]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_draft_has_a_line_for_each_choice_and_heading(speech: Path, lang: str) -> None:
    plain = Publication(speech)
    text = draft("讲话.docx", plain.manuscript.value, plain.speech.value, lang)
    deck, slides = text[text.index("[deck]") :].split("[slides]")
    for key in ("theme", "density", "larger", "slide_level", "aspect", "charts"):
        (line,) = [line for line in deck.split("\n") if line.startswith(f"# {key} = ")]
        tomllib.loads(line.removeprefix("# "))
    headings = [section.heading.text for section in plain.speech.value.walk()]
    live = "[slides]\n" + slides.replace('# "', '"')
    assert list(tomllib.loads(live)["slides"]) == headings
    with_slides = Publication(beside(speech, live))
    assert with_slides.script.value == plain.script.value


def test_the_draft_keeps_what_was_chosen_in_force(speech: Path) -> None:
    beside(speech, '[deck]\ndensity = "full"\nslide_level = 3')
    publication = Publication(speech)
    text = draft(
        "讲话.docx", publication.manuscript.value, publication.speech.value, "zh",
        publication.sidecar,
    )  # fmt: skip
    assert tomllib.loads(text)["deck"] == {"density": "full", "slide_level": 3}


def test_another_picture_makes_another_deck_and_the_same_script(speech: Path) -> None:
    file = speech.parent / "现场.png"
    file.write_bytes(PICTURE.read_bytes())
    beside(speech, '[slides]\n"养成读书的习惯" = { picture = "现场.png" }')
    kinds = ("pptx", "script")
    first = [fingerprint(content_of(speech), kind, Options()) for kind in kinds]
    assert first == [fingerprint(content_of(speech), kind, Options()) for kind in kinds]
    file.write_bytes(PICTURE.read_bytes() + b"\0")
    second = [fingerprint(content_of(speech), kind, Options()) for kind in kinds]
    assert [a == b for a, b in zip(first, second, strict=True)] == [False, True]
