"""Which updates are kept until they are done, since Telegram forgets them as soon as they were taken."""

import json
import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from bot.errors import StoreError
from bot.store import Store

Json = dict[str, Any]

log = logging.getLogger(__name__)


def keeper(
    store: Store, *, clock: Callable[[], datetime], admins: Collection[int]
) -> Callable[[Sequence[Json]], Awaitable[None]]:
    """Makes what keeps updates before Telegram hears that they were taken."""

    async def keep(updates: Sequence[Json]) -> None:
        worth = {update["update_id"]: json.dumps(update) for update in updates if is_worth(update, admins)}
        try:
            if worth:
                await store.updates.keep(worth, now=clock())
        except StoreError as error:
            log.warning("%s What people say now would be forgotten at a crash", error)

    return keep


def is_worth(update: Json, admins: Collection[int]) -> bool:
    """Tells whether it may be done twice rather than never.

    A press is not, which may turn back what it did, nor what an admin says, which may open a second draft; nor is
    what people in a group tell each other.
    """
    message = update.get("message")
    if not isinstance(message, dict):
        return "my_chat_member" in update
    chat, person = message.get("chat") or {}, message.get("from") or {}
    if person.get("id") in admins:
        return False
    is_command = str(message.get("text") or message.get("caption") or "").startswith("/")
    return chat.get("type") == "private" or is_command or "migrate_to_chat_id" in message
