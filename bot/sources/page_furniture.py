"""Takes out of a page what is not its article: by what calls itself furniture, by links, and below what ends it."""

import re
from itertools import islice

from bot.sources import page_tables as tables
from bot.sources.page_tree import Element, steps, strip
from bot.sources.page_weights import Weights, plain, weigh
from bot.sources.tags import BLOCK_TAGS

SMALL = 0.4
"""What a class calls furniture is believed when it holds less than this share of the page's sentences."""
MOST_COMMENTS = 0.8
"""Readers may write more than the author."""
LEFT, LEFT_IN_CHINESE = 300, 100
"""What is surely furniture may be of any size where so many characters in sentences stand beside it."""
NOTHING = 0.05
"""Where less than this share of the sentences would be left, the names tell of something else than furniture."""
TINY = 0.1
"""The same where another word of its class says that it may be text."""
MOSTLY = 0.5
"""What holds a larger share of the page's sentences is where it is read."""
LINKED = 0.5
"""What is links for a larger share than this, and no sentence, is a way to other pages."""
SAID = 12
"""A sentence has at least so many characters beside its link."""
LONGEST_HEADING = 24
LONGEST_SIGNATURE, MOST_PIECES = 60, 50
MANY_BLANKS = 1_000
"""Behind so many one more says nothing, and to write them all again for each would take seconds."""

_ENDS = (".", "!", "?", "。", "！", "？")

_HAN = re.compile(r"[\u3400-\u9fff]")
_HUMPS = re.compile(r"(?<=[a-z]{3})(?=[A-Z])")
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)


def drop_unseen(root: Element) -> None:
    """Takes out scripts, players and the like."""
    # Those within a line all at once: one by one, the text behind each is written anew with all that stands before it.
    strip(root, tables.DROPPED_TAGS - BLOCK_TAGS - {"noscript"})
    for element in list(root.iter(*(tables.DROPPED_TAGS & BLOCK_TAGS))):
        _drop(element)
    if next(root.iter("noscript"), None) is not None:
        _open_told_without_scripts(weigh(root))
        strip(root, ["noscript"])


def _open_told_without_scripts(weights: Weights) -> None:
    """Keeps what is told those without scripts where it is most of the page, or a picture that a script would fetch."""
    for at, element in enumerate(weights.elements):
        if element.tag == "noscript" and weights.sentences[at] > MOSTLY * weights.sentences[0]:
            element.tag = "div"
        elif element.tag == "noscript" and not plain("".join(element.itertext())):
            element.tag = "span"


def drop_signatures(root: Element) -> None:
    """Takes out the date and the author's name where they stand by themselves; they were read before."""
    for element in list(root.iter("time", "span", "a", "p", "div", "address")):
        is_one = element.tag == "time" or not tables.SIGNATURES.isdisjoint((element.get("class") or "").lower().split())
        if is_one and _stands_apart(element) and next(element.iter(*tables.HEADINGS), None) is None:
            said = plain("".join(islice(element.itertext(), MOST_PIECES)))
            if len(said) <= LONGEST_SIGNATURE and not said.endswith(_ENDS):
                tail = element.tail
                element.clear()
                element.tag, element.tail = "br", tail


def _stands_apart(element: Element) -> bool:
    """Tells whether no words of its line stand right before or behind an element."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None or parent.tag == "p" or plain(element.tail):
        return False
    return not plain(parent.text if before is None else before.tail)


def drop_named(weights: Weights, heading: Element | None) -> None:
    """Takes out what its own class calls furniture, where that is a small enough part of the page and not all of it."""
    named, left = _named(weights, heading)
    is_all = left < NOTHING * weights.sentences[0]
    for at in named:
        element = weights.elements[at]
        if not is_all or not weights.sentences[at] or tables.is_surely_furniture(names_of(element)):
            _drop(element)


def _named(weights: Weights, heading: Element | None) -> tuple[list[int], int]:
    """Gives what calls itself furniture, and how many characters in sentences stand beside it."""
    left = total = weights.sentences[0]
    above = set() if heading is None else {heading, *heading.iterancestors()}
    least = LEFT_IN_CHINESE if heading is not None and is_chinese(heading) else LEFT
    named: list[int] = []
    within: set[int] = set()
    for at, element in enumerate(weights.elements):
        if at and weights.parents[at] in within:
            within.add(at)
        elif at and _stands_alone(element):
            largest, said = _largest(element, names_of(element)), weights.sentences[at]
            if said <= total * largest or (largest > 0 and left - said >= least and _may_be_larger(element, above)):
                named.append(at)
                within.add(at)
                left -= said
    return named, left


def is_chinese(heading: Element) -> bool:
    """Tells whether a heading is Chinese, in which fewer characters say as much."""
    return _HAN.search("".join(islice(heading.itertext(), MOST_PIECES))) is not None


def _may_be_larger(element: Element, above: set[Element]) -> bool:
    """Tells whether what is surely furniture may be more than the article: the heading stands beside it."""
    is_sure = element.tag in {"footer", "aside"} or tables.is_surely_furniture(names_of(element))
    return is_sure and bool(above) and element not in above


def _largest(element: Element, names: str) -> float:
    """Tells up to which share of the page's sentences an element is furniture."""
    if tables.names_comments(names):
        return MOST_COMMENTS
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    if hidden or element.tag in tables.FURNITURE_TAGS:
        return SMALL
    if tables.names_furniture(names):
        return TINY if tables.names_text(names) else SMALL
    return -1


def names_of(element: Element) -> str:
    """Gives what an element's class and id say; a heading's id is often made of its own words."""
    own = "" if element.tag in tables.HEADINGS else element.get("id") or ""
    return _HUMPS.sub("-", f"{element.get('class') or ''} {own}")


def _stands_alone(element: Element) -> bool:
    """Tells whether an element is no word within a sentence, nor the whole page."""
    parent = element.getparent()
    if element.tag in BLOCK_TAGS:
        return element.tag not in {"body", "html"}
    return element.tag == "span" and parent is not None and parent.tag != "p" and not plain(element.tail)


def _drop(element: Element) -> None:
    """Takes an element out and leaves the text behind it, on a line of its own if it stood so."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail
    if parent is None:  # it went with what it stood in
        return
    above = (parent.text if before is None else before.tail) or ""
    may_part = element.tag in BLOCK_TAGS and (tail or parent.tag not in BLOCK_TAGS)
    if may_part and _goes_on(element) and plain(above):
        element.clear()
        element.tag, element.tail = "br", tail
        return
    if tail and not (tail.isspace() and above[-MANY_BLANKS:].isspace() and len(above) > MANY_BLANKS):
        _write(above + tail, parent, before)
    parent.remove(element)


def _goes_on(element: Element) -> bool:
    """Tells whether text stands behind an element, or behind the links and the like that end with it."""
    at: Element | None = element
    while at is not None and not plain(at.tail):
        if at.getnext() is not None:
            return False
        at = at.getparent()
        if at is None or at.tag in BLOCK_TAGS:
            return False
    return at is not None


def _write(text: str, parent: Element, before: Element | None) -> None:
    """Puts a text behind an element, or first into the one it stands in."""
    if before is None:
        parent.text = text
    else:
        before.tail = text


def drop_ways_out(weights: Weights) -> None:
    """Takes out blocks that are links to other pages."""
    for at, element in enumerate(weights.elements):
        is_block = at and element.tag in BLOCK_TAGS and element.tag != "br"
        is_linked = weights.linked[at] > LINKED * weights.text[at]
        if is_block and is_linked and not weights.sentences[at] and not _says_something(element, weights, at):
            _drop(element)


def _says_something(element: Element, weights: Weights, at: int) -> bool:
    """Tells whether a paragraph is a sentence, though most of its words are a link."""
    plainly = weights.text[at] - weights.linked[at]
    return element.tag == "p" and plainly >= SAID and plain("".join(element.itertext())).endswith(_ENDS)


def cut_below(root: Element) -> None:
    """Takes out all from the heading of other articles or of comments on, where little stands below it."""
    weights = weigh(root)
    at = {element: index for index, element in enumerate(weights.elements)}
    least = (1 - SMALL) * (weights.text[0] - weights.linked[0])
    above = 0
    for event, element in steps(root):
        said = element.tail if event == "end" else element.text
        index = at.get(element)
        if event == "start" and index and above >= least and _ends(element, weights, index):
            _drop_from(element, root)
            return
        above += len(plain(said)) if element is not root or event == "start" else 0


def _ends(element: Element, weights: Weights, at: int) -> bool:
    """Tells whether nothing more of the article comes below an element."""
    is_short = 0 < weights.text[at] <= LONGEST_HEADING and element.tag in BLOCK_TAGS and not weights.sentences[at]
    return is_short and tables.is_end(plain("".join(element.itertext())))


def _drop_from(element: Element, root: Element) -> None:
    """Takes out an element and all that follows it below the root."""
    at: Element | None = element
    while at is not None and at is not root:
        for after in list(at.itersiblings()):
            at.getparent().remove(after)
        at.tail = None
        at = at.getparent()
    _drop(element)
