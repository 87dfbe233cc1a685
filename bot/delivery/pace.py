"""When the next message may go out: Telegram's limits as a pure decision; the time is always an argument."""

import random
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PRIVATE_SECONDS = 1.0
MOST_OWED_SECONDS = 5.0
GROUP_SECONDS = 3.5
GROUP_COUNT = 17
"""Of the 20 a minute that groups and channels grant; three are kept for answers to people."""
GROUP_WINDOW = 60.0
SLACK = 1.02
"""Two per cent over each span of time, because messages do not travel equally fast."""
BURST_SECONDS = 0.1
MAX_HOLD_SECONDS = 60.0
TROUBLE_HOLD_SECONDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
FLOOD_MEMORY_SECONDS = 10.0
SLOWER = 0.7
"""What remains of the rate when several chats say 429; it grows back by one message a second each second."""
SEVERAL = 2


class Pace:
    """Counts what was sent and tells how many may go now, and which chats must rest."""

    def __init__(self, *, per_second: float = 30, chance: Callable[[], float] = random.random) -> None:
        self._full = float(per_second)
        self._slowed = (float(per_second), 0.0)
        self._chance = chance
        self._sent: list[float] = []
        self._rests: dict[int, float] = {}
        self._groups: dict[int, deque[float]] = {}
        self._hold = 0.0
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
        if now < self._hold or self._people:
            return 0
        return max(0, min(count - self._since(now - seconds) for count, seconds in self._limits(now)))

    def wait(self, now: float) -> float:
        """Tells in how many seconds `room` may be more than 0."""
        return max(self._hold - now, self.gap(now))

    def gap(self, now: float) -> float:
        """Tells in how many seconds all chats together have a place again."""
        full = ((count, seconds) for count, seconds in self._limits(now) if self._since(now - seconds) >= count)
        return max((self._sent[-count] + seconds - now for count, seconds in full), default=0.0)

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

    def take(self, chat_id: int, now: float) -> None:
        """Counts a message that is being sent, or was: people's answers count too."""
        self._sent.append(now)
        if self._sent[0] <= now - 2 * self._span():
            del self._sent[: bisect_right(self._sent, now - self._span())]
        self.rest(chat_id, self._rested(chat_id, now))

    def arrived(self, chat_id: int, now: float) -> None:
        """Notes that Telegram took a message; the chat rests from here, since the way there may have been long."""
        self._stumbled.clear()
        self._troubles = 0
        self.rest(chat_id, now + (PRIVATE_SECONDS if chat_id > 0 else GROUP_SECONDS))

    def rest(self, chat_id: int, until: float) -> None:
        """Lets a chat wait at least until then."""
        self._rests[chat_id] = max(until, self._rests.get(chat_id, until))

    def flooded(self, chat_id: int, seconds: float, now: float) -> float:
        """Takes a 429: that chat waits as asked and a little more; all slow down only if several chats are asked to."""
        until = now + seconds + self._chance() * max(1.0, seconds / 10)
        self.rest(chat_id, until)
        self._floods.append((now, chat_id))
        while self._floods[0][0] < now - FLOOD_MEMORY_SECONDS:
            self._floods.popleft()
        if len({chat for _, chat in self._floods}) >= SEVERAL:
            if now >= self._hold:  # the others of the same wave were sent at the old rate
                self._slowed = (self._rate(now) * SLOWER, now)
            self._hold = max(self._hold, min(until, now + MAX_HOLD_SECONDS))
        return until

    def stumbled(self, chat_id: int, now: float, *, everywhere: bool = False) -> None:
        """Takes a failed send; all wait a while when Telegram fails for several chats, or `everywhere`."""
        self._stumbled.add(chat_id)
        if now < self._hold or (len(self._stumbled) < SEVERAL and not everywhere):
            return
        self._hold = now + TROUBLE_HOLD_SECONDS[min(self._troubles, len(TROUBLE_HOLD_SECONDS) - 1)]
        self._troubles += 1

    def _limits(self, now: float) -> tuple[tuple[int, float], tuple[int, float]]:
        """Gives how many may go in which span: the whole allowance, and a tenth of it in one burst."""
        rate = self._rate(now)
        count = max(1, int(rate))
        return (count, max(1.0, count / rate) * SLACK), (max(1, int(rate * BURST_SECONDS)), BURST_SECONDS)

    def _rate(self, now: float) -> float:
        rate, since = self._slowed
        return min(self._full, max(rate + max(0.0, now - since), min(1.0, self._full)))

    def _span(self) -> float:
        return max(1.0, 1.0 / self._full) * 2

    def _since(self, moment: float) -> int:
        return len(self._sent) - bisect_right(self._sent, moment)

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
