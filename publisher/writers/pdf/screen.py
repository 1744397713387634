"""A file to be read while it arrives: linearized (ISO 32000-1, annex F), and small."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from publisher.plan import Plan
from publisher.writers.pdf.endings import ill_ended
from publisher.writers.pdf.navigation import add_outline

if TYPE_CHECKING:
    import pikepdf

_TRIES = 4
"""One hint stream in 256 ends ill; four in a row do not."""


def linearized(pdf: pikepdf.Pdf, plan: Plan) -> bytes:
    """The bytes of ``pdf``, which has no bookmarks yet.

    They come when everything else lies in object streams: the hint table of a linearized file
    counts bookmarks, and older readers count wrongly what lies in streams.
    """
    import pikepdf

    packed = io.BytesIO()
    modes = pikepdf.ObjectStreamMode
    pdf.save(packed, object_stream_mode=modes.generate, fix_metadata_version=False)
    with pikepdf.open(packed) as whole:
        add_outline(whole, plan)
        for _ in range(_TRIES):
            out = io.BytesIO()
            whole.save(
                out,
                force_version="1.7",
                deterministic_id=True,
                object_stream_mode=modes.preserve,
                fix_metadata_version=False,
                linearize=True,
            )
            if ill_ended(out.getvalue()) is None:
                break
            # A line end more makes the first page longer, and so another hint stream.
            content = whole.pages[0].obj.Contents
            content.write(content.read_bytes() + b"\n")
    return out.getvalue()
