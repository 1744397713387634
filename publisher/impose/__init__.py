"""Imposition: the pages of any PDF on sheets of paper, folded to a booklet or several to a sheet.

    open > size up the pages > lay out the sheets > draw them > carry over what is said of pages

Pages stay what they are: each becomes a form XObject, placed and never drawn anew. Which page goes
where is settled without a PDF (``signature``, ``sheets``, ``marks``).
"""

from __future__ import annotations

from typing import TypeAlias

from publisher.events import Notice
from publisher.geometry import A4, Size
from publisher.impose.sheets import Fold, Rows
from publisher.record import NamedTuple

Scheme: TypeAlias = Fold | Rows
"""A booklet, or rows of pages."""


class Imposed(NamedTuple):
    """The file, and what it holds: source pages, sides of paper, and the scale of most pages."""

    data: bytes
    pages: int
    sides: int
    scale: float


def impose(data: bytes, scheme: Scheme, paper: Size = A4) -> tuple[Imposed, tuple[Notice, ...]]:
    """The PDF ``data`` on sheets of ``paper``, whichever way it lies.

    A document that is read from right to left is bound on the right, and its pages stand in rows
    from there. The same arguments give the same bytes.

    Notices: ``pdf-mended``, ``impose-annotations``, ``impose-fields``, ``impose-signed``,
    ``impose-bleed``. Raises InputError: ``pdf-locked``, ``pdf-broken``, ``pdf-not``,
    ``pdf-empty``, ``pdf-page``; UsageError ``impose-margin`` where the margin leaves no room.
    """
    from publisher.impose.document import put_on_sheets
    from publisher.impose.source import DAMAGE, broken, open_source

    try:
        with open_source(data) as pdf:
            return put_on_sheets(pdf, scheme, paper)
    except DAMAGE as error:
        raise broken(error) from error
