"""News for a forum goes to the topic where its category was chosen, and to all where that topic takes none."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.model import Chat, ChatKind, Lane

FORUM, TOPIC = -1_001_000_000_077, 7
NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
Scene = Any


@pytest.fixture
async def forum(scene: Scene) -> Scene:
    """A forum that chose its news in one of its topics."""
    scene.standin.world.add_group("论坛", [1001], id=FORUM, topics={TOPIC: "财经"})
    chat = Chat(id=FORUM, kind=ChatKind.SUPERGROUP, language="zh-Hans", time_zone="Asia/Shanghai")
    await scene.store.chats.add(chat, now=NOW)
    await scene.store.subscriptions.add(FORUM, scene.category, now=NOW, topic=TOPIC)
    return scene


def topics(scene: Scene) -> list[int | None]:
    return [message.get("message_thread_id") for message in scene.standin.outbox(FORUM)]


async def test_news_comes_to_its_topic(forum: Scene) -> None:
    async with forum.sending():
        await forum.publish("甲")
        await forum.until_settled()
    assert topics(forum) == [TOPIC]


async def test_what_is_of_no_category_comes_to_the_topic_chosen_last(forum: Scene) -> None:
    article_id = await forum.publish("甲")
    async with forum.store.database.write() as transaction:
        await transaction.run("DELETE FROM delivery")
        await transaction.run("INSERT INTO digest (id, chat_id, created_at) VALUES (1, ?, 0)", (FORUM,))
        await transaction.run(
            "INSERT INTO delivery (chat_id, what, lane, state, due_at, digest_id) VALUES (?, ?, 20, 'gathered', 0, 1)",
            (FORUM, f"article:{article_id}"),
        )
    await forum.store.deliveries.reserve("digest:1", Lane.DIGEST, [FORUM], due=NOW)
    async with forum.sending():
        await forum.until(lambda: _has_come(forum))
    assert topics(forum) == [TOPIC]


@pytest.mark.slow
async def test_a_topic_that_is_deleted_gives_its_news_to_all_and_is_not_asked_again(forum: Scene) -> None:
    forum.standin.world.rooms[FORUM].topics.clear()
    async with forum.sending():
        await forum.publish("甲")
        await forum.publish("乙")
        await forum.until_settled()
    assert topics(forum) == [None, None]
    assert forum.standin.transcript().count("sendMessage") == 3


@pytest.mark.slow
async def test_a_topic_that_is_closed_for_a_while_gets_its_news_again_when_it_opens(forum: Scene) -> None:
    closed = "Bad Request: TOPIC_CLOSED"
    forum.standin.order_fault(kind="error", method="sendMessage", status=400, description=closed)
    async with forum.sending():
        await forum.publish("甲")
        await forum.publish("乙")
        await forum.until_settled()
    assert topics(forum) == [None, TOPIC]


async def test_where_topic_and_general_are_closed_the_news_waits(forum: Scene) -> None:
    closed = "Bad Request: TOPIC_CLOSED"
    forum.standin.order_fault(kind="error", method="sendMessage", status=400, description=closed, count=2)
    async with forum.sending():
        await forum.publish("甲")
        await forum.until(lambda: _is_muted(forum))
    assert await forum.states() == {"due": 1}


async def _shut(scene: Scene, *, tries: int) -> None:
    """Sends news where topic and General are closed; each try asks for both."""
    closed = "Bad Request: TOPIC_CLOSED"
    scene.standin.order_fault(
        kind="error", method="sendMessage", chat_id=FORUM, status=400, description=closed, count=2 * tries
    )
    async with scene.sending():
        await scene.publish("甲")
        for _ in range(tries):
            await scene.until(lambda: _is_muted(scene))
            await scene.store.chats.unmute(FORUM, now=datetime.now(UTC))
            scene.dispatch.wake()
        await scene.until_settled()


async def test_the_admins_of_a_forum_are_told_once_that_its_news_is_refused(forum: Scene) -> None:
    forum.standin.world.rooms[FORUM].title = "论坛：<晨读>"
    reader = Chat(id=1001, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="Asia/Shanghai")
    await forum.store.chats.add(reader, now=NOW)
    await _shut(forum, tries=2)
    [told] = forum.standin.outbox(1001)
    assert told["text"].startswith("「论坛：<晨读>」的新闻发不过去：话题关闭了。")
    assert topics(forum) == [TOPIC]


async def test_admins_who_never_wrote_to_the_bot_are_not_told_and_the_news_waits_all_the_same(forum: Scene) -> None:
    await _shut(forum, tries=1)
    assert forum.standin.outbox(1001) == []
    assert topics(forum) == [TOPIC]


async def test_a_group_that_telegram_tells_nothing_about_has_nobody_to_tell(forum: Scene) -> None:
    forum.standin.order_fault(kind="error", method="getChat", status=500, description="x")
    await _shut(forum, tries=1)
    assert await forum.states() == {"sent": 1}


async def _has_come(scene: Scene) -> bool:
    return bool(scene.standin.outbox(FORUM))


async def _is_muted(scene: Scene) -> bool:
    found = await scene.store.chats.get(FORUM)
    return found is not None and found.muted_since is not None and "claimed" not in await scene.states()
