"""The message that lists what a chat missed, a page at a time, with a button for each article."""

from collections.abc import Sequence
from datetime import datetime

from bot import texts
from bot.delivery.links import safe_link
from bot.delivery.render import place_and_time
from bot.delivery.telling import telling
from bot.markup import Button, Keyboard, Message, Span, Text, bold
from bot.model import Chat, StoredArticle
from summaries import Length

PAGE = 10
"""Articles on a page: as many as two rows of buttons open."""
IN_ROW = 5


def digest(digest_id: int, articles: Sequence[StoredArticle], chat: Chat, *, now: datetime, page: int = 0) -> Message:
    """Makes one page (from 0) of the list; a page that does not exist becomes the nearest that does."""
    last = max(0, -(-len(articles) // PAGE) - 1)
    page = min(max(page, 0), last)
    shown = articles[page * PAGE : (page + 1) * PAGE]
    first = page * PAGE + 1
    title = texts.say(chat.language, "missed-title", count=len(articles))
    lines = [_line(number, stored, chat, now) for number, stored in enumerate(shown, start=first)]
    text: list[Span | str] = [bold(title), "\n", texts.say(chat.language, "missed-hint")]
    for line in lines:
        text += ["\n\n", *line]
    return Message(text=tuple(text), keyboard=(*_openers(shown, first), *_pager(digest_id, page, last)))


def _line(number: int, stored: StoredArticle, chat: Chat, now: datetime) -> Text:
    heading = telling(stored, Length.LINE, chat.language).heading
    return f"{number}. ", Span(heading, None, safe_link(stored.article.link)), "\n", place_and_time(stored, chat, now)


def _openers(shown: Sequence[StoredArticle], first: int) -> Keyboard:
    buttons = [Button(label=str(number), data=f"v1:open:{stored.id}") for number, stored in enumerate(shown, first)]
    return tuple(tuple(buttons[start : start + IN_ROW]) for start in range(0, len(buttons), IN_ROW))


def _pager(digest_id: int, page: int, last: int) -> Keyboard:
    if not last:
        return ()

    def turn(label: str, to: int) -> Button:
        return Button(label=label, data=f"v1:missed:{digest_id}:{to}")

    before = [turn("\u2039", page - 1)] if page else []
    after = [turn("\u203a", page + 1)] if page < last else []
    return ((*before, turn(f"{page + 1}/{last + 1}", page), *after),)
