"""What was called and how it went: one line per call, and the figures of the report."""

from collections import deque
from dataclasses import dataclass, field

KEPT_LINES = 5_000
MAX_SHOWN = 300


@dataclass(slots=True)
class Transcript:
    """The last calls as text; counters go on when lines are forgotten."""

    lines: deque[tuple[str, str, str, str]] = field(default_factory=lambda: deque(maxlen=KEPT_LINES))
    calls: int = 0
    by_method: dict[str, int] = field(default_factory=dict)

    def note(self, method: str, chat_id: str, text: str, error: str) -> None:
        self.calls += 1
        self.by_method[method] = self.by_method.get(method, 0) + 1
        self.lines.append((method, chat_id, text, error))

    def text(self) -> str:
        return "".join(f"{_line(*line)}\n" for line in self.lines)

    def clear(self) -> None:
        self.lines.clear()
        self.by_method.clear()
        self.calls = 0


def _line(method: str, chat_id: str, text: str, error: str) -> str:
    shown = text.replace("\n", "⏎")[:MAX_SHOWN]
    return " ".join(part for part in (method, chat_id, shown, f"→ {error}" if error else "→ ok") if part)
