"""`/latest`: the newest articles, at once."""

from collections.abc import Sequence

from bot import ondemand, subscriptions
from bot.chat import boards, news, replies
from bot.chat.reply import Reply, said, toasted
from bot.chat.request import Request
from bot.chat.services import Services
from bot.core import wants
from bot.markup import Message
from bot.model import Category
from bot.ondemand import MOST
from bot.subscriptions import Shelf
from bot.texts import say


async def latest(request: Request, services: Services) -> Reply:
    """Gives the newest of the named categories, or of the chat's own."""
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    wish = wants.understand(request.args, shelf.categories, shelf.own())
    unclear = [replies.unclear(request, wish, "latest")] if request.args and (wish.unknown or not wish.found) else []
    if unclear and not wish.found:
        return said(*unclear)
    return said(*await _newest(request, services, wish.found, shelf), *unclear)


async def more(request: Request, services: Services) -> Reply:
    """Goes on behind the last articles that were shown, or begins where none were."""
    following = services.going_back.following(request.chat)
    if request.args or following is None:
        return await latest(request, services)
    return await older(request.pressing(following), services)


async def press(request: Request, services: Services) -> Reply:
    """Gives the newest of the categories a button names, or of the chat's own."""
    return await _pressed(request, services, request.numbers)


async def older(request: Request, services: Services) -> Reply:
    """Gives what came before the article a button names, or before what it has brought already."""
    before, *numbers = request.numbers
    before = services.going_back.behind(request.chat, (before, *numbers))
    return await _pressed(request, services, numbers, before=before)


async def _pressed(request: Request, services: Services, numbers: Sequence[int], *, before: int | None = None) -> Reply:
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    named = tuple(category for number in numbers if (category := shelf.get(number)))
    if any(numbers) and not named:
        return toasted(say(request.language, "toast-category-gone"))
    return said(*await _newest(request, services, named, shelf, before=before))


async def _newest(
    request: Request, services: Services, named: Sequence[Category], shelf: Shelf, *, before: int | None = None
) -> list[Message]:
    """Whoever names and chose nothing yet sees the newest of all."""
    chosen = named or shelf.own()
    places = [category.id for category in chosen or shelf.categories]
    found = await ondemand.latest(services.store, places, limit=MOST + 1, before=before)
    if not found:
        return [replies.nothing_older(request) if before else replies.nothing_new(request, chosen)]
    given = found[-MOST:]
    following = (given[0].id, *([category.id for category in named] or [0]))
    newest = given[-1].id if len(found) > MOST else 0
    if before is None:
        services.going_back.begin(request.chat, newest, following)
    else:
        services.going_back.note(request.chat, (before, *request.numbers[1:]), newest, following)
    shown = [news.shown(request, stored, shelf) for stored in given]
    more = boards.older(request.language, following) if newest else ()
    return [*shown[:-1], replies.with_row(shown[-1], more)]
