"""Finds the element of a page that is its article, and takes out of it what is not."""

from dataclasses import dataclass
from itertools import islice

from bot.core.novelty import title_key
from bot.sources import page_around, page_furniture
from bot.sources import page_tables as tables
from bot.sources.page_furniture import names_of
from bot.sources.page_head import text_of
from bot.sources.page_tree import Element
from bot.sources.page_weights import Weights, weigh

DOMINANT = 0.66
"""An element that holds this share of its parent's sentences is where the article is."""
OWN, OWN_IN_CHINESE = 400, 130
"""A part of a page with so many characters in sentences may be an article of its own."""
HEADINGS = 40
COVERED, BEGUN = 0.5, 12
"""A heading that is so much of a title, or begins with as many characters of it, stands above the article."""
ENOUGH = 0.35
"""A known home of articles is believed when it holds this share of the page's sentences."""


@dataclass(frozen=True, slots=True)
class Found:
    """The element that holds a page's article."""

    element: Element
    linked: float
    """Which share of what stood in it was links: most of a list, little of an article."""


def find_article(root: Element, title: str) -> Found | None:
    """Gives the element that holds the article, freed of what is not of it; nothing when the page has no sentences."""
    page_furniture.drop_unseen(root)
    page_furniture.drop_signatures(root)
    heading = _heading(root, title)
    page_furniture.drop_named(weigh(root), heading)
    heading = heading if heading is not None and root in heading.iterancestors() else None
    weights = _weights_around(heading, root)
    if not weights.sentences[0]:
        return None
    home = _known_home(weights)
    chosen = weights.elements[_narrowed(weights)] if home is None else home
    chosen = page_around.gathered(chosen, weights, heading)
    within = weigh(chosen)
    page_furniture.drop_ways_out(within)
    page_furniture.cut_below(chosen)
    for form in list(chosen.iter("form")):
        form.tag = "div"  # old pages stand in one from head to foot
    return Found(chosen, within.linked[0] / max(1, within.text[0]))


def _heading(root: Element, title: str) -> Element | None:
    """Gives the last of the first headings that have the title, or the better part of it."""
    key = title_key(title)
    headings = list(islice(root.iter("h1", "h2", "h3"), HEADINGS)) if key else []
    keys = [title_key(text_of(heading)) for heading in headings]
    alike = [at for at, own in enumerate(keys) if own and _is_alike(own, key)]
    return headings[min(alike, key=lambda at: (abs(len(keys[at]) - len(key)), -at))] if alike else None


def _is_alike(heading: str, title: str) -> bool:
    """Tells whether one says the other and little more: a title often names the house, a heading bears a label."""
    shorter, longer = sorted((heading, title), key=len)
    return shorter in longer and (len(shorter) >= COVERED * len(longer) or title[:BEGUN] == heading[:BEGUN])


def _weights_around(heading: Element | None, root: Element) -> Weights:
    """Counts the text of the heading's own part of a page of several articles, else of the whole page."""
    part = None if heading is None else _own_part(heading)
    own = None if part is None else weigh(part)
    least = OWN_IN_CHINESE if heading is not None and page_furniture.is_chinese(heading) else OWN
    return own if own and own.sentences[0] >= least else weigh(root)


def _own_part(heading: Element) -> Element | None:
    """Gives the part of the page that is the heading's own, where others like it hold whole articles of their own."""
    kind = (heading.tag, heading.get("class"))
    part = heading
    for above in heading.iterancestors():
        likes = [beside for beside in above if beside is not part and beside.tag == part.tag and part.get("class")]
        if any(beside.get("class") == part.get("class") and _holds(beside, kind) for beside in likes):
            return part
        part = above
    return None


def _holds(part: Element, kind: tuple[str, str | None]) -> bool:
    return any(found.get("class") == kind[1] for found in islice(part.iter(kind[0]), HEADINGS))


def _known_home(weights: Weights) -> Element | None:
    """Gives the element in which a well-known house keeps its articles."""
    index = {element: at for at, element in enumerate(weights.elements)}
    least = max(1, ENOUGH * weights.sentences[0])
    for path in tables.HOMES:
        found = [element for element in weights.elements[0].xpath(path) if element in index]
        best = max(found, key=lambda element: weights.sentences[index[element]], default=None)
        if best is not None and weights.sentences[index[best]] >= least:
            return best
    return None


def _narrowed(weights: Weights) -> int:
    """Goes down from the root as long as one element holds most of the sentences."""
    heaviest = _heaviest_children(weights)
    at = 0
    while at in heaviest and weights.sentences[heaviest[at]] >= DOMINANT * weights.sentences[at]:
        if weights.elements[at].tag == "article" and weights.sentences[at] >= weights.sentences[0] / 2:
            break
        at = heaviest[at]
    if weights.elements[at].tag in {"html", "body"}:
        at = _named_home(weights, at)
    while at and weights.elements[at].tag in tables.PARTS:
        at = weights.parents[at]
    return at


def _heaviest_children(weights: Weights) -> dict[int, int]:
    heaviest: dict[int, int] = {}
    for at in range(1, len(weights.elements)):
        parent = weights.parents[at]
        if weights.elements[at].tag in tables.PARAGRAPHS or not weights.sentences[at]:
            continue
        if parent not in heaviest or weights.sentences[at] > weights.sentences[heaviest[parent]]:
            heaviest[parent] = at
    return heaviest


def _named_home(weights: Weights, at: int) -> int:
    """Goes to the element whose class says that it holds an article, where no other way leads below the body."""
    least = max(1, ENOUGH * weights.sentences[at])
    homes = [
        index
        for index, element in enumerate(weights.elements)
        if weights.sentences[index] >= least and tables.names_home(names_of(element))
    ]
    return max(homes, key=lambda index: (weights.sentences[index], index), default=at)
