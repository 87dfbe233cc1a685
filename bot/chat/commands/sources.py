"""`/sources`: where the news comes from, for admins: how each source is, and what can be done with it."""

from collections.abc import Awaitable, Callable
from functools import wraps

from bot.chat import shelf
from bot.chat.commands.status import source_line
from bot.chat.reply import Reply, Upload, edited, said, toasted
from bot.chat.request import Attached, Request
from bot.chat.services import Services
from bot.chat.waiting import later
from bot.chat.words import message
from bot.errors import FeedError, NoFeed
from bot.follow import adding, listing
from bot.markup import Message, Text
from bot.store.feeds import StoredFeed
from bot.texts import say

MOST_BYTES = 1_000_000
"""A list of feeds is no larger."""
ENDINGS = (".opml", ".xml", ".txt")

Press = Callable[[Request, Services, StoredFeed], Awaitable[Reply]]


async def sources(request: Request, services: Services) -> Reply:
    """Lists all sources."""
    return said(await _list(request, services, 0))


async def turn(request: Request, services: Services) -> Reply:
    """Shows another page of the list."""
    return edited(await _list(request, services, request.numbers[0]))


async def _list(request: Request, services: Services, number: int) -> Message:
    feeds = await services.store.feeds.all()
    places = {feed.place for feed in feeds}
    folders = [source_line(request.language, one) for one in services.health() if one.place not in places]
    return shelf.listed(request, feeds, folders, number)


def _on(press: Press) -> Callable[[Request, Services], Awaitable[Reply]]:
    """Makes a button's function of one that wants the feed its number names."""

    @wraps(press)
    async def found(request: Request, services: Services) -> Reply:
        feed = await services.store.feeds.get(request.numbers[0])
        if feed is None:
            return edited(await _list(request, services, 0), say(request.language, "toast-source-gone"))
        return await press(request, services, feed)

    return found


async def _readers(services: Services, feed: StoredFeed) -> int:
    """Counts who reads the feed's own category or those its articles are in, or one above."""
    categories = services.store.categories
    if feed.category:
        found = [one.id for one in await categories.all() if one.path == feed.category]
    else:
        found = await categories.of_source(feed.source_id)
    ids = {number for one in found for number in await categories.lineage(one)}
    return await services.store.subscriptions.count_readers(sorted(ids))


async def _card(request: Request, services: Services, source_id: int, toast: str = "", below: Text = ()) -> Reply:
    feed = await services.store.feeds.get(source_id)
    if feed is None:
        return edited(await _list(request, services, 0), say(request.language, "toast-source-gone"))
    readers = await _readers(services, feed)
    return edited(shelf.card(request, services, feed, readers, *([below] if below else [])), toast)


@_on
async def see(request: Request, services: Services, feed: StoredFeed) -> Reply:
    """Shows the card of a feed."""
    return await _card(request, services, feed.source_id)


@_on
async def pause(request: Request, services: Services, feed: StoredFeed) -> Reply:
    """Leaves a feed alone."""
    if await services.store.feeds.pause(feed.source_id):
        await _note(request, services, "pause", feed)
    return await _card(request, services, feed.source_id, say(request.language, "toast-source-paused"))


@_on
async def resume(request: Request, services: Services, feed: StoredFeed) -> Reply:
    """Takes a feed up again."""
    if await services.store.feeds.resume(feed.source_id, now=request.now):
        await _note(request, services, "resume", feed)
        services.following.poll_soon()
    return await _card(request, services, feed.source_id, say(request.language, "toast-source-resumed"))


@_on
async def try_(request: Request, services: Services, feed: StoredFeed) -> Reply:
    """Fetches a feed at once, tells what came, and changes nothing."""
    looks = services.following.looks
    if looks is None:
        return toasted(say(request.language, "follow-off"))

    async def tried() -> Reply:
        trial = await listing.try_(looks.web, feed)
        return await _card(request, services, feed.source_id, below=shelf.tried(request, trial))

    return later(request, services, tried)


@_on
async def ask(request: Request, services: Services, feed: StoredFeed) -> Reply:
    """Asks once more before a feed is removed."""
    return edited(shelf.asked(request, feed, await _readers(services, feed)))


@_on
async def remove(request: Request, services: Services, feed: StoredFeed) -> Reply:
    """Removes a feed; its articles stay."""
    if await adding.remove(services.store, feed):
        await _note(request, services, "remove", feed)
    shown = await _list(request, services, 0)
    return edited(shown, say(request.language, "toast-source-removed", name=shelf.name(feed)))


async def how_to_import(request: Request, services: Services) -> Reply:  # noqa: ARG001 - every button is called alike
    """Tells how a list is brought."""
    return said(message(request.language, "shelf-how-to-import", most=listing.MOST_IMPORTED))


async def export(request: Request, services: Services) -> Reply:
    """Gives all feeds as a file."""
    title = say(request.language, "shelf-export-title")
    data = await listing.take_along(services.store, title=title, now=request.now)
    caption = message(request.language, "shelf-exported", count=len(await services.store.feeds.all()))
    return Reply(uploads=(Upload(name=f"jianbao-{request.now:%Y-%m-%d}.opml", data=data, caption=caption),))


async def take(request: Request, services: Services, file: Attached) -> Reply:
    """Takes a file an admin sent for a list of feeds."""
    if not file.name.lower().endswith(ENDINGS):
        return said(_no_list(request.language, NoFeed.NO_LIST))
    if file.size > MOST_BYTES:
        return said(message(request.language, "shelf-too-large"))
    data = await services.download(file.file_id)
    if data is None or len(data) > MOST_BYTES:
        return said(message(request.language, "shelf-no-file"))
    return await bring(request, services, data)


async def bring(request: Request, services: Services, data: bytes) -> Reply:
    """Takes the feeds of a list an admin sent."""
    try:
        done = await listing.bring(services.store, data, person_id=request.person_id, now=request.now)
    except FeedError as error:
        return said(_no_list(request.language, error.why))
    await services.store.audit.note(request.person_id, "source import", str(done.added), now=request.now)
    services.following.poll_soon()
    return said(shelf.brought(request.language, done))


def _no_list(language: str, why: NoFeed) -> Message:
    return message(language, "shelf-no-list", reason=say(language, why.key))


async def _note(request: Request, services: Services, what: str, feed: StoredFeed) -> None:
    await services.store.audit.note(request.person_id, f"source {what}", feed.place, now=request.now)
