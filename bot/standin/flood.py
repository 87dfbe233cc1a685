"""The flood clock: how fast a bot may send, and how often it was faster."""

import math
from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most `count` in any `seconds`."""

    count: int
    seconds: float


CHAT = Limit(count=5, seconds=4.5)
"""One message a second, short bursts pass (Bot FAQ); half a second is the network's, not the bot's."""
GROUP = Limit(count=20, seconds=59.5)
"""Twenty a minute; half a second is the network's, not the bot's."""
OVERALL = Limit(count=33, seconds=1.0)
"""Thirty a second, and a tenth more for messages the network held up and let go together."""

PAID = Limit(count=1100, seconds=1.0)
"""A thousand a second where each costs Stars (`allow_paid_broadcast`), and a tenth more as above."""


@dataclass(slots=True)
class Meter:
    """The times of the last sends under one limit."""

    limit: Limit
    times: deque[float] = field(default_factory=deque)
    closed_until: float = 0.0

    def wait(self, now: float, count: int = 1) -> float:
        """Seconds until `count` more may be sent; 0.0 when they may now."""
        while self.times and self.times[0] <= now - self.limit.seconds:
            self.times.popleft()
        over = len(self.times) + count - self.limit.count
        free = self.times[min(over, len(self.times)) - 1] + self.limit.seconds if over > 0 and self.times else now
        return max(free - now, self.closed_until - now, 0.0)


@dataclass(slots=True)
class Flood:
    """Every chat's meters and the bot's own; `violations` counts the refused sends."""

    on: bool = True
    violations: int = 0
    paid_sends: int = 0
    """Messages that were paid for; they take no place among the others."""
    overall: Meter = field(default_factory=lambda: Meter(OVERALL))
    paid: Meter = field(default_factory=lambda: Meter(PAID))
    chats: dict[tuple[int, str], Meter] = field(default_factory=dict)

    def send(self, chat_id: int, *, group: bool, now: float, count: int = 1, paid: bool = False) -> int:
        """Counts `count` messages to a chat: 0 when they pass, else the seconds to wait."""
        overall = self.paid if paid else self.overall
        wait = self._pass((overall, self._meter(chat_id, "send", group=group)), now, count) if self.on else 0
        self.paid_sends += count if paid and not wait else 0
        return wait

    def edit(self, chat_id: int, *, group: bool, now: float) -> int:
        """Edits have a clock of their own, about as fast as that of messages, and no common one."""
        return self._pass((self._meter(chat_id, "edit", group=group),), now, 1) if self.on else 0

    def _pass(self, meters: tuple[Meter, ...], now: float, count: int) -> int:
        wait = max(meter.wait(now, count) for meter in meters)
        if wait <= 0:
            for meter in meters:
                meter.times.extend([now] * count)
            return 0
        self.violations += 1
        seconds = math.ceil(wait)
        for meter in meters:
            if meter.wait(now, count) > 0:
                meter.closed_until = now + seconds
        return seconds

    def _meter(self, chat_id: int, what: str, *, group: bool) -> Meter:
        return self.chats.setdefault((chat_id, what), Meter(GROUP if group else CHAT))

    def clear(self) -> None:
        self.violations = self.paid_sends = 0
        self.overall, self.paid = Meter(OVERALL), Meter(PAID)
        self.chats.clear()
