"""Finds the links in what a person pasted."""

import re

_LINK = re.compile(r"https?://[^\s<>\"“”‘’«»，。；！？、（）《》「」『』【】]+", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z][a-z0-9-]+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_OF_A_CHAT = re.compile(r"https?://(?:t|telegram)\.me/", re.IGNORECASE)
"""Posts of channels end with the way to their channel."""

_BEHIND = ".,;:!?…'*_~|"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def links(text: str) -> tuple[str, ...]:
    """Gives the addresses in a text, each once, whatever stands around them; a chat’s only if there is no other."""
    found = tuple(dict.fromkeys(_trimmed(match[0]) for match in _LINK.finditer(text)))
    return tuple(link for link in found if not _OF_A_CHAT.match(link)) or found


def bare_link(text: str) -> str | None:
    """Gives a text that is nothing but an address without https://, as people say it."""
    word = text.strip()
    return word if _BARE.fullmatch(word) else None


def is_surely_bare(text: str) -> bool:
    """Tells whether such a text is an address even where none is asked for: Node.js and 1.2 are none."""
    return bare_link(text) is not None and ("/" in text or text.strip().lower().startswith("www."))


def _trimmed(link: str) -> str:
    """Takes off the marks of the sentence around it, and a bracket that was opened before it."""
    while link and (link[-1] in _BEHIND or _closes_more(link)):
        link = link[:-1]
    return link


def _closes_more(link: str) -> bool:
    opening = _PAIRS.get(link[-1])
    return opening is not None and link.count(link[-1]) > link.count(opening)
