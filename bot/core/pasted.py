"""Finds the link in what a person pasted."""

import re

_LINK = re.compile(r"https?://[^\s<>\"“”‘’«»，。；！？、（）《》「」『』【】]+", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z][a-z0-9-]+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_BEHIND = ".,;:!?…'*_~|"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def only_link(text: str) -> str | None:
    """Gives the address in a text that holds exactly one, whatever words stand around it."""
    found = {_trimmed(match[0]) for match in _LINK.finditer(text)}
    return found.pop() if len(found) == 1 else None


def named_link(text: str) -> str | None:
    """The same where an address is meant for certain, so that https:// may be left out."""
    if found := only_link(text):
        return found
    word = text.strip()
    return f"https://{word}" if _BARE.fullmatch(word) else None


def _trimmed(link: str) -> str:
    """Takes off the marks of the sentence around it, and a bracket that was opened before it."""
    while link and (link[-1] in _BEHIND or _closes_more(link)):
        link = link[:-1]
    return link


def _closes_more(link: str) -> bool:
    opening = _PAIRS.get(link[-1])
    return opening is not None and link.count(link[-1]) > link.count(opening)
