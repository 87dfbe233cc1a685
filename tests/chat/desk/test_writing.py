"""What an admin types goes where the draft awaits it."""

from typing import Any

import pytest

from bot.core.broadcasts import Audience, Version
from bot.markup import Mark

Desk = Any
Talk = Any
Shop = Any


@pytest.fixture
async def draft(desk: Desk, admin: Talk) -> Any:  # noqa: ANN401 - an Answer
    await desk.readers(3)
    return await admin.say("/broadcast 今晚停水")


async def kept(desk: Desk) -> Any:  # noqa: ANN401 - a Broadcast
    return await desk.shop.store.broadcasts.get(1)


async def test_a_message_nothing_awaits_is_taken_as_ever(draft: Any, admin: Talk) -> None:  # noqa: ANN401 - an Answer
    assert "✅ 发送" in draft.buttons
    assert "关于" in (await admin.say("金融")).words


async def test_a_command_in_between_changes_nothing(draft: Any, desk: Desk, admin: Talk) -> None:  # noqa: ANN401 - an Answer
    await admin.press(draft.buttons["🔗 按钮"])
    await admin.say("/help")
    answer = await desk.say("看详情 | https://example.org/a")
    assert "🔗 1 个按钮" in answer.words


async def test_never_mind_ends_the_waiting(draft: Any, desk: Desk, admin: Talk) -> None:  # noqa: ANN401 - an Answer
    answer = await admin.press(draft.buttons["📝 正文"])
    assert answer.rows == [["✖️ 取消输入"]]
    answer = await admin.press(answer.buttons["✖️ 取消输入"])
    assert "✅ 发送" in answer.buttons
    await admin.say("金融")
    assert (await kept(desk)).content.main.text == "今晚停水"


@pytest.mark.parametrize("words", ["取消", "算了！", "never mind"])
async def test_never_mind_may_be_said_too(draft: Any, desk: Desk, admin: Talk, words: str) -> None:  # noqa: ANN401 - an Answer
    await admin.press(draft.buttons["📝 正文"])
    assert "✅ 发送" in (await desk.say(words)).buttons
    assert (await kept(desk)).content.main.text == "今晚停水"


async def test_a_new_text_keeps_the_picture_and_this_the_text(draft: Any, desk: Desk, admin: Talk) -> None:  # noqa: ANN401 - an Answer
    await admin.press(draft.buttons["🖼 图片"])
    assert "这不是图片" in (await desk.say("字")).words
    await desk.say(Version(photo="file-1"))
    await admin.press(draft.buttons["📝 正文"])
    answer = await desk.say(Version(text="明晚停水", marks=(Mark("bold", 0, 2),)))
    assert (await kept(desk)).content.main == Version(text="明晚停水", marks=(Mark("bold", 0, 2),), photo="file-1")
    answer = await admin.press(answer.buttons["🖼 图片"])
    await admin.press(answer.buttons["✖️ 去掉图片"])
    assert (await kept(desk)).content.main.photo is None


async def test_a_language_may_have_a_text_of_its_own(draft: Any, desk: Desk, admin: Talk) -> None:  # noqa: ANN401 - an Answer
    answer = await admin.press(draft.buttons["🌐 语言版本"])
    await admin.press(answer.buttons["English"])
    answer = await desk.say("No water tonight")
    assert "🌐 English" in answer.words
    seen = await admin.press(answer.buttons["👁 预览"])
    assert [message.text.text for message in seen.reply.messages[:2]] == ["今晚停水", "No water tonight"]
    answer = await admin.press(seen.buttons["🌐 语言版本"])
    await admin.press(answer.buttons["✖️ 去掉"])
    assert list((await kept(desk)).content.versions) == [""]


@pytest.mark.parametrize(
    ("odd", "words"),
    [("album", "一次只能发一张图片"), ("forward", "转发的消息不能直接群发"), ("media", "只能群发文字")],
)
async def test_what_cannot_be_broadcast_is_answered_with_what_can(
    desk: Desk, admin: Talk, odd: str, words: str
) -> None:
    await admin.say("/broadcast")
    assert words in (await desk.say("", odd=odd)).words
    assert "📝 今晚停水" in (await desk.say("今晚停水")).words, "it still awaits the text"


async def test_an_album_nobody_asked_for_is_not_answered(draft: Any, desk: Desk) -> None:  # noqa: ANN401 - an Answer
    assert draft
    assert await desk.say("", odd="album") is None


async def test_a_time_is_typed_or_chosen_in_the_admins_zone(draft: Any, desk: Desk, admin: Talk) -> None:  # noqa: ANN401 - an Answer
    answer = await admin.press(draft.buttons["🕗 时间"])
    assert "Asia/Shanghai" in answer.words
    await admin.press(answer.buttons["✍️ 输入时间"])
    for typed, words in (
        ("周末", "看不懂这个时间"),
        ("昨晚八点", "已经过去了"),
        ("11-21 9:00", "已经过去了"),
        ("2030-01-01 9:00", "太远了"),
    ):
        assert words in (await desk.say(typed)).words
    answer = await desk.say("明天 9:00")
    assert "🕗 明天 09:00" in answer.words
    answer = await admin.press("v1:bcat:1:2")
    assert "🕗 20:00" in answer.words
    answer = await admin.press("v1:bcgo:1")
    assert "20:00 开始发送" in answer.words
    assert (await kept(desk)).start_at.hour == 12
    undone = await admin.press(answer.buttons["↩️ 收回再改"])
    assert "🕗 20:00" in undone.words, "its time stays"


async def test_a_spread_is_chosen_and_told(draft: Any, desk: Desk, admin: Talk) -> None:  # noqa: ANN401 - an Answer
    answer = await admin.press(draft.buttons["⏳ 分散"])
    answer = await admin.press(answer.buttons["4 小时"])
    assert "分散在 4 小时内发完" in answer.words
    assert "分散在 4 小时内发完" in (await admin.press("v1:bcgo:1")).words, "and told until it begins"
    desk.passes(seconds=31)
    await desk.tick()
    assert await desk.arrive() == 1
    desk.passes(hours=2)
    await desk.tick()
    assert await desk.arrive() == 2
    desk.passes(hours=2)
    assert await desk.all_arrive() == 1


async def test_an_audience_is_chosen_by_pressing(draft: Any, desk: Desk, admin: Talk, shop: Shop) -> None:  # noqa: ANN401 - an Answer
    finance = shop.categories["金融",]
    await shop.store.subscriptions.add(5001, finance, now=desk.now)
    answer = await admin.press(draft.buttons["👥 受众"])
    assert answer.rows[0] == ["✅ 全部读者"]
    answer = await admin.press(answer.buttons["简体中文"])
    answer = await admin.press(answer.buttons["私聊"])
    assert "简体中文 · 私聊：4 个聊天" in answer.words
    answer = await admin.press(answer.buttons["7 天内活跃"])
    answer = await admin.press(answer.buttons["📚 类别"])
    answer = await admin.press(answer.buttons["金融"])
    assert "金融 · 简体中文 · 私聊 · 最近 7 天活跃：1 个聊天" in answer.words
    meant = Audience(category_ids=(finance,), languages=("zh-Hans",), kinds=("private",), active_days=7)
    assert (await kept(desk)).audience == meant
    await admin.press(f"v1:bccat:1:{finance}:0")
    answer = await admin.press("v1:bcwho:1")
    answer = await admin.press(answer.buttons["全部读者"])
    assert (await kept(desk)).audience == Audience()


async def test_days_and_categories_can_be_typed(draft: Any, desk: Desk, admin: Talk, shop: Shop) -> None:  # noqa: ANN401 - an Answer
    assert draft
    await admin.press("v1:bcask:1:4")
    assert "天数要是 1 到 3,650 的数字" in (await desk.say("很多")).words
    answer = await desk.say("14 天")
    assert "最近 14 天活跃" in answer.words
    await admin.press("v1:bcask:1:5")
    assert "没有找到" in (await desk.say("从没听过")).words
    answer = await desk.say("金融")
    assert "👥 金融 · 最近 14 天活跃" in answer.words
    assert (await kept(desk)).audience.category_ids == (shop.categories["金融",],)


async def test_the_link_of_an_article_becomes_the_article(desk: Desk, admin: Talk, shop: Shop) -> None:
    await shop.article(("编程", "Hacker News"), "港口新航线今日开通")
    answer = await admin.say("/broadcast https://example.org/1")
    assert "📰 文章：港口新航线今日开通" in answer.words
    seen = await admin.press(answer.buttons["👁 预览"])
    assert "港口新航线今日开通" in seen.words
    assert desk


async def test_an_article_without_a_title_is_named_on_the_card_by_its_words(admin: Talk, shop: Shop) -> None:
    await shop.article(("编程", "Hacker News"), "")
    assert "📰 文章：首班船上午九点离港。" in (await admin.say("/broadcast https://example.org/1")).words


async def test_what_is_too_long_is_told_with_the_room_there_is(desk: Desk, admin: Talk) -> None:
    await admin.say("/broadcast")
    answer = await desk.say(Version(text="字" * 1025, photo="file-1"))
    assert "最多 1,024 个字" in answer.words
    assert "✍️" in answer.words, "and it is asked again"


async def test_a_draft_can_be_thrown_away(draft: Any, desk: Desk, admin: Talk) -> None:  # noqa: ANN401 - an Answer
    asked = await admin.press(draft.buttons["🗑 丢弃"])
    assert "丢弃这份草稿吗？" in asked.words
    assert "📝 今晚停水" in (await admin.press(asked.buttons["‹ 返回"])).words
    answer = await admin.press(asked.buttons["🗑 确定丢弃"])
    assert answer.toast == "已丢弃"
    assert answer.words == "📣 群发 #1 · 已丢弃\n📝 今晚停水"
    assert answer.rows == []
    assert "还没有群发过" in (await admin.say("/broadcasts")).words
    assert (await kept(desk)).ended_at
