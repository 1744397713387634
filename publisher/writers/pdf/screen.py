"""A file to be read while it arrives: linearized (ISO 32000-1, annex F), and small."""

from __future__ import annotations

import io

from publisher.writers.pdf.endings import ill_ended

_TRIES = 4
"""One hint stream in 256 ends ill; four in a row do not."""


def linearized(data: bytes) -> bytes:
    """The file ``data``, whose bookmarks lie in no object stream, in the order of reading.

    The hint table of a linearized file counts bookmarks, and older readers count wrongly what
    lies in object streams.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as whole:
        for _ in range(_TRIES):
            out = io.BytesIO()
            whole.save(
                out,
                force_version="1.7",
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.preserve,
                fix_metadata_version=False,
                linearize=True,
            )
            if ill_ended(out.getvalue()) is None:
                break
            # A line end more makes the first page longer, and so another hint stream.
            content = whole.pages[0].obj.Contents
            content.write(content.read_bytes() + b"\n")
    return out.getvalue()
