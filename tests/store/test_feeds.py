"""Feeds as the store keeps them: when each is due, and what it listed before."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.entries import Intake, Memory, intake, sightings
from bot.core.entry_keys import Listed
from bot.core.polling import new_state
from bot.core.source_state import Move, Notice, Outcome, SourceState, Validators, Wishes
from bot.errors import NoFeed
from bot.model import Article, Digest
from bot.store import Store, feed_state, open_store
from bot.store.feeds import _KNOWN, DueFeed, Untold

PLACE = "https://example.org/feed.xml"
DAY = timedelta(days=1)


def entries(*numbers: int, **values: object) -> list[Listed]:
    return [
        replace(Listed(guid=f"id:{n}", link=f"https://example.org/{n}", title=f"消息{n}", text=f"全文{n}"), **values)  # type: ignore[arg-type]
        for n in numbers
    ]


async def added(store: Store, now: datetime, place: str = PLACE) -> int:
    feed, _ = await store.feeds.register(place, now=now)
    return feed.source_id


async def article(store: Store, source_id: int, now: datetime, title: str = "消息") -> int:
    ids = await store.categories.ensure([("金融",)])
    return await store.articles.add(
        Article(path="a", title=title),
        Digest(),
        source_id=source_id,
        category_id=ids["金融",],
        content_hash=title,
        now=now,
    )


async def listing(store: Store, source_id: int, listed: Sequence[Listed], now: datetime) -> Intake:
    """Reads a document as a poll does, and remembers all it lists."""
    seen = sightings(listed)
    found = intake(listed, seen, await store.feeds.known(source_id, seen), since=now)
    assert await store.feeds.remember(source_id, [Memory(sighting=one) for one in found.everything], now=now)
    return found


async def test_a_feed_is_registered_once_and_due_at_once(store: Store, now: datetime) -> None:
    feed, is_new = await store.feeds.register(PLACE, now=now, title="一个来源", added_by=7)
    assert is_new
    assert (feed.place, feed.address, feed.title, feed.added_by) == (PLACE, PLACE, "一个来源", 7)
    assert feed.state == new_state(now)
    again, is_new = await store.feeds.register(PLACE, now=now + DAY, title="another")
    assert not is_new
    assert again == feed
    assert await store.feeds.due(now, limit=9) == [DueFeed(feed.source_id, PLACE, now.timestamp())]
    assert await store.feeds.get(feed.source_id) == feed
    assert await store.feeds.get(99) is None


async def test_feeds_are_due_in_their_order_and_never_while_paused_or_gone(store: Store, now: datetime) -> None:
    ids = [await added(store, now, f"{PLACE}?{n}") for n in range(5)]
    for number, source_id in enumerate(ids):
        due = replace(new_state(now - number * DAY), gone=number == 3)
        assert await store.feeds.save(source_id, due)
    assert await store.feeds.pause(ids[4])
    assert not await store.feeds.pause(ids[4])
    assert [feed.source_id for feed in await store.feeds.due(now, limit=9)] == [ids[2], ids[1], ids[0]]
    assert [feed.source_id for feed in await store.feeds.due(now - DAY, limit=1)] == [ids[2]]
    assert await store.feeds.next_due() == (now - 2 * DAY).timestamp()
    assert await store.feeds.next_due(now - DAY) == now.timestamp()
    assert [feed.source_id for feed in await store.feeds.all()] == ids


async def test_feeds_that_are_due_are_listed_part_by_part_each_once_and_by_where_they_moved(
    store: Store, now: datetime
) -> None:
    ids = [await added(store, now, f"{PLACE}?{number}") for number in range(5)]
    await store.feeds.save(ids[4], replace(new_state(now - DAY), moved_to="https://elsewhere.example/"))
    found, last = list[DueFeed](), None
    while part := await store.feeds.due(now, limit=2, after=last):
        last = part[-1]
        found += part
    assert [feed.source_id for feed in found] == [ids[4], *ids[:4]]
    assert found[0].address == "https://elsewhere.example/"


async def test_a_feed_put_off_for_years_by_a_clock_gone_wrong_is_asked_when_the_clock_is_right(
    store: Store, now: datetime
) -> None:
    usual, wrong = await added(store, now), await added(store, now, f"{PLACE}?wrong")
    await store.feeds.save(usual, new_state(now + 8 * DAY))
    await store.feeds.save(wrong, new_state(now + 3650 * DAY))
    assert await store.feeds.call_back(now) == 1
    assert [feed.source_id for feed in await store.feeds.due(now, limit=9)] == [wrong]


async def test_a_pause_made_while_a_feed_is_being_asked_holds(store: Store, now: datetime) -> None:
    source_id = await added(store, now)
    feed = await store.feeds.get(source_id)
    assert feed
    await store.feeds.pause(source_id)
    assert await store.feeds.save(source_id, feed.state)
    assert await store.feeds.due(now, limit=9) == []
    assert await store.feeds.resume(source_id, now=now)
    assert len(await store.feeds.due(now, limit=9)) == 1
    assert not await store.feeds.resume(99, now=now)


async def test_a_feed_that_was_gone_is_taken_up_again(store: Store, now: datetime) -> None:
    source_id = await added(store, now)
    await store.feeds.save(source_id, replace(new_state(now + DAY), gone=True, failures=1, first_failure_at=now))
    assert await store.feeds.next_due() is None
    assert await store.feeds.resume(source_id, now=now)
    assert len(await store.feeds.due(now, limit=9)) == 1
    feed = await store.feeds.get(source_id)
    assert feed
    assert (feed.state.gone, feed.state.failures) == (False, 0)


FULL = SourceState(
    next_check_at=datetime(2026, 3, 1, 8, 1, 2, 345678, tzinfo=UTC),
    validators=Validators(etag='W/"é\udce9 \x01"', last_modified="Sun, 01 Mar 2026 08:00:00 GMT"),
    wishes=Wishes(
        ttl=timedelta(minutes=5),
        max_age=timedelta(seconds=1.5),
        update_period=DAY,
        skip_hours=frozenset({1, 2}),
        skip_days=frozenset({6}),
    ),
    weekly=12.25,
    read_at=datetime(2026, 3, 1, 7, tzinfo=UTC),
    since=datetime(2026, 2, 1, 7, tzinfo=UTC),
    body_hash="00ff",
    is_unread=True,
    failures=3,
    first_failure_at=datetime(2026, 2, 27, tzinfo=UTC),
    problem=Outcome.UNREADABLE,
    why=NoFeed.BROKEN_XML,
    told=frozenset({Notice.FAILING, Notice.FLOOD}),
    move=Move(target="https://new.example.org/", times=2, since=datetime(2026, 2, 28, tzinfo=UTC)),
    moved_to="https://newer.example.org/",
    gone=True,
)


async def test_what_is_known_of_a_feed_outlives_a_restart_byte_for_byte(database_file: Path, now: datetime) -> None:
    async with open_store(f"sqlite:///{database_file}") as store:
        source_id = await added(store, now)
        assert await store.feeds.save(source_id, FULL, title="新名")
    async with open_store(f"sqlite:///{database_file}") as store:
        feed = await store.feeds.get(source_id)
    assert feed is not None
    assert (feed.state, feed.title, feed.address) == (FULL, "新名", "https://newer.example.org/")


@given(st.text(), st.text(), st.floats(0, 1e9), st.none() | st.timedeltas(timedelta(), DAY * 99))
def test_any_validators_and_wishes_come_back_as_they_were(
    etag: str, modified: str, weekly: float, ttl: timedelta | None
) -> None:
    state = replace(
        FULL, validators=Validators(etag=etag, last_modified=modified), weekly=weekly, wishes=Wishes(ttl=ttl)
    )
    told = feed_state.written(state)
    assert told.isascii()
    assert feed_state.read(told, next_check_at=state.next_check_at.timestamp(), paused=False, gone=True) == state


def test_a_state_of_another_version_is_read_for_what_it_has() -> None:
    state = feed_state.read('{"failures": 2, "unheard_of": 1}', next_check_at=0, paused=False, gone=False)
    assert state == replace(new_state(datetime(1970, 1, 1, tzinfo=UTC)), failures=2)


async def test_what_a_feed_listed_is_known_again_by_guid_link_or_title(store: Store, now: datetime) -> None:
    source_id, other = await added(store, now), await added(store, now, f"{PLACE}?other")
    await listing(store, source_id, entries(1, 2, 3), now)
    for renamed in (entries(1), entries(1, guid="x"), entries(1, guid="x", link="")):
        (known,) = await store.feeds.known(source_id, sightings(renamed))
        assert known.keys == sightings(entries(1))[0].keys
    assert await store.feeds.known(source_id, sightings(entries(9))) == []
    assert await store.feeds.known(source_id, []) == []
    assert await store.feeds.known(other, sightings(entries(1))) == [], "each feed has entries of its own"


async def test_a_renamed_or_changed_entry_keeps_its_row_and_its_article(store: Store, now: datetime) -> None:
    source_id = await added(store, now)
    article_id = await article(store, source_id, now)
    seen = sightings(entries(1))
    await store.feeds.remember(source_id, [Memory(sighting=seen[0], article_id=article_id)], now=now)
    found = await listing(store, source_id, entries(1, guid="new", text="改"), now + DAY)
    assert len(found.changed) == 1
    (known,) = await store.feeds.known(source_id, sightings(entries(1, guid="new", text="改")))
    assert known.article_id == article_id
    assert known.keys == sightings(entries(1, guid="new", text="改"))[0].keys
    assert await store.feeds.count_entries(source_id) == 1


async def test_what_was_stored_and_not_yet_announced_is_found_after_a_crash(store: Store, now: datetime) -> None:
    source_id = await added(store, now)
    ids = [await article(store, source_id, now, str(number)) for number in range(3)]
    seen = sightings(entries(1, 2, 3))
    await store.feeds.remember(
        source_id,
        [Memory(sighting=one, article_id=i, is_untold=True) for one, i in zip(seen, ids, strict=True)],
        now=now,
    )
    await store.feeds.mark_told(ids[:1])
    untold = await store.feeds.untold()
    assert untold == [Untold(2, source_id, ids[1]), Untold(3, source_id, ids[2])]
    assert await store.feeds.untold(after=untold[0].entry_id) == untold[1:]
    await listing(store, source_id, entries(1, 2, 3), now + DAY)
    assert len(await store.feeds.untold()) == 2, "a poll between forgets nothing"


async def test_entries_are_forgotten_ninety_days_after_their_document_dropped_them(store: Store, now: datetime) -> None:
    source_id, quiet = await added(store, now), await added(store, now, f"{PLACE}?quiet")
    await listing(store, quiet, entries(1, 2), now)
    for day in range(0, 92, 10):
        await listing(store, source_id, entries(1, 2) if day < 5 else entries(2, 3), now + day * DAY)
    assert await store.feeds.prune() == 0
    await listing(store, source_id, entries(2, 3), now + 92 * DAY)
    assert await store.feeds.prune() == 1
    assert await store.feeds.known(source_id, sightings(entries(1))) == []
    assert len(await store.feeds.known(source_id, sightings(entries(2, 3)))) == 2
    assert await store.feeds.count_entries(quiet) == 2, "a document unchanged for months still lists its entries"


async def test_a_removed_feed_leaves_its_articles_and_comes_back_new(store: Store, now: datetime) -> None:
    source_id, bare = await added(store, now), await added(store, now, f"{PLACE}?bare")
    article_id = await article(store, source_id, now)
    await listing(store, source_id, entries(1), now)
    for one in (source_id, bare):
        assert await store.feeds.remove(one)
        assert not await store.feeds.remove(one)
    assert await store.articles.get(article_id) is not None
    feed, is_new = await store.feeds.register(PLACE, now=now + DAY)
    assert is_new
    assert feed.state.is_first
    assert await store.feeds.count_entries(feed.source_id) == 0


async def test_the_number_of_a_removed_feed_is_never_anothers(store: Store, now: datetime) -> None:
    removed = await added(store, now)
    await store.feeds.remove(removed)
    assert await added(store, now, f"{PLACE}?other") != removed


async def test_a_feed_removed_while_it_was_asked_is_not_written_again(store: Store, now: datetime) -> None:
    source_id = await added(store, now)
    await store.feeds.remove(source_id)
    memories = [Memory(sighting=one) for one in sightings(entries(1))]
    assert not await store.feeds.remember(source_id, memories, now=now)
    assert not await store.feeds.save(source_id, new_state(now))
    assert await store.feeds.all() == []


async def test_feeds_that_are_remembered_at_once_do_not_mix(store: Store, now: datetime) -> None:
    ids = [await added(store, now, f"{PLACE}?{n}") for n in range(20)]
    async with asyncio.timeout(10):
        await asyncio.gather(*(listing(store, source_id, entries(*range(30)), now) for source_id in ids))
    assert [await store.feeds.count_entries(source_id) for source_id in ids] == [30] * 20


@pytest.mark.parametrize("sql", [_KNOWN, "SELECT min(next_check_at) FROM feed WHERE paused = 0 AND gone = 0"])
async def test_no_poll_reads_all_entries_or_all_feeds(store: Store, sql: str) -> None:
    values = (1, "[]") if "?2" in sql else ()
    plan = [row[3] for row in await store.database.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert not [step for step in plan if step.startswith(("SCAN entry", "SCAN feed")) and "INDEX" not in step], plan
    assert not [step for step in plan if "entry_by_seen" in step or "source_id=?)" in step], plan


async def test_a_feed_of_the_configuration_is_the_operators_and_an_admins_pause_stays(
    store: Store, now: datetime
) -> None:
    feed, _ = await store.feeds.register("https://example.org/rss", now=now, added_by=7)
    await store.feeds.rest(feed.source_id)
    await store.feeds.configure(feed.source_id, category=("金融",), full_text=False)
    taken = await store.feeds.get(feed.source_id)
    assert taken is not None
    assert (taken.added_by, taken.state.paused, taken.category, taken.full_text) == (None, False, ("金融",), False)
    await store.feeds.pause(feed.source_id)
    await store.feeds.configure(feed.source_id, category=(), full_text=True)
    paused = await store.feeds.get(feed.source_id)
    assert paused is not None
    assert paused.state.paused
