"""`/broadcast`, `/headline` and `/broadcasts`: the ways to the desk."""

from dataclasses import replace

from bot.broadcast import drafting, measuring, recalling
from bot.broadcast.drafting import Problem
from bot.chat.commands.desk import showing
from bot.chat.commands.desk.previewing import previews
from bot.chat.desk import boards, card
from bot.chat.reply import Reply, edited, said
from bot.chat.request import Request
from bot.chat.services import Services
from bot.chat.words import lines, path, titled, told
from bot.core import tree
from bot.core.broadcasts import Broadcast
from bot.markup import Message
from bot.store import Store
from bot.texts import say


async def broadcast(request: Request, services: Services) -> Reply:
    """Opens a draft; takes at once what stands behind the command."""
    draft = await drafting.open_draft(services.store, request.person_id, now=request.now)
    said_ = request.content
    if said_.is_empty:
        return await showing.shown(request, services, draft)
    written = await drafting.write(services.store, draft, said_)
    if isinstance(written, Problem):
        text = showing.problem(request.language, written)
        return await showing.shown(request, services, draft, before=(Message(text=text),))
    return await showing.shown(request, services, written or draft)


async def new(request: Request, services: Services) -> Reply:
    """Opens a draft below the list whose button was pressed."""
    draft = await drafting.open_draft(services.store, request.person_id, now=request.now)
    return Reply(messages=(await showing.message(request, services, draft),), card=draft.id)


async def headline(request: Request, services: Services) -> Reply:
    """Shows the headline as readers will see it, and asks once."""
    if request.content.is_empty:
        return said(Message(text=told(request.language, "headline-usage")))
    drafted = await drafting.headline(services.store, request.person_id, request.content, now=request.now)
    if isinstance(drafted, Problem):
        text = told(request.language, "headline-usage") if drafted.fault is drafting.Fault.EMPTY else None
        return said(Message(text=text or showing.problem(request.language, drafted)))
    sample = await previews(services.store, drafted, request.chat, now=request.now)
    question = await _question(request, services, drafted)
    return Reply(messages=(*sample, question), card=drafted.id)


async def _question(request: Request, services: Services, draft: Broadcast) -> Message:
    """Asks whether a headline shall go out."""
    lang = request.language
    readers = sum((await measuring.readers(services.store, draft, now=request.now)).values())
    chosen = draft.audience.category_ids
    category = tree.find(await services.store.categories.all(), chosen[0]) if chosen else None
    if category:
        text = told(lang, "headline-ready-in", name=path(lang, category), count=readers)
    else:
        text = told(lang, "headline-ready", count=readers)
    return Message(text=text, keyboard=boards.card(draft, request.chat, services.terms))


async def broadcasts(request: Request, services: Services) -> Reply:
    """Lists the last broadcasts."""
    return said(await _listed(request, services, 0))


async def turn(request: Request, services: Services) -> Reply:
    """Turns to another page of them."""
    return edited(await _listed(request, services, request.numbers[0]))


async def _row(store: Store, one: Broadcast, language: str) -> str:
    """Tells a broadcast with what it says since its last correction."""
    later = await store.broadcasts.of(one.id) if one.began_at else ()
    by_now = replace(one, content=recalling.content_after(one, later))
    return card.row(by_now, await measuring.standing(store, one), language, later)


async def _listed(request: Request, services: Services, page: int) -> Message:
    store, lang = services.store, request.language
    total = await store.broadcasts.count_all()
    page = min(page, max(0, -(-total // boards.ROWS) - 1))
    found = await store.broadcasts.latest(skip=page * boards.ROWS, limit=boards.ROWS)
    rows = [(one.id, await _row(store, one, lang)) for one in found]
    hint = told(lang, "desk-list-hint") if rows else told(lang, "desk-list-empty")
    return Message(
        text=titled(say(lang, "desk-list-title"), lines(hint)), keyboard=boards.listed(rows, page, total, lang)
    )
