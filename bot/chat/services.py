"""What commands may use; built once, when the bot starts."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.broadcast.terms import Terms
from bot.chat.going_back import GoingBack
from bot.follow.adding import Following
from bot.model import Chat, SourceHealth
from bot.store import Store

GroupAdminCheck = Callable[[int, int], Awaitable[bool]]
"""Tells for a group's and a person's id whether the person is one of the group's admins."""


async def nobody_is_admin(_chat_id: int, _person_id: int) -> bool:
    """Answers until Telegram can be asked."""
    return False


async def no_file(_file_id: str) -> bytes | None:
    """Gives none until Telegram can be asked."""
    return None


async def no_sign(_chat: Chat) -> None:
    """Shows nothing until Telegram can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    store: Store
    health: Callable[[], Sequence[SourceHealth]]
    """How the sources are."""
    wake: Callable[[], None]
    """Tells the sender that something is due."""
    started_at: datetime
    version: str
    terms: Terms = field(default_factory=Terms)
    """How admins may broadcast."""
    names: dict[int, str] = field(default_factory=dict)
    """What the admins are called, as far as they spoke since the start."""
    is_group_admin: GroupAdminCheck = nobody_is_admin
    typing: Callable[[Chat], Awaitable[None]] = no_sign
    """Shows in a chat that an answer is being made."""
    download: Callable[[str], Awaitable[bytes | None]] = no_file
    """Gives what is in a file somebody sent; None when it cannot be had."""
    going_back: GoingBack = field(default_factory=GoingBack)
    following: Following = field(default_factory=Following)
    """How links are looked at, and how readers may bring their own sources."""
