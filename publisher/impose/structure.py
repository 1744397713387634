"""The structure tree, carried over: what was on a page is in a form now (ISO 32000-1 14.7.4.2).

The tree stays as it is, and with it the reading order. The page's /StructParents went to its
form, so the parent tree stays as well; only who says where its content is must say so anew.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeGuard

import pikepdf
from pikepdf import Array, Dictionary, Name

from publisher.impose.drawing import Printed, moved_box
from publisher.impose.source import Objgen, number_of, objgen_of, rectangle


def carry_structure(
    root: pikepdf.Object, printed: Mapping[Objgen, Printed], kept: Collection[Objgen]
) -> None:
    """Point the elements under the structure tree ``root`` to sheets and forms.

    ``printed`` is where each source page (by its object number) stands, ``kept`` are the
    annotations that are still there; references to others are taken away.
    """
    waiting = [root]
    seen: set[Objgen] = set()
    while waiting:
        element = waiting.pop()
        if element.is_indirect:
            if element.objgen in seen:
                continue
            seen.add(element.objgen)
        here = _moved_page(element, printed)
        if here is not None:
            _move_attributes(element.get("/A"), here)
        kids = element.get("/K")
        if isinstance(kids, pikepdf.Array):
            old = list(kids)
            found = [_kid(kid, here, printed, kept) for kid in old]
            if any(new is not kid for new, kid in zip(found, old)):
                element.K = Array([kid for kid in found if kid is not None])
            waiting += [kid for kid in found if _is_element(kid)]
        elif kids is not None:
            kid = _kid(kids, here, printed, kept)
            if kid is None:
                del element["/K"]
            elif kid is not kids:
                element.K = kid
            if _is_element(kid):
                waiting.append(kid)


def _moved_page(obj: pikepdf.Object, printed: Mapping[Objgen, Printed]) -> Printed | None:
    """Where the page that ``obj`` names stands; it names the sheet from now on."""
    page = obj.get("/Pg")
    if page is None:
        return None
    here = printed.get(objgen_of(page))
    if here is None:
        del obj["/Pg"]
    else:
        obj.Pg = here.sheet
    return here


def _move_attributes(attributes: object, here: Printed) -> None:
    """The box of a figure or a table is told in the sheet's own units (14.8.5.4.3)."""
    for each in attributes if isinstance(attributes, pikepdf.Array) else (attributes,):
        if not isinstance(each, pikepdf.Dictionary):
            continue
        box = rectangle(each.get("/BBox"))
        if box is not None:
            each.BBox = Array([number_of(value) for value in moved_box(here.matrix, box)])


def _kid(
    kid: object,
    here: Printed | None,
    printed: Mapping[Objgen, Printed],
    kept: Collection[Objgen],
) -> object:
    """A kid of an element that is on the page ``here``; None if there is nothing any more."""
    if isinstance(kid, int):
        if here is None or here.form is None:
            return None
        return Dictionary(Type=Name.MCR, Stm=here.form, MCID=kid)
    if not isinstance(kid, pikepdf.Dictionary):
        return None
    if "/MCID" in kid:
        there = _moved_page(kid, printed) or here
        if "/Stm" not in kid and there is not None and there.form is not None:
            kid.Stm = there.form
        return kid
    if "/Obj" in kid:
        _moved_page(kid, printed)
        target = kid["/Obj"]
        is_annotation = isinstance(target, pikepdf.Dictionary) and "/Rect" in target
        return None if is_annotation and objgen_of(target) not in kept else kid
    return kid


def _is_element(kid: object) -> TypeGuard[pikepdf.Object]:
    return isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid and "/Obj" not in kid
