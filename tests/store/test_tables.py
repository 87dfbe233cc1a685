import json
import os
import time
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.core.broadcasts import Kind
from bot.model import Article, Chat, ChatKind, ChatState, DeliveryState, Digest, Lane, PostFile, Settlement
from bot.store import Store
from bot.store.deliveries import FREE, _claiming
from summaries import Length

LEASE = timedelta(minutes=2)


def group(chat_id: int, language: str = "en") -> Chat:
    return Chat(id=chat_id, kind=ChatKind.GROUP, language=language, time_zone="UTC")


async def article(store: Store, category: tuple[str, ...], now: datetime, **values: object) -> int:
    """Stores an article whose title tells it apart."""
    source_id, _ = await store.sources.register("folder", "/posts")
    ids = await store.categories.ensure([category])
    told = Article(path="a.md", **{"title": "一则消息", **values})  # type: ignore[arg-type]
    return await store.articles.add(
        told, Digest(), source_id=source_id, category_id=ids[category], content_hash=told.title, now=now
    )


async def test_an_article_comes_back_as_it_was_stored(store: Store, now: datetime) -> None:
    told = Article(
        path="金融/a.md",
        title='‘引号’与"引号" 😀',
        paragraphs=("一段。", "又一段。"),
        categories=("金融", "晨光－國内"),
        category=("金融", "国内"),
        published=now - timedelta(hours=1),
        author="晨光",
        link="https://example.org/a",
        image="https://example.org/a.png",
        stocks=("sz000000",),
    )
    digest = Digest(short=("一段。",), longer=("一段。", "又一段。"), headline="一段", keywords=("段",))
    source_id, _ = await store.sources.register("folder", "/posts")
    ids = await store.categories.ensure([told.category])
    article_id = await store.articles.add(
        told, digest, source_id=source_id, category_id=ids[told.category], content_hash="h", now=now
    )
    found = await store.articles.get(article_id)
    assert found is not None
    assert (found.article, found.digest, found.collected_at, found.content_hash) == (told, digest, now, "h")
    assert await store.articles.with_content(source_id, "h") == article_id
    assert await store.articles.with_content(source_id + 1, "h") is None
    assert await store.articles.count() == 1


async def test_a_newer_reading_replaces_an_article_and_keeps_its_place(store: Store, now: datetime) -> None:
    article_id = await article(store, ("金融",), now)
    later = Article(path="a.md", title="更正", paragraphs=("改过。",))
    await store.articles.replace(article_id, later, Digest(), content_hash="new")
    found = await store.articles.get(article_id)
    assert found is not None
    assert (found.article, found.content_hash, found.collected_at) == (later, "new", now)
    assert await store.articles.get(article_id + 1) is None


async def test_an_article_is_found_by_its_address_without_looking_at_all_others(store: Store, now: datetime) -> None:
    found = await article(store, ("金融",), now, link="https://site.example/1")
    stored = await store.articles.with_link("https://site.example/1")
    assert stored
    assert stored.id == found
    assert await store.articles.with_link("https://site.example/2") is None
    plan = await store.database.rows("EXPLAIN QUERY PLAN SELECT id FROM article WHERE content ->> 'link' = ?", ("x",))
    assert "article_by_link" in plan[0][3]


async def test_the_latest_of_a_category_are_those_below_it_too_the_newest_first(store: Store, now: datetime) -> None:
    old = await article(store, ("金融", "要闻"), now, published=now - timedelta(days=2))
    undated = await article(store, ("金融",), now - timedelta(days=1))
    future = await article(
        store, ("金融", "要闻", "国内"), now - timedelta(hours=1), published=now + timedelta(days=900)
    )
    new = await article(store, ("金融",), now, published=now)
    other = await article(store, ("社会",), now)
    ids = await store.categories.ensure([("金融",), ("社会",)])
    found = await store.articles.latest([ids["金融",]], limit=9)
    assert [one.id for one in found] == [new, future, undated, old]
    found = await store.articles.latest(list(ids.values()), limit=2)
    assert {one.id for one in found} == {new, other}
    assert await store.articles.latest([], limit=2) == []


async def test_categories_bring_their_parents_and_count_what_is_below(store: Store) -> None:
    ids = await store.categories.ensure([("金融", "Morning", "要闻"), ("社会",)])
    again = await store.categories.ensure([("金融", "MORNING", "要闻")])
    assert list(again.values()) == [ids["金融", "Morning", "要闻"]], "case makes no other category"
    source_id, _ = await store.sources.register("folder", "/posts")
    place = ids["金融", "Morning", "要闻"]
    await store.sources.keep_files(
        source_id, [PostFile(path="a", mtime_ns=1, size=1, title_key="a", category_id=place)]
    )
    everything = await store.categories.all()
    assert [(c.path, c.posts) for c in everything] == [
        (("金融",), 1),
        (("社会",), 0),
        (("金融", "Morning"), 1),
        (("金融", "Morning", "要闻"), 1),
    ]
    lineage = await store.categories.lineage(place)
    by_id = {c.id: c.path for c in everything}
    assert [by_id[i] for i in lineage] == [("金融", "Morning", "要闻"), ("金融", "Morning"), ("金融",)]


async def test_a_source_is_registered_once_and_remembers_that_it_was_indexed(store: Store, now: datetime) -> None:
    source_id, indexed = await store.sources.register("folder", "/posts")
    assert not indexed
    await store.sources.mark_indexed(source_id, now=now)
    assert await store.sources.register("folder", "/posts") == (source_id, True)


NAMES = ["a.md", "行\n换.md", "引'号\".md", "😀/😀.md", "%_.md", os.fsdecode(b"bad\xff\xfe.md")]


@pytest.mark.parametrize("name", NAMES)
async def test_a_file_of_any_name_is_known_under_it(store: Store, name: str) -> None:
    source_id, _ = await store.sources.register("folder", "/posts")
    file = PostFile(path=name, mtime_ns=2**62, size=5, title_key="题", category_id=None)
    other = PostFile(path="z/other.md", mtime_ns=1, size=5, title_key="题", category_id=None)
    await store.sources.keep_files(source_id, [file, other])
    assert await store.sources.files_at(source_id, [name, "unknown"]) == {name: file}
    assert sorted(f.path for f in await store.sources.files_titled(source_id, ["题"])) == sorted([name, "z/other.md"])
    assert {path async for page in store.sources.paths(source_id) for path in page} == {name, "z/other.md"}
    await store.sources.forget_files(source_id, [name])
    assert await store.sources.files_at(source_id, [name]) == {}
    assert await store.sources.count_files(source_id) == 1
    assert await store.sources.count_files() == 1


async def test_a_file_seen_again_keeps_its_article(store: Store, now: datetime) -> None:
    article_id = await article(store, ("金融",), now)
    source_id, _ = await store.sources.register("folder", "/posts")
    for mtime, known in ((1, article_id), (2, None)):
        file = PostFile(path="a", mtime_ns=mtime, size=1, title_key="a", category_id=None, article_id=known)
        await store.sources.keep_files(source_id, [file])
    found = (await store.sources.files_at(source_id, ["a"]))["a"]
    assert (found.mtime_ns, found.article_id) == (2, article_id)


async def test_paths_are_listed_in_full_however_many(store: Store) -> None:
    source_id, _ = await store.sources.register("folder", "/posts")
    files = [PostFile(path=f"{n}.md", mtime_ns=1, size=1, title_key="", category_id=None) for n in range(5001)]
    await store.sources.keep_files(source_id, files)
    assert sum([len(page) async for page in store.sources.paths(source_id)]) == 5001


async def test_a_chat_met_again_keeps_its_settings(store: Store, chat: Chat, now: datetime) -> None:
    await store.chats.set_language(chat.id, "en")
    await store.chats.set_length(chat.id, Length.LINE)
    await store.chats.add(chat, now=now)
    found = await store.chats.get(chat.id)
    assert found is not None
    assert (found.language, found.length) == ("en", Length.LINE)
    assert await store.chats.get(99) is None
    assert await store.chats.count() == {"active": 1}


async def test_a_subscription_counts_once_and_ends(store: Store, chat: Chat, now: datetime) -> None:
    ids = list((await store.categories.ensure([("金融",), ("社会",)])).values())
    assert await store.subscriptions.add(chat.id, ids[1], now=now)
    assert not await store.subscriptions.add(chat.id, ids[1], now=now)
    assert await store.subscriptions.add(chat.id, ids[0], now=now + timedelta(1))
    assert await store.subscriptions.of(chat.id) == [ids[1], ids[0]]
    assert await store.subscriptions.remove(chat.id, [ids[0], 99]) == 1
    assert await store.subscriptions.of(chat.id) == [ids[1]]


async def test_what_is_of_no_category_belongs_to_the_topic_where_something_was_chosen_last(
    store: Store, now: datetime
) -> None:
    await store.chats.add(group(-1005), now=now)
    assert await store.subscriptions.topic(-1005, None) is None
    ids = await store.categories.ensure([("金融",), ("社会",), ("编程",)])
    for hour, (category_id, topic) in enumerate(zip(ids.values(), (5, 7, 3), strict=True)):
        await store.subscriptions.add(-1005, category_id, now=now - timedelta(hours=hour), topic=topic)
    assert await store.subscriptions.topic(-1005, None) == 5
    await store.subscriptions.leave_topic(-1005, 5)
    assert await store.subscriptions.topic(-1005, None) is None, "that topic is gone, so it belongs to all"


async def test_a_group_that_becomes_a_supergroup_keeps_everything(store: Store, now: datetime) -> None:
    category_id = next(iter((await store.categories.ensure([("金融",)])).values()))
    await store.chats.add(replace(group(-5), length=Length.DETAILED), now=now)
    await store.subscriptions.add(-5, category_id, now=now)
    await store.deliveries.reserve("article:1", Lane.NEWS, [-5], due=now)
    for _ in range(2):  # Telegram tells it twice
        await store.chats.move(-5, -1005)
    assert await store.chats.get(-5) is None
    found = await store.chats.get(-1005)
    assert found is not None
    assert (found.kind, found.language, found.length) == (ChatKind.SUPERGROUP, "en", Length.DETAILED)
    assert await store.subscriptions.of(-1005) == [category_id]
    assert [d.chat_id for d in await store.deliveries.claim(9, now=now, lease=LEASE)] == [-1005]


async def test_a_supergroup_met_before_it_is_told_of_keeps_both_pasts(store: Store, now: datetime) -> None:
    first, second = (await store.categories.ensure([("金融",), ("社会",)])).values()
    for chat_id, category_id in ((-5, first), (-1005, second)):
        await store.chats.add(group(chat_id, "en" if chat_id == -5 else "zh-Hans"), now=now)
        await store.subscriptions.add(chat_id, category_id, now=now)
    await store.deliveries.reserve("article:1", Lane.NEWS, [-5, -1005], due=now)
    sent = {d.chat_id: d for d in await store.deliveries.claim(9, now=now, lease=LEASE)}[-1005]
    await store.deliveries.settle([Settlement(delivery=sent, state=DeliveryState.SENT, message_id=1)], now=now)
    await store.deliveries.release()
    await store.chats.move(-5, -1005)
    assert set(await store.subscriptions.of(-1005)) == {first, second}
    found = await store.chats.get(-1005)
    assert found is not None
    assert found.language == "en"
    assert await store.deliveries.claim(9, now=now, lease=LEASE) == [], "what it has it does not get again"


@pytest.mark.parametrize("paused", [-5, -1005])
async def test_a_group_that_paused_the_news_stays_silent_as_a_supergroup(
    store: Store, now: datetime, paused: int
) -> None:
    for chat_id in {-5, paused}:
        await store.chats.add(group(chat_id), now=now)
    await store.chats.set_state(paused, ChatState.PAUSED, now=now)
    await store.chats.move(-5, -1005)
    assert await store.deliveries.reserve("article:1", Lane.NEWS, [-1005], due=now) == 0


async def test_what_a_group_was_sent_is_neither_changed_nor_deleted_in_its_supergroup(
    store: Store, now: datetime
) -> None:
    await store.chats.add(group(-5), now=now)
    for number in (1, 2):
        await store.deliveries.reserve(f"broadcast:{number}", Lane.BROADCAST, [-5], due=now)
    (before,) = await store.deliveries.claim(1, now=now, lease=LEASE)
    await store.deliveries.settle([Settlement(delivery=before, state=DeliveryState.SENT, message_id=2)], now=now)
    (meanwhile,) = await store.deliveries.claim(1, now=now, lease=LEASE)
    await store.chats.move(-5, -1005)
    await store.deliveries.settle([Settlement(delivery=meanwhile, state=DeliveryState.SENT, message_id=3)], now=now)
    for number in (1, 2):  # messages 2 and 3 of the supergroup are somebody else's
        assert await store.deliveries.message_id(-1005, f"broadcast:{number}") is None
        assert await store.broadcasts.count_reached(number, Kind.RECALL, now=now) == {}


async def test_a_thing_is_reserved_for_a_chat_once(store: Store, chat: Chat, now: datetime) -> None:
    for new in (1, 0):
        assert await store.deliveries.reserve("article:1", Lane.NEWS, [chat.id, chat.id, 99], due=now) == new
    assert await store.deliveries.count("article:1") == {"due": 1}


async def test_a_chat_that_left_is_not_written_to(store: Store, chat: Chat, now: datetime) -> None:
    await store.deliveries.reserve("article:1", Lane.NEWS, [chat.id], due=now)
    await store.chats.set_state(chat.id, ChatState.BLOCKED, now=now)
    assert await store.deliveries.reserve("article:2", Lane.NEWS, [chat.id], due=now) == 0
    assert await store.deliveries.count() == {"dropped": 1}


@pytest.mark.usefixtures("chat")
async def test_a_chats_messages_are_claimed_one_at_a_time_in_order(store: Store, now: datetime) -> None:
    await store.chats.add(group(-5), now=now)
    for number in range(3):
        await store.deliveries.reserve(f"article:{number}", Lane.NEWS, [-5, 7], due=now)
    for number in range(3):
        claimed = await store.deliveries.claim(9, now=now, lease=LEASE)
        assert sorted((d.chat_id, d.what) for d in claimed) == [(-5, f"article:{number}"), (7, f"article:{number}")]
        await store.deliveries.settle([Settlement(delivery=d, state=DeliveryState.SENT) for d in claimed], now=now)
    assert await store.deliveries.claim(9, now=now, lease=LEASE) == []


async def test_news_goes_before_headlines_that_wait_longer(store: Store, now: datetime) -> None:
    for number in range(100, 200):
        await store.chats.add(group(-number), now=now)
    await store.deliveries.reserve("broadcast:1", Lane.BROADCAST, range(-199, -99), due=now)
    await store.deliveries.reserve("article:1", Lane.NEWS, [-100], due=now + timedelta(minutes=1))
    (first,) = await store.deliveries.claim(1, now=now + timedelta(minutes=2), lease=LEASE)
    assert (first.chat_id, first.what) == (-100, "article:1"), "the last of the hundred, had it no news"


async def test_a_chat_hears_breaking_news_before_what_came_earlier(store: Store, chat: Chat, now: datetime) -> None:
    for lane in sorted(Lane, reverse=True):
        await store.deliveries.reserve(f"broadcast:{lane:d}", lane, [chat.id], due=now)
    told = []
    while claimed := await store.deliveries.claim(9, now=now, lease=LEASE):
        told += [delivery.lane for delivery in claimed]
        await store.deliveries.settle([Settlement(delivery=d, state=DeliveryState.SENT) for d in claimed], now=now)
    assert told == [Lane.BREAKING, Lane.NEWS, Lane.DIGEST, Lane.BROADCAST]
    (paid,) = await store.deliveries.claim(9, now=now, lease=LEASE, lanes=(Lane.PAID,))
    assert paid.lane is Lane.PAID, "it waits for an allowance of its own"


async def test_a_busy_chat_is_left_out_and_what_is_later_waits(store: Store, chat: Chat, now: datetime) -> None:
    await store.deliveries.reserve("article:1", Lane.NEWS, [chat.id], due=now + timedelta(minutes=1))
    assert await store.deliveries.claim(9, now=now, lease=LEASE) == []
    assert await store.deliveries.next_due() == (now + timedelta(minutes=1)).timestamp()
    later = now + timedelta(minutes=2)
    assert await store.deliveries.claim(9, now=later, lease=LEASE, busy={chat.id}) == []
    assert len(await store.deliveries.claim(9, now=later, lease=LEASE)) == 1
    assert await store.deliveries.next_due() is None


@pytest.mark.usefixtures("chat")
async def test_what_nobody_needs_any_more_is_dropped(store: Store, now: datetime) -> None:
    await store.deliveries.reserve("article:1", Lane.NEWS, [7], due=now, expires=now + timedelta(hours=1))
    assert await store.deliveries.claim(9, now=now + timedelta(hours=2), lease=LEASE) == []
    assert await store.deliveries.count() == {"dropped": 1}


@pytest.mark.usefixtures("chat")
async def test_what_was_in_flight_when_the_bot_ended_is_sent_again_and_marked(store: Store, now: datetime) -> None:
    await store.deliveries.reserve("article:1", Lane.NEWS, [7], due=now)
    (first,) = await store.deliveries.claim(9, now=now, lease=LEASE)
    assert (first.attempts, first.uncertain) == (0, False)
    assert await store.deliveries.release(now=now) == 0, "its lease runs"
    assert await store.deliveries.release(now=now + LEASE) == 1
    (second,) = await store.deliveries.claim(9, now=now, lease=LEASE)
    assert (second.id, second.attempts, second.uncertain) == (first.id, 1, True)
    later = Settlement(delivery=second, state=DeliveryState.DUE, until=now + timedelta(seconds=3))
    await store.deliveries.settle([later], now=now)
    assert await store.deliveries.claim(9, now=now, lease=LEASE) == []
    (third,) = await store.deliveries.claim(9, now=now + timedelta(seconds=3), lease=LEASE)
    assert third.uncertain, "it stays so"
    refused = Settlement(delivery=third, state=DeliveryState.FAILED, reason="no rights")
    await store.deliveries.settle([refused], now=now)
    assert await store.deliveries.release() == 0
    assert await store.deliveries.count("article:1") == {"failed": 1}


async def test_admins_acts_are_noted(store: Store, now: datetime) -> None:
    await store.audit.note(3, "broadcast", "broadcast:1", now=now)
    rows = await store.database.rows("SELECT at, person_id, action, subject FROM audit")
    assert rows == [(now.timestamp(), 3, "broadcast", "broadcast:1")]


@pytest.mark.slow
async def test_a_claim_is_quick_with_100_000_waiting(store: Store, now: datetime) -> None:
    async with store.database.write() as transaction:
        await transaction.run_many(
            "INSERT INTO chat (id, kind, language, time_zone, state, created_at)"
            " VALUES (?, 'private', 'en', 'UTC', 'active', 0)",
            ((n,) for n in range(1, 1001)),
        )
    for number in range(100):
        await store.deliveries.reserve(
            f"article:{number}",
            Lane.NEWS,
            range(1, 1001),
            due=now + timedelta(seconds=number),
            expires=now + timedelta(days=1),
        )
    now += timedelta(minutes=10)
    took = []
    busy = set(range(1, 31))
    for _ in range(20):
        begun = time.perf_counter()
        claimed = await store.deliveries.claim(30, now=now, lease=LEASE, busy=busy)
        took.append(time.perf_counter() - begun)
        assert len({d.chat_id for d in claimed}) == 30
        busy |= {d.chat_id for d in claimed}
    assert sorted(took)[10] < 0.5, "a few ms on a quiet machine"
    plan = await store.database.rows(f"EXPLAIN QUERY PLAN {_claiming(FREE)}", (0, now.timestamp(), json.dumps([1]), 30))
    assert not [row for row in plan if "SCAN delivery" in row[3] and "INDEX" not in row[3]]


async def test_half_a_surrogate_pair_in_a_refusal_does_not_stop_the_outbox(
    store: Store, chat: Chat, now: datetime
) -> None:
    await store.deliveries.reserve("article:1", Lane.NEWS, [chat.id], due=now)
    (claimed,) = await store.deliveries.claim(1, now=now, lease=LEASE)
    refused = Settlement(delivery=claimed, state=DeliveryState.FAILED, reason="half \ud83d of it")
    await store.deliveries.settle([refused], now=now)
    assert await store.deliveries.count() == {"failed": 1}
