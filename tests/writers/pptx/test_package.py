import io
import zipfile
import zlib
from pathlib import Path

import pytest
from pptx import Presentation

from publisher.writers.pptx import package, write
from publisher.writers.pptx.package import Media, Part, pack
from tests.judges.pptx_lint import lint
from tests.writers.pptx.sample_plan import NO_FONTS, plan, sample, save, sheets, theme


def members(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.infolist()


def test_the_package_lint_finds_nothing(tmp_path: Path) -> None:
    assert lint(save(tmp_path)) == []


def test_the_same_plan_makes_the_same_bytes() -> None:
    assert write(plan(), theme(), NO_FONTS) == (sample(), ())


def test_members_have_one_order_one_stamp_and_no_system() -> None:
    infos = members(sample())
    names = [info.filename for info in infos]
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.create_system for info in infos} == {0}


def test_pictures_are_stored_and_texts_deflated() -> None:
    kinds = {info.filename: info.compress_type for info in members(sample())}
    assert kinds.pop("ppt/media/image1.png") == zipfile.ZIP_STORED
    assert set(kinds.values()) == {zipfile.ZIP_DEFLATED}


def test_the_same_picture_twice_is_one_part() -> None:
    media = [i.filename for i in members(sample()) if i.filename.startswith("ppt/media")]
    assert media == ["ppt/media/image1.png"]


def test_relationships_are_relative_to_the_part_and_made_once() -> None:
    slide, layout = Part("ppt/slides/slide1.xml", "a/b", "<a/>"), Part("ppt/layouts/l.xml", "a/b")
    picture = Media("ppt/slides/p.png", "image/png", b"1")
    assert slide.relate("slideLayout", layout) == "rId1"
    assert slide.relate("image", picture) == "rId2"
    assert slide.relate("slideLayout", layout) == "rId1"
    assert 'Target="../layouts/l.xml"' in slide.relationships()
    assert 'Target="p.png"' in slide.relationships()
    assert layout.relationships() == ""


def test_each_extension_of_media_is_declared() -> None:
    root, picture = Part("", ""), Media("ppt/media/image1.jpg", "image/jpeg", b"1")
    root.relate("image", picture)
    with zipfile.ZipFile(io.BytesIO(pack(root, [picture]))) as archive:
        types = archive.read("[Content_Types].xml").decode("utf-8")
    assert '<Default Extension="jpg" ContentType="image/jpeg"/>' in types


def test_a_plan_without_a_theme_is_written_on_white_paper(tmp_path: Path) -> None:
    data, notices = write(plan(), None, NO_FONTS)
    deck = Presentation(str(save(tmp_path, data)))
    assert notices == ()
    assert [slide.slide_layout.name for slide in deck.slides] == ["空白"] * len(sheets())
    assert lint_without_titles(tmp_path) == []


def lint_without_titles(folder: Path) -> list[str]:
    """Paper has no title placeholders: all else must hold."""
    return [str(f) for f in lint(folder / "deck.pptx") if f.rule != "title"]


def test_a_plan_without_sheets_is_still_a_package(tmp_path: Path) -> None:
    empty = plan()
    data, _ = write(type(empty)(empty.meta, empty.size, ()), theme(), NO_FONTS)
    assert len(Presentation(str(save(tmp_path, data))).slides) == 0


def test_the_zip_is_what_zipfile_would_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "quick", lambda data, form: zlib.compress(data, 6, form))
    package._deflated_text.cache_clear()
    root = Part("", "")
    text = Part("ppt/文.xml", "t", "<a/>" * 99)
    picture = Media("ppt/media/a.png", "image/png", bytes(99))
    font = Media("ppt/fonts/a.fntdata", "x", bytes(99), packed=False)
    root.relate("officeDocument", text)
    made = pack(root, [text, picture, font], "a comment")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as archive, zipfile.ZipFile(out, "w") as again:
        again.comment = archive.comment
        for member in archive.infolist():
            info = zipfile.ZipInfo(member.filename)
            info.compress_type, info.create_system = member.compress_type, 0
            again.writestr(info, archive.read(member), compresslevel=6)
    package._deflated_text.cache_clear()
    assert made == out.getvalue()
