"""The Bot API over HTTP: finds the method, reads the call, answers as Telegram would."""

import asyncio
import inspect

from aiohttp import web

from bot.standin.errors import ApiError, bad
from bot.standin.events import ENCODE
from bot.standin.faults import Fault
from bot.standin.files import MAX_DOWNLOAD
from bot.standin.methods import BY_LOWER_NAME
from bot.standin.methods.table import Method
from bot.standin.params import Params
from bot.standin.reading import read_params
from bot.standin.sim import Sim
from bot.standin.wire import Json

UNAUTHORIZED = ApiError(401, "Unauthorized")
UNKNOWN_METHOD = ApiError(404, "Not Found: method not found")
QUIET = frozenset({"getUpdates"})
"""Calls that repeat without end: only their refusals are written down."""
SHOWN = ("text", "caption", "action", "callback_query_id", "message_id", "url", "commands")


class Api:
    """The routes under `/bot<token>/` and `/file/bot<token>/`."""

    def __init__(self, sim: Sim, token: str) -> None:
        self._sim = sim
        self._token = token

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token}/{method}", self.call),
            web.get("/file/bot{token}/{path:.+}", self.file),
        ]

    async def call(self, request: web.Request) -> web.Response:
        """One call; whatever is wrong with it is Telegram's answer, never an exception."""
        if request.match_info["token"] != self._token:
            return _refusal(UNAUTHORIZED)
        found = BY_LOWER_NAME.get(request.match_info["method"].lower())
        if found is None:
            return _refusal(UNKNOWN_METHOD)
        name, method = found
        try:
            params = await read_params(request)
        except ApiError as error:
            return _refusal(error)
        except ConnectionError:
            return _refusal(ApiError(400, "the bot hung up in the middle of its call"))
        return await self._carry_out(request, name, method, params)

    async def _carry_out(self, request: web.Request, name: str, method: Method, params: Params) -> web.Response:
        fault = self._fault(name, params)
        try:
            await _suffer_before(request, fault)
            result = await self._run(name, method, params)
        except ApiError as error:
            self._note(name, params, f"{error.code} {error.description}")
            return _refusal(error)
        self._note(name, params, "")
        if fault and fault.kind == "drop_after":
            _hang_up(request)
        return _answer({"ok": True, "result": result})

    def _fault(self, name: str, params: Params) -> Fault | None:
        faults = self._sim.faults
        if not faults.waiting:
            return None
        body = "\n".join(map(str, params.values.values()))
        fault = faults.take(name.lower(), params.text("chat_id"), body)
        if fault:
            self._sim.events.tell("faults", lambda: {"faults": faults.shown()})
        return fault

    async def _run(self, name: str, method: Method, params: Params) -> object:
        check = self._sim.check
        if check and (wrong := check.call(name.lower(), params)):
            self._sim.complaints.extend(wrong)
            raise bad("; ".join(wrong))
        result = method(self._sim, params)
        if inspect.isawaitable(result):
            result = await result
        if check:
            self._sim.complaints.extend(check.answer(name.lower(), result))
        return result

    def _note(self, name: str, params: Params, error: str) -> None:
        if name in QUIET and not error:
            return
        sim, chat_id = self._sim, params.text("chat_id")
        shown = next((params.text(part) for part in SHOWN if part in params), "")
        sim.transcript.note(name, chat_id, shown, error)
        if sim.events.heard:
            sim.events.tell("call", lambda: {"method": name, "chat_id": chat_id, "ok": not error, "error": error})
            sim.events.tell_soon("report", lambda: {"report": sim.report()})

    async def file(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self._token:
            return _refusal(UNAUTHORIZED)
        for stored in self._sim.files.stored.values():
            if stored.path == request.match_info["path"] and stored.size <= MAX_DOWNLOAD:
                return web.Response(body=stored.data, content_type="application/octet-stream")
        return _refusal(ApiError(404, "Not Found"))


async def _suffer_before(request: web.Request, fault: Fault | None) -> None:
    if fault is None:
        return
    match fault.kind:
        case "latency":
            await asyncio.sleep(fault.seconds)
        case "drop_before":
            _hang_up(request)
            raise ApiError(500, "the connection was dropped before the call was read")
        case "error" | "flood":
            raise fault.error()


def _hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


def _refusal(error: ApiError) -> web.Response:
    return _answer(error.answer(), error.code)


def _answer(body: Json, status: int = 200) -> web.Response:
    return web.Response(body=ENCODE(body).encode(), status=status, content_type="application/json")
