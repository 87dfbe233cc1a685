"""How far back each chat has gone through the newest articles, so that no button brings the same ones again."""

from bot.model import Chat

MOST_CHATS = 10_000
"""So many are remembered; of others, and over a restart, a button brings once more what it brought."""

Wanted = tuple[int, ...]
"""The article a button goes on behind, and the categories it names."""


class GoingBack:
    """Remembers for each chat, in a forum for each topic, what its buttons have brought since it asked anew."""

    def __init__(self) -> None:
        self._brought: dict[tuple[int, int | None], dict[Wanted, int]] = {}

    def begin(self, chat: Chat) -> None:
        """Starts anew: the newest are shown again, and all behind them may be."""
        self._brought.pop((chat.id, chat.topic), None)

    def note(self, chat: Chat, wanted: Wanted, oldest: int) -> None:
        """Keeps which was the oldest article that a button brought."""
        self._brought.setdefault((chat.id, chat.topic), {})[wanted] = oldest
        if len(self._brought) > MOST_CHATS:
            del self._brought[next(iter(self._brought))]

    def behind(self, chat: Chat, wanted: Wanted) -> int:
        """Tells behind which article a button goes on by now."""
        brought = self._brought.get((chat.id, chat.topic), {})
        while wanted in brought:
            wanted = (brought[wanted], *wanted[1:])
        return wanted[0]
