"""What `jianbao check --online` does: looks at every configured source once, and says how it is and what to do."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

from bot.app import feeds
from bot.cli.visiting import named_feeds, unfetched
from bot.config import Config, FeedSource, FolderSource
from bot.errors import FeedError
from bot.logs import hide_secrets
from bot.poll import FEEDS
from bot.polls import AT_ONCE
from bot.sources import files
from bot.sources.feed import parse
from bot.sources.fetching import Answer, Failed, Fetched, Kind, Reason, Refused, Request
from bot.sources.http import Web
from bot.sources.page import read_page

LONGEST_TITLE = 60

_OWN = "If it is of your own network, open it in fetching.own_network."
_UNREACHED = "Try it again later; if this machine reaches the web only through a proxy, set fetching.proxy."
_REFUSED: dict[Reason, str] = {
    Reason.ADDRESS: _OWN,
    Reason.HOST: _OWN,
    Reason.PORT: "Add the port to fetching.ports, or the host with its port to fetching.own_network.",
}
_FAILED: dict[Kind, str] = {
    Kind.DNS: "Is the name written right, and does this machine reach the internet?",
    Kind.TLS: "Its operator has to mend that; nothing is read without a valid certificate.",
    Kind.PROXY: "Look at fetching.proxy.",
    Kind.CONNECT: _UNREACHED,
    Kind.TIMEOUT: _UNREACHED,
    Kind.LOST: _UNREACHED,
    Kind.TOO_LARGE: "Ask it for fewer entries, where it knows a way.",
    Kind.RESTING: "Nothing to do; the bot waits as long as it asks.",
}
_STATUSES: dict[int, str] = {
    HTTPStatus.UNAUTHORIZED: "Write name and password into the url: https://name:password@host/…",
    HTTPStatus.FORBIDDEN: "It may not like to be read by programs; fetching.contact lets its operator write to you.",
    HTTPStatus.NOT_FOUND: "Is the address still right?",
    HTTPStatus.GONE: "Remove it from the configuration.",
    HTTPStatus.TOO_MANY_REQUESTS: "Nothing to do; the bot waits as long as it asks.",
}
_LATER = "Try it again later; the bot does so by itself, ever more seldom."
_ADDRESS = "Correct its url."


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one source is."""

    place: str
    told: str
    """What it holds, or what is wrong with it and what to do."""
    is_well: bool = False

    def __str__(self) -> str:
        return f"{'✅' if self.is_well else '⚠️'} {self.place}: {self.told}"


async def look(config: Config, *, tell: Callable[[str], None]) -> bool:
    """Tells a line for every source, in the order of the configuration; False when one of them is not well."""
    web = feeds.web(config, lambda: datetime.now(UTC))
    places = asyncio.Semaphore(AT_ONCE)

    async def one(source: FeedSource | FolderSource) -> Look:
        async with places:
            return await _feed(source, web) if isinstance(source, FeedSource) else await _folder(source)

    async with asyncio.TaskGroup() as tasks:
        looking = [tasks.create_task(one(source)) for source in config.sources]
        found = []
        for task in looking:
            found.append(await task)
            tell(str(found[-1]))
    return all(each.is_well for each in found)


async def _folder(source: FolderSource) -> Look:
    place = str(source.where)
    seen = await asyncio.to_thread(_listed, place)
    troubles = [one for one in seen if one.trouble]
    if troubles:
        count = f"{len(troubles):,} of {len(seen):,} posts cannot be read"
        return Look(place=place, told=f"{count}, such as {troubles[0].path}: {troubles[0].trouble}.")
    if not seen:
        return Look(place=place, told="It holds no posts (.md files). Is it the right folder?")
    newest = datetime.fromtimestamp(max(one.mtime_ns for one in seen) / 1e9, UTC)
    return Look(place=place, told=f"{_count(len(seen), 'post', 'posts')}, newest {_date(newest)}", is_well=True)


def _listed(folder: str) -> list[files.Seen]:
    return [seen for chunk in files.listing(os.path.realpath(folder)) for seen in chunk]


async def _feed(source: FeedSource, web: Web) -> Look:
    place = hide_secrets(source.url)
    answer = await web.fetch(Request(url=source.url, accept=FEEDS, is_configured=True))
    if not isinstance(answer, Fetched):
        return Look(place=place, told=f"{unfetched(answer)}. {_advice(answer)}")
    return await asyncio.to_thread(_read, answer, place)


def _read(fetched: Fetched, place: str) -> Look:
    try:
        feed = parse(fetched.body, fetched.url, fetched.content_type)
    except FeedError as error:
        page = read_page(fetched.body, fetched.url, fetched.content_type)
        return Look(place=place, told=" ".join(filter(None, (str(error), named_feeds(page)))))
    if not feed.entries:
        return Look(place=place, told="It is a feed and lists nothing. Is it the right one?")
    dates = [date for entry in feed.entries if (date := entry.published or entry.updated)]
    parts = (
        feed.plain_title[:LONGEST_TITLE],
        _count(len(feed.entries), "entry", "entries"),
        f"newest {_date(max(dates))}" if dates else "without dates",
        f"moved for good: its url is now {hide_secrets(fetched.hints.permanent)}" if fetched.hints.permanent else "",
    )
    return Look(place=place, told=", ".join(filter(None, parts)), is_well=True)


def _advice(answer: Answer) -> str:
    """Tells what to do about a feed that did not come."""
    if isinstance(answer, Refused):
        return _REFUSED.get(answer.reason, _ADDRESS)
    if not isinstance(answer, Failed):
        return _LATER
    if answer.status is not None:
        return _STATUSES.get(answer.status, _LATER)
    return _FAILED.get(answer.kind, _LATER)


def _count(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _date(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
