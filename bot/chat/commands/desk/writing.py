"""Takes what an admin types for the part of a draft that awaits it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.broadcast import drafting
from bot.broadcast.drafting import Problem
from bot.chat import spoken
from bot.chat.commands.desk import showing
from bot.chat.desk import boards, figures
from bot.chat.reply import Reply, said, toasted
from bot.chat.request import Request
from bot.chat.services import Services
from bot.chat.words import echoed, lines, told
from bot.core import moments, wants
from bot.core.broadcasts import Broadcast
from bot.markup import Message, Text
from bot.texts import LANGUAGES, say

MOST_DAYS = 3650

Taken = Broadcast | Text | None
"""The draft as it is then, or why what was typed was not taken; None when the draft is none any more."""
Taker = Callable[[Request, Services, Broadcast, str], Awaitable[Taken]]

_ODD = {"album": "desk-odd-album", "forward": "desk-odd-forward", "media": "desk-odd-media"}
_TIMES = {
    moments.Fault.UNCLEAR: "desk-problem-time",
    moments.Fault.PAST: "desk-problem-past",
    moments.Fault.SKIPPED: "desk-problem-skipped",
    moments.Fault.FAR: "desk-problem-far",
}


async def take(request: Request, services: Services) -> Reply | None:
    """Takes a message for what a draft awaits; None when none awaits anything."""
    draft = await services.store.broadcasts.awaiting(request.person_id)
    if draft is None:
        return None
    if spoken.meant(request.args, [(True, "said-never-mind")], request.language):
        return await showing.changed(request, services, await services.store.broadcasts.change(draft, awaits=""))
    if request.odd in _ODD:
        return said(Message(text=told(request.language, _ODD[request.odd])))
    name, _, rest = draft.awaits.partition(":")
    taken = await TAKERS[name](request, services, draft, rest)
    if taken is None:
        return said(Message(text=told(request.language, "toast-desk-decided")))
    if isinstance(taken, Broadcast):
        return await showing.shown(request, services, taken)
    return await showing.shown(request, services, draft, before=(Message(text=taken),))


async def _text(request: Request, services: Services, draft: Broadcast, language: str) -> Taken:
    return _told(request, await drafting.write(services.store, draft, request.content, language))


async def _photo(request: Request, services: Services, draft: Broadcast, _rest: str) -> Taken:
    if request.content.photo is None:
        return told(request.language, "desk-problem-photo")
    if draft.content.is_empty:
        return _told(request, await drafting.write(services.store, draft, request.content))
    return _told(request, await drafting.set_photo(services.store, draft, request.content.photo))


async def _buttons(request: Request, services: Services, draft: Broadcast, _rest: str) -> Taken:
    return _told(request, await drafting.set_buttons(services.store, draft, request.content.text))


async def _time(request: Request, services: Services, draft: Broadcast, _rest: str) -> Taken:
    found = moments.moment(request.content.text, now=request.now, zone=figures.zone(request.chat))
    if isinstance(found, moments.Fault):
        return told(request.language, _TIMES[found])
    return await services.store.broadcasts.change(draft, start_at=found.timestamp(), awaits="")


async def _days(request: Request, services: Services, draft: Broadcast, _rest: str) -> Taken:
    typed = "".join(letter for letter in request.content.text if letter.isdecimal())[:6]
    if not typed or not 1 <= int(typed) <= MOST_DAYS:
        return told(request.language, "desk-problem-days", most=MOST_DAYS)
    audience = replace(draft.audience, active_days=int(typed))
    return await services.store.broadcasts.change(draft, audience=audience, awaits="")


async def _category(request: Request, services: Services, draft: Broadcast, _rest: str) -> Taken:
    wish = wants.understand(request.content.text, await services.store.categories.all())
    if not wish.found or wish.unknown:
        near = "\n".join("/".join(category.path) for category in wish.near)
        return lines(told(request.language, "category-unknown", name=echoed(wish.unknown)), near)
    chosen = dict.fromkeys((*draft.audience.category_ids, *(category.id for category in wish.found)))
    audience = replace(draft.audience, category_ids=tuple(chosen))
    return await services.store.broadcasts.change(draft, audience=audience, awaits="")


TAKERS: Mapping[str, Taker] = {
    "text": _text,
    "photo": _photo,
    "buttons": _buttons,
    "time": _time,
    "days": _days,
    "category": _category,
}


def _told(request: Request, found: Broadcast | Problem | None) -> Taken:
    return showing.problem(request.language, found) if isinstance(found, Problem) else found


async def _ask(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Awaits one part of the draft in the next message."""
    place = request.numbers[1]
    names = (*boards.ASKS, *(f"text:{language}" for language in LANGUAGES))
    if place >= len(names):
        return toasted(say(request.language, "toast-stale"))
    awaits = await services.store.broadcasts.change(draft, awaits=names[place])
    return await showing.changed(request, services, awaits)


async def _stop(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Awaits nothing more."""
    return await showing.changed(request, services, await services.store.broadcasts.change(draft, awaits=""))


async def _cut(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Takes the picture, the buttons or a language's text out of the draft."""
    place = request.numbers[1]
    if place == boards.PHOTO:
        cut = await drafting.set_photo(services.store, draft, None)
        return await showing.changed(request, services, None if isinstance(cut, Problem) else cut)
    part = "buttons" if place == 0 else LANGUAGES[min(place, len(LANGUAGES)) - 1]
    return await showing.changed(request, services, await drafting.drop(services.store, draft, part))


ask, stop, cut = showing.on_draft(_ask), showing.on_draft(_stop), showing.on_draft(_cut)
