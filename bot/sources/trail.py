"""The way of one fetch from place to place: what is visited next, and what may be told there."""

from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Self

from bot.sources.fetching import Failed, Kind, Reason, Refused, Request
from bot.sources.places import Bounds, Place, next_place, read_place

MOST_REDIRECTS = 5
_FOR_GOOD = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
MOVES = _FOR_GOOD | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """How far a fetch has come."""

    place: Place
    start: Place
    seen: tuple[str, ...]
    is_opened: bool
    """True at a place of the operator's own network, and only if all before were."""
    is_for_good: bool = True

    @property
    def is_home(self) -> bool:
        """Tells whether secrets meant for the start may be told here."""
        return self.place.origin == self.start.origin

    @property
    def permanent(self) -> str | None:
        """The address that stands for the start from now on, where every move was for good."""
        return str(self.place) if self.is_for_good and len(self.seen) > 1 else None

    def to(self, place: Place, status: int, *, is_opened: bool) -> Self:
        """Goes on."""
        return replace(
            self,
            place=place,
            seen=(*self.seen, str(place)),
            is_opened=is_opened,
            is_for_good=self.is_for_good and status in _FOR_GOOD,
        )


def begin(request: Request, bounds: Bounds) -> Trail | Refused:
    """Decides whether to go where a request wants to."""
    place = read_place(request.url)
    if not isinstance(place, Place):
        return Refused(reason=place, url=shown(request.url))
    is_opened = request.is_configured and bounds.opens(place)
    objection = None if is_opened else bounds.objection(place)
    if place.login and not request.is_configured:
        objection = Reason.LOGIN
    if objection:
        return Refused(reason=objection, url=str(place))
    return Trail(place=place, start=place, seen=(str(place),), is_opened=is_opened)


def onward(trail: Trail, status: int, location: bytes, bounds: Bounds) -> Trail | Refused | Failed:
    """Decides whether to go where an answer sends us; a place outside never leads to one the operator opened."""
    place = next_place(location, trail.place)
    if not isinstance(place, Place):
        return Refused(reason=place, url=shown(location.decode("latin-1")), is_redirect=True)
    is_opened = trail.is_opened and bounds.opens(place)
    objection = None if is_opened else bounds.objection(place)
    if objection:
        return Refused(reason=objection, url=str(place), is_redirect=True)
    if len(trail.seen) > MOST_REDIRECTS or str(place) in trail.seen:
        return Failed(kind=Kind.REDIRECTS, url=str(trail.place), status=status)
    return trail.to(place, status, is_opened=is_opened)


def shown(text: str) -> str:
    """Makes an address that could not be read fit to be shown: short, and without what may be a name and a password."""
    scheme, mark, rest = text.strip()[:2000].rpartition("//")
    return "".join(char if char.isprintable() else "?" for char in (scheme + mark + rest.rpartition("@")[2])[:200])
