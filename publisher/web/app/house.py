"""What all handlers share: the pool, the visitors, the words, and who asks."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from publisher.errors import InternalError, PublisherError, UsageError
from publisher.messages import MESSAGES, sentence
from publisher.record import NamedTuple
from publisher.web.app.limits import Limits
from publisher.web.app.pool import Pool
from publisher.web.app.store import Store
from publisher.web.app.visits import Visitor, Visits

Handler = Callable[[Request], Awaitable[Response]]
_MOST_JSON = 64 << 10
_STATUS = {
    "app-stranger": 403, "app-password": 403, "app-gone": 404, "app-too-big": 413,
    "app-too-many": 429, "app-full": 503, "bug": 500,
}  # fmt: skip
_REFUSED = 422


class Opening(NamedTuple):
    """How the app was opened: for which ``speeches`` of this machine, and to whom.

    ``key`` is in the address that the browser is sent to; ``token`` is known to the pages of this
    start alone. ``password`` lets in others. ``single`` shows one speech and takes no more.
    """

    key: str
    token: str
    speeches: tuple[Path, ...] = ()
    password: str | None = None
    single: bool = False


class House:
    """Everything that lives as long as the server."""

    def __init__(self, opening: Opening, limits: Limits) -> None:
        self.opening = opening
        self.limits = limits
        self.store = Store()
        self.visits = Visits(self.store, limits)
        self.pool = Pool(limits)
        self.uploading = asyncio.Semaphore(limits.uploads_at_once)
        self.knocking = asyncio.Lock()
        self.themes: dict[str, Any] = {}
        self.quit: Callable[[], None] = lambda: None

    async def close(self) -> None:
        """End the workers and take away all that visitors brought."""
        await self.pool.close()
        self.store.close()


def house_of(request: Request) -> House:
    house: House = request.app.state.house
    return house


def cookie_name(request: Request) -> str:
    """Cookies do not know ports: without it, two apps on one machine would share theirs."""
    return f"publisher-{request.url.port or 80}"


def visitor_of(request: Request) -> Visitor:
    """Who asks. Raises UsageError ``app-stranger``."""
    visitor = house_of(request).visits.find(request.cookies.get(cookie_name(request)))
    if visitor is None:
        raise UsageError("app-stranger")
    return visitor


def lang_of(request: Request) -> str:
    """zh or en: as the page says, else as the browser prefers."""
    asked = request.query_params.get("lang")
    if asked in {"zh", "en"}:
        return asked
    accepted = request.headers.get("accept-language", "zh").lower()
    return "zh" if accepted.startswith("zh") or "zh" in accepted.split(",")[0] else "en"


async def json_of(request: Request) -> dict[str, Any]:
    """The object that the page sent. Raises UsageError."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > _MOST_JSON:
            raise UsageError("app-wrong")
    import json

    try:
        found = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise UsageError("app-wrong")
    return found


def told(error: PublisherError, lang: str) -> dict[str, str]:
    """An error in the words of the command line."""
    hint = f"{error.key}.hint"
    return {
        "key": error.key,
        "place": error.place or "",
        "what": sentence(error.key, error.values, lang),
        "hint": sentence(hint, error.values, lang) if hint in MESSAGES else "",
    }


def answering(handler: Handler) -> Handler:
    """``handler`` with its errors told as JSON."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except PublisherError as error:
            failed = error
        except Exception as error:  # noqa: BLE001 - others are served on
            failed = InternalError("bug", detail=type(error).__name__)
        words = {"error": told(failed, lang_of(request))}
        return JSONResponse(words, _STATUS.get(failed.key, _REFUSED))

    return answer
