"""The one place that builds the real objects, starts them and stops them."""

import asyncio
import logging
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder

import summaries
from bot import __version__
from bot.broadcast.campaigns import Campaigns
from bot.broadcast.terms import Terms
from bot.chat.bridge import Bridge
from bot.chat.desk import card
from bot.chat.services import Services
from bot.config import Config
from bot.core.categories import path_of
from bot.delivery.line import Line, Patience
from bot.delivery.pace import Pace
from bot.delivery.sender import Sender
from bot.delivery.transport import Polling, TokenRefusedError, Transport
from bot.delivery.verdict import verdict
from bot.delivery.wire import Wire
from bot.dispatch import Dispatch, places
from bot.errors import ConfigError
from bot.scheduler import Scheduler
from bot.store import Store, open_store

log = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]

UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
CONNECTIONS = 128
"""At most so many calls are under way at once, answers to people among them."""
PATIENCE = Patience(pool=30.0, connect=5.0, write=5.0, read=20.0)
"""A slow answer is awaited long: what was sent and not heard of has to be sent again, and may arrive twice."""
CLOSING_SECONDS = 1.0
"""Each step of the end may take so long; a Telegram that does not answer must not hold up the program's end."""
RETRY_SECONDS = (2, 4, 8, 15, 30, 60)
"""Waits between tries to reach Telegram; the last one repeats."""
SWITCH_SECONDS = 0.001
"""How long a thread that reads or summarises may keep the loop waiting; Python's own 5 ms add up over an answer."""
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
    sys.setswitchinterval(SWITCH_SECONDS)
    proxy, in_flight = config.telegram.proxy, places(max(config.delivery.per_second, config.delivery.paid_per_second))
    async with (
        open_store(config.store) as store,
        Line(connections=in_flight + CONNECTIONS, proxy=proxy) as line,
        # What waits for updates must not wait behind messages.
        Line(connections=4, proxy=proxy) as updates,
    ):
        application = _application(config, Transport(line, PATIENCE), Polling(updates, Patience(read=5.0)))
        pace = Pace(per_second=config.delivery.per_second, paid_per_second=config.delivery.paid_per_second)
        sender = Sender(Wire(line, application.bot.base_url, PATIENCE), pace=pace)
        life = timedelta(hours=config.delivery.expire_hours)
        dispatch = Dispatch(store, sender, clock=clock, pace=pace, in_flight=in_flight, life=life)
        scheduler = Scheduler(store, config.sources, on_article=dispatch.announce, clock=clock, progress=_tell_progress)
        terms = _terms(config, pace)
        campaigns = Campaigns(store, terms, clock=clock, wake=dispatch.wake, write=card.writer(store, terms))
        await campaigns.recover()
        services = _services(store, scheduler, campaigns, terms, clock)
        bridge = Bridge(services, sender, clock=clock, admins=config.admins, defaults=config.defaults)
        async with _background(scheduler.run(), asyncio.to_thread(_warm_up), store.readers.prepare()):
            if not await _connect(application, config, stop):
                return
            bridge.install(application)
            async with (
                _polling(application, stop) as polls,
                _background(
                    dispatch.run(), campaigns.run(bridge.rewrite, bridge.send_card), bridge.set_up_menu(application.bot)
                ),
            ):
                if polls:
                    log.info("The bot answers as @%s", application.bot.username)
                if polls and ready:
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


def _application(config: Config, transport: Transport, polling: Polling) -> App:
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


async def _connect(application: App, config: Config, stop: asyncio.Event) -> bool:
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
async def _polling(application: App, stop: asyncio.Event) -> AsyncIterator[bool]:
    """Takes updates within the block, False when asked to stop first; what was taken is finished at its end."""
    updater = application.updater
    if updater is None:
        raise RuntimeError("the application was built without an updater")
    await application.start()
    start = updater.start_polling(
        allowed_updates=UPDATES, bootstrap_retries=-1, timeout=50, error_callback=_teller_of_trouble()
    )
    try:
        yield await _done_before(stop, start)
    except InvalidToken as error:
        raise _token_refused() from error
    finally:
        for closing in (updater.stop, application.stop, application.shutdown):
            await _in_time(closing())


async def _in_time(closing: Coroutine[Any, Any, None]) -> None:
    """Takes a step of the end, and goes on without it when it takes too long."""
    try:
        async with asyncio.timeout(CLOSING_SECONDS):
            await closing
    except (TimeoutError, RuntimeError):  # RuntimeError: it did not even start
        return


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
        elif isinstance(error, TokenRefusedError):
            log.error("Telegram refuses the token; copy it again from @BotFather and restart (trying on)")
        else:
            log.warning("Telegram does not answer (%s); trying on", type(error).__name__)

    return tell


def _services(
    store: Store, scheduler: Scheduler, campaigns: Campaigns, terms: Terms, clock: Callable[[], datetime]
) -> Services:
    return Services(
        store=store,
        health=scheduler.health,
        wake=campaigns.wake,
        started_at=clock(),
        version=__version__,
        terms=terms,
    )


def _terms(config: Config, pace: Pace) -> Terms:
    """Gives the rules of broadcasting, with the rate as Telegram grants it at the moment of asking."""
    return Terms(
        admins=config.admins,
        second_admin_above=config.broadcast.second_admin_above,
        undo=timedelta(seconds=config.broadcast.undo_seconds),
        paid_per_second=config.delivery.paid_per_second,
        rate=lambda paid: pace.rate(time.monotonic(), paid=paid),
    )


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop
