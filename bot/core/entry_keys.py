"""What an entry of a feed is known by: its guid where no other has it, else its link, else what it says."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b

from bot.core.addresses import canonical, without_scheme
from bot.core.novelty import content_hash, title_key

_LONGEST_TITLE = 200
"""Letters of an entry's text that stand for a title where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry as a document lists it."""

    guid: str = ""
    link: str = ""
    title: str = ""
    published: datetime | None = None
    text: str = ""
    """What it says, in any form that changes only when it says something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Hashes an entry is known by; every one but `key` may be empty."""

    key: str
    """Its identity in its source."""
    link: str = ""
    """Empty too where several entries of the document share it."""
    title: str = ""
    titled: str = ""
    """Its title on its day."""
    content: str = ""
    """Its title and text; empty where it has no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighted:
    """An entry's place in its document, from 0, and its keys."""

    place: int
    keys: Keys
    is_nameless: bool = False
    """It has no guid and no link of its own, so that only its title outlives an edit."""


@dataclass(frozen=True, slots=True)
class _Named:
    """An entry with its names in one spelling."""

    place: int
    one: Listed
    guid: str
    link: str
    is_guid_the_link: bool
    """A guid that only repeats the link changes with it: with its scheme, its `www.` and its trackers."""

    def said(self) -> tuple[str, ...]:
        """Gives all an entry says; where it says little, its guid tells it apart."""
        told = (self.link, self.one.title, self.one.text, _day(self.one))
        return told if self.link or self.one.text else (*told, self.guid)


def keyed(listed: Sequence[Listed]) -> list[Sighted]:
    """Gives the entries of a document their keys, in its order; one listed twice is seen once."""
    different: dict[tuple[str, ...], _Named] = {}
    for named in (_named(place, one) for place, one in enumerate(listed)):
        different.setdefault(named.said(), named)
    guids = Counter(named.guid for named in different.values())
    links = Counter(named.link for named in different.values())
    found: dict[str, Sighted] = {}
    for named in different.values():
        sighted = _sighted(named, has_guid=guids[named.guid] == 1, has_link=links[named.link] == 1)
        found.setdefault(sighted.keys.key, sighted)
    return list(found.values())


def _named(place: int, one: Listed) -> _Named:
    link, guid = canonical(one.link), without_scheme(one.guid)
    is_same = "#" not in guid and (one.guid == one.link or canonical(one.guid) == link)
    return _Named(place, one, guid, link, is_same)


def _sighted(named: _Named, *, has_guid: bool, has_link: bool) -> Sighted:
    """Makes the keys of an entry from what of its names no other entry has."""
    one, link = named.one, named.link if has_link else ""
    guid = "" if not has_guid or (link and named.is_guid_the_link) else named.guid
    title, content = title_key(one.title or one.text[:_LONGEST_TITLE]), content_hash(one.title, [one.text])
    linked = _hash("link", link) if link else ""
    keys = Keys(
        key=_hash("guid", guid) if guid else linked or _hash("content", content),
        link=linked,
        title=_hash("title", title) if title else "",
        titled=_hash("titled", title, _day(one)) if title else "",
        content=content if one.text else "",
    )
    return Sighted(place=named.place, keys=keys, is_nameless=not guid and not link)


def _day(one: Listed) -> str:
    return one.published.astimezone(UTC).date().isoformat() if one.published else ""


def _hash(*parts: str) -> str:
    return blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
