"""Reads RSS, RDF and Atom, whole or broken."""

from collections.abc import Iterator

from bot.errors import FeedError
from bot.sources.feeds import hints
from bot.sources.feeds.broken import pieces
from bot.sources.feeds.entries import Fields, Place, entry_of, fields_of, link_of, named, person_of
from bot.sources.feeds.markup import address_of
from bot.sources.feeds.mending import mended
from bot.sources.feeds.texts import line_of, words_of
from bot.sources.feeds.tree import XML, Element, grown, name_of
from bot.sources.feeds.values import Entry, Feed

ENTRIES = ("item", "entry")
NOT_FEEDS = {"opml": "This is a list of feeds (OPML), not a feed."}


def read_xml(text: str, address: str) -> Feed:
    """Gives what a feed says; a broken one is read entry by entry, so that one hurts no other."""
    xml = mended(text)
    root, sound = grown(xml, address)
    if root is None:
        raise FeedError("The feed's XML cannot be read.")
    if said := NOT_FEEDS.get(name_of(root.tag)):
        raise FeedError(said)
    if sound:
        return _feed(root, tuple(_entries(root)), xml, address)
    parts = pieces(xml)
    return _feed(parts.head if parts.head is not None else root, parts.entries, xml, address)


def _entries(root: Element) -> Iterator[Element]:
    return (found for found in root.iter("{*}item", "{*}entry") if name_of(found.tag) in ENTRIES)


def _feed(root: Element, entries: tuple[Element, ...], xml: str, address: str) -> Feed:
    fields = _channel(root)
    site = link_of(fields, Place(address=address))
    place = Place(address=address or site or "", has_bases="xml:base" in xml)
    author = person_of(fields)
    return Feed(
        title=next((said for found in named(fields, ("title", "dc:title")) if (said := line_of(found))), ""),
        link=site,
        language=_language(root, fields),
        ttl_minutes=hints.ttl_minutes(fields),
        skip_hours=hints.skip_hours(fields),
        skip_days=hints.skip_days(fields),
        update_seconds=hints.update_seconds(fields),
        hub=_hub(fields, address),
        entries=_read(entries, place, author),
    )


def _read(entries: tuple[Element, ...], place: Place, author: str) -> tuple[Entry, ...]:
    return tuple(entry_of(found, place, author) for found in entries)


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
