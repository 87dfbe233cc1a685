"""How many messages are in flight at once: more only where that is faster, since a killed process repeats them."""

FEWEST = 16
WIDER = 1.5
NARROWER = 0.9
FASTER = 1.1
"""What a wider stream must bring to be kept: a server that is busy answers no sooner when asked more at once."""
NEARLY = 0.95
SECONDS = 1.0
"""Each width is looked at for so long."""
REST_SECONDS = 30.0
"""After a try that brought nothing."""


class Width:
    """Climbs to the width a rate needs, and tells it; the time is always an argument."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._width = min(FEWEST, most)
        self._before: tuple[int, float] | None = None
        """The width that was, and how fast it was, while a wider one is tried."""
        self._since = 0.0
        self._landed = 0
        self._was_full = False
        self._rests_until = 0.0

    def landed(self) -> None:
        """Hears that a message is through."""
        self._landed += 1

    def room(self, flying: int, *, rate: float, now: float) -> int:
        """Tells how many more may set out beside those in flight, when `rate` a second are wanted."""
        if now - self._since >= SECONDS:
            self._look(self._landed / (now - self._since), rate, now)
        self._was_full |= flying >= self._width
        return max(0, self._width - flying)

    @property
    def width(self) -> int:
        return self._width

    def _look(self, reached: float, rate: float, now: float) -> None:
        """Judges the width of the last second."""
        if self._before is not None:
            width, speed = self._before
            if reached < min(speed * FASTER, rate * NEARLY):
                self._width, self._rests_until = width, now + REST_SECONDS
            self._before = None
        elif not self._was_full:
            self._width = max(min(FEWEST, self._most), int(self._width * NARROWER))
        elif reached < rate * NEARLY and now >= self._rests_until and self._width < self._most:
            self._before = self._width, reached
            self._width = min(self._most, int(self._width * WIDER))
        self._since, self._landed, self._was_full = now, 0, False
