"""The keyboards: category tree, own subscriptions, suggestions."""

from collections.abc import Iterable, Mapping, Sequence

from bot.chat.pager import pager
from bot.chat.request import MOST_BYTES, data
from bot.chat.words import called, number, path
from bot.core import tree
from bot.delivery import buttons
from bot.markup import Button, Keyboard
from bot.model import Category, Chat, ChatKind
from bot.subscriptions import Shelf
from bot.texts import say
from summaries import Length

_SIGNS = {tree.Mark.CHOSEN: "✅ ", tree.Mark.COVERED: "☑️ ", tree.Mark.OPEN: ""}
_OFFERS = {"add": "button-subscribe", "drop": "button-unsubscribe", "latest": "button-latest-of"}


def category_tree(page: tree.Page, language: str) -> Keyboard:
    """Shows one page of the tree: a button to toggle, one to look inside, and the ways around; or one to ask again."""
    parent_id = page.parent.id if page.parent else 0
    rows = [_tree_row(row, page.number, language) for row in page.rows]
    rows += pager(language, page.number, page.total, lambda to: data("tree", parent_id, to))
    if page.back:
        rows.append((Button(label=say(language, "button-back"), data=data("tree", *page.back)),))
    return tuple(rows) or ((categories(language),),)


def own(shelf: Shelf, language: str, number: int, standing: Sequence[int] = ()) -> Keyboard:
    """Shows a page of what a chat subscribes to; a press ends it, and another takes that back.

    `standing` are the categories of a page shown before: each stays where it is, so that no press hits another.
    """
    mine = shelf.own()
    stood = [category for wanted in standing if (category := shelf.get(wanted))]
    total = max(1, -(-len({*mine, *stood}) // tree.ROWS))
    number = min(max(number, 0), total - 1)
    shown = stood or mine[number * tree.ROWS : (number + 1) * tree.ROWS]
    numbers = [category.id for category in shown]
    rows = [(_own_row(category, shelf, language, (number, *numbers)),) for category in shown]
    return (*rows, *pager(language, number, total, lambda to: data("mine", 0, to)), (categories(language),))


def _own_row(category: Category, shelf: Shelf, language: str, page: tuple[int, ...]) -> Button:
    sign, action = ("✖️", "end") if category.id in shelf.chosen else ("↩️", "put")
    whole = data(action, category.id, *page)
    asked = whole if len(whole) <= MOST_BYTES else data(action, category.id, page[0])
    return Button(label=f"{sign} {path(language, category)}", data=asked)


def lengths(names: Mapping[Length, str], chosen: Length) -> Keyboard:
    """Offers the lengths of news side by side; the chosen one has its mark."""
    offered = (
        Button(label=f"{'✅ ' if length is chosen else ''}{name}", data=data("length", buttons.LENGTHS.index(length)))
        for length, name in names.items()
    )
    return (tuple(offered),)


def suggestions(near: Iterable[Category], language: str, action: str = "add") -> Keyboard:
    """Offers to do something with each of some categories, and the whole tree."""
    return (*((offer(action, category, language),) for category in near), (categories(language),))


def offer(action: str, category: Category, language: str) -> Button:
    """Offers to do one thing with one category."""
    return Button(label=say(language, _OFFERS[action], name=path(language, category)), data=data(action, category.id))


def undo(action: str, chosen: Sequence[Category], chat: Chat) -> Keyboard:
    """Offers to take back what was done to one category; of several each is a matter of its own."""
    if len(chosen) != 1:
        return ((mine(chat),),)
    return ((Button(label=say(chat.language, "button-undo"), data=data(action, chosen[0].id)),),)


def categories(language: str) -> Button:
    return Button(label=say(language, "button-categories"), data=data("tree", 0, 0))


def mine(chat: Chat) -> Button:
    key = "button-mine" if chat.kind is ChatKind.PRIVATE else "button-mine-group"
    return Button(label=say(chat.language, key), data=data("mine", 0, 0))


def latest(language: str, named: Sequence[Category]) -> tuple[Button, ...]:
    """Offers the newest of some categories."""
    return _listing(say(language, "button-latest"), "latest", *(category.id for category in named))


def older(language: str, following: Sequence[int]) -> tuple[Button, ...]:
    """Offers what came before an article, of some categories or, with 0 for them, of the chat's own."""
    return _listing(say(language, "button-older"), "older", *following)


def _listing(label: str, action: str, *numbers: int) -> tuple[Button, ...]:
    """Makes a button of as many numbers as it takes; none when there is no room for them."""
    written = data(action, *numbers)
    return (Button(label=label, data=written),) if len(written) <= MOST_BYTES else ()


def resume(language: str) -> Button:
    return Button(label=say(language, "button-resume"), data=data("resume"))


def _tree_row(row: tree.Row, page_number: int, language: str) -> tuple[Button, ...]:
    category = row.category
    count = f" ({number(category.posts)})" if category.posts else ""
    toggle = Button(
        label=f"{_SIGNS[row.mark]}{called(language, category)}{count}", data=data("flip", category.id, page_number)
    )
    inside = Button(label="\u203a", data=data("tree", category.id, 0))
    return (toggle, inside) if row.has_children else (toggle,)
