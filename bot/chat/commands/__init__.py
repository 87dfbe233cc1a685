"""The table of all commands and buttons; help, menu, routing and docs are made from its rows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.chat.commands import (
    article,
    categories,
    headline,
    help,  # noqa: A004 - the command's own name
    language,
    latest,
    length,
    mine,
    start,
    stats,
    status,
    stop,
    subscribe,
    unsubscribe,
)
from bot.chat.reply import Reply
from bot.chat.request import Request
from bot.chat.services import Services

Function = Callable[[Request, Services], Awaitable[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What a person may type after a slash."""

    name: str
    function: Function
    description: str
    """Key of the text that says what it does."""
    admin_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What a button may ask for: `v1:name:number:number`."""

    name: str
    function: Function
    numbers: int = 0
    """How many numbers it carries, neither more nor fewer."""
    admin_only: bool = False


COMMANDS = (
    Command(name="start", function=start.start, description="command-start"),
    Command(name="categories", function=categories.categories, description="command-categories"),
    Command(name="subscribe", function=subscribe.subscribe, description="command-subscribe"),
    Command(name="unsubscribe", function=unsubscribe.unsubscribe, description="command-unsubscribe"),
    Command(name="mine", function=mine.mine, description="command-mine"),
    Command(name="latest", function=latest.latest, description="command-latest"),
    Command(name="language", function=language.language, description="command-language"),
    Command(name="length", function=length.length, description="command-length"),
    Command(name="stop", function=stop.stop, description="command-stop"),
    Command(name="help", function=help.help_, description="command-help"),
    Command(name="headline", function=headline.headline, description="command-headline", admin_only=True),
    Command(name="status", function=status.status, description="command-status", admin_only=True),
    Command(name="stats", function=stats.stats, description="command-stats", admin_only=True),
)

ACTIONS = (
    Action(name="tree", function=categories.turn, numbers=2),
    Action(name="flip", function=categories.flip, numbers=2),
    Action(name="add", function=subscribe.add, numbers=1),
    Action(name="drop", function=unsubscribe.drop, numbers=1),
    Action(name="keep", function=unsubscribe.keep, numbers=1),
    Action(name="mine", function=mine.turn, numbers=2),
    Action(name="end", function=mine.end, numbers=2),
    Action(name="latest", function=latest.press, numbers=1),
    Action(name="resume", function=stop.resume),
    Action(name="lang", function=language.choose, numbers=1),
    Action(name="length", function=length.choose, numbers=1),
    Action(name="full", function=article.full, numbers=2),
    Action(name="news", function=article.news, numbers=1),
    Action(name="unfold", function=article.unfold, numbers=1),
    Action(name="why", function=article.why, numbers=2),
    Action(name="open", function=article.open_, numbers=1),
    Action(name="missed", function=article.missed, numbers=2),
    Action(name="mute", function=article.mute, numbers=2),
    Action(name="unmute", function=article.unmute, numbers=2),
    Action(name="send", function=headline.send, numbers=1, admin_only=True),
    Action(name="cancel", function=headline.cancel, numbers=1, admin_only=True),
    Action(name="stats", function=stats.choose, numbers=1, admin_only=True),
)


def shown_to(*, admin: bool) -> tuple[Command, ...]:
    """Lists the commands a person may know of."""
    return tuple(command for command in COMMANDS if admin or not command.admin_only)
