"""Updates come once, in order, and as soon as they happen."""

import asyncio
import time
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from tests.standin.conftest import Opening, Place


async def test_an_update_stays_until_it_is_confirmed(place: "Place", reader: int) -> None:
    for text in ("一", "二", "三"):
        place.standin.say(reader, text)
    assert [update["update_id"] for update in await place.updates()] == [1, 2, 3]
    assert [update["update_id"] for update in await place.updates(limit=2)] == [1, 2]
    assert [update["message"]["text"] for update in await place.updates(offset=3)] == ["三"]
    place.standin.say(reader, "四")
    assert [update["message"]["text"] for update in await place.updates(offset=-1)] == ["四"]
    assert await place.updates(offset=5) == []


async def test_a_long_poll_waits_without_asking_again_and_answers_at_once(place: "Place", reader: int) -> None:
    poll = asyncio.create_task(place.updates(timeout=20))
    await asyncio.sleep(0.1)
    assert not poll.done()
    begun = time.perf_counter()
    place.standin.say(reader, "/start")
    (update,) = await poll
    assert time.perf_counter() - begun < 5
    assert update["message"]["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]


async def test_a_long_poll_without_news_ends_empty_after_its_time(place: "Place") -> None:
    begun = time.perf_counter()
    assert await place.updates(timeout=1) == []
    assert 0.9 < time.perf_counter() - begun < 10


async def test_the_second_poller_is_served_and_the_first_is_told(place: "Place", reader: int) -> None:
    first = asyncio.create_task(place.call("getUpdates", timeout=20))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(place.updates(timeout=20))
    refusal = await first
    assert refusal["error_code"] == 409
    assert refusal["description"].startswith("Conflict: terminated by other getUpdates request")
    place.standin.say(reader, "在吗")
    assert len(await second) == 1


async def test_only_the_kinds_asked_for_come_and_the_wish_is_kept(place: "Place", reader: int) -> None:
    await place.updates(allowed_updates=["callback_query"])
    place.standin.say(reader, "一")
    assert await place.updates() == []
    await place.updates(allowed_updates=[])
    place.standin.say(reader, "二")
    assert [update["message"]["text"] for update in await place.updates()] == ["二"]


async def test_a_webhook_gets_each_update_with_its_secret_until_it_takes_it(place: "Place", reader: int) -> None:
    taken: list[tuple[str, Any]] = []
    arrived = asyncio.Event()

    async def take(request: web.Request) -> web.Response:
        taken.append((request.headers["X-Telegram-Bot-Api-Secret-Token"], await request.json()))
        if len(taken) == 1:
            return web.Response(status=500)
        arrived.set()
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await place.ok("setWebhook", url=url, secret_token="geheim_1")
    place.standin.say(reader, "/start")
    await asyncio.wait_for(arrived.wait(), 5)
    await runner.cleanup()
    assert taken[0] == taken[1]
    assert taken[0][0] == "geheim_1"
    assert (await place.ok("getWebhookInfo"))["last_error_message"].startswith("Wrong response from the webhook: 500")


async def test_polling_is_refused_while_a_webhook_is_set(place: "Place") -> None:
    await place.ok("setWebhook", url="https://example.com/hook")
    assert "can't use getUpdates method while webhook is active" in await place.refused("getUpdates")
    await place.ok("deleteWebhook")
    assert await place.updates() == []
    words = await place.refused("setWebhook", url="http://example.com/hook")
    assert words == "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"


async def test_a_group_only_shows_the_bot_what_is_meant_for_it(place: "Place", group: int, emma: int) -> None:
    sent = await place.ok("sendMessage", chat_id=group, text="早")
    place.standin.say(group, "大家早")
    place.standin.say(group, "/help@other_bot")
    place.standin.say(group, "/help@Jianbao_bot", from_id=emma)
    place.standin.say(group, "/help")
    place.standin.say(group, "问 @jianbao_bot 一下")
    await place.sim("send", chat_id=group, text="好", reply_to_message_id=sent["message_id"])
    heard = [update["message"]["text"] for update in await place.updates()]
    assert heard == ["/help@Jianbao_bot", "/help", "问 @jianbao_bot 一下", "好"]


async def test_an_edited_message_comes_as_such(place: "Place", reader: int) -> None:
    message = place.standin.say(reader, "旧")
    edited = await place.sim("edit", chat_id=reader, message_id=message["message_id"], text="新")
    assert edited["message"]["edit_date"]
    assert [update.get("edited_message", {}).get("text") for update in await place.updates()] == [None, "新"]


async def test_stopping_the_stand_in_ends_a_waiting_poll_at_once(open_place: "Opening") -> None:
    place = await open_place()
    poll = asyncio.create_task(place.updates(timeout=50))
    await asyncio.sleep(0.1)
    place.standin.sim.updates.stop()
    assert await asyncio.wait_for(poll, 2) == []
