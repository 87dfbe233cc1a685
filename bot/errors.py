"""The errors Jianbao raises; each names its subject and can be told to a person in one sentence."""

from enum import StrEnum


class JianbaoError(Exception):
    """Something a person can mend: `subject` is what it is about, `advice` what to do."""

    exit_status = 1

    def __init__(self, message: str, *, subject: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.subject = subject
        self.advice = advice

    def __str__(self) -> str:
        said = super().__str__()
        return f"{said} {self.advice}" if self.advice else said


class ConfigError(JianbaoError):
    """The configuration cannot be used; `problems` tells every mistake with its place."""

    exit_status = 2

    def __init__(self, message: str, *, subject: str = "", advice: str = "", problems: tuple[str, ...] = ()) -> None:
        super().__init__(message, subject=subject, advice=advice)
        self.problems = problems


class SourceError(JianbaoError):
    """A source cannot be read."""


class UnreadablePostError(SourceError):
    """One post cannot be read; the others go on."""


class NoFeed(StrEnum):
    """What a document is that cannot be read as a feed or a list of feeds."""

    LONG = "long"
    EMPTY = "empty"
    PAGE = "page"
    OTHER_XML = "other-xml"
    BROKEN_XML = "broken-xml"
    OTHER_JSON = "other-json"
    BROKEN_JSON = "broken-json"
    LIST = "list"
    """A list of feeds where a feed is wanted."""
    NO_LIST = "no-list"
    UNKNOWN = "unknown"

    @property
    def key(self) -> str:
        """Names the sentence that tells people."""
        return f"feed-failed-{self}"


class FeedError(SourceError):
    """A document is no feed we can read, or no list of feeds; `why` is for those who read another language."""

    def __init__(self, message: str, *, why: NoFeed, subject: str = "", advice: str = "") -> None:
        super().__init__(message, subject=subject, advice=advice)
        self.why = why


class StoreError(JianbaoError):
    """The database cannot be opened or written."""


class TelegramError(JianbaoError):
    """Telegram cannot be reached or refuses the bot."""
