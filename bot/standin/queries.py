"""Taps and inline queries: each answered once and in time, else reported."""

from collections import OrderedDict
from dataclasses import dataclass, field

from bot.standin.errors import bad
from bot.standin.wire import Json

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
SECONDS_TO_ANSWER = 30.0
KEPT = 10_000


@dataclass(slots=True, kw_only=True)
class Query:
    """Something a person waits to have answered."""

    id: str
    person: int
    at: float
    chat_id: int = 0
    message_id: int = 0
    text: str = ""
    answer: Json | None = None


@dataclass(slots=True)
class Queries:
    """The callback queries or the inline queries of the world."""

    prefix: str
    asked: OrderedDict[str, Query] = field(default_factory=OrderedDict)
    count: int = 0

    def ask(self, person: int, *, now: float, chat_id: int = 0, message_id: int = 0, text: str = "") -> Query:
        self.count += 1
        number = f"{self.prefix}{self.count}"
        query = Query(id=number, person=person, at=now, chat_id=chat_id, message_id=message_id, text=text)
        self.asked[number] = query
        if len(self.asked) > KEPT:
            self.asked.popitem(last=False)
        return query

    def answer(self, number: str, answer: Json, *, now: float) -> Query:
        """Settles a query; a late or second answer is refused in Telegram's words."""
        query = self.asked.get(number)
        if query is None or query.answer is not None or now - query.at > SECONDS_TO_ANSWER:
            raise bad(TOO_OLD)
        query.answer = answer
        return query

    def unanswered(self) -> list[Query]:
        return [query for query in self.asked.values() if query.answer is None]

    def clear(self) -> None:
        self.asked.clear()
