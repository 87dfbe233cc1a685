"""Writes drafts: text as typed, a picture, buttons, an article by its link; what cannot be sent is told at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.core import typed, wants
from bot.core.broadcasts import Audience, Broadcast, Content, Kind, Version
from bot.delivery.length import UNITS
from bot.delivery.links import safe_link
from bot.model import Category
from bot.store import Store

CAPTION_UNITS = 1024
LABEL_UNITS = 96
"""Room for the label above a headline in any language."""
MOST_WORDS = 4
"""A category's name with blanks in it is looked for in so many words behind the @."""
MOST_BUTTONS = 8
LONGEST_LABEL = 64

_AT = re.compile(r"[@\uff20][ \t\u3000]*(?=\S)")
_WORD = re.compile(r"\S+")
_BUTTON = re.compile(r"(?P<label>[^|\uff5c]+)(?:[|\uff5c] ?|(?<= )(?=https?://))(?P<url>\S+)")
_UNSEEN = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Fault(StrEnum):
    EMPTY = "empty"
    TOO_LONG = "too long"
    UNKNOWN = "unknown category"
    AMBIGUOUS = "ambiguous category"
    BUTTONS = "buttons"
    LABEL = "label"
    PICTURE = "picture in a correction"
    NOBODY = "nobody would get it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why something was not taken; `near` are the categories that may have been meant, or that nobody reads."""

    fault: Fault
    name: str = ""
    limit: int = 0
    near: tuple[Category, ...] = ()


async def open_draft(store: Store, admin_id: int, *, now: datetime) -> Broadcast:
    """Gives an empty draft that awaits its text."""
    draft = await store.broadcasts.empty_draft(admin_id)
    draft = draft or await store.broadcasts.add(Kind.SEND, admin_id, Content(), now=now)
    return await store.broadcasts.change(draft, awaits="text") or draft


async def headline(store: Store, admin_id: int, said: Version, *, now: datetime) -> Broadcast | Problem:
    """Drafts `TEXT` or `@category TEXT` as a headline."""
    is_addressed = bool(_AT.match(said.text))
    addressed = address(said, await store.categories.all() if is_addressed else ())
    if isinstance(addressed, Problem):
        return addressed
    category, words = addressed
    content = Content(versions={"": words}, labelled=True)
    problem = problem_of(content)
    if problem:
        return problem
    audience = Audience(category_ids=(category.id,) if category else ())
    if not sum((await store.broadcasts.count(audience, now=now)).values()):
        return Problem(fault=Fault.NOBODY, near=(category,) if category else ())
    draft = await store.broadcasts.add(Kind.SEND, admin_id, content, now=now)
    return await store.broadcasts.change(draft, audience=audience) or draft


async def write(store: Store, draft: Broadcast, said: Version, language: str = "") -> Broadcast | Problem | None:
    """Takes what an admin typed for the text of a language; None when the draft is none any more."""
    if draft.kind is Kind.CORRECTION and said.photo:  # an edit of a text or a caption changes none
        return Problem(fault=Fault.PICTURE)
    article = await _article(store, said) if draft.kind is Kind.SEND and not draft.content.labelled else None
    if article is not None:
        content = replace(draft.content, versions={}, article_id=article)
    else:
        content = _written(draft, said, language)
    return problem_of(content) or await store.broadcasts.change(draft, content=content, awaits="")


async def set_photo(store: Store, draft: Broadcast, photo: str | None) -> Broadcast | Problem | None:
    """Puts a picture above the text, or takes it away."""
    versions = {name: replace(version, photo=None) for name, version in draft.content.versions.items()}
    versions[""] = replace(draft.content.main, photo=photo)
    content = replace(draft.content, versions=versions, article_id=None)
    problem = problem_of(content)
    if problem and problem.fault is not Fault.EMPTY:
        return problem
    return await store.broadcasts.change(draft, content=content, awaits="")


async def set_buttons(store: Store, draft: Broadcast, said: str) -> Broadcast | Problem | None:
    """Takes lines `label | address` for the buttons; before `https://` a blank will do."""
    lines = [" ".join(line.split()) for line in said.splitlines() if line.strip()]
    found = [_BUTTON.fullmatch(line) for line in lines]
    buttons = [(one["label"].strip(), safe_link(one["url"])) for one in found if one]
    wrong = [line for line, one in zip(lines, found, strict=True) if not one or not _is_button(one)]
    if wrong or not lines or len(lines) > MOST_BUTTONS:
        return Problem(fault=Fault.BUTTONS, name=wrong[0] if wrong else "", limit=MOST_BUTTONS)
    long = next((label for label, _ in buttons if len(label) > LONGEST_LABEL), "")
    if long:
        return Problem(fault=Fault.LABEL, name=long, limit=LONGEST_LABEL)
    kept = tuple((label, url) for label, url in buttons if url)
    return await store.broadcasts.change(draft, content=replace(draft.content, buttons=kept), awaits="")


def _is_button(found: re.Match[str]) -> bool:
    """Tells whether there is something to read and somewhere to go."""
    return bool(_UNSEEN.sub("", found["label"]) and safe_link(found["url"]))


async def drop(store: Store, draft: Broadcast, part: str) -> Broadcast | None:
    """Takes the buttons, or a language's version, out of a draft."""
    content = draft.content
    if part == "buttons":
        content = replace(content, buttons=())
    else:
        content = replace(content, versions={name: v for name, v in content.versions.items() if name != part})
    return await store.broadcasts.change(draft, content=content)


def problem_of(content: Content) -> Problem | None:
    """Tells why a content cannot be sent; None when it can."""
    if content.article_id is not None:
        return None
    if all(not _UNSEEN.sub("", v.text) and not v.photo for v in content.versions.values()):
        return Problem(fault=Fault.EMPTY)
    for name in content.versions:
        version = content.version(name)
        limit = (CAPTION_UNITS if version.photo else UNITS) - (LABEL_UNITS if content.labelled else 0)
        if typed.units(version.text) > limit:
            return Problem(fault=Fault.TOO_LONG, limit=limit)
        if not _UNSEEN.sub("", version.text) and not version.photo:
            return Problem(fault=Fault.EMPTY)
    return None


def address(said: Version, categories: Sequence[Category]) -> tuple[Category | None, Version] | Problem:
    """Splits `@category TEXT`; the longest run of words that names a category is its name."""
    text = said.text
    at = _AT.match(text)
    if not at:
        return None, said
    ends = [word.end() for word in list(_WORD.finditer(text, at.end()))[:MOST_WORDS]]
    for end in reversed(ends):
        wish = wants.understand(text[at.end() : end], categories)
        if len(wish.found) == 1 and not wish.unknown:
            rest = typed.after(said.typed, end)
            return wish.found[0], replace(said, text=rest.text, marks=rest.marks)
    name = text[at.end() : ends[0]]
    wish = wants.understand(name, categories)
    return Problem(fault=Fault.AMBIGUOUS if wish.ambiguous else Fault.UNKNOWN, name=name, near=wish.near)


def _written(draft: Broadcast, said: Version, language: str) -> Content:
    before = draft.content.versions.get(language, Version())
    words = said if said.text else replace(before, photo=said.photo or before.photo)
    after = replace(words, photo=said.photo or before.photo)
    return replace(draft.content, versions={**draft.content.versions, language: after}, article_id=None)


async def _article(store: Store, said: Version) -> int | None:
    """Finds the stored article whose link is all that was typed."""
    link = safe_link(said.text) if not said.photo and " " not in said.text.strip() else None
    if link is None:
        return None
    found = await store.articles.with_link(said.text.strip()) or await store.articles.with_link(link)
    return found.id if found else None
