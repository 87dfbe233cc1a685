"""`/help`: what the bot can do, made from the table of commands."""

from bot import subscriptions
from bot.chat import boards
from bot.chat.reply import Reply, said
from bot.chat.request import Request
from bot.chat.rights import may_administer
from bot.chat.services import Services
from bot.chat.words import called, lines, titled, told
from bot.markup import Message
from bot.texts import say


async def help_(request: Request, services: Services) -> Reply:
    """Lists the commands this person may use."""
    from bot.chat.commands import shown_to  # noqa: PLC0415 - the table lists this very function

    lang = request.language
    rows = [(f"/{row.name}  ", *told(lang, row.description)) for row in shown_to(admin=may_administer(request))]
    foot = await _foot(request, services) if request.is_private else ()
    text = titled(say(lang, "help-title"), lines(*rows), *foot)
    return said(Message(text=text, keyboard=((boards.categories(lang), boards.mine(request.chat)),)))


async def _foot(request: Request, services: Services) -> tuple[str, ...]:
    """Tells what plain words do; in a group nobody listens to them."""
    lang = request.language
    top = next(iter((await subscriptions.shelf(services.store, request.chat.id)).categories), None)
    names = say(lang, "help-foot", name=called(lang, top)) if top else say(lang, "help-foot-plain")
    links = (say(lang, "help-links"),) if services.following.looks else ()
    return "\n" + names, *links
