"""Loads what the first article and the first reader would wait for: dictionaries, rules and what the ranker learned."""

import asyncio

import summaries
from bot import samples
from bot.app import pauses
from bot.core.categories import UNSORTED, path_of
from bot.core.digest import digest_of
from bot.core.naming import written
from bot.sources.post import read_post


async def warm_up() -> None:
    """Loads all of it beside the loop, on one thread: many at once would each load the same."""
    await asyncio.to_thread(_load)
    pauses.settle()


def _load() -> None:
    path_of([""])
    written((UNSORTED,), "zh-Hant")
    summaries.warm_up()
    path = min(samples.posts().rglob("*.md"))
    digest_of(read_post(path.read_bytes(), path.name))
