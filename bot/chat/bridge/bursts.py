"""How many answers a chat may get at once, so that Telegram never has to ask for a pause."""

from collections import deque
from dataclasses import dataclass

MOST_KNOWN = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most `count` within any `seconds`."""

    count: int
    seconds: float


PRIVATE = Limit(count=4, seconds=4.6)
"""Telegram grants about one a second and lets short bursts pass (Bot FAQ); the rest is room for news."""
GROUP = Limit(count=17, seconds=61.0)
"""Telegram grants 20 a minute."""


class Bursts:
    """The times of each chat's last answers."""

    def __init__(self, *, private: Limit = PRIVATE, group: Limit = GROUP) -> None:
        self._private = private
        self._group = group
        self._times: dict[tuple[int, str], deque[float]] = {}

    def take(self, chat_id: int, kind: str, now: float) -> float:
        """Counts one more answer of a kind and gives the seconds it must wait."""
        limit = self._private if chat_id > 0 else self._group
        if len(self._times) >= MOST_KNOWN:
            self._forget(now)
        times = self._times.setdefault((chat_id, kind), deque(maxlen=limit.count))
        free = times[0] + limit.seconds if len(times) == limit.count else now
        times.append(max(now, free))
        return max(0.0, free - now)

    def _forget(self, now: float) -> None:
        longest = max(self._private.seconds, self._group.seconds)
        self._times = {key: times for key, times in self._times.items() if times[-1] > now - longest}
