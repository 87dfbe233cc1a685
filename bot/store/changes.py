"""Which chats changed what they read, for whoever keeps an index of readers in memory."""

from collections.abc import Iterable


class Changes:
    """The chats that were written since they were last taken."""

    def __init__(self) -> None:
        self._chat_ids: set[int] = set()
        self._is_watched = False

    def watch(self) -> None:
        """Begins to note changes; before that nobody asks for them."""
        self._is_watched = True

    def note(self, chat_ids: Iterable[int]) -> None:
        if self._is_watched:
            self._chat_ids.update(chat_ids)

    def take(self) -> set[int]:
        """Gives what was noted and begins anew."""
        taken, self._chat_ids = self._chat_ids, set()
        return taken
