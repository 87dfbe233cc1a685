"""Reads RSS, RDF and Atom, whole or broken."""

import re
from collections.abc import Iterable
from itertools import islice

from bot.errors import FeedError, NoFeed
from bot.sources.feeds import hints
from bot.sources.feeds.broken import pieces
from bot.sources.feeds.entries import Fields, Place, entry_of, fields_of, is_empty, link_of, named, person_of, title_in
from bot.sources.feeds.markup import address_of, home_of
from bot.sources.feeds.mending import mended
from bot.sources.feeds.texts import words_of
from bot.sources.feeds.tree import XML, Element, entries_in, grown, name_of
from bot.sources.feeds.values import Feed

MOST_ENTRIES = 100_000
"""Nobody lists more; of empty ones a document has room for a million, each of which takes time."""
_OPENING = re.compile(r"<[^<>]*>")
_DEFAULT_SPACE = re.compile(r"\sxmlns\s*=\s*[\"']([^\"']*)[\"']")


def read_xml(text: str, address: str) -> Feed:
    """Gives what a feed says; a broken one is read entry by entry, so that one hurts no other."""
    xml = _at_home(mended(text))
    root, sound = grown(xml)
    if name_of(root.tag) == "opml":
        raise FeedError("This is a list of feeds (OPML), not a feed.", why=NoFeed.LIST)
    if sound:
        return _feed(root, islice(entries_in(root), MOST_ENTRIES), address)
    parts = pieces(xml)
    return _feed(parts.head, parts.entries, address)


def _at_home(xml: str) -> str:
    """Takes a vocabulary nobody knows off the root, whose elements are then read as RSS's or Atom's own."""
    root = _OPENING.match(xml)
    space = _DEFAULT_SPACE.search(root[0]) if root else None
    if space is None or not name_of(f"{{{space[1]}}}title").startswith("other:"):
        return xml
    return xml[: space.start()] + xml[space.end() :]


def _feed(root: Element, entries: Iterable[Element], address: str) -> Feed:
    fields = _channel(root)
    place = Place(address=address).below(root)
    site = link_of(fields, place)
    place = Place(address=home_of(place.address, site))
    author = person_of(fields)
    return Feed(
        title=title_in(fields, ("title", "dc:title"), place),
        link=site,
        language=_language(root, fields),
        ttl_minutes=hints.ttl_minutes(fields),
        skip_hours=hints.skip_hours(fields),
        skip_days=hints.skip_days(fields),
        update_seconds=hints.update_seconds(fields),
        hub=_hub(fields, address),
        entries=tuple(entry for found in entries if not is_empty(entry := entry_of(found, place, author))),
    )


def _channel(root: Element) -> Fields:
    """Gives the fields of the whole feed, which RSS keeps in a channel."""
    fields = fields_of(root)
    for channel in fields.get("channel", ()):
        for name, found in fields_of(channel).items():
            fields[name] = [*fields.get(name, ()), *found]
    return fields


def _language(root: Element, fields: Fields) -> str:
    told = (words_of(found).strip() for found in named(fields, ("language", "dc:language")))
    return next((said for said in told if said), root.get(f"{XML}lang", ""))


def _hub(fields: Fields, address: str) -> str | None:
    hubs = (link.get("href", "") for link in fields.get("link", ()) if "hub" in link.get("rel", "").lower().split())
    return next((found for hub in hubs if (found := address_of(hub, address))), None)
