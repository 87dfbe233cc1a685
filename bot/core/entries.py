"""Which entries of a feed are news: nothing at the first reading, nothing twice, and of a flood only a few."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.entry_keys import Keys, Listed, keyed

MANY = 10
"""More new entries than this at once are a flood, or a feed that names all its entries anew."""
SINGLY = 5
"""So many of a flood are announced one by one; one digest tells the rest."""
MOST = 200
"""So many new entries of one document are told at all; a feed could list a hundred thousand at each asking."""
SHOWN = 3
"""So many are shown to whoever adds a source."""
TELLING = 3
"""So many different links in one document show that links tell its entries apart."""
GRACE = timedelta(days=1)
"""So much before its source was first read an entry may be dated and still be news: time zones are often wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An entry as the store remembers it."""

    id: int
    keys: Keys
    article_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An entry of a document beside what was known of it."""

    place: int
    """Where it stands in the document, from 0."""
    keys: Keys
    is_nameless: bool = False
    known: Known | None = None

    @property
    def is_changed(self) -> bool:
        if self.known is None:
            return False
        before = self.known.keys
        return (before.title, before.content) != (self.keys.title, self.keys.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What a document asks for: all its sightings are remembered, few of them told."""

    singly: tuple[Sighting, ...] = ()
    """Announced one by one, the oldest first."""
    digest: tuple[Sighting, ...] = ()
    """Told together in one message, the oldest first."""
    shown: tuple[Sighting, ...] = ()
    """Shown to whoever added the source, at its first reading only; the newest first."""
    changed: tuple[Sighting, ...] = ()
    """Known and now saying something else: their articles may be written anew, and nothing is pushed."""
    everything: tuple[Sighting, ...] = ()
    """In the document's order; what is in no other list is remembered quietly."""

    @property
    def is_flood(self) -> bool:
        return bool(self.digest)

    @property
    def new(self) -> int:
        """How many there were to tell, for the source's rate."""
        return len(self.singly) + len(self.digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the store is to remember of a sighting."""

    sighting: Sighting
    article_id: int | None = None
    is_untold: bool = False
    """Its article is stored and still to be announced."""


def sightings(listed: Sequence[Listed]) -> list[Sighting]:
    """Gives the entries of a document with the keys by which the store is asked for what it knows."""
    return [Sighting(place=one.place, keys=one.keys, is_nameless=one.is_nameless) for one in keyed(listed)]


def intake(
    listed: Sequence[Listed], seen: Sequence[Sighting], known: Collection[Known], *, since: datetime | None
) -> Intake:
    """Decides what of a document is told, by what is known of its source since it was first read.

    `seen` are the document's `sightings`; `since` is None at the first reading, which announces nothing.
    """
    by_key = _by_key(seen, known)
    is_suspect = _is_many(sum(one.known is None for one in by_key), of=len(by_key))
    met = _recognised(by_key, known, is_suspect=is_suspect)
    newest = _newest_first(listed, [one for one in met if one.known is None])
    if since is None:
        return Intake(shown=tuple(newest[:SHOWN]), everything=tuple(met))
    late = _late(listed, since)
    news = [one for one in newest if one.place not in late][:MOST]
    cut = SINGLY if is_suspect else len(news)
    return Intake(
        singly=tuple(reversed(news[:cut])),
        digest=tuple(reversed(news[cut:])),
        changed=tuple(one for one in met if one.is_changed),
        everything=tuple(met),
    )


def _by_key(seen: Sequence[Sighting], known: Collection[Known]) -> list[Sighting]:
    """Finds entries by their key; where guids stay while all else changes, that is the one of their link.

    Such a guid names a feed or a place in its list. A single entry of many that changes wholly is an edit.
    """
    met = _matched(seen, known, lambda one: one.keys.key)
    others = {one.place for one in met if one.known and _is_another(one.keys, than=one.known.keys)}
    if 2 * len(others) <= sum(one.known is not None for one in met):
        return met
    apart = [replace(one, keys=replace(one.keys, key=one.keys.link)) if one.place in others else one for one in seen]
    return _matched(apart, known, lambda one: one.keys.key)


def _is_another(keys: Keys, *, than: Keys) -> bool:
    """Tells entries apart of which neither link nor title nor text is the same."""
    is_moved = bool(keys.link and than.link) and keys.link != than.link
    is_renamed = bool(keys.title and than.title) and keys.title != than.title
    return is_moved and is_renamed and (not keys.content or keys.content != than.content)


def _is_many(new: int, *, of: int) -> bool:
    return new > MANY or 2 * new > of


def _recognised(seen: Sequence[Sighting], known: Collection[Known], *, is_suspect: bool) -> list[Sighting]:
    """Finds entries that go by another name now, by signs that are ever weaker.

    The title on its day alone is taken for one only where a feed seems to name all its entries anew: 快讯 may be
    the title of many entries of a day.
    """
    met = _matched(seen, known, lambda one: one.keys.title and one.keys.link and one.keys.link + one.keys.title)
    if sum(bool(one.keys.link) for one in met) >= TELLING:
        met = _matched(met, known, lambda one: one.keys.link)
    met = _matched(met, known, lambda one: one.keys.titled and one.keys.content and one.keys.titled + one.keys.content)
    return _matched(met, known, lambda one: one.keys.titled, only_nameless=not is_suspect)


def _matched(
    seen: Sequence[Sighting],
    known: Collection[Known],
    sign: Callable[[Sighting | Known], str],
    *,
    only_nameless: bool = False,
) -> list[Sighting]:
    """Gives each sighting not yet known the known entry that bears the same sign; none is given twice."""
    taken = {one.known.id for one in seen if one.known}
    free: defaultdict[str, list[Known]] = defaultdict(list)
    for entry in known:
        if entry.id not in taken and sign(entry):
            free[sign(entry)].append(entry)
    met = []
    for one in seen:
        is_asked = one.known is None and (one.is_nameless or not only_nameless)
        found = free.get(sign(one)) if is_asked else None
        met.append(replace(one, known=found.pop()) if found else one)
    return met


def _newest_first(listed: Sequence[Listed], new: Sequence[Sighting]) -> list[Sighting]:
    """Sorts by date where each has one, else as the document does."""
    dates = {one.place: listed[one.place].published for one in new}
    if not all(dates.values()):
        return list(new)
    return sorted(new, key=lambda one: (_date(dates[one.place]), -one.place), reverse=True)


def _date(published: datetime | None) -> float:
    return published.timestamp() if published else 0.0


def _late(listed: Sequence[Listed], since: datetime) -> set[int]:
    """Names entries older than the source's first reading: an old one slides into a document when another is deleted.

    A document whose dates are all so old has none to go by.
    """
    dated = {place: one.published for place, one in enumerate(listed) if one.published}
    old = {place for place, published in dated.items() if published < since - GRACE}
    return old if len(old) < len(dated) else set()
