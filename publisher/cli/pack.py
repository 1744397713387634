"""publisher pack: all files of a speech, and how to print them, in one folder."""

from __future__ import annotations

from publisher.cli.making import Asked, making
from publisher.cli.options import DECK, FILE, PAGES, Folder, Speech


@making({**DECK, **PAGES, **FILE})
def pack(speech: Speech, asked: Asked, output: Folder = None) -> int:
    from publisher.batch.pack import folder_beside
    from publisher.batch.pack import pack as packed
    from publisher.cli.render import result_line
    from publisher.messages import language
    from publisher.publication import Publication

    said, edits, console = asked
    publication = Publication(speech, said, console, edits)
    made = packed(publication, output or folder_beside(speech), language())
    noticed = (notice for result in made.results.values() for notice in result.notices)
    console.note(tuple(dict.fromkeys(noticed)))
    for kind, result in made.results.items():
        console.say(result_line(result, kind))
    console.say(str(made.page))
    return console.finish()
