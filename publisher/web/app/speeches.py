"""Handlers about one speech: look, change, take back, show, make, download, close."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse

from publisher.errors import InputError, PublisherError, UsageError
from publisher.kinds import KINDS
from publisher.readers.raster import media_type
from publisher.web.app.desk import PACK
from publisher.web.app.document import CHOICES, Document, is_kind, stem_of, suffix_of
from publisher.web.app.house import House, house_of, json_of, lang_of, told, visitor_of
from publisher.web.app.pool import JobError
from publisher.web.app.upload import receive
from publisher.writers import WRITERS

_SHOWN = re.compile(r"[0-9a-f]{32}\.(ttf|png|jpg|gif|webp)")
_TYPES = {
    "ttf": "font/ttf", "png": "image/png", "jpg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp",
}  # fmt: skip
_LOGOS = {"image/png": "logo.png", "image/jpeg": "logo.jpg"}
_LARGEST_LOGO = 8 << 20
_LARGEST_WORD = 1 << 20
_MOST_SHEETS = 60
_MOST_WORDS = 80
_ZIP, _TOML = "application/zip", "application/toml"


def document_of(request: Request) -> Document:
    """The speech that the address names, if it is the visitor's. Raises PublisherError."""
    return visitor_of(request).document(request.path_params["speech"])


async def upload(request: Request) -> Response:
    """A file of the visitor's: a speech, or the ``<stem>.toml`` of one that is open."""
    house, visitor = house_of(request), visitor_of(request)
    if house.opening.single:
        raise UsageError("app-wrong")
    name = _given_name(request)
    if name.lower().endswith(".toml"):
        return await _word(request, name)
    suffix = suffix_of(name)
    if suffix is None:
        from publisher.readers import READERS

        given = Path(stem_of(name) + "." + name.rsplit(".", 1)[-1][:10]).suffix or name
        raise InputError("input-format", place=name, suffix=given, known=" ".join(READERS))
    async with house.uploading:
        folder = visitor.room()
        document = Document(folder / f"speech{suffix}", name, folder, bound=False)
        try:
            document.bytes = await receive(request, document.source, house.limits.upload)
            visitor.add(document)
        except BaseException:
            document.remove()
            raise
    return JSONResponse({"id": document.id, "name": document.name})


async def _word(request: Request, name: str) -> Response:
    """What an author said of a speech before: put beside the open speech of the same name."""
    from publisher.settings import read_settings
    from publisher.sidecar.amend import safe

    mates = (d for d in visitor_of(request).documents.values() if not d.bound)
    document = next((d for d in mates if d.stem == stem_of(name)), None)
    if document is None:
        raise InputError("app-word-alone", place=name)
    async with document.lock:
        arrived = document.folder / "arrived.toml"
        await receive(request, arrived, _LARGEST_WORD)
        try:
            document.put(safe(read_settings(arrived), CHOICES))
        except PublisherError as error:
            error.place = name
            raise
        finally:
            arrived.unlink(missing_ok=True)
    return JSONResponse({"id": document.id, "name": document.name})


def _given_name(request: Request) -> str:
    """What the file is called: shown, and never used as a path."""
    name = unquote(request.headers.get("x-file-name", ""))[:255]
    return "".join(c if c.isprintable() else " " for c in name).strip() or "?"


async def close(request: Request) -> Response:
    visitor, key = visitor_of(request), request.path_params["speech"]
    visitor.close(key)
    return JSONResponse({})


async def listed(request: Request) -> Response:
    """The visitor's speeches."""
    documents = visitor_of(request).documents.values()
    return JSONResponse({"speeches": [{"id": d.id, "name": d.name} for d in documents]})


async def look(request: Request) -> Response:
    """All about a speech, and the first sheets of the kind that is shown."""
    document, asked = document_of(request), await json_of(request)
    async with document.lock:
        return JSONResponse(await _looked(request, document, asked))


async def change(request: Request) -> Response:
    """One correction or choice, and what the speech looks like then."""
    document, asked = document_of(request), await json_of(request)
    async with document.lock:
        document.change(str(asked.get("table")), str(asked.get("key")), asked.get("value"))
        return JSONResponse(await _or_back(request, document, asked))


async def undo(request: Request) -> Response:
    document, asked = document_of(request), await json_of(request)
    async with document.lock:
        document.undo()
        return JSONResponse(await _looked(request, document, asked))


async def logo(request: Request) -> Response:
    """A picture for the deck's logo, kept beside the sidecar."""
    document = document_of(request)
    async with document.lock:
        arrived = document.folder / "arrived"
        await receive(request, arrived, _LARGEST_LOGO)
        data = arrived.read_bytes()
        arrived.unlink()
        name = _LOGOS.get(media_type(data) or "")
        if name is None:
            raise UsageError("app-logo")
        document.put_logo(name, data)
        asked = {"kind": request.query_params.get("kind"), "count": 6}
        return JSONResponse(await _or_back(request, document, asked))


async def _or_back(request: Request, document: Document, asked: dict[str, Any]) -> dict[str, Any]:
    """What the speech looks like after a change, which is taken back where it does not do."""
    try:
        return await _looked(request, document, asked)
    except PublisherError:
        document.undo()
        raise


async def _looked(request: Request, document: Document, asked: dict[str, Any]) -> dict[str, Any]:
    job = document.job("look", lang_of(request), **_some(asked))
    answer = await _asked(house_of(request), document, job)
    facts = {"id": document.id, "name": document.name, "stem": document.stem,
             "version": document.version, "steps": document.steps,
             "word": document.sidecar.is_file(), "bound": document.bound}  # fmt: skip
    return {**answer, **facts}


async def sheets(request: Request) -> Response:
    """More sheets of a kind."""
    document, asked = document_of(request), await json_of(request)
    job = document.job("sheets", lang_of(request), **_some(asked))
    answer = await _asked(house_of(request), document, job)
    return JSONResponse({**answer, "id": document.id, "version": document.version})


def _some(asked: dict[str, Any]) -> dict[str, Any]:
    """Which sheets are asked for. Raises UsageError for a kind or a number that is none."""
    kind, first, count = asked.get("kind"), asked.get("first", 0), asked.get("count", 1)
    if not (is_kind(kind) and isinstance(first, int) and isinstance(count, int) and first >= 0):
        raise UsageError("app-wrong")
    spoken = str(asked.get("spoken") or "")[:_MOST_WORDS]
    some = {"kind": kind, "first": first, "count": max(1, min(count, _MOST_SHEETS))}
    return {**some, "spoken": spoken} if spoken else some


async def _asked(house: House, document: Document, job: dict[str, Any]) -> dict[str, Any]:
    try:
        return await house.pool.ask(job)
    except JobError as error:
        raise document.shown_error(error) from None


async def make(request: Request) -> Response:
    """Make a file: progress line by line (JSON), then its address or what went wrong."""
    house, document, asked = house_of(request), document_of(request), await json_of(request)
    kind = asked.get("kind")
    if not (kind == PACK or is_kind(kind)):
        raise UsageError("app-wrong")
    lines = _made(house, document, str(kind), lang_of(request))
    return StreamingResponse(lines, media_type="application/x-ndjson")


async def _made(house: House, document: Document, kind: str, lang: str) -> AsyncIterator[str]:
    target = document.folder / "made" / kind
    target.parent.mkdir(parents=True, exist_ok=True)
    steps: asyncio.Queue[tuple[int, int] | None] = asyncio.Queue()
    job = document.job("make", lang, kind=kind, target=str(target), stem=document.stem)

    async def run() -> dict[str, Any]:
        async with document.lock:
            try:
                return await house.pool.ask(
                    job, house.limits.make, lambda *step: steps.put_nowait(step)
                )
            finally:
                steps.put_nowait(None)

    task = asyncio.create_task(run())
    try:
        while (step := await steps.get()) is not None:
            yield json.dumps({"done": step[0], "total": step[1]}) + "\n"
        made = await task
        yield json.dumps({"url": f"/speech/{document.id}/made/{kind}", **made}) + "\n"
    except JobError as error:
        yield json.dumps({"error": told(document.shown_error(error), lang)}) + "\n"
    finally:
        task.cancel()


async def made(request: Request) -> Response:
    """A file that was made, to be kept."""
    document, kind = document_of(request), request.path_params["kind"]
    if kind == PACK:
        name, form = f"{document.stem}.zip", _ZIP
    elif is_kind(kind):
        name = document.stem + KINDS[kind].suffix
        form = WRITERS[KINDS[kind].writer].media_type
    else:
        raise InputError("app-gone")
    return _download(document.folder / "made" / kind, name, form)


async def word(request: Request) -> Response:
    """The author's word, ``<stem>.toml``."""
    document = document_of(request)
    return _download(document.sidecar, f"{document.stem}.toml", _TOML)


def _download(file: Path, name: str, form: str) -> Response:
    if not file.is_file():
        raise InputError("app-gone")
    kept = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return FileResponse(file, media_type=form, headers=kept)


async def shown(request: Request) -> Response:
    """A font or picture that the speech's sheets need."""
    return shown_file(document_of(request).folder / "shown", request.path_params["file"])


def shown_file(folder: Path, name: str) -> Response:
    """A file named by what it holds: it never changes. Raises InputError."""
    if not _SHOWN.fullmatch(name) or not (folder / name).is_file():
        raise InputError("app-gone")
    kept = {"cache-control": "private, max-age=86400, immutable"}
    return FileResponse(folder / name, media_type=_TYPES[name.rsplit(".", 1)[1]], headers=kept)
