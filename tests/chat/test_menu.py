from bot.chat import menu
from bot.chat.commands import ACTIONS, COMMANDS
from bot.chat.request import data

ADMIN = 7


def test_the_menu_is_the_table_of_commands_in_each_language() -> None:
    everyone = {shown.language_code: shown.rows for shown in menu.menus([]) if shown.admin_id is None}
    assert set(everyone) == {"", "zh"}
    for rows in everyone.values():
        assert [name for name, _ in rows] == [command.name for command in COMMANDS if not command.admin_only]
        assert all(1 <= len(description) <= 256 for _, description in rows)


def test_each_admin_sees_every_command() -> None:
    mine = [shown for shown in menu.menus([ADMIN]) if shown.admin_id == ADMIN]
    assert len(mine) == len(menu.TONGUES)
    for shown in mine:
        assert [name for name, _ in shown.rows] == [command.name for command in COMMANDS]


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
