"""`/unsubscribe`: end a subscription, by its name or by a button that offers it."""

from bot import subscriptions
from bot.chat import replies
from bot.chat.commands.mine import mine
from bot.chat.reply import Reply, edited, said, toasted
from bot.chat.request import Request
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.words import called, message
from bot.core import wants
from bot.markup import Message
from bot.subscriptions import Shelf
from bot.texts import say


async def unsubscribe(request: Request, services: Services) -> Reply:
    """Unsubscribes from the named categories; without a name shows the chat's own."""
    if not await may_change(request, services):
        return said(message(request.language, "admins-only"))
    if not request.args:
        return await mine(request, services)
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    ended = wants.understand(request.args, shelf.own()).found
    if not ended:
        return said(_not_own(request, shelf))
    await subscriptions.end(services.store, request.chat.id, ended)
    return said(replies.unsubscribed(request, ended, shelf))


async def drop(request: Request, services: Services) -> Reply:
    """Unsubscribes from the category a button offers."""
    if not await may_change(request, services):
        return toasted(say(request.language, "toast-admins-only"))
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    category = shelf.get(request.numbers[0])
    if category is None:
        return toasted(say(request.language, "toast-category-gone"))
    await subscriptions.end(services.store, request.chat.id, [category])
    toast = say(request.language, "toast-unsubscribed", name=called(request.language, category))
    return edited(replies.unsubscribed(request, (category,), shelf), toast)


async def keep(request: Request, services: Services) -> Reply:
    """Leaves a subscription as it is."""
    category = (await subscriptions.shelf(services.store, request.chat.id)).get(request.numbers[0])
    if category is None:
        return toasted(say(request.language, "toast-category-gone"))
    return edited(replies.kept(request, category))


def _not_own(request: Request, shelf: Shelf) -> Message:
    """Tells why nothing ended: subscribed only from above, not subscribed, or not understood."""
    meant = wants.understand(request.args, shelf.categories).found
    for category in meant:
        above = shelf.covering(category)
        if above:
            return replies.covered(request, category, above)
    if meant:
        return replies.not_subscribed(request, meant)
    return replies.unclear(request, wants.understand(request.args, shelf.own()), "drop")
