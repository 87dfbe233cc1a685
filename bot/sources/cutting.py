"""Takes marks out of a text, with what stands between them or alone, in time proportional to the text."""

import re


def without(between: re.Pattern[str], text: str, *, end: re.Pattern[str]) -> str:
    """Takes out all of what is closed by `end`, which is how `between` ends."""
    closed = max((found.end() for found in end.finditer(text)), default=0)
    # Looking no further keeps it linear: each mark that nothing closes would be followed to the end of the text.
    return between.sub("", text[:closed]) + text[closed:]


def without_unclosed(tags: re.Pattern[str], markup: str) -> str:
    """Takes out the tags that nothing closes; `tags` finds whether one ends something, and its name."""
    closed = {found[2].lower(): found.start() for found in tags.finditer(markup) if found[1]}
    return tags.sub(
        lambda found: found[0] if found[1] or found.start() < closed.get(found[2].lower(), -1) else "", markup
    )
