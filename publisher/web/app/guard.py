"""Who may come in: the one door that every request goes through.

A page of some other site may send this server requests from the user's browser, and may have its
own name lead here (DNS rebinding). So the Host must be ours, each change must come from a page of
ours (Origin) and know the token of this start, and answers allow nothing from elsewhere.
"""

from __future__ import annotations

import secrets
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN = "x-publisher-token"  # noqa: S105 - the header's name
_SAFE = frozenset({"GET", "HEAD"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Lets in what comes to one of ``hosts``; ``host`` opens it to others, who may name it by
    any number: names, which others can lead here, stay outside."""

    def __init__(self, app: ASGIApp, token: str, port: int, host: str | None = None) -> None:
        self._app = app
        self._token = token
        self._port = port
        self._open = host is not None
        self._names = {"127.0.0.1", "localhost", "::1", *([host] if host else [])}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if not self._is_admitted(scope["method"], headers):
            refused = PlainTextResponse("403", 403)
            await refused(scope, receive, self._marked(send))
            return
        await self._app(scope, receive, self._marked(send))

    def _is_admitted(self, method: str, headers: Headers) -> bool:
        host = headers.get("host", "")
        if not self._is_ours(host):
            return False
        if method in _SAFE:
            return headers.get("sec-fetch-site", "none") in {"none", "same-origin"} or (
                # A link from elsewhere may lead to the page, which shows nothing without a cookie
                # that such a link does not bring (SameSite=Strict).
                headers.get("sec-fetch-mode") == "navigate"
            )
        given = headers.get(TOKEN, "")
        return (
            method == "POST"
            and headers.get("origin") == f"http://{host}"
            and secrets.compare_digest(given.encode(), self._token.encode())
        )

    def _is_ours(self, host: str) -> bool:
        try:
            found = urlsplit(f"//{host}")
            name, port = found.hostname or "", found.port or 80
        except ValueError:
            return False
        if port != self._port or found.netloc != host or "@" in host:
            return False
        return name in self._names or (self._open and _is_number(name))

    def _marked(self, send: Send) -> Send:
        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        return marked


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
