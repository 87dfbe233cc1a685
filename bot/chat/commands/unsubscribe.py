"""`/unsubscribe`: end a subscription, by its name or by a button that offers it."""

from collections.abc import Sequence
from dataclasses import replace

from bot import subscriptions
from bot.chat import replies, spoken
from bot.chat.commands.mine import mine
from bot.chat.reply import Reply, edited, said, toasted
from bot.chat.request import Request
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.words import called, message
from bot.core import wants
from bot.core.wants import Wish
from bot.markup import Message
from bot.model import Category
from bot.subscriptions import Shelf
from bot.texts import say


async def unsubscribe(request: Request, services: Services) -> Reply:
    """Unsubscribes from the named categories; without a name shows the chat's own."""
    if not await may_change(request, services):
        return said(message(request.language, "admins-only"))
    if not request.args:
        return await mine(request, services)
    held = await subscriptions.shelf(services.store, request.chat.id)
    wish = wants.understand(request.args, held.categories, held.own())
    if not wish.found and spoken.are_all(request.args, request.language):
        return await mine(request, services)
    return await end(request, services, held, wish)


async def end(request: Request, services: Services, held: Shelf, wish: Wish) -> Reply:
    """Ends what was understood of a wish, and tells of the rest."""
    ended = tuple(category for category in wish.found if category.id in held.chosen)
    await subscriptions.end(services.store, request.chat.id, ended)
    left = await subscriptions.shelf(services.store, request.chat.id)
    told = [replies.unsubscribed(request, ended, left)] if ended else []
    unclear = [_unclear(request, wish, left)] if wish.unknown else []
    return said(*told, *_others(request, wish.found, held, left), *unclear)


async def drop(request: Request, services: Services) -> Reply:
    """Unsubscribes from the category a button offers, and from those below it that were to go with it."""
    if not await may_change(request, services):
        return toasted(say(request.language, "toast-admins-only"))
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    category = shelf.get(request.numbers[0])
    if category is None:
        return toasted(say(request.language, "toast-category-gone"))
    if category.id not in shelf.chosen:
        return edited(_others(request, [category], shelf, shelf)[0])
    ended = tuple(one for one in shelf.own() if one.id in request.numbers)
    await subscriptions.end(services.store, request.chat.id, ended)
    left = await subscriptions.shelf(services.store, request.chat.id)
    toast = say(request.language, "toast-unsubscribed", name=called(request.language, category))
    return edited(replies.unsubscribed(request, ended, left), toast)


async def keep(request: Request, services: Services) -> Reply:
    """Leaves a subscription as it is."""
    category = (await subscriptions.shelf(services.store, request.chat.id)).get(request.numbers[0])
    if category is None:
        return toasted(say(request.language, "toast-category-gone"))
    return edited(replies.kept(request, category))


def _others(request: Request, named: Sequence[Category], held: Shelf, left: Shelf) -> list[Message]:
    """Tells of what was named and not chosen itself: which choices still bring it, or that none did."""
    others = [category for category in named if category.id not in held.chosen]
    brought = {above.id: (category, above) for category in others if (above := left.covering(category))}
    never = tuple(category for category in others if not held.covering(category))
    told = [replies.covered(request, category, above) for category, above in brought.values()]
    return [*told, *([replies.not_subscribed(request, never)] if never else [])]


def _unclear(request: Request, wish: Wish, shelf: Shelf) -> Message:
    """Offers to end what comes near a name and brings something."""
    bringing = (category for category in wish.near if category.id in shelf.chosen or shelf.covering(category))
    several = tuple(bringing) if wish.ambiguous else ()
    near = several or wants.nearest(wish.unknown, shelf.own())
    return replies.unclear(request, replace(wish, near=near, ambiguous=bool(several)), "drop")
