"""`/categories`: the category tree, with a press to subscribe, to unsubscribe, to look inside and to turn the page."""

from bot import subscriptions
from bot.chat import replies
from bot.chat.reply import Reply, edited, said, toasted
from bot.chat.request import Request
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.words import called
from bot.model import Category
from bot.subscriptions import Shelf
from bot.texts import say


async def categories(request: Request, services: Services) -> Reply:
    """Shows the top of the tree."""
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    return said(replies.category_tree(request, shelf, 0, 0))


async def turn(request: Request, services: Services) -> Reply:
    """Shows another page, or what is below a category."""
    parent_id, number = request.numbers
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    return edited(replies.category_tree(request, shelf, parent_id, number))


async def flip(request: Request, services: Services) -> Reply:
    """Subscribes to a category in the tree, or unsubscribes."""
    category_id, number = request.numbers
    if not await may_change(request, services):
        return toasted(say(request.language, "toast-admins-only"))
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    category = shelf.get(category_id)
    if category is None:
        return edited(replies.category_tree(request, shelf, 0, 0), say(request.language, "toast-category-gone"))
    toast = await _flipped(request, services, shelf, category)
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    return edited(replies.category_tree(request, shelf, category.parent_id or 0, number), toast)


async def _flipped(request: Request, services: Services, shelf: Shelf, category: Category) -> str:
    lang, name = request.language, called(request.language, category)
    if category.id in shelf.chosen:
        await subscriptions.end(services.store, request.chat.id, [category])
        return say(lang, "toast-unsubscribed", name=name)
    added = await subscriptions.add(services.store, request.chat, [category], now=request.now)
    return replies.begun(request, added)
