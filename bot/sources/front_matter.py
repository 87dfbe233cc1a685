"""Reads the lines between `---` at the top of a post as text values, however badly they are quoted."""

import re
import unicodedata
from dataclasses import dataclass

import yaml

from bot.errors import UnreadablePostError

MAX_SIZE = 64 * 1024
MAX_DEPTH = 8
LONGEST_TITLE = 500

KEYS = (
    "title",
    "categories",
    "tags",
    "headimg",
    "author",
    "comments",
    "date",
    "thumbnail",
    "layout",
    "link",
    "updated",
)
"""What such posts write; a line of a title that looks like a key ends the title only when it is one of these."""

Values = dict[str, str | list[str]]

_OPENING = re.compile(r"\ufeff?\s*?---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
_ENTRY = re.compile(rf"^({'|'.join(KEYS)}):(.*?)(?=^(?:{'|'.join(KEYS)}):|\Z)", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?:\|[ \t]*)?(\S.*)$", re.MULTILINE)
_GLANCE = re.compile(
    # possessive throughout: a title of blanks must not be tried in every way there is
    r"^title:(?P<title>(?:(?!\n[a-z_]{1,20}:)[\s\S])*+)\ncategories:[ \t]*+"
    r"(?P<items>(?:\r?\n[ \t]*+-[ \t]++[^\r\n]++)*+)(?=\r?\n|\Z)",
    re.MULTILINE,
)
_DATE = re.compile(r"^date:[ \t]*+([^\r\n]+)", re.MULTILINE)
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_BLANKS = re.compile(r"\s+")
_BRACES = {"&#123;": "{", "&#125;": "}"}
"""The writer hides braces from its template engine in the whole file, where no HTML parser undoes it here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What a post says about itself, as text."""

    title: str = ""
    categories: tuple[str, ...] = ()
    author: str = ""
    date: str = ""
    image: str = ""


class _RefusedError(ValueError):
    """YAML that is valid but nothing a post needs: aliases, deep nesting, keys that are lists."""


def split(text: str) -> tuple[str, str]:
    """Gives the front matter and the body below it."""
    opening = _OPENING.match(text)
    if opening is None:
        raise UnreadablePostError("The post does not begin with front matter.")
    closing = _CLOSING.search(text, opening.end(), opening.end() + MAX_SIZE)
    if closing is None:
        raise UnreadablePostError("The post's front matter has no end, or is larger than 64 kB.")
    return text[opening.end() : closing.start()], text[closing.end() :]


def read(source: str) -> FrontMatter:
    """Gives the values of front matter; what a YAML parser refuses is read line by line."""
    try:
        values = _from_yaml(source)
    except (yaml.YAMLError, _RefusedError):
        values = _from_lines(source)
    return FrontMatter(
        title=_text(values, "title")[:LONGEST_TITLE].strip(),
        categories=tuple(filter(None, map(clean, _items(values, "categories")))),
        author=_text(values, "author"),
        date=_text(values, "date"),
        image=_text(values, "headimg") or _text(values, "thumbnail"),
    )


def glance(head: str) -> FrontMatter:
    """Gives title, categories and date from the beginning of a post, by patterns where it is written as usual."""
    found = _GLANCE.search(head)
    if found is None:
        return _read_beginning(head)
    date = _DATE.search(head, found.end(), found.end() + MAX_SIZE) or _DATE.search(head, 0, found.start())
    return FrontMatter(
        title=clean(unquote(found["title"].strip()))[:LONGEST_TITLE].strip(),
        categories=tuple(clean(unquote(item)) for item in _ITEM.findall(found["items"])),
        date=unquote(date[1].strip()) if date else "",
    )


def _read_beginning(head: str) -> FrontMatter:
    try:
        return read(split(head)[0])
    except UnreadablePostError:
        return FrontMatter()


def clean(value: str) -> str:
    """Gives a value as one line without what nobody can see."""
    for hidden, brace in _BRACES.items():
        value = value.replace(hidden, brace)
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", _UNSEEN.sub("", value)).strip())


def unquote(value: str) -> str:
    """Takes one pair of quotes off; the writer escapes nothing inside them."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value


def _from_yaml(source: str) -> Values:
    """Builds the values from parser events: nothing is resolved, so `007`, `yes` and dates stay text."""
    values: Values = {}
    key: str | None = None
    depth = 0
    for event in yaml.parse(source, Loader=yaml.CSafeLoader):
        match event:
            case yaml.AliasEvent():
                raise _RefusedError
            case yaml.ScalarEvent():
                key = _take(values, key, event.value, depth)
            case yaml.CollectionStartEvent():
                depth += 1
                _open(values, key, depth)
            case yaml.CollectionEndEvent():
                depth -= 1
                key = key if depth > 1 else None
            case yaml.DocumentEndEvent():
                break
    return values


def _take(values: Values, key: str | None, said: str, depth: int) -> str | None:
    """Puts a scalar where it belongs; gives the key that still waits for its value."""
    if depth == 0:
        raise _RefusedError
    if key is None:
        return said
    waiting = values.setdefault(key, said) if depth == 1 else values[key]
    if depth > 1 and isinstance(waiting, list):
        waiting.append(said)
    return key if depth > 1 else None


def _open(values: Values, key: str | None, depth: int) -> None:
    """Begins a list; only the outermost collection may come without a key."""
    if depth > MAX_DEPTH or (depth > 1 and key is None):
        raise _RefusedError
    if depth == 2 and key is not None:  # noqa: PLR2004 - the level of a top key's own list
        values.setdefault(key, [])


def _from_lines(source: str) -> Values:
    values: Values = {}
    for key, rest in _ENTRY.findall(source):
        items = [unquote(item) for item in _ITEM.findall(rest)] if key in {"categories", "tags"} else []
        values.setdefault(key, items or unquote(rest))
    return values


def _text(values: Values, key: str) -> str:
    value = values.get(key, "")
    return clean(value if isinstance(value, str) else " ".join(value))


def _items(values: Values, key: str) -> list[str]:
    value = values.get(key, [])
    return [value] if isinstance(value, str) else value
