"""`/help`: what the bot can do, made from the table of commands."""

from bot import subscriptions
from bot.chat import boards
from bot.chat.reply import Reply, said
from bot.chat.request import Request
from bot.chat.rights import may_administer
from bot.chat.services import Services
from bot.chat.words import lines, titled
from bot.markup import Message
from bot.texts import say


async def help_(request: Request, services: Services) -> Reply:
    """Lists the commands this person may use."""
    from bot.chat.commands import shown_to  # noqa: PLC0415 - the table lists this very function

    lang = request.language
    rows = [f"/{row.name}  {say(lang, row.description)}" for row in shown_to(admin=may_administer(request))]
    top = next(iter((await subscriptions.shelf(services.store, request.chat.id)).categories), None)
    foot = say(lang, "help-foot", name=top.name) if top else say(lang, "help-foot-plain")
    links = say(lang, "help-links") if services.following.looks and request.is_private else None
    text = titled(say(lang, "help-title"), lines(*rows), "\n" + foot, links)
    return said(Message(text=text, keyboard=((boards.categories(lang), boards.mine(lang)),)))
