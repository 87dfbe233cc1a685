"""Troubles to order: errors, floods, waits and lost connections, for the calls they are meant for."""

from dataclasses import dataclass, replace

from bot.standin.errors import ApiError, ControlError, too_many
from bot.standin.wire import Json

KINDS = ("error", "flood", "latency", "drop_before", "drop_after")
DESCRIPTIONS = {
    400: "Bad Request: ordered by the test",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One ordered trouble and the calls it waits for."""

    kind: str
    method: str = ""
    chat_id: int | None = None
    contains: str = ""
    count: int = 1
    status: int = 500
    description: str = ""
    retry_after: int = 1
    seconds: float = 1.0

    def meets(self, method: str, chat_id: str, body: str) -> bool:
        """Whether this call is one it waits for; `getUpdates` only when named."""
        if self.method.lower() != method and (self.method or method == "getupdates"):
            return False
        return (self.chat_id is None or str(self.chat_id) == chat_id) and self.contains in body

    def error(self) -> ApiError:
        if self.kind == "flood":
            return too_many(self.retry_after)
        return ApiError(self.status, self.description or DESCRIPTIONS.get(self.status, "Internal Server Error"))

    def shown(self) -> Json:
        return {name: value for name in self.__slots__ if (value := getattr(self, name)) not in ("", None)}


class Faults:
    """The ordered troubles, each used up call by call."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def order(self, wish: Json) -> Fault:
        unknown = wish.keys() - set(Fault.__slots__)
        if unknown or wish.get("kind") not in KINDS:
            raise ControlError(f"a fault has one of the kinds {', '.join(KINDS)}; not understood: {sorted(unknown)}")
        fault = Fault(**{name: value for name, value in wish.items() if value is not None})
        self.waiting.append(fault)
        return fault

    def take(self, method: str, chat_id: str, body: str) -> Fault | None:
        """The first trouble that meets this call; it is used up by one."""
        for place, fault in enumerate(self.waiting):
            if fault.meets(method, chat_id, body):
                left = replace(fault, count=fault.count - 1)
                self.waiting[place : place + 1] = [left] if left.count > 0 else []
                return fault
        return None

    def clear(self) -> None:
        self.waiting.clear()

    def shown(self) -> list[Json]:
        return [fault.shown() for fault in self.waiting]
