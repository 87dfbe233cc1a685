import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

from bot.broadcast import deciding, drafting, measuring, recalling
from bot.broadcast.deciding import Nobody, OwnProposal, TooLate
from bot.broadcast.terms import Terms
from bot.core.broadcasts import Act, Broadcast, Kind, State, Version
from bot.model import DeliveryState, Settlement
from bot.store import Store

ADMIN, SECOND, THIRD = 9, 10, 11
TERMS = Terms(admins=(ADMIN, SECOND, THIRD))


async def _draft(store: Store, now: datetime, text: str = "今晚停水") -> Broadcast:
    drafted = await drafting.headline(store, ADMIN, Version(text=text), now=now)
    assert isinstance(drafted, Broadcast)
    return drafted


async def test_confirming_twice_even_at_once_sends_once(store: Store, now: datetime) -> None:
    draft = await _draft(store, now)
    results = await asyncio.gather(*(deciding.confirm(store, draft.id, ADMIN, TERMS, now=now) for _ in range(3)))
    assert sorted(type(result).__name__ for result in results) == ["Broadcast", "TooLate", "TooLate"]
    done = next(result for result in results if isinstance(result, Broadcast))
    assert (done.state, done.total, done.start_at) == (State.SCHEDULED, 6, now + TERMS.undo)


async def test_of_two_second_admins_at_once_one_approves(store: Store, now: datetime) -> None:
    terms = replace(TERMS, second_admin_above=5)
    draft = await _draft(store, now)
    proposed = await deciding.confirm(store, draft.id, ADMIN, terms, now=now)
    assert isinstance(proposed, Broadcast)
    assert proposed.state is State.PROPOSED
    assert isinstance(await deciding.approve(store, draft.id, ADMIN, terms, now=now), OwnProposal)
    both = await asyncio.gather(*(deciding.approve(store, draft.id, who, terms, now=now) for who in (SECOND, THIRD)))
    [winner] = [result for result in both if isinstance(result, Broadcast)]
    [loser] = [result for result in both if isinstance(result, TooLate)]
    assert loser.by == (winner.approved_by, "approved")


async def test_what_was_planned_for_a_time_that_passed_meanwhile_begins_soon(store: Store, now: datetime) -> None:
    terms, later = replace(TERMS, second_admin_above=5), now + timedelta(hours=3)
    draft = await _draft(store, now)
    await store.broadcasts.change(draft, start_at=(now + timedelta(hours=1)).timestamp())
    await deciding.confirm(store, draft.id, ADMIN, terms, now=now)
    approved = await deciding.approve(store, draft.id, SECOND, terms, now=later)
    assert isinstance(approved, Broadcast)
    assert approved.start_at == later + terms.undo


async def test_nobody_is_nobody(store: Store, now: datetime) -> None:
    draft = await _draft(store, now)
    changed = await store.broadcasts.change(draft, audience=replace(draft.audience, languages=("zh-Hant",)))
    assert changed
    assert isinstance(await deciding.confirm(store, draft.id, ADMIN, TERMS, now=now), Nobody)


async def test_every_act_of_an_admin_is_on_record(store: Store, now: datetime) -> None:
    draft = await _draft(store, now)
    await deciding.confirm(store, draft.id, ADMIN, TERMS, now=now)
    await deciding.undo(store, draft.id, SECOND, TERMS, now=now)
    await deciding.confirm(store, draft.id, ADMIN, TERMS, now=now)
    at = now.timestamp()
    await store.broadcasts.act(draft.id, Act.BEGIN, by=None, now=now, began_at=at)
    for deed in (deciding.pause, deciding.resume, deciding.cancel):
        await deed(store, draft.id, SECOND, now=now)
    acts = [(who, act) for _, who, act in reversed(await store.audit.of(str(draft.id), limit=20))]
    assert acts == [
        (ADMIN, "drafted"),
        (ADMIN, "confirmed"),
        (SECOND, "undone"),
        (ADMIN, "confirmed"),
        (SECOND, "paused"),
        (SECOND, "resumed"),
        (SECOND, "cancelled"),
    ]


async def test_what_does_not_exist_is_too_late(store: Store, now: datetime) -> None:
    assert await deciding.confirm(store, 99, ADMIN, TERMS, now=now) == TooLate(None)
    assert await deciding.undo(store, 99, ADMIN, TERMS, now=now) == TooLate(None)
    assert await deciding.resume(store, 99, ADMIN, now=now) == TooLate(None)


async def _sent(store: Store, now: datetime) -> Broadcast:
    """Gives a broadcast that arrived everywhere."""
    draft = await _draft(store, now)
    await deciding.confirm(store, draft.id, ADMIN, TERMS, now=now)
    at = now.timestamp()
    begun = await store.broadcasts.act(draft.id, Act.BEGIN, by=None, now=now, began_at=at, start_at=at)
    assert begun
    await store.broadcasts.feed(draft.id, 100, now=now)
    claimed = await store.deliveries.claim(100, now=now, lease=timedelta(minutes=1))
    done = [Settlement(delivery=one, state=DeliveryState.SENT, message_id=1) for one in claimed]
    await store.deliveries.settle(done, now=now)
    return begun


async def test_of_two_recalls_at_once_one_is_done(store: Store, now: datetime) -> None:
    sent = await _sent(store, now)
    both = await asyncio.gather(*(recalling.recall(store, sent, who, TERMS, now=now) for who in (ADMIN, SECOND, THIRD)))
    [winner] = [result for result in both if isinstance(result, Broadcast)]
    losers = [result for result in both if isinstance(result, TooLate)]
    assert [loser.by for loser in losers] == [(winner.admin_id, "recalled")] * 2
    assert [one.id for one in await store.broadcasts.live() if one.kind is Kind.RECALL] == [winner.id]


async def test_what_was_never_sent_is_neither_corrected_nor_recalled(store: Store, now: datetime) -> None:
    draft = await _draft(store, now)
    assert await recalling.correct(store, draft, ADMIN, now=now) is None
    assert isinstance(await recalling.recall(store, draft, ADMIN, TERMS, now=now), TooLate)
    assert await recalling.latest_content(store, draft) == draft.content


def test_a_cell_that_a_spreadsheet_would_reckon_is_made_harmless() -> None:
    for cell in ("=1+1", "+1", "-1", "@x", "\tx"):
        assert measuring.harmless(cell) == f"'{cell}"
    assert measuring.harmless("Forbidden: bot was blocked") == "Forbidden: bot was blocked"
