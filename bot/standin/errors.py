"""What the stand-in answers when a call cannot be carried out: Telegram's own codes and words."""

from dataclasses import dataclass, field

from bot.standin.wire import Json


@dataclass(eq=False)
class ApiError(Exception):
    """A refused call: the status, the description and the parameters of the answer."""

    code: int
    description: str
    parameters: Json = field(default_factory=dict)

    def answer(self) -> Json:
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return {**body, "parameters": self.parameters} if self.parameters else body


class ControlError(Exception):
    """A wish at the control API that cannot be: an unknown chat, a button that is not there."""


def bad(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    return ApiError(409, f"Conflict: {reason}")


def too_many(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def migrated(new_id: int) -> ApiError:
    return ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": new_id})
