"""Tells by its first bytes what a document is."""

import re

from bot.sources import front_matter
from bot.sources.encoding import lines

HEAD = 4096
_MARKUP = re.compile(
    r"\s{0,99}(?:<!--(?:(?!-->).){0,999}-->\s{0,99}){0,3}"
    r"(?:<(?:!doctype|html|head|\?xml|rss|feed|rdf:rdf)\b|\{[^}]{0,999}jsonfeed\.org)",
    re.IGNORECASE | re.DOTALL,
)


def is_post(data: bytes) -> bool:
    """Tells whether a document begins as posts do."""
    return front_matter.begins(lines(data[: front_matter.MAX_SIZE]))


def is_markup(data: bytes) -> bool:
    """Tells whether a document begins as saved pages and feeds do."""
    return _MARKUP.match(lines(data[:HEAD])) is not None
