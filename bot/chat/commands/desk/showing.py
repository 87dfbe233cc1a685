"""Shows a broadcast's card, and finds the broadcast a button means."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import wraps

from bot.broadcast import measuring
from bot.broadcast.deciding import TooLate
from bot.broadcast.drafting import Fault, Problem
from bot.chat.commands.desk.previewing import previews
from bot.chat.desk import card, figures
from bot.chat.reply import Reply, toasted
from bot.chat.request import Request
from bot.chat.services import Services
from bot.chat.words import echoed, lines, path, told
from bot.core.broadcasts import Broadcast, State
from bot.markup import Keyboard, Message, Text, bold
from bot.texts import say

Press = Callable[[Request, Services, Broadcast], Awaitable[Reply]]
_DID = {
    "confirmed": "desk-did-confirmed",
    "proposed": "desk-did-proposed",
    "approved": "desk-did-approved",
    "refused": "desk-did-refused",
    "undone": "desk-did-undone",
    "paused": "desk-did-paused",
    "resumed": "desk-did-resumed",
    "cancelled": "desk-did-cancelled",
    "drafted": "desk-did-drafted",
    "recalled": "desk-did-recalled",
    "corrected": "desk-did-corrected",
    "csv": "desk-did-csv",
}


def on_any(press: Press) -> Callable[[Request, Services], Awaitable[Reply]]:
    """Makes a button's function of one that wants the broadcast the first number names."""

    @wraps(press)
    async def found(request: Request, services: Services) -> Reply:
        one = await services.store.broadcasts.get(request.numbers[0])
        return await press(request, services, one) if one else toasted(say(request.language, "toast-stale"))

    return found


def on(press: Press) -> Callable[[Request, Services], Awaitable[Reply]]:
    """The same, for what another admin's draft does not allow."""

    @wraps(press)
    async def found(request: Request, services: Services, one: Broadcast) -> Reply:
        if one.state is State.DRAFT and one.admin_id != request.person_id:
            return toasted(say(request.language, "toast-stale"))
        return await press(request, services, one)

    return on_any(found)


def on_draft(press: Press) -> Callable[[Request, Services], Awaitable[Reply]]:
    """Makes a button's function of one that changes a draft; for what is none any more it shows how that stands."""

    @wraps(press)
    async def found(request: Request, services: Services, one: Broadcast) -> Reply:
        if one.state is not State.DRAFT:
            return await shown(request, services, one, toast=say(request.language, "toast-desk-decided"))
        return await press(request, services, one)

    return on(found)


async def message(request: Request, services: Services, one: Broadcast) -> Message:
    standing = await measuring.standing(services.store, one)
    return await card.of(services.store, services.terms, standing, request.chat, now=request.now)


async def shown(
    request: Request, services: Services, one: Broadcast, *, toast: str = "", before: tuple[Message, ...] = ()
) -> Reply:
    """Shows the card in the place of the pressed message, or below others that are sent anew."""
    made = await message(request, services, one)
    own = one.id if one.admin_id == request.person_id else 0
    is_edit = request.message_id is not None and not before
    return Reply(messages=(*before, made), edit=is_edit, toast=toast, card=own)


async def changed(request: Request, services: Services, one: Broadcast | None) -> Reply:
    """Shows a draft as it is after a change; None says that it was decided meanwhile."""
    if one is None:
        return toasted(say(request.language, "toast-desk-decided"))
    return await shown(request, services, one)


async def too_late(request: Request, services: Services, late: TooLate) -> Reply:
    """Says who did what already, and shows how it stands."""
    lang = request.language
    if late.by and late.by[0] != request.person_id and late.by[1] in _DID:
        who = figures.person(lang, late.by[0], request.person_id, services.names)
        toast = say(lang, "toast-desk-late", who=who, did=say(lang, _DID[late.by[1]]))
    else:
        toast = say(lang, "toast-desk-decided")
    if late.broadcast is None:
        return toasted(toast)
    return await shown(request, services, late.broadcast, toast=toast)


def board(one: Broadcast, text: Text, keyboard: Keyboard, language: str, *, own: bool = True) -> Reply:
    """Shows a keyboard of the desk in the place of the card."""
    head = card.title(one, language)
    return Reply(
        messages=(Message(text=(bold(head), "\n\n", *text), keyboard=keyboard),),
        edit=True,
        asks=True,
        card=one.id if own else 0,
    )


_PLAIN = {Fault.EMPTY: "desk-problem-empty", Fault.PICTURE: "desk-problem-picture"}


def problem(language: str, found: Problem) -> Text:
    """Tells why something was not taken, and what would be."""
    match found.fault:
        case Fault.EMPTY | Fault.PICTURE:
            return told(language, _PLAIN[found.fault])
        case Fault.TOO_LONG:
            return told(language, "desk-problem-long", limit=found.limit)
        case Fault.BUTTONS:
            wrong = told(language, "desk-problem-button", line=echoed(found.name)) if found.name else None
            return lines(wrong, say(language, "desk-most-buttons", count=found.limit))
        case Fault.LABEL:
            return told(language, "desk-problem-label", limit=found.limit, line=echoed(found.name))
        case Fault.NOBODY:
            names = [path(language, category) for category in found.near]
            return told(language, "headline-nobody-in" if names else "headline-nobody", name="".join(names))
        case Fault.AMBIGUOUS | Fault.UNKNOWN:
            near = "\n".join(f"@{'/'.join(category.path)}" for category in found.near)
            key = "headline-category-several" if found.fault is Fault.AMBIGUOUS else "headline-category-unknown"
            return lines(told(language, key, name=echoed(found.name)), near)


def did(language: str, act: str) -> str:
    return say(language, _DID[act]) if act in _DID else act


async def _seen(request: Request, services: Services, one: Broadcast) -> Reply:
    return await shown(request, services, one)


see = on_any(_seen)


async def _opened(request: Request, services: Services, one: Broadcast) -> Reply:
    """Shows a broadcast of the list below it."""
    return await shown(replace(request, message_id=None), services, one)


open_ = on_any(_opened)


async def _viewed(request: Request, services: Services, one: Broadcast) -> Reply:
    """Sends what readers will see, one message a version, and the card below."""
    sample = await previews(services.store, one, request.chat, now=request.now)
    if not sample:
        return toasted(say(request.language, "desk-problem-empty"))
    toast = say(request.language, "toast-desk-preview", count=len(sample))
    return await shown(request, services, one, before=sample, toast=toast)


view = on(_viewed)
