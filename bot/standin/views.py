"""What a page is shown: the whole state as the control API tells it."""

from bot.standin.sim import Sim
from bot.standin.wire import Json
from bot.standin.world import Person, Room

SHOWN_MESSAGES = 300


def state(sim: Sim) -> Json:
    bot = sim.world.bot
    description = sim.menus.text("description", "")
    return {
        "bot": {"id": bot.id, "first_name": bot.first_name, "username": bot.username, "description": description},
        "commands": commands_seen(sim),
        "people": [person(one) for one in sim.world.people.values()],
        "chats": [chat(sim, room) for room in sim.world.rooms.values()],
        "drops": drops(sim),
        "faults": sim.faults.shown(),
        "flood": sim.flood.on,
        "report": sim.report(),
    }


def person(one: Person) -> Json:
    return {"id": one.id, "first_name": one.first_name, "language_code": one.language_code, "role": one.role}


def chat(sim: Sim, room: Room) -> Json:
    language = sim.world.people[room.members[0]].language_code if room.members else ""
    return {
        "id": room.id,
        "kind": room.kind,
        "title": room.title,
        "person": room.person,
        "members": list(room.members),
        "language_code": language,
        "description": sim.menus.text("description", language[:2]),
        "blocked": room.blocked or room.bot_status in {"kicked", "left"},
        "migrated_to": room.migrated_to,
        "messages": list(room.messages.values())[-SHOWN_MESSAGES:],
        "typing": room.typing_until > sim.clock(),
    }


def commands_seen(sim: Sim) -> Json:
    """Each chat's menu as the chat's person (a group's first member) sees it."""
    rooms = [room for room in sim.world.rooms.values() if room.members]
    return {str(room.id): sim.menus.seen_by(sim.world.people[room.members[0]], room) for room in rooms}


def drops(sim: Sim) -> list[Json]:
    return sim.drops.shown() if sim.drops else []


def outbox(room: Room) -> list[Json]:
    """What the bot said in a chat and did not take back."""
    return [message for message in room.messages.values() if message["from"]["is_bot"]]
