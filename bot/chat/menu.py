"""The bot's own page and the list of commands Telegram shows, in the words of the command table."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.chat.commands import shown_to
from bot.texts import say

TONGUES = {"": "en", "zh": "zh-Hans"}
"""Telegram's language codes (empty: everyone else) and ours; it knows no scripts, so traditional readers see `zh`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """The commands one kind of person sees."""

    language_code: str
    admin_id: int | None
    """Whose private chat; None for everyone's."""
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What stands on the bot's page."""

    language_code: str
    description: str
    short: str


def menus(admins: Iterable[int]) -> tuple[Menu, ...]:
    """Lists every menu to set: everyone's, and one for each admin."""
    return tuple(
        Menu(language_code=code, admin_id=admin_id, rows=_rows(language, admin=admin_id is not None))
        for admin_id in (None, *admins)
        for code, language in TONGUES.items()
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
    return tuple((command.name, say(language, command.description)) for command in shown_to(admin=admin))
