"""What goes wrong with some chats, or with one broadcast, and must hold up nobody else."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.broadcasts import Act, Audience, Content, Kind, Version
from bot.delivery.outcome import Sent
from bot.markup import Message
from bot.model import DeliveryState, Lane

Desk = Any
ADMIN = 1002
CONTENT = Content(versions={"": Version(text="今晚停水")})


async def _sending(desk: Desk, readers: int) -> None:
    await desk.readers(readers)
    store, at = desk.shop.store, desk.now.timestamp()
    draft = await store.broadcasts.add(Kind.SEND, ADMIN, CONTENT, now=desk.now)
    await store.broadcasts.act(draft.id, Act.CONFIRM, by=1, now=desk.now, total=readers, confirmed_at=at, start_at=at)
    await desk.tick()


async def test_chats_that_must_rest_for_hours_keep_nobody_else_waiting(desk: Desk) -> None:
    await _sending(desk, 250)
    until = desk.now + timedelta(hours=10)
    for claimed in await desk.claim():
        await desk.shop.store.deliveries.hold(claimed.chat_id, until)
        await desk.settle([claimed], DeliveryState.DUE, until=until)
    assert await desk.all_arrive() == 151


async def test_one_broadcast_that_cannot_go_on_stops_no_other(desk: Desk) -> None:
    store = desk.shop.store
    broken = await store.broadcasts.add(Kind.SEND, ADMIN, CONTENT, now=desk.now)
    await store.broadcasts.change(broken, audience=Audience(active_days=10**7))
    at = desk.now.timestamp()
    await store.broadcasts.act(broken.id, Act.CONFIRM, by=1, now=desk.now, total=1, confirmed_at=at, start_at=at)
    await _sending(desk, 3)
    assert await desk.all_arrive() == 4


async def test_a_card_that_cannot_be_shown_stops_no_other(desk: Desk) -> None:
    store = desk.shop.store
    shown: list[int] = []
    for number in (1, 2):
        await _sending(desk, 1)
        newest, *_ = await store.broadcasts.latest(limit=1)
        await store.broadcasts.keep_card(newest.id, ADMIN, number)

    async def edit(_chat_id: int, message_id: int, _message: Message) -> Sent:
        shown.append(message_id)
        if message_id == 1:
            raise RuntimeError("this card")
        return Sent(message_id)

    await desk.campaigns.show(edit, None)
    assert sorted(shown) == [1, 2]


async def test_where_nothing_may_be_paid_for_any_more_a_paid_broadcast_goes_with_the_rest(desk: Desk) -> None:
    store, at = desk.shop.store, desk.now.timestamp()
    await desk.readers(3)
    draft = await store.broadcasts.add(Kind.SEND, ADMIN, CONTENT, now=desk.now)
    await store.broadcasts.change(draft, lane=Lane.PAID)
    await store.broadcasts.act(draft.id, Act.CONFIRM, by=1, now=desk.now, total=3, confirmed_at=at, start_at=at)
    await desk.tick()
    after_restart = replace(desk, terms=replace(desk.terms, paid_per_second=0))
    await after_restart.campaigns.recover()
    assert not (await store.broadcasts.get(draft.id)).is_paid
    assert {one.lane for one in await after_restart.claim()} == {Lane.BROADCAST}
