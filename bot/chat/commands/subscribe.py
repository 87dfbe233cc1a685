"""`/subscribe`: begin to read a category, by its name or by a button that offers it."""

from bot import subscriptions
from bot.chat import replies, spoken
from bot.chat.commands.categories import categories
from bot.chat.reply import Reply, edited, said, toasted
from bot.chat.request import Request
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.words import message
from bot.core import wants
from bot.texts import say


async def subscribe(request: Request, services: Services) -> Reply:
    """Subscribes to the named categories; without a name shows the tree."""
    if not await may_change(request, services):
        return said(message(request.language, "admins-only"))
    if not request.args:
        return await categories(request, services)
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    wish = wants.understand(request.args, shelf.categories)
    if not wish.found and spoken.are_all(request.args, request.language):
        return await categories(request, services)
    if not wish.found:
        return said(replies.unclear(request, wish))
    added = await subscriptions.add(services.store, request.chat, wish.found, now=request.now)
    told = replies.subscribed(request, added)
    return said(told, replies.unclear(request, wish)) if wish.unknown else said(told)


async def add(request: Request, services: Services) -> Reply:
    """Subscribes to the category a button offers."""
    if not await may_change(request, services):
        return toasted(say(request.language, "toast-admins-only"))
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    category = shelf.get(request.numbers[0])
    if category is None:
        return toasted(say(request.language, "toast-category-gone"))
    added = await subscriptions.add(services.store, request.chat, [category], now=request.now)
    return edited(replies.subscribed(request, added), replies.begun(request, added))
