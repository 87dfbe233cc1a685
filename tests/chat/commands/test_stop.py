from typing import Any

import pytest

from bot.model import ChatState

Talk = Any
Shop = Any
READER = 1001
NEWS = ("编程", "Hacker News")


async def test_stop_silences_at_once_and_can_be_taken_back(talk: Talk, shop: Shop) -> None:
    await talk.say("/subscribe 编程")
    article = await shop.article(NEWS)
    await shop.reserve(article, NEWS)
    stopped = await talk.say("/stop")
    assert await shop.store.deliveries.count() == {"dropped": 1}
    assert await shop.reserve(await shop.article(NEWS, "另一条"), NEWS) == 0
    assert "推送已暂停" in (await talk.say("/mine")).words
    resumed = await talk.press(stopped.buttons["▶️ 恢复推送"])
    assert resumed.words == "▶️ 推送已恢复。"
    assert await shop.reserve(await shop.article(NEWS, "第三条"), NEWS) == 1
    assert await talk.subscribed() == {("编程",)}


async def test_stopping_one_category_leaves_the_others_on(talk: Talk, shop: Shop) -> None:
    await talk.say("/subscribe 金融、编程")
    assert (await talk.say("/stop 金融")).words == "已退订「金融」。"
    assert "是不是这些" in (await talk.say("/stop 编城")).words
    assert (await shop.store.chats.get(READER)).state is ChatState.ACTIVE
    assert await talk.subscribed() == {("编程",)}
    assert "不再推送了" in (await talk.say("/stop 全都不要了")).words


@pytest.mark.parametrize("wish", ["/start", "/subscribe 金融"])
async def test_whoever_asks_for_news_after_a_stop_gets_it_again(talk: Talk, shop: Shop, wish: str) -> None:
    await talk.say("/stop")
    assert "推送已恢复" in (await talk.say(wish)).words
    assert (await shop.store.chats.get(READER)).state is ChatState.ACTIVE
