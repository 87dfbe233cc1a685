"""How many answers a chat may get at once, so that Telegram never has to ask for a pause."""

from dataclasses import dataclass

MOST_KNOWN = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """`burst` answers at once, and then one each `seconds`."""

    burst: int
    seconds: float


PRIVATE = Limit(burst=3, seconds=1.52)
"""Telegram grants about one a second and lets short bursts pass (Bot FAQ): five within any 4.5 seconds are safe."""
GROUP = Limit(burst=5, seconds=4.1)
"""Telegram grants 20 a minute."""
STRICT_SECONDS = 3600.0
"""A chat that Telegram asked to wait gets no bursts for so long."""


class Bursts:
    """Until when the allowance of each chat is used up."""

    def __init__(self, *, private: Limit = PRIVATE, group: Limit = GROUP) -> None:
        self._private = private
        self._group = group
        self._used: dict[tuple[int, str], float] = {}
        self._strict: dict[int, float] = {}

    def take(self, chat_id: int, kind: str, now: float) -> float:
        """Counts one more answer of a kind and gives the seconds it must wait."""
        limit = self._private if chat_id > 0 else self._group
        if len(self._used) >= MOST_KNOWN:
            self._used = {key: until for key, until in self._used.items() if until > now}
        used = max(now, self._used.get((chat_id, kind), now))
        self._used[chat_id, kind] = used + limit.seconds
        burst = 1 if self._strict.get(chat_id, now) > now else limit.burst
        return max(0.0, used - (burst - 1) * limit.seconds - now)

    def refused(self, chat_id: int, now: float) -> None:
        """Learns that Telegram finds a chat's answers too many at once."""
        self._strict = {other: until for other, until in self._strict.items() if until > now}
        self._strict[chat_id] = now + STRICT_SECONDS
