"""`/language`: in which language the bot speaks here."""

from collections.abc import Mapping

from bot.chat import replies, spoken
from bot.chat.reply import Reply, said, toasted
from bot.chat.request import Request, data
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.words import message
from bot.markup import Button, Message, bold
from bot.texts import LANGUAGES, NAMES, say

CALLED: Mapping[str, str] = {
    "zh-Hans": "language-called-simplified",
    "zh-Hant": "language-called-traditional",
    "en": "language-called-english",
}
"""Every language with the key of all that people call it."""


async def language(request: Request, services: Services) -> Reply:
    """Offers the languages, each by its own name; takes one at once that is named."""
    code = _named(request)
    if code is None:
        return said(replies.chosen_from(request, _offer(request.language)))
    if not await may_change(request, services):
        return said(message(request.language, "admins-only-settings"))
    await services.store.chats.set_language(request.chat.id, code)
    return Reply(messages=(message(code, "language-set"),), menu=code)


async def choose(request: Request, services: Services) -> Reply:
    """Speaks another language in this chat from now on."""
    if not await may_change(request, services):
        return toasted(say(request.language, "toast-admins-only-settings"))
    if request.numbers[0] >= len(LANGUAGES):
        return toasted(say(request.language, "toast-stale"))
    code = LANGUAGES[request.numbers[0]]
    await services.store.chats.set_language(request.chat.id, code)
    told = say(code, "language-set")
    return Reply(messages=(message(code, "language-set"),), edit=True, toast=told, menu=code)


def _offer(chosen: str) -> Message:
    rows = tuple(
        (Button(label=f"{'✅ ' if code == chosen else ''}{NAMES[code]}", data=data("lang", number)),)
        for number, code in enumerate(LANGUAGES)
    )
    return Message(text=(bold(say(chosen, "language-ask")),), keyboard=rows)


def _named(request: Request) -> str | None:
    """Finds the language a person named, in any language or by its code."""
    typed = request.args.casefold()
    by_code = next((code for code in LANGUAGES if code.casefold() == typed), None)
    return by_code or spoken.meant(typed, CALLED.items(), request.language)
