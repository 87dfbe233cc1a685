from bot.chat import menu
from bot.chat.commands import ACTIONS, COMMANDS
from bot.chat.request import data

ADMIN = 7


def test_the_menu_is_the_table_of_commands_in_each_language() -> None:
    everyone = menu.for_everyone()
    assert {shown.language_code for shown in everyone} == {"", "zh"}
    for shown in everyone:
        assert shown.chat_id is None
        assert [name for name, _ in shown.rows] == [command.name for command in COMMANDS if not command.admin_only]
        assert all(1 <= len(description) <= 256 for _, description in shown.rows)


def test_an_admin_sees_every_command() -> None:
    for shown in menu.for_chat(ADMIN, language=None, admin=True):
        assert shown.chat_id == ADMIN
        assert [name for name, _ in shown.rows] == [command.name for command in COMMANDS]


def test_a_chat_that_chose_a_language_sees_its_commands_in_it_whatever_the_phone_speaks() -> None:
    for shown in menu.for_chat(7, language="zh-Hant", admin=False):
        assert ("mine", "我的訂閱") in shown.rows
        assert "status" not in dict(shown.rows)


def test_the_menu_shows_examples_as_plain_words() -> None:
    rows = dict(menu.for_chat(ADMIN, language="zh-Hans", admin=True)[0].rows)
    assert rows["subscribe"] == "订阅类别，如 /subscribe 金融"
    assert not any("`" in description for description in rows.values())


def test_the_page_of_the_bot_fits_what_telegram_shows() -> None:
    for about in menu.abouts():
        assert 0 < len(about.description) <= 512
        assert 0 < len(about.short) <= 120


def test_every_name_stands_once_in_its_table_and_fits() -> None:
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)
    actions = [action.name for action in ACTIONS]
    assert len(set(actions)) == len(actions)
    for action in ACTIONS:
        assert len(data(action.name, *(10**15 - 1,) * action.numbers).encode()) <= 64
