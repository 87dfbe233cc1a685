"""An article as its chat gets it, with a way out of its category or into it."""

from dataclasses import replace

from bot.chat.request import Request, data
from bot.delivery import buttons, render
from bot.markup import Button, Message
from bot.model import StoredArticle
from bot.subscriptions import Shelf
from bot.texts import say


def shown(request: Request, stored: StoredArticle, shelf: Shelf) -> Message:
    """Tells an article in the length its chat wants."""
    return fitting(render.news(stored, request.chat, now=request.now), request, stored, shelf)


def fitting(message: Message, request: Request, stored: StoredArticle, shelf: Shelf) -> Message:
    """Offers to subscribe in the place of ending what nothing the chat chose brings."""
    category = shelf.get(stored.category_id)
    if category is None or category.id in shelf.chosen or shelf.covering(category):
        return message
    return with_way_back(message, say(request.language, "news-subscribe-button"), stored)


def with_way_back(message: Message, label: str, stored: StoredArticle) -> Message:
    """Puts a button that subscribes in the place of the one that ends it."""
    back = Button(label=label, data=data("unmute", stored.category_id, stored.id))
    rows = (tuple(back if (b.data or "").startswith(buttons.MUTE) else b for b in row) for row in message.keyboard)
    return replace(message, keyboard=tuple(rows))
