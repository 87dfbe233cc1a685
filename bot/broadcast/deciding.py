"""What becomes of a broadcast: confirmed or proposed, approved, taken back, paused, resumed, cancelled; each once."""

from dataclasses import dataclass
from datetime import datetime

from bot.broadcast import measuring
from bot.broadcast.terms import Terms
from bot.core import broadcasts
from bot.core.broadcasts import Act, Broadcast, State
from bot.store import Store


@dataclass(frozen=True, slots=True)
class TooLate:
    """Somebody decided before; `by` tells who did what last."""

    broadcast: Broadcast | None
    by: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class OwnProposal:
    """Whoever proposed it is not the second admin."""


@dataclass(frozen=True, slots=True)
class Nobody:
    """No chat would get it."""


Decided = Broadcast | TooLate | OwnProposal | Nobody


async def confirm(store: Store, draft_id: int, admin_id: int, terms: Terms, *, now: datetime) -> Decided:
    """Sends a draft on its way, or before a second admin where it is for many."""
    draft = await store.broadcasts.get(draft_id)
    if draft is None or draft.state is not State.DRAFT or draft.admin_id != admin_id:
        return await _too_late(store, draft_id)
    total = sum((await measuring.readers(store, draft, now=now)).values())
    if not total:
        return Nobody()
    if broadcasts.needs_second(total, terms.second_admin_above) and draft.kind is broadcasts.Kind.SEND:
        done = await store.broadcasts.act(draft_id, Act.PROPOSE, by=admin_id, now=now, total=total)
    else:
        done = await store.broadcasts.act(
            draft_id, Act.CONFIRM, by=admin_id, now=now, total=total, **_times(draft, terms, now)
        )
    return done or await _too_late(store, draft_id)


async def approve(store: Store, broadcast_id: int, admin_id: int, terms: Terms, *, now: datetime) -> Decided:
    """Gives the second admin's consent."""
    proposed = await store.broadcasts.get(broadcast_id)
    if proposed is None or proposed.state is not State.PROPOSED:
        return await _too_late(store, broadcast_id)
    if not broadcasts.may_approve(proposed, admin_id):
        return OwnProposal()
    total = sum((await measuring.readers(store, proposed, now=now)).values())
    times = _times(proposed, terms, now)
    done = await store.broadcasts.act(
        broadcast_id, Act.APPROVE, by=admin_id, now=now, approved_by=admin_id, total=total, **times
    )
    return done or await _too_late(store, broadcast_id)


async def undo(store: Store, broadcast_id: int, admin_id: int, terms: Terms, *, now: datetime) -> Decided:
    """Takes back what has not begun; it is a draft again."""
    kept = await store.broadcasts.get(broadcast_id)
    wished = kept.start_at if kept and kept.start_at and kept.start_at > now + terms.undo else None
    start = wished.timestamp() if wished else None
    done = await store.broadcasts.act(broadcast_id, Act.UNDO, by=admin_id, now=now, start_at=start, approved_by=None)
    return done or await _too_late(store, broadcast_id)


async def refuse(store: Store, broadcast_id: int, admin_id: int, *, now: datetime) -> Decided:
    """Gives a proposal back to its author."""
    return await _act(store, broadcast_id, Act.REFUSE, admin_id, now)


async def pause(store: Store, broadcast_id: int, admin_id: int, *, now: datetime) -> Decided:
    """Stops sending; what waits is taken back at once, however much is left."""
    done = await store.broadcasts.act(broadcast_id, Act.PAUSE, by=admin_id, now=now, ended_at=now.timestamp())
    return done or await _too_late(store, broadcast_id)


async def resume(store: Store, broadcast_id: int, admin_id: int, *, now: datetime) -> Decided:
    """Goes on where it was paused; the pause counts neither for its end nor for its spread."""
    kept = await store.broadcasts.get(broadcast_id)
    if kept is None or kept.state is not State.PAUSED:
        return await _too_late(store, broadcast_id)
    rested = (now - kept.ended_at) if kept.ended_at else now - now
    shifted = {
        name: (at + rested).timestamp()
        for name, at in (("start_at", kept.start_at), ("expires_at", kept.expires_at))
        if at
    }
    done = await store.broadcasts.act(broadcast_id, Act.RESUME, by=admin_id, now=now, ended_at=None, **shifted)
    return done or await _too_late(store, broadcast_id)


async def cancel(store: Store, broadcast_id: int, admin_id: int, *, now: datetime) -> Decided:
    """Ends it for good; what was sent stays."""
    done = await store.broadcasts.act(broadcast_id, Act.CANCEL, by=admin_id, now=now, ended_at=now.timestamp())
    return done or await _too_late(store, broadcast_id)


async def _act(store: Store, broadcast_id: int, act: Act, admin_id: int, now: datetime) -> Decided:
    return await store.broadcasts.act(broadcast_id, act, by=admin_id, now=now) or await _too_late(store, broadcast_id)


async def _too_late(store: Store, broadcast_id: int) -> TooLate:
    last = await store.audit.of(str(broadcast_id), limit=1)
    return TooLate(await store.broadcasts.get(broadcast_id), (last[0][1], last[0][2]) if last else None)


def _times(draft: Broadcast, terms: Terms, now: datetime) -> dict[str, float]:
    """Begins when the draft says, and never before it can have been taken back."""
    start = max(draft.start_at or now, now + terms.undo)
    return {"confirmed_at": now.timestamp(), "start_at": start.timestamp()}
