"""A forum: each topic is a place of its own, where answers and news belong."""

from typing import Any

import pytest

READER, GROUP = 1001, -1_001_000_000_002
MARKETS, CODE = 5, 7
Live = Any


@pytest.fixture
def forum(live: Live) -> Live:
    """The group as a forum with two topics."""
    live.standin.world.rooms[GROUP].topics.update({MARKETS: "市场", CODE: "代码"})
    return live


async def ask(live: Live, text: str, topic: int | None) -> dict[str, Any]:
    """Writes a command in a topic, and gives the answer."""
    sim, before = live.standin.sim, len(live.standin.outbox(GROUP))
    room = sim.world.room(GROUP)
    who = {"id": READER, "is_bot": False, "first_name": "小林", "language_code": "zh-hans"}
    command = {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
    place = {"message_thread_id": topic, "is_topic_message": True} if topic else {}
    sim.updates.push("message", sim.post(room, who, {"text": text, "entities": [command], **place}))
    await live.until(lambda: len(live.standin.outbox(GROUP)) > before)
    answer: dict[str, Any] = live.standin.outbox(GROUP)[-1]
    return answer


@pytest.mark.parametrize("topic", [MARKETS, CODE, None])
async def test_an_answer_comes_in_the_topic_where_it_was_asked_for(forum: Live, topic: int | None) -> None:
    await forum.shop.article(("编程", "Hacker News"))
    answer = await ask(forum, "/latest", topic)
    assert answer.get("message_thread_id") == topic


async def test_what_a_button_brings_comes_in_the_topic_of_its_message(forum: Live) -> None:
    await forum.shop.article(("编程", "Hacker News"))
    await ask(forum, "/subscribe 编程", CODE)
    before = len(forum.standin.outbox(GROUP))
    await forum.press(GROUP, "看最新", from_id=READER)
    await forum.until(lambda: len(forum.standin.outbox(GROUP)) > before)
    assert forum.standin.outbox(GROUP)[-1]["message_thread_id"] == CODE


async def test_what_takes_its_time_comes_there_too(forum: Live) -> None:
    answer = await ask(forum, "/follow 127.0.0.1", MARKETS)
    assert answer["message_thread_id"] == MARKETS


async def test_news_belongs_where_its_category_was_chosen_last(forum: Live) -> None:
    store = forum.shop.store
    news = await forum.shop.article(("编程", "Hacker News"))
    money = await forum.shop.article(("金融", "新浪财经", "国内"), "港口封航")
    await ask(forum, "/subscribe 编程", CODE)
    await ask(forum, "/subscribe 金融", MARKETS)
    assert await store.subscriptions.topic(GROUP, news) == CODE
    assert await store.subscriptions.topic(GROUP, money) == MARKETS
    await ask(forum, "/subscribe 编程", None)
    assert await store.subscriptions.topic(GROUP, news) is None


async def test_an_answer_for_a_topic_that_was_closed_meanwhile_comes_to_all(forum: Live) -> None:
    closed = "Bad Request: TOPIC_CLOSED"
    forum.standin.order_fault(kind="error", method="sendMessage", status=400, description=closed)
    answer = await ask(forum, "/latest", CODE)
    assert "message_thread_id" not in answer


async def test_whoever_asks_where_topic_and_general_are_closed_is_told_in_private(forum: Live) -> None:
    closed = "Bad Request: TOPIC_CLOSED"
    forum.standin.order_fault(
        kind="error", method="sendMessage", chat_id=GROUP, status=400, description=closed, count=9
    )
    sim = forum.standin.sim
    who = {"id": READER, "is_bot": False, "first_name": "小林", "language_code": "zh-hans"}
    place = {"message_thread_id": CODE, "is_topic_message": True}
    command = {"type": "bot_command", "offset": 0, "length": 7}
    sim.updates.push(
        "message", sim.post(sim.world.room(GROUP), who, {"text": "/latest", "entities": [command], **place})
    )
    await forum.until(lambda: forum.standin.outbox(READER))
    assert forum.standin.outbox(READER)[-1]["text"].startswith("我在「读书会」里发不了言")
    assert not forum.standin.outbox(GROUP)
