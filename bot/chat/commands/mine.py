"""`/mine`: what this chat reads, with a button to end each."""

from collections.abc import Awaitable, Callable

from bot import subscriptions
from bot.chat import replies
from bot.chat.reply import Reply, edited, said, toasted
from bot.chat.request import Request
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.words import called
from bot.model import Category
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
    """Ends one of the list; it stays in its place, with the way back."""

    async def ended(category: Category) -> str:
        is_ended = await subscriptions.end(services.store, request.chat.id, [category])
        key = "toast-unsubscribed" if is_ended else "toast-not-subscribed"
        return say(request.language, key, name=called(request.language, category))

    return await _changed(request, services, ended)


async def put(request: Request, services: Services) -> Reply:
    """Takes that back."""

    async def begun(category: Category) -> str:
        added = await subscriptions.add(services.store, request.chat, [category], now=request.now, resumes=False)
        return replies.begun(request, added)

    return await _changed(request, services, begun)


async def _changed(request: Request, services: Services, change: Callable[[Category], Awaitable[str]]) -> Reply:
    """Does something to one of the list, and shows the page as it stood."""
    category_id, number, *standing = request.numbers
    if not await may_change(request, services):
        return toasted(say(request.language, "toast-admins-only"))
    category = (await subscriptions.shelf(services.store, request.chat.id)).get(category_id)
    toast = await change(category) if category else say(request.language, "toast-category-gone")
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    return edited(replies.mine(request, shelf, number, standing), toast)
