"""The control API under `/sim/`: what people do, troubles to order, and everything that can be seen."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from aiohttp import web

from bot.standin import people, views
from bot.standin.errors import ControlError
from bot.standin.events import ENCODE
from bot.standin.sim import Sim
from bot.standin.wire import Json

PATIENCE = 15.0
EVENT_HEADERS = {"Content-Type": "text/event-stream", "Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
PICTURES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif", "image/svg+xml"})


class Wish:
    """What a POST asks for, with its mistakes told by name."""

    def __init__(self, values: Json) -> None:
        self.values = values

    def integer(self, name: str) -> int:
        number = self.optional(name)
        if number is None:
            raise ControlError(f"{name} is missing")
        return number

    def optional(self, name: str) -> int | None:
        value = self.values.get(name)
        try:
            return None if value is None else int(value)
        except (TypeError, ValueError):
            raise ControlError(f"{name} is a whole number, not {value!r}") from None

    def text(self, name: str, default: str | None = None) -> str:
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise ControlError(f"{name} is missing or no text")
        return value

    def objects(self, name: str) -> list[Json]:
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise ControlError(f"{name} is a list of objects")
        return value


def _send(sim: Sim, wish: Wish) -> Json:
    answered = wish.optional("reply_to_message_id")
    chat_id, from_id, entities = wish.integer("chat_id"), wish.optional("from_id"), wish.objects("entities")
    if "photo" in wish.values:
        caption = wish.text("text", "")
        shown = people.picture(sim, chat_id, wish.text("photo"), caption=caption, from_id=from_id, entities=entities)
        return {"message": shown}
    said = people.say(sim, chat_id, wish.text("text"), from_id=from_id, reply_to=answered, entities=entities)
    return {"message": said}


def _edit(sim: Sim, wish: Wish) -> Json:
    return {"message": people.edit(sim, wish.integer("chat_id"), wish.integer("message_id"), wish.text("text"))}


def _press(sim: Sim, wish: Wish) -> Json:
    place = wish.integer("chat_id"), wish.integer("message_id"), wish.text("data")
    query = people.press(sim, *place, from_id=wish.optional("from_id"))
    sim.events.tell_soon("report", lambda: {"report": sim.report()})
    return {"callback_query_id": query}


def _inline(sim: Sim, wish: Wish) -> Json:
    offset = wish.text("offset", "")
    return {"inline_query_id": people.ask_inline(sim, wish.integer("from_id"), wish.text("query"), offset=offset)}


def _choose(sim: Sim, wish: Wish) -> Json:
    people.choose_inline(sim, wish.text("inline_query_id"), wish.text("result_id"))
    return {}


def _chat_deed(deed: Callable[[Sim, int], Any]) -> Callable[[Sim, Wish], Json]:
    def carry_out(sim: Sim, wish: Wish) -> Json:
        room = deed(sim, wish.integer("chat_id"))
        for number in {room.id, wish.integer("chat_id")}:
            sim.events.tell("chat", partial(_chat, sim, number))
        return _chat(sim, room.id)

    return carry_out


def _chat(sim: Sim, number: int) -> Json:
    return {"chat": views.chat(sim, sim.world.room(number))}


def _order_fault(sim: Sim, wish: Wish) -> Json:
    sim.faults.order(wish.values)
    return _faults(sim)


def _faults(sim: Sim) -> Json:
    shown = {"faults": sim.faults.shown()}
    sim.events.tell("faults", lambda: shown)
    return shown


def _drop(sim: Sim, wish: Wish) -> Json:
    if sim.drops is None:
        raise ControlError("there are no samples to drop")
    sim.drops.drop(wish.text("name"))
    shown = {"drops": views.drops(sim)}
    sim.events.tell("drops", lambda: shown)
    return shown


def _reset(sim: Sim, _wish: Wish) -> Json:
    sim.restart()
    return views.state(sim)


DEEDS: dict[str, Callable[[Sim, Wish], Json]] = {
    "send": _send,
    "edit": _edit,
    "press": _press,
    "inline": _inline,
    "choose": _choose,
    "block": _chat_deed(people.block),
    "unblock": _chat_deed(people.unblock),
    "kick": _chat_deed(people.kick),
    "invite": _chat_deed(people.invite),
    "migrate": _chat_deed(people.migrate),
    "deactivate": _chat_deed(people.deactivate),
    "faults": _order_fault,
    "drop": _drop,
    "reset": _reset,
}


class Control:
    """The routes under `/sim/`."""

    def __init__(self, sim: Sim) -> None:
        self._sim = sim

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/sim/state", self.state),
            web.get("/sim/report", self.report),
            web.get("/sim/outbox", self.outbox),
            web.get("/sim/transcript", self.transcript),
            web.get("/sim/events", self.events),
            web.get("/sim/picture", self.picture),
            web.delete("/sim/faults", self.clear_faults),
            web.post("/sim/{deed}", self.deed),
        ]

    async def deed(self, request: web.Request) -> web.Response:
        deed = DEEDS.get(request.match_info["deed"])
        if deed is None:
            raise web.HTTPNotFound
        try:
            values = json.loads(await request.read() or b"{}")
            return _json(deed(self._sim, Wish(values if isinstance(values, dict) else {})))
        except ValueError:
            return _json({"error": "the body is no JSON"}, 400)
        except ControlError as error:
            return _json({"error": str(error)}, 400)

    async def clear_faults(self, _request: web.Request) -> web.Response:
        self._sim.faults.clear()
        return _json(_faults(self._sim))

    async def state(self, _request: web.Request) -> web.Response:
        return _json(views.state(self._sim))

    async def report(self, _request: web.Request) -> web.Response:
        sent = {str(room.id): room.sent for room in self._sim.world.rooms.values() if room.sent}
        return _json({**self._sim.report(), "sent_by_chat": sent, "complaints_list": self._sim.complaints[:100]})

    async def outbox(self, request: web.Request) -> web.Response:
        """The bot's messages, of one chat or of all."""
        wanted = request.query.get("chat_id")
        rooms = (room for room in self._sim.world.rooms.values() if wanted in {None, str(room.id)})
        return _json([message for room in rooms for message in views.outbox(room)])

    async def transcript(self, _request: web.Request) -> web.Response:
        return web.Response(text=self._sim.transcript.text())

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-Sent Events until the page goes or the stand-in stops."""
        response = web.StreamResponse(headers=EVENT_HEADERS)
        with self._sim.events.listening() as listener:
            await response.prepare(request)
            await response.write(b"retry: 500\n\n")
            try:
                while chunk := await listener.chunk(patience=PATIENCE):
                    await response.write(chunk)
            except ConnectionError:
                return response
        return response

    async def picture(self, request: web.Request) -> web.StreamResponse:
        """A picture by its address or file_id: the uploaded bytes, a local sample, or the address itself."""
        url = request.query.get("file_id") or request.query.get("url", "")
        if stored := self._sim.files.stored.get(url):
            if stored.data:
                kind = stored.mime if stored.mime in PICTURES else "application/octet-stream"
                return web.Response(body=stored.data, content_type=kind)
            url = stored.url
        local = self._sim.drops.picture(url.split("?", 1)[0].rsplit("/", 1)[-1]) if self._sim.drops else None
        if local:
            return web.FileResponse(local)
        if not url.startswith(("http://", "https://")):
            raise web.HTTPNotFound
        raise web.HTTPFound(url)


def _json(body: object, status: int = 200) -> web.Response:
    return web.Response(body=ENCODE(body).encode(), status=status, content_type="application/json")
