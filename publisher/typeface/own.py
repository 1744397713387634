"""Fonts of one's own: a role set in a file that the office has bought, a last resort added."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

from publisher.errors import InputError
from publisher.typeface.opened import opened
from publisher.typeface.registry import Face, Typefaces
from publisher.typeface.subset import require_embeddable

_FAMILY, _STYLE, _POSTSCRIPT = (16, 1), (17, 2), (6,)
"""Name identifiers, the better first (OpenType 1.9, name)."""
_WINDOWS, _ENGLISH = 3, 0x409


def with_own(
    typefaces: Typefaces, fonts: Iterable[tuple[str, Path]], fallback: Path | None = None
) -> Typefaces:
    """``typefaces`` with the Han characters of some roles in fonts of one's own.

    ``fonts`` are (role, file); what the file lacks is drawn as before, and Latin stays with the
    role's own companion. ``fallback`` is asked last of all. Raises UsageError ``role-unknown``,
    InputError ``font-unreadable`` and, where its maker forbids embedding, ``font-restricted``.
    """
    faces, roles = dict(typefaces.faces), dict(typefaces.roles)
    for name, path in fonts:
        role, face = typefaces.role(name), _face(path)
        faces[face.name] = face
        roles[name] = role._replace(han=face.name, fallback=(role.han, *role.fallback))
    if fallback is not None:
        face = _face(fallback)
        faces[face.name] = face
        for name, role in roles.items():
            roles[name] = role._replace(fallback=(*role.fallback, face.name))
    return Typefaces(faces, roles)


def _face(path: Path) -> Face:
    path = path.absolute()
    face = Face(path.stem, path, path.stem, "", "")
    if not path.is_file():
        raise InputError("font-unreadable", place=str(path), face=path.name)
    require_embeddable(face)
    names = _names(opened(face).table("name"))

    def of(identifiers: tuple[int, ...], other: str) -> str:
        return next((names[i] for i in identifiers if names.get(i)), other)

    return Face(of(_POSTSCRIPT, path.stem), path, of(_FAMILY, path.stem), of(_STYLE, ""), "")


def _names(table: bytes) -> dict[int, str]:
    """The Windows names by identifier, English before others."""
    found: dict[int, str] = {}
    if len(table) < 6:
        return found
    count, strings = struct.unpack_from(">HH", table, 2)
    for i in range(min(count, (len(table) - 6) // 12)):
        platform, _, language, name, length, offset = struct.unpack_from(">6H", table, 6 + 12 * i)
        if platform == _WINDOWS and (name not in found or language == _ENGLISH):
            start = strings + offset
            found[name] = table[start : start + length].decode("utf-16-be", "replace")
    return found
