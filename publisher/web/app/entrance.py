"""The page itself, and who gets to see it."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from publisher.errors import UsageError
from publisher.messages import MESSAGES
from publisher.readers import READERS
from publisher.web.app.frames import Frame
from publisher.web.app.house import House, cookie_name, house_of, json_of, lang_of, told, visitor_of
from publisher.web.app.limits import MB
from publisher.web.app.visits import Visitor

HERE = Path(__file__).parent
_PAGES = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
_PAUSE = 1.0
"""Seconds after a wrong password, for everybody."""


def words(lang: str) -> dict[str, str]:
    """What the page says, by key: the messages of ``page.``, and its own errors."""
    at = 0 if lang == "zh" else 1
    own = ("page.", "app-offline")
    return {key: said[at] for key, said in MESSAGES.items() if key.startswith(own)}


async def page(request: Request) -> Response:
    """The app, for whoever comes with the key of this start or is known already; who opens the
    address once more finds what was open."""
    house = house_of(request)
    key = request.query_params.get("key", "")
    known = house.visits.find(request.cookies.get(cookie_name(request)))
    if key and _is(key, house.opening.key):
        visitor = known or house.visits.begin(house.opening.speeches)
        return _admitted(request, visitor, RedirectResponse("/", 303))
    if known is not None:
        return _rendered(request, "page.html", house.opening.single)
    if house.opening.password is not None:
        return _rendered(request, "login.html", single=False)
    lang = lang_of(request)
    stranger = _PAGES.get_template("stranger.html")
    error = told(UsageError("app-stranger"), lang)
    return HTMLResponse(stranger.render(lang=lang, error=error), 403)


async def login(request: Request) -> Response:
    """A password in, a cookie out. One at a time, with a pause after each that is wrong."""
    house, asked = house_of(request), await json_of(request)
    known = house.opening.password
    async with house.knocking:
        if known is None or not _is(str(asked.get("password", "")), known):
            await asyncio.sleep(_PAUSE)
            raise UsageError("app-password")
    return _admitted(request, house.visits.begin(), JSONResponse({}))


async def themes(request: Request) -> Response:
    """The themes as pictures, made once for each language."""
    visitor_of(request)
    house, lang = house_of(request), lang_of(request)
    if lang not in house.themes:
        house.themes[lang] = await house.pool.ask(themes_job(house, lang))
    return JSONResponse(house.themes[lang])


def themes_job(house: House, lang: str) -> Frame:
    """The job that draws the themes."""
    folder = str(house.store.folder / "themes")
    return {"job": "themes", "lang": lang, "folder": folder, "address": "/themes/shown"}


async def theme_file(request: Request) -> Response:
    from publisher.web.app.speeches import shown_file

    visitor_of(request)
    return shown_file(house_of(request).store.folder / "themes", request.path_params["file"])


async def leave(request: Request) -> Response:
    """End the app, where it is the visitor's own."""
    visitor_of(request)
    if house_of(request).opening.password is not None:
        raise UsageError("app-wrong")
    house_of(request).quit()
    return JSONResponse({})


def _is(given: str, known: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8"), known.encode("utf-8"))


def _admitted(request: Request, visitor: Visitor, response: Response) -> Response:
    response.set_cookie(
        cookie_name(request), visitor.id, path="/", httponly=True, samesite="strict"
    )
    return response


def _rendered(request: Request, template: str, single: bool) -> Response:
    house, lang = house_of(request), lang_of(request)
    values: dict[str, Any] = {
        "lang": lang,
        "words": words(lang),
        "facts": {
            "token": house.opening.token,
            "lang": lang,
            "single": single,
            "open": house.opening.password is not None,
            "most": house.limits.upload // MB,
            "suffixes": [*READERS, ".toml"],
        },
    }
    return HTMLResponse(_PAGES.get_template(template).render(**values))
