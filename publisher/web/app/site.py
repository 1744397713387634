"""The application: which address is answered by what."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from publisher.web.app import entrance, events, speeches
from publisher.web.app.guard import Guard
from publisher.web.app.house import House, Opening, answering
from publisher.web.app.limits import Limits

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

_SWEEP = 300
"""Seconds between two looks for visitors who left."""


def _routes() -> list[BaseRoute]:
    get = {
        "/": entrance.page,
        "/themes": entrance.themes,
        "/themes/shown/{file}": entrance.theme_file,
        "/events": events.events,
        "/speeches": speeches.listed,
        "/speech/{speech}/made/{kind}": speeches.made,
        "/speech/{speech}/word": speeches.word,
        "/speech/{speech}/shown/{file}": speeches.shown,
    }
    post = {
        "/login": entrance.login,
        "/leave": entrance.leave,
        "/speeches": speeches.upload,
        "/speech/{speech}/look": speeches.look,
        "/speech/{speech}/sheets": speeches.sheets,
        "/speech/{speech}/change": speeches.change,
        "/speech/{speech}/undo": speeches.undo,
        "/speech/{speech}/logo": speeches.logo,
        "/speech/{speech}/make": speeches.make,
        "/speech/{speech}/close": speeches.close,
    }
    return [
        *(Route(path, answering(handler), methods=["GET"]) for path, handler in get.items()),
        *(Route(path, answering(handler), methods=["POST"]) for path, handler in post.items()),
        Mount("/static", StaticFiles(directory=entrance.HERE / "static")),
    ]


def make_site(opening: Opening, port: int, limits: Limits, host: str | None = None) -> Starlette:
    """The app for one start of the server on ``port``; ``host`` opens it to others."""

    @asynccontextmanager
    async def lifespan(site: Starlette) -> AsyncIterator[None]:
        house = House(opening, limits)
        site.state.house = house
        sweeping = asyncio.create_task(_sweep(house))
        try:
            yield
        finally:
            sweeping.cancel()
            await house.close()

    guard = Middleware(Guard, token=opening.token, port=port, host=host)
    return Starlette(routes=_routes(), middleware=[guard], lifespan=lifespan)


async def _sweep(house: House) -> None:
    while True:
        await asyncio.sleep(_SWEEP)
        house.visits.sweep()
