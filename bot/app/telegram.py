"""The connection to Telegram: tried until it answers, listened to within a block, closed in time."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder

from bot.config import Config
from bot.delivery.line import Patience
from bot.delivery.transport import Polling, TokenRefusedError, Transport
from bot.delivery.verdict import is_webhook, verdict
from bot.errors import ConfigError

log = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]

UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
CONNECTIONS = 128
"""At most so many calls are under way at once, answers to people among them."""
PATIENCE = Patience(pool=30.0, connect=5.0, write=5.0, read=20.0)
"""A slow answer is awaited long: what was sent and not heard of has to be sent again, and may arrive twice."""
CLOSING_SECONDS = 1.0
"""Each other step of the end may take so long; a Telegram that does not answer must not hold up the program's end."""
GRACE_SECONDS = 5.0
"""Answers on their way may take so long to arrive; what is cut off is given again after the next start."""
RETRY_SECONDS = (2, 4, 8, 15, 30, 60)
"""Waits between tries to reach Telegram; the last one repeats."""
QUIET_SECONDS = 60
"""The same trouble with Telegram is told at most once in so many seconds."""


def build(config: Config, transport: Transport, polling: Polling) -> App:
    telegram = config.telegram
    return (
        ApplicationBuilder()
        .token(telegram.token.get_secret_value())
        .base_url(f"{telegram.api_url}/bot")
        .base_file_url(f"{telegram.api_url}/file/bot")
        .concurrent_updates(64)
        .request(transport)
        .get_updates_request(polling)
        .job_queue(None)
        .build()
    )


async def connect(application: App, config: Config, stop: asyncio.Event) -> bool:
    """Tries until Telegram answers; False when asked to stop before that."""
    place = config.telegram.api_url
    for attempt in range(1_000_000):
        try:
            return await _done_before(stop, application.initialize())
        except InvalidToken as error:
            raise _token_refused() from error
        except TelegramError as error:
            asked = verdict(error)
            wait = max(RETRY_SECONDS[min(attempt, len(RETRY_SECONDS) - 1)], getattr(asked, "seconds", 0))
            log.warning(
                "Telegram cannot be reached at %s (%s); trying again in %.0f s", place, type(error).__name__, wait
            )
        if not await _done_before(stop, asyncio.sleep(wait)):
            return False
    return False


def _token_refused() -> ConfigError:
    advice = "Copy it again from @BotFather into telegram.token or JIANBAO_TOKEN."
    return ConfigError("Telegram refuses the token.", subject="telegram.token", advice=advice)


async def _done_before(stop: asyncio.Event, work: Coroutine[Any, Any, object]) -> bool:
    """Does something, unless asked to stop before it is done."""
    deed, stopped = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((deed, stopped), return_when=asyncio.FIRST_COMPLETED)
        if deed.done():
            deed.result()
        return deed.done()
    finally:
        for task in (deed, stopped):
            task.cancel()
        await asyncio.wait((deed, stopped))


@asynccontextmanager
async def polling_within(application: App, stop: asyncio.Event) -> AsyncIterator[bool]:
    """Takes updates within the block, False when asked to stop first; what was taken is finished at its end."""
    updater = application.updater
    if updater is None:
        raise RuntimeError("the application was built without an updater")
    await application.start()
    start = updater.start_polling(
        allowed_updates=UPDATES, bootstrap_retries=-1, timeout=50, error_callback=_listener_to_trouble(application)
    )
    try:
        yield await _done_before(stop, start)
    except InvalidToken as error:
        raise _token_refused() from error
    finally:
        await _hear_no_more(application)
        await _in_time(application.shutdown(), CLOSING_SECONDS)


async def answering(application: App) -> None:
    """Lasts until cancelled; answers on their way then may arrive, beside whatever else ends meanwhile."""
    try:
        await asyncio.Event().wait()
    finally:
        await _hear_no_more(application)


async def _hear_no_more(application: App) -> None:
    """Takes no more updates, and lets answers on their way arrive; nothing is left to do the second time."""
    if application.updater:
        await _in_time(application.updater.stop(), CLOSING_SECONDS)
    await _in_time(application.stop(), GRACE_SECONDS)


async def _in_time(closing: Coroutine[Any, Any, None], seconds: float) -> None:
    """Takes a step of the end, and goes on without it when it takes too long."""
    try:
        async with asyncio.timeout(seconds):
            await closing
    except (TimeoutError, RuntimeError):  # RuntimeError: it did not even start
        return


def _listener_to_trouble(application: App) -> Callable[[TelegramError], None]:
    """Makes the listener that tells polling trouble, and takes back the updates from wherever they were sent."""
    tell = _teller_of_trouble()

    def listen(error: TelegramError) -> None:
        tell(error)
        if is_webhook(error):
            application.create_task(_without_webhook(application))

    return listen


async def _without_webhook(application: App) -> None:
    try:
        await application.bot.delete_webhook()
    except TelegramError as error:  # asked again after the next refusal
        log.debug("The webhook stays: %s", type(error).__name__)


def _teller_of_trouble() -> Callable[[TelegramError], None]:
    """Makes the listener that tells polling trouble in one sentence, and not again and again."""
    told: dict[type, float] = {}

    def tell(error: TelegramError) -> None:
        now = asyncio.get_running_loop().time()
        if now - told.get(type(error), -QUIET_SECONDS) < QUIET_SECONDS:
            return
        told[type(error)] = now
        if is_webhook(error):
            log.warning(
                "Somebody set a webhook for this bot's updates; it is taken away, as `run` asks for them itself"
            )
        elif isinstance(error, Conflict):
            log.error("Another program takes this bot's updates; stop one of the two")
        elif isinstance(error, TokenRefusedError):
            log.error("Telegram refuses the token; copy it again from @BotFather and restart (trying on)")
        else:
            log.warning("Telegram does not answer (%s); trying on", type(error).__name__)

    return tell
