"""Word of files that were saved, to the page that shows them (server-sent events, HTML 9.2)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from watchfiles import awatch

from publisher.config import NAME
from publisher.web.app.document import Document
from publisher.web.app.house import visitor_of
from publisher.web.app.visits import Visitor

_BEAT = 15_000
"""Milliseconds after which the page is told that the server is still there."""


async def events(request: Request) -> Response:
    """``changed`` with a speech's id whenever its file or its settings were saved."""
    lines = _events(visitor_of(request))
    return StreamingResponse(lines, media_type="text/event-stream")


async def _events(visitor: Visitor) -> AsyncIterator[str]:
    visitor.watching += 1
    try:
        yield "retry: 1000\n\n"
        bound = [d for d in visitor.documents.values() if d.bound]
        async for changed in _changes({d.source.parent for d in bound}):
            for document in bound:
                if changed & _files_of(document) and document.is_changed():
                    yield f"event: changed\ndata: {json.dumps(document.id)}\n\n"
            yield ": still here\n\n"
    finally:
        visitor.watching -= 1


async def _changes(folders: set[Path]) -> AsyncIterator[set[Path]]:
    """The files in ``folders`` that were saved; nothing, now and then, where none was."""
    there = [folder for folder in folders if folder.is_dir()]
    if not there:
        while True:
            await asyncio.sleep(_BEAT / 1000)
            yield set()
    async for found in awatch(
        *there, recursive=False, step=50, debounce=400, rust_timeout=_BEAT, yield_on_timeout=True
    ):
        yield {Path(name) for _, name in found}


def _files_of(document: Document) -> set[Path]:
    """What a speech depends on; a program may save it under another name and rename that."""
    beside = document.source.parent
    return {document.source, document.sidecar, beside / NAME}
