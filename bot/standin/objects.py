"""How people, chats and members look on the wire, as Bot API objects."""

from bot.standin.wire import Json
from bot.standin.world import Person, Profile, Room

STANDING: dict[str, Json] = {
    "creator": {"is_anonymous": False},
    "administrator": dict.fromkeys(
        (
            "can_be_edited",
            "is_anonymous",
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
            "can_pin_messages",
            "can_send_welcome_messages",
        ),
        False,
    )
    | {"can_manage_chat": True, "can_delete_messages": True, "can_pin_messages": True},
    "kicked": {"until_date": 0},
}
"""The fields a member of each standing has beside the common two."""
FULL_INFO = {
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    ),
}


def user(person: Person) -> Json:
    shown: Json = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    if person.username:
        shown["username"] = person.username
    return {**shown, "language_code": person.language_code}


def bot_user(profile: Profile, *, own: bool = False) -> Json:
    """The bot as others see it, with `own` as getMe tells it."""
    shown: Json = {
        "id": profile.id,
        "is_bot": True,
        "first_name": profile.first_name,
        "username": profile.username,
    }
    if not own:
        return shown
    return {
        **shown,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": profile.inline,
    }


def chat(room: Room, person: Person | None) -> Json:
    if person is None:
        shown: Json = {"id": room.id, "type": room.kind, "title": room.title}
        return {**shown, "is_forum": True} if room.topics else shown
    shown = {"id": room.id, "type": "private", "first_name": person.first_name}
    return {**shown, "username": person.username} if person.username else shown


def member(who: Json, status: str) -> Json:
    """A ChatMember of that status; the fields each status must have are added."""
    return {"status": status, "user": who, **STANDING.get(status, {})}
