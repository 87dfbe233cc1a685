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


def keyed(listed: Sequence[Listed]) -> list[Sighted]:
    """Gives the entries of a document their keys, in its order; one listed twice is seen once."""
    places: dict[tuple[str, ...], int] = {}
    for place, one in enumerate(listed):
        places.setdefault(_said(one), place)
    guids = Counter(_guid(listed[place]) for place in places.values())
    links = Counter(canonical(listed[place].link) for place in places.values())
    found: dict[str, Sighted] = {}
    for place in places.values():
        guid, link = _guid(listed[place]), canonical(listed[place].link)
        sighted = _sighted(place, listed[place], guid if guids[guid] == 1 else "", link if links[link] == 1 else "")
        found.setdefault(sighted.keys.key, sighted)
    return list(found.values())


def _sighted(place: int, one: Listed, guid: str, link: str) -> Sighted:
    """Makes the keys of an entry from the guid and link that are its own."""
    title, content = title_key(one.title or one.text[:_LONGEST_TITLE]), content_hash(one.title, [one.text])
    # A guid that only repeats the link changes with it: with its scheme, its `www.` and its trackers.
    named = guid and not (link and "#" not in guid and canonical(one.guid) == link)
    keys = Keys(
        key=_hash("guid", guid) if named else _hash("link", link) if link else _hash("content", content),
        link=_hash("link", link) if link else "",
        title=_hash("title", title) if title else "",
        titled=_hash("titled", title, _day(one)) if title else "",
        content=content if one.text else "",
    )
    return Sighted(place=place, keys=keys, is_nameless=not named and not link)


def _said(one: Listed) -> tuple[str, ...]:
    """Gives all an entry says; where it says little, its guid tells it apart."""
    told = (canonical(one.link), one.title, one.text, _day(one))
    return told if one.link or one.text else (*told, one.guid)


def _guid(one: Listed) -> str:
    return without_scheme(one.guid)


def _day(one: Listed) -> str:
    return one.published.astimezone(UTC).date().isoformat() if one.published else ""


def _hash(*parts: str) -> str:
    return blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
