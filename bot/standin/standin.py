"""The stand-in as one object: make it with a world, run it, and see what the bot did."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from aiohttp import web

from bot.standin import chat_page, people, views
from bot.standin.check import Check
from bot.standin.control import Control
from bot.standin.drops import Drops
from bot.standin.flood import Flood
from bot.standin.reading import MAX_BODY
from bot.standin.seed import demo_world
from bot.standin.server import Api
from bot.standin.sim import Sim
from bot.standin.webhook import deliver
from bot.standin.wire import Json
from bot.standin.world import World

TOKEN = "123456:stand-in"  # noqa: S105 - opens nothing but the stand-in
FAREWELL_SECONDS = 1.0


class Standin:
    """A local Bot API server with people in it."""

    def __init__(
        self,
        *,
        world: World | None = None,
        token: str = TOKEN,
        clock: Callable[[], float] = time.time,
        flood: bool = True,
        spec: Path | None = None,
        drops: Drops | None = None,
    ) -> None:
        check = Check(spec) if spec else None
        self.token = token
        self.sim = Sim(world=world or demo_world(), clock=clock, check=check, drops=drops, flood=Flood(on=flood))

    @asynccontextmanager
    async def running(self, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
        """Serves until the block ends; gives the base address."""
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=FAREWELL_SECONDS)
        await runner.setup()
        posting = asyncio.create_task(deliver(self.sim))
        try:
            await web.TCPSite(runner, host, port).start()
            yield f"http://{host}:{runner.addresses[0][1]}"
        finally:
            posting.cancel()
            with suppress(asyncio.CancelledError):
                await posting
            self.sim.updates.stop()
            self.sim.events.close()
            await runner.cleanup()

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=MAX_BODY)
        app.add_routes([*Api(self.sim, self.token).routes(), *Control(self.sim).routes(), *chat_page.routes()])
        return app

    @property
    def world(self) -> World:
        return self.sim.world

    @property
    def complaints(self) -> list[str]:
        """Where a call, an answer or an update was not what the Bot API's list says."""
        return self.sim.complaints

    @property
    def violations(self) -> int:
        """How often the bot was faster than Telegram allows."""
        return self.sim.flood.violations

    def say(self, chat_id: int, text: str, *, from_id: int | None = None) -> Json:
        return people.say(self.sim, chat_id, text, from_id=from_id)

    def attach(self, chat_id: int, name: str, data: bytes) -> Json:
        return people.attach(self.sim, chat_id, name, data)

    def press(self, chat_id: int, message_id: int, data: str, *, from_id: int | None = None) -> str:
        return people.press(self.sim, chat_id, message_id, data, from_id=from_id)

    def block(self, chat_id: int) -> None:
        people.block(self.sim, chat_id)

    def unblock(self, chat_id: int) -> None:
        people.unblock(self.sim, chat_id)

    def order_fault(self, **wish: object) -> None:
        """Orders a trouble; the names are those of `faults.Fault`."""
        self.sim.faults.order(wish)

    def outbox(self, chat_id: int) -> list[Json]:
        """The bot's messages in a chat, oldest first, as they stand now."""
        return views.outbox(self.world.room(chat_id))

    def report(self) -> Json:
        return self.sim.report()

    def transcript(self) -> str:
        return self.sim.transcript.text()
