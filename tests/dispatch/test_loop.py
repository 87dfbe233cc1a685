import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.dispatch.verdicts import MOST_SERVER_ERRORS
from bot.model import ChatState, Lane
from bot.standin import Standin, World, people
from summaries import Length

Scene = Any
TOKEN = "123456:dispatch"
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
GROUP = -5001


def _now() -> datetime:
    return datetime.now(UTC)


async def test_an_article_reaches_each_of_its_readers_once_in_their_language(scene: Scene) -> None:
    await scene.join(1001, 1002)
    await scene.join(1003, language="en")
    async with scene.sending():
        article_id = await scene.publish("新楼开盘")
        await scene.dispatch.announce(article_id, scene.category)
        await scene.until_settled()
    assert [scene.titles(chat_id) for chat_id in (1001, 1002, 1003)] == [["新楼开盘"]] * 3
    assert [button["text"] for button in scene.standin.outbox(1003)[0]["reply_markup"]["inline_keyboard"][0]] == [
        "Mute topic"
    ]
    assert await scene.states() == {"sent": 3}


async def test_each_reader_gets_the_length_they_chose(scene: Scene) -> None:
    for chat_id, length in zip((1001, 1002, 1003), Length, strict=True):
        await scene.join(chat_id, length=length)
    async with scene.sending():
        await scene.publish("新楼今天开盘")
        await scene.until_settled()
    told = ["新楼今天开盘的正文" in scene.standin.outbox(chat_id)[0]["text"] for chat_id in (1001, 1002, 1003)]
    assert told == [False, True, True]


@pytest.mark.slow
async def test_sixty_readers_get_three_messages_each_in_order_and_never_too_fast(scene: Scene) -> None:
    chats = range(1001, 1061)
    await scene.join(*chats)
    titles = ["第一条", "第二条", "第三条"]
    async with scene.sending():
        for title in titles:
            await scene.publish(title)
        await scene.until_settled()
    assert all(scene.titles(chat_id) == titles for chat_id in chats)
    assert scene.standin.violations == 0
    assert await scene.states() == {"sent": 180}


async def test_a_chat_that_must_wait_holds_up_no_other_and_keeps_its_order(scene: Scene) -> None:
    await scene.join(1001, 1002)
    scene.standin.order_fault(kind="flood", method="sendMessage", chat_id=1001, retry_after=1)
    async with scene.sending():
        for title in ("甲", "乙"):
            await scene.publish(title)
        await scene.until(lambda: _is(lambda: scene.titles(1002) == ["甲", "乙"]))
        await scene.until_settled()
    assert scene.titles(1001) == ["甲", "乙"]
    assert scene.standin.transcript().count("429") <= 1


async def test_a_reader_who_blocked_the_bot_gets_nothing_more_and_costs_nothing(scene: Scene) -> None:
    await scene.join(1001, 1002)
    scene.standin.block(1001)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
        await scene.publish("乙")
        await scene.until_settled()
    chat = await scene.store.chats.get(1001)
    assert chat is not None
    assert chat.state is ChatState.BLOCKED
    assert scene.titles(1002) == ["甲", "乙"]
    assert await scene.states() == {"gone": 1, "sent": 2}


async def test_a_group_that_became_a_supergroup_gets_its_news_there(scene: Scene) -> None:
    await scene.join(GROUP)
    room = people.migrate(scene.standin.sim, GROUP)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
    assert scene.titles(room.id) == ["甲"]
    assert await scene.store.subscriptions.of(room.id) == [scene.category]


async def test_a_group_that_moves_while_its_news_is_on_the_way_gets_it_in_the_new_place(scene: Scene) -> None:
    await scene.join(GROUP)
    await scene.publish("甲")
    room = people.migrate(scene.standin.sim, GROUP)
    (delivery,) = await scene.store.deliveries.claim(1, now=_now(), lease=timedelta(minutes=2))
    await scene.store.chats.move(GROUP, room.id)
    await scene.dispatch._carry(delivery)
    async with scene.sending():
        await scene.until_settled()
    assert scene.titles(room.id) == ["甲"]


async def test_a_reader_who_asked_for_silence_gets_nothing_that_was_on_the_way(scene: Scene) -> None:
    await scene.join(1001)
    await scene.publish("甲")
    await scene.store.chats.set_state(1001, ChatState.PAUSED, now=_now())
    async with scene.sending():
        await scene.until_settled()
    assert scene.titles(1001) == []
    assert await scene.states() == {"dropped": 1}


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "error", "status": 500},
        {"kind": "error", "status": 502},
        {"kind": "drop_before"},
    ],
)
async def test_telegrams_trouble_loses_and_repeats_nothing(scene: Scene, fault: dict[str, object]) -> None:
    await scene.join(1001)
    scene.standin.order_fault(method="sendMessage", **fault)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
    assert scene.titles(1001) == ["甲"]
    assert await scene.states() == {"sent": 1}


@pytest.mark.slow
@pytest.mark.parametrize("fault", [{"kind": "drop_after"}, {"kind": "latency", "seconds": 0.8}])
async def test_an_answer_lost_once_repeats_the_message_at_most_once(scene: Scene, fault: dict[str, object]) -> None:
    await scene.join(1001)
    scene.standin.order_fault(method="sendMessage", **fault)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
    assert scene.titles(1001) in (["甲"], ["甲", "甲"])
    assert await scene.states() == {"sent": 1}


@pytest.mark.slow
async def test_an_answer_lost_twice_is_not_tried_a_third_time(scene: Scene) -> None:
    await scene.join(1001)
    scene.standin.order_fault(method="sendMessage", kind="drop_after", count=2)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
    assert scene.titles(1001) == ["甲", "甲"]
    assert await scene.states() == {"failed": 1}


@pytest.mark.slow
async def test_a_gateway_that_gives_up_on_one_message_twice_ends_it_there(scene: Scene) -> None:
    await scene.join(1001, 1002)
    scene.standin.order_fault(kind="error", method="sendMessage", chat_id=1001, status=504, count=9)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
    assert await scene.states() == {"failed": 1, "sent": 1}
    assert scene.standin.transcript().count("sendMessage") == 3, "what may have arrived is sent once more"


@pytest.mark.slow
async def test_a_gateway_that_gives_up_on_all_messages_loses_none(scene: Scene) -> None:
    await scene.join(*range(1001, 1004))
    for number in range(1001, 1004):
        scene.standin.order_fault(kind="error", method="sendMessage", chat_id=number, status=504, count=2)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
    assert await scene.states() == {"sent": 3}


@pytest.mark.slow
async def test_without_telegram_everything_waits_and_goes_out_when_it_is_back(
    tmp_path: Path, scene_at: Callable[..., Any]
) -> None:
    world = World()
    for number in range(1001, 1031):
        world.add_person(id=number)
    standin = Standin(world=world, token=TOKEN)
    async with AsyncExitStack() as telegram:
        address = await telegram.enter_async_context(standin.running())
        async with scene_at(standin, tmp_path / "jianbao.db", address) as scene:
            await scene.join(*range(1001, 1031))
            await telegram.aclose()
            async with scene.sending():
                await scene.publish("甲")
                await asyncio.sleep(0.3)
                assert (await scene.states()).keys() <= {"due", "claimed"}
                async with standin.running(port=int(address.rpartition(":")[2])):
                    await scene.until_settled()
    assert [scene.titles(number) for number in range(1001, 1031)] == [["甲"]] * 30


async def test_what_was_in_flight_when_the_bot_ended_is_sent_again_after_a_start(scene: Scene) -> None:
    await scene.join(1001)
    await scene.publish("甲")
    await scene.store.deliveries.claim(5, now=_now(), lease=timedelta(minutes=2))
    async with scene.sending():
        await scene.until_settled()
    assert scene.titles(1001) == ["甲"]


async def test_a_stop_lets_what_is_in_flight_arrive_and_be_settled(scene: Scene) -> None:
    await scene.join(1001)
    scene.standin.order_fault(kind="latency", method="sendMessage", seconds=0.3)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until(lambda: _in(scene.states, "claimed"))
        await asyncio.sleep(0.1)
    assert scene.titles(1001) == ["甲"]
    assert await scene.states() == {"sent": 1}


async def test_a_full_disk_delays_but_neither_loses_nor_repeats(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    await scene.join(1001, 1002)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
        scene.standin.order_fault(kind="latency", method="sendMessage", seconds=0.2, count=2)
        await scene.publish("乙")
        await scene.until(lambda: _in(scene.states, "claimed"))
        writer = scene.store.database._writer
        await writer.execute("PRAGMA query_only = ON")
        await asyncio.sleep(0.5)
        await writer.execute("PRAGMA query_only = OFF")
        await scene.until_settled()
    assert [scene.titles(1001), scene.titles(1002)] == [["甲", "乙"]] * 2
    assert sum("due waits" in record.message for record in caplog.records) == 1


async def test_news_that_waited_a_day_is_dropped_not_sent_late(scene: Scene) -> None:
    await scene.join(1001)
    article_id = await scene.publish("甲")
    await scene.store.deliveries.reserve(f"article:{article_id}0", Lane.NEWS, [1001], due=NOW, expires=NOW)
    async with scene.store.database.write() as transaction:
        await transaction.run("UPDATE delivery SET expires_at = 1")
    async with scene.sending():
        await scene.until_settled()
    assert scene.titles(1001) == []
    assert (await scene.states()).keys() == {"dropped"}


async def test_an_article_that_vanished_or_breaks_us_stops_no_other(scene: Scene) -> None:
    await scene.join(1001)
    async with scene.sending():
        await scene.dispatch.announce(999, scene.category)
        await scene.publish("甲")
        await scene.until_settled()
    assert scene.titles(1001) == ["甲"]
    assert await scene.states() == {"dropped": 1, "sent": 1}


async def test_a_message_that_breaks_us_stops_no_other(scene: Scene) -> None:
    await scene.join(1001)
    await scene.join(1002, language="a language that is not there")
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
    assert scene.titles(1001) == ["甲"]
    assert await scene.states() == {"failed": 1, "sent": 1}


async def test_what_telegram_refuses_for_good_is_not_tried_again(scene: Scene) -> None:
    await scene.join(1001, 1002)
    description = "Bad Request: message must be non-empty"
    scene.standin.order_fault(kind="error", method="sendMessage", chat_id=1001, status=400, description=description)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
    assert [scene.titles(1001), scene.titles(1002)] == [[], ["甲"]]
    assert await scene.states() == {"failed": 1, "sent": 1}


async def test_a_message_telegram_stumbles_over_again_and_again_is_given_up_while_others_arrive(scene: Scene) -> None:
    await scene.join(1001, 1002)
    scene.standin.order_fault(kind="error", method="sendMessage", chat_id=1001, status=500)
    scene.dispatch._verdicts._failures[1] = MOST_SERVER_ERRORS - 1  # the other seven would take minutes
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
    assert await scene.states() == {"failed": 1, "sent": 1}


async def test_news_overtakes_a_broadcast_to_other_readers(scene: Scene) -> None:
    await scene.join(*range(1001, 1021))
    await scene.publish("停水通知")
    async with scene.store.database.write() as transaction:
        await transaction.run("UPDATE delivery SET lane = 40")
    await scene.publish("甲")
    async with scene.sending():
        await scene.until(lambda: _is(lambda: sum(len(scene.titles(number)) for number in range(1001, 1021)) >= 20))
        told = [scene.titles(number) for number in range(1001, 1021)]
        await scene.until_settled()
    assert told == [["甲"]] * 20
    assert all(scene.titles(number) == ["甲", "停水通知"] for number in range(1001, 1021))


async def _is(check: Callable[[], bool]) -> bool:
    return check()


async def _in(states: Callable[[], Awaitable[dict[str, int]]], state: str) -> bool:
    return state in await states()


def test_sqlite_is_new_enough_for_returning() -> None:
    assert sqlite3.sqlite_version_info >= (3, 35)
