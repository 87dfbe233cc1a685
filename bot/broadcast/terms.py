"""What the operator allows the admins, and how fast messages go at present."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta

SLOW = 30.0


def _as_telegram_grants(_paid: bool) -> float:  # noqa: FBT001 - a rate is asked for by position
    return SLOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The rules of broadcasting; built once, when the bot starts."""

    admins: Collection[int] = ()
    second_admin_above: int | None = None
    """Broadcasts to more readers need a second admin."""
    undo: timedelta = timedelta(seconds=30)
    paid_per_second: float = 0
    """0: nothing is paid for."""
    rate: Callable[[bool], float] = _as_telegram_grants
    """Messages a second that go out now, free or paid."""
