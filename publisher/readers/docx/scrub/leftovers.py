"""What a copy leaves behind, as a person would name it: one look at the names of the parts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from publisher.readers.docx.losses import Losses

_NAMES = (
    (r"\[content_types\]\.xml|.*\.rels|.*/", None),
    (r".*(?:vbaproject|vbadata|activex|macro).*", "scrub-macros"),
    (r".*(?:embeddings/|oleobject|afchunk).*", "scrub-embedded"),
    (r"customxml/.*", "scrub-custom-xml"),
    (r".*printersettings.*", "scrub-printers"),
    (r".*thumbnail.*", "scrub-thumbnail"),
    (r".*/glossary/.*", "scrub-glossary"),
    (r".*/fonts/.*|.*\.odttf", None),  # told where the table of fonts refers to them
    (r".*/(?:comments\w*|people|persons?)\d*\.xml", None),  # comments are counted one by one
    (r"docprops/.*", None),  # and so are properties
    (r".*/(?:stylesWithEffects|websettings|style\d*|colors\d*|drawing\d*)\.xml", None),
    (r".*/media/.*", "scrub-picture-unused"),
)
_TABLE = tuple((re.compile(pattern, re.IGNORECASE), code) for pattern, code in _NAMES)


def tell(names: Iterable[str], losses: Losses) -> None:
    """Count the parts ``names`` that no part of the copy was made of."""
    for name in names:
        code = next((code for pattern, code in _TABLE if pattern.fullmatch(name)), "scrub-parts")
        if code is not None:
            losses.add(code)
