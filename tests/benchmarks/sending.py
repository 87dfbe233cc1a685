"""How many messages leave in a second: our lean way, python-telegram-bot over our line, and as it comes."""

import asyncio
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.request import HTTPXRequest

from bot.delivery.line import Line
from bot.delivery.outcome import Sent
from bot.delivery.parcel import pack
from bot.delivery.render import html
from bot.delivery.sender import Sender
from bot.delivery.transport import Transport
from bot.delivery.wire import Wire
from bot.markup import Button, Message, bold
from tests.benchmarks.figures import Figure

TOKEN = "555555555:benchmarks-need-no-real-token"
SENDERS = 64
ROUNDS = 3
TEXT = "今年前三季度，全市新开工保障房三万套。"
MESSAGE = Message(
    text=(bold(TEXT), "\n\n", TEXT * 30),
    keyboard=((Button(label="全文", data="v1:full:7:1"), Button(label="原文", url="https://example.com/1")),),
)

Send = Callable[[int], Awaitable[object]]
Way = Callable[[str, int], Coroutine[None, None, tuple[float, float]]]


def figures() -> list[Figure]:
    """Sends to a local server by each way in turn, several times; the middle of each is told."""
    with server() as address, one_core():
        measured: dict[str, list[tuple[float, float]]] = {name: [] for name in WAYS}
        for _ in range(ROUNDS):
            for name, (way, count) in WAYS.items():
                measured[name].append(asyncio.run(way(address, count)))
    stock = statistics.median(rate for rate, _ in measured[STOCK])
    return [_figure(name, runs, stock) for name, runs in measured.items()]


def _figure(name: str, runs: list[tuple[float, float]], stock: float) -> Figure:
    rates, costs = zip(*runs, strict=True)
    rate = statistics.median(rates)
    return Figure(
        what=f"messages a second from one core, {name}",
        value=f"{rate:,.0f} [{min(rates):,.0f}-{max(rates):,.0f}]",
        beside=f"{statistics.median(costs):,.0f} µs each; {rate / stock:.1f} × as it comes",
        goal="≥ 1,000" if name == LEAN else "",
    )


async def _lean(address: str, count: int) -> tuple[float, float]:
    parcel = pack(MESSAGE)
    async with Line(connections=SENDERS) as line:
        sender = Sender(Wire(line, f"{address}/bot{TOKEN}"))

        async def send(chat_id: int) -> None:
            assert await sender.deliver(chat_id, parcel) == Sent(4711)

        return await _measured(send, count)


async def _over_our_line(address: str, count: int) -> tuple[float, float]:
    bot = Bot(TOKEN, base_url=f"{address}/bot", request=Transport(Line(connections=SENDERS)))
    return await _by_library(bot, count)


async def _stock(address: str, count: int) -> tuple[float, float]:
    request = HTTPXRequest(connection_pool_size=SENDERS, pool_timeout=60, read_timeout=60, connect_timeout=60)
    return await _by_library(Bot(TOKEN, base_url=f"{address}/bot", request=request), count)


async def _by_library(bot: Bot, count: int) -> tuple[float, float]:
    text = html(MESSAGE.text)
    keyboard = InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton("全文", callback_data="v1:full:7:1"),
                InlineKeyboardButton("原文", "https://example.com"),
            ]
        ]
    )
    preview = LinkPreviewOptions(is_disabled=True)

    async def send(chat_id: int) -> None:
        await bot.send_message(chat_id, text, "HTML", link_preview_options=preview, reply_markup=keyboard)

    try:
        return await _measured(send, count)
    finally:
        await asyncio.gather(*(request.shutdown() for request in bot._request))


async def _measured(send: Send, count: int) -> tuple[float, float]:
    """Gives messages a second and microseconds of processor time a message, connections being open already."""
    await _sent(send, SENDERS * 2)
    begun, used = time.perf_counter(), time.process_time()
    await _sent(send, count)
    return count / (time.perf_counter() - begun), (time.process_time() - used) / count * 1e6


async def _sent(send: Send, count: int) -> None:
    chats = iter(range(1, count + 1))

    async def one_after_the_other() -> None:
        for chat_id in chats:
            await send(chat_id)

    await asyncio.gather(*(one_after_the_other() for _ in range(SENDERS)))


@contextmanager
def server() -> Iterator[str]:
    command = [sys.executable, str(Path(__file__).with_name("answering.py"))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


@contextmanager
def one_core() -> Iterator[None]:
    """Keeps this process on one core within the block, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


LEAN, STOCK = "written once", "python-telegram-bot as it comes"
WAYS: dict[str, tuple[Way, int]] = {
    LEAN: (_lean, 6_000),
    "python-telegram-bot over our line": (_over_our_line, 1_500),
    STOCK: (_stock, 400),
}
