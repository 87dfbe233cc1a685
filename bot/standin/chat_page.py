"""Serves the chat page: its index at `/`, its files under `/static/`."""

from pathlib import Path

from aiohttp import web

PAGE = Path(__file__).parent / "page"
FRESH = {"Cache-Control": "no-cache"}


async def _index(_request: web.Request) -> web.StreamResponse:
    return _file("index.html")


async def _static(request: web.Request) -> web.StreamResponse:
    return _file(request.match_info["name"])


def _file(name: str) -> web.StreamResponse:
    path = (PAGE / name).resolve()
    if not path.is_relative_to(PAGE.resolve()) or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers=FRESH)


def routes() -> list[web.RouteDef]:
    return [web.get("/", _index), web.get("/static/{name:.+}", _static)]
