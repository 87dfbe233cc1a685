"""Finds the function for what a person typed or pressed."""

from bot.chat.commands import ACTIONS, COMMANDS, fallback, sources, start
from bot.chat.commands.desk import writing as desk
from bot.chat.reply import Reply, toasted
from bot.chat.request import Request, pressed
from bot.chat.rights import may_administer
from bot.chat.services import Services
from bot.texts import say

_COMMANDS = {command.name: command for command in COMMANDS}
_ACTIONS = {action.name: action for action in ACTIONS}


async def to_words(request: Request, services: Services) -> Reply | None:
    """Answers a message; None where the bot was not meant, as between people in a group."""
    if not request.command:
        if may_administer(request) and (taken := await desk.take(request, services)):
            return taken
        if may_administer(request) and request.attached:
            return await sources.take(request, services, request.attached)
        if request.odd == "album":
            return None
        answer = fallback.words if request.args else fallback.media
        return await answer(request, services) if request.addressed else None
    command = _COMMANDS.get(request.command)
    if command and (may_administer(request) or not command.admin_only):
        return await command.function(request, services)
    return await fallback.unknown(request, services) if request.addressed else None


async def to_arrival(request: Request, services: Services) -> Reply:
    """Says the first words in a group that let the bot in."""
    return await start.greet(request, services)


async def to_press(request: Request, data: str, services: Services) -> Reply:
    """Answers a pressed button, whoever made its data."""
    press = pressed(data)
    action = _ACTIONS.get(press.action) if press else None
    if press is None or action is None or not action.takes(len(press.numbers)):
        return toasted(say(request.language, "toast-stale"))
    if action.admin_only and not may_administer(request):
        return toasted(say(request.language, "toast-stale"))
    return await action.function(request.pressing(press.numbers), services)
