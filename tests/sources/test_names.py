import asyncio
import socket
import threading

import pytest

from bot.sources import names
from bot.sources.names import SystemNames


async def test_the_system_is_asked_for_every_address_of_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(host: str, port: None, *, type: int, flags: int) -> list[tuple[object, ...]]:  # noqa: A002 - the standard name
        assert (host, port, type, flags) == ("news.example", None, socket.SOCK_STREAM, socket.AI_ADDRCONFIG)
        return [(2, 1, 6, "", ("1.1.1.1", 0)), (2, 1, 6, "", ("1.1.1.1", 0)), (10, 1, 6, "", ("fe80::1%lo", 0, 0, 1))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    assert await SystemNames().addresses("news.example") == ("1.1.1.1", "fe80::1%lo")


async def test_silent_name_servers_leave_the_threads_of_other_work_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    monkeypatch.setattr(names, "_addresses", lambda _host: gate.wait() and ())
    system = SystemNames()
    silent = [asyncio.create_task(system.addresses(f"{number}.example")) for number in range(100)]
    await asyncio.sleep(0)
    assert await asyncio.to_thread(lambda: "summarised") == "summarised"
    assert not any(task.done() for task in silent)
    gate.set()
    assert set(await asyncio.gather(*silent)) == {()}
