"""Decides what a message says of an article at each length: its heading, what stands open, what is folded."""

import re
from dataclasses import dataclass, replace

from bot import texts
from bot.delivery import length
from bot.delivery.sentences import key, line
from bot.model import Digest, StoredArticle
from summaries import Length, is_telling

TITLE_UNITS = 240

# A flash of news writes its headline into its first sentence: 【…】11月22日消息，…
FLASH = re.compile(r"【([^】]{6,80})】\S")
_CUT_TITLE = re.compile(r"(?:…|\.{3,})\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a message says of an article; every sentence as it stands in the digest."""

    heading: str
    name: str = ""
    """The source's own title, where it could not be the heading and still says something."""
    told: tuple[str, ...] = ()
    """Sentences the heading says already."""
    open: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Every sentence the message holds, the folded ones too."""
        return (*self.told, *self.open, *self.folded)


def telling(stored: StoredArticle, wanted: Length, language: str) -> Telling:
    """Chooses what to say; no sentence stands in two places."""
    digest = stored.digest
    heading, name, told = _heading(stored, language)
    head = Telling(heading=heading, name=name, told=told)
    if wanted is Length.LINE:
        return Telling(heading=_short(stored, heading))
    longer = digest.longer if _tells_more(digest) else ()
    rest = [sentence for sentence in (longer or digest.short) if sentence not in told]
    if wanted is Length.DETAILED:
        return replace(head, open=tuple(rest))
    shown = [sentence for sentence in digest.short if sentence not in told] or (rest[:1] if told else [])
    return replace(head, open=tuple(shown), folded=tuple(sentence for sentence in rest if sentence not in shown))


def title(stored: StoredArticle, language: str) -> str:
    """Gives the source's own title; where there is none, what stands for it in a list."""
    return length.shorten(line(stored.article.title), TITLE_UNITS) or telling(stored, Length.LINE, language).heading


def _short(stored: StoredArticle, heading: str) -> str:
    """Gives a heading as a list has it: of a flash its headline, of a post without a title its headline too."""
    flash = FLASH.match(heading)
    if flash:
        return flash[1]
    cut = "" if line(stored.article.title) else line(stored.digest.headline)
    return length.shorten(cut, TITLE_UNITS) or heading


def _heading(stored: StoredArticle, language: str) -> tuple[str, str, tuple[str, ...]]:
    """Gives the heading, the title if it is another, and the sentences the heading says already."""
    article, digest = stored.article, stored.digest
    named, cut, first = line(article.title), line(digest.headline), digest.short[:1]
    lead = first or article.paragraphs[:1]
    shown = named or cut or line("".join(lead)) or texts.say(language, "news-untitled")
    if first and (_repeats(shown, first[0]) or (not named and _is_a_note(stored))):
        return line(first[0]), "", first
    if shown == cut or not cut or _is_heading(named):
        return length.shorten(shown, TITLE_UNITS), "", ()
    told = first if first and _repeats(cut, first[0]) else ()
    name = "" if key(named) in key(cut) else length.shorten(named, TITLE_UNITS)
    return length.shorten(cut, TITLE_UNITS), name, told


def _is_a_note(stored: StoredArticle) -> bool:
    """Tells whether an article is one short paragraph: without a title it is its own heading."""
    whole = stored.article.paragraphs
    return stored.digest.short == whole and len(whole) == 1 and 0 < length.units(line(whole[0])) <= TITLE_UNITS


def _is_heading(named: str) -> bool:
    """Tells whether a title says what happened; one that trails off in dots says more than a clause would."""
    return is_telling(_CUT_TITLE.sub("", named))


def _repeats(named: str, sentence: str) -> bool:
    """Tells whether a title is the first sentence itself, or its beginning cut off by the source."""
    if length.units(sentence) > TITLE_UNITS:
        return False
    if _CUT_TITLE.search(named):
        return key(sentence).startswith(key(named))
    return key(sentence) == key(named)


def _tells_more(digest: Digest) -> bool:
    return key("".join(digest.longer)) not in key("".join(digest.short))
