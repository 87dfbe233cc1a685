"""What the bot tells about itself: commands by scope and language, descriptions, menu buttons."""

import re
from dataclasses import dataclass, field

from bot.standin.errors import bad
from bot.standin.wire import Json
from bot.standin.world import Person, Room

MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}|")
SCOPES: dict[str, tuple[str, ...]] = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}


@dataclass(slots=True)
class Menus:
    """Everything set with setMy…; keys are a scope and a language, both as text."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    buttons: dict[int, Json] = field(default_factory=dict)

    def seen_by(self, person: Person, room: Room) -> list[Json]:
        """The commands a person's menu shows in a chat: the nearest scope, their language before none."""
        for scope in _scopes(person.id, room):
            for language in (person.language_code[:2], ""):
                if (scope, language) in self.commands:
                    return self.commands[scope, language]
        return []

    def text(self, kind: str, language: str) -> str:
        return self.texts.get((kind, language)) or self.texts.get((kind, ""), "")

    def set_text(self, kind: str, language: str, text: str) -> None:
        if len(text) > TEXT_LIMITS[kind]:
            raise bad(f"bot {kind.replace('_', ' ')} is too long")
        self.texts[kind, language] = text


def _scopes(person: int, room: Room) -> tuple[str, ...]:
    if room.is_private:
        return (f"chat:{room.id}", "all_private_chats", "default")
    is_owner = bool(room.members) and room.members[0] == person
    administrators = (f"chat_administrators:{room.id}",) if is_owner else ()
    all_administrators = ("all_chat_administrators",) if is_owner else ()
    return (
        f"chat_member:{room.id}:{person}",
        *administrators,
        f"chat:{room.id}",
        *all_administrators,
        "all_group_chats",
        "default",
    )


def scope_key(scope: object) -> str:
    """A scope as text; raises for one Telegram does not know."""
    if scope is None:
        return "default"
    kind = scope.get("type") if isinstance(scope, dict) else None
    if not isinstance(scope, dict) or kind not in SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    missing = [name for name in SCOPES[kind] if name not in scope]
    if missing:
        raise bad(f"can't parse BotCommandScope: Can't find field \"{missing[0]}\"")
    return ":".join((kind, *(str(scope[name]) for name in SCOPES[kind])))


def checked_language(code: str) -> str:
    if not LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code


def checked_commands(commands: object) -> list[Json]:
    if not isinstance(commands, list):
        raise bad("can't parse commands: expected an Array of BotCommand")
    if len(commands) > MAX_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    return [_command(command) for command in commands]


def _command(command: object) -> Json:
    if not isinstance(command, dict) or not isinstance(command.get("command"), str):
        raise bad("can't parse BotCommand: expected an Object")
    if not COMMAND.fullmatch(command["command"]):
        raise bad("BOT_COMMAND_INVALID")
    description = command.get("description")
    if not isinstance(description, str) or not 1 <= len(description.strip()) <= MAX_COMMAND_DESCRIPTION:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command["command"], "description": description}
