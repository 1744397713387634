"""publisher pack: all files of a speech, and how to print them, in one folder."""

from __future__ import annotations

from publisher.cli.console import Console
from publisher.cli.options import (
    DECK,
    FILE,
    PAGES,
    Debug,
    Fill,
    Folder,
    Quiet,
    Renew,
    Speech,
    Strict,
    Tidy,
    choosing,
)
from publisher.options import Said


@choosing({**DECK, **PAGES, **FILE})
def pack(
    speech: Speech,
    said: Said,
    output: Folder = None,
    fill: Fill = None,
    tidy: Tidy = False,
    force: Renew = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.batch.pack import folder_beside
    from publisher.batch.pack import pack as packed
    from publisher.cli.render import result_line
    from publisher.messages import language
    from publisher.publish import Edits, Publication
    from publisher.sidecar import fill_of

    console = Console(quiet=quiet, debug=debug, strict=strict)
    edits = Edits(fill_of(fill or ()), tidy)
    publication = Publication(speech, {**said, "force": force}, console, edits)
    made = packed(publication, output or folder_beside(speech), language())
    noticed = (notice for result in made.results.values() for notice in result.notices)
    console.note(tuple(dict.fromkeys(noticed)))
    for kind, result in made.results.items():
        console.say(result_line(result, kind))
    console.say(str(made.page))
    return console.finish()
