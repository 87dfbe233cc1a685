import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.request import LONGEST, Press, data, formatted, hear, pressed
from bot.markup import Typed


@pytest.mark.parametrize(
    ("text", "command", "args", "to"),
    [
        ("/start", "start", "", ""),
        ("/Start@Jianbao_Bot", "start", "", "jianbao_bot"),
        ("/subscribe 金融  编程 ", "subscribe", "金融  编程", ""),
        ("/headline 第一行\n第二行", "headline", "第一行\n第二行", ""),
        ("/headline\n第一行", "headline", "第一行", ""),
        ("/subscribe\u3000金融", "subscribe", "金融", ""),
        ("\uff0fsubscribe 金融", "subscribe", "金融", ""),
        ("/sub\0scribe", "subscribe", "", ""),
    ],
)
def test_a_command_is_taken_apart(text: str, command: str, args: str, to: str) -> None:
    heard = hear(text, is_command=True)
    assert (heard.command, heard.args, heard.to) == (command, args, to)


def test_a_wide_slash_begins_a_command_though_telegram_does_not_mark_it() -> None:
    assert hear("\uff0fhelp", is_command=False).command == "help"
    assert hear("\uff0f金融", is_command=False).args == "\uff0f金融"
    assert formatted(Typed("\uff0fheadline 大桥通车"), None).text == "大桥通车"


def test_what_telegram_does_not_mark_as_a_command_is_plain_words() -> None:
    assert hear("/usr/bin 金融", is_command=False).args == "/usr/bin 金融"
    assert hear("/订阅 金融", is_command=True).command == ""


@given(st.text(st.characters()), st.booleans())
def test_any_text_can_be_heard(text: str, is_command: bool) -> None:  # noqa: FBT001 - hypothesis hands it in
    heard = hear(text, is_command=is_command)
    assert len(heard.args) <= LONGEST
    heard.args.encode()
    assert "\0" not in heard.args


def test_a_button_can_name_every_chat_telegram_can_have() -> None:
    largest = 2**52 - 1
    assert pressed(data("fwyes", 7, largest, 1)) == Press(action="fwyes", numbers=(7, largest, 1))
