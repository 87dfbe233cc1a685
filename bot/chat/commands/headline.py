"""`/headline`: a message of the admin's own to readers: seen first, then confirmed."""

from bot import broadcast
from bot.broadcast import Draft, Fault, Problem
from bot.chat.reply import Reply, edited, said, toasted
from bot.chat.request import Request, data
from bot.chat.services import Services
from bot.chat.words import echoed, lines, message, path, told
from bot.delivery import render
from bot.markup import Button, Message
from bot.texts import say


async def headline(request: Request, services: Services) -> Reply:
    """Shows the headline as readers will see it, and asks."""
    drafted = await broadcast.draft(services.store, request.person_id, request.args, now=request.now)
    if isinstance(drafted, Problem):
        return said(_problem(request, drafted))
    return said(render.headline(drafted.text, language=request.language), _question(request.language, drafted))


async def send(request: Request, services: Services) -> Reply:
    """Sends it, once however often the button is pressed."""
    readers = await broadcast.confirm(services.store, request.numbers[0], request.person_id, now=request.now)
    if readers is None:
        return toasted(say(request.language, "headline-decided"))
    services.wake()
    sent = message(request.language, "headline-sent", count=readers)
    return edited(sent, say(request.language, "headline-sent", count=readers))


async def cancel(request: Request, services: Services) -> Reply:
    """Drops it."""
    if not await broadcast.cancel(services.store, request.numbers[0], request.person_id, now=request.now):
        return toasted(say(request.language, "headline-decided"))
    return edited(message(request.language, "headline-cancelled"))


def _question(language: str, draft: Draft) -> Message:
    if not draft.readers:
        return message(language, "headline-nobody")
    if draft.category:
        text = told(language, "headline-ready-in", name=path(draft.category), count=draft.readers)
    else:
        text = told(language, "headline-ready", count=draft.readers)
    go = Button(label=say(language, "headline-send"), data=data("send", draft.broadcast_id))
    stop = Button(label=say(language, "headline-cancel"), data=data("cancel", draft.broadcast_id))
    return Message(text=text, keyboard=((go, stop),))


def _problem(request: Request, problem: Problem) -> Message:
    lang = request.language
    match problem.fault:
        case Fault.EMPTY:
            return message(lang, "headline-usage")
        case Fault.TOO_LONG:
            return message(lang, "headline-too-long", limit=broadcast.MAX_UNITS)
        case Fault.AMBIGUOUS | Fault.UNKNOWN:
            near = "\n".join(f"@{'/'.join(category.path)}" for category in problem.near)
            key = "headline-category-several" if problem.fault is Fault.AMBIGUOUS else "headline-category-unknown"
            return Message(text=lines(told(lang, key, name=echoed(problem.name)), near))
