"""How long a chat that lets the bot write nothing is left alone: Telegram tells nobody when that ends."""

from datetime import datetime, timedelta

SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(hours=6)
PART = 4
"""A try is late by at most such a part of the time the chat was shut, a night's quiet by two hours."""
GIVEN_UP = timedelta(days=7)


def rest(since: datetime | None, now: datetime) -> timedelta | None:
    """Tells how long to wait for the next try in a chat that has been shut since then; None: no longer."""
    shut = now - (since or now)
    return None if shut >= GIVEN_UP else min(max(shut / PART, SHORTEST), LONGEST)
