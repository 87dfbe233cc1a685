"""What the bot sets about itself: commands, name, descriptions, menu button."""

from collections.abc import Callable

from bot.standin.errors import bad
from bot.standin.menus import checked_commands, checked_language, scope_key
from bot.standin.methods.table import Method
from bot.standin.params import Params
from bot.standin.sim import Sim
from bot.standin.views import commands_seen
from bot.standin.wire import Json

MENU_BUTTONS = frozenset({"commands", "web_app", "default"})


def _key(params: Params) -> tuple[str, str]:
    return scope_key(params.value("scope")), checked_language(params.text("language_code"))


def set_my_commands(sim: Sim, params: Params) -> bool:
    sim.menus.commands[_key(params)] = checked_commands(params.value("commands"))
    return _tell_commands(sim)


def delete_my_commands(sim: Sim, params: Params) -> bool:
    sim.menus.commands.pop(_key(params), None)
    return _tell_commands(sim)


def get_my_commands(sim: Sim, params: Params) -> list[Json]:
    return sim.menus.commands.get(_key(params), [])


def _tell_commands(sim: Sim) -> bool:
    sim.events.tell("commands", lambda: {"commands": commands_seen(sim)})
    return True


def _setter(kind: str) -> Callable[[Sim, Params], bool]:
    def set_text(sim: Sim, params: Params) -> bool:
        sim.menus.set_text(kind, checked_language(params.text("language_code")), params.text(kind))
        return True

    return set_text


def _getter(kind: str) -> Callable[[Sim, Params], Json]:
    def get_text(sim: Sim, params: Params) -> Json:
        own = sim.world.bot.first_name if kind == "name" else ""
        return {kind: sim.menus.text(kind, checked_language(params.text("language_code"))) or own}

    return get_text


def set_chat_menu_button(sim: Sim, params: Params) -> bool:
    button = params.value("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in MENU_BUTTONS:
        raise bad("can't parse menu button: Unsupported type specified")
    number = sim.open(params).id if "chat_id" in params else 0
    sim.menus.buttons[number] = button
    return True


def get_chat_menu_button(sim: Sim, params: Params) -> Json:
    number = sim.find(params).id if "chat_id" in params else 0
    return sim.menus.buttons.get(number) or sim.menus.buttons.get(0) or {"type": "commands"}


METHODS: dict[str, Method] = {
    "setMyCommands": set_my_commands,
    "deleteMyCommands": delete_my_commands,
    "getMyCommands": get_my_commands,
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
