"""Chats have a state: blocked, gone, moved, deleted; the bot meets it as it would on Telegram."""

from typing import TYPE_CHECKING

import pytest

from bot.standin import World, demo_world

if TYPE_CHECKING:
    from tests.standin.conftest import Opening, Place

KEYS = {"inline_keyboard": [[{"text": "全文", "callback_data": "v1:full:1:0"}]]}


async def test_a_blocked_bot_may_not_write_and_hears_of_it(place: "Place", reader: int) -> None:
    assert (await place.sim("block", chat_id=reader))["chat"]["blocked"]
    words = await place.refused("sendMessage", chat_id=reader, text="x")
    assert words == "Forbidden: bot was blocked by the user"
    assert (await place.sim("send", chat_id=reader, text="在吗"))["status"] == 400
    await place.sim("unblock", chat_id=reader)
    await place.ok("sendMessage", chat_id=reader, text="x")
    standings = [update["my_chat_member"]["new_chat_member"]["status"] for update in await place.updates()]
    assert standings == ["kicked", "member"]


async def test_blocking_twice_is_told_once(place: "Place", reader: int) -> None:
    place.standin.block(reader)
    place.standin.block(reader)
    assert len(await place.updates()) == 1


async def test_a_group_may_throw_the_bot_out_and_ask_it_back(place: "Place", group: int) -> None:
    await place.sim("kick", chat_id=group)
    words = await place.refused("sendMessage", chat_id=group, text="x")
    assert words == "Forbidden: bot was kicked from the supergroup chat"
    await place.sim("invite", chat_id=group)
    await place.ok("sendMessage", chat_id=group, text="x")


async def test_a_deleted_account_takes_no_messages(place: "Place", reader: int) -> None:
    await place.sim("deactivate", chat_id=reader)
    assert await place.refused("sendMessage", chat_id=reader, text="x") == "Forbidden: user is deactivated"


async def test_nobody_is_written_to_before_they_wrote(open_place: "Opening") -> None:
    place = await open_place(world=demo_world())
    words = await place.refused("sendMessage", chat_id=1_001, text="x")
    assert words == "Forbidden: bot can't initiate conversation with a user"
    place.standin.say(1_001, "/start")
    await place.ok("sendMessage", chat_id=1_001, text="x")


async def test_a_moved_group_answers_with_its_new_number(place: "Place", group: int) -> None:
    new = (await place.sim("migrate", chat_id=group))["chat"]["id"]
    body = await place.call("sendMessage", chat_id=group, text="x")
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": new}
    await place.ok("sendMessage", chat_id=new, text="x")
    told = [update["message"] for update in await place.updates()]
    assert [message.get("migrate_to_chat_id") for message in told] == [new, None]


async def test_a_topic_of_a_forum_can_be_written_to(open_place: "Opening") -> None:
    world = World()
    group = world.add_group("论坛", [world.add_person()], topics={7: "财经"})
    place = await open_place(world=world)
    sent = await place.ok("sendMessage", chat_id=group.id, text="x", message_thread_id=7)
    assert (sent["message_thread_id"], sent["chat"]["is_forum"]) == (7, True)


async def test_an_edit_must_change_something_and_the_message_must_be_there(place: "Place", reader: int) -> None:
    sent = await place.ok("sendMessage", chat_id=reader, text="<b>一</b>", parse_mode="HTML", reply_markup=KEYS)
    at = {"chat_id": reader, "message_id": sent["message_id"]}
    same = await place.refused("editMessageText", **at, text="<b>一</b>", parse_mode="HTML", reply_markup=KEYS)
    assert same.startswith("Bad Request: message is not modified: specified new message content and reply markup are")
    edited = await place.ok("editMessageText", **at, text="一")
    assert edited.keys() & {"reply_markup", "entities"} == set()
    await place.ok("editMessageReplyMarkup", **at, reply_markup=KEYS)
    assert "there is no caption" in await place.refused("editMessageCaption", **at, caption="x")
    assert place.standin.outbox(reader)[0]["reply_markup"] == KEYS
    await place.ok("deleteMessage", **at)
    assert await place.refused("editMessageText", **at, text="二") == "Bad Request: message to edit not found"
    assert await place.refused("deleteMessage", **at) == "Bad Request: message to delete not found"


async def test_a_reader_s_own_message_cannot_be_edited_by_the_bot(place: "Place", reader: int) -> None:
    message = place.standin.say(reader, "我的话")
    at = {"chat_id": reader, "message_id": message["message_id"]}
    assert await place.refused("editMessageText", **at, text="x") == "Bad Request: message can't be edited"


async def test_a_message_can_be_taken_back_for_48_hours(place: "Place", reader: int) -> None:
    old = await place.ok("sendMessage", chat_id=reader, text="旧")
    place.clock.turn(48 * 3600)
    new = await place.ok("sendMessage", chat_id=reader, text="新")
    at = {"chat_id": reader, "message_id": old["message_id"]}
    assert await place.refused("deleteMessage", **at) == "Bad Request: message can't be deleted"
    await place.ok("deleteMessages", chat_id=reader, message_ids=[old["message_id"], new["message_id"], 99])
    assert [message["text"] for message in place.standin.outbox(reader)] == ["旧"]


async def test_a_tap_is_answered_once_and_in_time(place: "Place", reader: int) -> None:
    sent = await place.ok("sendMessage", chat_id=reader, text="x", reply_markup=KEYS)
    first, late = [place.standin.press(reader, sent["message_id"], "v1:full:1:0") for _ in range(2)]
    assert place.standin.report()["unanswered"] == 2
    await place.ok("answerCallbackQuery", callback_query_id=first, text="好")
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await place.refused("answerCallbackQuery", callback_query_id=first) == old
    place.clock.turn(31)
    assert await place.refused("answerCallbackQuery", callback_query_id=late) == old
    assert place.standin.report()["unanswered"] == 1
    tapped = (await place.updates())[0]["callback_query"]
    assert (tapped["data"], tapped["message"]["message_id"]) == ("v1:full:1:0", sent["message_id"])


async def test_only_a_button_that_is_there_can_be_tapped(place: "Place", reader: int) -> None:
    sent = await place.ok("sendMessage", chat_id=reader, text="x", reply_markup=KEYS)
    wish = {"chat_id": reader, "message_id": sent["message_id"], "data": "v1:mute"}
    assert "has no button" in (await place.sim("press", **wish))["error"]


async def test_commands_are_seen_by_scope_and_language(place: "Place", reader: int, emma: int, group: int) -> None:
    def commands(name: str) -> list[dict[str, str]]:
        return [{"command": name, "description": name}]

    await place.ok("setMyCommands", commands=commands("default"))
    await place.ok("setMyCommands", commands=commands("english"), language_code="en")
    await place.ok(
        "setMyCommands", commands=commands("private"), scope={"type": "all_private_chats"}, language_code="zh"
    )
    await place.ok("setMyCommands", commands=commands("own"), scope={"type": "chat", "chat_id": emma})
    seen = (await place.see("state"))["commands"]
    assert [seen[str(chat)][0]["command"] for chat in (reader, emma, group)] == ["private", "own", "default"]
    await place.ok("deleteMyCommands", scope={"type": "chat", "chat_id": emma})
    assert (await place.see("state"))["commands"][str(emma)][0]["command"] == "english"
    assert "invalid language code" in await place.refused("setMyCommands", commands=[], language_code="zh-hans")


async def test_the_bot_may_ask_about_chats_and_members(place: "Place", reader: int, emma: int, group: int) -> None:
    assert (await place.ok("getChat", chat_id="@xiaolin"))["first_name"] == "小林"
    standings = [
        (await place.ok("getChatMember", chat_id=group, user_id=number))["status"] for number in (reader, emma, 123_456)
    ]
    assert standings == ["creator", "member", "member"]
    place.standin.world.room(group).bot_status = "administrator"
    sent = await place.ok("sendMessage", chat_id=group, text="置顶")
    await place.ok("pinChatMessage", chat_id=group, message_id=sent["message_id"])
    assert (await place.ok("getChat", chat_id=group))["pinned_message"]["text"] == "置顶"
    assert (await place.ok("getChatMember", chat_id=group, user_id=123_456))["can_pin_messages"]


@pytest.mark.parametrize(("kind", "limit"), [("Name", 64), ("Description", 512), ("ShortDescription", 120)])
async def test_the_bot_describes_itself_within_bounds(place: "Place", kind: str, limit: int) -> None:
    name = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}[kind]
    await place.ok(f"setMy{kind}", **{name: "简" * limit, "language_code": "zh"})
    assert (await place.ok(f"getMy{kind}", language_code="zh"))[name] == "简" * limit
    assert "too long" in await place.refused(f"setMy{kind}", **{name: "简" * (limit + 1)})


async def test_copies_carry_text_and_buttons_of_their_own(place: "Place", reader: int, emma: int) -> None:
    sent = await place.ok("sendMessage", chat_id=reader, text="<b>快讯</b>", parse_mode="HTML", reply_markup=KEYS)
    at = {"from_chat_id": reader, "message_id": sent["message_id"]}
    copied = await place.ok("copyMessage", chat_id=emma, **at)
    message = place.standin.outbox(emma)[0]
    assert (copied["message_id"], message["entities"]) == (message["message_id"], sent["entities"])
    assert "reply_markup" not in message
    await place.ok("copyMessages", chat_id=emma, from_chat_id=reader, message_ids=[sent["message_id"]])
    assert "message to copy not found" in await place.refused(
        "copyMessage", chat_id=emma, from_chat_id=reader, message_id=99
    )
