"""An Open Packaging package (ECMA-376 part 2): parts, their relationships, content types, zip.

Everything is written in a fixed order with fixed stamps, so that one plan makes one file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from publisher.writers.pptx.markup import HEAD

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_RELATIONSHIP_TYPES = {
    "core-properties": _PACKAGE + "relationships/metadata/core-properties",
}
_STAMP = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6


class Part:
    """A part: its name without the leading slash, its content type, its content, its links."""

    __slots__ = ("_ids", "body", "content_type", "name")

    def __init__(self, name: str, content_type: str, body: str | bytes = "") -> None:
        self.name = name
        self.content_type = content_type
        self.body = body
        self._ids: dict[tuple[str, str], str] = {}

    def relate(self, kind: str, target: Part) -> str:
        """The id of the relationship of type ``kind`` to ``target``, made where there is none."""
        return self._ids.setdefault((kind, target.name), f"rId{len(self._ids) + 1}")

    def relationships(self) -> str:
        """The content of the part's .rels, "" where it relates to nothing."""
        if not self._ids:
            return ""
        rows = "".join(
            f'<Relationship Id="{id_}" Type="{_RELATIONSHIP_TYPES.get(kind, _OFFICE + kind)}"'
            f' Target="{_relative(self.name, target)}"/>'
            for (kind, target), id_ in self._ids.items()
        )
        return f'{HEAD}<Relationships xmlns="{_PACKAGE}relationships">{rows}</Relationships>'


class Media(Part):
    """A part whose type follows from its extension; ``packed`` if it is compressed already."""

    __slots__ = ("packed",)

    def __init__(self, name: str, content_type: str, body: bytes, *, packed: bool = True) -> None:
        super().__init__(name, content_type, body)
        self.packed = packed


def pack(root: Part, parts: Iterable[Part], comment: str = "") -> bytes:
    """The zip of ``parts``; ``root`` is the package itself, its name is empty.

    Programs pass over the ``comment`` (part 2, annex B): it is a place for a word of ours.
    """
    parts = sorted(parts, key=lambda part: part.name)
    members: dict[str, str | bytes] = {_rels_name(""): root.relationships()}
    for part in parts:
        members[part.name] = part.body
        if rels := part.relationships():
            members[_rels_name(part.name)] = rels

    stored = {part.name for part in parts if isinstance(part, Media) and part.packed}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = comment.encode("ascii")
        _store(archive, "[Content_Types].xml", _content_types(parts), False)
        for name in sorted(members):
            _store(archive, name, members[name], name in stored)
    return out.getvalue()


def _store(archive: zipfile.ZipFile, name: str, body: str | bytes, stored: bool) -> None:
    info = zipfile.ZipInfo(name, _STAMP)
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    info.create_system = 0  # not the system that this happens to run on
    archive.writestr(info, body, compresslevel=_LEVEL)


def _content_types(parts: list[Part]) -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    overrides = ""
    for part in parts:
        if isinstance(part, Media):
            defaults[part.name.rpartition(".")[2]] = part.content_type
        else:
            overrides += f'<Override PartName="/{part.name}" ContentType="{part.content_type}"/>'
    rows = "".join(
        f'<Default Extension="{extension}" ContentType="{type_}"/>'
        for extension, type_ in sorted(defaults.items())
    )
    return f'{HEAD}<Types xmlns="{_PACKAGE}content-types">{rows}{overrides}</Types>'


def _rels_name(name: str) -> str:
    folder, slash, leaf = name.rpartition("/")
    return f"{folder}{slash}_rels/{leaf}.rels"


def _relative(source: str, target: str) -> str:
    """``target`` seen from the folder of ``source``."""
    here, there = source.split("/")[:-1], target.split("/")
    while here and here[0] == there[0]:
        del here[0], there[0]
    return "../" * len(here) + "/".join(there)
