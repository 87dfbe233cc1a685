"""`/latest`: the newest articles, at once."""

from collections.abc import Sequence

from bot import ondemand, subscriptions
from bot.chat import replies
from bot.chat.reply import Reply, said, toasted
from bot.chat.request import Request
from bot.chat.services import Services
from bot.core import wants
from bot.delivery import render
from bot.model import Category
from bot.subscriptions import Shelf
from bot.texts import say


async def latest(request: Request, services: Services) -> Reply:
    """Gives the newest of the named categories, or of the chat's own."""
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    wish = wants.understand(request.args, shelf.categories)
    if request.args and not wish.found:
        return said(replies.unclear(request, wish, "latest"))
    return await _newest(request, services, wish.found or shelf.own(), shelf)


async def press(request: Request, services: Services) -> Reply:
    """Gives the newest of the category a button names, or of the chat's own."""
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    wanted = request.numbers[0]
    category = shelf.get(wanted)
    if wanted and category is None:
        return toasted(say(request.language, "toast-category-gone"))
    return await _newest(request, services, (category,) if category else shelf.own(), shelf)


async def _newest(request: Request, services: Services, chosen: Sequence[Category], shelf: Shelf) -> Reply:
    """Whoever chose nothing yet sees the newest of all."""
    places = chosen or shelf.categories
    found = await ondemand.latest(services.store, [category.id for category in places])
    if not found:
        return said(replies.nothing_new(request, chosen))
    return said(*(render.news(stored, request.chat, now=request.now) for stored in found))
