"""Takes back or corrects what was sent: each is a broadcast of its own to those who got it."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.broadcast import deciding
from bot.broadcast.deciding import Decided, TooLate
from bot.broadcast.terms import Terms
from bot.core import broadcasts
from bot.core.broadcasts import ENDED, LIVE, Broadcast, Content, Kind
from bot.store import Store


async def correct(store: Store, sent: Broadcast, admin_id: int, *, now: datetime) -> Broadcast | None:
    """Opens a correction that awaits its text; None where there is nothing to rewrite."""
    if sent.kind is not Kind.SEND or sent.state not in ENDED or sent.content.article_id is not None:
        return None
    if not sum((await store.broadcasts.count_reached(sent.id, Kind.CORRECTION, now=now)).values()):
        return None
    content = await latest_content(store, sent)
    draft = await store.broadcasts.add(Kind.CORRECTION, admin_id, content, now=now, of=sent)
    return await store.broadcasts.change(draft, awaits="text") or draft


async def recall(store: Store, sent: Broadcast, admin_id: int, terms: Terms, *, now: datetime) -> Decided:
    """Ends what still runs, and deletes what arrived, at once."""
    if not broadcasts.may_recall(sent, now):
        return TooLate(sent)
    running = [one for one in (sent, *await store.broadcasts.of(sent.id)) if one.state in LIVE]
    for one in running:
        if one.kind is Kind.RECALL:
            return TooLate(one, (one.admin_id, "recalled"))
    for one in running:  # nothing more is sent or corrected of what shall be gone
        await deciding.cancel(store, one.id, admin_id, now=now)
    draft = await store.broadcasts.add(Kind.RECALL, admin_id, Content(), now=now, of=sent)
    await store.audit.note(admin_id, "broadcast recalled", str(sent.id), now=now)
    at_once = replace(terms, undo=timedelta(0))
    done = await deciding.confirm(store, draft.id, admin_id, at_once, now=now)
    if not isinstance(done, Broadcast):
        await deciding.cancel(store, draft.id, admin_id, now=now)
    return done


async def latest_content(store: Store, sent: Broadcast) -> Content:
    """Gives what a broadcast says by now: its own words, or those of its last correction."""
    for one in await store.broadcasts.of(sent.id):
        if one.kind is Kind.CORRECTION and one.began_at:
            return one.content
    return sent.content
