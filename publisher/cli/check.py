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
    from publisher.config import config_for
    from publisher.errors import FindingsError
    from publisher.messages import language
    from publisher.outline.report import statistics
    from publisher.publication import Edits, Publication
    from publisher.sidecar import fill_of
    from publisher.typeface.registry import load_typefaces

    console = Console(quiet=quiet, debug=debug)
    config = config_for(speech)
    publication = Publication(speech, observer=console, edits=Edits(fill_of(fill or ()), tidy))
    manuscript = publication.manuscript.value
    findings = checking.check(
        checking.Case(
            manuscript,
            manuscript.paragraphs(),
            publication.speech.value,
            publication.speech.notices,
            load_typefaces(),
            minutes,
            publication.options.rate,
            config.names,
        )
    )
    if as_json:
        stats = statistics(manuscript, publication.options.rate)
        found = checking.as_json(speech.name, findings, stats, language())
        print_json(found)
    else:
        for line in checking.as_lines(findings, language()):
            console.say(line)
    count = checking.counted(findings)
    if strict and (serious := count["error"] + count["warning"]):
        console.fail(FindingsError("check", count=serious))
    return console.finish()
