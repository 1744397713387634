"""One kind of file from each of several speeches: what ``pptx`` and ``pdf`` have in common."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from publisher.cli.making import Asked
from publisher.cli.render import result_line
from publisher.errors import UsageError
from publisher.kinds import KINDS
from publisher.named import theme_named
from publisher.publish import Request, Result, Share, attempt, publish, target_beside

_DOCUMENTS = frozenset(".pptx .pdf .docx .ppt .doc .odp .odt .txt .md .html".split())
"""Suffixes that mean a file, so that ``-o 第2.1稿`` may still mean a folder."""


def run(
    speeches: Sequence[Path],
    kind: str,
    output: Path | None,
    asked: Asked,
) -> int:
    """Publish each of ``speeches``; one that fails does not stop the others. The exit code.

    Raises UsageError for an unknown theme and for an ``output`` that does not fit.
    """
    said, edits, console = asked
    if "theme" in said:
        theme_named(said["theme"])
    targets = _targets(list(dict.fromkeys(speeches)), kind, output)
    console.inputs = len(targets)
    for index, (target, source) in enumerate(targets.items()):
        share = Share(console, index, len(targets))
        request = Request(source, kind, target, said, edits)
        result = attempt(partial(publish, request, share), source)
        if isinstance(result, Result):
            console.note(result.notices, source.name if len(targets) > 1 else "")
            console.say(result_line(result, kind))
        else:
            console.fail(result)
    return console.finish()


def _targets(speeches: Sequence[Path], kind: str, output: Path | None) -> dict[Path, Path]:
    """The speech of each target; no two may want the same."""
    if output is not None and len(speeches) == 1 and _is_file(output, kind):
        return {output: speeches[0]}
    targets: dict[Path, Path] = {}
    for source in speeches:
        target = target_beside(source, kind, output)
        other = targets.setdefault(target, source)
        if other is not source:
            raise UsageError("output-twice", place=str(source), other=str(other))
    return targets


def _is_file(output: Path, kind: str) -> bool:
    """Whether ``output`` names a file of this kind; else it is a folder."""
    wanted, given = Path("x" + KINDS[kind].suffix).suffix, output.suffix.lower()
    if output.is_dir():
        return False
    if given != wanted and given in _DOCUMENTS:
        raise UsageError("output-suffix", place=str(output), suffix=wanted, given=given)
    return given == wanted
