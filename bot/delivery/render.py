"""What a message looks like: news, full texts, headlines; the only place that writes Telegram's HTML."""

from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from html import escape
from zoneinfo import ZoneInfo

from bot import texts
from bot.core import naming
from bot.delivery import buttons, length
from bot.delivery.links import safe_link
from bot.delivery.sentences import in_paragraphs, key, line, within
from bot.delivery.telling import FLASH, Telling, telling, title
from bot.markup import Button, Message, Span, Style, Text, Typed, bold, runs
from bot.model import Chat, StoredArticle
from summaries import Length

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


def html(text: Text | Typed, units: int = length.UNITS) -> str:
    """Writes a text as HTML that Telegram takes, whatever the words are; what would be too long ends in …

    Of a typed text the words alone: its marks go to Telegram beside it.
    """
    fitted = _fit(text, units)
    written = "".join(map(_tagged, fitted[: length.ENTITIES]))
    written += "".join(escape(run.text, quote=False) for run in fitted[length.ENTITIES :])
    if len(written.encode()) <= length.BYTES:
        return written
    return escape("".join(run.text for run in fitted), quote=False)


def words(text: Text | Typed, units: int = length.UNITS) -> str:
    """Gives the words alone, as long as `html` would make them; a typed text as it was typed."""
    return text.text if isinstance(text, Typed) else "".join(span.text for span in _fit(text, units))


def _fit(text: Text | Typed, room: int) -> list[Span]:
    """Cleans every span, joins what needs no tag and cuts the whole to a message's length."""
    found: list[Span] = []
    for part in runs(text):
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


def news(stored: StoredArticle, chat: Chat, *, now: datetime | None = None) -> Message:
    """Makes the message that tells an article in the length its chat wants, with where and when it is from."""
    if chat.length is Length.LINE:
        return _one_line(stored, chat, now)
    return _summary(stored, chat, now, before=[])


def unfolded(stored: StoredArticle, chat: Chat, *, now: datetime | None = None) -> Message:
    """Makes the standard message in the place of another length, with the way back."""
    return _summary(stored, replace(chat, length=Length.STANDARD), now, before=[buttons.back(stored, chat.language)])


def full_text(stored: StoredArticle, page: int, *, language: str) -> Message:
    """Makes one page (from 1) of the cleaned article; a page that does not exist becomes the nearest that does."""
    pages = length.pages(stored.article.paragraphs) or [""]
    number = min(max(page, 1), len(pages))
    text: Text = (bold(title(stored, language)), "\n\n", pages[number - 1])
    return Message(text=text, keyboard=buttons.pages(stored, number, len(pages), language))


def _one_line(stored: StoredArticle, chat: Chat, now: datetime | None) -> Message:
    """Makes a heading and its foot; what a press opens brings the picture too."""
    told = telling(stored, Length.STANDARD, chat.language)
    heading = telling(stored, Length.LINE, chat.language).heading
    offered = [buttons.summary(stored, chat.language)] if told.open or told.heading != heading else []
    if _leaves_out(stored, told.heading, _open(stored, told, Length.STANDARD)):
        offered.append(buttons.full(stored, chat.language))
    return Message(
        text=(*_headed(stored, heading), "\n", place_and_time(stored, chat, now or stored.collected_at)),
        keyboard=buttons.rows([*offered, *_always(stored, chat.language)]),
    )


def _summary(stored: StoredArticle, chat: Chat, now: datetime | None, *, before: list[Button]) -> Message:
    told = telling(stored, chat.length, chat.language)
    shown = _open(stored, told, chat.length)
    offered = list(before)
    if _leaves_out(stored, told.heading, shown):
        offered.append(buttons.full(stored, chat.language))
        offered += [buttons.evidence(stored, chat.language, chat.length)] if stored.digest.short else []
    return Message(
        text=(
            *_head(stored, told),
            *_body(stored, told, shown),
            place_and_time(stored, chat, now or stored.collected_at),
        ),
        keyboard=buttons.rows([*offered, *_always(stored, chat.language)]),
        picture=safe_link(stored.article.image),
    )


def _head(stored: StoredArticle, told: Telling) -> Text:
    headed = _headed(stored, told.heading)
    return (*headed, "\n", Span(told.name, Style.ITALIC)) if told.name else headed


def _headed(stored: StoredArticle, heading: str) -> tuple[Span | str, ...]:
    """Gives a heading in bold, of a flash its headline alone; what a post without a title says in all is no heading."""
    if not line(stored.article.title) and key(heading) == key("".join(stored.article.paragraphs)):
        return (heading,)
    flash = FLASH.match(heading)
    end = flash.end(1) + 1 if flash else len(heading)
    return (bold(heading[:end]), heading[end:]) if heading[end:] else (bold(heading),)


def _body(stored: StoredArticle, told: Telling, shown: str) -> Text:
    """Gives what stands open and what is folded, up to where the foot begins."""
    room = length.UNITS - length.units(told.heading + told.name + shown) - _SPARE_UNITS
    unsaid = [sentence for sentence in told.folded if line(sentence) not in told.heading + shown]
    folded = in_paragraphs(unsaid, stored.article.paragraphs, room=room)
    opening = ("\n\n", shown) if shown else ()
    if folded:
        return (*opening, "\n" if shown else "\n\n", Span(folded, Style.EXPANDABLE), "\n")
    return (*opening, "\n\n")


def _open(stored: StoredArticle, told: Telling, wanted: Length) -> str:
    """Gives the sentences that stand open: a short run of them, or a detailed one as the article has its paragraphs."""
    if wanted is Length.STANDARD:
        return within(told.open, LEAD_UNITS)
    room = length.UNITS - length.units(told.heading + told.name) - _SPARE_UNITS
    parted = in_paragraphs(told.open, stored.article.paragraphs, room=room, between="\n\n")
    return parted or within(told.open, room)


def _leaves_out(stored: StoredArticle, heading: str, shown: str) -> bool:
    return key("".join(stored.article.paragraphs)) not in key(heading + shown)


def _always(stored: StoredArticle, language: str) -> list[Button]:
    """Offers what every message has; an article without a category came to nobody's subscription."""
    muted = [buttons.mute(stored, language)] if stored.article.category else []
    return [*buttons.original(stored, language), *muted]


def place_and_time(stored: StoredArticle, chat: Chat, now: datetime) -> str:
    """Tells in one line where an article is from and when."""
    article = stored.article
    names = list(naming.written(article.category, chat.language)) if article.category else []
    if article.author and key(article.author) not in map(key, article.category):
        names.insert(0, article.author)
    when = _when(article.published or stored.collected_at, chat, now)
    if article.published is None:
        when = texts.say(chat.language, "news-collected", date=when)
    return " · ".join([*(length.shorten(line(name), NAME_UNITS) for name in names if line(name)), when])


def _when(moment: datetime, chat: Chat, now: datetime) -> str:
    zone = _zone(chat.time_zone)
    local = moment.astimezone(zone)
    form = "news-date" if local.year == now.astimezone(zone).year else "news-date-year"
    return texts.say(chat.language, form, year=str(local.year), month=local.month, day=local.day, time=f"{local:%H:%M}")


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return UTC
