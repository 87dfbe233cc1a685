"""A request's parameters, whichever of Telegram's ways they came: query, form, JSON, multipart."""

import json
import re
from binascii import unhexlify
from typing import Any

from aiohttp import web

from bot.standin.errors import bad
from bot.standin.params import Params, Upload

MAX_BODY = 60 * 1024 * 1024
RUN = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")


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
    """The fields of a form; Chinese comes as long runs of %XX, so each run is read at once."""
    pairs = (pair.partition(b"=") for pair in body.replace(b"+", b" ").split(b"&") if pair)
    try:
        return {_unquoted(name): _unquoted(value) for name, _, value in pairs}
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None


def _unquoted(quoted: bytes) -> str:
    return RUN.sub(lambda run: unhexlify(run[0].translate(None, b"%")), quoted).decode()


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
