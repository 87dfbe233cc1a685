"""What a message looks like: news, full texts, headlines; the only place that writes Telegram's HTML."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from html import escape
from zoneinfo import ZoneInfo

from bot import texts
from bot.delivery import length
from bot.delivery.links import safe_link
from bot.markup import Button, Keyboard, Message, Span, Style, Text, bold
from bot.model import Article, Digest, StoredArticle

TITLE_UNITS = 240
LEAD_UNITS = 1_400
NAME_UNITS = 40
# The rest of a message: its footer, blank lines and room for a client that counts otherwise.
_SPARE_UNITS = 300

_TAGS = {
    Style.BOLD: ("<b>", "</b>"),
    Style.ITALIC: ("<i>", "</i>"),
    Style.CODE: ("<code>", "</code>"),
    Style.QUOTE: ("<blockquote>", "</blockquote>"),
    Style.EXPANDABLE: ("<blockquote expandable>", "</blockquote>"),
}
_BLANKS = re.compile(r"\s+")
_UNSPACED = "[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
_QUOTES = "[…—“”‘’\"'()\\[\\]]*"
_ENDS_UNSPACED = re.compile(f"{_UNSPACED}{_QUOTES}$")
_STARTS_UNSPACED = re.compile(f"^{_QUOTES}{_UNSPACED}")
_CUT_TITLE = re.compile(r"(?:…|\.{3,})\s*$")


def html(text: Text) -> str:
    """Writes a text as HTML that Telegram takes, whatever the words are; what would be too long ends in …"""
    spans = _fit(text)
    written = "".join(map(_tagged, spans[: length.ENTITIES]))
    written += "".join(escape(span.text, quote=False) for span in spans[length.ENTITIES :])
    if len(written.encode()) <= length.BYTES:
        return written
    return escape("".join(span.text for span in spans), quote=False)


def words(text: Text) -> str:
    """Gives the words alone, as long as `html` would make them."""
    return "".join(span.text for span in _fit(text))


def _fit(text: Text) -> list[Span]:
    """Cleans every span, joins what needs no tag and cuts the whole to a message's length."""
    found: list[Span] = []
    room = length.UNITS
    for part in text:
        span = part if isinstance(part, Span) else Span(part)
        shown = length.clean(span.text)
        size = length.units(shown)
        if size > room:
            shown = length.shorten(shown, room) if room else ""
        room -= length.units(shown)
        if shown:
            found.append(Span(shown, span.style, span.link))
        if size > length.units(shown):
            break
    return found


def _tagged(span: Span) -> str:
    written = escape(span.text, quote=False)
    if not span.text.strip():
        return written
    opening, closing = _TAGS[span.style] if span.style else ("", "")
    link = safe_link(span.link)
    if link:
        opening, closing = f'<a href="{escape(link)}">{opening}', f"{closing}</a>"
    return opening + written + closing


def join_sentences(sentences: Iterable[str]) -> str:
    """Puts sentences together as their language does: Chinese and Japanese without blanks, others with one."""
    joined = ""
    for sentence in filter(None, map(str.strip, sentences)):
        close = not joined or _ENDS_UNSPACED.search(joined[-8:]) or _STARTS_UNSPACED.match(sentence)
        joined += sentence if close else f" {sentence}"
    return joined


def news(stored: StoredArticle, *, language: str, time_zone: str, now: datetime | None = None) -> Message:
    """Makes the message that tells an article: title, summary, folded longer version, where and when it is from."""
    heading, lead = _opening(stored, language)
    longer = _longer(stored, heading + lead, room=length.UNITS - length.units(heading + lead) - _SPARE_UNITS)
    text: list[Span | str] = [bold(heading)]
    if lead:
        text += ["\n\n", lead]
    if longer:
        text += ["\n" if lead else "\n\n", Span(longer, Style.EXPANDABLE), "\n"]
    else:
        text += ["\n\n"]
    text += [_foot(stored, language, time_zone, now or stored.collected_at)]
    is_more = _key("".join(stored.article.paragraphs)) not in _key(heading + lead)
    return Message(
        text=tuple(text),
        keyboard=_news_keyboard(stored, language, is_more=is_more),
        picture=safe_link(stored.article.image),
    )


def full_text(stored: StoredArticle, page: int, *, language: str) -> Message:
    """Makes one page (from 1) of the cleaned article; a page that does not exist becomes the nearest that does."""
    pages = length.pages(stored.article.paragraphs) or [""]
    number = min(max(page, 1), len(pages))
    text: Text = (bold(_title(stored.article, language)), "\n\n", pages[number - 1])
    return Message(text=text, keyboard=_page_keyboard(stored, number, len(pages), language))


def headline(text: str, *, language: str) -> Message:
    """Makes the message of a broadcast: the admin's words under a label."""
    return Message(text=(bold(texts.say(language, "news-headline-label")), "\n\n", text.strip()))


def _opening(stored: StoredArticle, language: str) -> tuple[str, str]:
    """Gives the heading and the summary under it, no sentence in both."""
    title, short = _title(stored.article, language), stored.digest.short
    if short and _repeats(title, short[0]):
        more = [sentence for sentence in stored.digest.longer if sentence not in short]
        title, short = _line(short[0]), short[1:] or tuple(more[:1])
    return title, _whole_sentences(short, LEAD_UNITS)


def _repeats(title: str, sentence: str) -> bool:
    """Tells whether a title is the first sentence itself, or its beginning cut off by the source."""
    if length.units(sentence) > TITLE_UNITS:
        return False
    if _CUT_TITLE.search(title):
        return _key(sentence).startswith(_key(title))
    return _key(sentence) == _key(title)


def _title(article: Article, language: str) -> str:
    shown = _line(article.title) or _line("".join(article.paragraphs[:1])) or texts.say(language, "news-untitled")
    return length.shorten(shown, TITLE_UNITS)


def _line(text: str) -> str:
    return _BLANKS.sub(" ", length.clean(text)).strip()


def _whole_sentences(sentences: Sequence[str], room: int) -> str:
    """Joins as many sentences as fit; cuts inside one only when it alone is too long."""
    kept = [_line(sentence) for sentence in sentences]
    while len(kept) > 1 and length.units(join_sentences(kept)) > room:
        kept.pop()
    return length.shorten(join_sentences(kept), room)


def _longer(stored: StoredArticle, shown_above: str, *, room: int) -> str:
    """Gives what the longer version tells beyond what stands above it, a line for each of the article's paragraphs."""
    digest = stored.digest
    if not _tells_more(digest):
        return ""
    untold = (_line(sentence) for sentence in digest.longer if sentence not in digest.short)
    kept = [sentence for sentence in untold if sentence not in shown_above]
    shown = _in_paragraphs(kept, stored.article.paragraphs)
    while len(kept) > 1 and length.units(shown) > room:
        kept.pop()
        shown = _in_paragraphs(kept, stored.article.paragraphs)
    return shown if length.units(shown) <= room else ""


def _tells_more(digest: Digest) -> bool:
    return _key("".join(digest.longer)) not in _key("".join(digest.short))


def _in_paragraphs(sentences: Sequence[str], paragraphs: Sequence[str]) -> str:
    lines: dict[int, list[str]] = {}
    place = 0
    for sentence in sentences:
        found = (i for i in range(place, len(paragraphs)) if sentence in paragraphs[i])
        place = next(found, place)
        lines.setdefault(place, []).append(sentence)
    return "\n".join(join_sentences(line) for line in lines.values())


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _foot(stored: StoredArticle, language: str, time_zone: str, now: datetime) -> str:
    article = stored.article
    names = list(article.category)
    if article.author and _key(article.author) not in map(_key, names):
        names.insert(0, article.author)
    when = _when(article.published or stored.collected_at, language, time_zone, now)
    if article.published is None:
        when = texts.say(language, "news-collected", date=when)
    return " · ".join([*(length.shorten(_line(name), NAME_UNITS) for name in names if _line(name)), when])


def _when(moment: datetime, language: str, time_zone: str, now: datetime) -> str:
    zone = _zone(time_zone)
    local = moment.astimezone(zone)
    key = "news-date" if local.year == now.astimezone(zone).year else "news-date-year"
    return texts.say(language, key, year=str(local.year), month=local.month, day=local.day, time=f"{local:%H:%M}")


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return UTC


def _news_keyboard(stored: StoredArticle, language: str, *, is_more: bool) -> Keyboard:
    row: list[Button] = []
    if is_more:
        row.append(Button(label=texts.say(language, "news-full-button"), data=f"v1:full:{stored.id}:1"))
    row += _original(stored, language)
    mute = Button(label=texts.say(language, "news-mute-button"), data=f"v1:mute:{stored.category_id}:{stored.id}")
    return ((*row, mute),)


def _page_keyboard(stored: StoredArticle, number: int, count: int, language: str) -> Keyboard:
    def turn(label: str, page: int) -> Button:
        return Button(label=label, data=f"v1:full:{stored.id}:{page}")

    place = turn(texts.say(language, "news-page-button", page=number, pages=count), number)
    before = [turn("\u2039", number - 1)] if number > 1 else []
    after = [turn("\u203a", number + 1)] if number < count else []
    back = Button(label=texts.say(language, "news-back-button"), data=f"v1:news:{stored.id}")
    turning = ((*before, place, *after),) if count > 1 else ()
    return (*turning, (back, *_original(stored, language)))


def _original(stored: StoredArticle, language: str) -> list[Button]:
    link = safe_link(stored.article.link)
    return [Button(label=texts.say(language, "news-original-button"), url=link)] if link else []
