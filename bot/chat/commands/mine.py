"""`/mine`: what this chat reads, with a button to end each."""

from bot import subscriptions
from bot.chat import replies
from bot.chat.reply import Reply, edited, said, toasted
from bot.chat.request import Request
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.words import called
from bot.texts import say


async def mine(request: Request, services: Services) -> Reply:
    """Lists the chat's subscriptions."""
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    return said(replies.mine(request, shelf, 0))


async def turn(request: Request, services: Services) -> Reply:
    """Shows another page of the list."""
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    return edited(replies.mine(request, shelf, request.numbers[1]))


async def end(request: Request, services: Services) -> Reply:
    """Ends one of the list."""
    category_id, number = request.numbers
    if not await may_change(request, services):
        return toasted(say(request.language, "toast-admins-only"))
    before = await subscriptions.shelf(services.store, request.chat.id)
    category = before.get(category_id)
    if category is None:
        return edited(replies.mine(request, before, number), say(request.language, "toast-category-gone"))
    ended = await subscriptions.end(services.store, request.chat.id, [category])
    after = await subscriptions.shelf(services.store, request.chat.id)
    key = "toast-unsubscribed" if ended else "toast-not-subscribed"
    return edited(
        replies.mine(request, after, number), say(request.language, key, name=called(request.language, category))
    )
