"""The control API: faults come as ordered, samples drop whole, pages hear everything, tests see everything."""

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from bot.standin import Drops, Standin, World
from bot.standin.world import KEPT_MESSAGES

if TYPE_CHECKING:
    from tests.standin.conftest import Opening, Place


async def test_a_fault_meets_only_the_calls_it_is_for(place: "Place", reader: int, emma: int) -> None:
    wish = {"kind": "error", "method": "sendMessage", "chat_id": reader, "contains": "快讯", "count": 2, "status": 502}
    await place.sim("faults", **wish)
    await place.ok("sendMessage", chat_id=emma, text="快讯")
    await place.ok("sendMessage", chat_id=reader, text="简报")
    for _ in range(2):
        assert await place.refused("sendMessage", chat_id=reader, text="快讯") == "Bad Gateway"
    await place.ok("sendMessage", chat_id=reader, text="快讯")


async def test_an_ordered_flood_says_how_long_and_is_no_violation(place: "Place", reader: int) -> None:
    await place.sim("faults", kind="flood", retry_after=17)
    assert (await place.call("sendMessage", chat_id=reader, text="x"))["parameters"] == {"retry_after": 17}
    assert place.standin.violations == 0


async def test_a_lost_answer_may_have_been_delivered_and_a_lost_call_was_not(place: "Place", reader: int) -> None:
    for kind, delivered in (("drop_before", 0), ("drop_after", 1)):
        place.standin.order_fault(kind=kind, method="sendMessage")
        with pytest.raises(aiohttp.ClientError):
            await place.call("sendMessage", chat_id=reader, text="x")
        assert len(place.standin.outbox(reader)) == delivered


async def test_a_slow_answer_takes_its_time(place: "Place") -> None:
    place.standin.order_fault(kind="latency", seconds=0.2)
    begun = asyncio.get_running_loop().time()
    await place.ok("getMe")
    assert asyncio.get_running_loop().time() - begun >= 0.19


async def test_faults_can_be_seen_and_taken_back_and_unknown_ones_are_refused(place: "Place", reader: int) -> None:
    await place.sim("faults", kind="error", method="sendMessage", count=100)
    assert (await place.see("state"))["faults"][0]["count"] == 100
    async with place.http.delete(f"{place.address}/sim/faults") as answer:
        assert await answer.json() == {"faults": []}
    await place.ok("sendMessage", chat_id=reader, text="x")
    assert (await place.sim("faults", kind="earthquake"))["status"] == 400


async def test_open_pages_hear_what_happens(place: "Place", reader: int) -> None:
    async with place.http.get(f"{place.address}/sim/events") as stream:
        assert stream.content_type == "text/event-stream"
        await stream.content.readline()
        place.standin.say(reader, "/start")
        await place.ok("sendChatAction", chat_id=reader, action="typing")
        sent = await place.ok("sendMessage", chat_id=reader, text="好")
        await place.ok("editMessageText", chat_id=reader, message_id=sent["message_id"], text="很好")
        await place.ok("deleteMessage", chat_id=reader, message_id=sent["message_id"])
        await place.sim("block", chat_id=reader)
        heard = [await one_event(stream) for _ in range(11)]
    kinds = [event["type"] for event in heard if event["type"] not in {"call", "report"}]
    assert kinds[:6] == ["message", "typing", "message", "edit", "delete", "chat"]


async def one_event(stream: aiohttp.ClientResponse) -> dict[str, Any]:
    while True:
        line = await asyncio.wait_for(stream.content.readline(), 5)
        if line.startswith(b"data: "):
            event: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
            return event


async def test_a_sample_is_dropped_whole_under_its_own_path(open_place: "Opening", tmp_path: Path) -> None:
    sample = tmp_path / "samples/财经/样报/一篇.md"
    sample.parent.mkdir(parents=True)
    sample.write_text(
        "\n---\ntitle: '利润增长'\ncategories: \n - 财经\n - 样报\ndate: x\n---\n<div>正文</div>", encoding="utf-8"
    )
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/a.jpg").write_bytes(b"jpeg")
    drops = Drops(tmp_path / "samples", tmp_path / "watched", tmp_path / "pictures")
    place = await open_place(drops=drops)
    shown: dict[str, Any] = {
        "name": "财经/样报/一篇.md",
        "title": "利润增长",
        "category": "财经 / 样报",
        "dropped": False,
    }
    assert (await place.see("state"))["drops"] == [shown]
    assert (await place.sim("drop", name=shown["name"]))["drops"] == [{**shown, "dropped": True}]
    assert (tmp_path / "watched" / shown["name"]).read_bytes() == sample.read_bytes()
    assert (await place.sim("drop", name="../一篇.md"))["status"] == 400
    assert [path.name for path in (tmp_path / "watched").rglob("*.*")] == ["一篇.md"]
    async with place.http.get(f"{place.address}/sim/picture?url=https://e.com/x/a.jpg?w=3") as answer:
        assert await answer.read() == b"jpeg"
    elsewhere = f"{place.address}/sim/picture?url=https://e.com/b.jpg"
    async with place.http.get(elsewhere, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (302, "https://e.com/b.jpg")


async def test_a_photo_that_was_sent_is_shown_on_the_page(place: "Place", reader: int) -> None:
    form = aiohttp.FormData({"chat_id": str(reader)})
    form.add_field("photo", b"\x89PNG", filename="stats.png", content_type="image/png")
    async with place.http.post(f"{place.api}/sendPhoto", data=form) as answer:
        file_id = (await answer.json())["result"]["photo"][-1]["file_id"]
    async with place.http.get(f"{place.address}/sim/picture", params={"file_id": file_id}) as answer:
        assert (await answer.read(), answer.content_type) == (b"\x89PNG", "image/png")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:x", "../../config.yaml"])
async def test_no_other_file_is_shown_as_a_picture(place: "Place", url: str) -> None:
    async with place.http.get(f"{place.address}/sim/picture", params={"url": url}) as answer:
        assert answer.status == 404
    async with place.http.get(f"{place.address}/static/%2e%2e/server.py") as answer:
        assert answer.status == 404


async def test_everything_that_was_called_can_be_read_and_counted(place: "Place", reader: int, group: int) -> None:
    await place.ok("sendMessage", chat_id=reader, text="两行\n文字")
    await place.refused("sendMessage", chat_id=5, text="x")
    await place.ok("sendMessage", chat_id=group, text="早")
    assert place.standin.transcript().splitlines() == [
        f"sendMessage {reader} 两行⏎文字 → ok",
        "sendMessage 5 x → 400 Bad Request: chat not found",
        f"sendMessage {group} 早 → ok",
    ]
    report = await place.see("report")
    assert (report["calls"], report["sent_by_chat"]) == (3, {str(reader): 1, str(group): 1})
    assert [message["text"] for message in await place.see(f"outbox?chat_id={reader}")] == ["两行\n文字"]
    assert len(await place.see("outbox")) == 2


async def test_a_reset_gives_the_first_morning_back(place: "Place", reader: int, group: int) -> None:
    await place.sim("block", chat_id=reader)
    await place.sim("migrate", chat_id=group)
    await place.sim("faults", kind="error")
    state = await place.sim("reset")
    assert state["faults"] == []
    assert [(chat["blocked"], chat["migrated_to"]) for chat in state["chats"]] == [(False, None)] * 3
    assert await place.updates() == []
    place.standin.say(reader, "/start")
    assert (await place.updates())[0]["update_id"] > 1


async def test_the_same_steps_give_the_same_numbers(open_place: "Opening") -> None:
    told = []
    for _ in range(2):
        world = World()
        reader = world.add_person("小林").id
        place = await open_place(world=world)
        place.standin.say(reader, "/start")
        await place.ok("sendMessage", chat_id=reader, text="好")
        told.append((await place.updates(), place.standin.outbox(reader)))
    assert told[0] == told[1]


async def test_memory_stays_bounded_while_the_counters_go_on() -> None:
    world = World(kept=3_000)
    first, second = world.add_person().id, world.add_person().id
    standin = Standin(world=world, flood=False)
    for number in (first, second):
        for _ in range(KEPT_MESSAGES + 500):
            standin.sim.post_as_bot(world.room(number), {"text": "x"})
    assert len(standin.outbox(second)) == KEPT_MESSAGES
    assert len(standin.outbox(first)) <= 1_000
    assert world.room(first).sent == KEPT_MESSAGES + 500


async def test_a_mistaken_wish_is_answered_with_what_is_wrong(place: "Place", reader: int) -> None:
    assert (await place.sim("send", chat_id=5, text="x"))["error"] == "no chat 5"
    assert (await place.sim("send", chat_id="x", text="x"))["error"] == "chat_id is a whole number, not 'x'"
    assert (await place.sim("send", chat_id=reader))["error"] == "text is missing or no text"
    assert "is not in chat" in (await place.sim("send", chat_id=reader, text="x", from_id=1_002))["error"]
    async with place.http.post(f"{place.address}/sim/dance") as answer:
        assert answer.status == 404


async def test_a_person_sends_bold_text_and_photos(place: "Place", reader: int) -> None:
    bold = [{"type": "bold", "offset": 3, "length": 2}]
    said = (await place.sim("send", chat_id=reader, text="💧 停水", entities=bold))["message"]
    assert (said["text"], said["entities"]) == ("💧 停水", bold)
    address = "https://example.org/a.jpg"
    shown = (await place.sim("send", chat_id=reader, photo=address, text="💧 停水", entities=bold))["message"]
    assert (shown["caption"], shown["caption_entities"]) == ("💧 停水", bold)
    await place.ok("sendPhoto", chat_id=reader, photo=shown["photo"][0]["file_id"])
    heard = await place.ok("getUpdates")
    assert [set(update["message"]) & {"text", "photo"} for update in heard] == [{"text"}, {"photo"}]
    for wrong in ({"entities": "bold"}, {"entities": ["bold"]}, {"photo": 7}, {"photo": address, "text": "字" * 1025}):
        assert (await place.sim("send", **{"chat_id": reader, "text": "x", **wrong}))["status"] == 400
