from typing import Any

from bot.markup import Span

Talk = Any


async def test_subscribing_by_name_tells_what_was_done(talk: Talk) -> None:
    answer = await talk.say("/subscribe 金融")
    assert answer.words == "✅ 已订阅「金融」，有新文章就发来。"
    assert await talk.subscribed() == {("金融",)}
    again = await talk.say("/subscribe 金融")
    assert again.words == "✅ 「金融」早已订阅了。"


async def test_several_categories_are_subscribed_at_once_and_the_unknown_one_is_asked_about(talk: Talk) -> None:
    first, second = (await talk.say("/subscribe 金融、编城")).reply.messages
    assert await talk.subscribed() == {("金融",)}
    assert "".join(map(_text, first.text)) == "✅ 已订阅「金融」，有新文章就发来。"
    assert "".join(map(_text, second.text)) == "没有找到「编城」，是不是这些？"
    assert second.keyboard[0][0].label == "订阅 编程"


async def test_traditional_writing_and_other_dashes_mean_the_same_category(talk: Talk) -> None:
    await talk.say("/subscribe 新浪財經－國內")
    assert await talk.subscribed() == {("金融", "新浪财经", "国内")}


async def test_a_name_that_several_categories_bear_is_asked_about(talk: Talk) -> None:
    answer = await talk.say("/subscribe 国内")
    assert "有几个类别都叫「国内」" in answer.words
    await talk.press(answer.buttons["订阅 新媒体 › 国内"])
    assert await talk.subscribed() == {("新媒体", "国内")}


async def test_a_category_below_a_subscribed_one_needs_no_subscription_of_its_own(talk: Talk) -> None:
    await talk.say("/subscribe 金融")
    answer = await talk.say("/subscribe 金融/新浪财经")
    assert answer.words == "「金融」已包含「金融 › 新浪财经」，不必另订。"
    assert await talk.subscribed() == {("金融",)}


async def test_a_path_that_leaves_out_a_name_subscribes_to_its_end_alone(talk: Talk) -> None:
    answer = await talk.say("/subscribe 编程 金融/国内")
    assert answer.words == "✅ 已订阅「编程、金融 › 新浪财经 › 国内」，有新文章就发来。"
    assert await talk.subscribed() == {("编程",), ("金融", "新浪财经", "国内")}


def _text(part: Span | str) -> str:
    return part if isinstance(part, str) else part.text
