"""What Telegram finds by itself in typed text: commands, links, mentions, hashtags."""

import re

from bot.standin.entities import in_order, utf16, utf16_places
from bot.standin.links import checked_link
from bot.standin.wire import Json

BEFORE = r"(?<![\w/@#])"
FOUND = re.compile(
    rf"{BEFORE}(?P<bot_command>/[A-Za-z0-9_]{{1,64}}(?:@[A-Za-z0-9_]{{3,32}})?)(?![\w/])"
    rf"|{BEFORE}(?P<url>(?:https?|tg)://[^\s<>\"，。；！？、）】》”’]+"
    r"|(?<![\w.@/])(?:[A-Za-z0-9\-]+\.)+(?:com|org|net|cn|io|info|me|dev)(?![\w.])(?:/[^\s<>\"，。；！？、）】》”’]*)?)"
    r"|(?<![\w@])(?P<email>[A-Za-z0-9._%+\-]+@(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,})"
    rf"|{BEFORE}(?P<mention>@[A-Za-z0-9_]{{2,32}})(?!\w)"
    rf"|{BEFORE}(?P<hashtag>#\w{{1,256}})"
)
CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})
LIKELY = re.compile(r"[/@#.]")


def detect(text: str, given: list[Json] | None = None) -> list[Json]:
    """The entities of a text: those given and those found, none inside code or a link."""
    given = given or []
    if not LIKELY.search(text):
        return given
    place = utf16_places(text)
    found = [entity for match in FOUND.finditer(text) if (entity := _entity(match, place(match.start())))]
    return in_order([*given, *(entity for entity in found if not _inside(entity, given))]) if found else given


def _entity(match: re.Match[str], offset: int) -> Json | None:
    kind = match.lastgroup or ""
    written = match[0].rstrip(".,;:!?'") if kind == "url" else match[0]
    if kind == "url" and not checked_link(written):
        return None
    if kind == "hashtag" and written[1:].isdecimal():
        return None
    return {"offset": offset, "length": utf16(written), "type": kind}


def _inside(entity: Json, given: list[Json]) -> bool:
    begin, end = entity["offset"], entity["offset"] + entity["length"]
    return any(
        begin < other["offset"] + other["length"] and other["offset"] < end
        for other in given
        if other["type"] in CLOSED or not _holds(other, begin, end)
    )


def _holds(other: Json, begin: int, end: int) -> bool:
    return bool(other["offset"] <= begin and end <= other["offset"] + other["length"])
