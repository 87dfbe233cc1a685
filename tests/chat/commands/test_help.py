from typing import Any

from bot.chat.commands import COMMANDS
from bot.markup import Span, Style
from bot.model import ChatKind

Talk = Any


async def test_help_lists_every_command_a_reader_may_use(talk: Talk, admin: Talk) -> None:
    said, more = (await talk.say("/help")).words, (await admin.say("/help")).words
    for command in COMMANDS:
        assert (f"/{command.name}" in said) is not command.admin_only
        assert f"/{command.name}" in more


async def test_an_example_in_the_help_is_copied_with_a_tap(admin: Talk) -> None:
    for command, example in (
        ("/help", "/subscribe 金融"),
        ("/help", "/follow example.com"),
        ("/headline", "/headline @金融 正文"),
    ):
        (shown,) = (await admin.say(command)).reply.messages
        assert Span(example, Style.CODE) in shown.text


async def test_the_help_of_a_group_promises_nothing_plain_words_would_do(talk: Talk) -> None:
    assert "直接发类别的名称也行" in (await talk.say("/help")).words
    talk.kind, talk.chat_id = ChatKind.SUPERGROUP, -100
    answer = await talk.say("/help")
    assert "直接发类别的名称也行" not in answer.words
    assert "本群的订阅" in answer.buttons
