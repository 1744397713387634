"""TOML as people type it: whichever encoding and quotation marks, and the line of every mistake.

A file that is good TOML in UTF-8 is read as it stands. One that is not is read once more with what
Chinese input methods put in (“ ” for ", ＝ for =, names without quotation marks), line by line, so
that the line a message names is the line in the file.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from publisher.errors import UsageError, nearest
from publisher.record import NamedTuple

_WIDE = {ord(wide): plain for wide, plain in zip("＝，［］【】｛｝＃　\xa0", "=,[][]{}#  ")}
_QUOTES = "“”„＂「」『』‘’"
_CLOSING = '”“＂"」』’‘'
_SHOWN = 40
_MOST_BYTES = 1 << 20
_NO_TOML = (ValueError, RecursionError)
"""What tomllib raises: its own ValueError, int()'s for endless digits, and for endless brackets."""
# Plain strings: most runs meet no such file, and ``re`` keeps what it has compiled.
_BARE_KEY = r"""\s*([^\s"'\[\]{}#][^"'#]*?)\s*"""
_BARE_VALUE = r"\s*([^\x00-\x7f\u3000\xa0“”„＂「『‘’［【].*?)\s*(?:\s[#＃].*)?"
_WHOLE_VALUE = r"""\s*[“”„＂"](.*)[“”„＂"]\s*(?:[#＃].*)?"""
_HEADER = r"\s*\[+\s*([^\]]*?)\s*\]+\s*(?:#.*)?"


class Settings(NamedTuple):
    """What a settings file holds; ``text`` is what its lines are found in."""

    file: Path
    text: str
    data: dict[str, Any]

    def table(self, name: str) -> dict[str, Any]:
        """The table ``[name]``, {} where there is none. Raises UsageError for another value."""
        value = self.data.get(name, {})
        if not isinstance(value, dict):
            raise self.wrong("", name, value, f"[{name}]")
        return value

    def check_keys(self, table: str, known: Collection[str]) -> None:
        """Raises UsageError for a key of ``table`` ("" for the top) that is not ``known``."""
        for key in self.table(table) if table else self.data:
            if key not in known:
                name = f"{table}.{key}" if table else key
                raise UsageError(
                    "setting-unknown", place=str(self.file), key=name, line=self.line(table, key),
                    near=nearest(key, known), known=", ".join(known),
                )  # fmt: skip

    def wrong(self, table: str, key: str, value: object, example: str) -> UsageError:
        """The error for a ``value`` that is none for ``key``; ``example`` is how to write it."""
        shown = str(value) if not isinstance(value, str) else f'"{value}"'
        return UsageError(
            "config-value", place=str(self.file), key=key, value=shown, example=example,
            line=self.line(table, key),
        )  # fmt: skip

    def line(self, table: str, key: str) -> int:
        """The line (from 1) on which ``key`` of ``table`` or ``[key]`` stands; 1 if unknown."""
        here = ""
        for number, line in enumerate(self.text.split("\n"), 1):
            header = re.fullmatch(_HEADER, line)
            if header is not None:
                here = _unquoted(header[1])
                if not table and here == key:
                    return number
            elif here == table and _starts_with_key(line, key):
                return number
        return 1


def read_settings(file: Path) -> Settings:
    """The settings in ``file``.

    Raises UsageError where it cannot be read, or is no TOML even with Chinese marks understood;
    the message names the line.
    """
    import tomllib

    text = _text(file)
    try:
        return Settings(file, text, tomllib.loads(text))
    except _NO_TOML:
        pass
    text = "\n".join(line if _is_toml(line) else _straightened(line) for line in text.split("\n"))
    try:
        return Settings(file, text, tomllib.loads(text))
    except _NO_TOML as error:
        raise _no_toml(file, text, error) from error


def _text(file: Path) -> str:
    """UTF-8 with or without the mark that Notepad puts in front, UTF-16, or GB18030 (which an
    older Notepad calls ANSI); line ends are ``\\n``."""
    try:
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UsageError("config-unreadable", place=str(file), detail=error.strerror) from error
    if len(data) > _MOST_BYTES:
        raise UsageError("config-too-big", place=str(file))
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    raise UsageError("config-encoding", place=str(file))


def _no_toml(file: Path, text: str, error: Exception) -> UsageError:
    """The line that cannot be read, and what is probably wrong with it."""
    found = re.search(r"line (\d+)", str(error))
    lines = text.split("\n")
    # "at end of document" means the last line on which something stands
    number = int(found[1]) if found else max(len(text.rstrip().split("\n")), 1)
    line = lines[min(number, len(lines)) - 1].strip()
    key = "toml-quotes" if any(mark in line for mark in _QUOTES) else "toml-line"
    return UsageError(key, place=str(file), line=number, text=line[:_SHOWN], detail=error)


def _is_toml(line: str) -> bool:
    import tomllib

    try:
        tomllib.loads(line)
    except _NO_TOML:
        return False
    return True


def _straightened(line: str) -> str:
    """``line`` with full-width marks outside of strings made plain, and bare Han words quoted."""
    key, equals, value = _at_equals(line)
    if not equals:
        return _plain(line)
    key = _plain(key)
    head = re.fullmatch(_BARE_KEY, key)
    if head is not None and not head[1].isascii():
        key = _quoted(head[1])
    whole = re.fullmatch(_WHOLE_VALUE, value)
    if whole is not None and any(mark in whole[1] for mark in _QUOTES + '"'):
        return f"{key} = {_quoted(whole[1])}"  # “学习“两山”理念的体会”: to the end of the line
    bare = re.fullmatch(_BARE_VALUE, value)
    return f"{key} = {_quoted(bare[1]) if bare is not None else _plain(value)}"


def _plain(line: str) -> str:
    """Strings in straight marks; full-width signs between strings as plain ones."""
    parts: list[str] = []
    at = 0
    while at < len(line):
        char = line[at]
        if char in "#＃":
            return "".join(parts) + "#" + line[at + 1 :]
        if char in _QUOTES or char in "\"'":
            end = _end_of_string(line, at)
            if end < 0:
                return "".join(parts) + line[at:]
            straight = line[end] == char and char in "\"'"
            parts.append(line[at : end + 1] if straight else _quoted(line[at + 1 : end]))
            at = end + 1
        else:
            parts.append(char.translate(_WIDE))
            at += 1
    return "".join(parts)


def _end_of_string(line: str, start: int) -> int:
    """Where the string that begins at ``start`` ends: at its own mark, else at a kindred one."""
    if line[start] in "\"'":
        own = line.find(line[start], start + 1)
        if own >= 0:
            return own
    return next((at for at in range(start + 1, len(line)) if line[at] in _CLOSING), -1)


def _at_equals(line: str) -> tuple[str, str, str]:
    """``key``, ``=``, ``value``; the equals sign is the first one outside of a quoted key."""
    start = len(line) - len(line.lstrip())
    if line[start : start + 1] in tuple(_QUOTES + "\"'"):
        start = max(_end_of_string(line, start), 0)
    found = re.compile("[=＝]").search(line, start)
    if found is None:
        return line, "", ""
    return line[: found.start()], "=", line[found.end() :]


def _quoted(words: str) -> str:
    """A basic string (TOML 1.0, String)."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _unquoted(words: str) -> str:
    return words.strip().strip("\"'“”").strip()


def _starts_with_key(line: str, key: str) -> bool:
    found = _at_equals(line)[0].strip()
    return _unquoted(found) == key or found == toml_string(key)


_ESCAPES: Mapping[int, str] = {
    **{code: f"\\u{code:04X}" for code in (*range(32), 127)},
    ord('"'): '\\"', ord("\\"): "\\\\", ord("\n"): "\\n", ord("\t"): "\\t",
}  # fmt: skip


def toml_string(words: str) -> str:
    """``words`` as a basic string, for files that we write."""
    return f'"{words.translate(_ESCAPES)}"'


def toml_value(value: str | bool | int) -> str:
    """A value that stands in one line, as TOML writes it."""
    if isinstance(value, str):
        return toml_string(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
