"""The keyboards of the desk."""

from collections.abc import Collection, Sequence

from bot.broadcast.terms import Terms
from bot.chat.pager import pager
from bot.chat.request import data
from bot.chat.words import called
from bot.core import tree
from bot.core.broadcasts import ENDED, KINDS, Audience, Broadcast, Kind, Progress, State, may_approve
from bot.markup import Button, Keyboard
from bot.model import Chat
from bot.texts import LANGUAGES, NAMES, say

ASKS = ("text", "photo", "buttons", "time", "days", "category")
"""What a draft may await; a button names one by its place. Versions follow, one for each language."""
PHOTO = 9
"""Names the picture among what can be taken out of a draft; 0 are the buttons, and then the languages in order."""
DAYS = (7, 30, 90)
HOURS = (0, 1, 2, 4, 8, 12)
ROWS = 6

Row = tuple[Button, ...]


def button(language: str, key: str, action: str, *numbers: int, sign: str = "") -> Button:
    return Button(label=sign + say(language, key), data=data(action, *numbers))


def ask(draft_id: int, name: str) -> tuple[str, int, int]:
    return "bcask", draft_id, ASKS.index(name)


def card(
    one: Broadcast,
    chat: Chat,
    terms: Terms,
    *,
    can_recall: bool = False,
    can_correct: bool = True,
    progress: Progress | None = None,
) -> Keyboard:
    """Gives the keyboard of a card: what this admin may do with it as it stands."""
    lang, is_own = chat.language, chat.id == one.admin_id
    if one.state is State.DRAFT:
        return _draft(one, lang, terms) if is_own else ()
    rows: list[Row] = []
    if one.state is State.PROPOSED:
        rows = [_proposed(one, chat)]
    elif one.state is State.SCHEDULED:
        rows = [(button(lang, "desk-undo", "bcundo", one.id),)]
    elif one.state in {State.SENDING, State.PAUSED}:
        is_paused = one.state is State.PAUSED
        go = button(lang, "desk-resume" if is_paused else "desk-pause", "bcresume" if is_paused else "bcpause", one.id)
        rows = [(go, button(lang, "desk-cancel", "bcstop", one.id))]
    rows += _afterwards(one, lang, can_recall=can_recall, can_correct=can_correct, progress=progress)
    return tuple(rows) if is_own else (*rows, (button(lang, "desk-refresh", "bc", one.id),))


def _proposed(one: Broadcast, chat: Chat) -> Row:
    lang = chat.language
    if may_approve(one, chat.id):
        return button(lang, "desk-approve", "bcyes", one.id), button(lang, "desk-refuse", "bcnay", one.id)
    return (button(lang, "desk-take-back", "bcundo", one.id),)


def _afterwards(
    one: Broadcast, lang: str, *, can_recall: bool, can_correct: bool, progress: Progress | None
) -> list[Row]:
    """Gives what can be done with what was sent."""
    if one.began_at is None or progress is None:
        return []
    first: list[Button] = []
    is_rewritable = one.kind is Kind.SEND and one.state in ENDED and one.content.article_id is None
    if is_rewritable and can_correct and progress.sent:
        first.append(button(lang, "desk-correct", "bcfix", one.id))
    if can_recall:
        first.append(button(lang, "desk-recall", "bcback", one.id))
    second = [button(lang, "desk-log", "bclog", one.id)]
    if progress.failed or progress.blocked or progress.missed:
        second.insert(0, button(lang, "desk-csv", "bccsv", one.id))
    return [tuple(row) for row in (first, second) if row]


def _draft(one: Broadcast, lang: str, terms: Terms) -> Keyboard:
    if one.awaits:
        return _asking(one, lang)
    if one.content.labelled and one.kind is Kind.SEND:
        return (_end(one, lang),)
    text = button(lang, "desk-text", *ask(one.id, "text"))
    photo = button(lang, "desk-photo", *ask(one.id, "photo"))
    links = button(lang, "desk-buttons", *ask(one.id, "buttons"))
    versions = button(lang, "desk-versions", "bcver", one.id)
    look, dry = button(lang, "desk-preview", "bcview", one.id), button(lang, "desk-dry", "bcdry", one.id)
    if one.kind is Kind.CORRECTION:
        return (text, links, versions), (look, dry), _end(one, lang)
    who, is_article = button(lang, "desk-audience", "bcwho", one.id), one.content.article_id is not None
    return (
        (text, links) if is_article else (text, photo, links),
        (who,) if is_article else (who, versions),  # an article brings its picture, and its words in each language
        _when(one, lang, terms),
        (look, dry),
        _end(one, lang),
    )


def _asking(one: Broadcast, lang: str) -> Keyboard:
    """Gives the way back from a question, and what can be taken away instead of answering it."""
    content = one.content
    if content.is_empty:
        return ((button(lang, "desk-drop", "bcdrop", one.id),),)
    row = [button(lang, "desk-stop-asking", "bcno", one.id)]
    if one.awaits == "photo" and any(version.photo for version in content.versions.values()):
        row.insert(0, button(lang, "desk-remove-photo", "bccut", one.id, PHOTO))
    if one.awaits == "buttons" and content.buttons:
        row.insert(0, button(lang, "desk-remove-buttons", "bccut", one.id, 0))
    return (tuple(row),)


def _when(one: Broadcast, lang: str, terms: Terms) -> Row:
    row = (button(lang, "desk-time", "bcwhen", one.id), button(lang, "desk-spread", "bcspread", one.id))
    if not terms.paid_per_second:
        return row
    return (*row, button(lang, "desk-speed", "bcpaid", one.id, sign="✅ " if one.is_paid else ""))


def _end(one: Broadcast, lang: str) -> Row:
    if one.content.labelled and one.kind is Kind.SEND:
        return button(lang, "headline-send", "bcgo", one.id), button(lang, "headline-cancel", "bcdrop", one.id)
    send = "desk-send-correction" if one.kind is Kind.CORRECTION else "desk-send"
    return button(lang, send, "bcsend", one.id), button(lang, "desk-drop", "bcdrop", one.id)


def back(one: Broadcast, lang: str) -> Row:
    return (button(lang, "button-back", "bc", one.id),)


def asked(one: Broadcast, lang: str, key: str, action: str) -> Keyboard:
    """Asks once more before a deed."""
    return ((button(lang, key, action, one.id), button(lang, "button-back", "bc", one.id)),)


def audience(one: Broadcast, lang: str) -> Keyboard:
    """Offers whom it is for."""
    meant = one.audience
    days = tuple(
        Button(
            label=f"{_tick(meant.active_days == count)}{say(lang, 'desk-days-button', days=count)}",
            data=data("bcdays", one.id, count),
        )
        for count in DAYS
    )
    kinds = tuple(
        button(lang, key, "bckind", one.id, place, sign=_tick(KINDS[place] in meant.kinds))
        for place, key in enumerate(("desk-kind-private", "desk-kind-group", "desk-kind-channel"))
    )
    tongues = tuple(
        Button(label=_tick(name in meant.languages) + NAMES[name], data=data("bclang", one.id, place))
        for place, name in enumerate(LANGUAGES)
    )
    return (
        (button(lang, "desk-everyone", "bcall", one.id, sign=_tick(one.audience == Audience())),),
        (
            button(lang, "desk-categories", "bccat", one.id, 0, 0, sign=_tick(bool(meant.category_ids))),
            button(lang, "desk-type-category", *ask(one.id, "category")),
        ),
        tongues,
        kinds,
        days,
        (button(lang, "desk-other-days", *ask(one.id, "days")),),
        back(one, lang),
    )


def categories(one: Broadcast, page: tree.Page, lang: str, chosen: Collection[int]) -> Keyboard:
    """Shows a page of the category tree to pick from."""
    parent_id = page.parent.id if page.parent else 0
    rows: list[Row] = []
    for row in page.rows:
        found = row.category
        pick = Button(
            label=_tick(found.id in chosen) + called(lang, found), data=data("bcflip", one.id, found.id, page.number)
        )
        inside = Button(label="\u203a", data=data("bccat", one.id, found.id, 0))
        rows.append((pick, inside) if row.has_children else (pick,))
    rows += pager(lang, page.number, page.total, lambda to: data("bccat", one.id, parent_id, to))
    up = data("bccat", one.id, *page.back) if page.back else data("bcwho", one.id)
    return (*rows, (Button(label=say(lang, "button-back"), data=up),))


def versions(one: Broadcast, lang: str) -> Keyboard:
    """Offers a text of its own for each language."""
    rows: list[Row] = []
    for place, name in enumerate(LANGUAGES):
        has = name in one.content.versions
        row = (Button(label=_tick(has) + NAMES[name], data=data("bcask", one.id, len(ASKS) + place)),)
        rows.append((*row, button(lang, "desk-remove", "bccut", one.id, place + 1)) if has else row)
    return (*rows, back(one, lang))


def times(one: Broadcast, lang: str, evening: str, morning: str) -> Keyboard:
    """Offers when it begins; the next evening and morning are told with their days."""
    labels = (say(lang, "desk-at-once"), say(lang, "desk-in-an-hour"), evening, morning)
    quick = [Button(label=label, data=data("bcat", one.id, place)) for place, label in enumerate(labels)]
    typed = button(lang, "desk-type-time", *ask(one.id, "time"))
    return (tuple(quick[:2]), tuple(quick[2:]), (typed,), back(one, lang))


def spreads(one: Broadcast, lang: str) -> Keyboard:
    """Offers over how long it is sent."""
    chosen = round(one.spread.total_seconds() / 3600)
    offered = [
        Button(
            label=_tick(hours == chosen) + say(lang, "desk-spread-hours" if hours else "desk-spread-none", hours=hours),
            data=data("bcover", one.id, hours),
        )
        for hours in HOURS
    ]
    return (tuple(offered[:1]), tuple(offered[1:4]), tuple(offered[4:]), back(one, lang))


def listed(rows: Sequence[tuple[int, str]], page: int, total: int, lang: str) -> Keyboard:
    """Lists broadcasts, one a row."""
    shown: list[Row] = [(Button(label=label, data=data("bcopen", number)),) for number, label in rows]
    pages = max(1, -(-total // ROWS))
    shown += pager(lang, page, pages, lambda to: data("bclist", to))
    return (*shown, (button(lang, "desk-new", "bcnew"),))


def _tick(chosen: bool) -> str:  # noqa: FBT001 - a sign for a truth
    return "✅ " if chosen else ""
