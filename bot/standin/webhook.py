"""Posting updates to the bot's own server, one after the other, until it takes them."""

import asyncio

import aiohttp

from bot.standin.events import ENCODE
from bot.standin.sim import Sim
from bot.standin.wire import Json

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
PATIENCE = aiohttp.ClientTimeout(total=10)
REST_SECONDS = 0.5


async def deliver(sim: Sim) -> None:
    """Posts what waits whenever a webhook is set; runs until cancelled."""
    updates = sim.updates
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        while True:
            while updates.webhook and updates.pending:
                update = updates.pending[0]
                if await _taken(sim, session, update):
                    updates.confirm(update["update_id"] + 1)
                else:
                    await asyncio.sleep(REST_SECONDS)
            updates.arrived.clear()
            await updates.arrived.wait()


async def _taken(sim: Sim, session: aiohttp.ClientSession, update: Json) -> bool:
    hook = sim.updates.webhook
    headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: hook["secret"]} if hook["secret"] else {})
    try:
        async with session.post(hook["url"], data=ENCODE(update).encode(), headers=headers) as answer:
            trouble = "" if answer.ok else f"Wrong response from the webhook: {answer.status} {answer.reason}"
    except (aiohttp.ClientError, TimeoutError) as error:
        trouble = f"Connection failed: {type(error).__name__}"
    if trouble:
        hook |= {"last_error_date": int(sim.clock()), "last_error_message": trouble}
    return not trouble
