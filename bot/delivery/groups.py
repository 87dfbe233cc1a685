"""What Telegram tells of a group: what it is called, and who may mend what is wrong with it."""

from dataclasses import dataclass

from bot.delivery.forms import form
from bot.delivery.wire import Wire


@dataclass(frozen=True, slots=True)
class Group:
    """A group with the people who are its admins."""

    title: str
    admins: tuple[int, ...]


async def look(wire: Wire, chat_id: int) -> Group | None:
    """Asks for a group; None when Telegram does not tell."""
    body = form({"chat_id": chat_id})
    chat, members = await wire.ask("getChat", body), await wire.ask("getChatAdministrators", body)
    if not isinstance(chat, dict) or not isinstance(members, list):
        return None
    people = [member["user"] for member in members if isinstance(member, dict) and "user" in member]
    return Group(str(chat.get("title", "")), tuple(one["id"] for one in people if not one.get("is_bot")))
