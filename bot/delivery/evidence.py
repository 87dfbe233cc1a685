"""The message that tells why an article's sentences were chosen: each with its place and its reasons."""

from collections.abc import Iterable, Iterator, Mapping

from bot import texts
from bot.core.evidence import Case, Grounds
from bot.delivery import buttons, length
from bot.delivery.sentences import line
from bot.delivery.telling import telling
from bot.markup import Button, Message, Span, Style, Text, bold
from bot.model import Chat, StoredArticle
from summaries import Length, Reason

REASONS: Mapping[Reason, str] = {
    Reason.OPENS: "reason-opens",
    Reason.TITLE: "reason-title",
    Reason.TOPIC: "reason-topic",
    Reason.WORDS: "reason-words",
    Reason.CONCISE: "reason-concise",
    Reason.NEW: "reason-new",
}
"""Every reason has its words in every language."""
SENTENCE_UNITS = 400
_SPARE_UNITS = 300


def evidence(stored: StoredArticle, shown: Length, case: Case, chat: Chat) -> Message:
    """Makes the message from the case for a message of a length; it leads back to what it was opened from."""
    intro = texts.say(chat.language, "evidence-intro", count=len(case.grounds), total=case.total)
    head = (*_heading(stored, case, chat.language), intro, "\n")
    return Message(text=(*head, *_told(case, chat.language, _units(head))), keyboard=_keyboard(stored, shown, chat))


def no_choice(stored: StoredArticle, shown: Length, chat: Chat) -> Message:
    """Says that the article is so short that all of it was told."""
    nothing = Case(grounds=(), total=0)
    text = (*_heading(stored, nothing, chat.language), texts.say(chat.language, "evidence-whole"))
    return Message(text=text, keyboard=_keyboard(stored, shown, chat))


def reasons(found: Iterable[Reason], language: str) -> str:
    """Lists reasons in words."""
    between = texts.say(language, "evidence-between")
    return between.join(texts.say(language, REASONS[reason]) for reason in found)


def _heading(stored: StoredArticle, case: Case, language: str) -> Text:
    """Names the article, unless its heading is one of the sentences to come."""
    heading = telling(stored, Length.LINE, language).heading
    if any(line(found.sentence) == heading for found in case.grounds):
        return ()
    return bold(heading), "\n\n"


def _units(text: Text) -> int:
    return sum(length.units(part if isinstance(part, str) else part.text) for part in text)


def _told(case: Case, language: str, used: int) -> Iterator[Span | str]:
    """Tells as many sentences as a message holds, and how many are left out."""
    for told, found in enumerate(case.grounds):
        part = _one(found, language)
        used += _units(part)
        if used > length.UNITS - _SPARE_UNITS:
            yield "\n" + texts.say(language, "evidence-more", count=len(case.grounds) - told)
            return
        yield from part


def _one(found: Grounds, language: str) -> Text:
    if found.paragraph:
        place = texts.say(language, "evidence-place", paragraph=found.paragraph, number=found.number)
    else:
        place = texts.say(language, "evidence-gone")
    notes = " · ".join(filter(None, (place, reasons(found.reasons, language))))
    return Span(length.shorten(line(found.sentence), SENTENCE_UNITS), Style.QUOTE), "\n", notes, "\n"


def _keyboard(stored: StoredArticle, shown: Length, chat: Chat) -> tuple[tuple[Button, ...], ...]:
    back = buttons.back if chat.length is shown else buttons.back_to_summary
    language = chat.language
    return buttons.rows([back(stored, language), buttons.full(stored, language), *buttons.original(stored, language)])
