"""What a method is: a function of the simulated Telegram and the call's parameters."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from bot.standin.params import Params
from bot.standin.sim import Sim

Method: TypeAlias = Callable[[Sim, Params], Any | Awaitable[Any]]
