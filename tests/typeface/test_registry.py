"""The table of faces and roles."""

from pathlib import Path

import pytest

from publisher.errors import UsageError
from publisher.messages import sentence
from publisher.typeface.fallback import coverage
from publisher.typeface.registry import Typefaces, load_typefaces
from publisher.typeface.subset import require_embeddable

TABLE = """
last_resort = "A"
[faces.A]
file = "a.ttf"
family = "A"
style = "Regular"
licence = "A.txt"
[roles.text]
han = "A"
latin = "{latin}"
"""


def fonts_folder(folder: Path, table: str, *files: str) -> Path:
    (folder / "fonts.toml").write_text(table, encoding="utf-8")
    for name in files:
        (folder / name).write_bytes(b"not a font")
    return folder


def test_every_role_ends_at_the_face_that_covers_rare_characters(typefaces: Typefaces) -> None:
    assert {role.fallback[-1] for role in typefaces.roles.values()} == {"NotoSerifSC-Regular"}


def test_every_face_comes_with_its_licence_and_is_named_as_its_file(typefaces: Typefaces) -> None:
    for face in typefaces.faces.values():
        assert face.path.stem == face.name
        assert (face.path.parent / face.licence).is_file()


def test_every_shipped_face_may_be_embedded(typefaces: Typefaces) -> None:
    for face in typefaces.faces.values():
        require_embeddable(face)  # raises where it may not


def test_no_font_file_lies_in_the_folder_that_the_table_does_not_know(
    typefaces: Typefaces,
) -> None:
    folder = next(iter(typefaces.faces.values())).path.parent
    assert {path.stem for path in folder.glob("*.ttf")} == set(typefaces.faces)


def test_an_unknown_role_names_the_nearest_one(typefaces: Typefaces) -> None:
    with pytest.raises(UsageError) as caught:
        typefaces.role("fan")
    assert caught.value.key == "role-unknown"
    assert caught.value.values["nearest"] == "fang"
    assert "fang" in sentence("role-unknown.hint", caught.value.values, "en")


def test_an_unknown_face_names_the_nearest_one(typefaces: Typefaces) -> None:
    with pytest.raises(UsageError) as caught:
        typefaces.face("Tinos-Bald")
    assert caught.value.values["nearest"] == "Tinos-Bold"


def test_a_folder_without_a_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_typefaces(tmp_path)
    assert caught.value.key == "fonts-missing"


def test_a_face_without_its_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_typefaces(fonts_folder(tmp_path, TABLE.format(latin="A")))
    assert caught.value.values == {"file": "a.ttf"}


def test_a_role_of_unknown_faces_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_typefaces(fonts_folder(tmp_path, TABLE.format(latin="B"), "a.ttf"))
    assert caught.value.key == "face-unknown"


@pytest.mark.parametrize("table", ["[faces", "last_resort = 1", "faces = 1\nroles = 2"])
def test_a_table_that_makes_no_sense_is_an_error(tmp_path: Path, table: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_typefaces(fonts_folder(tmp_path, table))
    assert caught.value.key == "fonts-invalid"


@pytest.mark.parametrize("role", ["sans", "sansbold", "hei", "biaosong", "kai"])
def test_traditional_text_is_set_in_the_face_of_its_role(role: str, typefaces: Typefaces) -> None:
    text = "讓長者們聽見臺灣與香港銹裏綫衞羣峯説話麼飯堂爐撥"
    assert list(coverage(text, role, typefaces).faces) == [typefaces.roles[role].han]
