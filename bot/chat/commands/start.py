"""`/start`: greet, and show what there is to read."""

from bot import subscriptions
from bot.chat import replies
from bot.chat.reply import Reply, said
from bot.chat.request import Request
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.model import ChatState
from bot.texts import TONGUES


async def start(request: Request, services: Services) -> Reply:
    """Greets a newcomer; whoever had paused hears of news again, a group when one of its admins says so."""
    resumed = request.chat.state is ChatState.PAUSED and await may_change(request, services)
    if resumed:
        await subscriptions.resume(services.store, request.chat, now=request.now)
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    # Telegram tells simplified and traditional apart nowhere but in a chat's own menu.
    menu = request.language if request.is_private and request.language not in TONGUES.values() else ""
    return Reply(messages=(replies.welcome(request, shelf, resumed=resumed),), menu=menu)


async def greet(request: Request, services: Services) -> Reply:
    """Greets a group that let the bot in; one that had paused is told so and decides."""
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    return said(replies.welcome(request, shelf, resumed=False))
