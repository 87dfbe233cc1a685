"""`/stats`: the last days in figures and as a picture, for admins."""

import asyncio
import logging
from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo

from bot import statistics
from bot.chat.reply import Reply, Upload, said
from bot.chat.request import Request, data
from bot.chat.services import Services
from bot.chat.words import BETWEEN, number, titled
from bot.core.figures import Figures, Read
from bot.core.naming import written
from bot.markup import Button, Keyboard, Message, Text
from bot.pictures.statistics import draw
from bot.texts import say

SPANS = (7, 30, 90)
USUAL = 30
LONGEST_NAME = 80
"""Characters of a path: eight of them and the figures fit a picture's caption."""

log = logging.getLogger(__name__)


async def stats(request: Request, services: Services) -> Reply:
    """Shows the last thirty days."""
    return await _shown(request, services, USUAL)


async def choose(request: Request, services: Services) -> Reply:
    """Shows as many days as a button says, in a picture of its own: the one before stays to compare with."""
    (days,) = request.numbers
    return await _shown(request, services, days if days in SPANS else USUAL)


async def _shown(request: Request, services: Services, days: int) -> Reply:
    figures = await statistics.gather(services.store, days, zone=_zone(request.chat.time_zone), now=request.now)
    caption = Message(text=_caption(figures, request.language), keyboard=_keyboard(request.language))
    try:
        picture = await asyncio.to_thread(draw, figures, request.language)
    except (
        OSError,
        MemoryError,
    ):  # a font or library that is not as it was installed; the figures are there all the same
        log.exception("The statistics could not be drawn")
        return said(caption)
    return Reply(uploads=(Upload(name="stats.png", data=picture, caption=caption, kind="photo"),))


def _caption(figures: Figures, language: str) -> Text:
    days = len(figures.days)
    change = f"{figures.change:+,}" if figures.change else say(language, "stats-no-change")
    ended = {"sent": figures.sent, "unreachable": figures.unreachable, "failed": figures.failed}
    return titled(
        say(language, "stats-title", days=days),
        say(language, "stats-readers-told", count=figures.readers_now, change=change, days=days),
        say(language, "stats-deliveries-told", **{name: sum(counts) for name, counts in ended.items()}),
        say(language, "stats-articles-told", count=figures.articles, mean=f"{figures.articles / days:,.1f}"),
        _read(figures, language),
    )


def _read(figures: Figures, language: str) -> Text | None:
    if not figures.read:
        return None
    rows = (f"{place}. {_name(read, language)}  {number(read.readers)}" for place, read in enumerate(figures.read, 1))
    return ("\n", *titled(say(language, "stats-read"), *rows))


def _name(read: Read, language: str) -> str:
    whole = BETWEEN.join(written(read.path, language))
    return whole if len(whole) <= LONGEST_NAME else whole[: LONGEST_NAME - 1] + "…"


def _keyboard(language: str) -> Keyboard:
    return (tuple(Button(label=say(language, "stats-button", days=days), data=data("stats", days)) for days in SPANS),)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return UTC
