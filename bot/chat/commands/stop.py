"""`/stop`: no more news from now on, and a way back."""

from bot import subscriptions
from bot.chat import boards
from bot.chat.commands import unsubscribe
from bot.chat.reply import Reply, edited, said, toasted
from bot.chat.request import Request
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.words import message, told
from bot.core import wants
from bot.markup import Message
from bot.texts import say


async def stop(request: Request, services: Services) -> Reply:
    """Pauses at once, and what was subscribed is kept for a return; whoever names a category ends that one alone."""
    if not await may_change(request, services):
        return said(message(request.language, "admins-only"))
    if request.args:
        shelf = await subscriptions.shelf(services.store, request.chat.id)
        wish = wants.understand(request.args, shelf.categories, shelf.own())
        if wish.found or wish.ambiguous or wants.nearest(request.args, shelf.own()):
            return await unsubscribe.end(request, services, shelf, wish)
    await subscriptions.pause(services.store, request.chat.id, now=request.now)
    text = told(request.language, "stopped")
    return said(Message(text=text, keyboard=((boards.resume(request.language),),)))


async def resume(request: Request, services: Services) -> Reply:
    """Takes the pause back."""
    if not await may_change(request, services):
        return toasted(say(request.language, "toast-admins-only"))
    await subscriptions.resume(services.store, request.chat, now=request.now)
    text = told(request.language, "resumed")
    return edited(Message(text=text, keyboard=((boards.mine(request.chat),),)))
