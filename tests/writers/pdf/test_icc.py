"""The profile of sRGB against the one that LittleCMS makes."""

import io

from PIL import Image, ImageCms

from publisher.writers.pdf.icc import NAME, srgb


def test_the_profile_means_by_every_value_what_srgb_means() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
    assert ImageCms.getProfileDescription(ours).strip() == NAME
    values = bytes(range(256))
    ramps = [bytes(256), values]
    channels = [(a, b, c) for a in ramps for b in ramps for c in ramps][1:]
    shown = Image.frombytes(
        "RGB", (256, 7), b"".join(bytes(v for p in zip(*row) for v in p) for row in channels)
    )
    theirs = ImageCms.createProfile("sRGB")
    moved = ImageCms.profileToProfile(shown, ours, theirs)
    assert moved is not None
    assert max(abs(a - b) for a, b in zip(shown.tobytes(), moved.tobytes())) <= 1
