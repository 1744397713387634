"""Pictures of a copy: what was cropped off is gone, what is shown stays."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from publisher.readers.docx.scrub.images import BLANK
from tests.readers import images
from tests.readers.build import p
from tests.readers.copies import leaks, stored
from tests.readers.leaks.drawings import image, picture, vml
from tests.readers.leaks.leak import SECRET, joined

RED = (200, 0, 0)


RIGHT_OFF = '<a:srcRect r="50000"/>'


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        (images.jpeg(SECRET), "jpeg"),
        (images.png(text=SECRET), "png"),
        (images.png("P"), "png"),
        (images.saved("GIF"), "png"),
        (images.saved("BMP"), "png"),
        (images.saved("TIFF"), "png"),
        (images.saved("TIFF", "CMYK"), "png"),
    ],
    ids=["jpeg", "png", "palette", "gif", "bmp", "tiff", "cmyk"],
)
def test_what_is_cropped_off_is_gone(tmp_path: Path, data: bytes, kept: str) -> None:
    media, document, codes = stored(tmp_path, p("甲", picture(crop=RIGHT_OFF)), **image(data))
    ((name, cut),) = media.items()
    assert name == f"image1.{kept}"
    assert not leaks(cut)
    shown = images.opened(cut)
    assert shown.size == (20, 20)
    reds = [shown.getpixel((x, 10)) for x in (0, 10, 17)]
    assert all(max(abs(a - b) for a, b in zip(color, RED)) < 12 for color in reds)
    assert "srcRect" not in document
    assert codes == ["scrub-cropped"]


def test_a_picture_is_kept_whole_where_it_is_shown_whole(tmp_path: Path) -> None:
    media, document, _ = stored(
        tmp_path, p(picture(crop=RIGHT_OFF)), p("甲", picture()), p(picture(crop=RIGHT_OFF)),
        **image(images.png()),
    )  # fmt: skip
    sizes = {name: images.opened(data).size for name, data in media.items()}
    assert sizes == {"image1.png": (20, 20), "image2.png": (40, 20)}
    assert re.findall(r'r:embed="(\w+)"', document) == ["rId1", "rId2", "rId1"]


def test_a_picture_keeps_the_pixels_that_are_shown_in_part(tmp_path: Path) -> None:
    crop = '<a:srcRect l="26%" t="1000" r="-10000" b="49000"/>'
    media, document, _ = stored(tmp_path, p("甲", picture(crop=crop)), **image(images.png()))
    (cut,) = media.values()
    assert images.opened(cut).size == (30, 11)  # 10.4 of 40 from the left, 0.2 and 9.8 of 20
    assert '<a:srcRect r="-13514"/>' in document


def test_a_fill_that_reaches_beyond_its_shape_is_cropped(tmp_path: Path) -> None:
    fill = '<a:fillRect l="-50000" r="-50000"/>'
    media, document, _ = stored(tmp_path, p("甲", picture(fill=fill)), **image(images.png()))
    (cut,) = media.values()
    assert images.opened(cut).size == (20, 20)
    assert "<a:fillRect/>" in document
    media, _, _ = stored(
        tmp_path, p("甲", picture(fill=fill, crop=RIGHT_OFF)), **image(images.png())
    )
    assert images.opened(*media.values()).getpixel((9, 0)) == RED
    assert images.opened(*media.values()).size == (10, 20)


@pytest.mark.parametrize("share", ["32768f", "0.5", "50%"])
def test_old_pictures_are_cropped(tmp_path: Path, share: str) -> None:
    shape = vml(f'<v:imagedata r:id="rId7" o:title="" cropright="{share}" cropleft="-8192f"/>')
    media, document, codes = stored(tmp_path, p("甲", shape), **image(images.png()))
    assert images.opened(*media.values()).size == (20, 20)
    assert "cropright" not in document
    assert 'cropleft="-16384f"' in document
    assert codes == ["scrub-cropped"]


@pytest.mark.parametrize(
    ("data", "crop"),
    [
        (images.emf(SECRET), RIGHT_OFF),
        (images.png(), '<a:srcRect l="60000" r="40000"/>'),
        (images.jpeg(SECRET)[:400], RIGHT_OFF),
        (images.png()[:16] + (60_000).to_bytes(4, "big") * 2 + images.png()[24:], RIGHT_OFF),
    ],
    ids=["a metafile", "nothing shown", "damaged", "too large"],
)
def test_what_cannot_be_cropped_is_blank(tmp_path: Path, data: bytes, crop: str) -> None:
    media, document, codes = stored(tmp_path, p("甲", picture(crop=crop)), **image(data))
    assert media == {"image1.png": BLANK}
    assert codes == ["scrub-picture-blank"]
    assert "srcRect" not in document


def test_both_forms_of_a_cropped_picture_share_a_part(tmp_path: Path) -> None:
    old = vml('<v:imagedata r:id="rId7" o:title="" cropright="32768f"/>')[5:-6]
    new = picture(crop=RIGHT_OFF)[5:-6]
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    media, document, codes = stored(tmp_path, p("甲", both), **image(images.png()))
    assert len(media) == 1
    assert document.count('"rId1"') == 2
    assert codes == ["scrub-cropped"]


def test_pictures_beyond_the_limits_are_blank(tmp_path: Path, monkeypatch: Any) -> None:
    from publisher.readers.docx import package as opc

    monkeypatch.setattr(opc, "LIMITS", opc.LIMITS._replace(media=10))
    missing = {"related": [("rId8", "image", "media/none.png")]}
    media, _, codes = stored(
        tmp_path, p("甲", picture(), picture("rId8")), **joined(image(images.png()), missing)
    )
    assert set(media.values()) == {BLANK}
    assert codes == ["scrub-picture-blank"]
