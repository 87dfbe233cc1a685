"""What a person is answered, before it is Telegram's."""

from dataclasses import dataclass, field

from bot.markup import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A picture made for this answer, with what is said below it."""

    name: str
    data: bytes = field(repr=False)
    caption: Message
    """At most 1,024 UTF-16 units of words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Messages to send, and for a pressed button a line that fades."""

    messages: tuple[Message, ...] = ()
    pictures: tuple[Upload, ...] = ()
    """Sent after the messages."""
    edit: bool = False
    """The first message takes the place of the one whose button was pressed."""
    toast: str = ""
    alert: bool = False
    """The toast waits until it is closed."""
    menu: str = ""
    """The language this chat's own list of commands shall have from now on; empty: as it is."""


def said(*messages: Message) -> Reply:
    return Reply(messages=messages)


def edited(message: Message, toast: str = "") -> Reply:
    return Reply(messages=(message,), edit=True, toast=toast)


def toasted(toast: str, *, alert: bool = False) -> Reply:
    return Reply(toast=toast, alert=alert)
