import asyncio
import itertools
import time
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.chat.bridge import outgoing
from bot.chat.bridge.bursts import GROUP, PRIVATE, Bursts, Limit
from bot.chat.bridge.outgoing import Outgoing
from bot.chat.reply import edited, said, toasted
from bot.delivery.outcome import ChatGone, Later, Moved, Outcome, Rejected, Sent, Trouble
from bot.markup import Message, plain
from bot.model import ChatState

READER = 1001
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
Talk = Any
Shop = Any
MESSAGE, OTHER = Message(text=("一",)), Message(text=("二",))


class Line:
    """A way out to Telegram that answers as told, then always well."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes = iter(outcomes)
        self.calls: list[tuple[str, int, str]] = []

    async def send(self, chat_id: int, message: Message) -> Outcome:
        self.calls.append(("send", chat_id, plain(message.text)))
        return next(self.outcomes, Sent(1))

    async def edit(self, chat_id: int, _message_id: int, message: Message) -> Outcome:
        self.calls.append(("edit", chat_id, plain(message.text)))
        return next(self.outcomes, Sent(1))

    async def answer(self, query_id: str, text: str, *, alert: bool) -> Outcome:
        assert not alert
        self.calls.append(("answer", int(query_id), text))
        return next(self.outcomes, Sent(0))


def out(shop: Shop, line: Line) -> Outgoing:
    return Outgoing(shop.store, line, clock=lambda: NOW, bursts=Bursts())  # type: ignore[arg-type] # the transport's place is taken


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "WAITS", (0.0,))


async def test_an_edit_that_telegram_refuses_becomes_a_new_message(shop: Shop) -> None:
    line = Line(Rejected("message to edit not found"))
    await out(shop, line).say(READER, edited(MESSAGE), 5)
    assert line.calls == [("edit", READER, "一"), ("send", READER, "一")]


async def test_an_answer_that_may_have_arrived_is_said_once_more_and_no_oftener(shop: Shop) -> None:
    line = Line(*[Later(0, uncertain=True, reason=Trouble.LOST)] * 9)
    await out(shop, line).say(READER, said(MESSAGE, OTHER))
    assert line.calls == [("send", READER, "一")] * 2 + [("send", READER, "二")] * 2


async def test_a_press_is_answered_after_the_pause_telegram_asks_for(shop: Shop) -> None:
    line = Line(Later(0.01, uncertain=False, reason=Trouble.FLOOD), Later(0, uncertain=True, reason=Trouble.LOST))
    await out(shop, line).answer("7", toasted("好"))
    assert line.calls == [("answer", 7, "好")] * 3
    line = Line(Rejected("query is too old"))
    await out(shop, line).answer("8", toasted("好"))
    assert line.calls == [("answer", 8, "好")]


async def test_an_answer_outlasts_trouble_at_telegram_and_those_behind_it_wait_for_it(shop: Shop) -> None:
    line = Line(
        *[Later(0, uncertain=False, reason=Trouble.SERVER)] * 6, Later(0.01, uncertain=False, reason=Trouble.FLOOD)
    )
    way = out(shop, line)
    await asyncio.gather(way.say(READER, said(MESSAGE)), way.say(READER, said(OTHER)))
    assert line.calls == [("send", READER, "一")] * 8 + [("send", READER, "二")]


async def test_an_answer_that_nobody_takes_for_minutes_is_given_up(shop: Shop) -> None:
    line, minutes = Line(*[Later(0, uncertain=False, reason=Trouble.SERVER)] * 99), itertools.count(0.0, 60.0)
    way = Outgoing(shop.store, line, clock=lambda: NOW, bursts=Bursts(), monotonic=lambda: next(minutes))  # type: ignore[arg-type] # the transport's place is taken
    await way.say(READER, edited(MESSAGE), 5)
    assert 2 <= len(line.calls) <= 5
    assert not way._newest


async def test_an_answer_that_fails_keeps_back_none_of_those_behind_it(shop: Shop) -> None:
    line = Line(Rejected("message is too long"))
    await out(shop, line).say(READER, said(MESSAGE, OTHER))
    assert line.calls == [("send", READER, "一"), ("send", READER, "二")]


async def test_what_is_pressed_while_telegram_takes_nothing_goes_in_the_stead_of_what_was_pressed_before(
    shop: Shop,
) -> None:
    line = Line(*[Later(0.05, uncertain=False, reason=Trouble.FLOOD)] * 2)
    way = out(shop, line)
    await asyncio.gather(way.say(READER, edited(MESSAGE), 5), way.say(READER, edited(OTHER), 5))
    assert line.calls[-1] == ("edit", READER, "二")
    assert not way._newest


async def test_a_card_that_cannot_be_rewritten_now_holds_up_nobody(shop: Shop) -> None:
    line = Line(*[Later(9, uncertain=False, reason=Trouble.FLOOD)] * 2)
    assert isinstance(await out(shop, line).rewrite(READER, 5, MESSAGE), Later)
    assert len(line.calls) == 1


async def test_an_answer_wanted_in_an_hour_is_no_answer(shop: Shop) -> None:
    line = Line(Later(3600, uncertain=False, reason=Trouble.FLOOD))
    await out(shop, line).say(READER, said(MESSAGE))
    assert len(line.calls) == 1


async def test_a_chat_that_is_gone_is_noted(shop: Shop, talk: Talk) -> None:
    await talk.request()
    await out(shop, Line(ChatGone(ChatState.GONE, "deactivated"))).say(READER, said(MESSAGE, OTHER))
    assert (await shop.store.chats.get(READER)).state is ChatState.GONE


async def test_a_press_in_a_group_that_moved_is_answered_at_its_new_place(shop: Shop, talk: Talk) -> None:
    talk.chat_id = -5
    await talk.request()
    line = Line(Moved(-1005))
    await out(shop, line).say(-5, edited(MESSAGE), 5)
    assert line.calls == [("edit", -5, "一"), ("send", -1005, "一")]
    assert await shop.store.chats.get(-1005)


async def test_a_press_below_an_old_message_of_a_group_that_moved_changes_nothing_at_its_new_place(
    shop: Shop, talk: Talk
) -> None:
    talk.chat_id, talk.language = -1005, "en"
    await talk.request()
    talk.chat_id, talk.language = -5, "zh-Hans"
    await talk.request()
    await out(shop, Line(Moved(-1005))).say(-5, edited(MESSAGE), 5)
    assert (await shop.store.chats.get(-1005)).language == "en"


async def test_a_group_that_moved_hears_the_answer_at_its_new_place(shop: Shop, talk: Talk) -> None:
    talk.chat_id = -5
    await talk.request()
    line = Line(Moved(-1005))
    await out(shop, line).say(-5, said(MESSAGE, OTHER))
    assert line.calls == [("send", -5, "一"), ("send", -1005, "一"), ("send", -1005, "二")]
    assert await shop.store.chats.get(-1005)


async def test_of_many_versions_of_a_message_the_last_one_stays(shop: Shop) -> None:
    line = Line()
    way = out(shop, line)
    texts = [Message(text=(str(number),)) for number in range(30)]
    async with asyncio.timeout(10), asyncio.TaskGroup() as tasks:
        for text in texts:
            tasks.create_task(way.say(READER, edited(text), 5))
    assert line.calls[-1] == ("edit", READER, "29")
    assert len(line.calls) <= 2
    assert not way._newest


@pytest.mark.parametrize(("chat_id", "limit", "granted"), [(READER, PRIVATE, (5, 4.5)), (-5, GROUP, (20, 59.5))])
def test_a_chat_gets_a_short_burst_and_then_what_telegram_grants(
    chat_id: int, limit: Limit, granted: tuple[int, float]
) -> None:
    bursts = Bursts()
    times = [bursts.take(chat_id, "send", 100.0) for _ in range(60)]
    assert times[: limit.burst] == [0.0] * limit.burst
    count, seconds = granted
    for first, later in zip(times, times[count:], strict=False):
        assert later - first >= seconds
    assert bursts.take(READER + 1, "send", 100.0) == 0.0
    assert bursts.take(chat_id, "edit", 100.0) == 0.0
    assert bursts.take(chat_id, "send", 100.0 + times[-1] + limit.burst * limit.seconds) == 0.0


def test_a_chat_that_telegram_asked_to_wait_gets_no_bursts_for_an_hour() -> None:
    bursts = Bursts()
    bursts.refused(READER, 100.0)
    waits = [bursts.take(READER, "send", 100.0) for _ in range(3)]
    assert waits == pytest.approx([0.0, PRIVATE.seconds, 2 * PRIVATE.seconds])
    assert [bursts.take(READER + 1, "send", 100.0) for _ in range(3)] == [0.0] * 3
    assert [bursts.take(READER, "send", 3701.0) for _ in range(3)] == [0.0] * 3


async def test_answers_after_a_flood_go_one_at_a_time(shop: Shop) -> None:
    bursts = Bursts()
    line = Line(Later(0.01, uncertain=False, reason=Trouble.FLOOD))
    way = Outgoing(shop.store, line, clock=lambda: NOW, bursts=bursts)  # type: ignore[arg-type] # the transport's place is taken
    await way.say(READER, said(MESSAGE))
    assert bursts.take(READER, "send", time.monotonic()) > 1


def test_chats_that_were_quiet_are_forgotten() -> None:
    bursts = Bursts()
    for chat_id in range(1, 10_001):
        bursts.take(chat_id, "send", 0.0)
    bursts.take(1, "send", 1000.0)
    assert len(bursts._used) == 1
