"""Reads JSON Feed (jsonfeed.org, versions 1 and 1.1), and nothing of JSON that is none."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import TypeAlias, cast

from bot.errors import FeedError, NoFeed
from bot.sources.dates import read_date
from bot.sources.feeds.entries import is_empty
from bot.sources.feeds.markup import absolute, address_of, escaped_title, first_picture, home_of, plain
from bot.sources.feeds.mending import without_controls
from bot.sources.feeds.values import Enclosure, Entry, Feed
from bot.sources.pictures import picture_of

MOST_ENTRIES = 100_000
"""Nobody lists more."""
LARGEST = 1e15
"""No file has more bytes."""
_EMPTY_LINE = re.compile(r"\r?\n[ \t\u3000]*(?=\r?\n)")
Fields: TypeAlias = Mapping[str, object]


def read_json(text: str, address: str) -> Feed:
    """Gives what a JSON Feed says; what has the wrong type is as if it were missing."""
    try:
        document: object = json.loads(text, strict=False)
    except (ValueError, RecursionError) as mistake:
        raise FeedError("This is broken JSON, not a feed.", why=NoFeed.BROKEN_JSON) from mistake
    fields = _fields(document)
    if not isinstance(fields.get("items"), list):
        raise FeedError("This is JSON, but no JSON Feed: it has no list of items.", why=NoFeed.OTHER_JSON)
    site = address_of(_text(fields, "home_page_url"), address)
    base, author = home_of(address, site), _author(fields)
    items = islice(_list(fields, "items"), MOST_ENTRIES)
    return Feed(
        title=escaped_title(_text(fields, "title")),
        link=site,
        language=_text(fields, "language"),
        hub=next((hub for found in _list(fields, "hubs") if (hub := address_of(_text(found, "url"), address))), None),
        entries=tuple(entry for item in items if not is_empty(entry := _entry(item, base, author))),
    )


def _entry(item: Fields, base: str, author: str) -> Entry:
    link = address_of(_text(item, "url"), base) or address_of(_text(item, "external_url"), base)
    summary = html.escape(_text(item, "summary"), quote=False)
    content = absolute(_text(item, "content_html"), base) or _paragraphs(_text(item, "content_text")) or summary
    published, updated = _date(item, "date_published"), _date(item, "date_modified")
    pictures = (address_of(_text(item, name), base) or "" for name in ("image", "banner_image"))
    return Entry(
        title=escaped_title(_text(item, "title")),
        link=link,
        id=_text(item, "id") or link or "",
        published=published or updated,
        updated=updated,
        author=_author(item) or author,
        categories=tuple(dict.fromkeys(name for name in map(plain, _texts(item, "tags")) if name)),
        content=content,
        summary=summary or content,
        image=picture_of(pictures) or first_picture(content),
        enclosures=tuple(_enclosures(item, base)),
    )


def _enclosures(item: Fields, base: str) -> Iterator[Enclosure]:
    for found in _list(item, "attachments"):
        if address := address_of(_text(found, "url"), base):
            size = found.get("size_in_bytes")
            length = int(size) if isinstance(size, int | float) and 0 <= size < LARGEST else 0
            yield Enclosure(address=address, kind=_text(found, "mime_type"), length=length)


def _author(fields: Fields) -> str:
    """Gives the first author: a list of them since version 1.1, one before."""
    people = (*_list(fields, "authors"), _fields(fields.get("author")))
    return next((name for person in people if (name := plain(_text(person, "name")))), "")


def _paragraphs(text: str) -> str:
    """Makes HTML of plain text; lines that follow an empty one begin a paragraph."""
    return "".join(f"<p>{_lines(part.splitlines())}</p>" for part in _EMPTY_LINE.split(text) if part.strip())


def _lines(lines: Sequence[str]) -> str:
    """Keeps lines apart; where one goes on with a small letter they were only wrapped."""
    written = [html.escape(line.strip(), quote=False) for line in lines if line.strip()]
    return (" " if any(line[0].islower() for line in written[1:]) else "<br>").join(written)


def _date(fields: Fields, name: str) -> datetime | None:
    return read_date(_text(fields, name))


def _fields(value: object) -> Fields:
    return cast("Fields", value) if isinstance(value, dict) else {}


def _list(fields: Fields, name: str) -> Iterator[Fields]:
    found = fields.get(name)
    yield from (_fields(part) for part in (found if isinstance(found, list) else ()) if isinstance(part, dict))


def _texts(fields: Fields, name: str) -> Iterator[str]:
    found = fields.get(name)
    yield from (without_controls(said) for said in (found if isinstance(found, list) else ()) if isinstance(said, str))


def _text(fields: Fields, name: str) -> str:
    """Gives a text; numbers count as their digits, since some feeds write ids so."""
    found = fields.get(name)
    if isinstance(found, int) and not isinstance(found, bool) and abs(found) < LARGEST:
        return str(found)
    return without_controls(found).strip() if isinstance(found, str) else ""
