"""The weight of XML is that of its elements, whatever else stands between them."""

from __future__ import annotations

import pytest

from publisher.readers.docx.weight import PIECE, weight_of


@pytest.mark.parametrize(
    ("xml", "tags", "opened"),
    [
        (b"<a><b x=\"1\" y='2'/></a>", 3, 0),
        (b"<a><b>", 2, 2),
        (b"</b></a>", 2, -2),
        (b"<?xml version='1.0'?><!-- here! --><a>why? so!</a>", 4, 0),
    ],
)
def test_tags_and_open_elements_are_counted(xml: bytes, tags: int, opened: int) -> None:
    assert weight_of(xml)[:2] == (tags, opened)


def test_the_weights_of_pieces_add_up_to_that_of_the_whole() -> None:
    pieces = [b"<a>", b"<b x=\"1\" y='2'/>" * PIECE, b"</a>"]
    whole = weight_of(b"".join(pieces))
    assert whole == tuple(map(sum, zip(*map(weight_of, pieces), strict=True)))
    assert whole.size == 60 * whole.tags + 250 * 2 * PIECE + 4 * len(b"".join(pieces))
