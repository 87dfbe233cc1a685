"""What a broadcast looks like: the admin's words as they were typed, or an article as news."""

from datetime import datetime

from bot import texts
from bot.core import typed
from bot.core.broadcasts import Content
from bot.delivery import render
from bot.markup import Button, Keyboard, Mark, Message, Style
from bot.model import Chat, ChatKind, StoredArticle


def announcement(content: Content, chat: Chat, *, article: StoredArticle | None = None, now: datetime) -> Message:
    """Makes the message a chat gets."""
    links = _buttons(content)
    if article is not None:
        told = render.news(article, chat, now=now)
        keyboard = told.keyboard if chat.kind is not ChatKind.CHANNEL else _leading_out(told.keyboard)
        return Message(text=told.text, keyboard=(*keyboard, *links), picture=told.picture)
    version = content.version(chat.language)
    words = version.typed
    if content.labelled:
        label = texts.say(chat.language, "news-headline-label")
        words = typed.before(Mark(Style.BOLD, 0, typed.units(label)), f"{label}\n\n", words)
    return Message(text=words, keyboard=links, photo=version.photo)


def _leading_out(keyboard: Keyboard) -> Keyboard:
    """Leaves the links: the bot answers no press in a channel, where what opens would open for everybody."""
    rows = (tuple(button for button in row if button.url) for row in keyboard)
    return tuple(row for row in rows if row)


def _buttons(content: Content) -> Keyboard:
    return tuple((Button(label=label, url=url),) for label, url in content.buttons)
