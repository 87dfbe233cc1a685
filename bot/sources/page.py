"""Makes an article of a web page."""

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from bot.core.novelty import title_key
from bot.sources import article, page_text, page_tree
from bot.sources.body import Block
from bot.sources.body import read_page as read_body
from bot.sources.encoding import decode
from bot.sources.page_facts import Facts, read_facts, usable_picture
from bot.sources.page_tables import FURNITURE, WALL

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
HAN = 200
"""With so many Chinese characters a page is Chinese."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_LAZY = ("data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-url", "src")


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
    """Gives what a page holds; never raises. It takes up to two seconds, so call it on a thread."""
    text = decode(data[:MAX_BYTES], content_type=content_type, declared=None)
    root = page_tree.parse(text)
    chinese = len(_HAN.findall(text, 0, 200_000)) > HAN
    facts = read_facts(root, url, chinese=chinese)
    found = page_text.find_article(root)
    if found is None:
        return _page(facts, (), picture=None, linked=1)
    chosen = found.element
    pictures = [tag.get(name) or "" for tag in islice(chosen.iter("img"), TOP) for name in _LAZY if tag.get(name)]
    body = read_body(page_tree.markup(chosen))
    blocks = [block for block in _below_title(body.blocks, facts.title) if not FURNITURE.fullmatch(block.text)]
    paragraphs = article.paragraphs(blocks, title=facts.title)
    return _page(facts, paragraphs, picture=usable_picture(pictures, url), linked=found.linked)


def _page(facts: Facts, paragraphs: tuple[str, ...], *, picture: str | None, linked: float) -> Page:
    return Page(
        title=facts.title,
        paragraphs=paragraphs,
        published=facts.published,
        author=facts.author,
        image=facts.image or picture,
        link=facts.link,
        feeds=facts.feeds,
        next_page=facts.next_page,
        is_article=_is_article(facts, paragraphs, linked=linked),
    )


def _below_title(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """Leaves out what stands above the title, and the title."""
    key = title_key(title)
    for index in range(min(TOP, len(blocks)) - 1, -1, -1):
        if key and title_key(blocks[index].text) == key:
            return blocks[index + 1 :]
    return blocks


def _is_article(facts: Facts, paragraphs: tuple[str, ...], *, linked: float) -> bool:
    """Tells whether a page is one text to read, by how much it says and by what it says of itself."""
    text = "".join(paragraphs)
    han = len(_HAN.findall(text))
    letters = han + (len(text) - han) / LETTERS_A_WORD
    if letters < SHORT or (letters < WALLED and WALL.search(text)):
        return False
    if facts.is_marked:
        return True
    if facts.is_front or linked > LIST:
        return False
    return letters >= ENOUGH or facts.published is not None
