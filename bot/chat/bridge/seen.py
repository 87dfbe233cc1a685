"""Which updates were taken already: the numbers of the last few, since Telegram's need not rise."""

MOST_KNOWN = 4096


class Seen:
    """Tells new updates from those reported again, as after a connection that broke."""

    def __init__(self, most: int = MOST_KNOWN) -> None:
        self._most = most
        self._known: dict[int, None] = {}

    def is_new(self, update_id: int) -> bool:
        """Notes an update; False when it was noted before."""
        if update_id in self._known:
            return False
        self._known[update_id] = None
        if len(self._known) > self._most:
            del self._known[next(iter(self._known))]
        return True
