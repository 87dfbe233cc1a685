"""Tells what single tags of a body are read as: as all they hold, as nothing, or as the formula they draw."""

import re

from bs4.element import NavigableString, Tag

from bot.sources.tags import LOOSE_TAGS, SKIPPED_CLASSES, SKIPPED_TAGS

MOST_SHUT, MOSTLY = 20, 0.5
FEW = 9
"""In no more forms a picture is offered, and of no more parts a line of a table of contents is made."""
LONGEST_LINE = 60
DRAWN = frozenset({"math", "img", "span"})
"""What may draw a formula."""

_ENDS = ("。", "！", "？", ".", "!", "?")
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_TEX = re.compile(r"^application/x-tex$")
_SIZED = re.compile(r"\{\\displaystyle (.*)\}", re.DOTALL)
_FORMULAS = re.compile(r"\b(?:ztext-math|latex|tex-image|mwe-math\S*)\b|equation\?tex=|latex\.codecogs\.|/math/render/")
"""What the picture of a formula is called, and where it is drawn."""
HEADING_MARKS = frozenset(["#", "¶", "§", "🔗", "↩", "↩\ufe0e"])
"""What leads to the place it stands at, or back."""
_NUMBER = re.compile(r"\[?\d{1,3}\]?")
_NOTES = re.compile(r"note|\bfn|_ftn|\bcite|\bref", re.IGNORECASE)


def open_mostly_shut(soup: Tag) -> None:
    """Makes plain boxes of forms, and of what is told those without scripts, where they hold most of the text."""
    shut = soup.find_all(["form", "noscript"], limit=MOST_SHUT)
    whole = len(soup.get_text()) if shut else 0
    for tag in shut:
        if len(tag.get_text()) > MOSTLY * whole:
            tag.name = "div"


def is_left_out(tag: Tag) -> bool:
    """Tells whether nothing in a tag is text of the article: by its kind, its class, or because nobody sees it."""
    if tag.name in SKIPPED_TAGS or (tag.name == "pre" and tag.find("code")):
        return True
    if not tag.attrs:
        return False
    classes = str(tag.attrs.get("class") or "").split()
    if SKIPPED_CLASSES.keys() & classes or ("highlight" in classes and tag.find("pre")):
        return True
    # A larger part of a page may be opened by a script.
    hidden = "hidden" in tag.attrs or _HIDDEN.search(str(tag.attrs.get("style") or ""))
    return bool(hidden) and tag.name not in LOOSE_TAGS


def leads_within(tag: Tag) -> bool:
    """Tells whether a link is a mark of its heading or of a note, or a line of a table of contents."""
    address = str(tag.attrs.get("href") or "")
    if not address.startswith("#"):
        return False
    said = tag.get_text().strip()
    if said in HEADING_MARKS or (
        _NUMBER.fullmatch(said) and _NOTES.search(f"{address} {tag.attrs.get('class') or ''}")
    ):
        return True
    if address == "#" or len(said) > LONGEST_LINE or said.endswith(_ENDS):
        return False
    around = tag.parent.contents if tag.parent and tag.parent.name in {"li", "p"} else []
    return 0 < len(around) < FEW and not any(type(part) is NavigableString and part.strip() for part in around)


def formula_of(tag: Tag) -> str | None:
    """Gives a formula as it was written, where a picture or a drawing of it keeps that."""
    if tag.name == "math":
        written = tag.find("annotation", encoding=_TEX)
        return _bare(str(tag.attrs.get("alttext") or (written.get_text() if written else "")))
    if tag.name == "img" and is_formula(tag):
        return _bare(str(tag.attrs.get("alt") or ""))
    # What KaTeX draws beside it for the eye would make 106 of a power.
    before = tag.previous_sibling if tag.attrs.get("class") == "katex-html" else None
    return "" if isinstance(before, Tag) and before.attrs.get("class") == "katex-mathml" else None


def _bare(formula: str) -> str:
    """Takes off what Wikipedia tells TeX of the size."""
    found = _SIZED.fullmatch(formula.strip())
    return found[1] if found else formula


def is_formula(image: Tag) -> bool:
    """Tells whether a picture shows a formula, by what it is called or where it is drawn."""
    told = image.attrs
    return "eeimg" in told or bool(_FORMULAS.search(f"{told.get('class') or ''} {told.get('src') or ''}"))


def words_of(tag: Tag) -> str:
    """Gives what a tag says when that is all it holds."""
    only = tag.contents[0] if len(tag.contents) == 1 else None
    return only.strip(" \n\t：:>»") if type(only) is NavigableString else ""


def forms_of(image: Tag) -> tuple[Tag, ...]:
    """Gives a picture and the other forms it is offered in."""
    is_one_of_several = image.parent is not None and image.parent.name in {"picture", "source"}
    around = image.find_parent("picture") if is_one_of_several else None
    others = around.find_all("source", limit=FEW) if around and around.find("img") is image else ()
    return (image, *others)
