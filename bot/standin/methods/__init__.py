"""The methods of the Bot API the stand-in carries out: name → function."""

from bot.standin.methods import account, chats, edits, media, messages, queries, receiving
from bot.standin.methods.table import Method

LISTED: tuple[dict[str, Method], ...] = (
    receiving.METHODS,
    messages.METHODS,
    edits.METHODS,
    media.METHODS,
    queries.METHODS,
    account.METHODS,
    chats.METHODS,
)
METHODS: dict[str, Method] = {name: method for listed in LISTED for name, method in listed.items()}
BY_LOWER_NAME: dict[str, tuple[str, Method]] = {name.lower(): (name, method) for name, method in METHODS.items()}
