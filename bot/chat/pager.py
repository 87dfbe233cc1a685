"""The row of buttons that turns the pages of a list."""

from collections.abc import Callable

from bot.markup import Button, Keyboard
from bot.texts import say


def pager(language: str, number: int, total: int, to: Callable[[int], str]) -> Keyboard:
    """Offers the pages before and after one (from 0), where there are any; `to` gives the data that asks for a page."""
    if total == 1:
        return ()
    before = Button(label=say(language, "button-previous"), data=to(number - 1))
    place = Button(label=f"{number + 1}/{total}", data=to(number))
    after = Button(label=say(language, "button-next"), data=to(number + 1))
    return ((*((before,) if number else ()), place, *((after,) if number + 1 < total else ())),)
