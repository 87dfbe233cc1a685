"""Reads one entry of an RSS, RDF or Atom feed: each field from whichever of its many elements the feed uses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.sources.dates import read_date
from bot.sources.feeds.markup import absolute, address_of, first_picture, fuller, joined, plain
from bot.sources.feeds.texts import html_of, line_of, title_of, words_of
from bot.sources.feeds.tree import RDF, XML, Element, name_of
from bot.sources.feeds.values import Enclosure, Entry
from bot.sources.pictures import LONGEST, picture_of

Fields: TypeAlias = dict[str, list[Element]]
"""The elements of an entry or a channel by their names."""

TITLES = ("title", "dc:title", "media:title")
IDS = ("guid", "id")
NUMBERS = ("dc:identifier",)
"""What catalogues call an article; RDF itself has a name for it that goes before."""
PUBLISHED = ("pubdate", "published", "issued", "dc:date", "created", "dc:created", "dc:issued", "date")
UPDATED = ("updated", "modified", "dc:modified", "lastbuilddate")
AUTHORS = ("author", "dc:creator", "dc:author", "itunes:author", "creator")
CATEGORIES = ("category", "dc:subject", "itunes:category")
CONTENTS = ("content:encoded", "content", "xhtml:body", "xhtml:div", "body", "fullitem", "fulltext")
SUMMARIES = (
    "description",
    "summary",
    "dc:description",
    "dc:abstract",
    "media:description",
    "itunes:summary",
    "itunes:subtitle",
)
RELATIONS = "http://www.iana.org/assignments/relation/"
"""What Atom lets stand before the name of a link's relation (RFC 4287, 4.2.7.2)."""
PICTURE_FILES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


_DIGITS = re.compile(r"\s{0,9}[0-9]{1,15}\s{0,9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a document stands, for the links in it."""

    address: str

    def of(self, element: Element) -> str:
        """Gives the address that links of an element are relative to, by its xml:base."""
        base = element.get(f"{XML}base", "")
        return joined(self.address, base) if base and len(base) <= LONGEST else self.address

    def below(self, element: Element) -> "Place":
        """Gives the place of what stands in an element."""
        return Place(address=self.of(element))


def fields_of(element: Element) -> Fields:
    """Gathers what stands right below an element; of media groups also what they hold."""
    fields: Fields = {}
    for child in _opened(element):
        fields.setdefault(name_of(child.tag), []).append(child)
    return fields


def _opened(element: Element) -> Iterator[Element]:
    for child in element:
        yield child
        if len(child) and name_of(child.tag) in {"media:group", "media:content"}:
            yield from _opened(child)


def entry_of(element: Element, place: Place, author: str = "") -> Entry:
    """Gives what an element `item` or `entry` says; `author` is the whole feed's."""
    fields, place = fields_of(element), place.below(element)
    link = link_of(fields, place) or _permanent(fields)
    summary = _html(fields, SUMMARIES, place)
    told = _html(fields, CONTENTS, place)
    content = fuller(told, summary)
    published, updated = _date(fields, PUBLISHED), _date(fields, UPDATED)
    return Entry(
        title=title_in(fields, TITLES, place),
        link=link,
        id=_id(fields, IDS) or element.get(f"{RDF}about", "").strip() or _id(fields, NUMBERS) or link or "",
        published=published or updated,
        updated=updated,
        author=_first(map(_person, named(fields, AUTHORS))) or author,
        categories=_categories(fields),
        content=content,
        summary=summary or content,
        image=_picture(fields, place)
        or next(filter(None, map(first_picture, dict.fromkeys((content, told, summary)))), None),
        enclosures=tuple(_enclosures(fields, place)),
    )


def is_empty(entry: Entry) -> bool:
    """Tells whether an entry says nothing at all."""
    return not (entry.title or entry.link or entry.id or entry.content or entry.published or entry.categories)


def named(fields: Fields, names: Iterable[str]) -> list[Element]:
    """Gives the elements of these names, the names in their order."""
    return [found for name in names if name in fields for found in fields[name]]


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def title_in(fields: Fields, names: Iterable[str], place: Place) -> str:
    """Gives the first title there is under these names, as it is written."""
    return _first(absolute(title_of(found), place.of(found)) for found in named(fields, names))


def _id(fields: Fields, names: Iterable[str]) -> str:
    return _first(" ".join(words_of(found).split()) for found in named(fields, names))


def link_of(fields: Fields, place: Place) -> str | None:
    """Gives the page of an entry or a channel, that for people before others."""
    told = sorted(_pages(fields, place), key=lambda page: page[0])
    return told[0][1] if told else None


def _permanent(fields: Fields) -> str | None:
    """Gives the page of an entry that tells none: its guid or id, where that is an address."""
    guids = (guid for guid in named(fields, IDS) if _attribute(guid, "isPermaLink").lower() != "false")
    return next((address for guid in guids if (address := address_of(words_of(guid), ""))), None)


def _attribute(element: Element, name: str) -> str:
    """Gives what an attribute says, in whatever case its name is written."""
    keys = element.keys()
    return next((element.get(key, "").strip() for key in keys if key.lower() == name.lower()), "")


def _pages(fields: Fields, place: Place) -> Iterator[tuple[int, str]]:
    """Gives the addresses of pages, those meant for people with the least number."""
    for link in fields.get("link", ()):
        href = link.get("href", "")
        if href and link.get("rel", "").lower().removeprefix(RELATIONS) not in {"alternate", ""}:
            continue
        behind = link.tail if link.tail and "://" in link.tail else ""  # where a program took it for HTML's
        if address := address_of(href or words_of(link).strip() or behind, place.of(link)):
            yield (0 if link.get("type", "text/html").lower() in {"text/html", "application/xhtml+xml"} else 1), address


def _html(fields: Fields, names: Iterable[str], place: Place) -> str:
    """Gives the fullest text there is under these names."""
    fullest, source = "", None
    for found in named(fields, names):
        text = html_of(found)
        if fuller(fullest, text) is not fullest:
            fullest, source = text, found
    return fullest if source is None else absolute(fullest, place.of(source))


def _date(fields: Fields, names: Iterable[str]) -> datetime | None:
    dates = (read_date(words_of(found)) for found in named(fields, names))
    return next((date for date in dates if date), None)


def _person(element: Element) -> str:
    """Gives a name: Atom's element of that name, or the one beside RSS's mail address."""
    if len(element):
        return _first(line_of(child) for child in element if name_of(child.tag).endswith("name"))
    said = plain(element.text or "")
    before, bracket, name = said.removesuffix(")").partition(" (")
    return name.strip() if bracket and "@" in before and name.strip() else said


def person_of(fields: Fields) -> str:
    """Gives the author of a whole feed."""
    return _first(map(_person, fields.get("author", ())))


def _categories(fields: Fields) -> tuple[str, ...]:
    told = (
        _term(found) or words_of(found).strip() or found.get("label", "") or found.get("text", "")
        for found in named(fields, CATEGORIES)
    )
    return tuple(dict.fromkeys(name for name in map(plain, told) if name))


def _term(category: Element) -> str:
    """Gives Atom's name of a category; one that is an address is for machines, and its label for people."""
    term = category.get("term", "")
    return category.get("label", "") or term if "://" in term else term


def _picture(fields: Fields, place: Place) -> str | None:
    """Gives the picture an entry names: the widest of its own, a file that is one, or a show's."""
    return picture_of(
        address for found in _named_pictures(fields) if (address := address_of(_source(found), place.of(found)))
    )


def _named_pictures(fields: Fields) -> Iterator[Element]:
    own = [found for found in fields.get("media:content", ()) if _is_picture(found)]
    yield from sorted(own, key=lambda found: -_whole(found.get("width", "")))
    yield from sorted(fields.get("media:thumbnail", ()), key=lambda found: -_whole(found.get("width", "")))
    yield from filter(_is_picture, _attached(fields))
    yield from fields.get("itunes:image", ())
    for image in fields.get("image", ()):
        yield from (child for child in image if name_of(child.tag) == "url")
        yield image


def _is_picture(element: Element) -> bool:
    if kind := element.get("type", "") or element.get("medium", ""):
        return kind.lower().startswith("image")
    return _source(element).partition("?")[0].lower().endswith(PICTURE_FILES)


def _source(element: Element) -> str:
    return element.get("url", "") or element.get("href", "") or element.text or ""


def _attached(fields: Fields) -> Iterator[Element]:
    yield from fields.get("enclosure", ())
    yield from (link for link in fields.get("link", ()) if link.get("rel", "").lower() == "enclosure")


def _enclosures(fields: Fields, place: Place) -> Iterator[Enclosure]:
    """Gives the files of an entry, each address once."""
    seen: set[str] = set()
    media = (found for found in fields.get("media:content", ()) if not _is_picture(found))
    for found in (*_attached(fields), *media):
        address = address_of(_source(found), place.of(found))
        if address and address not in seen:
            seen.add(address)
            length = found.get("length", "") or found.get("fileSize", "")
            yield Enclosure(address=address, kind=found.get("type", "").strip().lower(), length=_whole(length))


def _whole(said: str) -> int:
    """Gives a number as feeds write sizes; 0 for what is none."""
    return int(said) if _DIGITS.fullmatch(said) else 0
