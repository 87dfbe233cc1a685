from typing import Any

import pytest

from bot.model import ChatKind, ChatState

Talk = Any
Shop = Any


@pytest.mark.parametrize(
    ("language", "hello"), [("zh-Hans", "一字不改"), ("zh-Hant", "一字不改"), ("en", "word for word")]
)
async def test_start_greets_and_shows_the_categories(talk: Talk, shop: Shop, language: str, hello: str) -> None:
    talk.language = language
    await shop.index(("金融", "新浪财经", "国内"), 1203)
    answer = await talk.say("/start")
    assert hello in answer.words
    assert answer.rows[0] == ["金融 (1,203)", "›"]


async def test_a_paused_group_stays_paused_until_one_of_its_admins_says_start(talk: Talk, shop: Shop) -> None:
    talk.kind, talk.chat_id = ChatKind.SUPERGROUP, -100
    await talk.say("/stop", as_chat=True)
    by_a_member = await talk.say("/start")
    assert "推送已暂停" in by_a_member.words
    assert by_a_member.rows[0] == ["▶️ 恢复推送"]
    assert (await shop.store.chats.get(-100)).state is ChatState.PAUSED
    assert "推送已恢复" in (await talk.say("/start", as_chat=True)).words
    assert (await shop.store.chats.get(-100)).state is ChatState.ACTIVE
