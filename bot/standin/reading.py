"""A request's parameters, whichever of Telegram's ways they came: query, form, JSON, multipart."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.standin.errors import bad
from bot.standin.params import Params, Upload

MAX_BODY = 60 * 1024 * 1024


async def read_params(request: web.Request) -> Params:
    values: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.body_exists:
        kind = request.content_type
        if kind == "multipart/form-data":
            await _multipart(request, values, files)
        elif kind == "application/json":
            values |= _json(await request.read())
        else:
            values |= _form(await request.read())
    return Params(values, files)


def _form(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None


def _json(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        raise bad("can't parse request body as a JSON object") from None
    if not isinstance(values, dict):
        raise bad("can't parse request body as a JSON object")
    return {name: value for name, value in values.items() if value is not None}


async def _multipart(request: web.Request, values: dict[str, Any], files: dict[str, Upload]) -> None:
    for name, part in (await request.post()).items():
        if isinstance(part, web.FileField):
            files[name] = Upload(name=part.filename, mime=part.content_type, data=part.file.read())
            part.file.close()
        else:
            values[name] = part.decode() if isinstance(part, bytes | bytearray) else part
