"""`/start`: greet, and show what there is to read."""

from bot import subscriptions
from bot.chat import replies
from bot.chat.reply import Reply, said
from bot.chat.request import Request
from bot.chat.services import Services


async def start(request: Request, services: Services) -> Reply:
    """Greets a newcomer; whoever had paused hears of news again."""
    resumed = request.is_private and await subscriptions.resume(services.store, request.chat)
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    return said(replies.welcome(request, shelf, resumed=resumed))
