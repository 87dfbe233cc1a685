from typing import Any

import pytest

Talk = Any
Shop = Any


async def test_unsubscribing_by_name_can_be_taken_back(talk: Talk) -> None:
    await talk.say("/subscribe 金融")
    answer = await talk.say("/unsubscribe 金融")
    assert answer.words == "已退订「金融」。"
    assert await talk.subscribed() == set()
    undone = await talk.press(answer.buttons["↩️ 撤销"])
    assert undone.is_edit
    assert await talk.subscribed() == {("金融",)}


async def test_several_subscriptions_end_at_once(talk: Talk) -> None:
    await talk.say("/subscribe 金融、编程")
    answer = await talk.say("/unsubscribe 编程 金融")
    assert answer.words == "已退订「编程、金融」。"
    assert answer.rows == [["我的订阅"]]
    assert await talk.subscribed() == set()


@pytest.mark.parametrize("named", ["新浪财经", "金融/新浪财经", "金融 › 新浪财经 › 国内", "金融/国内"])
async def test_unsubscribing_below_a_subscription_says_which_one_brings_it(talk: Talk, named: str) -> None:
    await talk.say("/subscribe 金融")
    answer = await talk.say(f"/unsubscribe {named}")
    assert await talk.subscribed() == {("金融",)}
    assert "要退订整个「金融」吗" in answer.words
    kept = await talk.press(answer.buttons["保留"])
    assert kept.words == "好的，「金融」照常推送。"
    await talk.press(answer.buttons["退订 金融"])
    assert await talk.subscribed() == set()


async def test_unsubscribing_tells_when_another_subscription_still_brings_it(talk: Talk) -> None:
    await talk.say("/subscribe 金融/新浪财经")
    await talk.say("/subscribe 金融")
    answer = await talk.say("/unsubscribe 新浪财经")
    assert "「金融」还订着" in answer.words


async def test_unsubscribing_from_several_answers_for_each(talk: Talk) -> None:
    await talk.say("/subscribe 编程、金融")
    answer = await talk.say("/unsubscribe 编程 新浪财经 新媒体 啥啥")
    assert answer.words.splitlines() == [
        "已退订「编程」。",
        "订阅的是「金融」，它包含「金融 › 新浪财经」。要退订整个「金融」吗？",
        "没有订阅「新媒体」。",
        "没有找到「啥啥」。",
    ]
    assert await talk.subscribed() == {("金融",)}


async def test_what_ends_together_is_not_said_to_come_still(talk: Talk) -> None:
    await talk.say("/subscribe 新浪财经")
    await talk.say("/subscribe 金融")
    assert (await talk.say("/unsubscribe 金融、新浪财经")).words == "已退订「金融、金融 › 新浪财经」。"


async def test_of_several_namesakes_the_subscribed_one_ends(talk: Talk) -> None:
    await talk.say("/subscribe 新媒体/国内")
    assert (await talk.say("/unsubscribe 国内")).words == "已退订「新媒体 › 国内」。"
    assert (await talk.say("/unsubscribe 国内")).words == "没有找到「国内」。"


async def test_an_old_offer_to_unsubscribe_never_tells_of_what_did_not_end(talk: Talk, shop: Shop) -> None:
    offer = f"v1:drop:{shop.categories['金融', '新浪财经']}"
    assert (await talk.press(offer)).words == "没有订阅「金融 › 新浪财经」。"
    await talk.say("/subscribe 金融")
    assert "要退订整个「金融」吗" in (await talk.press(offer)).words


async def test_unsubscribing_from_what_was_not_subscribed_is_told(talk: Talk) -> None:
    assert (await talk.say("/unsubscribe 编程")).words == "没有订阅「编程」。"
    assert (await talk.say("/unsubscribe 什么呀")).words == "没有找到「什么呀」。"


async def test_unsubscribe_without_a_name_lists_what_can_be_ended(talk: Talk) -> None:
    await talk.say("/subscribe 金融")
    await talk.say("/subscribe 编程")
    answer = await talk.say("/unsubscribe")
    assert answer.rows[:2] == [["✖️ 金融"], ["✖️ 编程"]]
    ended = await talk.press(answer.buttons["✖️ 金融"])
    assert (ended.toast, ended.rows[:2]) == ("已退订「金融」", [["↩️ 金融"], ["✖️ 编程"]])
    assert (await talk.press(answer.buttons["✖️ 金融"])).toast == "没有订阅「金融」"
