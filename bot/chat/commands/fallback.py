"""What nobody taught the bot: plain words, unknown commands, pictures. Each gets an answer that helps on."""

from difflib import get_close_matches

from bot import subscriptions
from bot.chat import replies
from bot.chat.commands import pasted, sources
from bot.chat.reply import Reply, said
from bot.chat.request import Request
from bot.chat.rights import may_administer
from bot.chat.services import Services
from bot.chat.words import echoed, message, told
from bot.core import wants
from bot.core.pasted import is_surely_bare, links
from bot.follow.listing import is_list
from bot.texts import say

ALIKE = 0.7
"""How like a command a word must be to be taken for a slip of the finger."""


async def words(request: Request, services: Services) -> Reply:
    """Looks at the one link in plain words, or takes them for the name of a category, or looks for one in them."""
    if may_administer(request) and is_list(request.args):
        return await sources.bring(request, services, request.args.encode())
    if request.is_private and (looked := await _looked(request, services)):
        return looked
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    wish = wants.understand(request.args, shelf.categories)
    named = wish.found or (() if wish.ambiguous else wants.mentioned(request.args, shelf.categories))
    if named:
        return said(replies.understood(request, named, shelf))
    if wish.near:
        return said(replies.unclear(request, wish))
    return said(replies.hint(request, say(request.language, "unknown-words")))


async def _looked(request: Request, services: Services) -> Reply | None:
    """Looks at the link in the words, if there is one."""
    looks, found = services.following.looks, links(request.args)
    if not found and is_surely_bare(request.args):
        found = (request.args.strip(),)
    if looks is None or not found:
        return None
    if len(found) > 1:
        return said(message(request.language, "look-one"))
    return await pasted.look(request, services, looks, found[0])


async def unknown(request: Request, services: Services) -> Reply:
    """Answers a command that does not exist, or that this person may not use."""
    from bot.chat.commands import shown_to  # noqa: PLC0415 - the table needs this package first

    typed = echoed(request.command)
    known = [f"/{row.name}" for row in shown_to(admin=may_administer(request))]
    meant = get_close_matches(f"/{typed}", known, n=1, cutoff=ALIKE)
    if meant:
        text = told(request.language, "unknown-command-near", command=f"/{typed}", near=meant[0])
    else:
        text = told(request.language, "unknown-command", command=f"/{typed}")
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    near = wants.nearest(f"{request.command} {request.args}", shelf.categories)
    return said(replies.hint(request, text, say(request.language, "unknown-hint"), near=near))


async def media(request: Request, services: Services) -> Reply:  # noqa: ARG001 - every command is called alike
    """Answers a picture, a voice message or a sticker."""
    return said(replies.hint(request, say(request.language, "unknown-media")))
