"""Tells by its first bytes what a document is."""

import re

from bot.sources import front_matter
from bot.sources.encoding import lines

_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<(?:!doctype|html|\?xml|rss|feed|rdf:rdf)\b|\{[^}]{0,999}jsonfeed\.org)",
    re.IGNORECASE,
)


def is_post(data: bytes) -> bool:
    """Tells whether a document begins as posts do."""
    return front_matter.begins(lines(data[: front_matter.MAX_SIZE]))


def is_markup(data: bytes) -> bool:
    """Tells whether a document begins as saved pages and feeds do."""
    return _MARKUP.match(data) is not None
