"""Reads the lines between `---` at the top of a post as text values, however badly they are quoted."""

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.errors import UnreadablePostError
from bot.sources import yaml_text
from bot.sources.references import unescaped
from bot.sources.unseen import seen
from bot.sources.yaml_text import Node

MAX_SIZE = 64 * 1024
LONGEST_TITLE = 500

KEYS = (
    "title",
    "categories",
    "category",
    "tags",
    "headimg",
    "author",
    "comments",
    "date",
    "thumbnail",
    "cover",
    "index_img",
    "banner_img",
    "top_img",
    "photos",
    "layout",
    "link",
    "updated",
    "published",
    "draft",
    "hidden",
    "hide",
    "password",
)
"""What such posts write; a line of a quoted title that looks like a key ends the title only when it is one of these."""

PICTURES = ("headimg", "thumbnail", "cover", "index_img", "photos", "banner_img", "top_img")
"""Where mirrors and themes keep a post's picture."""

Values = dict[str, Node]

_OPENING = re.compile(rf"[\s\ufeff]*+(?:(-{{3,80}}|;{{3,80}}|\+{{3}})[ \t]*+\n|(?=(?:{'|'.join(KEYS)}):))")
"""What Hexo takes for a beginning: a row of `-`, of `;` above JSON, or the first key, as its second version wrote.

Hugo writes TOML between rows of `+`."""
_KEY = re.compile(rf"({'|'.join(KEYS)}):|[A-Za-z_][\w-]{{0,40}}:(?=\s|$)")
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?:\|[ \t]*)?(\S.*)$", re.MULTILINE)
_GLANCE = re.compile(
    # possessive throughout: a title of blanks must not be tried in every way there is
    r"^title:(?P<title>(?:(?!\n[a-z_]{1,20}:)[\s\S])*+)\ncategories:[ \t]*+"
    r"(?P<items>(?:\n[ \t]*+-[ \t]++[^\n]++)++)(?=\n\s*+(?<=\n)[A-Za-z_]|\s*+\Z)",
    re.MULTILINE,
)
_DATE = re.compile(r"^date:[ \t]*+([^\n]+)", re.MULTILINE)
_HELD_BACK = re.compile(r"^['\"]?(?:published|draft|hidden|hide|password)\b", re.MULTILINE)
_INTRICATE = re.compile(r"^[#&*!|>%@`~?\[{-]|\s#|''|\\|^['\"](?:.*[^'\"])?$", re.DOTALL)
_INTRICATE_ITEMS = re.compile(r"[\[{#&*!~\\]|:[ \t]|:$|''|-[ \t]+-[ \t]", re.MULTILINE)
"""What may mean something else to YAML than it looks like."""
_COMMENT = re.compile(r"\s#.*")
_NOTHING = frozenset({"null", "Null", "NULL"})
_NO = frozenset({"false", "no", "off", "0"})
_HIDING = ("draft", "hidden", "hide", "password")
_NAMES = ("name", "title")
_BLANKS = re.compile(r"\s+")
_REFERENCE = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,5});", re.IGNORECASE)
"""Mirrors hide braces from their template engine so, and feeds escape twice; no HTML parser undoes it here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What a post says about itself, as text."""

    title: str = ""
    categories: tuple[str, ...] = ()
    author: str = ""
    date: str = ""
    link: str = ""
    images: tuple[str, ...] = ()
    """Addresses of pictures, the one meant for lists first."""
    is_public: bool = True
    """The site shows it in its lists: it is no draft, not hidden, and not behind a password."""


def split(text: str) -> tuple[str, str]:
    """Gives the front matter and the body below it."""
    opening = _OPENING.match(text)
    if opening is None:
        raise UnreadablePostError("The post does not begin with front matter.")
    closing = _closing(opening[1]).search(text, opening.end(), opening.end() + MAX_SIZE)
    if closing is None:
        raise UnreadablePostError("The post's front matter has no end, or is larger than 64 kB.")
    return _as_yaml(text[opening.end() : closing.start()], closing[0]), text[closing.end() :]


def begins(text: str) -> bool:
    """Tells whether a text begins as a post does; what begins with a key alone may be any text, so it needs an end."""
    opening = _OPENING.match(text)
    if opening is None:
        return False
    return bool(opening[1]) or _closing(opening[1]).search(text, opening.end(), opening.end() + MAX_SIZE) is not None


@lru_cache
def _closing(row: str | None) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(row or '---')}[ \t]*$", re.MULTILINE)


def _as_yaml(source: str, row: str) -> str:
    """Gives as YAML what stands between two such rows: JSON without its braces is YAML within them."""
    if row.startswith("+"):
        try:
            return json.dumps(tomllib.loads(source), ensure_ascii=False, default=str)
        except (ValueError, RecursionError) as error:
            raise UnreadablePostError("The post's front matter is no valid TOML.") from error
    return f"{{{source}}}" if row.startswith(";") else source


def read(source: str) -> FrontMatter:
    """Gives the values of front matter; what a YAML parser refuses is read line by line."""
    values = yaml_text.read(source)
    if values is None:
        values = _from_lines(source)
    return FrontMatter(
        title=_text(values, "title")[:LONGEST_TITLE].strip(),
        categories=_names(_path(values.get("categories") or values.get("category", ""))),
        author=_text(values, "author"),
        date=_text(values, "date"),
        link=_text(values, "link"),
        images=tuple(filter(None, (clean(said) for key in PICTURES for said in _each(values.get(key, ""))))),
        is_public=_is_public(values),
    )


def _is_public(values: Values) -> bool:
    if _text(values, "published").lower() in _NO:
        return False
    said = (_text(values, key) for key in _HIDING)
    return not any(value and value not in _NOTHING and value.lower() not in _NO for value in said)


def glance(head: str) -> FrontMatter:
    """Gives title, categories and date from the beginning of a post, by patterns where it is written as usual."""
    opening = _OPENING.match(head)
    begin = opening.end() if opening else 0
    closing = _closing(opening[1]).search(head, begin) if opening else None
    end = closing.start() if closing else len(head)
    found = _GLANCE.search(head, begin, end)
    if (
        found is None
        or _HELD_BACK.search(head, begin, end)
        or _INTRICATE.search(found["title"].strip())
        or _INTRICATE_ITEMS.search(found["items"])
    ):
        return _read_beginning(head)
    date = _DATE.search(head, found.end(), end) or _DATE.search(head, begin, found.start())
    return FrontMatter(
        title=clean(unquote(found["title"]))[:LONGEST_TITLE].strip(),
        categories=_names(map(unquote, _ITEM.findall(found["items"]))),
        date=clean(unquote(_COMMENT.sub("", date[1]))) if date else "",
    )


def _read_beginning(head: str) -> FrontMatter:
    try:
        return read(split(head)[0])
    except UnreadablePostError:
        return FrontMatter()


def clean(value: str) -> str:
    """Gives a value as one line without what nobody can see."""
    if "&" in value:
        value = _REFERENCE.sub(lambda found: unescaped(found[0]), value)
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", seen(value)).strip())


def unquote(value: str) -> str:
    """Takes one pair of quotes off; the writer escapes nothing inside them."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value


def _from_lines(source: str) -> Values:
    values: Values = {}
    for key, said in _entries(source):
        if key in KEYS and key not in values:
            values[key] = _value(key, said)
    return values


def _entries(source: str) -> Iterator[tuple[str, str]]:
    """Gives each key with what stands behind it, up to the next line that begins with a key."""
    key, said = "", [""]
    for line in source.split("\n"):
        found = _KEY.match(line)
        if found and (found[1] or not _is_open(said)):
            yield key, "\n".join(said)
            key, said = found[0][:-1], [line[found.end() :]]
        else:
            said.append(line)
    yield key, "\n".join(said)


def _is_open(said: list[str]) -> bool:
    """Tells whether a value began with a quote that has not ended."""
    first, last = said[0].strip(), said[-1].rstrip()
    return first[:1] in {"'", '"'} and not (last.endswith(first[0]) and (len(said) > 1 or len(first) > 1))


def _value(key: str, said: str) -> Node:
    """Reads one entry as YAML where it is, for it is another one that YAML refuses."""
    alone = yaml_text.read(f"{key}:{said}")
    if alone and alone.get(key):
        return alone[key]
    items: list[Node] = [unquote(item) for item in _ITEM.findall(said)] if key in {"categories", "tags"} else []
    return items or unquote(said)


def _text(values: Values, key: str) -> str:
    node = values.get(key, "")
    return clean(_name(node))


def _path(node: Node) -> list[str]:
    """Gives one path of categories; of several, which Hexo writes as a list of lists, the first."""
    if not isinstance(node, list):
        return [_name(node)]
    if any(isinstance(item, list) for item in node):
        return next((_path(item) for item in node if item), [])
    return [_name(item) for item in node]


def _name(node: Node) -> str:
    """Gives what is named: by a text, by a map that has a name for it, or by one that a colon in a text made."""
    match node:
        case str():
            return node
        case list():
            return " ".join(filter(None, map(_said, node)))
    named = next((node[key] for key in _NAMES if key in node), None)
    return _said(named) if named else ", ".join(f"{key}: {_said(said)}".rstrip(": ") for key, said in node.items())


def _each(node: Node) -> Iterator[str]:
    """Gives the texts in a value: it, those of a list, or those a map has."""
    within = node if isinstance(node, list) else node.values() if isinstance(node, dict) else [node]
    yield from filter(None, map(_said, within))


def _said(node: Node) -> str:
    return node if isinstance(node, str) else ""


def _names(raw: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in map(clean, raw) if name and name not in _NOTHING)
