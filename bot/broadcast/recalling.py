"""Takes back or corrects what was sent: each is a broadcast of its own to those who got it."""

from collections.abc import Sequence
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
    if before := await _running_recall(store, sent):
        return before
    running = [one for one in (sent, *await store.broadcasts.of(sent.id)) if one.state in LIVE]
    for one in running:  # nothing more is sent or corrected of what shall be gone
        await deciding.cancel(store, one.id, admin_id, now=now)
    draft = await store.broadcasts.add(Kind.RECALL, admin_id, Content(), now=now, of=sent)
    at_once = replace(terms, undo=timedelta(0))
    done = await deciding.confirm(store, draft.id, admin_id, at_once, now=now)
    if isinstance(done, Broadcast):
        await store.audit.note(admin_id, "broadcast recalled", str(sent.id), now=now)
        return done
    await deciding.cancel(store, draft.id, admin_id, now=now)
    return await _running_recall(store, sent) or done


async def _running_recall(store: Store, sent: Broadcast) -> TooLate | None:
    """Tells who recalls it already."""
    for one in await store.broadcasts.of(sent.id):
        if one.kind is Kind.RECALL and one.state in LIVE:
            return TooLate(one, (one.admin_id, "recalled"))
    return None


async def latest_content(store: Store, sent: Broadcast) -> Content:
    """Gives what a broadcast says by now: its own words, or those of its last correction."""
    return content_after(sent, await store.broadcasts.of(sent.id))


def content_after(sent: Broadcast, later: Sequence[Broadcast]) -> Content:
    """The same, of what followed it, the newest first."""
    corrections = (one.content for one in later if one.kind is Kind.CORRECTION and one.began_at)
    return next(corrections, sent.content)
