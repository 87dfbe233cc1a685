"""The one place that builds the real objects, starts them and stops them."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ApplicationBuilder

import summaries
from bot import __version__
from bot.chat.bridge import Bridge
from bot.chat.services import Services
from bot.config import Config
from bot.core.categories import path_of
from bot.delivery.pace import Pace
from bot.delivery.sender import Sender
from bot.dispatch import Dispatch
from bot.errors import ConfigError
from bot.scheduler import Scheduler
from bot.store import Store, open_store

log = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]

UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
RETRY_SECONDS = (2, 4, 8, 15, 30, 60)
"""Waits between tries to reach Telegram; the last one repeats."""
PROGRESS_POSTS = 20_000
"""The log tells of a long first index after so many posts."""
QUIET_SECONDS = 60
"""The same trouble with Telegram is told at most once in so many seconds."""


def utc_now() -> datetime:
    return datetime.now(UTC)


async def run_bot(
    config: Config,
    *,
    stop: asyncio.Event | None = None,
    ready: Callable[[], None] | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> None:
    """Runs the bot until `stop` is set or the process is asked to end; `ready` is called once it answers people."""
    stop = stop or _stop_on_signals()
    async with open_store(config.store) as store:
        application = _application(config)
        pace = Pace(per_second=config.delivery.per_second)
        sender = Sender(application.bot, pace=pace)
        life = timedelta(hours=config.delivery.expire_hours)
        dispatch = Dispatch(store, sender, clock=clock, pace=pace, life=life)
        scheduler = Scheduler(store, config.sources, on_article=dispatch.announce, clock=clock, progress=_tell_progress)
        bridge = _bridge(config, store, sender, dispatch, scheduler, clock)
        async with _background(scheduler.run(), asyncio.to_thread(_warm_up)):
            if not await _connect(application, config, stop):
                return
            bridge.install(application)
            async with _polling(application), _background(dispatch.run(), bridge.set_up_menu(application.bot)):
                log.info("The bot answers as @%s", application.bot.username)
                if ready:
                    ready()
                await stop.wait()


def _tell_progress(done: int, total: int | None) -> None:
    if total is not None:
        log.info("%s posts are indexed; what comes from now on is news", f"{done:,}")
    elif done % PROGRESS_POSTS == 0:
        log.info("Indexing: %s posts so far", f"{done:,}")


def _warm_up() -> None:
    """Loads the dictionaries beside the loop, so that neither the first article nor the first reader waits for them."""
    path_of([""])
    summaries.warm_up()


@asynccontextmanager
async def _background(*jobs: Any) -> AsyncIterator[None]:  # noqa: ANN401 - coroutines of any result
    """Runs jobs beside the block; a failing job ends the block, and the block's end ends the jobs."""
    try:
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(job) for job in jobs]
            try:
                yield
            finally:
                for task in running:
                    task.cancel()
    except BaseExceptionGroup as group:
        raise _first(group) from None  # one trouble is enough to tell, and what ends the program is that trouble


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _application(config: Config) -> App:
    builder = (
        ApplicationBuilder()
        .token(config.telegram.token.get_secret_value())
        .base_url(f"{config.telegram.api_url}/bot")
        .base_file_url(f"{config.telegram.api_url}/file/bot")
        .concurrent_updates(64)
        .connection_pool_size(64)
        .get_updates_connection_pool_size(4)  # a cancelled long poll may keep its connection; stopping needs another
        .pool_timeout(30)
        .job_queue(None)
    )
    if config.telegram.proxy:
        builder = builder.proxy(config.telegram.proxy).get_updates_proxy(config.telegram.proxy)
    return builder.build()


async def _connect(application: App, config: Config, stop: asyncio.Event) -> bool:
    """Tries until Telegram answers; False when asked to stop before that."""
    for attempt in range(1_000_000):
        try:
            await application.initialize()
        except InvalidToken as error:
            advice = "Copy it again from @BotFather into telegram.token or JIANBAO_TOKEN."
            raise ConfigError("Telegram refuses the token.", subject="telegram.token", advice=advice) from error
        except NetworkError as error:
            wait = RETRY_SECONDS[min(attempt, len(RETRY_SECONDS) - 1)]
            place = config.telegram.api_url
            log.warning(
                "Telegram cannot be reached at %s (%s); trying again in %s s", place, type(error).__name__, wait
            )
        else:
            return True
        try:
            async with asyncio.timeout(wait):
                await stop.wait()
        except TimeoutError:
            continue
        return False
    return False


@asynccontextmanager
async def _polling(application: App) -> AsyncIterator[None]:
    """Takes updates within the block; at its end what was taken is finished first."""
    updater = application.updater
    if updater is None:
        raise RuntimeError("the application was built without an updater")
    await application.start()
    await updater.start_polling(
        allowed_updates=UPDATES, bootstrap_retries=-1, timeout=50, error_callback=_teller_of_trouble()
    )
    try:
        yield
    finally:
        await updater.stop()
        await application.stop()
        await application.shutdown()


def _teller_of_trouble() -> Callable[[TelegramError], None]:
    """Makes the listener that tells polling trouble in one sentence, and not again and again."""
    told: dict[type, float] = {}

    def tell(error: TelegramError) -> None:
        now = asyncio.get_running_loop().time()
        if now - told.get(type(error), -QUIET_SECONDS) < QUIET_SECONDS:
            return
        told[type(error)] = now
        if isinstance(error, Conflict):
            log.error("Another program takes this bot's updates; stop one of the two")
        else:
            log.warning("Telegram does not answer (%s); trying on", type(error).__name__)

    return tell


def _bridge(
    config: Config,
    store: Store,
    sender: Sender,
    dispatch: Dispatch,
    scheduler: Scheduler,
    clock: Callable[[], datetime],
) -> Bridge:
    services = Services(
        store=store, health=scheduler.health, wake=dispatch.wake, started_at=clock(), version=__version__
    )
    return Bridge(services, sender, clock=clock, admins=config.admins, defaults=config.defaults)


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop
