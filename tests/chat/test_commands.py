from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.commands import COMMANDS
from bot.markup import Span, Style
from bot.texts import LANGUAGES

Talk = Any
Shop = Any

EVERY_COMMAND = [(command.name, language) for command in COMMANDS for language in LANGUAGES]


@pytest.mark.parametrize(("name", "language"), EVERY_COMMAND)
@pytest.mark.parametrize("args", ["", " 金融", " 从没听过"])
async def test_every_command_answers_in_every_language(admin: Talk, name: str, language: str, args: str) -> None:
    admin.language = language
    answer = await admin.say(f"/{name}{args}")
    assert answer.words.strip()


async def test_start_before_the_first_reading_says_that_categories_will_come(talk: Talk, shop: Shop) -> None:
    await shop.store.database._writer.execute("DELETE FROM category")
    await shop.store.database._writer.commit()
    for command, words in (("/start", "新闻还在整理"), ("/categories", "还没有类别"), ("/subscribe 金融", "没有找到")):
        answer = await talk.say(command)
        assert words in answer.words
        assert answer.rows == [["📚 全部类别"]]
    for command in ("/mine", "/latest", "/help", "金融"):
        assert await talk.say(command)


async def test_what_a_person_typed_is_only_ever_said_back_as_plain_words(talk: Talk) -> None:
    answer = await talk.say("/subscribe <b>\ue000x\ue001</b>")
    [message] = answer.reply.messages
    assert Span("<b>x</b>", Style.BOLD) in message.text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    text=st.text(st.characters(), max_size=200),
    command=st.sampled_from(["", *(f"/{command.name} " for command in COMMANDS), "/x "]),
)
async def test_nothing_a_person_types_raises(admin: Talk, text: str, command: str) -> None:
    answer = await admin.say(command + text)
    assert answer.shown


@pytest.mark.parametrize(
    "text", ["金" * 65_536, "\0", "\u202e金融", "👩‍👩‍👧‍👦" * 500, "<b>&amp;", "\ud800", "/" * 99, " \n\t "]
)
@pytest.mark.parametrize("command", ["", "/subscribe ", "/unsubscribe ", "/latest ", "/headline "])
async def test_hostile_text_is_answered(admin: Talk, command: str, text: str) -> None:
    assert (await admin.say(command + text)).words
