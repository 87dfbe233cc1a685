"""Tells by its first bytes what a document is."""

import re

_POST = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*+(?:-{3,80}|;{3,80})[ \t]*+\r?\n")
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<(?:!doctype|html|\?xml|rss|feed|rdf:rdf)\b|\{[^}]{0,999}jsonfeed\.org)",
    re.IGNORECASE,
)


def is_post(data: bytes) -> bool:
    """Tells whether a document begins as posts do."""
    return _POST.match(data) is not None


def is_markup(data: bytes) -> bool:
    """Tells whether a document begins as saved pages and feeds do."""
    return _MARKUP.match(data) is not None
