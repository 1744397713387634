"""Pictures of a copy: the pixels that are shown, and nothing about who made them."""

from __future__ import annotations

import gzip
import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from publisher.readers.docx.scrub.icc import clean_profile
from publisher.readers.docx.scrub.images import BLANK, clean_gif, clean_jpeg, clean_png
from publisher.readers.docx.scrub.media import clean
from publisher.readers.docx.scrub.metafiles import clean_emf, clean_wmf
from tests.readers import images
from tests.readers.build import p
from tests.readers.copies import leaks, stored
from tests.readers.images import segment
from tests.readers.leaks.drawings import image, picture
from tests.readers.leaks.leak import SECRET

RED, BLUE = (200, 0, 0), (0, 0, 200)
PNG_SECRETS = [
    (b"tEXt", b"Author\0" + SECRET.encode()),
    (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET.encode()),
    (b"zTXt", b"Comment\0\0" + zlib.compress(SECRET.encode() * 9)),
    (b"eXIf", SECRET.encode()),
    (b"tIME", bytes(7)),
    (b"prVW", SECRET.encode()),
]


# --- what a picture tells of itself ----------------------------------------------------------


def test_a_jpeg_loses_all_but_its_picture() -> None:
    data = images.jpeg(SECRET)
    cleaned = clean_jpeg(data)
    assert leaks(data)
    assert not leaks(cleaned)
    assert not Image.open(io.BytesIO(cleaned)).getexif()
    assert images.opened(cleaned).tobytes() == images.opened(data).tobytes()
    assert not leaks(clean_jpeg(images.jpeg(more=[segment(0xE2, b"MPF\0" + SECRET.encode())])))
    scan = data[data.index(b"\xff\xda") : data.rindex(b"\xff\xd9")]
    assert scan in cleaned  # copied, not packed again
    assert clean_jpeg(cleaned) == cleaned


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_blocks": 1}])
def test_every_sort_of_jpeg_is_followed_to_its_end(options: dict[str, Any]) -> None:
    data = images.jpeg(**options)
    cleaned = clean_jpeg(data + SECRET.encode())
    assert not leaks(cleaned)
    assert images.opened(cleaned).tobytes() == images.opened(data).tobytes()


def test_a_jpeg_of_four_colours_keeps_what_adobe_says_of_them() -> None:
    data = images.saved("JPEG", "CMYK")
    assert images.opened(clean_jpeg(data)).tobytes() == images.opened(data).tobytes()
    assert b"Adobe" in data
    assert b"Adobe" in clean_jpeg(data)


def test_a_thumbnail_in_the_density_of_a_jpeg_goes() -> None:
    data = images.jpeg()
    thumbnail = segment(0xE0, data[6:18] + b"\x01\x01" + b"abc")
    cleaned = clean_jpeg(data[:2] + thumbnail + data[20:])
    assert cleaned == clean_jpeg(data)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_png_loses_all_but_its_picture(mode: str) -> None:
    data = images.png(mode, more=PNG_SECRETS) + SECRET.encode()
    cleaned = clean_png(data)
    assert leaks(data)
    assert cleaned == images.png(mode)
    assert images.opened(cleaned, mode).tobytes() == images.halves(mode).tobytes()


def test_a_gif_keeps_moving_without_its_comments() -> None:
    data = images.gif(SECRET)
    cleaned = clean_gif(data)
    assert leaks(data)
    assert not leaks(cleaned)
    picture_ = Image.open(io.BytesIO(cleaned))
    assert (picture_.n_frames, picture_.info["loop"]) == (2, 0)
    assert clean_gif(cleaned) == cleaned
    assert clean_gif(data[:-1].rstrip(b"\x3b"))[-1:] == b"\x3b"


@pytest.mark.parametrize(
    ("cleaner", "data"), [(clean_emf, images.emf(SECRET)), (clean_wmf, images.wmf(SECRET))]
)
def test_a_metafile_loses_descriptions_and_comments(cleaner: Any, data: bytes) -> None:
    cleaned = cleaner(data)
    assert leaks(data)
    assert not leaks(cleaned)
    assert cleaner(cleaned) == cleaned


def test_an_emf_says_how_long_it_is() -> None:
    cleaned = clean_emf(images.emf(SECRET))
    size, count = struct.unpack_from("<LL", cleaned, 48)
    assert size == len(cleaned)
    records, at = [], 0
    while at < len(cleaned):
        kind, length = struct.unpack_from("<LL", cleaned, at)
        records.append(kind)
        at += length
    assert records == [1, 70, 54, 14]
    assert count == 4


def test_a_wmf_says_how_long_it_is() -> None:
    cleaned = clean_wmf(images.wmf(SECRET))
    size, longest = struct.unpack_from("<L", cleaned, 28)[0], struct.unpack_from("<L", cleaned, 34)
    assert size * 2 == len(cleaned) - 22
    assert longest == (7,)


def test_pictures_in_a_metafile_are_blanked_in_their_place() -> None:
    told = SECRET.encode()
    segments = (
        segment(0xE1, images.exif(SECRET)),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + told),
        segment(0xED, b"Photoshop 3.0\0" + told),
    )
    inner = images.jpeg(more=segments) + images.png(more=PNG_SECRETS[:2])
    assert leaks(inner)
    inner += bytes(-len(inner) % 4)
    emf = images.emf("")
    bitmap = struct.pack("<LL", 81, 8 + len(inner)) + inner
    end = len(emf) - 20
    cleaned = clean_emf(emf[:end] + bitmap + emf[end:])
    assert len(inner) + 8 == len(cleaned) - len(clean_emf(emf))
    assert not leaks(cleaned)


def test_a_profile_keeps_its_colours_and_loses_its_names() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    named = "sRGB built-in".encode("utf-16-be")
    assert named in profile
    secret = SECRET.ljust(13).encode("utf-16-be")
    profile = profile.replace(named, secret)
    cleaned = clean_profile(profile)
    assert clean_profile(cleaned) == cleaned
    plain = ImageCms.createProfile("LAB")
    shades = [
        ImageCms.profileToProfile(
            images.halves(), ImageCms.ImageCmsProfile(io.BytesIO(which)), plain, outputMode="LAB"
        )
        for which in (profile, cleaned)
    ]
    assert shades[0].tobytes() == shades[1].tobytes()
    for kind, cleaner in (("PNG", clean_png), ("JPEG", clean_jpeg)):
        data = images.saved(kind, icc_profile=profile)
        kept = Image.open(io.BytesIO(cleaner(data)))
        assert leaks(data)
        assert not leaks(cleaner(data))
        assert kept.info["icc_profile"] == cleaned
        assert cleaner(cleaner(data)) == cleaner(data)


@pytest.mark.parametrize("version", [2, 4])
def test_a_profile_without_its_colours_is_none(version: int) -> None:
    header = bytearray(132)
    header[8], header[36:40] = version, b"acsp"
    assert clean_profile(bytes(header)) == b""
    assert clean_profile(b"") == b""
    header[128:132] = (1).to_bytes(4, "big")
    beyond = b"wtpt" + (144).to_bytes(4, "big") + (99).to_bytes(4, "big")
    assert clean_profile(bytes(header) + beyond) == b""
    there = b"wtpt" + (144).to_bytes(4, "big") + (4).to_bytes(4, "big") + b"abcd"
    cleaned = clean_profile(bytes(header) + there)
    assert cleaned[8] == version
    assert clean_profile(cleaned) == cleaned


@pytest.mark.parametrize(
    "data",
    [
        images.jpeg()[:12],
        images.jpeg()[:60] + b"?" * 40,
        images.png()[:40],
        images.png()[:33] + images.chunk(b"IEND", b""),
        images.gif("")[:20] + b"?" * 9,
        b"GIF89a",
        images.emf("")[:120],
        images.wmf("")[:44],
        b"BM" + bytes(50),
        b"II*\0" + bytes(50),
        b"\x1f\x8b" + bytes(40),
        b"<svg/>",
        b"RIFF0000WEBPVP8 ",
        b"",
    ],
    ids=range(14),
)
def test_a_picture_that_cannot_be_cleaned_is_not_passed_on(data: bytes) -> None:
    assert clean(data) == (BLANK, "png", "scrub-picture-blank")


def test_a_blank_is_a_picture_of_its_own() -> None:
    assert images.opened(BLANK, "RGBA").getpixel((0, 0)) == (0, 0, 0, 0)
    assert clean(BLANK) == (BLANK, "png", None)


def test_a_picture_cut_short_is_shown_as_far_as_it_goes() -> None:
    data = images.jpeg()
    cleaned = clean_jpeg(data[:-20])
    assert cleaned[-2:] == b"\xff\xd9"
    assert clean_jpeg(cleaned) == cleaned


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_what_holds_its_secrets_everywhere_becomes_a_png(kind: str) -> None:
    more = {"tiffinfo": {270: SECRET, 315: SECRET, 700: SECRET.encode()}} if kind == "TIFF" else {}
    data = images.saved(kind, **more) + SECRET.encode()
    cleaned = clean(data)
    assert cleaned.extension == "png"
    assert not leaks(cleaned.data)
    assert images.opened(cleaned.data).tobytes() == images.halves().tobytes()


def test_packed_metafiles_are_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(images.emf(SECRET), mtime=0)
    media, _, codes = stored(tmp_path, p("甲", picture()), **image(packed, "word/media/a.emz"))
    assert media == {"image1.emf": clean_emf(images.emf(SECRET))}
    assert codes == ["scrub-pictures"]


def test_a_picture_that_tells_nothing_stays_as_it_is(tmp_path: Path) -> None:
    for data in (images.png(), images.jpeg(), images.saved("GIF")):
        media, _, codes = stored(tmp_path, p("甲", picture()), **image(data))
        assert list(media.values()) == [data]
        assert codes == []
