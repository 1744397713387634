"""Files that come in: written as they arrive, never more than may be."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import ClientDisconnect, Request

from publisher.errors import UsageError
from publisher.web.app.limits import MB


async def receive(request: Request, target: Path, most: int) -> int:
    """Write what the request brings to ``target``; the number of bytes.

    Raises UsageError where it is, or says that it will be, more than ``most`` bytes: nothing is
    kept then, and what says so is refused before it is read.
    """
    too_big = UsageError("app-too-big", most=most // MB)
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > most:
        raise too_big
    size = 0
    try:
        with target.open("wb") as file:
            async for chunk in request.stream():
                size += len(chunk)
                if size > most:
                    raise too_big
                file.write(chunk)
    except ClientDisconnect:
        target.unlink(missing_ok=True)
        raise UsageError("app-cut-short") from None
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    if declared.isdigit() and size != int(declared):
        target.unlink(missing_ok=True)
        raise UsageError("app-cut-short")
    return size
