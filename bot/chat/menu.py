"""The bot's own page and the list of commands Telegram shows, in the words of the command table."""

from dataclasses import dataclass

from bot.chat.commands import shown_to
from bot.delivery.emphasis import uncoded
from bot.texts import TONGUES, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """The commands one kind of person sees."""

    language_code: str
    chat_id: int | None
    """One chat's own; None for everyone's."""
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What stands on the bot's page."""

    language_code: str
    description: str
    short: str


def for_everyone() -> tuple[Menu, ...]:
    return tuple(
        Menu(language_code=code, chat_id=None, rows=_rows(language, admin=False)) for code, language in TONGUES.items()
    )


def for_chat(chat_id: int, *, language: str | None, admin: bool) -> tuple[Menu, ...]:
    """Lists the menus of one chat: in its language whatever the phone speaks, or as the phone does when it is None."""
    return tuple(
        Menu(language_code=code, chat_id=chat_id, rows=_rows(language or spoken, admin=admin))
        for code, spoken in TONGUES.items()
    )


def abouts() -> tuple[About, ...]:
    return tuple(
        About(
            language_code=code,
            description=say(language, "bot-description"),
            short=say(language, "bot-short-description"),
        )
        for code, language in TONGUES.items()
    )


def _rows(language: str, *, admin: bool) -> tuple[tuple[str, str], ...]:
    return tuple((command.name, uncoded(language, command.description)) for command in shown_to(admin=admin))
