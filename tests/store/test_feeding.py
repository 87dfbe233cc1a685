"""However a broadcast is fed, paused, resumed and killed, every chat of its audience gets it once."""

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.broadcasts import LIFE, Act, Audience, Broadcast, Content, Kind, State, Version
from bot.model import Chat, ChatKind, ChatState, Delivery, DeliveryState, Settlement
from bot.store import Store, audiences, deliveries, feeding, open_store

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
LEASE = timedelta(minutes=1)
CONTENT = Content(versions={"": Version(text="今晚停水")})
CHATS = [*range(1, 41), *range(-60, -50)]


@pytest.fixture
async def full(store: Store) -> Store:
    """A store with forty people and ten groups."""
    for number in CHATS:
        kind = ChatKind.PRIVATE if number > 0 else ChatKind.SUPERGROUP
        language = "en" if number % 2 else "zh-Hans"
        chat = Chat(id=number, kind=kind, language=language, time_zone="UTC")
        await store.chats.add(chat, now=NOW - timedelta(days=number % 20 if number > 0 else 30))
    return store


async def begun(
    store: Store, audience: Audience | None = None, kind: Kind = Kind.SEND, of: Broadcast | None = None
) -> Broadcast:
    draft = await store.broadcasts.add(kind, 7, CONTENT, now=NOW, of=of)
    draft = await store.broadcasts.change(draft, audience=audience or Audience()) or draft
    at = NOW.timestamp()
    await store.broadcasts.act(draft.id, Act.CONFIRM, by=7, now=NOW, total=50, confirmed_at=at, start_at=at)
    end = (NOW + LIFE).timestamp()
    running = await store.broadcasts.act(draft.id, Act.BEGIN, by=None, now=NOW, began_at=at, expires_at=end)
    assert running
    return running


async def fed(store: Store, one: Broadcast, most: int = 1000) -> list[int]:
    await store.broadcasts.feed(one.id, most, now=NOW)
    rows = await store.database.rows("SELECT chat_id FROM delivery WHERE what = ? ORDER BY id", (one.what,))
    return [row[0] for row in rows]


async def settle(store: Store, claimed: list[Delivery], state: DeliveryState = DeliveryState.SENT, **rest: Any) -> None:  # noqa: ANN401 - any field
    done = [Settlement(delivery=d, state=state, message_id=900 + d.chat_id, **rest) for d in claimed]
    await store.deliveries.settle(done, now=NOW)


async def test_an_audience_is_fed_in_the_order_of_its_chats_and_only_as_far_as_asked(full: Store) -> None:
    one = await begun(full)
    assert await fed(full, one, 15) == sorted(CHATS)[:15]
    assert await fed(full, one, 15) == sorted(CHATS)[:30]
    assert await fed(full, one) == sorted(CHATS)
    found = await full.broadcasts.feed(one.id, 10, now=NOW)
    assert found == feeding.Fed(0, is_out=True)


@pytest.mark.parametrize("kind", [Kind.CORRECTION, Kind.RECALL])
async def test_a_message_that_is_corrected_or_recalled_counts_as_delivered_once(full: Store, kind: Kind) -> None:
    one = await begun(full)
    await fed(full, one, 10)
    await settle(full, await full.deliveries.claim(10, now=NOW, lease=LEASE))
    await full.broadcasts.act(one.id, Act.CANCEL, by=7, now=NOW)
    other = await begun(full, kind=kind, of=one)
    assert len(await fed(full, other, 10)) == 10
    await settle(full, await full.deliveries.claim(10, now=NOW, lease=LEASE))
    assert await full.tally.by_state() == {"sent": 10}


@pytest.mark.parametrize(
    ("audience", "meant"),
    [
        (Audience(), lambda _: True),
        (Audience(languages=("en",)), lambda n: n % 2),
        (Audience(kinds=("private",)), lambda n: n > 0),
        (Audience(kinds=("group", "channel")), lambda n: n < 0),
        (Audience(active_days=7), lambda n: n > 0 and n % 20 <= 7),
        (Audience(languages=("en", "zh-Hans"), kinds=("private",), active_days=3), lambda n: n > 0 and n % 20 <= 3),
    ],
)
async def test_an_audience_is_whom_all_its_conditions_name(full: Store, audience: Audience, meant: Any) -> None:  # noqa: ANN401 - a test of a number
    wanted = [number for number in sorted(CHATS) if meant(number)]
    assert sum((await full.broadcasts.count(audience, now=NOW)).values()) == len(wanted)
    assert await fed(full, await begun(full, audience)) == wanted


async def test_an_audience_and_what_reached_it_are_counted_part_by_part(
    full: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audiences, "COUNTED", 7)
    monkeypatch.setattr(deliveries, "PART", 7)
    assert await full.broadcasts.count(Audience(), now=NOW) == {"private": 40, "supergroup": 10}
    one = await begun(full)
    await fed(full, one)
    claimed = await full.deliveries.claim(45, now=NOW, lease=LEASE)
    await settle(full, claimed[:40])
    await settle(full, claimed[40:], DeliveryState.FAILED)
    assert await full.deliveries.count(one.what) == {"due": 5, "sent": 40, "failed": 5}
    reached = await full.broadcasts.count_reached(one.id, Kind.CORRECTION, now=NOW)
    assert sum(reached.values()) == 40


async def test_readers_of_a_category_are_those_of_it_of_all_below_and_of_all_above(full: Store) -> None:
    paths = [("财经",), ("财经", "晨报"), ("财经", "晨报", "国内"), ("体育",)]
    ids = await full.categories.ensure(paths)
    for number, path in enumerate(paths, start=1):
        await full.subscriptions.add(number, ids[path], now=NOW)
    assert await fed(full, await begun(full, Audience(category_ids=(ids["财经", "晨报"],)))) == [1, 2, 3]


async def test_who_came_after_it_was_confirmed_or_is_not_active_gets_nothing(full: Store) -> None:
    one = await begun(full)
    await full.chats.add(Chat(id=99, kind=ChatKind.PRIVATE, language="en", time_zone="UTC"), now=NOW + timedelta(1))
    await full.chats.set_state(5, ChatState.PAUSED, now=NOW)
    assert await fed(full, one) == [number for number in sorted(CHATS) if number != 5]


async def test_a_few_among_very_many_are_found_window_by_window(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audiences, "WINDOW", 10)
    monkeypatch.setattr(audiences, "_CHUNK", audiences._CHUNK.replace("LIMIT 20000", "LIMIT 10"))
    monkeypatch.setattr(audiences, "_LOOKED_AT", audiences._LOOKED_AT.replace("LIMIT 20000", "LIMIT 10"))
    one = await begun(full, Audience(languages=("en",)))
    for _ in range(6):
        found = await fed(full, one)
    assert found == [number for number in sorted(CHATS) if number % 2]


async def test_a_group_that_becomes_a_supergroup_on_the_way_is_not_forgotten(full: Store) -> None:
    supergroup = -1_001_234_567_890
    await full.chats.add(Chat(id=supergroup - 1, kind=ChatKind.SUPERGROUP, language="en", time_zone="UTC"), now=NOW)
    one = await begun(full)
    assert await fed(full, one, 3) == [supergroup - 1, -60, -59]
    await full.chats.move(-55, supergroup)
    found = await fed(full, one)
    assert sorted(found) == sorted({*CHATS, supergroup, supergroup - 1} - {-55})


async def test_a_kill_between_reserving_and_noting_how_far_it_came_leaves_neither(full: Store) -> None:
    one = await begun(full)

    async def killed() -> None:
        async with full.database.write() as transaction:
            await feeding.feed(transaction, one.id, 10, NOW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await killed()
    found = await full.broadcasts.get(one.id)
    assert found
    assert (found.fed, await full.deliveries.count(one.what)) == (0, {})


async def test_of_two_who_decide_at_once_one_does(full: Store) -> None:
    draft = await full.broadcasts.add(Kind.SEND, 7, CONTENT, now=NOW)
    acts = [full.broadcasts.act(draft.id, act, by=7, now=NOW) for act in (Act.CONFIRM, Act.CANCEL, Act.PROPOSE)]
    assert sum(found is not None for found in await asyncio.gather(*acts)) in {1, 2}, (
        "what was confirmed can be cancelled"
    )
    twice = [full.broadcasts.act(draft.id, Act.CONFIRM, by=7, now=NOW) for _ in range(3)]
    assert sum(found is not None for found in await asyncio.gather(*twice)) <= 1


async def test_a_recall_goes_to_those_who_got_it_lately_and_not_twice(full: Store) -> None:
    sent = await begun(full)
    await fed(full, sent)
    claimed = await full.deliveries.claim(50, now=NOW, lease=LEASE)
    await settle(full, claimed[:20])
    await settle(full, claimed[20:], DeliveryState.FAILED)
    reached = {delivery.chat_id for delivery in claimed[:20]}
    recall = await begun(full, kind=Kind.RECALL, of=sent)
    assert set(await fed(full, recall)) == reached
    taken = await full.deliveries.claim(5, now=NOW, lease=LEASE)
    await settle(full, taken)
    await full.broadcasts.act(recall.id, Act.CANCEL, by=7, now=NOW)
    again = await begun(full, kind=Kind.RECALL, of=sent)
    assert set(await fed(full, again)) == reached - {delivery.chat_id for delivery in taken}
    counts = await full.broadcasts.count_reached(sent.id, Kind.RECALL, now=NOW + timedelta(hours=49))
    assert counts == {}
    assert sum((await full.broadcasts.count_reached(sent.id, Kind.CORRECTION, now=NOW + timedelta(99))).values()) == 15


async def test_a_correction_paused_halfway_goes_on_with_the_rest(full: Store) -> None:
    sent = await begun(full)
    await fed(full, sent)
    await settle(full, await full.deliveries.claim(50, now=NOW, lease=LEASE))
    fix = await begun(full, kind=Kind.CORRECTION, of=sent)
    await fed(full, fix, 20)
    await settle(full, await full.deliveries.claim(8, now=NOW, lease=LEASE))
    await full.broadcasts.act(fix.id, Act.PAUSE, by=7, now=NOW)
    assert await full.deliveries.count(fix.what) == {"sent": 8}
    await full.broadcasts.act(fix.id, Act.RESUME, by=7, now=NOW)
    assert sorted(await fed(full, fix)) == sorted(CHATS)


@pytest.mark.parametrize("seed", range(12))
async def test_whatever_happens_on_the_way_everybody_gets_it_once(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    url, arrived, in_flight_at_kills = f"sqlite:///{tmp_path / 'walk.db'}", Counter[int](), set[int]()
    async with open_store(url) as store:
        for number in CHATS:
            chat = Chat(id=number, kind=ChatKind.PRIVATE, language="en", time_zone="UTC")
            await store.chats.add(chat, now=NOW - timedelta(1))
        one = await begun(store)
    for _ in range(6):
        async with open_store(url) as store:  # a process; what it had claimed at its end was on its way
            await store.broadcasts.recover(now=NOW)
            await store.deliveries.release()
            flying = await _walk(store, one, chance, arrived)
        for delivery in flying:
            in_flight_at_kills.add(delivery.chat_id)
            arrived[delivery.chat_id] += chance.random() < 0.5
    async with open_store(url) as store:
        await store.broadcasts.recover(now=NOW)
        await store.deliveries.release()
        await store.broadcasts.act(one.id, Act.RESUME, by=7, now=NOW)
        while (await store.broadcasts.feed(one.id, 7, now=NOW)) and (
            claimed := await store.deliveries.claim(100, now=NOW, lease=LEASE)
        ):
            await settle(store, claimed)
            arrived.update(delivery.chat_id for delivery in claimed)
        assert (await store.deliveries.count(one.what))["sent"] == len(CHATS)
    assert set(arrived) == set(CHATS)
    twice = {number for number, count in arrived.items() if count > 1}
    assert twice <= in_flight_at_kills


async def _walk(store: Store, one: Broadcast, chance: random.Random, arrived: Counter[int]) -> list[Delivery]:
    """Does a few things by chance; gives what is claimed and not settled at the end."""
    flying: list[Delivery] = []
    for _ in range(12):
        now = await store.broadcasts.get(one.id)
        assert now
        match chance.choice(["feed", "claim", "settle", "settle", "later", "pause", "resume"]):
            case "feed":
                await store.broadcasts.feed(one.id, chance.randint(1, 9), now=NOW)
            case "claim":
                claimed = await store.deliveries.claim(chance.randint(1, 5), now=NOW, lease=LEASE)
                assert not claimed or now.state is State.SENDING, "nothing is sent while it is paused"
                flying += claimed
            case "settle" if flying:
                delivery = flying.pop()
                arrived[delivery.chat_id] += 1
                await settle(store, [delivery])
            case "later" if flying:
                await settle(store, [flying.pop()], DeliveryState.DUE, until=NOW)
                await store.broadcasts.sweep(now=NOW)
            case "pause":
                await store.broadcasts.act(one.id, Act.PAUSE, by=7, now=NOW, ended_at=NOW.timestamp())
            case "resume":
                await store.broadcasts.act(one.id, Act.RESUME, by=7, now=NOW, ended_at=None)
            case _:
                continue
    return flying


async def test_a_chat_that_telegram_asked_to_leave_alone_gets_a_broadcast_after_its_rest(full: Store) -> None:
    await full.deliveries.hold(5, NOW + timedelta(hours=3))
    await fed(full, await begun(full))
    now = {delivery.chat_id for delivery in await full.deliveries.claim(100, now=NOW, lease=LEASE)}
    assert now == set(CHATS) - {5}
    (held,) = await full.deliveries.claim(100, now=NOW + timedelta(hours=3), lease=LEASE)
    assert held.chat_id == 5


async def test_after_a_pause_those_who_have_it_are_passed_by_at_once(full: Store) -> None:
    one = await begun(full)
    await fed(full, one)
    first, *others = sorted(
        await full.deliveries.claim(50, now=NOW, lease=LEASE), key=lambda delivery: delivery.chat_id
    )
    await settle(full, others)
    await settle(full, [first], DeliveryState.DUE, until=NOW)
    await full.broadcasts.act(one.id, Act.PAUSE, by=7, now=NOW)
    await full.broadcasts.act(one.id, Act.RESUME, by=7, now=NOW)
    assert await full.broadcasts.feed(one.id, 5, now=NOW) == feeding.Fed(1, is_out=True)
