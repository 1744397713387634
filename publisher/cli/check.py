"""publisher check: what a careful colleague would point out."""

from __future__ import annotations

from publisher.cli.console import Console, print_json
from publisher.cli.options import Debug, Fill, Json, Minutes, Quiet, Speech, Strict, Tidy


def check(
    speech: Speech,
    as_json: Json = False,
    minutes: Minutes = None,
    fill: Fill = None,
    tidy: Tidy = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher import check as checking
    from publisher.errors import FindingsError
    from publisher.manuscript import statistics
    from publisher.messages import language
    from publisher.publication import Edits, Publication
    from publisher.publish import findings
    from publisher.sidecar import fill_of

    console = Console(quiet=quiet, debug=debug)
    publication = Publication(speech, observer=console, edits=Edits(fill_of(fill or ()), tidy))
    found = findings(publication, minutes)
    if as_json:
        stats = statistics(publication.manuscript.value, publication.options.rate)
        print_json(checking.as_json(speech.name, found, stats, language()))
    else:
        for line in checking.as_lines(found, language()):
            console.say(line)
    count = checking.counted(found)
    if strict and (serious := count["error"] + count["warning"]):
        console.fail(FindingsError("check", count=serious))
    return console.finish()
