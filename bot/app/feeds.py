"""Builds what asks the web: the door, the poller and its loop."""

from collections.abc import Callable
from datetime import datetime

from bot.config import Config
from bot.core.sorting import Rule
from bot.dispatch import Dispatch
from bot.errors import ConfigError
from bot.follow.adding import Following
from bot.follow.looks import Looks
from bot.notices import Notices
from bot.poll import Poller
from bot.polls import Polls
from bot.sources.domains import Domains
from bot.sources.http import Ways, Web, agent
from bot.sources.places import Bounds, Opened, Place, read_place
from bot.store import Store
from bot.telling import Telling


def telling(config: Config, store: Store, dispatch: Dispatch) -> Telling:
    """Builds what hears of news and of how feeds are."""
    notices = Notices(store, admins=config.admins)
    return Telling(article=dispatch.announce, digest=dispatch.announce_together, notice=notices.letters)


def web(config: Config, clock: Callable[[], datetime]) -> Web:
    """Builds the one door to the outside."""
    return Web(
        domains=Domains(clock),
        bounds=bounds(config),
        ways=Ways(proxy=config.fetching.proxy),
        agent=agent(config.fetching.contact),
    )


def bounds(config: Config) -> Bounds:
    """Gives what may be fetched beside the open internet."""
    try:
        opened = tuple(map(Opened.read, config.fetching.own_network))
    except ValueError as error:
        raise ConfigError(str(error), subject="fetching.own_network") from error
    return Bounds(ports=frozenset(config.fetching.ports), opened=opened)


def following(config: Config, web: Web, polls: Polls) -> Following:
    """Builds what readers may do with addresses of their own."""
    return Following(looks=Looks(web), who=config.follow.who, per_reader=config.follow.per_reader, poll_soon=polls.wake)


def polls(config: Config, store: Store, web: Web, telling: Telling, clock: Callable[[], datetime]) -> Polls:
    """Builds the loop over all feeds."""
    rules = [Rule(rule.words, rule.category) for rule in config.rules]
    open_places = bounds(config)

    def is_own(url: str) -> bool:
        place = read_place(url)
        return isinstance(place, Place) and open_places.opens(place)

    poller = Poller(store, web, telling, rules=rules, is_own=is_own)
    return Polls(store, poller, config.feeds, clock=clock, is_own=is_own)
