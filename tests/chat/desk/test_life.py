"""A broadcast from its draft to its report, as an admin sees it."""

from datetime import timedelta
from typing import Any

import pytest

from bot.core.broadcasts import Version
from bot.markup import Mark, Typed
from bot.model import DeliveryState

Desk = Any
Talk = Any
BOLD = Version(text="今晚停水，请备水", marks=(Mark("bold", 0, 4),), photo="file-1")


async def _drafted(desk: Desk, admin: Talk, readers: int = 3) -> Any:  # noqa: ANN401 - an Answer
    await desk.readers(readers)
    await admin.say("/broadcast")
    return await desk.say(BOLD)


async def _sending(desk: Desk, admin: Talk, readers: int = 3) -> Any:  # noqa: ANN401 - an Answer
    answer = await _drafted(desk, admin, readers)
    answer = await admin.press(answer.buttons["✅ 发送"])
    answer = await admin.press(answer.buttons["✅ 确认发送"])
    desk.passes(seconds=31)
    await desk.tick()
    return answer


@pytest.mark.usefixtures("desk")
async def test_broadcast_alone_opens_a_draft_and_asks_for_its_text(admin: Talk) -> None:
    answer = await admin.say("/broadcast")
    assert answer.words.startswith("📣 群发 #1 · 草稿\n")
    assert "把要群发的内容发给我" in answer.words
    assert answer.rows == [["🗑 丢弃"]]
    again = await admin.say("/broadcast")
    assert again.words.startswith("📣 群发 #1 · 草稿\n"), "an empty draft is used again"


async def test_what_is_typed_next_becomes_the_text_and_the_card_tells_it(desk: Desk, admin: Talk) -> None:
    answer = await _drafted(desk, admin)
    assert "📝 今晚停水，请备水\n🖼 有图片" in answer.words
    assert "👥 全部读者：4 个聊天" in answer.words
    assert answer.rows == [
        ["📝 正文", "🖼 图片", "🔗 按钮"],
        ["👥 受众", "🌐 语言版本"],
        ["🕗 时间", "⏳ 分散", "⭐ 加速"],
        ["👁 预览", "🧮 试算"],
        ["✅ 发送", "🗑 丢弃"],
    ]


async def test_the_preview_is_exactly_what_readers_get(desk: Desk, admin: Talk) -> None:
    answer = await _drafted(desk, admin)
    seen = await admin.press(answer.buttons["👁 预览"])
    sample = seen.reply.messages[0]
    assert (sample.text, sample.photo) == (Typed("今晚停水，请备水", (Mark("bold", 0, 4),)), "file-1")
    assert not seen.is_edit, "the card comes anew below it"
    assert "草稿" in seen.words


async def test_a_dry_run_tells_how_many_how_long_and_the_cost_and_sends_nothing(desk: Desk, admin: Talk) -> None:
    answer = await _drafted(desk, admin, readers=599)
    paid = await admin.press((await admin.press(answer.buttons["⭐ 加速"])).buttons["⭐ 付费加速"])
    assert "✅ ⭐ 加速" in paid.buttons
    seen = await admin.press(paid.buttons["🧮 试算"])
    for words in (
        "什么也没有发",
        "会发给 600 个聊天",
        "私聊 600 · 群组 0 · 频道 0",
        "约 1 秒（每秒 1000 条）",
        "约 60 Stars",
    ):
        assert words in seen.words
    await desk.tick()
    assert await desk.claim() == []


async def test_nothing_is_sent_before_the_time_to_undo_is_over(desk: Desk, admin: Talk) -> None:
    answer = await _drafted(desk, admin)
    answer = await admin.press(answer.buttons["✅ 发送"])
    assert "确认发送吗？" in answer.words
    answer = await admin.press(answer.buttons["✅ 确认发送"])
    assert "开始发送，现在还能收回再改" in answer.words
    assert answer.rows == [["↩️ 收回再改"]]
    desk.passes(seconds=20)
    await desk.tick()
    assert await desk.claim() == []
    answer = await admin.press(answer.buttons["↩️ 收回再改"])
    assert "草稿" in answer.words
    assert answer.toast == "↩️ 它又是草稿了"
    desk.passes(hours=1)
    await desk.tick()
    assert await desk.claim() == []


async def test_it_goes_to_everybody_once_and_the_card_tells_how_far_it_is(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=299)
    assert await desk.arrive(100) == 100
    await desk.shop.store.broadcasts.keep_card(1, 1002, 77)
    said = await desk.shown()
    assert "▓▓▓▓░░░░░░░░ 33%" in said
    assert "已送达 100 · 剩余 200" in said
    assert await desk.all_arrive() == 200
    assert "已完成" in await desk.shown()
    assert "已送达 300\n用时" in await desk.shown()
    assert {(chat, message) for chat, message, _ in desk.cards} == {(1002, 77)}


async def test_pausing_takes_back_what_waits_and_resuming_goes_on_where_it_was(desk: Desk, admin: Talk) -> None:
    answer = await _sending(desk, admin, readers=499)
    assert await desk.arrive(60) == 60
    answer = await admin.press("v1:bcpause:1")
    assert "已暂停" in answer.words
    assert "已送达 60 · 剩余 440" in answer.words
    assert await desk.claim() == []
    await desk.tick()
    assert await desk.claim() == []
    await admin.press(answer.buttons["▶️ 继续"])
    assert await desk.all_arrive() == 440


async def test_a_pause_of_days_costs_a_broadcast_none_of_its_time(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=199)
    await admin.press("v1:bcpause:1")
    desk.passes(days=5)
    await desk.tick()
    await admin.press("v1:bcresume:1")
    assert await desk.all_arrive() == 200


async def test_what_cannot_be_delivered_in_two_days_is_counted_as_missed(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=199)
    await desk.arrive(50)
    await desk.shop.store.broadcasts.keep_card(1, 1002, 77)
    desk.passes(hours=49)
    await desk.tick()
    assert "已送达 50 · 未发 150" in await desk.shown()


async def test_a_card_that_only_waits_for_a_shut_group_says_so_and_until_when(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=3)
    await desk.shop.store.broadcasts.keep_card(1, 1002, 77)
    claimed = await desk.claim()
    await desk.settle(claimed[1:])
    await desk.settle(claimed[:1], DeliveryState.DUE, until=desk.now + timedelta(hours=1))
    await desk.shop.store.chats.mute(claimed[0].chat_id, now=desk.now)
    await desk.tick()
    assert "🔇 剩下的 1 个聊天暂时不让我发言，会再试到" in await desk.shown()
    await desk.shop.store.chats.unmute(claimed[0].chat_id, now=desk.now)
    assert "🔇" not in await desk.shown()


async def test_cancelling_asks_first_and_then_ends_it(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=199)
    await desk.arrive(50)
    answer = await admin.press("v1:bcstop:1")
    assert "还有 150 个聊天没发" in answer.words
    answer = await admin.press(answer.buttons["✖️ 不再发送"])
    assert "已送达 50 · 未发 150" in answer.words
    await desk.tick()
    assert await desk.claim() == []


async def test_a_correction_rewrites_what_was_sent_where_it_was_sent(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=9)
    await desk.all_arrive()
    answer = await admin.press("v1:bcfix:1")
    assert "✏️ 更正 #2（群发 #1） · 草稿" in answer.words
    answer = await desk.say(Version(text="明晚停水"))
    answer = await admin.press(answer.buttons["✅ 更正"])
    assert "把读者收到的那条换成改好的吗？" in answer.words
    await admin.press(answer.buttons["✅ 确认更正"])
    desk.passes(seconds=31)
    assert await desk.all_arrive() == 10
    listed = await admin.say("/broadcasts")
    assert [row[0] for row in listed.rows] == [
        "✅ ✏️ 更正 #2（群发 #1） · 10/10",
        "✅ #1 明晚停水 · 10/10",
        "📣 新建群发",
    ]


async def test_a_picture_in_a_correction_is_refused_in_plain_words_and_the_text_still_awaited(
    desk: Desk, admin: Talk
) -> None:
    await _sending(desk, admin, readers=9)
    await desk.all_arrive()
    await admin.press("v1:bcfix:1")
    refused = await desk.say(Version(text="明晚停水", photo="file-2"))
    assert "更正只能改文字" in refused.words
    answer = await desk.say(Version(text="明晚停水"))
    assert "📝 明晚停水" in answer.words
    assert (await desk.shop.store.broadcasts.get(2)).content.main.photo == "file-1"


async def test_a_recall_ends_what_runs_and_takes_back_what_arrived(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=499)
    await desk.arrive(60)
    answer = await admin.press("v1:bcback:1")
    assert "要从 60 个聊天里删掉这条消息吗" in answer.words
    answer = await admin.press(answer.buttons["🗑 全部撤回"])
    assert "📣 群发 #1 · 已撤回" in answer.words
    assert [row[0] for row in (await admin.say("/broadcasts")).rows][1].startswith("🗑 #1 ")
    assert "🗑 撤回 #2（群发 #1）" in answer.words
    assert await desk.all_arrive() == 60
    gone = await admin.press("v1:bcback:1")
    assert "没有可以更正或撤回的消息" in gone.toast


async def test_a_recall_ends_a_correction_that_runs(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=9)
    await desk.all_arrive()
    await admin.press("v1:bcfix:1")
    await desk.say("明晚停水")
    await admin.press("v1:bcgo:2")
    desk.passes(seconds=31)
    await desk.tick()
    await admin.press("v1:bcbackgo:1")
    assert await desk.all_arrive() == 10, "each message is deleted, none rewritten before"
    assert (await desk.shop.store.broadcasts.get(2)).state == "cancelled"


async def test_a_recall_is_possible_for_two_days(desk: Desk, admin: Talk) -> None:
    answer = await _sending(desk, admin)
    await desk.all_arrive()
    desk.passes(hours=48)
    answer = await admin.press("v1:bcback:1")
    assert "48 小时" in answer.toast
    assert await desk.shop.store.broadcasts.get(2) is None


async def test_the_list_of_who_missed_it_can_be_downloaded(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=2)
    first, *rest = await desk.claim()
    await desk.settle([first], DeliveryState.FAILED, "=HYPERLINK(1)")
    await desk.settle(rest)
    await desk.tick()
    answer = await admin.press("v1:bccsv:1")
    file = answer.reply.uploads[0]
    assert file.name == "broadcast-1.csv"
    assert file.data.startswith(
        b"\xef\xbb\xbfchat,kind,language,state,reason,time\r\n1002,private,zh-Hans,failed,'=HYP"
    )


async def test_the_log_tells_who_did_what(desk: Desk, admin: Talk, second: Talk) -> None:
    await _sending(desk, admin)
    second.now = admin.now
    await second.press("v1:bcpause:1")
    admin.services.names[1099] = "小王"
    said = (await admin.press("v1:bclog:1")).words
    assert "你  起草" in said
    assert "你  确认发送" in said
    assert "小王  暂停" in said


async def test_after_a_correction_the_card_of_the_original_says_the_new_text(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=2)
    await desk.all_arrive()
    await desk.shop.store.broadcasts.keep_card(1, admin.chat_id, 5)
    await desk.shown()
    await admin.press("v1:bcfix:1")
    await desk.say("明晚停水")
    await admin.press("v1:bcgo:2")
    desk.passes(seconds=31)
    await desk.all_arrive()
    shown = await desk.shown()
    assert "📝 明晚停水\n🖼 有图片\n✏️ 更正 #2" in shown, "the card changes by itself"
    assert "📝 明晚停水" in (await admin.press("v1:bc:1")).words


async def test_what_was_recalled_is_neither_recalled_nor_corrected_again(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=2)
    await desk.all_arrive()
    await admin.press("v1:bcbackgo:1")
    await desk.all_arrive()
    answer = await admin.press("v1:bc:1")
    assert "🗑 撤回 #2" in answer.words
    assert not {"✏️ 更正", "🗑 撤回全部"} & set(answer.buttons)


async def test_a_card_that_was_deleted_is_sent_anew_once(desk: Desk, admin: Talk) -> None:
    await _sending(desk, admin, readers=99)
    await desk.shop.store.broadcasts.keep_card(1, admin.chat_id, 5)
    desk.is_card_gone = True
    await desk.tick()
    await desk.shown()
    assert desk.renewed == [(1, admin.chat_id)]
    await desk.arrive(10)
    await desk.shown()
    assert desk.renewed == [(1, admin.chat_id)], "whoever deletes it twice does not want to see it"


async def test_speed_is_paid_for_only_after_a_question_that_tells_the_price(desk: Desk, admin: Talk) -> None:
    await desk.readers(199)
    answer = await admin.say_request(args="今晚停水", command="broadcast")
    answer = await admin.press(answer.buttons["⭐ 加速"])
    assert "每秒最多 1000 条，共 200 个聊天" in answer.words
    assert "约 20 Stars" in answer.words
    assert not (await desk.shop.store.broadcasts.get(1)).is_paid
    answer = await admin.press(answer.buttons["⭐ 付费加速"])
    assert (await desk.shop.store.broadcasts.get(1)).is_paid
    assert "付费加速" in answer.words
    await admin.press(answer.buttons["✅ ⭐ 加速"])
    assert not (await desk.shop.store.broadcasts.get(1)).is_paid


async def test_the_quick_times_name_the_day_they_mean(desk: Desk, admin: Talk) -> None:
    await admin.say_request(args="今晚停水", command="broadcast")
    assert (await admin.press("v1:bcwhen:1")).rows[:2] == [
        ["立即发送", "1 小时后"],
        ["20:00", "明天 08:00"],
    ]
    desk.passes(hours=5)
    assert (await admin.press("v1:bcwhen:1")).rows[1] == ["明天 20:00", "明天 08:00"]
