"""publisher outline: what was understood, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.cli.console import Console, print_json
from publisher.cli.options import Debug, Fill, Json, Quiet, Replace, Speech, Strict, Tidy, Write
from publisher.cli.render import text

if TYPE_CHECKING:
    from publisher.publication import Publication


def outline(
    speech: Speech,
    as_json: Json = False,
    write: Write = False,
    force: Replace = False,
    fill: Fill = None,
    tidy: Tidy = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.messages import language
    from publisher.outline import report
    from publisher.publication import Edits, Publication
    from publisher.sidecar import fill_of

    console = Console(quiet=quiet, debug=debug, strict=strict)
    publication = Publication(speech, observer=console, edits=Edits(fill_of(fill or ()), tidy))
    if write:
        console.say(_written(publication, force))
        return console.finish()
    manuscript, understood = publication.manuscript.value, publication.speech.value
    notices, rate = publication.speech.notices, publication.options.rate
    if as_json:
        found = report.as_json(speech.name, manuscript, understood, notices, language(), rate)
        print_json(found)
    else:
        print(report.as_tree(understood, manuscript, notices, language(), rate))
    console.count(notices)
    return console.finish()


def _written(publication: Publication, force: bool) -> str:
    """Write ``<stem>.toml``; the line that says so. What stands there is replaced by ``force``
    alone: it is the author's."""
    from publisher.errors import OutputError, UsageError
    from publisher.messages import language
    from publisher.output import write_file
    from publisher.readers import STANDARD_INPUT
    from publisher.sidecar import sidecar_file
    from publisher.sidecar.draft import draft

    source = publication.source
    if source == STANDARD_INPUT:
        raise UsageError("sidecar-nowhere")
    file = sidecar_file(source)
    if file.exists() and not force:
        raise OutputError("sidecar-exists", place=str(file))
    words = draft(source.name, publication.manuscript.value, publication.speech.value, language())
    write_file(file, words.encode("utf-8"), source)
    return text("sidecar.written", target=file)
