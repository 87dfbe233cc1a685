"""Makes an article of a web page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from bot.core.novelty import title_key
from bot.sources import article, page_links, page_text, page_tree
from bot.sources.body import Block
from bot.sources.body import read_page as read_body
from bot.sources.encoding import decode
from bot.sources.page_facts import author_of, published_of, title_of
from bot.sources.page_head import Head, read_head
from bot.sources.page_tables import is_dateline, is_furniture, is_wall
from bot.sources.page_tree import Element
from bot.sources.pictures import IMAGES, addresses_in, is_tiny, web_address

MAX_BYTES = 5 * 1024 * 1024
"""What lies behind is not read."""
TOP = 12
"""The title may stand among so many first paragraphs; what stands above it is not the article."""
SHORT, ENOUGH = 40, 140
"""Fewer letters are no article; from so many on nothing else has to say that they are one."""
WALLED = 300
"""A wall leaves no more than this of an article."""
LIST = 0.4
"""Where links are a larger share of the text, it is a list of articles."""
LETTERS_A_WORD = 3
"""A Chinese character says as much as so many letters of another script."""
HAN, LOOKED_AT = 60, 200_000
"""With so many Chinese characters among so many a page is Chinese."""

GARBLED = 0.05
"""With a larger share of characters nobody writes it is a file of another kind, such as a PDF."""

_UNWRITTEN = re.compile(r"[\x01-\x08\x0e-\x1f\x7f\ufffd]")
_FILES = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b")
"""What files of other kinds begin with, whatever they call themselves."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_KINDS = frozenset({"article", "news", "newsarticle"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page holds for a reader."""

    title: str = ""
    paragraphs: tuple[str, ...] = ()
    published: datetime | None = None
    author: str = ""
    image: str | None = None
    link: str = ""
    """The page's own address, as it names it."""
    feeds: tuple[tuple[str, str], ...] = ()
    """Title and address of each feed the page names."""
    next_page: str | None = None
    """Where an article split over several pages goes on."""
    is_article: bool = False
    """It is one text to read: no front page, list, wall or empty shell."""


def read_page(data: bytes, url: str, content_type: str = "") -> Page:
    """Gives what a page holds; never raises. It may take a second or two, so call it on a thread."""
    text = decode(data[:MAX_BYTES], content_type=content_type, declared=None)
    if data.startswith(_FILES) or len(_UNWRITTEN.findall(text, 0, LOOKED_AT)) > GARBLED * min(len(text), LOOKED_AT):
        return Page(link=web_address(url) or "")
    root = page_tree.parse(text)
    head = read_head(root, url, chinese=len(_HAN.findall(text, 0, LOOKED_AT)) > HAN)
    page = Page(
        title=title_of(root, head),
        published=published_of(root, head),
        author=author_of(root, head),
        image=page_links.picture_in(head),
        link=page_links.own_address(root, head),
        feeds=page_links.feeds(root, head),
        next_page=page_links.next_page(root, head),
    )
    found = page_text.find_article(root, page.title)
    page = _with_article(page, found, head) if found else page
    told = page if page.is_article else _with_told_article(page, head)
    return told if told.is_article or not page.paragraphs else page


def _with_article(page: Page, found: page_text.Found, head: Head) -> Page:
    """Adds to a page the text of what was found in it."""
    shown = (tag for tag in found.element.iter(*IMAGES) if not is_tiny(tag.get("width", ""), tag.get("height", "")))
    pictures = [address for tag in islice(shown, TOP) for form in _forms(tag) for address in addresses_in(form.get)]
    paragraphs = _paragraphs(page_tree.markup(found.element), page.title)
    return replace(
        page,
        paragraphs=paragraphs,
        image=page.image or page_links.usable_picture(pictures, head),
        is_article=_is_article(page, paragraphs, head, linked=found.linked),
    )


def _forms(image: Element) -> Iterable[Element]:
    """Gives a picture and the other forms it is offered in."""
    is_one_of_several = image.getparent() is not None and image.getparent().tag in {"picture", "source"}
    around = next(image.iterancestors("picture"), None) if is_one_of_several else None
    return (image, *(() if around is None else islice(around.iter("source"), TOP)))


def _with_told_article(page: Page, head: Head) -> Page:
    """Adds the text a page tells only machines, where it leaves it to a script to show it to people."""
    bodies = (item.get("articleBody") for item in head.articles)
    told = max((body for body in bodies if isinstance(body, str)), key=len, default="")
    paragraphs = _paragraphs(told, page.title)
    return replace(page, paragraphs=paragraphs, is_article=_is_article(page, paragraphs, head, linked=0))


def _paragraphs(markup: str, title: str) -> tuple[str, ...]:
    return article.paragraphs(_cleaned(read_body(markup).blocks, title), title=title)


def _cleaned(blocks: Sequence[Block], title: str) -> list[Block]:
    """Leaves out the title, what stands above it, and the page's own furniture."""
    key = title_key(title)
    places = [index for index, block in enumerate(blocks[:TOP]) if key and title_key(block.text) == key]
    below = blocks[places[-1] + 1 :] if places else blocks
    return [
        block
        for index, block in enumerate(below)
        if not is_furniture(block.text) and not (index < TOP and is_dateline(block.text))
    ]


def _is_article(page: Page, paragraphs: Sequence[str], head: Head, *, linked: float) -> bool:
    """Tells whether a page is one text to read, by how much it says and by what it says of itself."""
    text = "".join(paragraphs)
    han = len(_HAN.findall(text))
    letters = han + (len(text) - han) / LETTERS_A_WORD
    if letters < SHORT or (letters < WALLED and is_wall(text)):
        return False
    if head.articles or head.meta.get("og:type", "").lower() in _KINDS:
        return True
    if page_links.is_front(head.url) or linked > LIST:
        return False
    return letters >= ENOUGH or page.published is not None
