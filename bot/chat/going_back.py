"""How far back each chat has gone through the newest articles, so that nothing brings the same ones again."""

from typing import TypeVar

from bot.model import Chat

MOST_CHATS = 10_000
"""So many are remembered; of others, and over a restart, a button brings once more what it brought."""

Wanted = tuple[int, ...]
"""The article to go on behind, and the categories that are meant: 0 for the chat's own."""
Kept = TypeVar("Kept")


class GoingBack:
    """Remembers for each chat, in a forum for each topic, what its buttons have brought since it asked anew."""

    def __init__(self) -> None:
        self._brought: dict[tuple[int, int | None], dict[Wanted, int]] = {}
        self._next: dict[tuple[int, int | None], tuple[int, Wanted]] = {}

    def begin(self, chat: Chat, newest: int, following: Wanted) -> None:
        """Starts anew from the newest article, 0 where nothing follows the few that were shown with it."""
        self._brought.pop((chat.id, chat.topic), None)
        self._keep(self._next, chat, (newest, following))

    def note(self, chat: Chat, wanted: Wanted, newest: int, following: Wanted) -> None:
        """Keeps what was brought, in the same way."""
        self._keep(self._brought, chat, {**self._brought.get((chat.id, chat.topic), {}), wanted: following[0]})
        self._keep(self._next, chat, (newest, following))

    def following(self, chat: Chat, newest: int | None = None) -> Wanted | None:
        """Tells what follows the last articles that were shown, if need be those of which this is the newest."""
        shown, following = self._next.get((chat.id, chat.topic), (0, None))
        return following if newest in {None, shown} else None

    def behind(self, chat: Chat, wanted: Wanted) -> int:
        """Tells behind which article a button goes on by now."""
        brought = self._brought.get((chat.id, chat.topic), {})
        for _ in brought:  # not for ever: an article that was dated anew may stand behind what it was before
            wanted = (brought.get(wanted, wanted[0]), *wanted[1:])
        return wanted[0]

    @staticmethod
    def _keep(places: dict[tuple[int, int | None], Kept], chat: Chat, kept: Kept) -> None:
        places[chat.id, chat.topic] = kept
        if len(places) > MOST_CHATS:
            del places[next(iter(places))]
