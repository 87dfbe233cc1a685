"""Asks the system for the addresses of a name, on threads of its own: a silent name server holds up no other work."""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Protocol

THREADS = 16


class Names(Protocol):
    """Whoever knows the addresses of names."""

    async def addresses(self, host: str) -> tuple[str, ...]:
        """Gives all addresses of a name; raises OSError when there are none."""
        ...


@dataclass(frozen=True, slots=True)
class SystemNames:
    """The resolver of the machine."""

    _threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(THREADS, thread_name_prefix="names")
    )

    async def addresses(self, host: str) -> tuple[str, ...]:
        return await asyncio.get_running_loop().run_in_executor(self._threads, _addresses, host)


def _addresses(host: str) -> tuple[str, ...]:
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))
