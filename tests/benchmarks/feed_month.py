"""A month of polling in a few seconds: the decisions of `core` ask simulated servers by a simulated clock."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.core.entries import Intake, Known, Sighting, intake, sightings
from bot.core.entry_keys import Listed
from bot.core.next_check import OWN
from bot.core.polling import new_state, next_state, notices
from bot.core.source_state import Answer, Notice, Outcome, SourceState, Validators
from bot.store import feed_state
from tests.benchmarks.feed_server import BEGIN, MONTH, FeedServer, Nature, Reply

AGENT = "Jianbao (+https://example.org/jianbao)"
RESTARTS = timedelta(days=2, hours=5)
OUTCOMES = {
    0: Outcome.UNREACHED,
    200: Outcome.CHANGED,
    304: Outcome.UNCHANGED,
    404: Outcome.MISSING,
    410: Outcome.GONE,
    429: Outcome.LIMITED,
}


@dataclass
class Memory:
    """The entries of one source, found as the store finds them."""

    entries: dict[int, Known] = field(default_factory=dict)
    ids: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def asked(self, seen: Sequence[Sighting]) -> list[Known]:
        ids = {number for one in seen for sign in _signs(one) for number in self.ids.get(sign, ())}
        return [self.entries[number] for number in sorted(ids)]

    def keep(self, one: Sighting) -> None:
        number = one.known.id if one.known else len(self.entries)
        for sign in _signs(one.known) if one.known else ():
            self.ids[sign].discard(number)
        self.entries[number] = Known(id=number, keys=one.keys)
        for sign in _signs(one):
            self.ids[sign].add(number)


def _signs(one: Sighting | Known) -> set[str]:
    return {one.keys.key, one.keys.link, one.keys.titled} - {""}


@dataclass
class Reader:
    """One source as its reader sees it."""

    server: FeedServer
    state: SourceState
    known: Memory = field(default_factory=Memory)
    last: tuple[Listed, ...] = ()
    announced: Counter[str] = field(default_factory=Counter)
    most_singly: int = 0
    notices: list[Notice] = field(default_factory=list)
    delays: list[timedelta] = field(default_factory=list)

    def poll(self, now: datetime) -> None:
        """Asks once and takes in what comes."""
        address = self.state.moved_to or self.server.address
        headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip", **self.state.validators.headers()}
        reply = self.server.answer(address, headers, now)
        is_new = reply.status == 200 and (reply.listed != self.last or self.state.is_first)
        found = self._take(reply.listed, now) if is_new else Intake()
        before, every = self.state, OWN if self.server.nature.is_own else None
        answer = _answer(reply, found, now)
        if reply.status == 200 and not is_new:
            answer = replace(answer, outcome=Outcome.SAME)
        self.state = next_state(before, answer, source_id=self.server.nature.number, now=now, every=every)
        self.notices += notices(before, self.state)

    def restart(self) -> None:
        """Forgets all that is not stored."""
        state = self.state
        due = state.next_check_at.timestamp()
        self.state = feed_state.read(feed_state.written(state), next_check_at=due, paused=state.paused, gone=state.gone)
        self.server.seen.restarted = True

    def _take(self, listed: tuple[Listed, ...], now: datetime) -> Intake:
        self.last = listed
        seen = sightings(listed)
        found = intake(listed, seen, self.known.asked(seen), since=self.state.since)
        for one in found.everything:
            self.known.keep(one)
        for one in (*found.singly, *found.digest):
            self.announced[listed[one.place].title] += 1
            self.delays.append(now - (listed[one.place].published or now))
        self.most_singly = max(self.most_singly, len(found.singly))
        return found


def _answer(reply: Reply, found: Intake, now: datetime) -> Answer:
    """Tells what a reply means, as the fetching part does."""
    week = [one for one in reply.listed if one.published and one.published > now - timedelta(days=7)]
    return Answer(
        outcome=OUTCOMES.get(reply.status, Outcome.SERVER_ERROR),
        validators=Validators(etag=reply.etag, last_modified=reply.last_modified),
        wishes=reply.wishes,
        expires=reply.expires,
        is_uncacheable=reply.says_expires_0,
        retry_after=reply.retry_after,
        moved_to=reply.moved_to,
        new=found.new,
        recent=len(week),
        is_flood=found.is_flood,
    )


def month(natures: Sequence[Nature]) -> list[Reader]:
    """Polls feeds for a month, with a restart every other day."""
    readers = [Reader(FeedServer(nature), new_state(BEGIN)) for nature in natures]
    queue = [(BEGIN, number) for number in range(len(readers))]
    restart_at = BEGIN + RESTARTS
    while queue and queue[0][0] < BEGIN + MONTH:
        now, number = heapq.heappop(queue)
        while now >= restart_at:
            restart_at += RESTARTS
            for reader in readers:
                reader.restart()
        readers[number].poll(now)
        if not readers[number].state.gone:
            heapq.heappush(queue, (readers[number].state.next_check_at, number))
    return readers
