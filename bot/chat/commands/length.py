"""`/length`: how much of each article is told here."""

from dataclasses import replace

from bot.chat import replies, spoken
from bot.chat.reply import Reply, edited, said, toasted
from bot.chat.request import Request
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.words import message
from bot.delivery.buttons import LENGTHS
from bot.texts import say
from summaries import Length


async def length(request: Request, services: Services) -> Reply:
    """Offers the lengths with a sample; takes one at once that is named."""
    named = _named(request)
    if named is None:
        return said(replies.chosen_from(request, replies.lengths(request)))
    if not await may_change(request, services):
        return said(message(request.language, "admins-only-settings"))
    return said(replies.lengths(await _set(request, services, named)))


async def choose(request: Request, services: Services) -> Reply:
    """Tells news at another length in this chat from now on."""
    lang, number = request.language, request.numbers[0]
    if number >= len(LENGTHS):
        return toasted(say(lang, "toast-stale"))
    if not await may_change(request, services):
        return toasted(say(lang, "toast-admins-only-settings"))
    chosen = await _set(request, services, LENGTHS[number])
    name = say(lang, replies.LENGTH_NAMES[LENGTHS[number]])
    return edited(replies.lengths(chosen), say(lang, "toast-length", name=name))


async def _set(request: Request, services: Services, wanted: Length) -> Request:
    await services.store.chats.set_length(request.chat.id, wanted)
    return replace(request, chat=replace(request.chat, length=wanted))


def _named(request: Request) -> Length | None:
    """Finds the length a person named, in any language."""
    typed = request.args.casefold()
    named = spoken.meant(typed, replies.LENGTH_NAMES.items(), request.language)
    return named or next((one for one in LENGTHS if one == typed), None)
