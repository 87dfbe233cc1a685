"""`/language`: in which language the bot speaks here."""

from bot.chat.reply import Reply, said, toasted
from bot.chat.request import Request, data
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.words import message
from bot.markup import Button, Message, bold
from bot.texts import LANGUAGES, NAMES, say


async def language(request: Request, services: Services) -> Reply:  # noqa: ARG001 - every command is called alike
    """Offers the languages, each by its own name."""
    rows = tuple(
        (Button(label=f"{'✅ ' if code == request.language else ''}{NAMES[code]}", data=data("lang", number)),)
        for number, code in enumerate(LANGUAGES)
    )
    return said(Message(text=(bold(say(request.language, "language-ask")),), keyboard=rows))


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
