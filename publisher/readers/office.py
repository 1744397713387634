"""Reading .doc .wps .odt .rtf: an office program makes a .docx of them, the docx reader reads it.

What a file is, its content says, not its name. The program works on a copy in a folder of its
own, without macros, without the network and within a time limit; nothing of it is left behind.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from publisher.errors import InputError, PublisherError
from publisher.events import Notice, notice
from publisher.manuscript import Manuscript
from publisher.readers import automation, ole
from publisher.readers.files import bytes_of
from publisher.readers.libreoffice import convert as convert_with_libreoffice
from publisher.readers.libreoffice import find_libreoffice
from publisher.record import NamedTuple

SECONDS = 120
"""How long a conversion may take; LibreOffice's first start takes ten."""
_MOST_BYTES = 128 << 20
_MOST_INFLATED = 256 << 20


class Converter(NamedTuple):
    """A program that writes ``target`` (.docx) from ``source``; the kinds it can open.

    ``run`` raises OSError or subprocess.SubprocessError, or leaves no ``target``.
    """

    name: str
    kinds: frozenset[str]
    run: Callable[[Path, Path], None]


_SUFFIX = {"word": ".doc", "works": ".wps", "rtf": ".rtf", "odt": ".odt"}
"""What the copy is called, so that the program believes its content."""
_WORD_KINDS = frozenset(("word", "rtf", "odt"))


def read(path: Path) -> tuple[Manuscript, tuple[Notice, ...]]:
    """The manuscript of an older or foreign document.

    Raises InputError for what is none, for a password, and where no program can convert it.
    """
    data = bytes_of(path, _MOST_BYTES)
    kind = kind_of(data, str(path))
    if kind == "docx":
        return _read_docx(path, path)
    return _converted(path, data, kind)


def kind_of(data: bytes, place: str) -> str:
    """docx or a key of ``_SUFFIX``, by content. Raises InputError for anything else."""
    if not data:
        raise InputError("input-empty", place=place)
    if len(data) > _MOST_BYTES:
        raise InputError("docx-too-big", place=place, part=Path(place).name)
    kind = "other"
    if data.startswith(ole.MAGIC):
        kind = ole.kind_of(data)
    elif data.startswith(b"{\\rtf"):
        kind = "rtf"
    elif data.startswith(b"PK\x03\x04"):
        kind = _zipped(data, place)
    if kind == "encrypted":
        raise InputError("docx-encrypted", place=place)
    if kind == "other":
        raise InputError("office-other", place=place)
    return kind


def _zipped(data: bytes, place: str) -> str:
    """odt, docx, encrypted or other; the mimetype comes first (ODF 1.3 part 2, 3.3)."""
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = {member.filename: member for member in package.infolist()}
            if sum(member.file_size for member in members.values()) > _MOST_INFLATED:
                raise InputError("docx-too-big", place=place, part=Path(place).name)
            if "[Content_Types].xml" in members:
                return "docx"
            if not data[30:120].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text"):
                return "other"
            manifest = members.get("META-INF/manifest.xml")
            if manifest is not None and manifest.file_size < 1 << 20:
                secret = b"encryption-data" in package.read(manifest)
                return "encrypted" if secret else "odt"
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise InputError("docx-torn", place=place) from error
    return "odt"


def converters() -> Iterator[Converter]:
    """The programs of this machine, the likeliest to do it best first."""
    for program in automation.installed():
        yield Converter(automation.PROGRAMS[program], _WORD_KINDS, _automate(program))
    libreoffice = find_libreoffice()
    if libreoffice is not None:
        yield Converter(
            "LibreOffice",
            frozenset(_SUFFIX),
            lambda source, target: convert_with_libreoffice(libreoffice, source, target, SECONDS),
        )


def _automate(program: str) -> Callable[[Path, Path], None]:
    import subprocess

    def run(source: Path, target: Path) -> None:
        module = "publisher.readers.automation"
        command = [sys.executable, "-P", "-m", module, program, str(source), str(target)]
        # The interpreter that runs us, with arguments of our own making.
        subprocess.run(command, check=True, timeout=SECONDS, stdin=subprocess.DEVNULL,  # noqa: S603
                       capture_output=True)  # fmt: skip

    return run


def _converted(path: Path, data: bytes, kind: str) -> tuple[Manuscript, tuple[Notice, ...]]:
    import subprocess
    from tempfile import TemporaryDirectory

    tried = []
    for converter in converters():
        if kind not in converter.kinds:
            continue
        with TemporaryDirectory(prefix="publisher-", ignore_cleanup_errors=True) as folder:
            source, target = Path(folder, "speech" + _SUFFIX[kind]), Path(folder, "out.docx")
            source.write_bytes(data)
            try:
                converter.run(source, target)
            except (OSError, subprocess.SubprocessError):
                pass  # the next one may do better
            if target.is_file():
                manuscript, notices = _read_docx(target, path)
                told = notice("office-converted", program=converter.name)
                return manuscript, (told, *notices)
        tried.append(converter.name)
    suffix = _SUFFIX[kind]
    if tried:
        programs = ", ".join(dict.fromkeys(tried))
        raise InputError("office-failed", place=str(path), suffix=suffix, programs=programs)
    raise InputError("office-missing", place=str(path), suffix=suffix)


def _read_docx(path: Path, place: Path) -> tuple[Manuscript, tuple[Notice, ...]]:
    from publisher.readers.docx import read as read_docx

    try:
        return read_docx(path)
    except PublisherError as error:
        error.place = str(place)
        raise
