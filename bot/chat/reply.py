"""What a person is answered, before it is Telegram's."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.markup import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file made for this answer, with what is said below it."""

    name: str
    data: bytes = field(repr=False)
    caption: Message | None = None
    """At most 1,024 UTF-16 units of words."""
    kind: Literal["photo", "document"] = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Messages to send, and for a pressed button a line that fades."""

    messages: tuple[Message, ...] = ()
    uploads: tuple[Upload, ...] = ()
    """Sent after the messages."""
    edit: bool = False
    """The first message takes the place of the one whose button was pressed."""
    asks: bool = False
    """It asks something there, so nothing that comes by itself takes its place for a while."""
    toast: str = ""
    alert: bool = False
    """The toast waits until it is closed."""
    card: int = 0
    """The broadcast whose standing the last message shows, and goes on to show; 0 for none."""
    elsewhere: tuple["Note", ...] = ()
    """What is said in other chats because of it."""
    later: Callable[[], Awaitable["Reply"]] | None = None
    """Gives a second reply that takes its time; the chat's next wishes do not wait for it."""
    menu: str = ""
    """The language this chat's own list of commands shall have from now on; empty: as it is."""

    def in_topic(self, topic: int | None) -> "Reply":
        """Gives the same, said in a topic of a forum."""
        if topic is None:
            return self
        messages = tuple(replace(message, topic=topic) for message in self.messages)
        uploads = tuple(replace(one, caption=one.caption and replace(one.caption, topic=topic)) for one in self.uploads)
        later = _in_topic(self.later, topic) if self.later else None
        return replace(self, messages=messages, uploads=uploads, later=later)


def _in_topic(later: Callable[[], Awaitable[Reply]], topic: int) -> Callable[[], Awaitable[Reply]]:
    async def placed() -> Reply:
        return (await later()).in_topic(topic)

    return placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Messages for another chat than the one that asked."""

    chat_id: int
    messages: tuple[Message, ...]


def said(*messages: Message) -> Reply:
    return Reply(messages=messages)


def edited(message: Message, toast: str = "") -> Reply:
    return Reply(messages=(message,), edit=True, toast=toast)


def toasted(toast: str, *, alert: bool = False) -> Reply:
    return Reply(toast=toast, alert=alert)
