"""What two hundred feeds cost their servers and us in a simulated month, and how late their news is."""

import time
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from tests.benchmarks.feed_month import Reader, month
from tests.benchmarks.feed_server import HEAD, natures
from tests.benchmarks.figures import Figure

FEEDS = 200


def figures() -> list[Figure]:
    """Polls as we do, and as a reader that asks every hour without validators would."""
    begun = time.process_time()
    readers = month(natures(FEEDS))
    spent = time.process_time() - begun
    replies = sum((reader.server.replies for reader in readers), Counter[int]())
    faults = sum((reader.server.faults for reader in readers), Counter[int]())
    requests, late = replies.total(), sorted(delay for reader in readers for delay in reader.delays)
    size = sum(reader.server.bytes for reader in readers)
    naive = sum(30 * 24 * _full(reader) for reader in readers)
    return [
        Figure(what=f"requests to {FEEDS} feeds in a month", value=f"{requests:,}", beside="hourly: 144,000"),
        Figure(what="MB received", value=f"{size / 1e6:,.0f}", beside=f"hourly, unconditional: {naive / 1e6:,.0f}"),
        Figure(what="share of 304", value=f"{replies[304] / requests:.0%}"),
        Figure(what="requests a server did not wish for, and other faults", value=str(faults.total()), goal="0"),
        Figure(
            what=f"hours from an entry to its announcement, {len(late):,} entries (median, 95th of 100)",
            value=f"{_hours(late, 0.5):.1f}, {_hours(late, 0.95):.1f}",
        ),
        Figure(what="µs of processor for a poll, servers included", value=f"{spent / requests * 1e6:.0f}"),
    ]


def _full(reader: Reader) -> int:
    nature = reader.server.nature
    return HEAD + nature.entry_bytes * nature.window


def _hours(late: Sequence[timedelta], share: float) -> float:
    return late[int(len(late) * share)] / timedelta(hours=1)
