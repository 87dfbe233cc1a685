"""HTML to text and entities by Telegram's own rules and in its own words; offsets in errors are bytes."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.standin.errors import ApiError, bad
from bot.standin.links import checked_link
from bot.standin.wire import Json

PLAIN_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
SPACE = " \t\r\n\0\v"
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
MAX_ENTITY_WRITTEN = 10
MAX_CODE = 0x10FFFF
MARKUP = re.compile("[<&]")
NAME_END = re.compile(r"[ \t\r\n\0\v>]")
ATTRIBUTE_END = re.compile(r"[ \t\r\n\0\v=>/\"']")
TOKEN = re.compile(r"[a-zA-Z0-9.\-]*")
BLANKS = re.compile(rf"[{SPACE}]*")
CUSTOM_EMOJI = re.compile(r"-?[0-9]{1,19}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A tag that waits for its end."""

    tag: str
    attributes: dict[str, str]
    begin: int
    """In UTF-16 units of the text so far."""
    piece: int
    """The same in pieces of the text so far."""


def utf16(text: str) -> int:
    return len(text) if text.isascii() or max(text) <= "\uffff" else len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The text without tags, and its entities in Telegram's order; raises `ApiError` with Telegram's words."""
    if not MARKUP.search(source):
        return source, []
    return _Parser(source).run()


@dataclass(slots=True)
class _Parser:
    source: str
    at: int = 0
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    open: list[Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def run(self) -> tuple[str, list[Json]]:
        while mark := MARKUP.search(self.source, self.at):
            self._add(self.source[self.at : mark.start()])
            self.at = mark.start()
            self._reference() if mark[0] == "&" else self._tag()
        self._add(self.source[self.at :])
        if self.open:
            raise _refused(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.pieces), in_order(self.entities)

    def _add(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += utf16(text)

    def _reference(self) -> None:
        char, self.at = _reference(self.source, self.at)
        self._add(char)

    def _tag(self) -> None:
        if self.source.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _start_tag(self) -> None:
        begin = self.at
        end = NAME_END.search(self.source, begin + 1)
        if end is None:
            raise self._at("Unclosed start tag", begin)
        tag = self.source[begin + 1 : end.start()].lower()
        if tag not in READERS:
            raise self._at(f'Unsupported start tag "{tag}"', begin)
        self.at = end.start()
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._at('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(Open(tag=tag, attributes=attributes, begin=self.length, piece=len(self.pieces)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._skip_blanks()
            if self._here() == ">":
                self.at += 1
                return found
            name = self._attribute_name(tag, begin)
            self._skip_blanks()
            if self._here() != "=":
                found.setdefault(name, "")
                continue
            self.at += 1
            self._skip_blanks()
            found[name] = self._attribute_value(begin)

    def _attribute_name(self, tag: str, begin: int) -> str:
        end = ATTRIBUTE_END.search(self.source, self.at)
        if end is None:
            raise self._at("Unclosed start tag", begin)
        name = self.source[self.at : end.start()].lower()
        if not name:
            raise self._at(f'Empty attribute name in the tag "{tag}"', begin)
        self.at = end.start()
        return name

    def _attribute_value(self, begin: int) -> str:
        quote = self._here()
        if quote not in {'"', "'"}:
            return self._token(begin)
        end = self.source.find(quote, self.at + 1)
        if end < 0 or end + 1 >= len(self.source):
            raise self._at("Unclosed start tag", begin)
        value = unescape(self.source[self.at + 1 : end])
        self.at = end + 1
        return value

    def _token(self, begin: int) -> str:
        match = TOKEN.match(self.source, self.at)
        token_begin, self.at = self.at, match.end() if match else self.at
        if self.at >= len(self.source):
            raise self._at("Unclosed start tag", begin)
        if self._here() not in f"{SPACE}>":
            raise self._at("Unexpected end of name token", token_begin)
        return self.source[token_begin : self.at].lower()

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._at("Unexpected end tag", begin)
        end = NAME_END.search(self.source, begin + 2)
        name = self.source[begin + 2 : end.start() if end else None].lower()
        self.at = end.start() if end else len(self.source)
        self._skip_blanks()
        if self._here() != ">":
            raise self._at("Unclosed end tag", begin)
        tag = self.open[-1].tag
        if name and name != tag:
            raise self._at("Unmatched end tag", begin, f', expected "</{tag}>", found "</{name}>"')
        self.at += 1
        self._close(self.open.pop())

    def _close(self, opened: Open) -> None:
        length = self.length - opened.begin
        if length <= 0:
            return
        shape = READERS[opened.tag](opened, "".join(self.pieces[opened.piece :]))
        if shape is None or _joined_code(self.entities, shape, opened.begin, length):
            return
        self.entities.append({"offset": opened.begin, "length": length, **shape})

    def _skip_blanks(self) -> None:
        match = BLANKS.match(self.source, self.at)
        self.at = match.end() if match else self.at

    def _here(self) -> str:
        return self.source[self.at : self.at + 1]

    def _at(self, reason: str, position: int, rest: str = "") -> ApiError:
        offset = len(self.source[:position].encode())
        return _refused(f"{reason} at byte offset {offset}{rest}")


def _refused(reason: str) -> ApiError:
    return bad(f"can't parse entities: {reason}")


def unescape(text: str) -> str:
    """The text with its references read; a bare or unknown & stays as it is."""
    return ENTITY.sub(lambda match: _read(match) or match[0], text)


def _reference(source: str, at: int) -> tuple[str, int]:
    match = ENTITY.match(source, at)
    char = _read(match) if match else ""
    return (char, match.end()) if match and char else ("&", at + 1)


def _read(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return NAMED.get(name, "")
    if match.end() - match.start() - match[0].endswith(";") >= MAX_ENTITY_WRITTEN:
        return ""
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    is_character = 0 < code < MAX_CODE and not 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - surrogates
    return chr(code) if is_character else ""


def _link(opened: Open, inside: str) -> Json | None:
    url = opened.attributes.get("href") or inside
    link = checked_link(url)
    return {"type": "text_link", "url": link} if link else None


def _code(opened: Open, _inside: str) -> Json:
    language = opened.attributes.get("class", "")
    named = language.removeprefix("language-") if language.startswith("language-") else ""
    return {"type": "code", "language": named} if named else {"type": "code"}


def _quote(opened: Open, _inside: str) -> Json:
    return {"type": "expandable_blockquote" if "expandable" in opened.attributes else "blockquote"}


def _emoji(opened: Open, _inside: str) -> Json:
    identifier = opened.attributes.get("emoji-id", "")
    if not CUSTOM_EMOJI.fullmatch(identifier):
        raise _refused("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": identifier}


def _time(opened: Open, _inside: str) -> Json:
    unix, shape = opened.attributes.get("unix", ""), opened.attributes.get("format", "")
    if not unix.isdecimal():
        raise _refused("Invalid date-time specified")
    shown: Json = {"type": "date_time", "unix_time": int(unix)}
    return {**shown, "date_time_format": shape} if shape else shown


def _plain(kind: str) -> Callable[[Open, str], Json]:
    return lambda _opened, _inside: {"type": kind}


READERS: dict[str, Callable[[Open, str], Json | None]] = {
    **{tag: _plain(kind) for tag, kind in PLAIN_TAGS.items()},
    "a": _link,
    "code": _code,
    "pre": _plain("pre"),
    "blockquote": _quote,
    "tg-emoji": _emoji,
    "tg-time": _time,
}


def _joined_code(entities: list[Json], shape: Json, offset: int, length: int) -> bool:
    """<pre><code class="language-x"> and its reverse are one block with a language."""
    last = entities[-1] if entities else {}
    if {shape["type"], last.get("type")} != {"pre", "code"} or (last["offset"], last["length"]) != (offset, length):
        return False
    language = last.get("language") or shape.get("language")
    last["type"] = "pre"
    if language:
        last["language"] = language
    return True


def in_order(entities: list[Json]) -> list[Json]:
    """As Telegram lists them: by place, the longer first; nothing lives inside code."""
    entities = sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
    kept: list[Json] = []
    code_end = 0
    for entity in entities:
        if entity["offset"] < code_end:
            continue
        if entity["type"] in {"code", "pre"}:
            code_end = entity["offset"] + entity["length"]
        kept.append(_without_language(entity) if entity["type"] == "code" else entity)
    return kept


def _without_language(entity: Json) -> Json:
    return {name: value for name, value in entity.items() if name != "language"}


def utf16_places(text: str) -> Callable[[int], int]:
    """Turns an index of the text into UTF-16 units; wide characters are looked up, not counted each time."""
    wide = [index for index, char in enumerate(text) if char > "\uffff"]
    return (lambda index: index) if not wide else (lambda index: index + bisect_right(wide, index - 1))
