"""How many messages a second may leave: counted in windows, slowed down when Telegram says so."""

from bisect import bisect_right

SLACK = 1.02
"""Two per cent over each span of time, because messages do not travel equally fast."""
BURST_SECONDS = 0.1
SLOWER = 0.7
"""What remains of the rate when several chats say 429; it grows back by one message a second each second."""


class Allowance:
    """A rate over all chats: the whole of it in a second, a tenth of it in one burst."""

    def __init__(self, per_second: float) -> None:
        self._full = float(per_second)
        self._slowed = (float(per_second), 0.0)
        self._sent: list[float] = []

    def room(self, now: float) -> int:
        """Tells how many messages may go out at this moment."""
        return max(0, min(count - self._since(now - seconds) for count, seconds in self._limits(now)))

    def gap(self, now: float) -> float:
        """Tells in how many seconds there is a place again."""
        full = ((count, seconds) for count, seconds in self._limits(now) if self._since(now - seconds) >= count)
        return max((self._sent[-count] + seconds - now for count, seconds in full), default=0.0)

    def take(self, now: float) -> None:
        """Counts a message that is being sent."""
        self._sent.append(now)
        if self._sent[0] <= now - 2 * self._span():
            del self._sent[: bisect_right(self._sent, now - self._span())]

    def slow_down(self, now: float) -> None:
        self._slowed = (self.rate(now) * SLOWER, now)

    def rate(self, now: float) -> float:
        """Gives the messages a second that may go out now."""
        rate, since = self._slowed
        return min(self._full, max(rate + max(0.0, now - since), min(1.0, self._full)))

    def burst(self, now: float) -> int:
        """Gives how many may go out at once."""
        return max(1, int(self.rate(now) * BURST_SECONDS))

    def _limits(self, now: float) -> tuple[tuple[int, float], tuple[int, float]]:
        rate = self.rate(now)
        count = max(1, int(rate))
        return (count, max(1.0, count / rate) * SLACK), (self.burst(now), BURST_SECONDS)

    def _span(self) -> float:
        return max(1.0, 1.0 / self._full) * 2

    def _since(self, moment: float) -> int:
        return len(self._sent) - bisect_right(self._sent, moment)
