"""What nobody taught the bot: plain words, unknown commands, pictures. Each gets an answer that helps on."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from bot import subscriptions
from bot.chat import replies, spoken
from bot.chat.commands import pasted, sources
from bot.chat.reply import Reply, said
from bot.chat.request import Request
from bot.chat.rights import may_administer
from bot.chat.services import Services
from bot.chat.words import echoed, message, told
from bot.core import wants
from bot.core.pasted import bare_link, is_surely_bare, links
from bot.core.wants import Wish
from bot.follow.listing import is_list
from bot.markup import Message
from bot.subscriptions import Shelf
from bot.texts import say

LONGEST = 200
"""Characters of plain words in which a command is looked for."""
BEGINNING = 2
"""Characters of a command that are too few to tell it, the slash among them."""
ALIKE = 0.7
"""How like a command a word must be to be taken for a slip of the finger."""


async def words(request: Request, services: Services) -> Reply:
    """Looks at the one link in plain words, or takes them for a category, a command or an address, or looks closer."""
    from bot.chat.commands import called, leading  # noqa: PLC0415 - the table needs this package first

    if may_administer(request) and is_list(request.args):
        return await sources.bring(request, services, request.args.encode())
    if looked := await _looked(request, services, _links(request.args) or _hidden(request)):
        return looked
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    wish = wants.understand(request.args, shelf.categories, shelf.own())
    is_name = bool(wish.found or wish.ambiguous)
    if not is_name and (command := called(request.args, request.language, admin=may_administer(request))):
        return await command.function(replace(request, args=""), services)
    led = leading(request.args) if wish.unknown else None
    if led and (_are_names(led[1], shelf) or _comes_near(led[1], shelf)):
        return await led[0].function(replace(request, args=led[1].strip()), services)
    bare = (_bare(led[1]) if led else ()) or _bare(request.args)
    if not is_name and (looked := await _looked(request, services, bare)):
        return looked
    return said(*_taken_for_names(request, services, wish, shelf))


def _are_names(words: str, shelf: Shelf) -> bool:
    """Tells whether words name categories and nothing else, so that no press need confirm what was meant."""
    wish = wants.understand(words, shelf.categories, shelf.own())
    return bool(wish.found) and not wish.unknown


def _comes_near(words: str, shelf: Shelf) -> bool:
    """Tells whether words name no category and come near one, so that a command asks about it and does nothing."""
    wish = wants.understand(words, shelf.categories, shelf.own())
    return not wish.found and bool(wish.near) and not wants.mentioned(words, shelf.categories)


def _taken_for_names(request: Request, services: Services, wish: Wish, shelf: Shelf) -> list[Message]:
    """Offers the categories that are named in the words, or that come near; tells what else would be understood."""
    named = wish.found or (() if wish.ambiguous else wants.mentioned(request.args, shelf.categories))
    if named:
        return [replies.understood(request, named, shelf)]
    if wish.near:
        return [replies.unclear(request, wish)]
    lang = request.language
    if spoken.meant(request.args, [(True, "said-courtesy")], lang):
        return [message(lang, "courtesy")]
    links = say(lang, "help-links") if request.is_private and services.following.looks else ""
    return [replies.hint(request, _not_understood(request), links, say(lang, "unknown-words"))]


def _not_understood(request: Request) -> str:
    """Says so, and names the command that the words speak of."""
    from bot.chat.commands import mentioned  # noqa: PLC0415 - the table needs this package first

    meant = mentioned(request.args[:LONGEST], admin=may_administer(request))
    if meant is None:
        return say(request.language, "unknown-help")
    return say(request.language, "unknown-near", near=f"/{meant.name}")


async def _looked(request: Request, services: Services, found: Sequence[str]) -> Reply | None:
    """Looks at the one link in a private chat's words."""
    looks = services.following.looks
    if looks is None or not found or not request.is_private:
        return None
    if len(found) > 1:
        return said(message(request.language, "look-one"))
    return await pasted.look(request, services, looks, found[0])


def _links(words: str) -> tuple[str, ...]:
    return links(words) or (_bare(words) if is_surely_bare(words) else ())


def _hidden(request: Request) -> tuple[str, ...]:
    """Gives the one address that words lead to; of several nobody knows which is meant."""
    found = links(request.hidden)
    return found if len(found) == 1 else ()


def _bare(words: str) -> tuple[str, ...]:
    address = bare_link(words)
    return (address,) if address else ()


async def unknown(request: Request, services: Services) -> Reply:
    """Answers a command that does not exist, or that this person may not use."""
    from bot.chat.commands import called, shown_to  # noqa: PLC0415 - the table needs this package first

    typed, admin = echoed(request.command), may_administer(request)
    known = [f"/{row.name}" for row in shown_to(admin=admin)]
    said_so = called(request.command, request.language, admin=admin)
    meant = [f"/{said_so.name}"] if said_so else _begun(f"/{typed}", known)
    meant = meant or get_close_matches(f"/{typed}", known, n=1, cutoff=ALIKE)
    if meant:
        text = told(request.language, "unknown-command-near", command=f"/{typed}", near=meant[0])
    else:
        text = told(request.language, "unknown-command", command=f"/{typed}")
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    near = wants.nearest(f"{request.command} {request.args}", shelf.categories)
    return said(replies.hint(request, text, say(request.language, "unknown-hint"), near=near))


def _begun(typed: str, known: Sequence[str]) -> list[str]:
    """Gives the one command of which the beginning was typed; none when it begins several."""
    found = [name for name in known if name.startswith(typed)] if len(typed) > BEGINNING else []
    return found if len(found) == 1 else []


async def media(request: Request, services: Services) -> Reply:  # noqa: ARG001 - every command is called alike
    """Answers a picture, a voice message or a sticker."""
    return said(replies.hint(request, say(request.language, "unknown-media")))
