"""The one place that builds the real objects, starts them and stops them."""

import asyncio
import logging
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot import __version__
from bot.app import feeds, pauses, telegram, warming
from bot.app.background import background
from bot.broadcast.campaigns import Campaigns
from bot.broadcast.terms import Terms
from bot.chat.bridge import Bridge, keeper
from bot.chat.desk import card
from bot.chat.services import Services
from bot.config import Config
from bot.delivery.line import Line, Patience
from bot.delivery.pace import Pace
from bot.delivery.sender import Sender
from bot.delivery.transport import Polling, Transport
from bot.delivery.wire import Wire
from bot.dispatch import Dispatch, places
from bot.polls import Polls
from bot.scheduler import Scheduler
from bot.store import Store, held, open_store

log = logging.getLogger(__name__)

PROGRESS_POSTS = 20_000
"""The log tells of a long first index after so many posts."""


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
    pauses.give_way_soon()
    pauses.settle()
    proxy, in_flight = config.telegram.proxy, places(max(config.delivery.per_second, config.delivery.paid_per_second))
    async with (
        held(config.store),
        open_store(config.store) as store,
        Line(connections=in_flight + telegram.CONNECTIONS, proxy=proxy) as line,
        # What waits for updates must not wait behind messages.
        Line(connections=4, proxy=proxy) as updates,
    ):
        keep = keeper(store, clock=clock, admins=config.admins)
        polling = Polling(updates, Patience(read=5.0), keep=keep)
        application = telegram.build(config, Transport(line, telegram.PATIENCE), polling)
        pace = Pace(per_second=config.delivery.per_second, paid_per_second=config.delivery.paid_per_second)
        sender = Sender(Wire(line, application.bot.base_url, telegram.PATIENCE), pace=pace)
        life = timedelta(hours=config.delivery.expire_hours)
        dispatch = Dispatch(store, sender, clock=clock, pace=pace, in_flight=in_flight, life=life)
        scheduler = Scheduler(store, config.folders, on_article=dispatch.announce, clock=clock, progress=_tell_progress)
        terms = _terms(config, pace)
        campaigns = Campaigns(store, terms, clock=clock, wake=dispatch.wake, write=card.writer(store, terms))
        await campaigns.recover()
        web, telling = feeds.web(config, clock), feeds.telling(config, store, dispatch)
        asking = feeds.polls(config, store, web, telling, clock)
        services = _services(store, scheduler, campaigns, terms, clock)
        services = replace(services, following=feeds.following(config, web, asking))
        bridge = Bridge(services, sender, clock=clock, admins=config.admins, defaults=config.defaults)
        async with background(scheduler.run(), _ask(asking), store.readers.prepare()):
            if not await telegram.connect(application, config, stop):
                return
            bridge.install(application)
            await bridge.take_up(application)
            async with (
                telegram.polling_within(application, stop) as polls,
                background(
                    # Answers end beside deliveries: one grace for both, not one after the other.
                    telegram.answering(application),
                    dispatch.run(),
                    campaigns.run(bridge.rewrite, bridge.send_card),
                    bridge.set_up_menu(application.bot),
                ),
            ):
                if polls:
                    log.info("The bot answers as @%s", application.bot.username)
                if polls and ready:
                    ready()
                await stop.wait()
                bridge.close()


def _tell_progress(done: int, total: int | None) -> None:
    if total is not None:
        log.info("%s posts are indexed; what comes from now on is news", f"{done:,}")
    elif done % PROGRESS_POSTS == 0:
        log.info("Indexing: %s posts so far", f"{done:,}")


async def _ask(polls: Polls) -> None:
    """Asks feeds as soon as their news can be read; whoever follows folders or writes to us does not wait for that."""
    await warming.warm_up()
    await polls.run()


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
