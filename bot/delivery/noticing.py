"""Writes how a feed is doing, for its admins or its readers."""

from bot.core.addresses import door
from bot.core.source_state import SourceState
from bot.delivery.emphasis import message
from bot.logs import hide_secrets
from bot.markup import Message
from bot.texts import say


def notice(language: str, key: str, *, title: str, place: str, state: SourceState) -> Message:
    """Writes a notice of a feed's title, its place and how it is."""
    problem = f"feed-problem-{state.problem}" if state.problem else "feed-problem-none"
    return message(
        language,
        key,
        title=title or hide_secrets(place),
        address=hide_secrets(state.moved_to or place),
        problem=say(language, state.why.key if state.why else problem),
        count=state.failures,
        door=door(place),
    )
