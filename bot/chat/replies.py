"""The answers: what is said to each outcome, and the buttons under it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.chat import boards
from bot.chat.request import Request, data
from bot.chat.sample import sample
from bot.chat.words import called, echoed, lines, message, names, path, titled, told
from bot.core import tree
from bot.core.wants import Wish
from bot.markup import Button, Message, Text, runs
from bot.model import Category, ChatState
from bot.subscriptions import Added, Shelf
from bot.texts import say
from summaries import Length

LENGTH_NAMES: Mapping[Length, str] = {
    Length.LINE: "length-line",
    Length.STANDARD: "length-standard",
    Length.DETAILED: "length-detailed",
}
_LENGTHS_ABOUT: Mapping[Length, str] = {
    Length.LINE: "length-about-line",
    Length.STANDARD: "length-about-standard",
    Length.DETAILED: "length-about-detailed",
}


def welcome(request: Request, shelf: Shelf, *, resumed: bool) -> Message:
    """Greets and shows the top of the tree; where the news is paused, says so and offers to go on."""
    lang = request.language
    title = say(lang, "welcome-title" if request.is_private else "welcome-title-group")
    pick = say(lang, "welcome-pick" if shelf.categories else "welcome-preparing")
    is_paused = request.chat.state is ChatState.PAUSED and not resumed
    paused = told(lang, "mine-paused") if is_paused else told(lang, "welcome-back") if resumed else None
    keyboard = boards.category_tree(tree.page(shelf.categories, shelf.chosen, 0, 0), lang)
    return Message(
        text=titled(title, paused, say(lang, "welcome-body") + "\n", pick),
        keyboard=((boards.resume(lang),), *keyboard) if is_paused else keyboard,
    )


def category_tree(request: Request, shelf: Shelf, parent_id: int, number: int) -> Message:
    """Shows one page of the tree."""
    lang = request.language
    page = tree.page(shelf.categories, shelf.chosen, parent_id, number)
    if not shelf.categories:
        return Message(text=told(lang, "tree-empty"), keyboard=boards.category_tree(page, lang))
    hint = "tree-hint" if any(row.has_children for row in page.rows) else "tree-hint-flat"
    title = path(lang, page.parent) if page.parent else say(lang, "tree-title")
    return Message(text=titled(title, say(lang, hint)), keyboard=boards.category_tree(page, lang))


def mine(request: Request, shelf: Shelf, number: int, standing: Sequence[int] = ()) -> Message:
    """Shows what the chat subscribes to; when that is nothing, what there is. A page shown before stays `standing`."""
    lang = request.language
    title = say(lang, "mine-title" if request.is_private else "mine-title-group")
    is_paused = request.chat.state is ChatState.PAUSED
    paused = told(lang, "mine-paused") if is_paused else None
    count = len(shelf.own())
    told_of = told(lang, "mine-count", count=count) if count else say(lang, "mine-empty")
    if count or standing:
        keyboard = boards.own(shelf, lang, number, standing)
    else:
        keyboard = boards.category_tree(tree.page(shelf.categories, shelf.chosen, 0, 0), lang)
    if count and is_paused:
        keyboard = ((boards.resume(lang),), *keyboard)
    return Message(text=titled(title, paused, told_of), keyboard=keyboard)


def subscribed(request: Request, added: Added) -> Message:
    """Tells what is new, what was there before, and what a category above brings already."""
    lang = request.language
    every = (*added.new, *added.known, *(category for category, _ in added.covered))
    text = lines(
        told(lang, "welcome-back") if added.resumed else None,
        told(lang, "subscribed", names=names(lang, added.new)) if added.new else None,
        told(lang, "subscribed-before", names=names(lang, added.known)) if added.known else None,
        *(
            told(lang, "subscribed-covered", above=path(lang, above), name=path(lang, category))
            for category, above in added.covered
        ),
    )
    return Message(text=text, keyboard=((*boards.latest(lang, every), boards.mine(request.chat)),))


def begun(request: Request, added: Added) -> str:
    """Tells in a line that fades what became of the wish for one category."""
    lang = request.language
    for category, above in added.covered:
        return say(lang, "toast-covered", above=called(lang, above), name=called(lang, category))
    key = "toast-subscribed-resumed" if added.resumed else "toast-subscribed"
    return say(lang, key, name=called(lang, (*added.new, *added.known)[0]))


def unsubscribed(request: Request, ended: tuple[Category, ...], shelf: Shelf) -> Message:
    """Tells what ended, and what still comes from above; offers to take it back."""
    lang = request.language
    still = [(category, above) for category in ended if (above := shelf.covering(category))]
    text = lines(
        told(lang, "unsubscribed", names=names(lang, ended)),
        *(
            told(lang, "unsubscribed-still", above=path(lang, above), name=path(lang, category))
            for category, above in still
        ),
    )
    return Message(text=text, keyboard=boards.undo("add", ended, request.chat))


def covered(request: Request, category: Category, above: Category) -> Message:
    """Says which subscription brings a category, and offers to end that one with any of the category's own."""
    lang = request.language
    label = say(lang, "button-unsubscribe", name=path(lang, above))
    end = Button(label=label, data=data("drop", above.id, category.id))
    keep = Button(label=say(lang, "button-keep"), data=data("keep", above.id))
    return Message(
        text=told(lang, "muted-above", above=path(lang, above), name=path(lang, category)), keyboard=((end, keep),)
    )


def kept(request: Request, category: Category) -> Message:
    """Says that all stays as it is."""
    return message(request.language, "kept", name=path(request.language, category))


def not_subscribed(request: Request, categories: tuple[Category, ...]) -> Message:
    """Says that there was nothing to end, and offers to begin."""
    lang = request.language
    text = told(lang, "not-subscribed", names=names(lang, categories))
    return Message(text=text, keyboard=((boards.mine(request.chat), boards.categories(lang)),))


def nothing_new(request: Request, chosen: Sequence[Category]) -> Message:
    """Says that there is no article yet."""
    lang = request.language
    text = told(lang, "latest-none-in", names=names(lang, chosen)) if chosen else told(lang, "latest-none")
    return Message(text=text, keyboard=((boards.categories(lang),),))


def nothing_older(request: Request) -> Message:
    """Says that no article came before."""
    return message(request.language, "latest-no-older")


def unclear(request: Request, wish: Wish, action: str = "add") -> Message:
    """Says which name was not understood, and offers what comes near."""
    key = "category-several" if wish.ambiguous else "category-near" if wish.near else "category-unknown"
    text = told(request.language, key, name=echoed(wish.unknown))
    return Message(text=text, keyboard=boards.suggestions(wish.near, request.language, action))


def understood(request: Request, named: tuple[Category, ...], shelf: Shelf) -> Message:
    """Offers what can be done with the categories a person named."""
    lang = request.language
    rows = [boards.offer("drop" if category.id in shelf.chosen else "add", category, lang) for category in named]
    keyboard = (*((button,) for button in rows), (*boards.latest(lang, named), boards.categories(lang)))
    return Message(text=told(lang, "category-about", names=names(lang, named)), keyboard=keyboard)


def hint(request: Request, *parts: Text | str, near: tuple[Category, ...] = ()) -> Message:
    """Says something and offers what comes near, and the whole tree."""
    return Message(text=lines(*parts), keyboard=boards.suggestions(near, request.language))


def lengths(request: Request) -> Message:
    """Offers the lengths of news, and shows an article as the chat gets it now."""
    lang = request.language
    names = {length: say(lang, key) for length, key in LENGTH_NAMES.items()}
    about = (told(lang, _LENGTHS_ABOUT[length], name=name) for length, name in names.items())
    text = titled(say(lang, "length-ask"), *about, "\n" + say(lang, "length-sample") + "\n")
    shown = sample(request.chat, now=request.now)
    return Message(text=(*text, "\n", *shown), keyboard=boards.lengths(names, request.chat.length))


def chosen_from(request: Request, offered: Message) -> Message:
    """Shows what can be chosen; says before it that what a person named is not among it."""
    if not request.args:
        return offered
    unknown = told(request.language, "choice-unknown", name=echoed(request.args))
    return replace(offered, text=(*unknown, "\n\n", *runs(offered.text)))


def with_row(shown: Message, row: tuple[Button, ...]) -> Message:
    """Puts a row of buttons under the others, if there are any in it."""
    return replace(shown, keyboard=(*shown.keyboard, row)) if row else shown
