"""`/follow`: bring a source of one's own, by its address or by the button that offers it."""

from bot.chat import finds
from bot.chat.reply import Note, Reply, edited, said, toasted
from bot.chat.request import Request
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.waiting import later
from bot.chat.words import message
from bot.core.pasted import bare_link, links
from bot.follow import adding
from bot.follow.adding import AdminsOnly, Asked, Asker, Followed, Scattered, TooMany
from bot.follow.looking import FoundFeed, FoundPage, Nothing
from bot.follow.looks import A_MINUTE, Looks
from bot.texts import say


async def follow(request: Request, services: Services) -> Reply:
    """Follows the feed at an address; of a page that names several it asks which."""
    lang, looks = request.language, services.following.looks
    if not await may_change(request, services):
        return said(message(lang, "admins-only"))
    link, *more = links(request.args) or (bare_link(request.args),)
    if link is None or more:
        return said(message(lang, "follow-usage"))
    if looks is None:
        return said(message(lang, "follow-off"))
    if not looks.may(request.person_id, request.now):
        return said(message(lang, "look-too-often", count=A_MINUTE))

    async def looked() -> Reply:
        return await _found(request, services, looks, link)

    return later(request, services, looked)


async def _found(request: Request, services: Services, looks: Looks, link: str) -> Reply:
    match await looks.wherever(link):
        case FoundFeed() as found:
            return await _follow(request, services, found)
        case FoundPage(feeds=()):
            return said(message(request.language, "follow-no-feed"))
        case FoundPage(feeds=(one,)):
            return await _found_named(request, services, looks, one.address)
        case FoundPage() as found:
            return said(finds.page(request, found.feeds, looks))
        case Nothing(key="look-no-article"):
            return said(message(request.language, "follow-no-feed"))
        case Nothing() as found:
            return said(finds.nothing(request.language, found, link))


async def _found_named(request: Request, services: Services, looks: Looks, address: str) -> Reply:
    """Follows what a page calls its feed, if it is one."""
    found = await looks.at(address)
    if isinstance(found, FoundFeed):
        return await _follow(request, services, found)
    if isinstance(found, Nothing) and found.key != "look-no-article":
        return said(finds.nothing(request.language, found, address))
    return said(message(request.language, "follow-no-feed"))


async def press(request: Request, services: Services) -> Reply:
    """Follows the feed a button offers, once it has been found to be one."""
    lang, looks = request.language, services.following.looks
    if not await may_change(request, services):
        return toasted(say(lang, "toast-admins-only"))
    offered = looks.offered(request.numbers[0]) if looks else None
    if looks is None or offered is None:
        return toasted(say(lang, "toast-offer-old"))
    if not looks.may(request.person_id, request.now):
        return toasted(say(lang, "toast-look-often"))

    async def looked() -> Reply:
        return await _found_named(request, services, looks, offered.address)

    return later(request, services, looked)


async def _follow(request: Request, services: Services, found: FoundFeed) -> Reply:
    lang, following = request.language, services.following
    asker = Asker(chat=request.chat, person_id=request.person_id, is_admin=request.is_admin)
    outcome = await adding.follow(services.store, found, asker, following, now=request.now)
    match outcome:
        case Followed():
            following.poll_soon()
            return said(finds.followed(request, outcome, found))
        case Scattered():
            return said(finds.scattered(request, outcome.feed))
        case TooMany():
            return said(message(lang, "follow-too-many", count=outcome.limit))
        case AdminsOnly():
            return said(message(lang, "follow-admins-only"))
        case Asked():
            return await _asked(request, services, outcome, found)


async def _asked(request: Request, services: Services, outcome: Asked, found: FoundFeed) -> Reply:
    """Tells the reader to wait, and asks every admin once."""
    told = finds.asked(request.language, outcome.feed, found)
    if outcome.is_again:
        return Reply(messages=(told,))
    notes = []
    for admin_id in services.terms.admins:
        admin = await services.store.chats.get(admin_id)
        if admin:
            wish = finds.wish(admin.language, str(request.person_id), outcome.feed, request.chat.id)
            notes.append(Note(chat_id=admin_id, messages=(wish,)))
    return Reply(messages=(told,), elsewhere=tuple(notes))


async def agree(request: Request, services: Services) -> Reply:
    """Lets a chat have the feed it wished for, and tells it."""
    source_id, number, is_group = request.numbers
    feed = await services.store.feeds.get(source_id)
    chat = await services.store.chats.get(-number if is_group else number)
    if feed is None or chat is None:
        return toasted(say(request.language, "toast-wish-gone"))
    given = await adding.agree(services.store, feed, chat.id, now=request.now)
    await services.store.audit.note(request.person_id, "source agree", feed.place, now=request.now)
    services.following.poll_soon()
    shown = edited(finds.decided(request.language, "follow-was-agreed", feed))
    notes = (Note(chat_id=one.id, messages=(finds.agreed(one, outcome),)) for one, outcome in given)
    return Reply(messages=shown.messages, edit=True, elsewhere=tuple(notes))


async def refuse(request: Request, services: Services) -> Reply:
    """Forgets the feed a chat wished for, and tells it."""
    source_id, number, is_group = request.numbers
    feed = await services.store.feeds.get(source_id)
    chat = await services.store.chats.get(-number if is_group else number)
    if feed is None or chat is None or not feed.is_pending:
        return toasted(say(request.language, "toast-wish-gone"))
    waited = await adding.refuse(services.store, feed)
    await services.store.audit.note(request.person_id, "source refuse", feed.place, now=request.now)
    notes = (Note(chat_id=one.id, messages=(finds.decided(one.language, "follow-refused", feed),)) for one in waited)
    shown = finds.decided(request.language, "follow-was-refused", feed)
    return Reply(messages=(shown,), edit=True, elsewhere=tuple(notes))
