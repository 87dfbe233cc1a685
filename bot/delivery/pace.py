"""When the next message may go out: Telegram's limits as a pure decision; the time is always an argument."""

import random
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.delivery.allowance import SLACK, Allowance

PRIVATE_SECONDS = 1.0
MOST_OWED_SECONDS = 5.0
GROUP_SECONDS = 3.5
GROUP_COUNT = 17
"""Of the 20 a minute that groups and channels grant; three are kept for answers to people."""
GROUP_WINDOW = 60.0
MAX_HOLD_SECONDS = 60.0
TROUBLE_HOLD_SECONDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
FLOOD_MEMORY_SECONDS = 10.0
SEVERAL = 2
PERSON_SECONDS = 0.01
"""While a person's answer waits for its place, whoever delivers looks again so soon."""


class Pace:
    """Counts what was sent and tells how many may go now, and which chats must rest."""

    def __init__(
        self, *, per_second: float = 30, paid_per_second: float = 0, chance: Callable[[], float] = random.random
    ) -> None:
        self._free = Allowance(per_second)
        self._paid = Allowance(paid_per_second) if paid_per_second else None
        self._edits = Allowance(per_second)
        self._chance = chance
        self._rests: dict[int, float] = {}
        self._bans: dict[int, float] = {}
        """Until when Telegram asked chats to wait: people's answers too, who need no rest otherwise."""
        self._groups: dict[int, deque[float]] = {}
        self._hold = 0.0
        self._flood_hold = 0.0
        self._floods: deque[tuple[float, int]] = deque()
        self._stumbled: set[int] = set()
        self._troubles = 0
        self._people = 0

    @property
    def is_well(self) -> bool:
        """Tells whether Telegram takes messages, as far as the last ones showed."""
        return self._troubles == 0

    def room(self, now: float) -> int:
        """Tells how many messages may go out at this moment, to chats that do not rest; none before a person's."""
        return 0 if self._held(now) or self._people else self._free.room(now)

    def burst(self, now: float) -> int:
        """Tells how many messages go out at once at most."""
        return self._free.burst(now)

    def paid_room(self, now: float) -> int:
        """Tells the same of messages that are paid for; they take no place of the others."""
        return 0 if self._held(now) or self._paid is None else self._paid.room(now)

    def wait(self, now: float) -> float:
        """Tells in how many seconds `room` may be more than 0."""
        person = PERSON_SECONDS if self._people else 0.0
        return max(self._held(now), self._free.gap(now), person)

    def paid_wait(self, now: float) -> float:
        """Tells in how many seconds `paid_room` may be more than 0; without end when nothing is paid for."""
        return max(self._held(now), self._paid.gap(now)) if self._paid else float("inf")

    def gap(self, now: float) -> float:
        """Tells in how many seconds there is a place for a person's answer."""
        return max(self._flood_hold - now, self._free.gap(now))

    def edit_gap(self, now: float) -> float:
        """Tells the same of an answer that rewrites a message: it takes no place of those that are sent."""
        return max(self._flood_hold - now, self._edits.gap(now))

    def banned(self, chat_id: int, now: float) -> float:
        """Tells how many seconds Telegram wants to hear nothing for a chat, not even an answer."""
        return max(0.0, self._bans.get(chat_id, now) - now)

    def rate(self, now: float, *, paid: bool = False) -> float:
        """Gives the messages a second that may go out now, as far as Telegram grants them."""
        return self._paid.rate(now) if paid and self._paid else self._free.rate(now)

    def whole_rate(self, now: float) -> float:
        """Gives the messages a second that may go out now, free and paid for."""
        return self._free.rate(now) + (self._paid.rate(now) if self._paid else 0.0)

    @contextmanager
    def person(self) -> Iterator[None]:
        """Within the block a person's answer waits for its place, and nothing is delivered before it."""
        self._people += 1
        try:
            yield
        finally:
            self._people -= 1

    def resting(self, now: float) -> frozenset[int]:
        """Lists the chats that may get nothing now."""
        self._rests = {chat_id: until for chat_id, until in self._rests.items() if until > now}
        return frozenset(self._rests)

    def next_rested(self, now: float) -> float | None:
        """Tells when the first resting chat may get something again."""
        return min((until for until in self._rests.values() if until > now), default=None)

    def take(self, chat_id: int, now: float, *, paid: bool = False) -> None:
        """Counts a message that is being sent, or was: people's answers count too."""
        (self._paid if paid and self._paid else self._free).take(now)
        self.rest(chat_id, self._rested(chat_id, now))

    def take_edit(self, now: float) -> None:
        """Counts an answer that rewrites a message."""
        self._edits.take(now)

    def arrived(self, chat_id: int, now: float) -> None:
        """Notes that Telegram took a message; the chat rests from here, since the way there may have been long."""
        self._stumbled.clear()
        self._troubles = 0
        self.rest(chat_id, now + _usual_rest(chat_id))

    def rest(self, chat_id: int, until: float) -> None:
        """Lets a chat wait at least until then."""
        self._rests[chat_id] = max(until, self._rests.get(chat_id, until))

    def ban(self, chat_id: int, seconds: float, now: float) -> float:
        """Takes a 429 as that chat's own: it waits as asked, news a little more; tells until when."""
        self._bans = {other: until for other, until in self._bans.items() if until > now}
        self._bans[chat_id] = max(now + seconds, self._bans.get(chat_id, now))
        until = now + seconds + self._chance() * max(1.0, seconds / 10)
        self.rest(chat_id, until)
        return until

    def flooded(self, chat_id: int, seconds: float, now: float) -> float:
        """Takes a 429 for a message; all slow down only if several chats are asked to wait that got one at a time."""
        was_hasty = self._rests.get(chat_id, now) > now + _usual_rest(chat_id)
        until = self.ban(chat_id, seconds, now)
        if not was_hasty:
            self._floods.append((now, chat_id))
        while self._floods and self._floods[0][0] < now - FLOOD_MEMORY_SECONDS:
            self._floods.popleft()
        if not was_hasty and len({chat for _, chat in self._floods}) >= SEVERAL:
            if now >= self._flood_hold:  # the others of the same wave were sent at the old rate
                for allowance in filter(None, (self._free, self._paid, self._edits)):
                    allowance.slow_down(now)
            self._flood_hold = max(self._flood_hold, min(until, now + MAX_HOLD_SECONDS))
        return until

    def stumbled(self, chat_id: int, now: float, *, everywhere: bool = False) -> None:
        """Takes a failed send; all wait a while when Telegram fails for several chats, or `everywhere`."""
        self._stumbled.add(chat_id)
        if self._held(now) or (len(self._stumbled) < SEVERAL and not everywhere):
            return
        self._hold = now + TROUBLE_HOLD_SECONDS[min(self._troubles, len(TROUBLE_HOLD_SECONDS) - 1)]
        self._troubles += 1

    def _held(self, now: float) -> float:
        """Tells for how many seconds nothing is delivered to anybody."""
        return max(0.0, self._hold - now, self._flood_hold - now)

    def _rested(self, chat_id: int, now: float) -> float:
        if chat_id > 0:  # answers to a person may come in a burst; news then waits for as long as that was worth
            return min(max(now, self._rests.get(chat_id, now)), now + MOST_OWED_SECONDS) + PRIVATE_SECONDS
        sent = self._groups.pop(chat_id, deque(maxlen=GROUP_COUNT))
        sent.append(now)
        self._groups[chat_id] = sent
        for other in [next(iter(self._groups))] if len(self._groups) > 1 else []:
            if self._groups[other][-1] <= now - GROUP_WINDOW:
                del self._groups[other]
        full = sent[0] + GROUP_WINDOW * SLACK if len(sent) == GROUP_COUNT else now
        return max(now + GROUP_SECONDS, full)


def _usual_rest(chat_id: int) -> float:
    return PRIVATE_SECONDS if chat_id > 0 else GROUP_SECONDS
