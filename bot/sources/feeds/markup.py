"""What feeds' HTML needs before anybody reads it: absolute links, its pictures, and titles as plain text."""

import html
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import quote, urljoin

from bot.sources import raised
from bot.sources.body import tidy
from bot.sources.pictures import ADDRESSES, LONGEST, addresses_in, each_address, is_tiny, picture_of, web_address
from bot.sources.references import unescaped

MOST_PICTURES = 20
"""The picture of an article stands at its head."""

_NOT_WHOLE = r"(?!\s*(?:[a-z][a-z0-9+.-]*:|[\"'<>]))"
_RELATIVE = re.compile(
    r"=(?:(?<=[\s-]src=)|(?<=\shref=)|(?<=-original=)|(?<=\sposter=))"
    rf"\s*(\"{_NOT_WHOLE}[^\"<>]*\"|'{_NOT_WHOLE}[^'<>]*'|{_NOT_WHOLE}[^\s\"'<>]+)",
    re.IGNORECASE,
)
"""The relative address of a link or a picture; it begins with `=` because one sure character is found fastest."""
_SETS = re.compile(r"(?<=\ssrcset|-srcset)=(\"[^\"<>]*\"|'[^'<>]*')", re.IGNORECASE)
LONGEST_TAG = 4_000
CLEARLY = 1.25
"""A text says more when it has so many times the letters; less may be the blanks that tags leave."""
_SCHEME = re.compile(r"\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_IMAGE = re.compile(r"<(?:amp-)?img\s[^<>]*>", re.IGNORECASE)
_TOLD = re.compile(
    rf"\s({'|'.join(ADDRESSES)}|width|height)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))", re.IGNORECASE
)
"""What a picture's tag tells of it."""
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|div|em|font|h[1-6]|i|img|mark|nobr|p|q|s|small|span|strong|sub|sup|tt|u|wbr)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""The tags that titles are dressed in; another one is what the title speaks of."""
_OFF_THE_LINE = re.compile(r"<(sup|sub)(?:\s[^<>]*)?>([^<>]{1,12})</\1\s*>", re.IGNORECASE)
_STRUCK = re.compile(r"<(s|del|strike)(?:\s[^<>]*)?>[^<>]*</\1\s*>", re.IGNORECASE)
_LOOKS = re.compile(r"</[a-zA-Z][\w-]*\s*>|<(?:br|p|img|hr)\b[^<>]*>|&(?:[a-z]{2,8}|#\d{2,5});")
_ORDINARY = re.compile(r"https?://[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?:/[^\s<>\"\x00-\x1f]*)?")
"""What needs no second look."""
_UNSAFE = re.compile(r"[\s<>\"]|[^\x00-\x7f]")
_LINES = re.compile(r"<(?:br|/?(?:div|h[1-6]|p))(?:\s[^<>]*)?/?>", re.IGNORECASE)
"""Those of them that part what stands before and behind them."""
_TAG = re.compile(r"<[^<>]*>")
_BLANKS = re.compile(r"[\t\r\n]+")


def plain(markup: str) -> str:
    """Gives HTML of one line as plain text."""
    if "<![CDATA[" in markup:  # packed twice
        markup = markup.replace("<![CDATA[", "").replace("]]>", "")
    if "<" in markup:
        markup = _INLINE.sub("", _LINES.sub(" ", _STRUCK.sub("", _OFF_THE_LINE.sub(_written, markup))))
    return one_line(unescaped(markup) if "&" in markup else markup)


def _written(found: re.Match[str]) -> str:
    if found[1].lower() == "sub":
        return raised.below(found[2])
    begin, end = found.span()
    return raised.above(found[2], before=found.string[max(0, begin - 8) : begin], after=found.string[end : end + 8])


def escaped_title(text: str) -> str:
    """Gives a title that is plain text so that `plain` reads what it says; one that is HTML in spite of that stays."""
    return html.escape(text, quote=False) if _INLINE.search(text) and not looks_like_html(text) else text


def one_line(text: str) -> str:
    """Gives text as one line, without what nobody can see."""
    # A line's end parts what people read on one line; within an article `tidy` would close it up.
    line = " ".join(text.split())
    return line if line.isprintable() else tidy(line)


def fuller(first: str, second: str) -> str:
    """Gives the one of two texts in HTML that says more: the longer one, unless that is only for its tags."""
    shorter, longer = (first, second) if len(first) < len(second) else (second, first)
    # The address of a picture may be longer than an article.
    return shorter if shorter and len(_TAG.sub("", shorter)) > CLEARLY * len(_TAG.sub("", longer)) else longer


def looks_like_html(text: str) -> bool:
    """Tells whether text that claims to be plain has tags or entities in it."""
    return _LOOKS.search(text) is not None


def address_of(text: str, base: str) -> str | None:
    """Gives an absolute http or https address, or None for anything else."""
    address = _BLANKS.sub("", text.strip())
    if _ORDINARY.fullmatch(address) and address.isprintable() and len(address) <= LONGEST:
        return address
    if not address or len(address) > LONGEST:
        return None
    return web_address(_UNSAFE.sub(_seen, joined(base, address)))


def _seen(sign: re.Match[str]) -> str:
    """Writes out what ends an address, and what changes its looks unseen, such as a turn of the writing direction."""
    is_plain = sign[0].isprintable() and sign[0] not in ' <>"'
    return sign[0] if is_plain else quote(sign[0], safe="", errors="replace")


def joined(base: str, address: str) -> str:
    """Resolves an address against its base; what is absolute stays as it is written."""
    if _SCHEME.match(address) or not base or len(address) > LONGEST:
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def home_of(address: str, site: str | None) -> str:
    """Gives what a feed's links are relative to: its address, or its site where another (RSSHub) serves the feed."""
    if site is None or _host(site) == _host(address):
        return address
    return site


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0].lower().removeprefix("www.")


def absolute(markup: str, base: str) -> str:
    """Gives HTML whose links and pictures stand at their full addresses."""
    if base and "srcset=" in markup:
        markup = _SETS.sub(lambda found: _each_resolved(found, base), markup)
    return _RELATIVE.sub(lambda found: _resolved(found, base), markup) if base and "=" in markup else markup


def _resolved(found: re.Match[str], base: str) -> str:
    if not _is_in_tag(found):
        return found[0]
    address = unescaped(found[1].strip("\"'").strip())
    return f'="{html.escape(joined(base, address))}"'


def _each_resolved(found: re.Match[str], base: str) -> str:
    if not _is_in_tag(found):
        return found[0]
    several = each_address(unescaped(found[1].strip("\"'")))
    return f'="{html.escape(", ".join(" ".join((joined(base, part[0]), *part[1:])) for part in several))}"'


def _is_in_tag(found: re.Match[str]) -> bool:
    begin = max(0, found.start() - LONGEST_TAG)
    return found.string.rfind("<", begin, found.start()) > found.string.rfind(">", begin, found.start())


def first_picture(markup: str) -> str | None:
    """Gives the address of the first picture that shows something."""
    return picture_of(islice(_pictures(markup), MOST_PICTURES))


def _pictures(markup: str) -> Iterator[str]:
    for image in _IMAGE.finditer(markup):
        attributes = _TOLD.findall(image[0].removesuffix(">").removesuffix("/"))
        told = {name.lower(): unescaped("".join(said)) for name, *said in attributes}
        if not is_tiny(told.get("width", ""), told.get("height", "")):
            yield from addresses_in(told.get)
