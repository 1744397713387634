"""The outlines of shapes as operators (ISO 32000-1, 8.5.2). reportlab draws curves: ellipses and
the paths of artwork; it is imported when there are any."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from publisher.geometry import PER_POINT, Emu, Rect
from publisher.plan import Shape
from publisher.writers.pdf.content import number


def outline(shape: Shape, height: Emu) -> str:
    """The path of ``shape`` on a page of that height."""
    return _DRAWN_BY[shape.kind](shape, height)


def sides(rect: Rect, height: Emu) -> tuple[str, str, str, str]:
    """Left, bottom, width and height in points, from the lower left corner of the page."""
    return number(rect.x), number(height - rect.bottom), number(rect.width), number(rect.height)


def _rect(shape: Shape, height: Emu) -> str:
    return f"{' '.join(sides(shape.frame, height))} re"


def _ellipse(shape: Shape, height: Emu) -> str:
    path, frame = _new_path(), shape.frame
    box = (frame.x, height - frame.bottom, frame.width, frame.height)
    path.ellipse(*(side / PER_POINT for side in box))
    path.close()
    return _code(path)


def _path(shape: Shape, height: Emu) -> str:
    if shape.path is None:
        return _rect(shape, height)
    path = _new_path()
    steps = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
    for command in shape.path.commands:
        numbers = [value for value in command[1:] if isinstance(value, int)]
        points = (
            (numbers[i] / PER_POINT, (height - numbers[i + 1]) / PER_POINT)
            for i in range(0, len(numbers), 2)
        )
        steps[str(command[0])](*(value for point in points for value in point))
    return _code(path)


def _new_path() -> Any:
    _import_when_used("PIL", "Image")
    from reportlab.pdfgen.pathobject import PDFPathObject

    return PDFPathObject()


def _code(path: Any) -> str:
    """Its operators, without the end of no path that reportlab begins with."""
    return str(path.getCode()).removeprefix("n ")


_DRAWN_BY: Mapping[str, Callable[[Shape, Emu], str]] = {
    "rect": _rect,
    "ellipse": _ellipse,
    "path": _path,
}


def _import_when_used(package: str, name: str) -> None:
    """Let ``from package import name`` cost nothing until an attribute of it is asked for.

    reportlab imports Pillow at its start, 25 ms; most speeches have no picture.
    (The recipe of the importlib documentation, "Implementing lazy imports".)
    """
    import importlib.util

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
