"""The table of all commands and buttons; help, menu, routing and docs are made from its rows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.chat import spoken
from bot.chat.commands import (
    article,
    categories,
    follow,
    help,  # noqa: A004 - the command's own name
    language,
    latest,
    length,
    mine,
    sources,
    start,
    stats,
    status,
    stop,
    subscribe,
    unsubscribe,
)
from bot.chat.commands.desk import afterwards, aiming, deciding, opening, showing, writing
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
    said: str = ""
    """Key of the plain words that mean it; empty for a command that only a slash asks for."""
    leads: str = ""
    """Key of the plain words that mean it before the name of a category."""
    admin_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What a button may ask for: `v1:name:number:number`."""

    name: str
    function: Function
    numbers: int = 0
    """How many numbers it carries, neither more nor fewer."""
    lists: bool = False
    """After them come as many more as there is room for."""
    admin_only: bool = False

    def takes(self, count: int) -> bool:
        return count == self.numbers or (self.lists and count > self.numbers)


COMMANDS = (
    Command(name="start", function=start.start, description="command-start", said="said-start"),
    Command(
        name="categories", function=categories.categories, description="command-categories", said="said-categories"
    ),
    Command(name="subscribe", function=subscribe.subscribe, description="command-subscribe", leads="said-subscribe-to"),
    Command(
        name="unsubscribe",
        function=unsubscribe.unsubscribe,
        description="command-unsubscribe",
        said="said-unsubscribe",
        leads="said-unsubscribe-from",
    ),
    Command(name="follow", function=follow.follow, description="command-follow"),
    Command(name="mine", function=mine.mine, description="command-mine", said="said-mine"),
    Command(
        name="latest",
        function=latest.latest,
        description="command-latest",
        said="said-latest",
        leads="said-latest-of",
    ),
    Command(name="more", function=latest.more, description="command-more", said="said-more"),
    Command(name="language", function=language.language, description="command-language", said="said-language"),
    Command(name="length", function=length.length, description="command-length", said="said-length"),
    Command(name="stop", function=stop.stop, description="command-stop", said="said-stop"),
    Command(name="help", function=help.help_, description="command-help", said="said-help"),
    Command(
        name="broadcast",
        function=opening.broadcast,
        description="command-broadcast",
        said="said-broadcast",
        admin_only=True,
    ),
    Command(name="headline", function=opening.headline, description="command-headline", admin_only=True),
    Command(name="broadcasts", function=opening.broadcasts, description="command-broadcasts", admin_only=True),
    Command(
        name="sources", function=sources.sources, description="command-sources", said="said-sources", admin_only=True
    ),
    Command(name="status", function=status.status, description="command-status", said="said-status", admin_only=True),
    Command(name="stats", function=stats.stats, description="command-stats", said="said-stats", admin_only=True),
)

_AT_THE_DESK = (
    ("bc", showing.see, 1),
    ("bcopen", showing.open_, 1),
    ("bcview", showing.view, 1),
    ("bclist", opening.turn, 1),
    ("bcnew", opening.new, 0),
    ("bcask", writing.ask, 2),
    ("bcno", writing.stop, 1),
    ("bccut", writing.cut, 2),
    ("bcwho", aiming.who, 1),
    ("bcall", aiming.everyone, 1),
    ("bclang", aiming.language, 2),
    ("bckind", aiming.kind, 2),
    ("bcdays", aiming.days, 2),
    ("bccat", aiming.categories, 3),
    ("bcflip", aiming.flip, 3),
    ("bcwhen", aiming.times, 1),
    ("bcat", aiming.at, 2),
    ("bcspread", aiming.spreads, 1),
    ("bcover", aiming.over, 2),
    ("bcpaid", aiming.paid, 1),
    ("bcpaidgo", aiming.pay, 1),
    ("bcver", aiming.versions, 1),
    ("bcdry", deciding.dry, 1),
    ("bcsend", deciding.ask, 1),
    ("bcgo", deciding.go, 1),
    ("bcdrop", deciding.drop, 1),
    ("bcdropgo", deciding.drop_now, 1),
    ("bcyes", deciding.yes, 1),
    ("bcnay", deciding.nay, 1),
    ("bcundo", deciding.undo, 1),
    ("bcpause", deciding.pause, 1),
    ("bcresume", deciding.resume, 1),
    ("bcstop", deciding.stop, 1),
    ("bcstopnow", deciding.cancel, 1),
    ("bcfix", afterwards.correct, 1),
    ("bcback", afterwards.ask, 1),
    ("bcbackgo", afterwards.recall, 1),
    ("bccsv", afterwards.table, 1),
    ("bclog", afterwards.log, 1),
)
DESK = tuple(Action(name=name, function=press, numbers=count, admin_only=True) for name, press, count in _AT_THE_DESK)

_AT_THE_SHELF = (
    ("srcs", sources.turn, 1),
    ("src", sources.see, 1),
    ("srcpause", sources.pause, 1),
    ("srcgo", sources.resume, 1),
    ("srctest", sources.try_, 1),
    ("srcdrop", sources.ask, 1),
    ("srcdropgo", sources.remove, 1),
    ("srcin", sources.how_to_import, 0),
    ("srcout", sources.export, 0),
)
SHELF = tuple(Action(name=name, function=press, numbers=count, admin_only=True) for name, press, count in _AT_THE_SHELF)

ACTIONS = (
    Action(name="tree", function=categories.turn, numbers=2),
    Action(name="flip", function=categories.flip, numbers=2),
    Action(name="add", function=subscribe.add, numbers=1),
    Action(name="drop", function=unsubscribe.drop, numbers=1, lists=True),
    Action(name="keep", function=unsubscribe.keep, numbers=1),
    Action(name="mine", function=mine.turn, numbers=2),
    Action(name="end", function=mine.end, numbers=2, lists=True),
    Action(name="put", function=mine.put, numbers=2, lists=True),
    Action(name="latest", function=latest.press, numbers=1, lists=True),
    Action(name="older", function=latest.older, numbers=2, lists=True),
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
    Action(name="fwadd", function=follow.press, numbers=1),
    Action(name="fwyes", function=follow.agree, numbers=3, admin_only=True),
    Action(name="fwno", function=follow.refuse, numbers=3, admin_only=True),
    *DESK,
    *SHELF,
    Action(name="stats", function=stats.choose, numbers=1, admin_only=True),
)


def called(words: str, language: str, *, admin: bool) -> Command | None:
    """Finds the command a person means by plain words alone."""
    return spoken.meant(words, ((command, command.said) for command in shown_to(admin=admin) if command.said), language)


def mentioned(words: str, *, admin: bool) -> Command | None:
    """Finds the command that is named somewhere in plain words."""
    return spoken.mentioned(words, ((command, command.said) for command in shown_to(admin=admin) if command.said))


def leading(words: str) -> tuple[Command, str] | None:
    """Finds the command that plain words begin with, and what stands behind it."""
    return spoken.begun(words, ((command, command.leads) for command in COMMANDS if command.leads))


def shown_to(*, admin: bool) -> tuple[Command, ...]:
    """Lists the commands a person may know of."""
    return tuple(command for command in COMMANDS if admin or not command.admin_only)
