from typing import Any

from bot.model import ChatState

Talk = Any
Shop = Any
READER = 1001


async def test_what_is_ended_in_the_list_stays_in_its_place_and_comes_back_with_a_press(talk: Talk) -> None:
    for name in ("金融", "编程", "新媒体"):
        await talk.say(f"/subscribe {name}")
    board = await talk.say("/mine")
    for name in ("编程", "新媒体", "金融"):
        board = await talk.press(board.buttons[f"✖️ {name}"])
    assert board.rows[:3] == [["↩️ 金融"], ["↩️ 编程"], ["↩️ 新媒体"]]
    assert await talk.subscribed() == set()
    board = await talk.press(board.buttons["↩️ 编程"])
    assert (board.toast, board.rows[1]) == ("✅ 已订阅「编程」", ["✖️ 编程"])
    assert await talk.subscribed() == {("编程",)}


async def test_taking_back_what_was_ended_leaves_a_pause_as_it_is(talk: Talk, shop: Shop) -> None:
    await talk.say("/subscribe 金融")
    await talk.say("/stop")
    ended = await talk.press((await talk.say("/mine")).buttons["✖️ 金融"])
    await talk.press(ended.buttons["↩️ 金融"])
    assert (await shop.store.chats.get(READER)).state is ChatState.PAUSED


async def test_mine_without_subscriptions_offers_the_categories(talk: Talk) -> None:
    answer = await talk.say("/mine")
    assert "还没有订阅" in answer.words
    assert ["金融", "›"] in answer.rows


async def test_mine_turns_pages_when_there_is_much(talk: Talk, shop: Shop) -> None:
    names = [f"类别{number}" for number in range(11)]
    await shop.stock([(name,) for name in names])
    for name in names:
        await talk.say(f"/subscribe {name}")
    first = await talk.say("/mine")
    assert len(first.rows) == 8 + 2
    second = await talk.press(first.buttons["下一页 ›"])
    assert second.is_edit
    assert [row for row in second.rows if row[0].startswith("✖️")] == [["✖️ 类别8"], ["✖️ 类别9"], ["✖️ 类别10"]]
