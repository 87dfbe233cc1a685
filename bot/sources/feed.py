"""Reads a feed, whatever it is written in: RSS, RDF, Atom, JSON Feed, whole or broken, in any encoding."""

from bot.errors import FeedError, NoFeed
from bot.sources.feeds.decoding import text_of
from bot.sources.feeds.json_feed import read_json
from bot.sources.feeds.values import Enclosure, Entry, Feed
from bot.sources.feeds.xml_feed import read_xml

__all__ = ["LONGEST", "Enclosure", "Entry", "Feed", "FeedError", "parse"]

LONGEST = 10_000_000
"""Bytes; no feed that people write is longer."""


def parse(data: bytes, url: str, content_type: str = "") -> Feed:
    """Gives what a feed says, or raises FeedError with a sentence that tells what the document is instead.

    It touches no network and no file, takes time and memory in proportion to the document, and is called on a thread.
    """
    if len(data) > LONGEST:
        raise FeedError(f"The feed is longer than {LONGEST // 1_000_000} MB.", why=NoFeed.LONG, subject=url)
    text = text_of(data, content_type)
    return (read_json if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[") else read_xml)(text, url)
