"""A message's text or caption as Telegram accepts it: parsed, trimmed, measured in code points."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.standin.detect import detect
from bot.standin.entities import in_order, parse_html, utf16
from bot.standin.errors import bad
from bot.standin.params import Params
from bot.standin.wire import Json

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_RAW_BYTES = 32_768
MAX_ENTITIES = 100
BLANK = " \n\t\r"
UNSEEN = BLANK + "\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\u3000\ufeff"
"""A message of nothing but these is empty."""
CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
"""Written as blanks by Telegram."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text with its entities, as a Message carries them."""

    text: str
    entities: list[Json]


def _html(source: str, _given: list[Json]) -> tuple[str, list[Json]]:
    return parse_html(source)


def _as_given(source: str, given: list[Json]) -> tuple[str, list[Json]]:
    return source, in_order(given)


PARSE_MODES: dict[str, Callable[[str, list[Json]], tuple[str, list[Json]]]] = {"html": _html, "": _as_given}


def text_of(params: Params) -> Formatted:
    """The text of a message to send; raises when there is none, or too much."""
    if not params.text("text").strip(BLANK):
        raise bad("message text is empty")
    text = _formatted(params, "text", "entities")
    if not text.text.strip(UNSEEN):
        raise bad("text must be non-empty")
    if len(text.text) > MAX_TEXT:
        raise bad("message is too long")
    return text


def caption_of(params: Params) -> Formatted:
    caption = _formatted(params, "caption", "caption_entities")
    if len(caption.text) > MAX_CAPTION:
        raise bad("message caption is too long")
    return caption


def _formatted(params: Params, name: str, entities_name: str) -> Formatted:
    source = params.text(name)
    if len(source) * 4 > MAX_RAW_BYTES and len(source.encode()) > MAX_RAW_BYTES:
        raise bad("text is too long")
    mode = params.text("parse_mode").lower()
    if mode not in PARSE_MODES:
        raise bad("unsupported parse_mode")
    given = [] if mode else params.value(entities_name) or []
    text, entities = PARSE_MODES[mode](source.replace("\r", ""), given)
    text = CONTROL.sub(" ", text)
    return trimmed(text, detect(text, entities))


def trimmed(text: str, entities: list[Json]) -> Formatted:
    """Without blanks at the ends; entities are cut to fit and empty ones dropped."""
    text = text.rstrip(BLANK)
    first = entities[0]["offset"] if entities else len(text)
    lead = min(len(text) - len(text.lstrip(BLANK)), first)
    text = text[lead:]
    if not entities:
        return Formatted(text, entities)
    end = utf16(text)
    cut = ({**entity, "offset": entity["offset"] - lead} for entity in entities[:MAX_ENTITIES])
    return Formatted(text, [fit for entity in cut if (fit := _fitted(entity, end))])


def _fitted(entity: Json, end: int) -> Json | None:
    length = min(entity["length"], end - entity["offset"])
    if length <= 0:
        return None
    return entity if length == entity["length"] else {**entity, "length": length}
