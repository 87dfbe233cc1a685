"""An admin at the broadcast desk, with a few readers and the runner that carries broadcasts on."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.broadcast.campaigns import Campaigns
from bot.broadcast.terms import Terms
from bot.chat.desk import card
from bot.core.broadcasts import Version
from bot.delivery.outcome import Outcome, Rejected, Sent
from bot.markup import Message, plain
from bot.model import Chat, ChatKind, DeliveryState, Settlement

ADMIN, SECOND = 1002, 1099
Talk = Any
Shop = Any


@dataclass
class Desk:
    """What happens to broadcasts beside the chat: time passes, messages go out and arrive."""

    shop: Shop
    admin: Talk
    terms: Terms
    cards: list[tuple[int, int, Message]] = field(default_factory=list)
    is_card_gone: bool = False
    renewed: list[tuple[int, int]] = field(default_factory=list)
    """The broadcasts and the chats whose card was sent anew."""

    def __post_init__(self) -> None:
        self.campaigns = Campaigns(
            self.shop.store,
            self.terms,
            clock=lambda: self.now,
            wake=lambda: None,
            write=card.writer(self.shop.store, self.terms),
        )

    @property
    def now(self) -> datetime:
        now: datetime = self.admin.now
        return now

    async def _edit(self, chat_id: int, message_id: int, message: Message) -> Outcome:
        if self.is_card_gone:
            return Rejected("message to edit not found")
        self.cards.append((chat_id, message_id, message))
        return Sent(message_id)

    async def _send(self, broadcast_id: int, chat_id: int, message: Message) -> Outcome:
        self.renewed.append((broadcast_id, chat_id))
        self.cards.append((chat_id, 999, message))
        return Sent(999)

    def passes(self, **time: float) -> None:
        self.admin.now += timedelta(**time)

    async def readers(self, count: int, *, first: int = 5001, language: str = "zh-Hans") -> None:
        for number in range(first, first + count):
            chat = Chat(id=number, kind=ChatKind.PRIVATE, language=language, time_zone="UTC")
            await self.shop.store.chats.add(chat, now=self.now - timedelta(days=1))

    async def tick(self) -> None:
        await self.campaigns.tick()

    async def claim(self, most: int = 1000) -> list[Any]:
        found = await self.shop.store.deliveries.claim(most, now=self.now, lease=timedelta(minutes=1))
        return list(found)

    async def settle(self, claimed: Sequence[Any], state: DeliveryState = DeliveryState.SENT, reason: str = "") -> None:
        done = [
            Settlement(delivery=one, state=state, message_id=100 + one.chat_id % 1000, reason=reason or None)
            for one in claimed
        ]
        await self.shop.store.deliveries.settle(done, now=self.now)

    async def arrive(self, most: int = 1000) -> int:
        """Lets what waits arrive; gives how much it was."""
        claimed = await self.claim(most)
        await self.settle(claimed)
        return len(claimed)

    async def all_arrive(self) -> int:
        count = 0
        while True:
            await self.tick()
            arrived = await self.arrive()
            if not arrived:
                return count
            count += arrived

    async def shown(self) -> str:
        """Gives the words of the card as it was last rewritten."""
        await self.campaigns.show(self._edit, self._send)
        return plain(self.cards[-1][2].text) if self.cards else ""

    async def say(self, said: Version | str, talk: Talk | None = None, **changes: object) -> Any:  # noqa: ANN401 - an Answer
        """Types something with formatting or a picture, or something odd."""
        talk = talk or self.admin
        version = Version(text=said) if isinstance(said, str) else said
        return await talk.say_request(said=version, args=version.text, **changes)


@pytest.fixture
async def desk(shop: Shop, admin: Talk) -> Desk:
    terms = Terms(admins=(ADMIN, SECOND), paid_per_second=1000, rate=lambda paid: 1000.0 if paid else 30.0)
    made = Desk(shop, admin, terms)
    admin.services = replace(shop.services(), terms=terms)
    admin.is_admin = True
    await admin.request()
    return made


@pytest.fixture
def second(admin: Talk) -> Talk:
    """Another admin."""
    return replace(admin, chat_id=SECOND, person_id=SECOND, now=admin.now)
