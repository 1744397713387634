"""Which faces there are, and which of them a role is set with: ``fonts/fonts.toml``, read once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from publisher.errors import UsageError, nearest
from publisher.frozen import frozen, thawed
from publisher.record import NamedTuple
from publisher.resources import data_dir

_T = TypeVar("_T")


FROZEN = "fonts.frozen"


class Face(NamedTuple):
    """A font file. ``name`` is how ``fonts.toml`` calls it, and is its PostScript name."""

    name: str
    path: Path
    family: str
    style: str
    licence: str


class Role(NamedTuple):
    """A voice of the page or slide: the faces that it is set with, by name.

    Han characters and full-width marks take ``han``, Latin letters and digits ``latin``; what is
    lacking there is looked for along ``fallback``, whose last link covers all of GBK.
    """

    name: str
    han: str
    latin: str
    fallback: tuple[str, ...]


class Typefaces:
    """The faces and roles of one ``fonts.toml``. Compared by identity, so that it keys caches."""

    __slots__ = ("faces", "roles")

    def __init__(self, faces: Mapping[str, Face], roles: Mapping[str, Role]) -> None:
        self.faces = faces
        self.roles = roles

    def face(self, name: str) -> Face:
        """The face called ``name``. Raises UsageError ``face-unknown`` naming the nearest one."""
        return _lookup(self.faces, name, "face-unknown")

    def role(self, name: str) -> Role:
        """The role called ``name``. Raises UsageError ``role-unknown`` naming the nearest one."""
        return _lookup(self.roles, name, "role-unknown")


def load_typefaces(folder: Path | None = None) -> Typefaces:
    """Read ``fonts.toml`` in ``folder``, by default the fonts that come with publisher.

    No font file is opened. Raises UsageError ``fonts-missing`` when the table or one of its files
    is not there, ``fonts-invalid`` when the table cannot be understood, and ``face-unknown`` when
    a role names a face that is not in it.
    """
    ships = folder is None
    folder = data_dir("fonts") if folder is None else folder
    table = folder / "fonts.toml"
    try:
        data = thawed(table.with_name(FROZEN), [table]) if ships else None
        data = data or _read(table)
        faces = {name: _face(folder, name, entry) for name, entry in data["faces"].items()}
        last = data["last_resort"]
        roles = {name: _role(name, entry, last) for name, entry in data["roles"].items()}
    except FileNotFoundError:
        raise UsageError("fonts-missing", place=str(table), file=table.name) from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError("fonts-invalid", place=str(table), detail=repr(error)) from error

    for face in faces.values():
        if not face.path.is_file():
            raise UsageError("fonts-missing", place=str(folder), file=face.path.name)
    typefaces = Typefaces(faces, roles)
    for role in roles.values():
        for name in (role.han, role.latin, *role.fallback):
            typefaces.face(name)
    return typefaces


def _read(table: Path) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(table.read_text(encoding="utf-8"))


def frozen_table(folder: Path) -> bytes:
    """The table of fonts in ``folder`` as a file to be thawed."""
    table = folder / "fonts.toml"
    return frozen(_read(table), [table])


def _face(folder: Path, name: str, entry: Mapping[str, Any]) -> Face:
    return Face(name, folder / entry["file"], entry["family"], entry["style"], entry["licence"])


def _role(name: str, entry: Mapping[str, Any], last: str) -> Role:
    return Role(name, entry["han"], entry["latin"], (*entry.get("fallback", ()), last))


def _lookup(table: Mapping[str, _T], name: str, key: str) -> _T:
    try:
        return table[name]
    except KeyError:
        pass
    raise UsageError(key, name=name, nearest=nearest(name, table), known="、".join(table))
