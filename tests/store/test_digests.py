from datetime import datetime, timedelta

from bot.model import Article, Chat, ChatKind, DeliveryState, Digest, Lane, Settlement
from bot.store import Store

LEASE = timedelta(minutes=2)


async def missed(store: Store, now: datetime, *ages: int, chat_id: int = 7) -> list[int]:
    """Stores an article for each age in minutes and reserves it for a chat; gives their ids."""
    source_id, _ = await store.sources.register("folder", "/posts")
    category = (await store.categories.ensure([("金融",)]))["金融",]
    made = []
    for age in ages:
        born = now - timedelta(minutes=age)
        told = Article(path=f"{age}.md", title=f"{age}分钟前", published=born)
        article_id = await store.articles.add(
            told, Digest(), source_id=source_id, category_id=category, content_hash=str(age), now=born
        )
        made.append(article_id)
        await store.deliveries.reserve(
            f"article:{article_id}", Lane.NEWS, [chat_id], due=born, born=born, expires=born + timedelta(days=1)
        )
    return made


async def test_what_a_chat_missed_comes_as_one_digest(store: Store, chat: Chat, now: datetime) -> None:
    ids = await missed(store, now, 300, 200, 100, 16, 5)
    (claimed,) = await store.deliveries.claim(9, now=now, lease=LEASE)
    assert (claimed.kind, claimed.lane, claimed.chat.id) == ("digest", Lane.DIGEST, chat.id)
    found = await store.digests.articles(claimed.subject_id, chat_id=chat.id)
    assert [one.id for one in found] == ids[3::-1], "the newest first; the last one is fresh and comes by itself"
    assert await store.digests.articles(claimed.subject_id, chat_id=8) == [], "another chat's is nobody's business"
    await store.deliveries.settle([Settlement(delivery=claimed, state=DeliveryState.SENT, message_id=1)], now=now)
    (fresh,) = await store.deliveries.claim(9, now=now, lease=LEASE)
    assert fresh.subject_id == ids[4]
    assert await store.deliveries.count() == {"gathered": 4, "sent": 1, "claimed": 1}


async def test_a_few_late_articles_come_one_by_one(store: Store, chat: Chat, now: datetime) -> None:
    await missed(store, now, 60, 50, 40)
    (claimed,) = await store.deliveries.claim(9, now=now, lease=LEASE)
    assert (claimed.kind, claimed.chat_id) == ("article", chat.id)


async def test_a_gathered_article_never_comes_again(store: Store, chat: Chat, now: datetime) -> None:
    ids = await missed(store, now, 60, 50, 40, 30)
    await store.deliveries.claim(9, now=now, lease=LEASE)
    for article_id in ids:
        assert not await store.deliveries.reserve(f"article:{article_id}", Lane.NEWS, [chat.id], due=now)


async def test_an_article_that_may_have_arrived_is_not_gathered(store: Store, chat: Chat, now: datetime) -> None:
    await missed(store, now, 60)
    await store.deliveries.claim(9, now=now, lease=LEASE)
    await store.deliveries.release()
    await missed(store, now, 50, 40, 30)
    (claimed,) = await store.deliveries.claim(9, now=now, lease=LEASE)
    assert (claimed.kind, claimed.uncertain, claimed.chat_id) == ("article", True, chat.id)


async def test_each_chat_gets_its_own_digest_and_a_killed_one_is_sent_again(
    store: Store, chat: Chat, now: datetime
) -> None:
    await store.chats.add(Chat(id=8, kind=ChatKind.PRIVATE, language="en", time_zone="UTC"), now=now)
    for chat_id in (chat.id, 8):
        await missed(store, now, 60, 50, 40, 30, chat_id=chat_id)
    claimed = await store.deliveries.claim(9, now=now, lease=LEASE)
    assert [delivery.kind for delivery in claimed] == ["digest", "digest"]
    await store.deliveries.release()
    again = await store.deliveries.claim(9, now=now, lease=LEASE)
    assert [(d.what, d.uncertain) for d in again] == [(d.what, True) for d in claimed]


async def test_a_groups_digest_moves_with_it(store: Store, now: datetime) -> None:
    await store.chats.add(Chat(id=-5, kind=ChatKind.GROUP, language="en", time_zone="UTC"), now=now)
    await missed(store, now, 60, 50, 40, 30, chat_id=-5)
    (claimed,) = await store.deliveries.claim(9, now=now, lease=LEASE)
    await store.chats.move(-5, -1005)
    assert len(await store.digests.articles(claimed.subject_id, chat_id=-1005)) == 4
