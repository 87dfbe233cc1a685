"""The card of a broadcast: one message that shows how it stands, as a draft, on its way, and in the end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.broadcast import measuring, recalling
from bot.broadcast.campaigns import Writer
from bot.broadcast.measuring import Standing
from bot.broadcast.terms import Terms
from bot.chat.desk import boards, figures
from bot.chat.words import echoed, lines, names, number, told
from bot.core import broadcasts, tree
from bot.core.broadcasts import LIVE, Broadcast, Kind, Progress, State
from bot.delivery import telling
from bot.delivery.length import shorten
from bot.markup import Message, Text, bold
from bot.model import Category, Chat
from bot.store import Store
from bot.texts import NAMES, say

ROW_UNITS = 26
MOST_SEQUELS = 3
_TITLES = {Kind.SEND: "desk-title", Kind.CORRECTION: "desk-title-correction", Kind.RECALL: "desk-title-recall"}
STATES = {
    State.DRAFT: "desk-state-draft",
    State.PROPOSED: "desk-state-proposed",
    State.SCHEDULED: "desk-state-scheduled",
    State.SENDING: "desk-state-sending",
    State.PAUSED: "desk-state-paused",
    State.DONE: "desk-state-done",
    State.CANCELLED: "desk-state-cancelled",
}
_ASKS = {
    "text": "desk-ask-text",
    "photo": "desk-ask-photo",
    "buttons": "desk-ask-buttons",
    "time": "desk-ask-time",
    "days": "desk-ask-days",
    "category": "desk-ask-category",
}
_ARRIVED = {Kind.SEND: "desk-sent", Kind.CORRECTION: "desk-corrected", Kind.RECALL: "desk-recalled"}
KINDS = {"private": "desk-kind-private", "group": "desk-kind-group", "channel": "desk-kind-channel"}


def writer(store: Store, terms: Terms) -> Writer:
    """Writes cards for the chats that show them."""

    async def write(standing: Standing, now: datetime) -> Message | None:
        card = standing.broadcast.card
        chat = await store.chats.get(card[0]) if card else None
        return await of(store, terms, standing, chat, now=now) if chat else None

    return write


async def of(store: Store, terms: Terms, standing: Standing, chat: Chat, *, now: datetime) -> Message:
    """Gives the card as one admin's chat shows it."""
    one = standing.broadcast
    is_own = chat.id == one.admin_id
    categories = await store.categories.all() if one.audience.category_ids else ()
    later = await store.broadcasts.of(one.id) if one.began_at else ()
    said = await _content(store, replace(one, content=recalling.content_after(one, later)), chat.language)
    head = lines((bold(title(one, chat.language, later)),), *said, _sequels(later, chat.language))
    if one.state in {State.DRAFT, State.PROPOSED}:
        readers = one.total if one.state is State.PROPOSED else await _readers(store, one, now)
        asked = _asked(one, chat, is_own=is_own)
        text = _parted(head, _plan(one, chat, categories, readers, now), asked)
        return Message(text=text, keyboard=boards.card(one, chat, terms))
    body = _future(one, chat, categories, now) if one.state is State.SCHEDULED else _past(standing, chat, now)
    is_there = not is_recalled(later)
    can_recall = broadcasts.may_recall(one, now) and is_there
    keyboard = boards.card(one, chat, terms, can_recall=can_recall, can_correct=is_there, progress=standing.progress)
    return Message(text=_parted(head, body), keyboard=keyboard)


def _sequels(later: Sequence[Broadcast], language: str) -> str:
    """Names the corrections and recalls of a broadcast that began."""
    keys = {Kind.CORRECTION: "desk-has-correction", Kind.RECALL: "desk-has-recall"}
    began = [one for one in reversed(later) if one.began_at and one.kind in keys]
    return " · ".join(say(language, keys[one.kind], id=str(one.id)) for one in began[-MOST_SEQUELS:])


def _parted(head: Text, *parts: list[Text | str]) -> Text:
    """Puts blank lines between parts, leaving out the empty ones."""
    return (*head, *(piece for part in parts if part for piece in ("\n\n", *lines(*part))))


def title(one: Broadcast, language: str, later: Sequence[Broadcast] = ()) -> str:
    """Tells what it is and how it stands in one line, after what followed it."""
    name = say(language, _TITLES[one.kind], id=str(one.id), of=str(one.of_id or 0))
    return f"{name} · {say(language, 'desk-state-recalled') if is_recalled(later) else state(one, language)}"


def state(one: Broadcast, language: str) -> str:
    """Tells how it stands; what was ended before it began was thrown away."""
    is_dropped = one.state is State.CANCELLED and one.began_at is None
    return say(language, "desk-state-dropped" if is_dropped else STATES[one.state])


def is_recalled(later: Sequence[Broadcast]) -> bool:
    """Tells whether what followed a broadcast took it back."""
    return any(other.kind is Kind.RECALL and other.state in {*LIVE, State.DONE} for other in later)


def gist(one: Broadcast, language: str) -> str:
    """Gives the beginning of what it says in one line."""
    main = one.content.main
    return echoed(main.text) or say(language, "desk-photo-only" if main.photo else "desk-empty")


async def _content(store: Store, one: Broadcast, language: str) -> list[str]:
    """Tells what it says, and what comes with it."""
    content = one.content
    if one.kind is Kind.RECALL:
        return []
    if content.article_id is not None:
        article = await store.articles.get(content.article_id)
        told_of = [say(language, "desk-article", title=echoed(telling.title(article, language)) if article else "")]
    else:
        label = f"{say(language, 'news-headline-label')}  " if content.labelled else "📝 "
        told_of = [label + gist(one, language)]
    extras = [say(language, "desk-has-photo")] if any(v.photo for v in content.versions.values()) else []
    extras += [say(language, "desk-has-buttons", count=len(content.buttons))] if content.buttons else []
    extras += [say(language, "desk-has-version", name=NAMES[name]) for name in content.versions if name in NAMES]
    return [*told_of, " · ".join(extras)]


async def _readers(store: Store, one: Broadcast, now: datetime) -> int:
    return sum((await measuring.readers(store, one, now=now)).values())


def audience(one: Broadcast, language: str, categories: Sequence[Category]) -> str:
    """Tells whom it is for."""
    meant = one.audience
    if one.kind is not Kind.SEND:
        return say(language, "desk-audience-reached", of=str(one.of_id))
    chosen = [found for wanted in meant.category_ids if (found := tree.find(categories, wanted))]
    parts = [names(language, chosen)] if chosen else []
    parts += [NAMES[name] for name in meant.languages if name in NAMES]
    parts += [say(language, KINDS[kind]) for kind in meant.kinds if kind in KINDS]
    parts += [say(language, "desk-active", days=meant.active_days)] if meant.active_days else []
    return " · ".join(parts) or say(language, "desk-everyone")


def _plan(one: Broadcast, chat: Chat, categories: Sequence[Category], readers: int, now: datetime) -> list[Text | str]:
    lang = chat.language
    start = figures.when(chat, one.start_at, now) if one.start_at and one.start_at > now else say(lang, "desk-at-once")
    plan: list[Text | str] = [
        told(lang, "desk-for", audience=audience(one, lang, categories), count=readers),
        f"🕗 {start}",
    ]
    return [*plan, *_manner(one, lang)] if one.kind is Kind.SEND else plan[:1]


def _manner(one: Broadcast, language: str) -> list[Text | str]:
    """Tells over how long it is sent, and whether speed is paid for."""
    hours = round(one.spread.total_seconds() / 3600)
    spread = ["⏳ " + say(language, "desk-spread-over", hours=hours)] if one.spread else []
    return [*spread, *(["⭐ " + say(language, "desk-paid")] if one.is_paid else [])]


def _asked(one: Broadcast, chat: Chat, *, is_own: bool) -> list[Text | str]:
    """Tells what is awaited of whom."""
    lang = chat.language
    if one.state is State.PROPOSED:
        return [say(lang, "desk-proposed-own" if is_own else "desk-proposed-other")]
    name, _, language = one.awaits.partition(":")
    if not is_own or name not in _ASKS:
        return []
    if language:
        return [told(lang, "desk-ask-version", name=NAMES.get(language, language))]
    if one.kind is Kind.CORRECTION and name == "text":
        return [say(lang, "desk-ask-correction")]
    return [say(lang, _ASKS[name])]


def _future(one: Broadcast, chat: Chat, categories: Sequence[Category], now: datetime) -> list[Text | str]:
    lang = chat.language
    start = one.start_at or now
    is_soon = start - now < timedelta(minutes=2)
    key = "desk-starts-soon" if is_soon else "desk-starts"
    return [
        told(lang, "desk-for", audience=audience(one, lang, categories), count=one.total),
        *_manner(one, lang),
        told(lang, key, time=figures.when(chat, start, now, exact=is_soon)),
    ]


def _past(standing: Standing, chat: Chat, now: datetime) -> list[Text | str]:
    """Tells how far it is, or what became of it."""
    one, progress, lang = standing.broadcast, standing.progress, chat.language
    if one.began_at is None:
        return []
    if one.state is State.SENDING:
        return [figures.bar(progress.share), tally(one, progress, lang), _pace(standing, chat, now)]
    if one.state is State.PAUSED:
        return [figures.bar(progress.share), tally(one, progress, lang)]
    took = figures.duration(lang, (one.ended_at or one.began_at) - one.began_at)
    return [
        figures.bar(progress.sent / progress.total if progress.total else 1.0),
        tally(one, progress, lang),
        say(lang, "desk-took", time=took),
    ]


def tally(one: Broadcast, progress: Progress, language: str) -> str:
    """Tells the figures in one line: what arrived always, the rest where there is some."""
    parts = [say(language, _ARRIVED[one.kind], count=progress.sent)]
    rest = {
        "desk-blocked": progress.blocked,
        "desk-failed": progress.failed,
        "desk-missed": progress.missed,
        "desk-left": progress.left,
    }
    return " · ".join([*parts, *(say(language, key, count=count) for key, count in rest.items() if count)])


def _pace(standing: Standing, chat: Chat, now: datetime) -> str:
    """Tells how fast it goes, or that it only waits for chats that are shut, and until when."""
    language, end = chat.language, standing.broadcast.expires_at
    if standing.shut >= standing.progress.left > 0 and end:
        return say(language, "desk-shut", count=standing.shut, time=figures.when(chat, end, now))
    if not standing.rate and standing.to_go is None:
        return say(language, "desk-pace-unknown")
    rate = say(language, "desk-rate", rate=figures.rate(standing.rate))
    if standing.to_go is None:
        return rate
    return f"{rate} · " + say(language, "desk-to-go", time=figures.duration(language, standing.to_go))


def row(one: Broadcast, standing: Standing, language: str, later: Sequence[Broadcast] = ()) -> str:
    """Tells a broadcast in one line of the list, after what followed it."""
    signs = {State.DRAFT: "📝", State.PROPOSED: "⏳", State.SCHEDULED: "🕗", State.SENDING: "📤", State.PAUSED: "⏸"}
    ended = "🗑" if is_recalled(later) else "✅" if one.state is State.DONE else "✖️"
    sign = signs.get(one.state, ended)
    what = say(language, _TITLES[one.kind], id=str(one.id), of=str(one.of_id or 0)) if one.kind is not Kind.SEND else ""
    count = f" · {number(standing.progress.sent)}/{number(standing.progress.total)}" if one.began_at else ""
    return f"{sign} {what or f'#{one.id} {shorten(gist(one, language), ROW_UNITS)}'}{count}"
