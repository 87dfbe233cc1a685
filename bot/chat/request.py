"""What a person asked for, in our words instead of Telegram's."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core import typed
from bot.core.broadcasts import Version
from bot.markup import Typed
from bot.model import Chat, ChatKind

LONGEST = 4096
"""Characters of a message that are read, as many as Telegram lets a person type."""

WIDE_SLASH = "\uff0f"
MOST_BYTES = 64
"""Of a button's data, as the Bot API says."""

_COMMAND = re.compile(r"[/\uff0f]([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?", re.DOTALL)
_BEHIND = re.compile(r"[/\uff0f][A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{1,64})?(?=\s|\Z)")
_PRESS = re.compile(r"v1:([a-z]{1,12})((?::[0-9]{1,16})*)", re.ASCII)
"""A chat's id has up to 52 bits, so 16 digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file somebody sent."""

    file_id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One wish of one person in one chat."""

    chat: Chat
    person_id: int
    now: datetime
    is_admin: bool = False
    command: str = ""
    """Lower case, without the slash; empty for plain words."""
    args: str = ""
    numbers: tuple[int, ...] = ()
    """What a pressed button carries; never an authority."""
    message_id: int | None = None
    """The message whose button was pressed."""
    as_chat: bool = False
    """A group's admin who speaks as the group itself."""
    addressed: bool = True
    """The bot is meant for certain: a private chat, or its name was said."""
    said: Version | None = None
    """What an admin wrote, behind a command if there is one, with its formatting and picture."""
    hidden: str = ""
    """The addresses behind formatted words, with blanks between."""
    odd: str = ""
    """What a message is that is neither text nor a picture: `album`, `forward` or `media`."""
    attached: Attached | None = None

    @property
    def language(self) -> str:
        return self.chat.language

    @property
    def is_private(self) -> bool:
        return self.chat.kind is ChatKind.PRIVATE

    @property
    def content(self) -> Version:
        """Gives what was written as it was formatted, or its plain words."""
        return self.said or Version(text=self.args)

    def pressing(self, numbers: tuple[int, ...]) -> "Request":
        return replace(self, numbers=numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A message taken apart."""

    command: str
    args: str
    to: str
    """The bot a command names after `@`, in lower case; empty when it names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button's data taken apart."""

    action: str
    numbers: tuple[int, ...]


def hear(text: str, *, is_command: bool) -> Heard:
    """Takes a message apart; `is_command` tells whether Telegram marked its beginning as a command.

    It never marks the wide slash of a Chinese keyboard, with which nobody begins but for a command.
    """
    words = _clean(text[:LONGEST])
    match = _COMMAND.fullmatch(words) if is_command or words.startswith(WIDE_SLASH) else None
    if match is None:
        return Heard(command="", args=words.strip(), to="")
    command, to, args = match.groups(default="")
    return Heard(command=command.lower(), args=args.strip(), to=to.lower())


def formatted(written: Typed, photo: str | None) -> Version:
    """Gives what a message says behind its command, with its formatting."""
    match = _BEHIND.match(written.text)
    rest = typed.after(Typed(typed.whole(written.text), written.marks), match.end() if match else 0)
    return Version(text=rest.text, marks=rest.marks, photo=photo)


def pressed(data: str) -> Press | None:
    """Reads a button's data; None for anything we never wrote."""
    match = _PRESS.fullmatch(data) if len(data) <= MOST_BYTES else None
    if match is None:
        return None
    return Press(action=match[1], numbers=tuple(int(number) for number in match[2].split(":")[1:]))


def data(action: str, *numbers: int) -> str:
    """Writes a button's data."""
    return ":".join(("v1", action, *map(str, numbers)))


def _clean(text: str) -> str:
    """Drops what no database and no message can hold: NUL and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()
