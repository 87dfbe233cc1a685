"""What the stand-in's tests share: a clock one can turn, the Bot API's list, a raw caller."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram.ext import Application

from bot.standin import Standin, World

SPEC = Path(__file__).parents[2] / "../shared/data/bot-api-spec.json"
Json = dict[str, Any]


@dataclass(slots=True)
class Clock:
    """Seconds since 1970, standing still until a test turns it."""

    at: float = 1_780_000_000.0

    def __call__(self) -> float:
        return self.at

    def turn(self, seconds: float) -> None:
        self.at += seconds


@dataclass(slots=True, kw_only=True)
class Place:
    """A running stand-in and a raw way to call it."""

    standin: Standin
    address: str
    http: aiohttp.ClientSession
    clock: Clock = field(default_factory=Clock)

    @property
    def api(self) -> str:
        return f"{self.address}/bot{self.standin.token}"

    async def call(self, method: str, **params: object) -> Json:
        """The whole answer to one JSON call."""
        async with self.http.post(f"{self.api}/{method}", json=params) as answer:
            body: Json = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body

    async def ok(self, method: str, **params: object) -> Any:  # noqa: ANN401 - whatever the method gives
        body = await self.call(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, **params: object) -> str:
        body = await self.call(method, **params)
        assert not body["ok"], body
        return str(body["description"])

    async def updates(self, **params: object) -> list[Json]:
        result: list[Json] = await self.ok("getUpdates", **params)
        return result

    async def sim(self, deed: str, **wish: object) -> Json:
        """One wish at the control API."""
        async with self.http.post(f"{self.address}/sim/{deed}", json=wish) as answer:
            body: Json = await answer.json()
            return {**body, "status": answer.status}

    async def see(self, what: str) -> Any:  # noqa: ANN401 - whatever there is to see
        async with self.http.get(f"{self.address}/sim/{what}") as answer:
            return await (answer.json() if answer.content_type == "application/json" else answer.text())


Opening = Callable[..., Awaitable[Place]]


@pytest.fixture
async def open_place() -> AsyncIterator[Opening]:
    """Opens stand-ins for one test; at its end the Bot API's list must have had nothing to say."""
    async with AsyncExitStack() as stack:
        places: list[Place] = []

        async def open_it(*, world: World | None = None, complaining: bool = False, **options: Any) -> Place:  # noqa: ANN401 - what it passes on
            clock = Clock()
            options.setdefault("spec", SPEC if SPEC.exists() else None)
            standin = Standin(world=world, clock=clock, **options)
            address = await stack.enter_async_context(standin.running())
            http = await stack.enter_async_context(aiohttp.ClientSession())
            place = Place(standin=standin, address=address, http=http, clock=clock)
            if not complaining:
                places.append(place)
            return place

        yield open_it
        for place in places:
            assert place.standin.complaints == []


@pytest.fixture
async def place(open_place: Opening) -> Place:
    """A stand-in with two readers, who have written to the bot before, and a group."""
    world = World()
    first, second = world.add_person("小林", username="xiaolin"), world.add_person("Emma", language_code="en")
    world.add_group("晨读小组", [first, second])
    return await open_place(world=world)


@pytest.fixture
def reader() -> int:
    return 1_001


@pytest.fixture
def emma() -> int:
    return 1_002


@pytest.fixture
def group() -> int:
    return -1_001_000_000_001


Bot = Application[Any, Any, Any, Any, Any, Any]


@pytest.fixture
def application(place: Place) -> Bot:
    """The real python-telegram-bot pointed at the stand-in."""
    builder = Application.builder().token(place.standin.token)
    return builder.base_url(f"{place.address}/bot").base_file_url(f"{place.address}/file/bot").build()
