"""`/status`: how the bot is doing, for its admins."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from bot import admin
from bot.chat import shelf
from bot.chat.reply import Reply, said
from bot.chat.request import Request, data
from bot.chat.services import Services
from bot.chat.words import titled
from bot.logs import hide_secrets
from bot.markup import Button, Message, Text, bold
from bot.model import SourceHealth
from bot.texts import say

MOST_NAMED = 5
"""Unreadable posts of one source told by name."""
LONGEST_NAME = 80

_CHATS = {
    "active": "status-chat-active",
    "paused": "status-chat-paused",
    "blocked": "status-chat-blocked",
    "gone": "status-chat-gone",
}
_CONTENT = {"posts": "status-posts", "articles": "status-articles", "categories": "status-categories"}
_DELIVERIES = {
    "due": "status-delivery-due",
    "claimed": "status-delivery-claimed",
    "sent": "status-delivery-sent",
    "gone": "status-delivery-gone",
    "failed": "status-delivery-failed",
    "gathered": "status-delivery-gathered",
    "dropped": "status-delivery-dropped",
}


async def status(request: Request, services: Services) -> Reply:
    """Tells readers, content, deliveries, sources, version and time running."""
    known = await admin.status(
        services.store,
        services.health(),
        started_at=services.started_at,
        version=services.version,
        now=request.now,
    )
    lang, counts = request.language, known.counts
    content = {"posts": counts.posts, "articles": counts.articles, "categories": counts.categories}
    parts = (
        _section(lang, "status-readers", _counted(lang, _CHATS, counts.chats)),
        _section(lang, "status-content", _counted(lang, _CONTENT, content)),
        _section(lang, "status-deliveries", _counted(lang, _DELIVERIES, counts.deliveries)),
        _held(lang, *counts.held),
        _failures(lang, known.failures),
        _section(
            lang,
            "status-sources",
            "\n".join((*(source_line(lang, health) for health in known.sources), *_feeds(request, known.feeds))),
        ),
    )
    version = say(lang, "status-version", version=known.version, uptime=_uptime(lang, known.uptime))
    keyboard = ((Button(label=say(lang, "shelf-open"), data=data("srcs", 0)),),) if known.feeds.count else ()
    return said(Message(text=titled(say(lang, "status-title"), version, *parts), keyboard=keyboard))


def _section(language: str, title: str, said: str) -> Text:
    return ("\n", bold(say(language, title)), "\n", said or say(language, "status-none"))


def _held(language: str, count: int, chats: int) -> str:
    """Tells what waits for groups that are shut; nothing when none is."""
    return say(language, "status-held", count=count, chats=chats) if count else ""


def _failures(language: str, failures: Sequence[tuple[str, int]]) -> str:
    """Tells why deliveries failed lately; nothing when none did."""
    lines = [f"  · {reason[:LONGEST_NAME]} × {count}" for reason, count in failures]
    return "\n".join([say(language, "status-failures"), *lines]) if lines else ""


def _counted(language: str, keys: Mapping[str, str], counts: Mapping[str, int]) -> str:
    return " · ".join(say(language, key, count=counts[name]) for name, key in keys.items() if counts.get(name))


def source_line(language: str, health: SourceHealth) -> str:
    """Tells how a source is, with what could not be read of it."""
    if health.problem:
        return say(language, "status-source-problem", place=health.place, problem=health.problem)
    key = "status-source-ready" if health.indexed else "status-source-reading"
    told = [say(language, key, place=health.place, count=health.posts)]
    if health.unreadable:
        told.append(say(language, "status-unreadable", count=len(health.unreadable)))
        told += [f"  · {path[:LONGEST_NAME]}" for path in health.unreadable[:MOST_NAMED]]
        rest = len(health.unreadable) - MOST_NAMED
        told += [say(language, "status-more", count=rest)] if rest > 0 else []
    return "\n".join(told)


def _feeds(request: Request, health: admin.FeedsHealth) -> Iterator[str]:
    """Tells how many feeds there are, and how each is while they are few; nothing where there are none."""
    if not health.count:
        return
    lang = request.language
    yield say(lang, "status-feeds", count=health.count, failing=health.failing, paused=health.paused)
    for feed in health.named:
        place = hide_secrets(feed.title or feed.place)[:LONGEST_NAME]
        yield say(lang, "status-feed", sign=shelf.sign(feed), place=place, how=shelf.health(request, feed))
    if health.count > len(health.named):
        yield say(lang, "status-feeds-more", count=health.count - len(health.named))


def _uptime(language: str, running: timedelta) -> str:
    minutes = int(running.total_seconds()) // 60
    hours, days = minutes // 60, minutes // 1440
    if days:
        return say(language, "status-days", days=days, hours=hours % 24)
    if hours:
        return say(language, "status-hours", hours=hours, minutes=minutes % 60)
    return say(language, "status-minutes", minutes=minutes)
