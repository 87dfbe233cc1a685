"""Makes a tree of a page, within bounds no page can break."""

from bot.sources.tags import BLOCK_TAGS  # noqa: F401

from lxml import etree, html

MAX_TAGS = 60_000
"""What stands behind so many tags is not read: no article begins there."""


def parse(text: str) -> etree._Element | None:
    """Gives the root of a page's tree, or nothing when there is none to be made; never raises."""
    text = _bounded(text.replace("\0", ""))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def markup(element: etree._Element) -> str:
    """Writes an element and all below it as HTML again."""
    return etree.tostring(element, method="html", encoding="unicode", with_tail=False)


def _bounded(text: str) -> str:
    """Cuts a page where it has more tags than any."""
    if text.count("<") <= MAX_TAGS:
        return text
    at = -1
    for _ in range(MAX_TAGS):
        at = text.find("<", at + 1)
    return text[:at]
