"""The buttons that decide: send, approve, take back, pause, resume, cancel, throw away."""

from collections.abc import Iterable
from dataclasses import replace

from bot.broadcast import deciding, drafting, measuring
from bot.broadcast.deciding import Decided, Nobody, OwnProposal, TooLate
from bot.broadcast.drafting import Problem
from bot.chat.commands.desk import showing
from bot.chat.commands.desk.previewing import previews
from bot.chat.desk import boards, card, figures
from bot.chat.reply import Note, Reply, toasted
from bot.chat.request import Request
from bot.chat.services import Services
from bot.chat.words import lines, told
from bot.core.broadcasts import Broadcast, Kind, State
from bot.markup import Message, Text, plain
from bot.model import Chat
from bot.texts import say


async def _dry(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Tells whom it would reach, how long it takes and what it costs, and sends nothing."""
    text = lines(say(request.language, "desk-dry-title"), *await _figures(request, services, draft))
    return showing.board(draft, text, (boards.back(draft, request.language),), request.language)


async def _ask(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Asks once more, with the figures."""
    lang = request.language
    problem = drafting.problem_of(draft.content)
    if isinstance(problem, Problem):
        return toasted(plain(showing.problem(lang, problem)), alert=True)
    question, yes = ("desk-ask-send", "desk-yes-send")
    if draft.kind is Kind.CORRECTION:
        question, yes = ("desk-ask-rewrite", "desk-yes-rewrite")
    text = lines(say(lang, question), *await _figures(request, services, draft))
    return showing.board(draft, text, boards.asked(draft, lang, yes, "bcgo"), lang)


async def _figures(request: Request, services: Services, draft: Broadcast) -> list[Text | str]:
    lang = request.language
    found = await measuring.dry_run(services.store, draft, services.terms, now=request.now)
    parts: list[Text | str] = [
        told(lang, "desk-dry-readers", count=found.readers),
        say(lang, "desk-dry-kinds", private=found.private, groups=found.groups, channels=found.channels),
        say(lang, "desk-dry-takes", time=figures.duration(lang, found.takes), rate=figures.rate(found.rate)),
    ]
    if draft.start_at and draft.start_at > request.now:
        parts.append(say(lang, "desk-dry-start", time=figures.when(request.chat, draft.start_at, request.now)))
    if found.stars:
        parts.append(say(lang, "desk-dry-stars", count=round(found.stars)))
    return parts


async def _go(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Sends it on its way, once however often the button is pressed."""
    problem = None if draft.kind is Kind.RECALL else drafting.problem_of(draft.content)
    if problem and draft.state is State.DRAFT:
        return toasted(plain(showing.problem(request.language, problem)), alert=True)
    done = await deciding.confirm(services.store, draft.id, request.person_id, services.terms, now=request.now)
    reply = await _decided(request, services, done)
    if isinstance(done, Broadcast) and done.state is State.PROPOSED:
        return replace(reply, elsewhere=await _to_the_others(request, services, done))
    return reply


async def _to_the_others(request: Request, services: Services, proposed: Broadcast) -> tuple[Note, ...]:
    """Shows a proposal to every other admin who talks with the bot, with the question."""
    notes = []
    for admin_id in sorted(set(services.terms.admins) - {request.person_id}):
        chat = await services.store.chats.get(admin_id)
        if chat is not None:
            sample = await previews(services.store, proposed, chat, now=request.now)
            standing = await measuring.standing(services.store, proposed)
            made = await card.of(services.store, services.terms, standing, chat, now=request.now)
            who = figures.person(chat.language, request.person_id, admin_id, services.names)
            head = told(chat.language, "desk-proposed-by", who=who)
            notes.append(Note(chat_id=admin_id, messages=(*sample, replace(made, text=_under(head, made)))))
    return tuple(notes)


def _under(head: Text, made: Message) -> Text:
    return (*head, "\n\n", *made.text) if isinstance(made.text, tuple) else head


async def _yes(request: Request, services: Services, one: Broadcast) -> Reply:
    """Gives the second admin's consent."""
    done = await deciding.approve(services.store, one.id, request.person_id, services.terms, now=request.now)
    return await _decided(request, services, done, tell=(one.admin_id, "desk-told-approved"))


async def _nay(request: Request, services: Services, one: Broadcast) -> Reply:
    """Gives it back to its author."""
    done = await deciding.refuse(services.store, one.id, request.person_id, now=request.now)
    return await _decided(request, services, done, tell=(one.admin_id, "desk-told-refused"))


async def _undo(request: Request, services: Services, one: Broadcast) -> Reply:
    """Takes back what has not begun."""
    done = await deciding.undo(services.store, one.id, request.person_id, services.terms, now=request.now)
    return await _decided(request, services, done)


async def _pause(request: Request, services: Services, one: Broadcast) -> Reply:
    done = await deciding.pause(services.store, one.id, request.person_id, now=request.now)
    return await _decided(request, services, done)


async def _resume(request: Request, services: Services, one: Broadcast) -> Reply:
    done = await deciding.resume(services.store, one.id, request.person_id, now=request.now)
    return await _decided(request, services, done)


async def _stop(request: Request, services: Services, one: Broadcast) -> Reply:
    """Asks whether to end it for good."""
    if one.state not in {State.SENDING, State.PAUSED}:
        return await showing.shown(request, services, one)
    lang = request.language
    standing = await measuring.standing(services.store, one)
    text = told(lang, "desk-ask-cancel", count=standing.progress.left)
    own = one.admin_id == request.person_id
    return showing.board(one, text, boards.asked(one, lang, "desk-yes-cancel", "bcstopnow"), lang, own=own)


async def _cancel(request: Request, services: Services, one: Broadcast) -> Reply:
    """Ends what is being sent, or throws a draft away."""
    done = await deciding.cancel(services.store, one.id, request.person_id, now=request.now)
    return await _decided(request, services, done)


async def _drop(request: Request, services: Services, draft: Broadcast) -> Reply:
    """Throws a draft away; asks first where there is work in it that was not asked about already."""
    lang = request.language
    if draft.content.is_empty or (draft.content.labelled and draft.kind is Kind.SEND):
        return await _cancel(request, services, draft)
    text = told(lang, "desk-ask-drop")
    return showing.board(draft, text, boards.asked(draft, lang, "desk-yes-drop", "bcdropgo"), lang)


async def _decided(
    request: Request, services: Services, done: Decided, *, tell: tuple[int, str] | None = None
) -> Reply:
    """Shows what became of it, wakes whoever carries it on, and tells its author what another admin did."""
    match done:
        case TooLate():
            return await showing.too_late(request, services, done)
        case OwnProposal():
            return toasted(say(request.language, "toast-desk-own-proposal"), alert=True)
        case Nobody():
            return toasted(say(request.language, "toast-desk-nobody"), alert=True)
        case Broadcast():
            services.wake()
            state = card.state(done, request.language)
            toast = say(request.language, "toast-desk-back") if done.state is State.DRAFT else state
            toast = toast[:1].upper() + toast[1:]
            author = await services.store.chats.get(tell[0]) if tell else None
            told_of = _notes(request, services, done, [author] if author and tell else [], tell[1] if tell else "")
            return replace(await showing.shown(request, services, done, toast=toast), elsewhere=told_of)


def _notes(request: Request, services: Services, done: Broadcast, chats: Iterable[Chat], key: str) -> tuple[Note, ...]:
    made = []
    for chat in chats:
        who = figures.person(chat.language, request.person_id, chat.id, services.names)
        made.append(Note(chat_id=chat.id, messages=(Message(text=told(chat.language, key, who=who, id=done.id)),)))
    return tuple(made)


dry, ask = showing.on_draft(_dry), showing.on_draft(_ask)
go, yes, nay, undo = (showing.on(press) for press in (_go, _yes, _nay, _undo))
pause, resume, stop, cancel = (showing.on(press) for press in (_pause, _resume, _stop, _cancel))
drop, drop_now = showing.on_draft(_drop), showing.on_draft(_cancel)
