"""The buttons under an article, and how they stand in rows."""

from collections.abc import Sequence

from bot import texts
from bot.delivery.links import safe_link
from bot.markup import Button, Keyboard
from bot.model import StoredArticle
from summaries import Length

MOST_IN_ROW = 3
"""More words in a row would be cut on a phone."""
MUTE = "v1:mute:"
"""What the data of the button begin with that ends a subscription."""
LENGTHS = tuple(Length)
"""A button tells a length by its place here."""


def rows(buttons: Sequence[Button]) -> Keyboard:
    """Puts up to three buttons into one row, more into two rows of about the same length."""
    if len(buttons) <= MOST_IN_ROW:
        return (tuple(buttons),)
    first = -(-len(buttons) // 2)
    return tuple(buttons[:first]), tuple(buttons[first:])


def summary(stored: StoredArticle, language: str) -> Button:
    return Button(label=texts.say(language, "news-summary-button"), data=f"v1:unfold:{stored.id}")


def full(stored: StoredArticle, language: str) -> Button:
    return Button(label=texts.say(language, "news-full-button"), data=f"v1:full:{stored.id}:1")


def evidence(stored: StoredArticle, language: str, shown: Length) -> Button:
    """Asks why the sentences of a message of this length were chosen."""
    label = texts.say(language, "news-evidence-button")
    return Button(label=label, data=f"v1:why:{stored.id}:{LENGTHS.index(shown)}")


def original(stored: StoredArticle, language: str) -> list[Button]:
    link = safe_link(stored.article.link)
    return [Button(label=texts.say(language, "news-original-button"), url=link)] if link else []


def mute(stored: StoredArticle, language: str) -> Button:
    return Button(label=texts.say(language, "news-mute-button"), data=f"{MUTE}{stored.category_id}:{stored.id}")


def back(stored: StoredArticle, language: str) -> Button:
    """Leads back to the message as its chat wants it."""
    return Button(label=texts.say(language, "news-back-button"), data=f"v1:news:{stored.id}")


def back_to_summary(stored: StoredArticle, language: str) -> Button:
    return Button(label=texts.say(language, "news-back-button"), data=f"v1:unfold:{stored.id}")


def pages(stored: StoredArticle, number: int, count: int, language: str) -> Keyboard:
    """Turns the pages of a full text, and closes it."""

    def turn(label: str, page: int) -> Button:
        return Button(label=label, data=f"v1:full:{stored.id}:{page}")

    place = turn(texts.say(language, "news-page-button", page=number, pages=count), number)
    before = [turn("\u2039", number - 1)] if number > 1 else []
    after = [turn("\u203a", number + 1)] if number < count else []
    turning = ((*before, place, *after),) if count > 1 else ()
    return (*turning, (back(stored, language), *original(stored, language)))
