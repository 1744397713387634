"""reportlab's Canvas, reduced to a writer of content streams."""

from __future__ import annotations

import importlib.util
import sys
from typing import Any

from publisher.geometry import Size, to_pt


def new_canvas(size: Size) -> Any:
    """A Canvas for pages of ``size`` that names no font, stamps no time, compresses nothing.

    pikepdf compresses when it saves. Pictures are binary, not ASCII 85.
    """
    _import_when_used("PIL", "Image")
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    class ContentStreams(Canvas):  # type: ignore[misc]  # reportlab ships no types
        def _make_preamble(self) -> None:
            """Canvas begins each page with Helvetica, which would not be embedded."""
            self._preamble = ""

    rl_config.useA85 = 0
    return ContentStreams(
        "", pagesize=(to_pt(size.width), to_pt(size.height)), pageCompression=0, invariant=1
    )


def _import_when_used(package: str, name: str) -> None:
    """Let ``from package import name`` cost nothing until an attribute of it is asked for.

    reportlab imports Pillow at its start, 25 ms; most speeches have no picture.
    (The recipe of the importlib documentation, "Implementing lazy imports".)
    """
    full_name = f"{package}.{name}"
    if full_name in sys.modules:
        return
    spec = importlib.util.find_spec(full_name)
    if spec is None or spec.loader is None:
        return
    loader = importlib.util.LazyLoader(spec.loader)
    spec.loader = loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[full_name] = module
    loader.exec_module(module)
    # As after any import of a submodule; without it the import system would look into the module.
    setattr(sys.modules[package], name, module)
