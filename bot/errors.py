"""The errors Jianbao raises; each names its subject and can be told to a person in one sentence."""


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


class FeedError(SourceError):
    """A document is no feed we can read."""


class StoreError(JianbaoError):
    """The database cannot be opened or written."""


class TelegramError(JianbaoError):
    """Telegram cannot be reached or refuses the bot."""
