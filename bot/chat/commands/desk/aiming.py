"""Chooses whom a draft is for, when it begins, over how long it goes, and whether speed is paid for."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.broadcast import measuring
from bot.chat.commands.desk import showing
from bot.chat.desk import boards, card, figures
from bot.chat.reply import Reply, toasted
from bot.chat.request import Request
from bot.chat.services import Services
from bot.chat.words import lines, told
from bot.core import broadcasts, moments, tree
from bot.core.broadcasts import KINDS, Audience, Broadcast
from bot.model import Lane
from bot.texts import LANGUAGES, say

EVENING, MORNING = time(20), time(8)
_EVENING, _MORNING = 2, 3
"""The places of these two among the quick buttons."""


async def _who(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Offers the audiences."""
    return await _audience_board(request, services, draft)


async def _all(request: Request, services: Services, draft: Broadcast) -> Reply:
    return await _aimed(request, services, draft, Audience())


async def _language(request: Request, services: Services, draft: Broadcast) -> Reply:
    if request.numbers[1] >= len(LANGUAGES):
        return toasted(say(request.language, "toast-stale"))
    chosen = _flipped(draft.audience.languages, LANGUAGES[request.numbers[1]])
    return await _aimed(request, services, draft, replace(draft.audience, languages=chosen))


async def _kind(request: Request, services: Services, draft: Broadcast) -> Reply:
    if request.numbers[1] >= len(KINDS):
        return toasted(say(request.language, "toast-stale"))
    chosen = _flipped(draft.audience.kinds, KINDS[request.numbers[1]])
    return await _aimed(request, services, draft, replace(draft.audience, kinds=chosen))


async def _days(request: Request, services: Services, draft: Broadcast) -> Reply:
    days = request.numbers[1] if request.numbers[1] in boards.DAYS else None
    again = days == draft.audience.active_days
    return await _aimed(request, services, draft, replace(draft.audience, active_days=None if again else days))


async def _tree(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Shows a page of the category tree."""
    return await _tree_board(request, services, draft, request.numbers[1], request.numbers[2])


async def _flip(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Chooses a category, or no more."""
    found = tree.find(await services.store.categories.all(), request.numbers[1])
    if found is None:
        return toasted(say(request.language, "toast-category-gone"))
    ids = draft.audience.category_ids
    chosen = tuple(one for one in ids if one != found.id) if found.id in ids else (*ids, found.id)
    changed = await services.store.broadcasts.change(draft, audience=replace(draft.audience, category_ids=chosen))
    if changed is None:
        return await showing.changed(request, services, None)
    return await _tree_board(request, services, changed, found.parent_id or 0, request.numbers[2])


async def _times(request: Request, _services: Services, draft: Broadcast) -> Reply:
    """Offers when it begins."""
    text = told(request.language, "desk-time-ask", zone=request.chat.time_zone)
    evening, morning = (_named(request, place) for place in (_EVENING, _MORNING))
    return showing.board(draft, text, boards.times(draft, request.language, evening, morning), request.language)


async def _at(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Takes one of the offered times."""
    start = _offered(request, request.numbers[1])
    if isinstance(start, moments.Fault):
        return toasted(say(request.language, "toast-stale"))
    changed = await services.store.broadcasts.change(draft, start_at=start.timestamp() if start else None)
    return await showing.changed(request, services, changed)


async def _spreads(request: Request, _services: Services, draft: Broadcast) -> Reply:
    """Offers over how long it is sent."""
    text = told(request.language, "desk-spread-ask")
    return showing.board(draft, text, boards.spreads(draft, request.language), request.language)


async def _over(request: Request, services: Services, draft: Broadcast) -> Reply:
    hours = request.numbers[1] if request.numbers[1] in boards.HOURS else 0
    return await showing.changed(
        request, services, await services.store.broadcasts.change(draft, spread=timedelta(hours=hours).total_seconds())
    )


async def _paid(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Asks whether to pay for speed, with the price; or pays no more."""
    lang, terms = request.language, services.terms
    if draft.is_paid:
        free = await services.store.broadcasts.change(draft, lane=Lane.BROADCAST)
        return await showing.changed(request, services, free)
    if not terms.paid_per_second:
        return toasted(say(lang, "toast-stale"))
    readers = sum((await measuring.readers(services.store, draft, now=request.now)).values())
    text = lines(
        told(lang, "desk-paid-ask", count=readers, rate=figures.rate(terms.rate(True))),
        told(lang, "desk-dry-stars", count=round(broadcasts.stars(readers))),
    )
    return showing.board(draft, text, boards.asked(draft, lang, "desk-yes-paid", "bcpaidgo"), lang)


async def _pay(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Pays for speed."""
    if not services.terms.paid_per_second or draft.content.labelled:
        return toasted(say(request.language, "toast-stale"))
    return await showing.changed(request, services, await services.store.broadcasts.change(draft, lane=Lane.PAID))


async def _versions(request: Request, _services: Services, draft: Broadcast) -> Reply:
    """Offers a text of its own for each language."""
    text = told(request.language, "desk-versions-ask")
    return showing.board(draft, text, boards.versions(draft, request.language), request.language)


async def _aimed(request: Request, services: Services, draft: Broadcast, audience: Audience) -> Reply:
    changed = await services.store.broadcasts.change(draft, audience=audience)
    if changed is None:
        return await showing.changed(request, services, None)
    return await _audience_board(request, services, changed)


async def _audience_board(request: Request, services: Services, draft: Broadcast) -> Reply:
    lang = request.language
    readers = sum((await services.store.broadcasts.count(draft.audience, now=request.now)).values())
    meant = card.audience(draft, lang, await services.store.categories.all())
    text = lines(told(lang, "desk-for", audience=meant, count=readers), say(lang, "desk-audience-hint"))
    return showing.board(draft, text, boards.audience(draft, lang), lang)


async def _tree_board(request: Request, services: Services, draft: Broadcast, parent_id: int, number: int) -> Reply:
    lang, every = request.language, await services.store.categories.all()
    chosen = draft.audience.category_ids
    page = tree.page(every, chosen, parent_id, number)
    readers = sum((await services.store.broadcasts.count(draft.audience, now=request.now)).values())
    text = told(lang, "desk-for", audience=card.audience(draft, lang, every), count=readers)
    return showing.board(draft, text, boards.categories(draft, page, lang, chosen), lang)


def _named(request: Request, place: int) -> str:
    """Tells which time a quick button means: `20:00` today, or with its day."""
    start = _offered(request, place)
    return figures.when(request.chat, start, request.now) if isinstance(start, datetime) else "—"


def _offered(request: Request, place: int) -> datetime | moments.Fault | None:
    """Gives the time of a quick button; None is at once."""
    zone, now = figures.zone(request.chat), request.now
    here = now.astimezone(zone)
    match place:
        case 0:
            return None
        case 1:
            return now + timedelta(hours=1)
        case 2:  # _EVENING
            return moments.at(here.date() + timedelta(days=here.time() >= EVENING), EVENING, zone)
        case 3:  # _MORNING
            return moments.at(here.date() + timedelta(days=here.time() >= MORNING), MORNING, zone)
        case _:
            return moments.Fault.UNCLEAR


def _flipped(chosen: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in chosen if one != name) if name in chosen else (*chosen, name)


who, everyone, language, kind = (showing.on_draft(press) for press in (_who, _all, _language, _kind))
days, categories, flip = (showing.on_draft(press) for press in (_days, _tree, _flip))
times, at, spreads, over = (showing.on_draft(press) for press in (_times, _at, _spreads, _over))
paid, pay, versions = (showing.on_draft(press) for press in (_paid, _pay, _versions))
