"""A link somebody pastes: its article is summarised at once, its feed offered."""

from bot.chat import finds
from bot.chat.reply import Reply, said
from bot.chat.request import Request
from bot.chat.services import Services
from bot.chat.waiting import later
from bot.chat.words import message
from bot.delivery import render
from bot.follow import pasted
from bot.follow.looking import FoundFeed, FoundPage, Nothing
from bot.follow.looks import A_MINUTE, Looks
from bot.markup import Message


async def look(request: Request, services: Services, looks: Looks, link: str) -> Reply:
    """Shows what is behind a link."""
    if not looks.may(request.person_id, request.now):
        return said(message(request.language, "look-too-often", count=A_MINUTE))

    async def looked() -> Reply:
        return await _shown(request, services, looks, link)

    return later(request, services, looked)


async def _shown(request: Request, services: Services, looks: Looks, link: str) -> Reply:
    match await looks.wherever(link):
        case Nothing() as found:
            return said(finds.nothing(request.language, found, link))
        case FoundFeed() as found:
            return said(finds.feed(request, found, looks))
        case FoundPage() as found:
            return said(await _page(request, services, looks, found))


async def _page(request: Request, services: Services, looks: Looks, found: FoundPage) -> Message:
    """Tells the article as the chat wants it, or offers the feeds of a page that has none."""
    if found.reading is None:
        return finds.page(request, found.feeds, looks)
    stored = await pasted.keep(services.store, found.reading, chat_id=request.chat.id, now=request.now)
    news = render.news(stored, request.chat, now=request.now)
    return finds.with_follow(news, found.feeds[0], looks, request.language) if found.feeds else news
