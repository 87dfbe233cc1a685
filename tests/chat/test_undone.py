"""What people say is kept until it is done, where doing it twice harms nobody."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Update

from bot.chat.bridge import keeper
from bot.chat.bridge.undone import is_worth
from bot.store import Store

READER, ADMIN, GROUP = 1001, 1002, -5
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
Live = Any


def said(text: str, *, chat_id: int = READER, person_id: int = READER, **more: object) -> dict[str, Any]:
    chat = {"id": chat_id, "type": "private" if chat_id > 0 else "group"}
    person = {"id": person_id, "is_bot": False, "first_name": "x"}
    return {
        "update_id": 7,
        "message": {"message_id": 900, "date": 1, "chat": chat, "from": person, "text": text, **more},
    }


@pytest.mark.parametrize(
    "update",
    [
        said("金融"),
        said("/subscribe 金融", chat_id=GROUP),
        said("", chat_id=GROUP, migrate_to_chat_id=-100),
        {"update_id": 7, "my_chat_member": {}},
    ],
)
def test_what_may_be_done_twice_is_kept(update: dict[str, Any]) -> None:
    assert is_worth(update, [ADMIN])


@pytest.mark.parametrize(
    "update",
    [
        said("今晚吃什么", chat_id=GROUP),
        said("/broadcast 停水", chat_id=ADMIN, person_id=ADMIN),
        {"update_id": 7, "callback_query": {}},
        {"update_id": 7},
        {"update_id": 7, "message": None},
    ],
)
def test_what_must_not_be_done_twice_and_what_is_not_for_us_is_not_kept(update: dict[str, Any]) -> None:
    assert not is_worth(update, [ADMIN])


async def _left(store: Store) -> int:
    row = await store.database.row('SELECT count(*) FROM "update"')
    return int(row[0]) if row else -1


async def test_what_was_said_before_a_crash_is_answered_after_it_and_then_forgotten(live: Live) -> None:
    store = live.shop.store
    await keeper(store, clock=lambda: NOW, admins=[])([said("/help")])
    await live.bridge.take_up(live.application)
    await live.until(lambda: live.standin.outbox(READER))
    await live.until(lambda: _is(lambda: _left(store), 0))


async def test_once_the_end_has_begun_only_what_would_be_lost_is_answered(live: Live) -> None:
    store = live.shop.store
    await keeper(store, clock=lambda: NOW, admins=[])([said("/help")])
    live.bridge.close()
    await live.bridge.take_up(live.application)
    assert await live.say(ADMIN, "/help")
    assert not live.standin.outbox(READER)
    assert await _left(store) == 1


async def test_what_cannot_be_read_any_more_keeps_nobody_from_being_answered(live: Live) -> None:
    broken = said("/help")
    broken["message"]["date"] = "x"
    broken["update_id"] = 6
    await keeper(live.shop.store, clock=lambda: NOW, admins=[])([broken, said("/help")])
    await live.bridge.take_up(live.application)
    await live.until(lambda: live.standin.outbox(READER))


async def _is(look: Callable[[], Any], wanted: int) -> bool:
    return bool(await look() == wanted)


async def test_an_update_that_is_reported_again_after_it_was_done_is_forgotten_again(live: Live) -> None:
    store = live.shop.store
    update = said("/help")
    for _ in range(2):
        await keeper(store, clock=lambda: NOW, admins=[])([update])
        live.application.update_queue.put_nowait(Update.de_json(update, live.application.bot))
        await live.until(lambda: _is(lambda: _left(store), 0))
    assert len(live.standin.outbox(READER)) == 1


async def test_a_command_that_fails_is_not_tried_at_the_next_start(live: Live) -> None:
    store = live.shop.store
    member = {"update_id": 7, "my_chat_member": {}}
    await keeper(store, clock=lambda: NOW, admins=[])([member])
    async with store.database.write() as transaction:
        await transaction.run("ALTER TABLE chat RENAME TO gone")
    live.application.update_queue.put_nowait(_blocking(live))
    await live.until(lambda: _is(lambda: _left(store), 0))


def _blocking(live: Live) -> Update | None:
    person = {"id": READER, "is_bot": False, "first_name": "x"}
    robot = {"id": 1, "is_bot": True, "first_name": "简报"}
    change = {
        "chat": {"id": READER, "type": "private"},
        "from": person,
        "date": 1,
        "old_chat_member": {"status": "member", "user": robot},
        "new_chat_member": {"status": "kicked", "user": robot, "until_date": 0},
    }
    return Update.de_json({"update_id": 7, "my_chat_member": change}, live.application.bot)


async def test_a_database_that_cannot_keep_what_people_say_keeps_nobody_from_an_answer(
    live: Live, caplog: pytest.LogCaptureFixture
) -> None:
    await live.say(READER, "/start")
    async with live.shop.store.database.write() as transaction:
        await transaction.run('DROP TABLE "update"')
    await keeper(live.shop.store, clock=lambda: NOW, admins=[])([said("/help")])
    assert "would be forgotten at a crash" in caplog.text
    assert await live.say(READER, "/help")
    await live.until(lambda: "may be done once more" in caplog.text)


async def test_what_was_never_kept_costs_the_database_nothing(live: Live, caplog: pytest.LogCaptureFixture) -> None:
    await live.say(READER, "/start")
    async with live.shop.store.database.write() as transaction:
        await transaction.run('DROP TABLE "update"')
    live.standin.say(-1_001_000_000_002, "今晚吃什么", from_id=READER)
    await live.say(ADMIN, "/help")
    await live.say(READER, "/help")
    await live.until(lambda: "may be done once more" in caplog.text)
    assert caplog.text.count("may be done once more") == 1


async def test_what_was_kept_of_a_person_who_is_an_admin_by_now_is_let_go_of(live: Live) -> None:
    await keeper(live.shop.store, clock=lambda: NOW, admins=[])([said("/help", chat_id=ADMIN, person_id=ADMIN)])
    await live.bridge.take_up(live.application)
    await live.say(READER, "/help")
    assert not live.standin.outbox(ADMIN)
