from typing import Any

import pytest

Talk = Any
Shop = Any
READER = 1001


async def test_the_language_can_be_chosen_and_stays(talk: Talk) -> None:
    asked = await talk.say("/language")
    assert asked.rows == [["✅ 简体中文"], ["繁體中文"], ["English"]]
    assert (await talk.press(asked.buttons["English"])).words == "All right, English from now on."
    assert "Categories" in (await talk.say("/categories")).words
    assert (await talk.press("v1:lang:7")).toast.startswith("This button no longer works")


@pytest.mark.parametrize("named", ["English", "英语", "英文", "英語", "EN"])
async def test_a_language_can_be_named_at_once(talk: Talk, shop: Shop, named: str) -> None:
    assert (await talk.say(f"/language {named}")).words == "All right, English from now on."
    assert (await shop.store.chats.get(READER)).language == "en"


@pytest.mark.parametrize("named", ["zh-TW", "繁體中文", "zh-Hant", "正體中文"])
async def test_a_language_can_be_named_by_the_codes_people_know(talk: Talk, shop: Shop, named: str) -> None:
    await talk.say(f"/language {named}")
    assert (await shop.store.chats.get(READER)).language == "zh-Hant"


async def test_a_language_nobody_speaks_here_is_told_with_those_there_are(talk: Talk) -> None:
    answer = await talk.say("/language 火星文")
    assert answer.words.startswith("没有「火星文」可选")
    assert ["English"] in answer.rows
