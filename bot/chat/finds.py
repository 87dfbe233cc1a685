"""What is said of a pasted link: the feed or the feeds behind it, and what became of the wish to follow one."""

from dataclasses import replace

from bot.chat import boards
from bot.chat.request import Request, data
from bot.chat.words import called, echoed, lines, path, told
from bot.core.categories import MAX_NAME
from bot.delivery.length import shorten
from bot.follow.adding import Followed
from bot.follow.looking import FoundFeed, Headline, Nothing
from bot.follow.looks import Looks, Offer
from bot.logs import hide_secrets
from bot.markup import Button, Message, Span, Text, bold
from bot.model import Chat
from bot.store.feeds import StoredFeed
from bot.texts import say

HEADLINE_UNITS = 120
BUTTON_UNITS = 30
ADDRESS_UNITS = 300


def nothing(language: str, found: Nothing, address: str) -> Message:
    """Tells why there is nothing to read at an address."""
    if found.key.startswith("look-"):
        return Message(text=(reason(language, found),))
    place = echoed(shorten(hide_secrets(address), ADDRESS_UNITS))
    return Message(text=(say(language, "look-failed", address=place, reason=reason(language, found)),))


def reason(language: str, found: Nothing) -> str:
    """Tells it in few words, or in a sentence where nothing failed."""
    return say(language, found.key, status=found.status)


def feed(request: Request, found: FoundFeed, looks: Looks) -> Message:
    """Offers a feed, with its newest."""
    lang = request.language
    shown = newest(found.newest) or (say(lang, "find-feed-empty"),)
    text = (*lines(told(lang, "find-feed", name=title(found)), say(lang, "find-newest")), "\n", *shown)
    return Message(text=text, keyboard=((follow_button(lang, looks.offer(found)),),))


def page(request: Request, feeds: tuple[FoundFeed, ...], looks: Looks) -> Message:
    """Offers the feeds a page names, with the newest of the first."""
    lang = request.language
    if len(feeds) == 1 and feeds[0].newest:
        return feed(request, feeds[0], looks)
    shown = newest(feeds[0].newest)
    head: Text | None = (bold(title(feeds[0])),) if shown else None
    text = lines(say(lang, "find-page"), head, shown or None)
    return Message(text=text, keyboard=tuple((follow_button(lang, looks.offer(one)),) for one in feeds))


def with_follow(shown: Message, found: FoundFeed, looks: Looks, language: str) -> Message:
    """Offers below an article to follow the feed its page names."""
    return replace(shown, keyboard=(*shown.keyboard, (follow_button(language, looks.offer(found)),)))


def follow_button(language: str, offer: Offer) -> Button:
    name = shorten(title(offer.feed), BUTTON_UNITS)
    return Button(label=say(language, "button-follow", name=name), data=data("fwadd", offer.number))


def title(found: FoundFeed) -> str:
    return echoed(shorten(found.title, 2 * MAX_NAME))


def newest(headlines: tuple[Headline, ...]) -> Text:
    """Lists entries, each with its link."""
    rows = [("· ", Span(shorten(echoed(one.title), HEADLINE_UNITS), link=one.link)) for one in headlines]
    return lines(*rows)


def followed(request: Request, outcome: Followed, found: FoundFeed) -> Message:
    """Tells what the chat reads from now on, and shows the newest of it."""
    lang, added = request.language, outcome.added
    name = called(lang, outcome.category)
    parts: list[Text | str | None] = [told(lang, "welcome-back") if added.resumed else None]
    if added.covered:
        above = added.covered[0][1]
        parts.append(told(lang, "subscribed-covered", above=path(lang, above), name=name))
    elif added.known:
        parts.append(told(lang, "followed-before", name=name))
    else:
        parts.append(told(lang, "followed", name=name))
        parts.append(say(lang, "followed-public") if request.is_admin and outcome.feed.owner is None else None)
    if outcome.feed.state.paused and not (outcome.feed.is_resting or outcome.feed.is_pending):
        parts.append(say(lang, "followed-paused"))
    shown = newest(found.newest)
    parts += ["\n" + say(lang, "find-newest"), shown] if shown else []
    return Message(text=lines(*parts), keyboard=((boards.mine(request.chat),),))


def scattered(request: Request, feed: StoredFeed) -> Message:
    """Says that a source's articles stand in many categories."""
    lang = request.language
    text = told(lang, "follow-scattered", name=echoed(feed.title or hide_secrets(feed.place)))
    return Message(text=text, keyboard=((boards.categories(lang),),))


def wish(language: str, who: str, feed: StoredFeed, chat_id: int) -> Message:
    """Asks an admin whether a person may follow a feed."""
    numbers = (feed.source_id, abs(chat_id), int(chat_id < 0))
    yes = Button(label=say(language, "follow-agree"), data=data("fwyes", *numbers))
    no = Button(label=say(language, "follow-refuse"), data=data("fwno", *numbers))
    text: Text = (
        *told(language, "follow-wish", who=who),
        "\n",
        bold(echoed(feed.title)),
        "\n",
        shorten(hide_secrets(feed.place), ADDRESS_UNITS),
    )
    return Message(text=text, keyboard=((yes, no),))


def decided(language: str, key: str, feed: StoredFeed) -> Message:
    return Message(text=told(language, key, name=echoed(feed.title)))


def asked(language: str, feed: StoredFeed, found: FoundFeed) -> Message:
    """Tells a person to wait, and shows what they will get."""
    shown = newest(found.newest)
    told_so = told(language, "follow-asked", name=echoed(feed.title))
    if not shown:
        return Message(text=told_so)
    return Message(text=lines(told_so, "\n" + say(language, "find-newest"), shown))


def agreed(chat: Chat, outcome: Followed) -> Message:
    """Tells a reader that what they wished for comes from now on."""
    text = told(chat.language, "follow-agreed", name=called(chat.language, outcome.category))
    return Message(text=text, keyboard=((boards.mine(chat),),))
