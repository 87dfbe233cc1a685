"""The list of sources and the card of a feed, as admins see them."""

from collections.abc import Collection, Sequence

from bot.chat.desk import figures
from bot.chat.finds import newest, reason
from bot.chat.pager import pager
from bot.chat.request import Request, data
from bot.chat.services import Services
from bot.chat.words import BETWEEN, echoed, lines, titled, told
from bot.core.naming import written
from bot.core.source_state import Outcome
from bot.delivery.length import shorten
from bot.follow.listing import Imported, Trial
from bot.follow.looking import FoundFeed, Nothing, host_of
from bot.logs import hide_secrets
from bot.markup import Button, Keyboard, Message, Text, bold
from bot.store.feeds import StoredFeed
from bot.texts import say

ROWS = 6
TITLE_UNITS = 40
ADDRESS_UNITS = 300
MOST_NAMED = 5
"""Bad addresses of a list told by name."""


def sign(feed: StoredFeed) -> str:
    """Tells how a feed is in one sign."""
    state = feed.state
    if state.gone:
        return "✖️"
    if state.paused:
        return "🕓" if feed.is_pending else "⏸"
    if state.failures:
        return "⚠️"
    return "✅" if state.read_at else "🕓"


def health(request: Request, feed: StoredFeed) -> str:
    """Tells how a feed is in words, with the reason where it is not well."""
    lang, state = request.language, feed.state
    if state.gone:
        return say(lang, "shelf-gone")
    if state.paused:
        key = "shelf-pending" if feed.is_pending else _resting(feed) if feed.is_resting else "shelf-paused"
        return say(lang, key)
    if state.failures and state.first_failure_at:
        since = figures.when(request.chat, state.first_failure_at, request.now)
        usual = f"feed-problem-{state.problem or Outcome.UNREACHED}"
        reason = say(lang, state.why.key if state.why else usual)
        return say(lang, "shelf-failing", time=since, reason=reason)
    return say(lang, "shelf-well" if state.read_at else "shelf-unread")


def _resting(feed: StoredFeed) -> str:
    return "shelf-left-out" if feed.is_left_out else "shelf-resting"


def name(feed: StoredFeed) -> str:
    """Gives a feed's title; before it was ever read, its configured category with its host, or its address."""
    place = hide_secrets(feed.place)
    if feed.category and feed.added_by is None:
        place = f"{feed.category[-1]} · {host_of(feed.place) or place}"
    return echoed(shorten(feed.title or place, TITLE_UNITS))


def listed(request: Request, feeds: Sequence[StoredFeed], folders: Collection[str], number: int) -> Message:
    """Shows a page of the feeds, and on the first the folders."""
    lang = request.language
    total = max(1, -(-len(feeds) // ROWS))
    number = min(max(number, 0), total - 1)
    shown = feeds[number * ROWS : (number + 1) * ROWS]
    rows: list[Text | str] = [
        (f"{sign(feed)} ", bold(name(feed)), "\n", "    " + " · ".join(_brief(request, feed))) for feed in shown
    ]
    above = [*folders, ""] if folders and number == 0 else []
    empty = [say(lang, "shelf-empty")] if not feeds else []
    text = titled(say(lang, "shelf-title", count=len(feeds)), *above, *rows, *empty)
    return Message(text=text, keyboard=_list_board(lang, shown, number, total))


def _brief(request: Request, feed: StoredFeed) -> list[str]:
    """Tells of a feed what fits on a line."""
    lang, state = request.language, feed.state
    told_of = [health(request, feed)]
    if state.read_at:
        when = figures.when(request.chat, state.read_at, request.now)
        told_of += [say(lang, "shelf-read", time=when), say(lang, "shelf-weekly", count=round(state.weekly))]
    return told_of


def _list_board(lang: str, shown: Sequence[StoredFeed], number: int, total: int) -> Keyboard:
    rows: list[tuple[Button, ...]] = [
        (Button(label=f"{sign(feed)} {name(feed)}", data=data("src", feed.source_id)),) for feed in shown
    ]
    rows += pager(lang, number, total, lambda to: data("srcs", to))
    return (*rows, (_button(lang, "shelf-import", "srcin"), _button(lang, "shelf-export", "srcout")))


def card(request: Request, services: Services, feed: StoredFeed, readers: int, *below: Text | str) -> Message:
    """Shows all that is known of a feed, and what can be done with it."""
    lang, state = request.language, feed.state
    moved = (
        say(lang, "shelf-moved", address=shorten(hide_secrets(feed.address), ADDRESS_UNITS)) if state.moved_to else None
    )
    category = BETWEEN.join(written(feed.category, lang)) if feed.category else say(lang, "shelf-scattered")
    rows = [
        f"{sign(feed)} {health(request, feed)}",
        shorten(hide_secrets(feed.place), ADDRESS_UNITS),
        moved,
        say(lang, "shelf-category", name=category),
        say(lang, "shelf-readers", count=readers),
        " · ".join(_times(request, feed)),
        say(lang, "shelf-added-by", who=_who(request, services, feed)),
    ]
    text: Text = titled(name(feed), *rows)
    if below:
        text = (*text, "\n\n", *lines(*below))
    return Message(text=text, keyboard=_card_board(lang, feed))


def _times(request: Request, feed: StoredFeed) -> list[str]:
    lang, state = request.language, feed.state
    found = []
    if state.read_at:
        found.append(say(lang, "shelf-read", time=figures.when(request.chat, state.read_at, request.now)))
        found.append(say(lang, "shelf-weekly", count=round(state.weekly)))
    if not (state.paused or state.gone):
        due = figures.when(request.chat, state.next_check_at, request.now)
        found.append(say(lang, "shelf-soon" if state.next_check_at <= request.now else "shelf-next", time=due))
    return found


def _who(request: Request, services: Services, feed: StoredFeed) -> str:
    if feed.added_by is None:
        return say(request.language, "shelf-configured")
    if feed.added_by == request.person_id:
        return say(request.language, "desk-you")
    return services.names.get(feed.added_by) or str(feed.added_by)


def _card_board(lang: str, feed: StoredFeed) -> Keyboard:
    is_left_alone = feed.state.paused or feed.state.gone
    key, action = ("shelf-resume", "srcgo") if is_left_alone else ("shelf-pause", "srcpause")
    number = feed.source_id
    first = (_button(lang, key, action, number), _button(lang, "shelf-test", "srctest", number))
    if feed.is_pending and feed.added_by:
        wish = (number, feed.added_by, 0)
        first = (_button(lang, "follow-agree", "fwyes", *wish), _button(lang, "follow-refuse", "fwno", *wish))
    return (
        first,
        (_button(lang, "shelf-remove", "srcdrop", number), _button(lang, "button-back", "srcs", 0)),
    )


def asked(request: Request, feed: StoredFeed, readers: int) -> Message:
    """Asks once more before a feed is removed."""
    lang, number = request.language, feed.source_id
    key = "shelf-ask-configured" if feed.added_by is None else "shelf-ask"
    yes, no = _button(lang, "shelf-yes-remove", "srcdropgo", number), _button(lang, "button-back", "src", number)
    return Message(text=told(lang, key, name=name(feed), count=readers), keyboard=((yes, no),))


def tried(request: Request, trial: Trial) -> Text:
    """Tells what came of a fetch."""
    lang, found = request.language, trial.found
    seconds = f"{trial.seconds:.1f}"
    match found:
        case FoundFeed():
            head = say(lang, "shelf-tried", count=found.entries, seconds=seconds)
            return lines(head, newest(found.newest) or None)
        case Nothing():
            return lines(say(lang, "shelf-tried-failed", seconds=seconds), reason(lang, found))
        case _:
            return lines(say(lang, "shelf-tried-page", seconds=seconds))


def brought(language: str, done: Imported) -> Message:
    """Tells what became of a list of feeds."""
    rest = len(done.bad) - MOST_NAMED
    parts = [
        say(language, "shelf-imported", added=done.added, known=done.known),
        say(language, "shelf-bad", count=len(done.bad)) if done.bad else None,
        *(f"  · {echoed(address)}" for address in done.bad[:MOST_NAMED]),
        say(language, "status-more", count=rest) if rest > 0 else None,
        say(language, "shelf-left", count=done.left) if done.left else None,
    ]
    board = ((_button(language, "shelf-open", "srcs", 0),),)
    return Message(text=lines(*parts), keyboard=board)


def _button(language: str, key: str, action: str, *numbers: int) -> Button:
    return Button(label=say(language, key), data=data(action, *numbers))
