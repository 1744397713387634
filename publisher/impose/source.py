"""The PDF that is imposed: opened, and its pages as form XObjects (ISO 32000-1 8.10).

A page's content stream becomes the form itself, as it stands: nothing is drawn anew, compressed
anew or copied, and fonts and pictures stay the objects that they are.
"""

from __future__ import annotations

import io
import logging
import math
from typing import TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name

from publisher.errors import InputError
from publisher.geometry import PER_POINT, Emu, Size
from publisher.record import NamedTuple

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in the units of the page."""
Objgen: TypeAlias = tuple[int, int]
_MOST_PARENTS = 100
_LEAST = 3.0
"""Points: no page is smaller (ISO 32000-1 Annex C, limits of older readers)."""
_TRIMMED = 0.4
"""A TrimBox with less of the page's width or height than this is somebody's mistake."""


# What qpdf says of damage is told once, by us.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())
DAMAGE = (pikepdf.PdfError, RuntimeError)
"""What qpdf raises when it meets something that it cannot mend."""


class SourcePage(NamedTuple):
    """A page as it is placed.

    ``box`` is what is left of it when it is trimmed, ``drawn`` what may be drawn, with the bleed;
    ``turn`` is the quarter turns clockwise at which it is read, ``unit`` the points in its unit,
    ``bleed`` how far it is drawn beyond its box on the side that has least.
    """

    obj: pikepdf.Object
    box: Box
    drawn: Box
    turn: int
    unit: float

    @property
    def size(self) -> Size:
        """As it is read: trimmed and turned."""
        left, bottom, right, top = self.box
        width, height = _emu((right - left) * self.unit), _emu((top - bottom) * self.unit)
        return Size(height, width) if self.turn % 2 else Size(width, height)

    @property
    def bleed(self) -> Emu:
        inner, outer = self.box, self.drawn
        beyond = min(*(abs(a - b) for a, b in zip(inner, outer)))
        return _emu(beyond * self.unit)


def open_source(data: bytes) -> pikepdf.Pdf:
    """The PDF in ``data``.

    Raises InputError: ``pdf-locked`` where it is encrypted (what its author allows is not ours to
    judge), ``pdf-not`` where it is none; and what DAMAGE is.
    """
    if b"%PDF-" not in data[:1024]:
        raise InputError("pdf-not")
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as error:
        raise InputError("pdf-locked") from error
    if pdf.is_encrypted:
        pdf.close()
        raise InputError("pdf-locked")
    return pdf


def pages_of(pdf: pikepdf.Pdf) -> tuple[SourcePage, ...]:
    """The pages in order. Raises InputError: ``pdf-empty``, ``pdf-page``; and what DAMAGE is."""
    objects = [page.obj for page in pdf.pages]
    if not objects:
        raise InputError("pdf-empty")
    return tuple(_page(obj, number) for number, obj in enumerate(objects, 1))


def inherited(obj: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """A page's entry that its parents in the tree may give it (ISO 32000-1 7.7.3.4)."""
    holder = holder_of(obj, key)
    return None if holder is None else holder.get(key)


def objgen_of(obj: object) -> Objgen:
    """The number of an object, (0, 0) for what has none."""
    return obj.objgen if isinstance(obj, pikepdf.Object) else (0, 0)


def holder_of(obj: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """The page or the parent of it that has ``key``."""
    node: pikepdf.Object | None = obj
    for _ in range(_MOST_PARENTS):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if node.get(key) is not None:
            return node
        node = node.get("/Parent")
    return None


class Forms:
    """Makes form XObjects of the pages of one PDF; a page's own content stream serves once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._taken: set[Objgen] = set()
        self._boxes: dict[Box, pikepdf.Object] = {}

    def of(self, page: SourcePage, number: int) -> pikepdf.Stream | None:
        """The page (``number`` from 0) as a form, None where it draws nothing.

        Raises InputError ``pdf-page`` where its content cannot be had.
        """
        try:
            form = self._stream(page.obj.get("/Contents"))
        except DAMAGE as error:
            raise InputError("pdf-page", number=number + 1, detail=_said(error)) from error
        if form is None:
            return None
        form.Subtype = Name.Form
        form.BBox = self._box(page.drawn)
        form.Resources = self._resources(page.obj) or Dictionary()
        for key in ("/Group", "/StructParents"):
            value = page.obj.get(key)
            if value is not None:
                form[key] = value
        return form

    def _box(self, box: Box) -> pikepdf.Object:
        """A rectangle, one object for all pages that have the same."""
        if box not in self._boxes:
            array = Array([number_of(value) for value in box])
            self._boxes[box] = self._pdf.make_indirect(array)
        return self._boxes[box]

    def _stream(self, contents: pikepdf.Object | None) -> pikepdf.Stream | None:
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
        if not streams:
            return None
        if len(streams) > 1:
            whole = b"\n".join(stream.read_bytes() for stream in streams)
            return pikepdf.Stream(self._pdf, whole)
        (stream,) = streams
        if stream.objgen in self._taken:  # two pages draw the same
            copy = pikepdf.Stream(self._pdf, stream.read_raw_bytes())
            for key in ("/Filter", "/DecodeParms"):
                if key in stream:
                    copy[key] = stream[key]
            return copy
        self._taken.add(stream.objgen)
        return stream

    def _resources(self, page: pikepdf.Object) -> pikepdf.Object | None:
        """Shared where pages share them: what stands in a parent is made an object of its own."""
        holder = holder_of(page, "/Resources")
        if holder is None:
            return None
        if holder.objgen != page.objgen and not holder["/Resources"].is_indirect:
            holder["/Resources"] = self._pdf.make_indirect(holder["/Resources"])
        return holder["/Resources"]


def number_of(value: float) -> float | int:
    """A coordinate as it is written: to a thousandth of a point and better, no trailing zeros."""
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded


def _page(obj: pikepdf.Object, number: int) -> SourcePage:
    media = _box(obj, "/MediaBox")
    if media is None:
        raise InputError("pdf-page", number=number, detail="/MediaBox")
    crop = _common(media, _box(obj, "/CropBox")) or media
    trim = _common(media, _box(obj, "/TrimBox"))
    box = trim if trim and _is_most_of(trim, crop) else crop
    bleed = _common(media, _box(obj, "/BleedBox"))
    drawn = bleed if bleed and box != crop and _common(bleed, box) == box else box
    turn, unit = inherited(obj, "/Rotate"), obj.get("/UserUnit")
    quarters = round(number_in(turn) / 90) % 4 if turn is not None else 0
    points = number_in(unit) if unit is not None else 1.0
    return SourcePage(obj, box, drawn, quarters, points if points > 0 else 1.0)


def _box(obj: pikepdf.Object, key: str) -> Box | None:
    """A box of a page, None for what is none."""
    box = rectangle(inherited(obj, key))
    return box if box and _is_room(box) else None


def rectangle(value: object) -> Box | None:
    """A rectangle in the usual order (ISO 32000-1 7.9.5), None for what is none."""
    if not isinstance(value, pikepdf.Array) or len(value) != len(("l", "b", "r", "t")):
        return None
    x1, y1, x2, y2 = map(number_in, value)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def number_in(value: object) -> float:
    """A number as it stands in a file, 0 for what is none."""
    try:
        number = float(value)  # type: ignore[arg-type]  # whatever stands in the file
    except (TypeError, ValueError):
        return 0.0
    return number if math.isfinite(number) else 0.0


def _common(outer: Box, inner: Box | None) -> Box | None:
    """What both boxes cover."""
    if inner is None:
        return None
    box = (
        max(outer[0], inner[0]), max(outer[1], inner[1]),
        min(outer[2], inner[2]), min(outer[3], inner[3]),
    )  # fmt: skip
    return box if _is_room(box) else None


def _is_room(box: Box) -> bool:
    return box[2] - box[0] >= _LEAST and box[3] - box[1] >= _LEAST


def _is_most_of(trim: Box, crop: Box) -> bool:
    return all(trim[i + 2] - trim[i] >= _TRIMMED * (crop[i + 2] - crop[i]) for i in (0, 1))


def _emu(points: float) -> Emu:
    return round(points * PER_POINT)


def broken(error: Exception) -> InputError:
    """The error that tells of damage."""
    return InputError("pdf-broken", detail=_said(error))


def _said(error: Exception) -> str:
    """An error of qpdf's without the name that it has for a file in memory."""
    return str(error).split(": ", 1)[-1].strip() or type(error).__name__
