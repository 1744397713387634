"""LibreOffice as a converter: a profile of its own, no macros, no network, a time limit."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
_NOWHERE = "127.0.0.1:9"
"""The discard port: a proxy that answers nobody (RFC 863)."""
_SETTINGS = (
    # Registry path, property, value (officecfg/registry/schema of LibreOffice).
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Writer/Content/Update", "Link", "2"),  # never
    ("Inet/Settings", "ooInetProxyType", "2"),  # manual
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)


def find_libreoffice() -> Path | None:
    """The program, on the search path or where its installers put it."""
    from shutil import which

    for name in ("soffice", "libreoffice"):
        found = which(name)
        if found is not None:
            return Path(found)
    return next((Path(place) for place in _PLACES if Path(place).is_file()), None)


def convert(program: Path, source: Path, target: Path, seconds: int) -> None:
    """Make ``target`` (.docx) from ``source``; both lie in a folder made for them alone.

    Raises OSError where the program does not start and subprocess.TimeoutExpired where it takes
    longer than ``seconds``; then it and what it started are gone. A file that it cannot open
    leaves no ``target``.
    """
    import subprocess

    profile = target.parent / "profile"
    _write_settings(profile)
    out = target.parent / "out"
    command = [
        str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source),
    ]  # fmt: skip
    deaf = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), f"http://{_NOWHERE}")
    group: dict[str, Any] = {} if sys.platform == "win32" else {"start_new_session": True}
    # The program that was found and paths of our own making; no shell.
    process = subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, **deaf, "no_proxy": ""}, cwd=target.parent, **group,
    )  # fmt: skip
    try:
        process.wait(seconds)
    finally:
        _end(process.pid)
        process.wait()
    made = out / (source.stem + ".docx")
    if made.is_file():
        made.replace(target)


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>',
        encoding="utf-8",
    )


def _end(pid: int) -> None:
    """End the program and all that it started: soffice is a launcher of soffice.bin."""
    import signal
    import subprocess

    if sys.platform == "win32":
        # Windows' own program, with a number for argument.
        tree = ["taskkill", "/F", "/T", "/PID", str(pid)]
        subprocess.run(tree, check=False, capture_output=True)  # noqa: S603
        return
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass  # it had ended
