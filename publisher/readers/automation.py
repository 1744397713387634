"""Windows only: an installed WPS or Word opens a file and saves it as .docx.

Run as a process of its own, ``python -P -m publisher.readers.automation PROGID SOURCE TARGET``,
so that a dialogue nobody sees ends with the parent's time limit. Tested against a stand-in of
COM, never yet against the programs themselves (docs/reading.md).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

PROGRAMS = {"KWPS.Application": "WPS", "WPS.Application": "WPS", "Word.Application": "Word"}
"""ProgID to name, in the order in which they are asked."""

_FORCE_DISABLE = 3
"""msoAutomationSecurityForceDisable: no macro of the file runs."""
_DOCX = 12
"""wdFormatXMLDocument."""
_NO_CHANGES = 0
"""wdDoNotSaveChanges, and wdAlertsNone."""


def installed() -> tuple[str, ...]:
    """The ProgIDs of PROGRAMS that this machine knows; none outside Windows."""
    found: list[str] = []
    if sys.platform == "win32":
        import winreg

        for program in PROGRAMS:
            try:
                winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, program))
            except OSError:
                continue
            found.append(program)
    return tuple(found)


def save_as_docx(application: Any, source: str, target: str) -> None:
    """Open ``source`` read-only and without macros, save it as ``target``, quit.

    ``application`` is the COM object; arguments go by position, as late binding wants them:
    Open(FileName, ConfirmConversions, ReadOnly, AddToRecentFiles).
    """
    try:
        application.Visible = False
        application.DisplayAlerts = _NO_CHANGES
        application.AutomationSecurity = _FORCE_DISABLE
        document = application.Documents.Open(source, False, True, False)
        try:
            document.SaveAs(target, _DOCX)
        finally:
            document.Close(_NO_CHANGES)
    finally:
        application.Quit(_NO_CHANGES)


def main(arguments: Sequence[str]) -> int:
    """Convert with the program ``arguments[0]``."""
    from importlib import import_module

    program, source, target = arguments
    client = import_module("comtypes.client")  # installed on Windows alone
    save_as_docx(client.CreateObject(program, dynamic=True), source, target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
