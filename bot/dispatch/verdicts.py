"""Decides what becomes of a delivery after each try, and lets the pace learn from it."""

import logging
from collections import Counter
from datetime import datetime, timedelta
from enum import Enum

from bot.delivery.outcome import ChatGone, Later, Moved, Muted, Outcome, Rejected, Sent, Trouble
from bot.delivery.pace import Pace
from bot.dispatch import muting
from bot.dispatch.patience import Complaints
from bot.model import Delivery, DeliveryState, Settlement

MOST_BACKOFF_SECONDS = 600.0
MOST_SERVER_ERRORS = 8
"""So often one delivery may fail at Telegram while others arrive."""

log = logging.getLogger(__name__)


class Unsent(Enum):
    """Why nothing was sent to Telegram at all."""

    UNWANTED = "no longer wanted"


class Verdicts:
    """Turns outcomes into settlements."""

    def __init__(self, pace: Pace, complaints: Complaints) -> None:
        self._pace = pace
        self._complaints = complaints
        self._failures: Counter[int] = Counter()

    def of(self, delivery: Delivery, outcome: Outcome | Unsent, *, now: float, moment: datetime) -> Settlement:
        """Gives what to write down; `now` is the pace's clock, `moment` the store's."""
        seconds = self._learn(delivery, outcome, now)
        match outcome:
            case Sent(message_id):
                made = Settlement(delivery=delivery, state=DeliveryState.SENT, message_id=message_id)
            case Rejected(reason):
                made = Settlement(delivery=delivery, state=DeliveryState.FAILED, reason=reason)
            case ChatGone(_, reason):
                made = Settlement(delivery=delivery, state=DeliveryState.GONE, reason=reason)
            case Muted(reason):
                made = self._muted(delivery, reason, moment)
            case Moved():
                made = Settlement(delivery=delivery, state=DeliveryState.DUE, until=moment)
            case Unsent():
                made = Settlement(delivery=delivery, state=DeliveryState.DROPPED, reason=outcome.value)
            case Later() if why := self._given_up(delivery, outcome):
                made = Settlement(delivery=delivery, state=DeliveryState.FAILED, reason=why)
            case Later():
                until = moment + timedelta(seconds=seconds)
                return Settlement(delivery=delivery, state=DeliveryState.DUE, until=until, uncertain=outcome.uncertain)
        self._failures.pop(delivery.id, None)
        return made

    def _muted(self, delivery: Delivery, reason: str, moment: datetime) -> Settlement:
        wait = muting.rest(delivery.chat.muted_since, moment)
        if wait is None:
            return Settlement(delivery=delivery, state=DeliveryState.GONE, reason=reason)
        log.info("A chat lets the bot write nothing at present; its news waits: %s", reason)
        return Settlement(delivery=delivery, state=DeliveryState.DUE, until=moment + wait)

    def _learn(self, delivery: Delivery, outcome: Outcome | Unsent, now: float) -> float:
        """Tells the pace what happened; gives how many seconds the delivery has to wait if it is to be tried again."""
        if isinstance(outcome, Unsent):
            return 0.0
        if not isinstance(outcome, Later):
            self._pace.arrived(delivery.chat_id, now)
            self._complaints.recovered("telegram", "Telegram takes messages again")
            return 0.0
        if outcome.reason is Trouble.FLOOD:
            log.info("Telegram asks a chat's messages to wait: %.0f s", outcome.seconds)
            return self._pace.flooded(delivery.chat_id, outcome.seconds, now) - now
        everywhere = outcome.reason in {Trouble.UNREACHABLE, Trouble.REFUSED}
        self._pace.stumbled(delivery.chat_id, now, everywhere=everywhere)
        self._failures[delivery.id] += 1
        complaint = f"Telegram does not take messages ({outcome.reason}); what is due waits"
        self._complaints.complain("telegram", complaint)
        seconds = outcome.seconds or min(MOST_BACKOFF_SECONDS, 2.0 ** self._failures[delivery.id])
        seconds = min(seconds, 2.0) if everywhere else seconds  # the pace holds all of them already
        self._pace.rest(delivery.chat_id, now + seconds)
        return seconds

    def _given_up(self, delivery: Delivery, outcome: Later) -> str:
        """Tells why a delivery is not tried again; news that waits too long expires by itself."""
        if outcome.uncertain and delivery.uncertain and (self._pace.is_well or outcome.reason is Trouble.LOST):
            return "unknown"  # a gateway that fails for all has most probably let nothing through
        is_hopeless = outcome.reason is Trouble.SERVER and self._failures[delivery.id] >= MOST_SERVER_ERRORS
        return str(outcome.reason) if is_hopeless and self._pace.is_well else ""
