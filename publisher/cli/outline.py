"""publisher outline: what was understood, and why."""

from __future__ import annotations

import sys

from publisher.cli.console import Console
from publisher.cli.options import Debug, Json, Quiet, Speech, Strict


def outline(
    speech: Speech,
    as_json: Json = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.config import config_for
    from publisher.messages import language
    from publisher.outline import report
    from publisher.publish import Publication

    console = Console(quiet=quiet, debug=debug, strict=strict)
    publication = Publication(speech, observer=console)
    manuscript, understood = publication.manuscript.value, publication.speech.value
    notices, rate = publication.speech.notices, config_for(speech).rate
    if as_json:
        import json

        found = report.as_json(speech.name, manuscript, understood, notices, language(), rate)
        # Programs expect UTF-8, whatever the console speaks (RFC 8259 8.1).
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print(report.as_tree(understood, manuscript, notices, language(), rate))
    console.count(notices)
    return console.finish()
