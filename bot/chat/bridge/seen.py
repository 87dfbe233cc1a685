"""What was met already: updates by their numbers, chats that were here within the hour, and groups just greeted."""

from datetime import datetime, timedelta

from bot.chat.reply import Reply

GREETED = timedelta(seconds=10)
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


class Greetings:
    """What groups that let the bot in were just told: who adds it by a link says `/start` there without knowing."""

    def __init__(self) -> None:
        self._said: dict[int, tuple[datetime, Reply]] = {}

    def note(self, chat_id: int, reply: Reply, now: datetime) -> None:
        self._said = {other: said for other, said in self._said.items() if said[0] > now - GREETED}
        self._said[chat_id] = now, reply

    def has_just_said(self, chat_id: int, reply: Reply, now: datetime) -> bool:
        """Tells whether a group has heard the very same a moment ago; true once."""
        at, said = self._said.pop(chat_id, (now, None))
        return said == reply and now < at + GREETED
