"""What was met already: updates by their numbers, and chats that were here within the hour."""

from datetime import datetime, timedelta

VISIT = timedelta(hours=1)
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


class Visits:
    """Which chats were noted as seen within the hour, so that a talk costs one write."""

    def __init__(self, most: int = MOST_KNOWN) -> None:
        self._most = most
        self._noted: dict[int, datetime] = {}

    def is_new(self, chat_id: int, now: datetime) -> bool:
        """Notes a visit; False when one was noted within the last hour."""
        noted = self._noted.get(chat_id)
        if noted is not None and noted <= now < noted + VISIT:
            return False
        self._noted.pop(chat_id, None)
        self._noted[chat_id] = now
        if len(self._noted) > self._most:
            del self._noted[next(iter(self._noted))]
        return True
