"""What is done until the store can: a full disk today is no reason to lose or repeat a message."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.errors import StoreError

STORE_WAITS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)

log = logging.getLogger(__name__)

_T = TypeVar("_T")


class Complaints:
    """Troubles that are told once when they come and once when they go."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def complain(self, about: str, sentence: str) -> None:
        if about not in self._known:
            self._known.add(about)
            log.warning("%s", sentence)

    def recovered(self, about: str, sentence: str) -> None:
        if about in self._known:
            self._known.discard(about)
            log.info("%s", sentence)


async def patiently(deed: Callable[[], Awaitable[_T]], complaints: Complaints) -> _T:
    """Does it as soon as the store can."""
    failures = 0
    while True:
        try:
            done = await deed()
        except StoreError as error:
            complaints.complain("store", f"{error} What is due waits")
            await asyncio.sleep(STORE_WAITS[min(failures, len(STORE_WAITS) - 1)])
            failures += 1
        else:
            if failures:  # a read that works says nothing about writing
                complaints.recovered("store", "The database works again")
            return done
