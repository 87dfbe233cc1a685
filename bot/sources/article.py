"""Chooses which paragraphs of a page are the article, by the table in `rules`."""

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile

from bot.core.novelty import title_key
from bot.sources import rules
from bot.sources.body import Block
from bot.sources.pictures import web_address
from bot.sources.tags import POINTERS

COMMENTS = "Comments on Hacker News"
REPEATED = 0.8
"""A machine lead repeats at least this share of the text below; white space and brackets cost it a little."""
SHINGLE = 6
FIRST = 3
FEW_LINES = 9
LONGEST_LEAD = 600
SHORTEST_LEAD = 12
"""A shorter line above the text that is not cut off is a heading, though the text has its words again."""
LONGEST_HEADLINE = 48
SENTENCE_ENDS = ("。", "！", "；", "：", "”", "…")
UNFINISHED = ("，", "、")
LONGEST_VERSE = 30

_BLANKS = re.compile(r"\s+")


def paragraphs(blocks: Sequence[Block], *, title: str) -> tuple[str, ...]:
    """Gives the article's paragraphs; a body that only says the title again gives none."""
    if _only_says(blocks, title):
        return ()
    texts = _trimmed(_without_other_news([block.text for block in _without_lead(blocks)]))
    key = title_key(title)
    texts = list(dropwhile(lambda text: title_key(text) == key, texts))
    if texts:
        texts[-1] = rules.EDITOR_BEHIND.sub("", texts[-1])
    return tuple(_verses_joined(texts))


def _only_says(blocks: Sequence[Block], title: str) -> bool:
    """Tells whether a post is its title and nothing more, be it over several lines."""
    said = "".join(block.text for block in blocks[:FEW_LINES])
    return len(blocks) <= FEW_LINES and title_key(said) == title_key(title)


def link(links: Iterable[tuple[str, str]]) -> str | None:
    """Gives the address of the article itself where the post names it."""
    for words, address in links:
        if words in POINTERS and words != COMMENTS and (found := web_address(address)):
            return found
    return None


def _without_lead(blocks: Sequence[Block]) -> list[Block]:
    """Drops a feed's own cut of the text that stands bare above it."""
    leads = {
        index
        for index, block in enumerate(blocks[:FIRST])
        if block.bare and len(block.text) <= LONGEST_LEAD and _repeats(block.text, blocks[index + 1 :])
    }
    return [block for index, block in enumerate(blocks) if index not in leads]


def _repeats(lead: str, blocks: Sequence[Block]) -> bool:
    core = _BLANKS.sub("", lead).rstrip(".…")
    if len(core) < SHORTEST_LEAD and not lead.endswith((".", "…")):
        return False
    below = _BLANKS.sub("", "".join(block.text for block in blocks))
    if not below:
        return False
    shingles = [core[at : at + SHINGLE] for at in range(max(1, len(core) - SHINGLE + 1))]
    return sum(shingle in below for shingle in shingles) >= REPEATED * len(shingles)


def _without_other_news(texts: list[str]) -> list[str]:
    """Cuts at the heading of links to other articles, when nothing but headlines stands below it."""
    for index, text in enumerate(texts):
        if rules.LINKS_BELOW.fullmatch(text) and all(map(_is_headline, texts[index + 1 :])):
            return texts[:index]
    return texts


def _is_headline(text: str) -> bool:
    return len(text) <= LONGEST_HEADLINE and not text.endswith(SENTENCE_ENDS)


def _trimmed(texts: Iterable[str]) -> list[str]:
    """Applies the rules until nothing more falls away."""
    kept = [(text, {rule.where for rule in rules.matching(text)}) for text in texts]
    while True:
        count = len(kept)
        kept = [
            (text, parts)
            for index, (text, parts) in enumerate(kept)
            if not any(part.covers(index, count) for part in parts)
        ]
        if len(kept) == count:
            return [text for text, _ in kept]


def _verses_joined(texts: Iterable[str]) -> list[str]:
    """Joins short lines that break off within a sentence."""
    joined: list[str] = []
    broken = False
    for text in texts:
        if broken:
            joined[-1] += text
        else:
            joined.append(text)
        broken = len(text) <= LONGEST_VERSE and text.endswith(UNFINISHED)
    return joined
